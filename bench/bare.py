"""The bare alternative to importing and opening: ``csv``, ``json`` and ``sqlite3``, no checks.

It leaves the very rows that the product keeps of a bundle in a new store, in the same tables with
the same indexes, WAL and full sync; what is read, it takes to be right.
"""

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from graph.stores import sqlite_sql as sql

_INTEGERS = ("expected_month", "participants", "count", "year", "intensity")
_DECIMALS = ("fte", "budget", "amount")
_LISTS = ("alias", "code", "cog", "siren", "siret", "rna", "finess", "stages")
_FLAGS = ("exemplary", "generic", "family", "open", "open_ended")
_READ: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(_INTEGERS, int),
    **dict.fromkeys(_DECIMALS, lambda cell: int(cell) if cell.isdigit() else float(cell)),
    **dict.fromkeys(_LISTS, lambda cell: cell.split("|")),
    **dict.fromkeys(_FLAGS, "true".__eq__),
}
_ENTITY = ("id", "kind", "name", "start", "end", "open_ended", "source")
_RELATION = ("type", "from", "to", "role", "start", "end", "open_ended", "year", "source")
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def insert_bundle(folder: Path, path: Path) -> None:
    """Read a bundle into a new file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        for step in sql.MIGRATIONS:
            connection.executescript(step)
        connection.execute("BEGIN")
        refs = _insert_entities(connection, folder)
        connection.executemany(sql.ADD_RELATION, _relations(folder, refs))
        connection.execute(sql.PUBLISH, (1, "bare", "2026", "bundle", "", None, 0, 0, 0))
        connection.execute("COMMIT")


def read_rows(path: Path) -> None:
    """Read all rows back into memory, by the statements that the product uses."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in (sql.ENTITIES_AT, sql.RELATIONS_AT, sql.SAME_AS_AT):
            connection.execute(statement, {"revision": 1}).fetchall()


def _insert_entities(connection: sqlite3.Connection, folder: Path) -> dict[str, int]:
    refs: dict[str, int] = {}
    identities, facts = [], []
    rows = _rows(folder / "entities.csv", _ENTITY)
    for ref, (id_, kind, name, start, end, open_ended, source, props) in enumerate(rows, start=1):
        refs[id_] = ref
        identities.append((id_, kind.upper()))
        facts.append((ref, name, start, end, int(open_ended == "true"), props, source, 1, 1))
    connection.executemany(sql.ADD_IDENTITY, identities)
    connection.executemany(sql.ADD_ENTITY, facts)
    return refs


def _relations(folder: Path, refs: dict[str, int]) -> Iterator[tuple[object, ...]]:
    for type_, origin, target, role, start, end, open_ended, year, source, props in _rows(
        folder / "relations.csv", _RELATION
    ):
        ends = refs[origin], refs[target]
        is_open = int(open_ended == "true")
        yield type_, *ends, role, start, end, is_open, year and int(year), props, source, 1, 1


def _rows(path: Path, named: tuple[str, ...]) -> Iterator[list[Any]]:
    """Rows as the cells of the columns named, None when empty, and the others as JSON."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        header = next(reader)
        places = [header.index(name) for name in named]
        others = [
            (place, name, _READ.get(name, str))
            for place, name in enumerate(header)
            if name not in named
        ]
        for row in reader:
            props = {name: read(cell) for place, name, read in others if (cell := row[place])}
            yield [*(row[place] or None for place in places), _json(props) if props else None]
