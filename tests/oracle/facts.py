"""The facts of a bundle, and the notions that all questions share, read literally.

Nothing is indexed beyond a memory of what was already computed for a day: every notion is a scan
that can be compared by eye with the definition it implements.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from tests.oracle.rows import Relation, Row, in_period, read_entity, read_relation, read_rows

INITIATIVES = frozenset({"FRAMEWORK", "SCHEME", "ACTION"})
DELIVERIES = frozenset({"SCHEME", "ACTION"})
ALWAYS_ACTIVE = frozenset({"THEME", "AUDIENCE", "TERRITORY"})
WHATEVER_THE_ENDS = frozenset({"SUCCEEDS", "REPLICATES", "HELD_BY", "ATTENDED", "IDENTIFIED_IN"})
LEAD_ROLES = frozenset({"LEAD", "CO_LEAD"})


def read_folder(folder: Path) -> Facts:
    """The facts of a bundle folder."""
    return Facts(*read_rows(folder))


class Facts:
    """Entities by id, relations counted once each, and what is true of them on a day."""

    def __init__(self, entities: Iterable[Row], relations: Iterable[Row]) -> None:
        self.entities = {row["id"]: read_entity(row) for row in entities}
        self.relations: list[Relation] = []
        seen: set[tuple[str, ...]] = set()
        for relation in map(read_relation, relations):
            ends = (relation.source, relation.target)
            identity = (relation.type, *ends, relation.role, relation.start_text, relation.year)
            if identity not in seen:
                seen.add(identity)
                self.relations.append(relation)
        self._active: dict[tuple[str, date], list[Relation]] = {}
        self._above: dict[tuple[str, date], dict[str, int]] = {}

    # What is active

    def active(self, id: str, day: date) -> bool:
        """Is the entity active on the day?"""
        entity = self.entities[id]
        if entity.kind in ALWAYS_ACTIVE:
            return True
        return not entity.draft and in_period(entity, day)

    def active_relation(self, relation: Relation, day: date) -> bool:
        """Is the relation active on the day? Its own period, and both ends unless exempted."""
        if not in_period(relation, day):
            return False
        if relation.type in WHATEVER_THE_ENDS:
            return True
        return self.active(relation.source, day) and self.active(relation.target, day)

    def links(self, type: str, day: date) -> list[Relation]:
        """The active relations of a type."""
        if (type, day) not in self._active:
            self._active[type, day] = [
                relation
                for relation in self.relations
                if relation.type == type and self.active_relation(relation, day)
            ]
        return self._active[type, day]

    def targets(self, type: str, source: str, day: date) -> set[str]:
        """Where the active relations of a type lead from an entity."""
        return {link.target for link in self.links(type, day) if link.source == source}

    def sources(self, type: str, target: str, day: date) -> set[str]:
        """Where the active relations of a type to an entity come from."""
        return {link.source for link in self.links(type, day) if link.target == target}

    def targets_ever(self, type: str, source: str) -> set[str]:
        """The same as `targets`, read whatever the dates."""
        links = (link for link in self.relations if link.type == type)
        return {link.target for link in links if link.source == source}

    def of_kind(self, *kinds: str) -> list[str]:
        """Every entity of some kinds, by id."""
        return sorted(id for id, entity in self.entities.items() if entity.kind in kinds)

    def counted(self, id: str) -> bool:
        """Is the entity counted? Generic ones, families and resources are shown only."""
        return self.entities[id].counted

    def active_counted(self, kinds: Collection[str], day: date) -> list[str]:
        """The active entities of some kinds that are counted, by id."""
        found = self.of_kind(*kinds)
        return [id for id in found if self.active(id, day) and self.counted(id)]

    # Hierarchies

    def above(self, x: str, day: date) -> dict[str, int]:
        """x and every broader entity, each with the fewest steps up to it."""
        if (x, day) not in self._above:
            kind = "WITHIN" if self.entities[x].kind == "TERRITORY" else "BROADER"
            steps = {x: 0}
            frontier = {x}
            while frontier:
                parents = {y for z in frontier for y in self.targets(kind, z, day)}
                frontier = parents - steps.keys()
                steps |= dict.fromkeys(frontier, max(steps.values()) + 1)
            self._above[x, day] = steps
        return self._above[x, day]

    def under(self, x: str, y: str, day: date) -> bool:
        """Is x the same as y, or a descendant of it?"""
        return y in self.above(x, day)

    def related(self, x: str, y: str, day: date) -> bool:
        """Is one under the other?"""
        return self.under(x, y, day) or self.under(y, x, day)

    def distance(self, x: str, y: str, day: date) -> int:
        """The fewest steps between two related entities."""
        if self.under(x, y, day):
            return self.above(x, day)[y]
        return self.above(y, day)[x]

    def related_pairs(
        self, xs: Iterable[str], ys: Collection[str], day: date
    ) -> list[tuple[str, str]]:
        """The pairs, one of each side, that are related."""
        return [(x, y) for x in xs for y in ys if self.related(x, y, day)]

    def narrower(self, xs: Iterable[str], ys: Collection[str], day: date) -> list[str]:
        """The narrower of each related pair, by id."""
        pairs = self.related_pairs(xs, ys, day)
        return sorted({x if self.under(x, y, day) else y for x, y in pairs})

    # What an initiative is about, and who does it

    def themes(self, initiative: str, day: date) -> set[str]:
        """The themes of its own that an initiative (or need, or body) addresses."""
        return self.targets("ADDRESSES", initiative, day)

    def audiences(self, initiative: str, day: date) -> set[str]:
        """The audiences of its own."""
        return self.targets("TARGETS", initiative, day)

    def territories(self, initiative: str, day: date) -> set[str]:
        """Its territories; an Action without any takes those of what it is directly part of."""
        own = self.targets("COVERS", initiative, day)
        if own or self.entities[initiative].kind != "ACTION":
            return own
        parents = self.targets("PART_OF", initiative, day)
        return {place for parent in parents for place in self.targets("COVERS", parent, day)}

    def territories_ever(self, initiative: str) -> set[str]:
        """Its territories read whatever the dates; a draft has nothing to hand down."""
        own = self.targets_ever("COVERS", initiative)
        if own or self.entities[initiative].kind != "ACTION":
            return own
        parents = self.targets_ever("PART_OF", initiative)
        kept = [parent for parent in parents if not self.entities[parent].draft]
        return {place for parent in kept for place in self.targets_ever("COVERS", parent)}

    def involved(self, initiative: str, day: date) -> set[str]:
        """The counted actors involved in it, in any role."""
        return set(filter(self.counted, self.sources("INVOLVED_IN", initiative, day)))

    def leads(self, initiative: str, day: date) -> set[str]:
        """The counted actors that lead it, alone or with others."""
        links = [link for link in self.links("INVOLVED_IN", day) if link.target == initiative]
        leads = {link.source for link in links if link.role in LEAD_ROLES}
        return set(filter(self.counted, leads))

    # The filters of the questions

    def touches(self, initiative: str, territory: str | None, day: date) -> bool:
        """Has it a territory related to the one asked, if any is?"""
        if territory is None:
            return True
        return any(self.related(c, territory, day) for c in self.territories(initiative, day))

    def addresses_under(self, initiative: str, theme: str | None, day: date) -> bool:
        """Does it address something under the theme asked, if any is?"""
        return theme is None or any(self.under(t, theme, day) for t in self.themes(initiative, day))
