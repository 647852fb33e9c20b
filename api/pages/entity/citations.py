"""What a document establishes: the entities that it supports, and where in it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from api.pages.facts import nature
from api.pages.links import Link, entity_link, is_shown
from graph.ontology import LIST_SEPARATOR, EntityKind
from graph.records import source_parts
from graph.view import GraphView
from graph.view.arrays import distinct
from graph.view.labels import folded


@dataclass(frozen=True, slots=True)
class Citation:
    """An entity that a document supports, by itself or by a relation that starts there."""

    entity: Link
    nature: str
    locators: tuple[str, ...]


def citations(view: GraphView, document: str) -> list[Citation]:
    """What a document supports, by name; linear in what it supports."""
    index = view.derived(_Cited)
    locators: dict[int, dict[str, None]] = {}
    for row, source in index.cited(view, document):
        locator = source_parts(source)[1]
        locators.setdefault(row, {}).update({locator: None} if locator else {})
    rows = [row for row in locators if is_shown(view.kind(row))]
    rows.sort(key=lambda row: (folded(view.entity(row).name), view.entity(row).id))
    return [
        Citation(entity_link(view, row), nature(view.entity(row)), tuple(locators[row]))
        for row in rows
    ]


class _Cited:
    """Who cites a document, for all documents of a view: linear in its facts, made once."""

    def __init__(self, view: GraphView) -> None:
        self._rows: dict[str, list[tuple[int, str]]] = {}
        for row in view.rows_of(*EntityKind):
            for source in view.entity(row).sources:
                self._rows.setdefault(source_parts(source)[0], []).append((row, source))
        self._shown = view.entities.of_kinds([kind for kind in EntityKind if is_shown(kind)])
        codes = view.relations.sources
        self._order = np.argsort(codes, kind="stable")
        self._sorted = codes[self._order]
        self._codes: dict[str, list[tuple[int, str]]] = {}
        for code in np.unique(codes).tolist():
            for source in (view.texts.texts[code] or "").split(LIST_SEPARATOR):
                self._codes.setdefault(source_parts(source)[0], []).append((code, source))

    def cited(self, view: GraphView, document: str) -> Iterator[tuple[int, str]]:
        """Rows that cite a document, each with the source as it is written."""
        yield from self._rows.get(document, ())
        columns, shown = view.relations, self._shown
        for code, source in self._codes.get(document, ()):
            first, last = np.searchsorted(self._sorted, [code, code + 1])
            numbers = self._order[first:last]
            numbers = numbers[columns.visible[numbers]]
            origin, target = columns.origin[numbers], columns.target[numbers]
            for row in distinct(origin[shown[origin] & shown[target]]).tolist():
                yield row, source
