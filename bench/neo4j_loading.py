"""Import and opening on a Neo4j server, beside the driver alone on the same rows.

    .venv/bin/python -m bench.neo4j_loading [INITIATIVES]

The alternative reads the same CSV and creates the same nodes and relationships, every non-empty
cell a property, by UNWIND in batches of 5,000 under a unique constraint on ids; then it reads all
of them back. It checks nothing, keeps no history and is not atomic. Both are run once on a small
graph before, so that the server has compiled their statements.
"""

import csv
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from neo4j import Driver

from bench.generate import write_bundle
from graph.repository import Repository
from graph.stores.neo4j import Neo4jStore
from importers import IMPORTERS, run_import
from scripts.neo4j_server import Neo4jServer, connect, empty

_BATCH, _WARM_UP = 5000, 300


def main() -> None:
    """Print the two ratios as a Markdown table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with (
        TemporaryDirectory() as folder,
        Neo4jServer(Path(folder) / "server", java_options=["-Xmx2g"]) as server,
        connect(server.url) as driver,
    ):
        _both(server.url, driver, Path(folder) / "small", _WARM_UP)
        ours, bare = _both(server.url, driver, Path(folder) / "bundle", count)
    print("| what | Maillage (s) | the driver alone (s) | ratio |")
    print("|---|---:|---:|---:|")
    for what, one, other in zip(
        (f"import, {count} initiatives", "opening the view"), ours, bare, strict=True
    ):
        print(f"| {what} | {one:.2f} | {other:.2f} | {one / other:.1f} |")


def _both(
    url: str, driver: Driver, bundle: Path, count: int
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Seconds to import and to open, by Maillage and by the driver alone."""
    write_bundle(bundle, count)
    empty(url)
    ours = _maillage(url, bundle)
    empty(url)
    return ours, _bare(driver, bundle)


def _maillage(url: str, bundle: Path) -> tuple[float, float]:
    repository = Repository(Neo4jStore(url))
    imported = _timed(lambda: run_import(repository, IMPORTERS["bundle"], [bundle], author="bench"))
    repository.close()
    again = Repository(Neo4jStore(url))
    opened = _timed(again.view)
    again.close()
    return imported, opened


def _bare(driver: Driver, bundle: Path) -> tuple[float, float]:
    return _timed(lambda: _load(driver, bundle)), _timed(lambda: _read(driver))


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _load(driver: Driver, bundle: Path) -> None:
    with driver.session() as session:
        session.run("CREATE CONSTRAINT FOR (e:Entity) REQUIRE e.id IS UNIQUE").consume()
        for label, rows in _by(bundle / "entities.csv", "kind"):
            _unwind(driver, f"CREATE (e:Entity:{label}) SET e = row", rows)
        for type_, rows in _by(bundle / "relations.csv", "type"):
            ends = [{"from": row.pop("from"), "to": row.pop("to"), "values": row} for row in rows]
            create = f"CREATE (a)-[r:{type_}]->(b) SET r = row.values"
            match = "MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) "
            _unwind(driver, match + create, ends)


def _by(table: Path, column: str) -> list[tuple[str, list[dict[str, str]]]]:
    """The rows of a table by a column's value, empty cells left out."""
    groups: dict[str, list[dict[str, str]]] = defaultdict(list)
    with table.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            groups[row.pop(column)].append({name: cell for name, cell in row.items() if cell})
    return list(groups.items())


def _unwind(driver: Driver, statement: str, rows: Sequence[object]) -> None:
    with driver.session() as session:
        for some in _batches(rows):
            session.run(f"UNWIND $rows AS row {statement}", rows=some).consume()


def _batches(rows: Sequence[object]) -> Iterator[list[object]]:
    left = iter(rows)
    while some := list(islice(left, _BATCH)):
        yield some


def _read(driver: Driver) -> None:
    with driver.session(fetch_size=_BATCH) as session:
        session.run("MATCH (e:Entity) RETURN labels(e), properties(e)").values()
        session.run(
            "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id, type(r), b.id, properties(r)"
        ).values()


if __name__ == "__main__":
    main()
