"""The exchange format: a folder with ``entities.csv`` and ``relations.csv`` (contract).

Either table may be compressed, as ``entities.csv.gz``: large shipped data are.
Source: the product's own contract. Identifiers are kept byte for byte; nothing is reconciled
or merged. Rows may refer forward, or to what the store has.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from graph.changes import Operation, UpsertEntity, UpsertRelation
from graph.errors import InvalidData, Place
from importers.agreement import fact_key
from importers.base import PROGRESS_EVERY, Progress
from importers.bundle.table import COMPRESSED, read_table
from importers.cells import (
    ENTITY_COLUMNS,
    RELATION_COLUMNS,
    Cells,
    entity_operation,
    relation_operation,
)

ENTITIES_FILE = "entities.csv"
RELATIONS_FILE = "relations.csv"

Upsert = TypeVar("Upsert", UpsertEntity, UpsertRelation)


class BundleImporter:
    """Reads bundle folders."""

    name = "bundle"
    label = "d'un lot CSV"

    def read(self, paths: Sequence[Path], progress: Progress) -> Iterator[Operation]:
        for folder in paths:
            yield from _read_folder(folder, progress)


def _read_folder(folder: Path, progress: Progress) -> Iterator[Operation]:
    entities, relations = _table(folder, ENTITIES_FILE), _table(folder, RELATIONS_FILE)
    if entities is None and relations is None:
        raise InvalidData(
            f"il faut un dossier qui contient {ENTITIES_FILE} ou {RELATIONS_FILE}",
            code="MISSING_FILE",
            place=Place(str(folder)),
        )
    if entities is not None:
        yield from _distinct(
            entities,
            ENTITY_COLUMNS,
            ("id", "kind", "name"),
            entity_operation,
            progress,
        )
    if relations is not None:
        yield from _distinct(
            relations,
            RELATION_COLUMNS,
            ("type", "from", "to"),
            relation_operation,
            progress,
        )


def _table(folder: Path, name: str) -> Path | None:
    """The table of a folder, plain or compressed; None when it has none."""
    found = [path for path in _forms(folder / name) if os.path.isfile(path)]
    if len(found) > 1:
        raise InvalidData(
            f"le dossier contient {' et '.join(path.name for path in found)} : n'en garder qu'un",
            code="DUPLICATE_FILE",
            place=Place(str(folder)),
        )
    return found[0] if found else None


def _forms(table: Path) -> tuple[Path, Path]:
    return table, table.with_name(f"{table.name}{COMPRESSED}")


def _distinct(
    path: Path,
    columns: Sequence[str],
    required: Sequence[str],
    operation: Callable[[Cells, Place], Upsert],
    progress: Progress,
) -> Iterator[Upsert]:
    """Operations of a table; an identical repeated row counts once, a differing one is an error."""
    seen: dict[object, Upsert] = {}
    for count, (cells, place) in enumerate(read_table(path, columns, required), start=1):
        if count % PROGRESS_EVERY == 0:
            progress(path.name, count)
        upsert = operation(cells, place)
        first = seen.setdefault(fact_key(upsert), upsert)
        if first is upsert:
            yield upsert
        elif _stated(first) != _stated(upsert):
            raise InvalidData(
                f"cette ligne contredit la ligne {first.place.row}, qui parle de la même chose : "
                "n'en garder qu'une",
                code="DUPLICATE_ROW",
                place=place,
            )


def _stated(upsert: UpsertEntity | UpsertRelation) -> tuple[object, ...]:
    """What a row says beside naming its fact; a symmetric relation has its ends either way."""
    kind = upsert.kind if isinstance(upsert, UpsertEntity) else upsert.type
    return kind, upsert.values, upsert.sources
