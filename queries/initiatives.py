"""Notions that questions share: what an initiative is about, where, for whom, led by whom."""

from collections.abc import Iterable

import numpy as np

from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.view import DayView
from graph.view.arrays import distinct
from graph.view.columns import KIND_CODE, Flags, Numbers, kind_mask
from graph.view.links import Links, Reach

LEAD_ROLES = frozenset({"LEAD", "CO_LEAD"})
DELIVERING = (EntityKind.ACTION, EntityKind.SCHEME)
"""Kinds that deliver; a Framework only promises."""
FAR = 1 << 32
"""Steps to what is out of reach."""
_IS_INITIATIVE, _DELIVERS = kind_mask(INITIATIVES), kind_mask(DELIVERING)


class Initiatives:
    """Facets of initiatives on a day; one instance per day, see ``initiatives``."""

    def __init__(self, day: DayView) -> None:
        self.day = day
        self._territories: dict[int, frozenset[int]] = {}

    def themes(self, row: int) -> set[int]:
        """Ends of its own active ADDRESSES."""
        return set(self.day.targets(RelationType.ADDRESSES, row))

    def audiences(self, row: int) -> set[int]:
        """Ends of its own active TARGETS."""
        return set(self.day.targets(RelationType.TARGETS, row))

    def territories(self, row: int) -> frozenset[int]:
        """Ends of its own active COVERS; an Action without any takes those of its parents."""
        known = self._territories.get(row)
        if known is None:
            own = self.day.targets(RelationType.COVERS, row)
            if not own:
                own = [
                    territory
                    for parent in self.inherits_from(row)
                    for territory in self.day.targets(RelationType.COVERS, parent)
                ]
            known = self._territories[row] = frozenset(own)
        return known

    def inherits_from(self, row: int) -> list[int]:
        """Frameworks and Schemes whose territories an Action without its own takes."""
        if self.day.view.kind(row) is not EntityKind.ACTION:
            return []
        return self.day.targets(RelationType.PART_OF, row)

    def covers_evidence(self, row: int, territories: Iterable[int]) -> set[int]:
        """Relations that place an initiative in territories, inherited ones included."""
        wanted = set(territories)
        target = self.day.view.relations.target
        own = self.day.out(RelationType.COVERS, row)
        if own:
            return {number for number in own if int(target[number]) in wanted}
        found = set()
        if self.day.view.kind(row) is EntityKind.ACTION:
            for part in self.day.out(RelationType.PART_OF, row):
                places = {
                    number
                    for number in self.day.out(RelationType.COVERS, int(target[part]))
                    if int(target[number]) in wanted
                }
                if places:
                    found |= {part, *places}
        return found

    def facet_evidence(self, type_: RelationType, row: int, concepts: Iterable[int]) -> set[int]:
        """Relations of a type that link an initiative to some of the concepts."""
        wanted = set(concepts)
        target = self.day.view.relations.target
        return {number for number in self.day.out(type_, row) if int(target[number]) in wanted}

    def leads(self, row: int) -> set[int]:
        """Counted actors that lead or co-lead it."""
        columns, texts = self.day.view.relations, self.day.view.texts.texts
        return {
            actor
            for number in self.day.into(RelationType.INVOLVED_IN, row)
            if texts[columns.role[number]] in LEAD_ROLES
            and self.day.is_counted(actor := int(columns.origin[number]))
        }

    def involved(self, row: int) -> set[int]:
        """Counted actors involved in any role."""
        return {
            actor
            for actor in self.day.origins(RelationType.INVOLVED_IN, row)
            if self.day.is_counted(actor)
        }

    def bodies(self, row: int) -> set[int]:
        """Counted bodies that govern it."""
        return {
            body
            for body in self.day.targets(RelationType.GOVERNED_BY, row)
            if self.day.is_counted(body)
        }

    def frameworks(self, row: int) -> set[int]:
        """Counted Frameworks that it is directly PART_OF."""
        return {
            parent
            for parent in self.day.targets(RelationType.PART_OF, row)
            if self.day.view.kind(parent) is EntityKind.FRAMEWORK and self.day.is_counted(parent)
        }

    def theme_links(self, rows: Numbers) -> Links:
        """Themes of several initiatives."""
        return self.day.links(RelationType.ADDRESSES, rows, outgoing=True)

    def audience_links(self, rows: Numbers) -> Links:
        """Audiences of several initiatives."""
        return self.day.links(RelationType.TARGETS, rows, outgoing=True)

    def territory_links(self, rows: Numbers) -> Links:
        """Territories of several initiatives, inherited ones as ``territories`` says."""
        own = self.day.links(RelationType.COVERS, rows, outgoing=True)
        lacking = self.day.view.entities.kind[rows] == KIND_CODE[EntityKind.ACTION]
        lacking[own.place] = False
        heirs = np.flatnonzero(lacking)
        parents = self.day.links(RelationType.PART_OF, rows[heirs], outgoing=True)
        theirs = self.day.links(RelationType.COVERS, parents.end, outgoing=True)
        place = np.concatenate([own.place, heirs[parents.place[theirs.place]]])
        order = np.argsort(place, kind="stable")
        return Links(
            place[order],
            np.concatenate([own.number, theirs.number])[order],
            np.concatenate([own.end, theirs.end])[order],
        )

    def covering(self, territories: Iterable[int]) -> Numbers:
        """Active initiatives of any kind that have one of the territories as theirs."""
        links = self.day.links(RelationType.COVERS, territories, outgoing=False)
        own = self._initiatives(links.end)
        parts = self.day.links(RelationType.PART_OF, own, outgoing=False).end
        actions = parts[self.day.view.entities.kind[parts] == KIND_CODE[EntityKind.ACTION]]
        placed = self.day.links(RelationType.COVERS, actions, outgoing=True).place
        return distinct(np.concatenate([own, np.delete(actions, placed)]))

    def addressing(self, theme: int) -> Numbers:
        """Active initiatives of any kind that address something under a theme."""
        under = self.day.under(theme).rows
        return self._initiatives(self.day.links(RelationType.ADDRESSES, under, outgoing=False).end)

    def _initiatives(self, rows: Numbers) -> Numbers:
        return distinct(rows[_IS_INITIATIVE[self.day.view.entities.kind[rows]]])

    def involvements(self, rows: Numbers) -> Links:
        """Counted actors involved in several initiatives."""
        links = self.day.links(RelationType.INVOLVED_IN, rows, outgoing=False)
        return links.only(self.day.view.entities.counted[links.end])

    def delivering(self, rows: Numbers) -> Flags:
        """Which of the rows are counted Actions or Schemes."""
        entities = self.day.view.entities
        return entities.counted[rows] & _DELIVERS[entities.kind[rows]]

    def is_delivering(self, row: int) -> bool:
        """Whether it is a counted Action or Scheme."""
        return self.day.view.kind(row) in DELIVERING and self.day.is_counted(row)

    def candidates(self, territory: int | None, theme: int | None) -> Numbers:
        """Active initiatives that one of the two filters keeps: the one that keeps fewer, going
        by the relations to be read, so that the cost is that of the narrower."""
        if territory is None and theme is None:
            rows: Numbers = np.flatnonzero(self.day.active)
            return rows[_IS_INITIATIVE[self.day.view.entities.kind[rows]]]
        if territory is None or (theme is not None and self._addressed_less(theme, territory)):
            assert theme is not None
            return self.addressing(theme)
        return self.covering(self.day.near(territory).rows)

    def _addressed_less(self, theme: int, territory: int) -> bool:
        addresses, covers = (
            self.day.view.adjacency(type_, outgoing=False)
            for type_ in (RelationType.ADDRESSES, RelationType.COVERS)
        )
        placed = covers.degrees(self.day.near(territory).rows)
        return addresses.degrees(self.day.under(theme).rows) < placed

    def selected(
        self, kinds: Iterable[EntityKind], territory: int | None, theme: int | None
    ) -> Numbers:
        """Counted active initiatives of the kinds that the two filters keep, ascending.

        A territory keeps what has a territory related to it, a theme what addresses
        something under it.
        """
        rows = self.candidates(territory, theme)
        entities = self.day.view.entities
        rows = rows[entities.counted[rows] & kind_mask(kinds)[entities.kind[rows]]]
        if theme is not None:
            rows = rows[nearest(self.theme_links(rows), self.day.under(theme), len(rows)) < FAR]
        if territory is not None:
            near = self.day.near(territory)
            rows = rows[nearest(self.territory_links(rows), near, len(rows)) < FAR]
        return rows


def nearest(links: Links, reach: Reach, count: int) -> Numbers:
    """For each of the ``count`` rows of the links, the fewest steps to what they lead to; FAR
    when none is within reach."""
    found = np.full(count, FAR, dtype=np.int64)
    steps = reach.of(links.end)
    within = steps >= 0
    np.minimum.at(found, links.place[within], steps[within])
    return found


def initiatives(day: DayView) -> Initiatives:
    """The facets of a day, computed once and kept with it."""
    return day.derived(Initiatives)
