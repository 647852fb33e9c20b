"""All of France's territories: import, opening and questions on Bondy, with and without them.

    .venv/bin/python -m bench.territories

The same facts twice, in two stores: the vocabularies and the fiches alone, and with
data/territories. Imports are commands run as ``make serve`` runs them. Questions are asked in
turn of both stores, in one process whose views are open, so that a slow moment of the machine
strikes both.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from api.catalogue import QUESTIONS, Question
from api.questions import Arguments, Asked
from graph.dates import today
from graph.ontology import EntityKind
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from graph.view import GraphView
from graph.view.labels import resolve

DATA = Path(__file__).resolve().parent.parent / "data"
COMMANDS = {
    "without": ["vocabularies"],
    "with": ["vocabularies", "territories"],
    "make serve": ["vocabularies", "territories", "frameworks"],
}
BONDY, LA_COURNEUVE = "commune:93010", "commune:93027"
ABOUT_A_TERRITORY = {"territory", "left"}
THEME = "theme:insertion-emploi"
ROUNDS = 60
_COMMAND = "import sys; from api.cli import main; sys.exit(main())"


def main() -> None:
    """Print both tables as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        stores = {name: Path(folder) / f"{name.replace(' ', '-')}.db" for name in COMMANDS}
        print("| what | without (s) | with (s) | make serve (s) |")
        print("|---|---:|---:|---:|")
        for what in ("import into a new store", "import again"):
            times = [_import(stores[name], name) for name in COMMANDS]
            _row(what, [wall for wall, _ in times])
            _row(f"{what}, processor", [used for _, used in times])
        views = {name: Repository(SqliteStore(path)) for name, path in stores.items()}
        _row("opening of the view", [_best(_opening(path)) for path in stores.values()])
        opened = [repository.view() for repository in views.values()]
        _row("« Bondy » to its territory, first time", [_timed(partial(_named, v)) for v in opened])
        _row("« Bondy » to its territory, then", [_best(partial(_named, v)) for v in opened])
        _questions(*opened[:2])


def _row(what: str, seconds: Sequence[float]) -> None:
    print(f"| {what} | {' | '.join(f'{each:.2f}' for each in seconds)} |", flush=True)


def _import(store: Path, name: str) -> tuple[float, float]:
    """Seconds of the commands of ``make serve``, processes included, and of the processor."""
    bundles = [str(DATA / bundle) for bundle in COMMANDS[name]]
    fiches = sorted(str(path) for path in (DATA / "fiches").glob("*.yaml"))
    environment = {**os.environ, "MAILLAGE_STORE": f"sqlite:///{store}"}
    start, used = time.perf_counter(), _processor()
    for source, paths in (("bundle", bundles), ("fiche", fiches)):
        subprocess.run(
            [sys.executable, "-c", _COMMAND, "import", source, *paths],
            env=environment,
            check=True,
            capture_output=True,
        )
    return time.perf_counter() - start, _processor() - used


def _processor() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _opening(store: Path) -> Callable[[], object]:
    return lambda: Repository(SqliteStore(store)).view().on(today())


def _named(view: GraphView) -> int:
    return resolve(view, "Bondy", [EntityKind.TERRITORY], "le territoire")


def _best(run: Callable[[], object], times: int = 5) -> float:
    return min(_timed(run) for _ in range(times))


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _questions(without: GraphView, with_all: GraphView) -> None:
    """Best times of every question about Bondy, on a day already asked."""
    print("\n| question on Bondy | without (ms) | with (ms) | ratio |")
    print("|---|---:|---:|---:|")
    total = [0.0, 0.0]
    for question in QUESTIONS.values():
        if ABOUT_A_TERRITORY.isdisjoint(question.takes):
            continue
        best = [float("inf"), float("inf")]
        for _ in range(ROUNDS):
            for side, view in enumerate((without, with_all)):
                best[side] = min(best[side], _timed(partial(_ask, view, question)) * 1000)
        total = [sum(pair) for pair in zip(total, best, strict=True)]
        _compared(question.name, best)
    _compared("all of them", total)
    _compared("all of them, first of a day", [_first_of_a_day(v) for v in (without, with_all)])


def _compared(name: str, pair: Sequence[float]) -> None:
    print(f"| {name} | {pair[0]:.2f} | {pair[1]:.2f} | {pair[1] / pair[0]:.2f} |", flush=True)


def _ask(view: GraphView, question: Question, day: int | None = None) -> list[object]:
    arguments = Arguments(
        theme=(THEME,) if "theme" in question.requires else (),
        territory=BONDY if "territory" in question.takes else None,
        left=BONDY,
        right=LA_COURNEUVE,
    )
    items: list[object] = question.ask(Asked(view.on(day or today()), arguments)).page(0, 50)
    return items


def _first_of_a_day(view: GraphView) -> float:
    """Milliseconds of one round of questions on a day never asked before, best of several."""
    rounds = []
    for back in range(1, 8):
        start = time.perf_counter()
        for question in QUESTIONS.values():
            if not ABOUT_A_TERRITORY.isdisjoint(question.takes):
                _ask(view, question, today() - back)
        rounds.append((time.perf_counter() - start) * 1000)
    return min(rounds)


if __name__ == "__main__":
    main()
