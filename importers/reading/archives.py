"""Files as byte streams, archives opened: gzip, zip, tar with gzip or bzip2.

What an archive holds is read as it unfolds, and stopped when it unfolds without measure: a few
kilobytes may pretend to be terabytes.
"""

import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from graph.errors import InvalidData, Place
from graph.system_errors import french

_MOST_RATIO = 200
"""Bytes that one byte of an archive may unfold to; text lists stay under thirty."""
_NEVER_A_BOMB = 100_000_000
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError)


class Member(NamedTuple):
    """One file, alone or of an archive: its name for messages, and how to read it anew."""

    file: str
    name: str
    open: Callable[[], IO[bytes]]


def members(path: Path, suffixes: tuple[str, ...]) -> Iterator[Member]:
    """The files to read at a path: itself, or those of an archive that end so.

    Raises InvalidData for what cannot be opened, or unfolds without measure.
    """
    with refusals(path):
        if path.is_dir():
            raise InvalidData(
                "c'est un dossier : donner les fichiers qu'il contient",
                code="MISSING_FILE",
                place=Place(str(path)),
            )
        lower = path.name.lower()
        if lower.endswith(".zip"):
            yield from _of_zip(path, suffixes)
        elif lower.endswith((".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")):
            yield from _of_tar(path, suffixes)
        elif lower.endswith(".gz"):
            yield Member(str(path), path.stem, lambda: _bounded(_unzipped(path), path))
        else:
            yield Member(str(path), path.name, lambda: path.open("rb"))


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Errors of the system and of broken archives, as errors that name the file."""
    place = Place(str(path))
    try:
        yield
    except (*_BROKEN, lzma.LZMAError):
        raise InvalidData(
            "le fichier compressé est abîmé ou incomplet : le copier de nouveau",
            code="INVALID_ARCHIVE",
            place=place,
        ) from None
    except OSError as error:
        raise InvalidData(
            f"le fichier ne s'ouvre pas, {french(error)}", code="MISSING_FILE", place=place
        ) from None


def _unzipped(path: Path) -> IO[bytes]:
    return gzip.GzipFile(path)  # type: ignore[return-value] # a reader of bytes like another


def _of_zip(path: Path, suffixes: tuple[str, ...]) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.lower().endswith(suffixes)]
        _check_some(names, path, suffixes)
        for name in names:

            def opened(name: str = name) -> IO[bytes]:
                return _bounded(archive.open(name), path)

            yield Member(f"{path}/{name}", Path(name).name, opened)


def _of_tar(path: Path, suffixes: tuple[str, ...]) -> Iterator[Member]:
    """Members one after the other: a compressed tar cannot go back, each is kept while read."""
    found = False
    with tarfile.open(path, "r|*") as archive:
        for entry in archive:
            content = archive.extractfile(entry) if entry.isfile() else None
            if content is None or not entry.name.lower().endswith(suffixes):
                continue
            found = True

            def opened(content: IO[bytes] = content) -> IO[bytes]:
                return _bounded(content, path)

            yield Member(f"{path}/{entry.name}", Path(entry.name).name, opened)
    if not found:
        _check_some([], path, suffixes)


def _check_some(names: list[str], path: Path, suffixes: tuple[str, ...]) -> None:
    if not names:
        raise InvalidData(
            f"l'archive ne contient aucun fichier {' ou '.join(suffixes)}",
            code="MISSING_FILE",
            place=Place(str(path)),
        )


class _Bounded(io.RawIOBase):
    """A stream that raises once it has unfolded far beyond the size of its archive."""

    def __init__(self, stream: IO[bytes], path: Path) -> None:
        self._stream = stream
        self._path = path
        self._left = max(_NEVER_A_BOMB, path.stat().st_size * _MOST_RATIO)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        with refusals(self._path):
            data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._left -= len(data)
        if self._left < 0:
            raise InvalidData(
                "l'archive se déplie sans mesure : elle est refusée",
                code="ARCHIVE_TOO_LARGE",
                place=Place(str(self._path)),
            )
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def _bounded(stream: IO[bytes], path: Path) -> IO[bytes]:
    return io.BufferedReader(_Bounded(stream, path), 1 << 20)
