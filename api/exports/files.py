"""Writing files aside and renaming them, so that a reader never meets half of one."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph.errors import InvalidData, Place
from graph.system_errors import french


@contextmanager
def refusals(out: Path) -> Iterator[None]:
    """Errors of the system while an output is written, as InvalidData in French."""
    try:
        yield
    except OSError as error:
        raise InvalidData(
            f"impossible d'écrire : {french(error)}", code="UNWRITABLE", place=Place(str(out))
        ) from None


class Outputs:
    """Files written aside, which take their names together."""

    def __init__(self) -> None:
        self._asides: dict[Path, Path] = {}

    @contextmanager
    def open(self, path: Path) -> Iterator[BinaryIO]:
        """A stream to a file to be; OSError when it cannot be written."""
        path = path.resolve()
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory", str(path))
        if path.exists() and not path.is_file():
            raise PermissionError(errno.EPERM, "not a regular file", str(path))
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
        self._asides[path] = Path(aside)
        with open(handle, "wb") as stream:
            yield stream
        os.chmod(aside, 0o644)

    def publish(self) -> None:
        """Give all files their names."""
        for path, aside in self._asides.items():
            os.replace(aside, path)

    def discard(self) -> None:
        """Leave nothing of what was not published."""
        for aside in self._asides.values():
            aside.unlink(missing_ok=True)


@contextmanager
def outputs() -> Iterator[Outputs]:
    """Files that appear whole under their names when all are written, or none of them."""
    files = Outputs()
    try:
        yield files
        files.publish()
    finally:
        files.discard()


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A stream to one file that appears whole, or not at all (OSError)."""
    with outputs() as files, files.open(path) as stream:
        yield stream
