"""Import into the embedded store, beside batched UNWIND into Neo4j by the driver.

    .venv/bin/python -m bench.unwinding [INITIATIVES]

One run of each, by the clock. The driver creates the same nodes and relationships by UNWIND in
batches of 5,000 under a unique constraint on ids; it checks nothing, keeps no history and is not
atomic.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from neo4j import Driver

from bench.answers import neo4j_server
from bench.bare import insert_bundle
from bench.generate import write_bundle
from bench.neo4j_loading import load_by_driver
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import

LEAST = 8


def main() -> None:
    """Print the table as Markdown."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder) / "bundle"
        write_bundle(bundle, count)
        with neo4j_server(Path(folder) / "server") as driver:
            report(bundle, driver)


def report(bundle: Path, driver: Driver) -> None:
    """Measure and print; the server, empty before, holds the bundle after."""
    ours = _timed(lambda: _import(bundle))
    bare = _timed(lambda: _insert(bundle))
    other = _timed(lambda: load_by_driver(driver, bundle))
    ratio = other / ours
    verdict = "yes" if ratio >= LEAST else "**no**"
    print("| what | Maillage (s) | batched UNWIND (s) | times faster | bar | reached |")
    print("|---|---:|---:|---:|---:|---|")
    print(
        f"| import of the bundle | {ours:.1f} | {other:.1f} | {ratio:.1f} | {LEAST} | {verdict} |"
    )
    print(f"\nBare csv + sqlite3, checking nothing: {bare:.1f} s, {other / bare:.1f} times faster.")


def _import(bundle: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(SqliteStore(Path(folder) / "graph.db"))
        run_import(repository, IMPORTERS["bundle"], [bundle], author="bench")
        repository.close()


def _insert(bundle: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        insert_bundle(bundle, Path(folder) / "bare.db")


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
