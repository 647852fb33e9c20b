"""Files that are no whole backup: told why, and nothing of them is restored."""

import gzip
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from api.backup import restore_backup, write_backup
from graph.errors import InvalidData
from graph.repository import Repository
from graph.stores import Store
from importers.base import no_progress
from tests.drawing import apply, entities, entity, new_repository


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A sound backup of thirty actors."""
    path = tmp_path / "sauvegarde"
    with new_repository() as (repository, _):
        apply(repository, *entities("Actor", *map(str, range(30))))
        write_backup(repository.store, path, no_progress)
    return path


def lines(change: Callable[[list[bytes]], object]) -> Callable[[bytes], bytes]:
    """A change of the lines within the compressed file."""

    def made(data: bytes) -> bytes:
        found = gzip.decompress(data).splitlines(keepends=True)
        change(found)
        return gzip.compress(b"".join(found))

    return made


def rename(found: list[bytes]) -> None:
    found[3] = found[3].replace(b'"2"', b'"9"')


def swap(found: list[bytes]) -> None:
    found[1], found[2] = found[2], found[1]


def later(found: list[bytes]) -> None:
    found[0] = orjson.dumps({"format": "maillage-backup", "version": 99}) + b"\n"


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "NOT_A_BACKUP"),
    "a text": (lambda _: b"Bonjour", "NOT_A_BACKUP"),
    "another gzip": (lambda _: gzip.compress(b"{}\n"), "NOT_A_BACKUP"),
    "cut": (lambda data: data[: len(data) * 2 // 3], "DAMAGED_BACKUP"),
    "flipped": (lambda data: data[:-20] + bytes([data[-20] ^ 255]) + data[-19:], "DAMAGED_BACKUP"),
    "without its end": (lines(lambda found: found.pop()), "DAMAGED_BACKUP"),
    "with one line less": (lines(lambda found: found.pop(5)), "DAMAGED_BACKUP"),
    "with another name": (lines(rename), "DAMAGED_BACKUP"),
    "in another order": (lines(swap), "DAMAGED_BACKUP"),
    "with more after its end": (lines(lambda found: found.append(b"[]\n")), "DAMAGED_BACKUP"),
    "with a line that is no record": (
        lines(lambda found: found.insert(2, b'["X", 1]\n')),
        "DAMAGED_BACKUP",
    ),
    "of a newer Maillage": (lines(later), "NEWER_BACKUP"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file(store: Store, backup: Path, name: str) -> None:
    """The store stays empty, and can be written."""
    spoil, code = BAD[name]
    backup.write_bytes(spoil(backup.read_bytes()))
    with pytest.raises(InvalidData) as refused:
        restore_backup(store, backup, no_progress)
    assert (refused.value.code, refused.value.place.file) == (code, str(backup))
    assert (store.revision(), store.journal(), store.snapshot(0).entities) == (0, [], [])
    assert apply(Repository(store), entity("Actor", "a")).id == "cs1"


def test_what_cannot_be_read_or_written(tmp_path: Path, backup: Path) -> None:
    """A folder, a missing file; a backup is never written over."""
    with new_repository() as (repository, _):
        for path in (tmp_path, tmp_path / "absent"):
            with pytest.raises(InvalidData, match="ne peut pas être lu"):
                restore_backup(repository.store, path, no_progress)
        before = backup.read_bytes()
        with pytest.raises(InvalidData, match="existe déjà"):
            write_backup(repository.store, backup, no_progress)
        assert backup.read_bytes() == before
        with pytest.raises(InvalidData, match="n'existe pas"):
            write_backup(repository.store, tmp_path / "deep" / "er", no_progress)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sauvegarde"]
