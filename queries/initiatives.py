"""Notions that questions share: what an initiative is about, where, for whom, led by whom."""

from collections.abc import Iterable

from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.view import DayView

LEAD_ROLES = frozenset({"LEAD", "CO_LEAD"})
DELIVERING = (EntityKind.ACTION, EntityKind.SCHEME)
"""Kinds that deliver; a Framework only promises."""


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

    def covering(self, territories: Iterable[int]) -> set[int]:
        """Active initiatives of any kind that have one of the territories as theirs."""
        found: set[int] = set()
        for territory in territories:
            for row in self.day.origins(RelationType.COVERS, territory):
                if self.day.view.kind(row) in INITIATIVES:
                    found.add(row)
                    found.update(self._heirs(row))
        return found

    def _heirs(self, parent: int) -> Iterable[int]:
        for part in self.day.origins(RelationType.PART_OF, parent):
            is_action = self.day.view.kind(part) is EntityKind.ACTION
            if is_action and not self.day.targets(RelationType.COVERS, part):
                yield part

    def addressing(self, theme: int) -> set[int]:
        """Active initiatives of any kind that address something under a theme."""
        return {
            row
            for narrower in self.day.below(theme)
            for row in self.day.origins(RelationType.ADDRESSES, narrower)
            if self.day.view.kind(row) in INITIATIVES
        }

    def is_delivering(self, row: int) -> bool:
        """Whether it is a counted Action or Scheme."""
        return self.day.view.kind(row) in DELIVERING and self.day.is_counted(row)

    def selected(
        self, kinds: Iterable[EntityKind], territory: int | None, theme: int | None
    ) -> set[int]:
        """Counted active initiatives of the kinds that the two filters keep.

        A territory keeps what has a territory related to it, a theme what addresses
        something under it.
        """
        wanted = frozenset(kinds)
        rows: set[int] | None = None
        if territory is not None:
            rows = self.covering(self.day.related(territory))
        if theme is not None:
            addressing = self.addressing(theme)
            rows = addressing if rows is None else rows & addressing
        if rows is None:
            return set(self.day.active_rows(*wanted, counted=True))
        return {
            row for row in rows if self.day.view.kind(row) in wanted and self.day.is_counted(row)
        }


def initiatives(day: DayView) -> Initiatives:
    """The facets of a day, computed once and kept with it."""
    return day.derived(Initiatives)
