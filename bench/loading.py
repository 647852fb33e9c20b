"""Import and opening of a generated bundle, beside bare csv + sqlite3 on the same rows.

    .venv/bin/python -m bench.loading [INITIATIVES]

The alternative reads the same CSV with ``csv`` and inserts the same rows, with an index on ids,
into one SQLite file in WAL mode with full sync; then it reads all rows back.
"""

import csv
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import

_THEMES, _TERRITORIES, _SEED = 72, 400, 93


def main() -> None:
    """Print the two ratios as a Markdown table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder)
        write_bundle(bundle, count)
        ours = Repository(SqliteStore(bundle / "ours.db"))
        imported = _timed(lambda: run_import(ours, IMPORTERS["bundle"], [bundle], author="bench"))
        bare = bundle / "bare.db"
        inserted = _timed(lambda: _insert(bundle, bare))
        opened = _timed(lambda: Repository(SqliteStore(bundle / "ours.db")).view())
        read = _timed(lambda: _read(bare))
    print("| what | Maillage (s) | bare csv + sqlite3 (s) | ratio |")
    print("|---|---:|---:|---:|")
    for what, ours_, bare_ in (
        (f"import, {count} initiatives", imported, inserted),
        ("opening the view", opened, read),
    ):
        print(f"| {what} | {ours_:.2f} | {bare_:.2f} | {ours_ / bare_:.1f} |")


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def write_bundle(folder: Path, count: int) -> None:
    """A random bundle: ``count`` actions, half as many actors, six relations an action."""
    draw = random.Random(_SEED)
    with (folder / "entities.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(_entities(draw, count))
    with (folder / "relations.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(_relations(draw, count))


def _entities(draw: random.Random, count: int) -> Iterator[tuple[str, ...]]:
    yield ("id", "kind", "name", "start", "end")
    sizes = {"theme": _THEMES, "terr": _TERRITORIES, "act": count // 2}
    kinds = {"theme": "Theme", "terr": "Territory", "act": "Actor"}
    for prefix, size in sizes.items():
        for number in range(size):
            yield (f"{prefix}:{number}", kinds[prefix], f"{kinds[prefix]} {number}", "", "")
    for number in range(count):
        period = (draw.choice(("", "2010", "2014-05")), draw.choice(("", "2030", "2016-05-02")))
        yield (f"axn:{number}", "Action", f"Action {number}", *period)


def _relations(draw: random.Random, count: int) -> Iterator[tuple[str, ...]]:
    yield ("type", "from", "to", "role")
    for number in range(12, _THEMES):
        yield ("BROADER", f"theme:{number}", f"theme:{number % 12}", "")
    for number in range(10, _TERRITORIES):
        yield ("WITHIN", f"terr:{number}", f"terr:{number % 10}", "")
    for number in range(count):
        action = f"axn:{number}"
        for theme in draw.sample(range(_THEMES), 2):
            yield ("ADDRESSES", action, f"theme:{theme}", "")
        yield ("COVERS", action, f"terr:{draw.randrange(_TERRITORIES)}", "")
        for actor in draw.sample(range(count // 2), 3):
            yield ("INVOLVED_IN", f"act:{actor}", action, draw.choice(("LEAD", "PARTNER", "")))


def _insert(folder: Path, path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE entity (id TEXT UNIQUE, kind, name, start, stop)")
    connection.execute("CREATE TABLE relation (type, origin, target, role)")
    for table, marks in (("entities", "?, ?, ?, ?, ?"), ("relations", "?, ?, ?, ?")):
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream)
            next(rows)
            name = "entity" if table == "entities" else "relation"
            connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
    connection.commit()
    connection.close()


def _read(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("SELECT * FROM entity").fetchall()
    connection.execute("SELECT * FROM relation").fetchall()
    connection.close()


if __name__ == "__main__":
    main()
