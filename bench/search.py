"""How long search takes with all of France's territories, beside SQLite's FTS5 in the same run.

    .venv/bin/python -m bench.search

FTS5 stands for what the standard library offers: words and prefixes without accents, no typing
mistakes, no acronyms. Both answer the queries of tests/search/queries.csv and give their first
fifty results by relevance then number of relations; the ratio is what to watch over time.
"""

import csv
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory

from graph.changes import ChangeSet
from graph.ontology import EntityKind
from graph.records import Entity
from graph.repository import Repository
from graph.search import search_index
from graph.search.words import telling, words
from graph.stores.sqlite import SqliteStore
from graph.view import GraphView
from graph.view.build import build_view
from graph.view.columns import Delta, EntityRow
from graph.view.labels import labels
from graph.view.update import updated
from queries.search import search
from tests.search.views import shipped_operations

TABLE = Path(__file__).resolve().parent.parent / "tests/search/queries.csv"
ROUNDS = 5
FIRST = 50
Rows = Callable[[str], Sequence[int]]


def main() -> None:
    """Print the figures, one a line."""
    with TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "graph.db")
        Repository(store).apply(ChangeSet(shipped_operations(), "bench", "bundle"))
        view = build_view(store.snapshot(store.revision()))
        store.close()
    print(f"entities              {len(view.rows_of(*EntityKind)):>9,}")
    print(f"index, all anew       {seconds(lambda: search_index(view)):>9.2f} s")
    later = one_change(view)
    print(f"index, one change     {seconds(lambda: search_index(later)) * 1e3:>9.1f} ms")
    fts5 = Fts5(view)
    print(f"FTS5, all anew        {fts5.seconds:>9.2f} s")
    lines = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
    ours = report("maillage", view, lines, lambda text: maillage(view, text))
    theirs = report("FTS5", view, lines, fts5.find)
    print(f"ratio of the medians  {ours / theirs:>9.2f}")


def report(name: str, view: GraphView, lines: list[dict[str, str]], find: Rows) -> float:
    """Print and return the median time of an answer; print the mean reciprocal rank too."""
    times, ranks = [], []
    for line in lines * ROUNDS:
        start = time.perf_counter()
        found = find(line["text"])
        times.append(time.perf_counter() - start)
        wanted = view.row(line["expected"])
        ranks.append(1 / (1 + found.index(wanted)) if wanted in found else 0)
    worst = sorted(times)[int(len(times) * 0.95)]
    print(
        f"{name:<21} {median(times) * 1e3:>9.2f} ms at the median, {worst * 1e3:.2f} ms at 95 %, "
        f"mean reciprocal rank {mean(ranks):.3f}"
    )
    return median(times)


def maillage(view: GraphView, text: str) -> Sequence[int]:
    """The product's own search."""
    return [item.entity for item in search(view, text).page(0, FIRST)]


class Fts5:
    """A full-text table of SQLite over the same labels."""

    def __init__(self, view: GraphView) -> None:
        rows = view.rows_of(*EntityKind)
        self._degree = search_index(view).relations
        self._base = sqlite3.connect(":memory:")
        self.seconds = seconds(lambda: self._fill(view, rows))

    def _fill(self, view: GraphView, rows: Sequence[int]) -> None:
        self._base.execute(
            "CREATE VIRTUAL TABLE label USING fts5(text, row UNINDEXED, "
            "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
        )
        self._base.executemany(
            "INSERT INTO label VALUES (?, ?)",
            ((text, row) for row in rows for text in searched(view.entity(row))),
        )

    def find(self, text: str) -> Sequence[int]:
        """All words, the last one as a start."""
        asked = telling(words(text))
        match = " ".join(f'"{word}"' for word in asked) + "*"
        best: dict[int, float] = {}
        for row, score in self._base.execute(
            "SELECT row, round(bm25(label), 1) FROM label WHERE label MATCH ? ORDER BY rank "
            "LIMIT 300",
            (match,),
        ):
            best.setdefault(row, score)
        return sorted(best, key=lambda row: (best[row], -self._degree[row]))[:FIRST]


def searched(entity: Entity) -> list[str]:
    """What is searched of an entity."""
    description = entity.props.get("description")
    return [*labels(entity), *([description] if isinstance(description, str) else [])]


def one_change(view: GraphView) -> GraphView:
    """The view after one entity was renamed."""
    row = view.rows_of(EntityKind.ACTOR)[0]
    ref = int(view.entities.ref[row])
    renamed = view.entity(row)._replace(name="Nouveau nom")
    version = int(view.entities.version.max()) + 1
    later = updated(
        view,
        Delta(
            view.revision + 1,
            [EntityRow(version, ref, renamed, view.revision + 1)],
            [ref],
            [],
            [],
            False,
        ),
    )
    assert later is not None
    return later


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
