"""Fiches: the facts of one document, written by hand in YAML, each with its locator.

The format is described in ``data/README.md``. A fiche names its ``document``, then
``entities`` (each with the relations that start or end there) and free ``relations``;
keys are the bundle's columns, ``at`` is the place in the document that supports the fact.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.changes import Operation
from graph.errors import InvalidData
from graph.ontology import LIST_SEPARATOR
from graph.records import SOURCE_LOCATOR
from importers.agreement import agreeing
from importers.base import Progress
from importers.cells import (
    ENTITY_COLUMNS,
    RELATION_COLUMNS,
    entity_operation,
    relation_operation,
)
from importers.fiche.nodes import Entry, read_fiche

_TOP = ("document", "entities", "relations")
_HERE = {"from": "to", "to": "from"}


class FicheImporter:
    """Reads fiches, one YAML file per document."""

    name = "fiche"
    label = "de fiches"

    def read(self, paths: Sequence[Path], progress: Progress) -> Iterator[Operation]:
        for count, path in enumerate(paths, start=1):
            progress(path.name, count)
            yield from agreeing(_operations(read_fiche(path)))


def _operations(fiche: Entry) -> Iterator[Operation]:
    fiche.check_keys(_TOP)
    document = fiche.entry("document")
    document.check_keys(ENTITY_COLUMNS)
    source = document.text("id")
    cells = {"kind": "Document", **document.cells(), "source": source}
    yield entity_operation(cells, document.place)
    for entity in fiche.entries("entities"):
        entity.check_keys((*ENTITY_COLUMNS, "at", "relations"))
        yield entity_operation(_sourced(entity, source, without=("relations",)), entity.place)
        for relation in entity.entries("relations"):
            yield _relation(relation, source, here=entity.text("id"))
    for relation in fiche.entries("relations"):
        yield _relation(relation, source, here=None)


def _relation(relation: Entry, source: str, here: str | None) -> Operation:
    relation.check_keys((*RELATION_COLUMNS, "at"))
    cells = _sourced(relation, source)
    if here is not None:
        given = [end for end in _HERE if end in cells]
        if len(given) != 1:
            raise InvalidData(
                "donner l'autre bout de la relation par « to: » ou par « from: », pas les deux",
                place=relation.place,
            )
        cells[_HERE[given[0]]] = here
    return relation_operation(cells, relation.place)


def _sourced(entry: Entry, document: str, without: Sequence[str] = ()) -> dict[str, str]:
    """The cells of a fact with its source: the fiche's document at the locator ``at``."""
    cells = entry.cells(without=(*without, "at"))
    locator = entry.text("at")
    if LIST_SEPARATOR in locator:
        raise InvalidData(f"« at » ne peut pas contenir « {LIST_SEPARATOR} »", place=entry.place)
    own = f"{document}{SOURCE_LOCATOR}{locator}"
    more = cells.get("source")
    cells["source"] = f"{own}{LIST_SEPARATOR}{more}" if more else own
    return cells
