"""Questions over HTTP, beside hand-written Cypher by the official driver on the same graph.

    .venv/bin/python -m bench.answers [INITIATIVES]

Maillage serves a SQLite store from a process of its own, to one client that keeps its connection;
the alternative asks a Neo4j Community server of the machine (heap 3 GiB, page cache 1 GiB) with an
open driver. Cypher answers less than is asked: bench/cypher.py says what each statement leaves out.
The same question is asked again and again: Maillage then has the order of its answer, and makes the
page anew; the first column is what it takes before.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, LiteralString

from neo4j import Driver

from bench import cypher, queries
from bench.generate import DAY, write_bundle
from bench.measure import HEADER, compared, once, timings
from bench.neo4j_loading import load_by_driver
from bench.serving import Client, serving
from graph.ontology import RelationType
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import
from scripts.neo4j_server import Neo4jServer, connect

COMMUNE, DEPARTEMENT, COUNTRY, THEME = "commune:000-10", "dep:000", "pays:fr", "theme:11"


def main() -> None:
    """Print the table as Markdown."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        store = prepared(Path(folder), count)
        with neo4j_server(Path(folder) / "server") as driver:
            load_by_driver(driver, Path(folder) / "bundle")
            report(store, driver)


def prepared(folder: Path, count: int) -> Path:
    """A store with a generated graph, the bundle beside it."""
    write_bundle(folder / "bundle", count)
    repository = Repository(SqliteStore(folder / "graph.db"))
    run_import(repository, IMPORTERS["bundle"], [folder / "bundle"], author="bench")
    repository.close()
    return folder / "graph.db"


@contextmanager
def neo4j_server(home: Path) -> Iterator[Driver]:
    """An empty Neo4j server of the machine."""
    with (
        Neo4jServer(home, java_options=["-Xmx3g"], page_cache="1g") as server,
        connect(server.url) as driver,
    ):
        yield driver


def report(store: Path, driver: Driver) -> None:
    """Measure and print."""
    framework = large_framework(store)
    environment = {"MAILLAGE_STORE": f"sqlite:///{store}"}
    with serving(environment=environment) as server:
        client = server.client()
        client.ask(queries.DAY_OPENED, {"day": DAY})
        print(HEADER)
        for what, least, query, statement, variables in _questions(framework):
            ask = partial(client.ask, query, variables)
            _print_row(what, least, ask, _cypher(driver, statement, variables))
        what = "1,000 entities x 4 fields, two pages"
        _print_row(
            what, 8, partial(_thousand_entities, client), _cypher(driver, cypher.ENTITIES, {})
        )
        print(_communes(client), flush=True)
        print(f"\nPeak memory of the serving process: {server.peak_memory():.2f} GiB (bar: 1.5).")


def _print_row(
    what: str, least: float, ask: Callable[[], object], alternative: Callable[[], object]
) -> None:
    first = once(ask)
    ours, other = timings(ask, alternative)
    print(compared(what, first, ours, other, least), flush=True)


def _questions(framework: str) -> Iterator[tuple[str, float, str, str, Mapping[str, Any]]]:
    places = {"a commune": COMMUNE, "a département": DEPARTEMENT}
    for (where, place), least in zip(places.items(), (1.5, 5), strict=True):
        variables = {"theme": THEME, "territory": place, "day": DAY}
        yield f"who in {where}", least, queries.WHO, cypher.WHO, variables
    variables = {"theme": THEME, "territory": COUNTRY, "day": DAY}
    yield "who in the country", 30, queries.WHO, cypher.WHO_COUNTRY, variables
    for (where, place), least in zip(places.items(), (3, 20), strict=True):
        variables = {"territory": place, "day": DAY}
        what = f"unmanaged overlaps in {where}, against all overlaps"
        yield what, least, queries.OVERLAPS, cypher.OVERLAPS, variables
    variables = {"territory": COMMUNE, "day": DAY}
    what = "coverage states of a commune, against counts"
    yield what, 2, queries.COVERAGE, cypher.COVERAGE, variables
    variables = {"id": framework, "day": DAY}
    what = "a framework with its parts and actors"
    yield what, 1, queries.FRAMEWORK, cypher.FRAMEWORK, variables
    what = "20 initiatives with actors"
    yield what, 10, queries.INITIATIVES, cypher.INITIATIVES, {"day": DAY}


def _cypher(
    driver: Driver, statement: str, variables: Mapping[str, Any]
) -> Callable[[], list[Any]]:
    text: LiteralString = statement

    def ask() -> list[Any]:
        with driver.session(database="neo4j") as session:
            return session.execute_read(lambda work: work.run(text, dict(variables)).data())

    return ask


def _thousand_entities(client: Client) -> None:
    first = client.ask(queries.ENTITIES, {"day": DAY})["entities"]
    client.ask(queries.ENTITIES, {"day": DAY, "after": first["pageInfo"]["endCursor"]})


def _communes(client: Client) -> str:
    """40 communes x 21 themes beside one commune x 21 themes."""
    ids = [f"commune:000-{number}" for number in range(40)]
    themes = [f"theme:{n}{end}" for n in range(3) for end in ("", *(f"-{m}" for m in range(6)))]
    common = {"themes": themes, "day": DAY}
    one, forty = timings(
        partial(client.ask, queries.COMMUNES, {"territories": [COMMUNE], **common}),
        partial(client.ask, queries.COMMUNES, {"territories": ids, **common}),
    )
    ratio = forty.median / one.median
    verdict = "yes" if ratio < 10 else "**no**"
    what = "coverage of 40 communes x 21 themes in one request, beside one commune"
    return f"| {what} | | {forty} | {one} | {ratio:.1f} times | under 10 times | {verdict} |"


def large_framework(store: Path) -> str:
    """A framework with about 30 entities around it: the first with 12 parts."""
    repository = Repository(SqliteStore(store))
    view = repository.view()
    parts = view.adjacency(RelationType.PART_OF, outgoing=False)
    found = next(
        view.entity(row).id
        for row in range(view.size)
        if view.entity(row).id.startswith("cadre:") and len(parts.of(row)) == 12
    )
    repository.close()
    return found


if __name__ == "__main__":
    main()
