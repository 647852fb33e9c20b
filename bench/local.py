"""Local questions on a small and a large graph: their cost follows the answer.

    .venv/bin/python -m bench.local [SMALL LARGE]

The same commune and the same actors stand in both, with the same neighbours. In process, on open
views, on a day already asked; each question is asked of both in turn.
"""

import sys
import tempfile
from functools import partial
from pathlib import Path

from api.catalogue import QUESTIONS, Question
from api.questions import Arguments, Asked
from bench.answers import COMMUNE, THEME, prepared
from bench.generate import DAY
from bench.measure import timings
from graph.dates import first_day
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from graph.view import DayView

OTHER, ONE, ANOTHER = "commune:000-11", "acteur:000-0", "acteur:000-300"
MOST = 1.5
_LOCAL = frozenset({"territory", "left", "start"})


def main() -> None:
    """Print the table as Markdown."""
    small, large = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (10_000, 100_000)
    with tempfile.TemporaryDirectory() as folder:
        stores = [prepared(Path(folder) / str(count), count) for count in (small, large)]
        report(*stores)


def report(small: Path, large: Path) -> None:
    """Measure and print."""
    days = [Repository(SqliteStore(path)).view().on(first_day(DAY)) for path in (small, large)]
    print("| question | small, ms (95 %) | large, ms (95 %) | ratio | under 1.5 |")
    print("|---|---:|---:|---:|---|")
    for question in QUESTIONS.values():
        if _LOCAL.isdisjoint(question.takes):
            continue
        one, other = timings(*(partial(_ask, day, question) for day in days), warm_up=1)
        ratio = other.median / one.median
        verdict = "yes" if ratio < MOST else "**no**"
        print(f"| {question.name} | {one} | {other} | {ratio:.2f} | {verdict} |", flush=True)


def _ask(day: DayView, question: Question) -> list[object]:
    arguments = Arguments(
        theme=(THEME,) if "theme" in question.requires else (),
        territory=COMMUNE if "territory" in question.takes else None,
        left=COMMUNE,
        right=OTHER,
        start=ONE,
        end=ANOTHER,
    )
    items: list[object] = question.ask(Asked(day, arguments)).page(0, 50)
    return items


if __name__ == "__main__":
    main()
