"""What of the graph an export takes: all of it, or what a day and a territory keep.

A day keeps the facts active on it. A territory keeps, beside the territories related to it:

1. what has one of them as its territory: initiatives (an Action without COVERS takes the
   territories of its Frameworks and Schemes, as in every answer), needs and actors;
2. the bodies that govern those initiatives, the meetings of these bodies and Frameworks, the
   actors involved in, expected in, sitting on or present at any of them, the needs answered;
3. the themes, audiences and territories that all those refer to, with the broader ones;
4. the relations between what is kept, and the documents that all these facts cite.

Without a day all is read whatever the dates. Contacts and their posts never leave.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.records import source_parts
from graph.stores.base import change_id
from graph.view import GraphView
from graph.view.columns import KIND_CODE, TYPE_ORDER, Flags

_REFERENCES = (
    EntityKind.THEME,
    EntityKind.AUDIENCE,
    EntityKind.TERRITORY,
    EntityKind.DOCUMENT,
)
_ATTENDING = (
    RelationType.INVOLVED_IN,
    RelationType.EXPECTED_IN,
    RelationType.MEMBER_OF,
    RelationType.ATTENDED,
)
_REFERRING = (
    RelationType.ADDRESSES,
    RelationType.TARGETS,
    RelationType.COVERS,
    RelationType.NOT_APPLICABLE,
    RelationType.CHECKED_ABSENT,
)


@dataclass(frozen=True)
class Part:
    """Entities by id and relations by type, ends, role and start, as rows and numbers."""

    rows: Sequence[int]
    relations: Sequence[int]

    def is_bare(self, view: GraphView) -> bool:
        """Whether it holds nothing but concepts and documents."""
        return all(view.kind(row) in _REFERENCES for row in self.rows)


def part(view: GraphView, day: int | None = None, territory: int | None = None) -> Part:
    """What an export of a view takes; see the module. Each limit is optional."""
    return _Selection(view, day).part(territory)


def part_of(view: GraphView, rows: Iterable[int], numbers: Iterable[int]) -> Part:
    """Some entities and relations, in the order of a part."""
    columns, rank, texts = view.relations, view.entities.rank, view.texts.texts

    def order(number: int) -> tuple[str, int, int, str, str, int]:
        return (
            TYPE_ORDER[int(columns.type[number])].value,
            int(rank[columns.origin[number]]),
            int(rank[columns.target[number]]),
            texts[columns.role[number]] or "",
            texts[columns.start[number]] or "",
            int(columns.year[number]),
        )

    return Part(view.by_id(rows), sorted(numbers, key=order))


def cited(view: GraphView, sources: Iterable[str]) -> Iterator[tuple[int, str | None]]:
    """Document (row) and locator of each source, merged documents led to their survivors."""
    for source in sources:
        document, locator = source_parts(source)
        row = view.row(document)
        if row is not None:
            yield row, locator


def stated_by(said: int) -> str:
    """What a fact without source rests on: the change set that stated it."""
    return f"import {change_id(said)}"


class _Selection:
    """The facts that a day keeps, and steps along them."""

    def __init__(self, view: GraphView, day: int | None) -> None:
        self.view = view
        self.entities: Flags = view.entities.visible.copy()
        self.relations: Flags = view.relations.visible.copy()
        if day is not None:
            active = view.on(day)
            self.entities &= active.active
            self.relations &= active.relation_active
        self.entities &= view.entities.kind != KIND_CODE[EntityKind.CONTACT]
        self.relations &= self.entities[view.relations.origin]
        self.relations &= self.entities[view.relations.target]

    def part(self, territory: int | None) -> Part:
        kept = self._of_kind(EntityKind) if territory is None else self._around(territory)
        inside = np.zeros(self.view.size, dtype=np.bool_)
        inside[list(kept)] = True
        columns = self.view.relations
        mask = self.relations & inside[columns.origin] & inside[columns.target]
        numbers: list[int] = np.flatnonzero(mask).tolist()
        kept |= self._documents(kept, numbers)
        return part_of(self.view, kept, numbers)

    def _around(self, territory: int) -> set[int]:
        places = {territory}
        places |= self._chain({territory}, RelationType.WITHIN, outgoing=True)
        places |= self._chain({territory}, RelationType.WITHIN, outgoing=False)
        placed = self._placed(places)
        initiatives = placed & self._of_kind(INITIATIVES)
        bodies = self._ends(initiatives, RelationType.GOVERNED_BY)
        meetings = self._ends(initiatives | bodies, RelationType.HELD_BY, outgoing=False)
        kept = placed | bodies | meetings
        kept |= self._ends(initiatives, RelationType.RESPONDS_TO)
        for type_ in _ATTENDING:
            kept |= self._ends(initiatives | bodies | meetings, type_, outgoing=False)
        needs = kept & self._of_kind((EntityKind.NEED,))
        documents = self._of_kind((EntityKind.DOCUMENT,))
        kept |= self._ends(needs, RelationType.IDENTIFIED_IN) & documents
        concepts = places.union(*(self._ends(kept | places, type_) for type_ in _REFERRING))
        for type_ in (RelationType.BROADER, RelationType.WITHIN):
            concepts |= self._chain(concepts, type_, outgoing=True)
        return kept | concepts

    def _placed(self, places: set[int]) -> set[int]:
        """What has a territory among the places, its own or inherited."""
        own = self._ends(places, RelationType.COVERS, outgoing=False)
        parts = self._ends(own, RelationType.PART_OF, outgoing=False)
        actions = parts & self._of_kind((EntityKind.ACTION,))
        return own | {row for row in actions if not self._ends({row}, RelationType.COVERS)}

    def _of_kind(self, kinds: Iterable[EntityKind]) -> set[int]:
        mask = self.view.entities.of_kinds(kinds)
        return set(np.flatnonzero(mask & self.entities).tolist())

    def _ends(self, rows: set[int], type_: RelationType, *, outgoing: bool = True) -> set[int]:
        """Where the kept relations of a type lead from some entities, one step."""
        index = self.view.adjacency(type_, outgoing=outgoing)
        columns = self.view.relations
        ends = columns.target if outgoing else columns.origin
        found: set[int] = set()
        for row in rows:
            numbers = index.of(row)
            found.update(ends[numbers[self.relations[numbers]]].tolist())
        return found

    def _chain(self, rows: set[int], type_: RelationType, *, outgoing: bool) -> set[int]:
        """The same by any number of steps."""
        found, edge = set(rows), rows
        while edge:
            edge = self._ends(edge, type_, outgoing=outgoing) - found
            found |= edge
        return found

    def _documents(self, rows: Iterable[int], numbers: Iterable[int]) -> set[int]:
        """Documents that facts cite, and those that these documents cite in turn."""
        view, found = self.view, set[int]()
        texts = {source for number in numbers for source in view.relation(number).sources}
        edge = {row for row, _ in cited(view, texts)}
        edge |= {cite for row in rows for cite, _ in cited(view, view.entity(row).sources)}
        while edge:
            found |= edge
            edge = {cite for row in edge for cite, _ in cited(view, view.entity(row).sources)}
            edge -= found
        return found
