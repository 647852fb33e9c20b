"""Import, opening and a small change of a realistic graph, beside bare csv + sqlite3.

    .venv/bin/python -m bench.loading [INITIATIVES]

The alternative (``bench.bare``) reads the same CSV, checks nothing, and leaves the very same rows
in the same tables with the same indexes; then it reads them back. Each step has a process of its
own, by turns, and the median of its runs is told, in processor seconds: other programs weigh less
on them. Change sets of ten operations are told beside opening the view.
"""

import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from statistics import median

from bench.bare import insert_bundle, read_rows
from bench.generate import DAY, SEED, write_bundle
from graph.changes import (
    ChangeSet,
    Operation,
    Retract,
    RetractRelation,
    UpsertEntity,
    UpsertRelation,
)
from graph.dates import parse_day
from graph.ontology import EntityKind, RelationType
from graph.records import Relation
from graph.repository import Repository
from graph.search.upkeep import search_index
from graph.stores.sqlite import SqliteStore
from graph.view import GraphView
from importers import IMPORTERS, run_import

_RUNS, _CHANGES = 3, 15


def main() -> None:
    """Print the tables, or do one step in this process."""
    if len(sys.argv) > 2:
        _print_step(sys.argv[1], Path(sys.argv[2]))
        return
    count = sys.argv[1] if len(sys.argv) > 1 else "20000"
    with tempfile.TemporaryDirectory() as name:
        write_bundle(Path(name), int(count))
        report(Path(name))


def report(bundle: Path) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for table in ("entities.csv", "relations.csv"):
            (folder / table).symlink_to(bundle / table)
        print(
            "| what | Maillage (processor s) | bare csv + sqlite3 | ratio | Maillage, peak (MiB) |"
        )
        print("|---|---:|---:|---:|---:|")
        _compare("import into an empty store", folder, "import", "insert")
        _check_same(folder)
        _compare("opening the view", folder, "open", "read")
        print("\n| what | ms, median | the first | share of opening |")
        print("|---|---:|---:|---:|")
        print(_step("change", folder))


def _compare(what: str, folder: Path, ours: str, bare: str) -> None:
    """A row: two steps by turns, so that what else the machine does weighs on both."""
    runs = [(_measured(ours, folder), _measured(bare, folder)) for _ in range(_RUNS)]
    times, others = (median(seconds for seconds, _ in each) for each in zip(*runs, strict=True))
    peak = max(peak for (_, peak), _ in runs)
    print(f"| {what} | {times:.2f} | {others:.2f} | {times / others:.2f} | {peak:.0f} |")


def _measured(step: str, folder: Path) -> tuple[float, float]:
    seconds, peak = map(float, _step(step, folder).split())
    return seconds, peak


def _step(step: str, folder: Path) -> str:
    """What a step prints, done in a process of its own."""
    command = [sys.executable, "-m", "bench.loading", step, str(folder)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _print_step(step: str, folder: Path) -> None:
    if step == "change":
        _print_changes(folder)
        return
    steps: dict[str, Callable[[Path], object]] = {
        "import": _import,
        "insert": _insert,
        "open": _open,
        "read": lambda folder: read_rows(folder / "bare.db"),
    }
    seconds = _timed(lambda: steps[step](folder))
    print(seconds, getrusage(RUSAGE_SELF).ru_maxrss / 1024)


def _timed(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _import(folder: Path) -> None:
    repository = Repository(SqliteStore(_new(folder / "ours.db")))
    run_import(repository, IMPORTERS["bundle"], [folder], author="bench")
    repository.close()


def _insert(folder: Path) -> None:
    insert_bundle(folder, _new(folder / "bare.db"))


def _open(folder: Path) -> Repository:
    repository = Repository(SqliteStore(folder / "ours.db"))
    repository.view()
    return repository


def _new(path: Path) -> Path:
    path.unlink(missing_ok=True)
    return path


def _check_same(folder: Path) -> None:
    """Stop unless both files hold the same rows."""
    with (
        closing(sqlite3.connect(folder / "ours.db")) as ours,
        closing(sqlite3.connect(folder / "bare.db")) as bare,
    ):
        for table in ("identity", "entity", "relation", "same_as"):
            rows = f"SELECT * FROM {table}"
            for left, right in zip(ours.execute(rows), bare.execute(rows), strict=True):
                assert left == right, (left, right)


def _print_changes(folder: Path) -> None:
    """Rows: change sets written, seen by who wrote them, by another, and by a search."""
    opened = [_timed(lambda: _open(folder)) for _ in range(_RUNS)]
    writer, reader = _open(folder), _open(folder)
    view, draw = writer.view(), Random(SEED)
    search_index(view)
    involved = view.adjacency(RelationType.INVOLVED_IN, outgoing=True).relations.tolist()
    drawn = iter(map(view.relation, draw.sample(involved, 2 * _CHANGES)))
    changes = [_ten(view, draw, gone, other) for gone, other in zip(drawn, drawn, strict=True)]
    reader.view()
    steps: dict[str, Callable[[], object]] = {
        "seen by a day's view": lambda: writer.view().on(parse_day(DAY)),
        "seen by another process": reader.view,
        "seen by a search": lambda: search_index(writer.view()),
    }
    times: dict[str, list[float]] = {"applied, and in the view": [], **{step: [] for step in steps}}
    for change in changes:
        times["applied, and in the view"].append(_timed(partial(_apply, writer, change)))
        for step, run in steps.items():
            times[step].append(_timed(run))
    whole = median(opened)
    for step, found in times.items():
        middle = median(found)
        told = f"{1000 * middle:.1f} | {1000 * found[0]:.1f} | 1/{whole / middle:.0f}"
        print(f"| ten operations, {step} | {told} |")
    print(
        f"\nPeak, two views and a search index: {getrusage(RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
    )


def _apply(repository: Repository, change: ChangeSet) -> GraphView:
    repository.apply(change)
    return repository.view()


def _ten(view: GraphView, draw: Random, gone: Relation, other: Relation) -> ChangeSet:
    """A new action with its relations, changed and retracted entities and relations."""
    new = f"axn:new-{draw.getrandbits(60)}"

    def some(kind: EntityKind) -> str:
        return view.entity(draw.choice(view.rows_of(kind))).id

    operations: list[Operation] = [
        UpsertEntity(new, EntityKind.ACTION, {"name": "Nouvelle action", "start": "2020"}),
        UpsertRelation(RelationType.ADDRESSES, new, some(EntityKind.THEME), {}),
        UpsertRelation(RelationType.COVERS, new, some(EntityKind.TERRITORY), {}),
        UpsertRelation(RelationType.INVOLVED_IN, some(EntityKind.ACTOR), new, {"role": "LEAD"}),
        UpsertRelation(RelationType.PART_OF, new, some(EntityKind.FRAMEWORK), {}),
        UpsertRelation(other.type, other.origin, other.target, {"start": "2001"}),
        UpsertEntity(some(EntityKind.ACTION), None, {"note": new}),
        UpsertEntity(some(EntityKind.ACTOR), None, {"description": new}),
        RetractRelation(gone.type, gone.origin, gone.target, gone.role, gone.start, gone.key.year),
        Retract(some(EntityKind.BODY)),
    ]
    return ChangeSet(operations, "bench", "bench")


if __name__ == "__main__":
    main()
