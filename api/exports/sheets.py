"""Sheets for French spreadsheets: one CSV per kind of entity, and one of relations.

They open by a double click: UTF-8 with its mark, semicolons, decimal commas, French headers
and values. For people; programs read the bundle. No cell starts a formula.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import IO, NamedTuple, TypeAlias

from api.exports.files import outputs, refusals, written
from api.exports.part import Part, cited, part, stated_by
from graph.ontology import (
    KINDS,
    PROPERTY,
    RELATION_PROPERTY,
    RELATIONS,
    EntityKind,
    Property,
    Value,
)
from graph.records import Entity, Relation
from graph.view import GraphView
from graph.view.labels import folded

Cells: TypeAlias = Mapping[str, str]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SEPARATOR = " | "
_SAME_DATE = (1980, 1, 1, 0, 0, 0)
"""Date of the files in an archive: the same facts make the same archive."""
_IDENTITY = ("identifiant", "nom")
_ENDS = (
    "relation",
    "de (identifiant)",
    "de (nom)",
    "de (type)",
    "vers (identifiant)",
    "vers (nom)",
    "vers (type)",
)
_SOURCES = ("sources", "documents cités")


class Sheet(NamedTuple):
    """A file with its headers and rows; a row is made when it is written."""

    name: str
    headers: tuple[str, ...]
    rows: Iterator[Cells]


def write_sheets(view: GraphView, out: Path, kept: Part | None = None) -> None:
    """Write the sheets into a folder, created when missing, or into one ``.zip`` file.

    A kind without any entity has its sheet too, so that nothing of an earlier export stays
    beside. Raises InvalidData when the output cannot be written.
    """
    kept = kept or part(view)
    with refusals(out):
        if out.suffix.lower() == ".zip":
            _write_archive(out, sheets(view, kept))
            return
        out.mkdir(parents=True, exist_ok=True)
        with outputs() as files:
            for sheet in sheets(view, kept):
                with files.open(out / sheet.name) as stream:
                    _write(stream, sheet)


def _write_archive(out: Path, content: Iterable[Sheet]) -> None:
    with written(out) as stream, zipfile.ZipFile(stream, "w") as archive:
        for sheet in content:
            entry = zipfile.ZipInfo(sheet.name, _SAME_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w", force_zip64=True) as inside:
                _write(inside, sheet)


def _write(stream: IO[bytes], sheet: Sheet) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(sheet.headers)
    for row in sheet.rows:
        writer.writerow(as_text(row.get(header, "")) for header in sheet.headers)
    text.detach()


def as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def sheets(view: GraphView, kept: Part) -> Iterator[Sheet]:
    """A sheet per kind that leaves, ``acteurs.csv``, ``reunions.csv``..., then relations.

    Beside what identifies a row, only properties that one of the rows has are shown.
    """
    by_kind: dict[EntityKind, list[int]] = {kind: [] for kind in KINDS}
    del by_kind[EntityKind.CONTACT]
    for row in kept.rows:
        by_kind[view.kind(row)].append(row)
    for kind, rows in by_kind.items():
        used = {name for row in rows for name in _values(view.entity(row))}
        labels = [prop.label for name, prop in PROPERTY.items() if name in used - {"name"}]
        yield Sheet(
            f"{folded(KINDS[kind].plural)}.csv",
            (*_IDENTITY, *labels, *_SOURCES),
            (_entity(view, row) for row in rows),
        )
    used = {name for number in kept.relations for name in _values(view.relation(number))}
    labels = [prop.label for name, prop in RELATION_PROPERTY.items() if name in used]
    yield Sheet(
        "liens.csv",
        (*_ENDS, *labels, *_SOURCES),
        (_relation(view, number) for number in kept.relations),
    )


def _entity(view: GraphView, row: int) -> Cells:
    record = view.entity(row)
    return {
        "identifiant": record.id,
        **_labelled(PROPERTY, _values(record)),
        **_sources(view, record, int(view.entities.said[row])),
    }


def _relation(view: GraphView, number: int) -> Cells:
    record, columns = view.relation(number), view.relations
    rule = RELATIONS[record.type]
    cells = {"relation": rule.label}
    for name, row in (("de", columns.origin[number]), ("vers", columns.target[number])):
        end = view.entity(int(row))
        cells[f"{name} (identifiant)"] = end.id
        cells[f"{name} (nom)"] = end.name
        cells[f"{name} (type)"] = KINDS[end.kind].label
    values = _values(record)
    if record.role is not None:
        values["role"] = (rule.roles or {}).get(record.role, record.role)
    return {
        **cells,
        **_labelled(RELATION_PROPERTY, values),
        **_sources(view, record, int(columns.said[number])),
    }


def _values(record: Entity | Relation) -> dict[str, Value]:
    """What a record states, by name of property."""
    values: dict[str, Value | None] = {"start": record.start, "end": record.end, **record.props}
    if record.open_ended:
        values["open_ended"] = True
    if isinstance(record, Relation):
        values |= {"role": record.role, "year": record.year}
    else:
        values["name"] = record.name
    return {name: value for name, value in values.items() if value is not None}


def _labelled(properties: Mapping[str, Property], values: Mapping[str, Value]) -> Cells:
    return {properties[name].label: _cell(properties[name], each) for name, each in values.items()}


def _cell(prop: Property, value: Value) -> str:
    match value:
        case bool():
            return "oui" if value else "non"
        case int():
            return str(value)
        case float():
            return format(Decimal(repr(value)), "f").replace(".", ",")
        case tuple():
            return _SEPARATOR.join(value)
    return (prop.choices or {}).get(value, value)


def _sources(view: GraphView, record: Entity | Relation, said: int) -> Cells:
    named, cites = [], []
    for row, locator in cited(view, record.sources):
        document = view.entity(row)
        named.append(f"{document.name}, {locator}" if locator else document.name)
        cites.append(document.id)
    return {
        "sources": _SEPARATOR.join(dict.fromkeys(named)) or stated_by(said),
        "documents cités": _SEPARATOR.join(dict.fromkeys(cites)),
    }
