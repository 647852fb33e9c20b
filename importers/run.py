"""Running an import: read all, check as a whole, apply as one change set or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from graph.changes import ChangeSet, Operation, Plan
from graph.collecting import collector_paused
from graph.reconciliation import Asked, Rule, reconcile
from graph.repository import Repository
from graph.stores import ChangeRecord
from graph.view import GraphView
from importers.base import Importer, Progress, no_progress
from importers.disappearance import follow_up
from importers.listing import ListImporter, Remark, Whereabouts
from importers.report import ListReport, Report, row_fates


def run_import(
    repository: Repository,
    importer: Importer | ListImporter,
    paths: Sequence[Path],
    *,
    author: str,
    dry_run: bool = False,
    progress: Progress = no_progress,
) -> Report:
    """Import files as one change set.

    ``progress`` may raise to cancel. Raises InvalidData or UnknownReference when a file or a
    fact is wrong; nothing is written then. A list's rows that lack something are refused one by
    one, and told in the report.
    """
    names = ", ".join(path.name or str(path) for path in paths)
    message = f"Import {importer.label} : {names}"

    def written(operations: list[Operation]) -> tuple[ChangeRecord | None, Plan]:
        change_set = ChangeSet(operations, author, importer.name, message)
        progress("vérification et écriture", len(operations))
        if dry_run:
            return None, repository.plan(change_set)
        return repository.apply(change_set)

    with collector_paused():
        if isinstance(importer, ListImporter):
            return _run_list(repository.view(), importer, paths, written, dry_run, progress)
        record, plan = written(list(importer.read(paths, progress)))
    return _report(record, plan, dry_run)


def _run_list(
    view: GraphView,
    importer: ListImporter,
    paths: Sequence[Path],
    write: Callable[[list[Operation]], tuple[ChangeRecord | None, Plan]],
    dry_run: bool,
    progress: Progress,
) -> Report:
    """A list: read, linked with what is known, followed up since its earlier edition."""
    operations: list[Operation] = []
    remarks: list[Remark] = []
    whereabouts: dict[str, set[str]] = {}
    for told in importer.read(paths, view, progress):
        match told:
            case Remark():
                remarks.append(told)
            case Whereabouts(actor, territory):
                whereabouts.setdefault(actor, set()).add(territory)
            case _:
                operations.append(told)
    progress("rapprochement", len(operations))
    rule = Rule(importer.reconciled, importer.distinct)
    linked = reconcile(view, operations, rule, whereabouts)
    further, disappeared = follow_up(view, operations)
    record, plan = write([*operations, *linked.operations, *further])
    rows = row_fates(view, operations, plan, remarks, map(_asked, linked.asked))
    return replace(
        _report(record, plan, dry_run),
        refused=sum(remark.refused for remark in remarks),
        listed=ListReport(len(linked.asked), disappeared, rows),
    )


def _asked(asked: Asked) -> Remark:
    """A question as a remark on its row."""
    reasons = "; ".join((*asked.verdict.pros, *(f"mais {con}" for con in asked.verdict.cons)))
    return Remark(asked.place, f"« {asked.id} » est-il « {asked.other} » ? {reasons}")


def _report(record: ChangeRecord | None, plan: Plan, dry_run: bool) -> Report:
    return Report(
        record.id if record else None, plan.created, plan.changed, plan.unchanged, 0, dry_run
    )
