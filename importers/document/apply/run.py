"""Writing a confirmed reading: one change set, journalled and revertible, or nothing."""

from dataclasses import replace

from graph.changes import ChangeSet
from graph.progress import Progress, followed, no_progress
from graph.repository import Repository
from importers.document.apply.confirmed import Confirmed
from importers.document.apply.statement import Statement, statement
from importers.report import Report, report_of

ORIGIN = "document"


def apply_reading(
    repository: Repository,
    confirmed: Confirmed,
    *,
    author: str,
    file: str | None = None,
    dry_run: bool = False,
    progress: Progress = no_progress,
) -> Report:
    """Write a reading as one change set; a second time changes nothing.

    ``progress`` may raise to cancel, until it has let ``WRITING`` pass. Raises as ``statement``
    and ``plan_change``; nothing is written then.
    """
    with followed(progress):
        stated = statement(repository.view(), confirmed, file)
        change_set = change_set_of(confirmed, stated, author)
        if dry_run:
            record, plan = None, repository.plan(change_set)
        else:
            record, plan = repository.apply(change_set)
    return replace(report_of(record, plan, dry_run), remarks=stated.remarks)


def change_set_of(confirmed: Confirmed, stated: Statement, author: str) -> ChangeSet:
    """The change set of a reading; its message tells what a person refused."""
    told = f" ({confirmed.told})" if confirmed.told else ""
    message = f"Lecture de « {confirmed.document.title} »{told}"
    return ChangeSet(stated.operations, author, ORIGIN, message)
