"""Each kind of page over HTTP: the shipped data under 100 ms, a generated graph under 300 ms.

    .venv/bin/python -m bench.pages [INITIATIVES]

One client that keeps its connection asks a process of its own for each page in turn, on a day
already asked (the first request of all is shown apart). Pages are those of a commune, of a
département, of a framework, of an actor with thousands of relations.
"""

import http.client
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

from bench.answers import prepared
from bench.generate import DAY
from bench.measure import timings
from bench.serving import PATIENCE, Serving, serving
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import

SHIPPED_BAR, GENERATED_BAR = 100, 300
"""Milliseconds at the median."""
RUNS, WARM_UP = 30, 0.2
DATA = Path(__file__).parent.parent / "data"
SHIPPED = {
    "au": "2015-12-01",
    "commune": "commune:93010",
    "other": "commune:93027",
    "departement": "departement:93",
    "theme": "theme:sante",
    "framework": "fra:pst-bondy",
    "actor": "act:departement-93",
    "document": "doc:projet-social-departemental",
    "text": "caf",
}
GENERATED = {
    "au": DAY,
    "commune": "commune:000-10",
    "other": "commune:000-11",
    "departement": "dep:000",
    "theme": "theme:11",
    "framework": "cadre:000-0",
    "actor": "service:000-0",
    "document": "doc:000-0",
    "text": "association",
}


def main() -> None:
    """Print both tables as Markdown."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        shipped = imported(Path(folder) / "shipped.db")
        report("shipped data", shipped, SHIPPED, SHIPPED_BAR)
        generated = prepared(Path(folder) / "generated", count)
        report(f"{count:,} initiatives", generated, GENERATED, GENERATED_BAR)


def imported(store: Path) -> Path:
    """A store with the shipped data."""
    repository = Repository(SqliteStore(store))
    bundles = [DATA / name for name in ("vocabularies", "territories", "frameworks")]
    fiches = sorted((DATA / "fiches").glob("*.yaml"))
    for format_, paths in (("bundle", bundles), ("fiche", fiches)):
        run_import(repository, IMPORTERS[format_], paths, author="bench")
    repository.close()
    return store


def report(what: str, store: Path, names: Mapping[str, str], bar: float) -> None:
    """Measure and print."""
    with serving(environment={"MAILLAGE_STORE": f"sqlite:///{store}"}) as server:
        client = Pages(server)
        found = dict(addresses(client, names))
        first = {page: client.seconds(path) * 1000 for page, path in found.items()}
        ways = [partial(client.get, path) for path in found.values()]
        print(f"| {what} | first, ms | median, ms (95 %) | under {bar:g} |")
        print("|---|---:|---:|---|")
        for page, timing in zip(found, timings(*ways, runs=RUNS, warm_up=WARM_UP), strict=True):
            verdict = "yes" if timing.median < bar else "**no**"
            print(f"| {page} | {first[page]:.0f} | {timing} | {verdict} |", flush=True)
    print(flush=True)


class Pages:
    """A client of the pages on one connection, opened again when the server closed it."""

    def __init__(self, server: Serving) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)

    def get(self, path: str) -> str:
        """A page; RuntimeError when it is none."""
        try:
            return self._get(path)
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self._connection.close()
            return self._get(path)

    def _get(self, path: str) -> str:
        self._connection.request("GET", path)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{path}: {answer.status}")
        return text

    def seconds(self, path: str) -> float:
        """How long one request takes."""
        start = time.perf_counter()
        self.get(path)
        return time.perf_counter() - start


def addresses(client: Pages, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every kind of page with an address; those of findings are read from their lists."""
    day, place = {"au": names["au"]}, {"territoire": names["commune"]}
    wide, theme = {"territoire": names["departement"]}, {"theme": names["theme"]}
    both = {"gauche": names["commune"], "droite": names["other"]}

    def at(path: str, *terms: Mapping[str, str]) -> str:
        query = urlencode({key: value for each in terms for key, value in each.items()})
        return f"{path}?{query}" if query else path

    yield "home", at("/", day)
    yield "home of a département", at("/", wide, day)
    yield "who", at("/qui", theme, place, day)
    yield "who, whole département", at("/qui", theme, wide, day)
    yield "sheet", at(f"/territoire/{names['commune']}", day)
    yield "sheet of a département", at(f"/territoire/{names['departement']}", day)
    yield "comparison", at("/comparaison", both, day)
    yield "steps", at("/etapes", wide, day)
    yield "coverage", at("/couverture", wide, day)
    yield "coverage cell", at("/couverture/case", theme, place, day)
    yield "map", at("/carte", day)
    yield "network", at("/reseau", place, day)
    yield "network of a département", at("/reseau", wide, day)
    yield "network of an actor", at("/reseau", {"id": names["actor"]}, day)
    yield "network's data", at("/reseau.json", wide, day)
    for path in ("/recouvrements", "/manques", "/articulations", "/points-de-coupure"):
        one = at(path, place, day)
        yield path[1:], one
        yield f"{path[1:]} of a département", at(path, wide, day)
        found = re.search(rf'href="({path}/detail\?[^"]+)"', client.get(one))
        if found:
            yield f"one of {path[1:]}", unescape(found[1])
    yield "what if", at("/et-si", {"id": names["framework"]}, day)
    yield "entity: framework", f"/entite/{names['framework']}"
    yield "entity: actor", f"/entite/{names['actor']}"
    yield "entity: document", f"/entite/{names['document']}"
    yield "entity: territory", f"/entite/{names['departement']}"
    yield "correct", at("/modifier", {"id": names["framework"]})
    yield "relate", at("/relier", {"from": names["framework"]})
    yield "merge", at("/fusionner", {"id": names["actor"]})
    yield "take out", at("/retirer", {"id": names["framework"]})
    yield "search", at("/recherche", {"texte": names["text"]})
    yield "suggestions", at("/suggestions.json", {"texte": names["text"]})
    yield "identity", "/rapprochements"
    yield "journal", "/journal"
    yield "change set", "/journal/cs1"
    yield "import", "/import"
    yield "glossary", "/glossaire"


if __name__ == "__main__":
    main()
