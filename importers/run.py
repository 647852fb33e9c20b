"""Running an import: read all, check as a whole, apply as one change set or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.changes import ChangeSet
from graph.collecting import collector_paused
from graph.repository import Repository
from importers.base import Importer, Progress, no_progress


@dataclass(frozen=True)
class Report:
    """What an import did; ``change_set`` is None when it changed nothing or was a dry run."""

    change_set: str | None
    created: int
    changed: int
    unchanged: int
    refused: int
    dry_run: bool


def run_import(
    repository: Repository,
    importer: Importer,
    paths: Sequence[Path],
    *,
    author: str,
    dry_run: bool = False,
    progress: Progress = no_progress,
) -> Report:
    """Import files as one change set.

    Raises InvalidData or UnknownReference, nothing written, when any row is wrong.
    """
    names = ", ".join(path.name or str(path) for path in paths)
    with collector_paused():
        operations = list(importer.read(paths, progress))
        change_set = ChangeSet(
            operations, author, importer.name, f"Import {importer.label} : {names}"
        )
        progress("vérification et écriture", len(operations))
        if dry_run:
            record, plan = None, repository.plan(change_set)
        else:
            record, plan = repository.apply(change_set)
    return Report(
        record.id if record else None, plan.created, plan.changed, plan.unchanged, 0, dry_run
    )
