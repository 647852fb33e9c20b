"""Cut points of the whole graph with pairs lost and what is cut off, beside rustworkx.

    .venv/bin/python -m bench.cuts [INITIATIVES]

In process, from an open view: the first page of 20, each time as if asked for the first time,
then asked again. The alternative builds the graph of the same nodes and edges in rustworkx and
lists its articulation points: neither what they cut off nor the pairs lost.
"""

import sys
import tempfile
from pathlib import Path

import rustworkx as rx

from bench.answers import prepared
from bench.generate import DAY
from bench.measure import timings
from graph.dates import first_day
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from graph.view import DayView
from queries.cut_points import CutPoint, cut_points
from queries.network import network

PAGE, MOST, AGAIN = 20, 3, 50


def main() -> None:
    """Print the table as Markdown."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        report(prepared(Path(folder), count))


def report(store: Path) -> None:
    """Measure and print."""
    view = Repository(SqliteStore(store)).view()
    day = view.on(first_day(DAY))
    first, alone = timings(lambda: _page(DayView(view, day.day)), lambda: _rustworkx(day))
    (again,) = timings(lambda: _page(day))
    print("| what | ms (95 %) | beside | ratio | bar | reached |")
    print("|---|---:|---:|---:|---|---|")
    ratio = first.median / alone.median
    verdict = "yes" if ratio <= MOST else "**no**"
    print(
        f"| first page, asked first | {first} | rustworkx {alone} | {ratio:.2f} times | "
        f"within {MOST} times | {verdict} |"
    )
    ratio = first.median / again.median
    verdict = "yes" if ratio >= AGAIN else "**no**"
    print(
        f"| first page, asked again | {again} | the first time | a {ratio:.0f}th | "
        f"a {AGAIN}th | {verdict} |"
    )


def _page(day: DayView) -> list[CutPoint]:
    return cut_points(day).page(0, PAGE)


def _rustworkx(day: DayView) -> int:
    """Nodes and edges are read from the view as the product does, which is the fastest way."""
    found = network(day)
    heads = found.heads()
    once = heads < found.others
    graph: rx.PyGraph[int, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(found.rows.tolist())
    graph.add_edges_from_no_data(
        list(zip(heads[once].tolist(), found.others[once].tolist(), strict=True))
    )
    return len(rx.articulation_points(graph))


if __name__ == "__main__":
    main()
