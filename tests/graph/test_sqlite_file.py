"""The SQLite store's file: which ones it opens, brings to its schema, or leaves alone."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from graph.errors import InvalidData, StoreError, StoreUnreachable
from graph.repository import Repository
from graph.stores import open_store
from graph.stores import sqlite_sql as sql
from graph.stores.sqlite import SqliteStore
from tests.drawing import apply, entity


def test_kept_from_one_opening_to_the_next(tmp_path: Path) -> None:
    """In a folder made for it, with durable settings."""
    path = tmp_path / "deep" / "er" / "été.db"
    first = Repository(SqliteStore(path))
    apply(first, entity("Actor", "a"))
    first.close()
    again = SqliteStore(path)
    assert [row.record.id for row in again.snapshot(1).entities] == ["a"]
    again.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(sql.MIGRATIONS),)


def test_an_older_schema_is_brought_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file written before a step was added gets it once, and keeps its facts."""
    path = tmp_path / "graph.db"
    repository = Repository(SqliteStore(path))
    apply(repository, entity("Actor", "a"))
    repository.close()
    later = (*sql.MIGRATIONS, "CREATE TABLE later (x TEXT) STRICT; CREATE INDEX i ON later (x)")
    monkeypatch.setattr(sql, "MIGRATIONS", later)
    for _ in range(2):
        store = SqliteStore(path)
        assert [row.record.id for row in store.snapshot(1).entities] == ["a"]
        store.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(later),)


def test_an_empty_file_is_a_new_store(tmp_path: Path) -> None:
    """Version 0, nothing in it: as one that `touch` made."""
    path = tmp_path / "graph.db"
    path.touch()
    store = SqliteStore(path)
    assert store.revision() == 0
    store.close()


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    """And left as it is."""
    path = tmp_path / "graph.db"
    SqliteStore(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(sql.MIGRATIONS) + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="plus récente") as error:
        SqliteStore(path)
    assert error.value.code == "NEWER_STORE"
    assert path.read_bytes() == before


@pytest.mark.parametrize("statement", ["CREATE TABLE bookmarks (x)", "PRAGMA application_id = 7"])
def test_a_file_of_another_application_is_refused(tmp_path: Path, statement: str) -> None:
    """And left as it is, to the last byte."""
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="autre application") as error:
        SqliteStore(path)
    assert error.value.code == "FOREIGN_STORE"
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["other.db"]


def test_what_is_no_database_is_unreachable(tmp_path: Path) -> None:
    """A text, a folder, a file in the place of a folder: told at once, and left as they are."""
    text = tmp_path / "notes.txt"
    text.write_text("Bonjour, ceci n'est pas une base.\n" * 100)
    for path in (text, tmp_path, text / "graph.db"):
        with pytest.raises(StoreUnreachable, match=r"ne répond pas|ne peut pas être créé") as error:
            SqliteStore(path)
        assert str(path.parent) in error.value.message
    assert text.read_text().startswith("Bonjour")


def test_a_damaged_file_is_unreachable(tmp_path: Path) -> None:
    """Not an internal error."""
    path = tmp_path / "graph.db"
    repository = Repository(SqliteStore(path))
    apply(repository, *(entity("Actor", f"a{n}", note="x" * 500) for n in range(200)))
    repository.close()
    data = bytearray(path.read_bytes())
    data[4096 * 3 :] = b"\xff" * (len(data) - 4096 * 3)
    path.write_bytes(bytes(data))
    with pytest.raises(StoreUnreachable, match="vérifier le fichier"):
        Repository(SqliteStore(path)).view()


def test_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Absolute with four slashes, relative with three, percent-encoded if need be."""
    monkeypatch.chdir(tmp_path)
    for url, file in (
        (f"sqlite:///{quote(str(tmp_path / 'a b.db'))}", "a b.db"),
        ("sqlite:///relative.db", "relative.db"),
    ):
        open_store(url).close()
        assert (tmp_path / file).is_file()
    for url in ("", "graph.db", "sqlite://", "sqlite:///", "postgres://x/y"):
        with pytest.raises(InvalidData, match=r"sqlite:///fichier\.db"):
            open_store(url)
