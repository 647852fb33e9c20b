"""The exchange format, written: importing it gives the same graph.

Merged entities are written as the one that readers see, with the relations of all. Contacts
and their posts are left out: they never leave in a bundle.
"""

import csv
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from graph.errors import InvalidData, Place
from graph.ontology import (
    LIST_SEPARATOR,
    PROPERTY,
    RELATION_PROPERTY,
    EntityKind,
    Property,
    RelationType,
    Value,
)
from graph.ontology.values import unique
from graph.records import SOURCE_LOCATOR, Entity, Relation, source_parts
from graph.system_errors import french
from graph.view import GraphView
from importers.bundle import ENTITIES_FILE, RELATIONS_FILE
from importers.cells import ENTITY_COLUMNS, RELATION_COLUMNS, Cells


def write_bundle(view: GraphView, folder: Path) -> None:
    """Write ``entities.csv`` and ``relations.csv`` into a folder, created when missing.

    Rows are in order of id, and of identity. Each file is written aside and renamed, so a
    reader never meets half of one. Raises InvalidData when the folder cannot be written.
    """
    tables = {
        ENTITIES_FILE: (ENTITY_COLUMNS, list(_entities(view))),
        RELATIONS_FILE: (RELATION_COLUMNS, list(_relations(view))),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, (columns, rows) in tables.items():
            _write(folder / name, columns, rows)
    except OSError as error:
        raise InvalidData(
            f"impossible d'écrire dans ce dossier : {french(error)}",
            code="UNWRITABLE",
            place=Place(str(folder)),
        ) from None


def _entities(view: GraphView) -> Iterator[Cells]:
    for row in view.rows_of(*(kind for kind in EntityKind if kind is not EntityKind.CONTACT)):
        record = view.entity(row)
        yield {
            "id": record.id,
            "kind": record.kind.label,
            **_cells(PROPERTY, {"name": record.name, **_period(record), **record.props}),
            "source": _sources(view, record),
        }


def _relations(view: GraphView) -> Iterator[Cells]:
    columns = view.relations
    rows = []
    for number in view.relation_numbers():
        record = view.relation(number)._replace(
            origin=view.entity(int(columns.origin[number])).id,
            target=view.entity(int(columns.target[number])).id,
        )
        if record.type is not RelationType.HOLDS_POST:
            rows.append(record)
    rows.sort(key=_order)
    for record in rows:
        values: dict[str, Value | None] = {
            "role": record.role,
            "year": record.year,
            **_period(record),
            **record.props,
        }
        yield {
            "type": record.type.value,
            "from": record.origin,
            "to": record.target,
            **_cells(RELATION_PROPERTY, values),
            "source": _sources(view, record),
        }


def _sources(view: GraphView, record: Entity | Relation) -> str:
    """The sources of a fact; documents that were merged under the id that stands for them."""
    found = []
    for source in record.sources:
        document, locator = source_parts(source)
        row = view.row(document)
        id_ = document if row is None else view.entity(row).id
        found.append(id_ if locator is None else f"{id_}{SOURCE_LOCATOR}{locator}")
    return LIST_SEPARATOR.join(unique(found))


def _order(record: Relation) -> tuple[str, str, str, str, str, int]:
    ends = (record.type.value, record.origin, record.target)
    return (*ends, record.role or "", record.start or "", record.year or 0)


def _period(record: Entity | Relation) -> dict[str, Value | None]:
    return {
        "start": record.start,
        "end": record.end,
        "open_ended": True if record.open_ended else None,
    }


def _cells(properties: Mapping[str, Property], values: Mapping[str, Value | None]) -> Cells:
    return {
        name: properties[name].value.write(value)
        for name, value in values.items()
        if value is not None
    }


def _write(path: Path, columns: Sequence[str], rows: Sequence[Cells]) -> None:
    """Only columns that hold something, beside the first three, which are required."""
    used = {name for row in rows for name, cell in row.items() if cell}
    shown = [name for name in columns if name in used or name in columns[:3]]
    if "name" in columns and "name" not in shown:
        shown.insert(2, "name")
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "w", encoding="utf-8", newline="") as stream:
            _write_rows(
                csv.DictWriter(stream, shown, extrasaction="ignore", lineterminator="\r\n"), rows
            )
        os.chmod(aside, 0o644)
        os.replace(aside, path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _write_rows(writer: "csv.DictWriter[str]", rows: Iterable[Cells]) -> None:
    writer.writeheader()
    writer.writerows(rows)
