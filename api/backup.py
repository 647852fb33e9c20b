"""A store in one file: gzip over lines of JSON, the last of which vouches for the others.

The first line names the format; each further one is a version of a fact or a change set, as an
array that begins with its letter; the last holds their number and the SHA-256 of all before. A
file that was cut or altered is refused before anything of it is published.
"""

import gzip
import os
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import orjson

from api.exports.files import refusals, written
from graph.errors import InvalidData, Place
from graph.ontology import EntityKind, RelationType
from graph.records import NO_PROPS, Entity, Props
from graph.stores.base import ChangeRecord, Store, change_record, moment_text
from graph.stores.history import EntityVersion, History, JudgementVersion, Kept, RelationVersion
from graph.system_errors import french
from importers.base import PROGRESS_EVERY, Progress

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

FORMAT = "maillage-backup"
VERSION = 1
_CUT = (EOFError, zlib.error, gzip.BadGzipFile)
"""What reading compressed bytes raises where they are not whole."""
_LONGEST_LINE = 64 * 1024 * 1024
"""Bytes: many times what one record may hold."""


def write_backup(store: Store, path: Path, progress: Progress) -> int:
    """Write all that a store holds at this moment to a new file; the number of its records.

    The file appears whole or not at all. Raises InvalidData when there is one already or it
    cannot be written.
    """
    with refusals(path):
        if path.exists():
            raise _bad(path, "existe déjà : choisir un autre nom, ou l'ôter d'abord", "FILE_EXISTS")
    count = 0
    with refusals(path), written(path) as raw:
        digest = sha256()
        with gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as file:
            for count, text in enumerate(_lines(store)):
                digest.update(text)
                file.write(text)
                if count % PROGRESS_EVERY == 0:
                    progress("sauvegarde", count)
            file.write(orjson.dumps({"records": count, "sha256": digest.hexdigest()}))
        raw.flush()
        os.fsync(raw.fileno())
    return count


def _lines(store: Store) -> Iterator[bytes]:
    yield orjson.dumps({"format": FORMAT, "version": VERSION}) + b"\n"
    for kept in store.history():
        yield orjson.dumps(_line(kept)) + b"\n"


def restore_backup(store: Store, path: Path, progress: Progress) -> int:
    """Write a backup into an empty store, whole or not at all; the number of its records.

    Raises InvalidData when the store is not empty, or the file is no whole backup.
    """
    count = sum(1 for _ in _told(read_backup(path), "vérification", progress))
    store.restore(_told(read_backup(path), "restauration", progress))
    return count


def _told(history: History, what: str, progress: Progress) -> History:
    for count, kept in enumerate(history, start=1):
        if count % PROGRESS_EVERY == 0:
            progress(what, count)
        yield kept


def _line(kept: Kept) -> list[object]:
    match kept:
        case EntityVersion():
            record = kept.record
            values = [record.id, record.kind, *record[2:6], dict(record.props), record.sources]
            return ["E", kept.version, kept.ref, *values, *kept[3:]]
        case RelationVersion():
            return ["R", *kept[:9], dict(kept.props), *kept[10:]]
        case JudgementVersion():
            return ["J", *kept]
        case ChangeRecord():
            return ["C", kept.revision, kept.author, moment_text(kept.time), *kept[4:]]


def read_backup(path: Path) -> Iterator[Kept]:
    """The records of a backup; raises InvalidData at the first thing that does not hold."""
    try:
        with gzip.open(path) as opened:
            file = cast(BinaryIO, opened)
            digest = sha256(_header(path, file))
            yield from _records(path, file, digest)
    except OSError as error:
        raise _bad(path, f"ne peut pas être lu : {french(error)}", "CANNOT_READ") from error


def _header(path: Path, file: BinaryIO) -> bytes:
    """The first line, when it is that of a backup that can be read."""
    try:
        line = file.readline(_LONGEST_LINE)
        header = orjson.loads(line)
    except (*_CUT, orjson.JSONDecodeError):
        raise _foreign(path) from None
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise _foreign(path)
    if header.get("version") != VERSION:
        raise _bad(
            path,
            "vient d'une version plus récente de Maillage : mettre l'application à jour",
            "NEWER_BACKUP",
        )
    return line


def _records(path: Path, file: BinaryIO, digest: "Hash") -> Iterator[Kept]:
    """The records after the header, down to a last line that vouches for all."""
    count = 0
    try:
        while line := file.readline(_LONGEST_LINE):
            read = orjson.loads(line)
            if read == {"records": count, "sha256": digest.hexdigest()} and not file.read(1):
                return
            kept = _kept(read)
            digest.update(line)
            count += 1
            yield kept
    except (*_CUT, ValueError, TypeError, KeyError, IndexError) as error:
        raise _damaged(path) from error
    raise _damaged(path)


def _kept(line: Any) -> Kept:
    letter, *values = line
    match letter:
        case "E":
            version, ref, id_, kind, name, start, end, open_ended, props, sources, *kept = values
            record = Entity(
                *(id_, EntityKind(kind), name, start, end, open_ended),
                _props(props),
                tuple(sources),
            )
            return EntityVersion(version, ref, record, *kept)
        case "R":
            version, type_, *rest = values
            told = (_props(rest[7]), tuple(rest[8]))
            fields = (version, RelationType(type_), *rest[:7], *told, *rest[9:])
            return RelationVersion._make(fields)
        case "J":
            return JudgementVersion(*values)
        case "C":
            return change_record(*values)
    raise ValueError(letter)


def _props(props: dict[str, Any]) -> Props:
    plain = {name: tuple(v) if isinstance(v, list) else v for name, v in props.items()}
    return plain or NO_PROPS


def _foreign(path: Path) -> InvalidData:
    return _bad(path, "n'est pas une sauvegarde de Maillage", "NOT_A_BACKUP")


def _damaged(path: Path) -> InvalidData:
    return _bad(
        path,
        "est incomplet ou altéré : rien n'est restauré ; reprendre une autre sauvegarde",
        "DAMAGED_BACKUP",
    )


def _bad(path: Path, what: str, code: str) -> InvalidData:
    return InvalidData(f"ce fichier {what}", code=code, place=Place(str(path)))
