"""The exchange format, written: importing it gives the same graph.

Merged entities are written as the one that readers see, with the relations of all. Contacts
and their posts are left out: they never leave in a bundle.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from api.exports.files import outputs, refusals
from api.exports.part import Part, cited, part
from graph.ontology import LIST_SEPARATOR, PROPERTY, RELATION_PROPERTY, Property, Value
from graph.ontology.values import unique
from graph.records import SOURCE_LOCATOR, Entity, Relation
from graph.view import GraphView
from importers.bundle import ENTITIES_FILE, RELATIONS_FILE
from importers.cells import ENTITY_COLUMNS, RELATION_COLUMNS, Cells


def write_bundle(view: GraphView, folder: Path, kept: Part | None = None) -> None:
    """Write ``entities.csv`` and ``relations.csv`` into a folder, created when missing.

    Rows are in order of id, and of identity; both files change together. A part holds both
    ends of its relations and the documents that it cites, so it can be imported alone.
    Raises InvalidData when the folder cannot be written.
    """
    kept = kept or part(view)
    tables = {
        ENTITIES_FILE: (ENTITY_COLUMNS, list(_entities(view, kept))),
        RELATIONS_FILE: (RELATION_COLUMNS, list(_relations(view, kept))),
    }
    with refusals(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with outputs() as files:
            for name, (columns, rows) in tables.items():
                with files.open(folder / name) as stream:
                    _write(stream, columns, rows)


def _entities(view: GraphView, kept: Part) -> Iterator[Cells]:
    for row in kept.rows:
        record = view.entity(row)
        yield {
            "id": record.id,
            "kind": record.kind.label,
            **_cells(PROPERTY, {"name": record.name, **_period(record), **record.props}),
            "source": _sources(view, record),
        }


def _relations(view: GraphView, kept: Part) -> Iterator[Cells]:
    columns = view.relations
    for number in kept.relations:
        record = view.relation(number)
        values: dict[str, Value | None] = {
            "role": record.role,
            "year": record.year,
            **_period(record),
            **record.props,
        }
        yield {
            "type": record.type.value,
            "from": view.entity(int(columns.origin[number])).id,
            "to": view.entity(int(columns.target[number])).id,
            **_cells(RELATION_PROPERTY, values),
            "source": _sources(view, record),
        }


def _sources(view: GraphView, record: Entity | Relation) -> str:
    return LIST_SEPARATOR.join(
        unique(
            view.entity(row).id + (f"{SOURCE_LOCATOR}{locator}" if locator else "")
            for row, locator in cited(view, record.sources)
        )
    )


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


def _write(stream: BinaryIO, columns: Sequence[str], rows: Sequence[Cells]) -> None:
    """Only columns that hold something, beside the first three, which are required."""
    used = {name for row in rows for name, cell in row.items() if cell}
    shown = [name for name in columns if name in used or name in columns[:3]]
    if "name" in columns and "name" not in shown:
        shown.insert(2, "name")
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    writer = csv.DictWriter(text, shown, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    text.detach()
