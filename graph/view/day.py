"""DayView: what is active on a day, by masks over the columns of a view, nothing copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from graph.ontology import EntityKind, RelationType
from graph.view.columns import ANY_DATE, Days
from graph.view.links import Links, Reach, reach

if TYPE_CHECKING:
    from graph.view.graph_view import GraphView

T = TypeVar("T")

_HIERARCHY = {
    EntityKind.THEME: RelationType.BROADER,
    EntityKind.AUDIENCE: RelationType.BROADER,
    EntityKind.TERRITORY: RelationType.WITHIN,
}


_FEW = 32
"""Rows up to which one by one is quicker than all at once."""


class DayView:
    """A view on a day: active entities and relations, neighbours, hierarchies.

    ``active`` and ``relation_active`` are masks by row and by relation number.
    """

    def __init__(self, view: GraphView, day: int) -> None:
        self.view = view
        self.day = day
        entities, relations = view.entities, view.relations
        self.active = entities.visible & (entities.since <= day) & (day <= entities.until)
        within = relations.visible & (relations.since <= day) & (day <= relations.until)
        ends_active = self.active[relations.origin] & self.active[relations.target]
        self.relation_active = within & (ends_active | ANY_DATE[relations.type])
        self._up: dict[int, dict[int, int]] = {}
        self._down: dict[int, dict[int, int]] = {}
        self._under: dict[int, Reach] = {}
        self._near: dict[int, Reach] = {}
        self._derived: dict[Callable[[DayView], Any], Any] = {}

    def derived(self, build: Callable[[DayView], T]) -> T:
        """What ``build`` derives from this day, computed once and kept with it."""
        if build not in self._derived:
            self._derived[build] = build(self)
        value: T = self._derived[build]
        return value

    def out(self, type_: RelationType | None, row: int) -> list[int]:
        """Active relations of a type, of all types when None, that start at an entity."""
        return self._filter(self.view.adjacency(type_, outgoing=True).of(row))

    def into(self, type_: RelationType | None, row: int) -> list[int]:
        """Active relations of a type, of all types when None, that end at an entity."""
        return self._filter(self.view.adjacency(type_, outgoing=False).of(row))

    def _filter(self, numbers: Days) -> list[int]:
        found: list[int] = numbers[self.relation_active[numbers]].tolist()
        return found

    def targets(self, type_: RelationType, row: int) -> list[int]:
        """Entities that active relations of a type lead to."""
        numbers = self.view.adjacency(type_, outgoing=True).of(row)
        found: list[int] = self.view.relations.target[
            numbers[self.relation_active[numbers]]
        ].tolist()
        return found

    def origins(self, type_: RelationType, row: int) -> list[int]:
        """Entities that active relations of a type come from."""
        numbers = self.view.adjacency(type_, outgoing=False).of(row)
        found: list[int] = self.view.relations.origin[
            numbers[self.relation_active[numbers]]
        ].tolist()
        return found

    def links(self, type_: RelationType, rows: Iterable[int], *, outgoing: bool) -> Links:
        """Active relations of a type that start (or end) at several rows, all at once."""
        asked = rows if isinstance(rows, np.ndarray) else np.array(list(rows), dtype=np.int64)
        place, numbers = self.view.adjacency(type_, outgoing=outgoing).of_many(asked)
        kept = self.relation_active[numbers]
        numbers = numbers[kept]
        columns = self.view.relations
        return Links(
            place[kept], numbers, (columns.target if outgoing else columns.origin)[numbers]
        )

    def partners(self, type_: RelationType, row: int) -> list[int]:
        """Entities at the other end of active relations of a type, either direction."""
        return self.targets(type_, row) + self.origins(type_, row)

    def active_rows(self, *kinds: EntityKind, counted: bool = False) -> list[int]:
        """Active rows of the kinds, in row order; only counted ones when asked."""
        entities = self.view.entities
        mask = self.active & entities.of_kinds(kinds)
        if counted:
            mask &= entities.counted
        found: list[int] = np.flatnonzero(mask).tolist()
        return found

    def is_counted(self, row: int) -> bool:
        """Whether an entity enters counts (not generic, family or RESOURCE)."""
        return bool(self.view.entities.counted[row])

    def above(self, concept: int) -> dict[int, int]:
        """The concept and all broader ones, with the fewest steps up to each."""
        return self._walk(concept, self._up, outgoing=True)

    def below(self, concept: int) -> dict[int, int]:
        """The concept and all narrower ones, with the fewest steps down to each."""
        return self._walk(concept, self._down, outgoing=False)

    def related(self, concept: int) -> dict[int, int]:
        """Concepts under or above this one, itself included, with their distance."""
        distances = dict(self.above(concept))
        for other, steps in self.below(concept).items():
            distances[other] = min(steps, distances.get(other, steps))
        return distances

    def under(self, concept: int) -> Reach:
        """What ``below`` says, as arrays."""
        found = self._under.get(concept)
        if found is None:
            found = self._under[concept] = reach(self.below(concept))
        return found

    def near(self, concept: int) -> Reach:
        """What ``related`` says, as arrays."""
        found = self._near.get(concept)
        if found is None:
            found = self._near[concept] = reach(self.related(concept))
        return found

    def _walk(
        self, start: int, known: dict[int, dict[int, int]], *, outgoing: bool
    ) -> dict[int, int]:
        distances = known.get(start)
        if distances is None:
            type_ = _HIERARCHY[self.view.kind(start)]
            distances, edge = {start: 0}, [start]
            while edge:
                steps = distances[edge[0]] + 1
                reached = dict.fromkeys(self._next(type_, edge, outgoing=outgoing))
                edge = [other for other in reached if other not in distances]
                distances.update(dict.fromkeys(edge, steps))
            known[start] = distances
        return distances

    def _next(self, type_: RelationType, rows: list[int], *, outgoing: bool) -> list[int]:
        if len(rows) > _FEW:
            found: list[int] = self.links(type_, rows, outgoing=outgoing).end.tolist()
            return found
        step = self.targets if outgoing else self.origins
        return [other for row in rows for other in step(type_, row)]
