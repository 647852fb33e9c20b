"""Drawing small graphs in tests, by the same ways that users have: change sets and bundles."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.changes import ChangeSet, Operation, UpsertEntity, UpsertRelation
from graph.ontology import EntityKind, RelationType, Value
from graph.repository import Repository
from graph.stores import ChangeRecord
from graph.stores.sqlite import SqliteStore
from importers import Report, run_import
from importers.bundle import BundleImporter

AUTHOR = "Camille"
Row = Mapping[str, str]


def entity(kind: str, id_: str, *sources: str, **values: Value | None) -> UpsertEntity:
    """``entity("Actor", "act:caf", actor_kind="CAF")``; the name is the id unless given."""
    return UpsertEntity(id_, EntityKind(kind.upper()), {"name": id_, **values}, sources)


def relation(
    origin: str, type_: str, target: str, *sources: str, **values: Value | None
) -> UpsertRelation:
    """``relation("act:caf", "INVOLVED_IN", "fra:ctg", role="LEAD")``."""
    return UpsertRelation(RelationType(type_), origin, target, values, sources)


def entities(kind: str, *ids: str) -> list[Operation]:
    """Several entities of a kind."""
    return [entity(kind, id_) for id_ in ids]


def relations(origin: str, type_: str, *targets: str) -> list[Operation]:
    """Several relations of a type from one entity."""
    return [relation(origin, type_, target) for target in targets]


def change_set(*operations: Operation, message: str = "") -> ChangeSet:
    """Operations as a change set of the tests' author."""
    return ChangeSet(operations, AUTHOR, "test", message)


def apply(repository: Repository, *operations: Operation) -> ChangeRecord:
    """Write a change set that must change something."""
    record, _ = repository.apply(change_set(*operations))
    assert record is not None, "the change set changed nothing"
    return record


def write_rows(folder: Path, entity_rows: Sequence[Row], relation_rows: Sequence[Row]) -> Path:
    """A bundle folder with these rows, each file with the columns that they use."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows, first in (
        ("entities.csv", entity_rows, ("id", "kind", "name")),
        ("relations.csv", relation_rows, ("type", "from", "to")),
    ):
        columns = list(dict.fromkeys([*first, *(column for row in rows for column in row)]))
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns)
            writer.writeheader()
            writer.writerows(rows)
    return folder


def import_folder(repository: Repository, folder: Path) -> Report:
    """Import a bundle folder as users do."""
    return run_import(repository, BundleImporter(), [folder], author=AUTHOR)


@contextmanager
def new_repository() -> Iterator[tuple[Repository, Path]]:
    """An empty graph in a file, and the folder where it is; for examples of hypothesis."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        repository = Repository(SqliteStore(folder / "graph.db"))
        try:
            yield repository, folder
        finally:
            repository.close()


@contextmanager
def imported(
    entity_rows: Sequence[Row], relation_rows: Sequence[Row]
) -> Iterator[tuple[Repository, Path]]:
    """A graph with the rows of a bundle, and a folder to write in."""
    with new_repository() as (repository, folder):
        bundle = write_rows(folder / "bundle", entity_rows, relation_rows)
        import_folder(repository, bundle)
        yield repository, folder
