"""Running an import: read all, check as a whole, apply as one change set or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from graph.changes import ChangeSet, Operation, Plan
from graph.collecting import collector_paused
from graph.progress import followed, tell
from graph.reconciliation import Rule, reconcile
from graph.repository import Repository
from graph.stores import ChangeRecord
from graph.view import GraphView
from importers.base import READING, Importer, Progress, no_progress
from importers.disappearance import follow_up
from importers.editions import editions, known_lists, told_editions
from importers.listing import ListImporter, Remark, Whereabouts
from importers.report import ListReport, Report, doubts_of, report_of, row_fates


def run_import(
    repository: Repository,
    importer: Importer | ListImporter,
    paths: Sequence[Path],
    *,
    author: str,
    dry_run: bool = False,
    named: str = "",
    asks: bool = False,
    progress: Progress = no_progress,
) -> Report:
    """Import files as one change set. ``named`` is the list that the file is an edition of, by
    the id of its Document or by its name; empty when the file's name tells. ``asks``: somebody is
    there to say which list it is, and a doubt raises UnsureEdition instead of being told.

    ``progress`` is told of phases and rows at least every second; it may raise to cancel, until
    it has let ``WRITING`` pass: what is written then is written whole. Raises InvalidData or
    UnknownReference when a file or a fact is wrong; nothing is written then. A list's rows that
    lack something are refused one by one, and told in the report.
    """
    names = ", ".join(path.name or str(path) for path in paths)
    message = f"Import {importer.label} : {names}"

    def written(operations: list[Operation]) -> tuple[ChangeRecord | None, Plan]:
        change_set = ChangeSet(operations, author, importer.name, message)
        return (None, repository.plan(change_set)) if dry_run else repository.apply(change_set)

    with collector_paused(), followed(progress):
        if isinstance(importer, ListImporter):
            return _run_list(repository.view(), importer, paths, named, asks, written, dry_run)
        return report_of(*written(list(importer.read(paths, _reading))), dry_run)


def _reading(file: str, rows: int) -> None:
    tell(f"{READING} de {file}", rows)


def _run_list(
    view: GraphView,
    importer: ListImporter,
    paths: Sequence[Path],
    named: str,
    asks: bool,
    write: Callable[[list[Operation]], tuple[ChangeRecord | None, Plan]],
    dry_run: bool,
) -> Report:
    """A list: read, linked with what is known, followed up since its earlier edition."""
    operations: list[Operation] = []
    remarks: list[Remark] = []
    whereabouts: dict[str, set[str]] = {}
    known = known_lists(view, importer)
    files = editions(importer, paths, known, named)
    for told in importer.read(files, view, _reading):
        match told:
            case Remark():
                remarks.append(told)
            case Whereabouts(actor, territory):
                whereabouts.setdefault(actor, set()).add(territory)
            case _:
                operations.append(told)
    told_of_files = told_editions(view, known, files, operations, named, asks=asks)
    rule = Rule(importer.reconciled, importer.distinct)
    linked = reconcile(view, operations, rule, whereabouts)
    doubts = doubts_of(view, operations, linked.asked)
    further, gone = follow_up(view, operations)
    record, plan = write([*operations, *linked.operations, *further])
    rows = row_fates(operations, plan, remarks, doubts)
    kept = [remark for remark in remarks if not remark.refused]
    return replace(
        report_of(record, plan, dry_run),
        refused=len(remarks) - len(kept),
        listed=ListReport(doubts, kept, gone, rows, told_of_files),
    )
