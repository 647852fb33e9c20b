"""What a day and a territory keep for an export, read literally from the rows of a bundle."""

from collections.abc import Iterable
from datetime import date

from tests.oracle.facts import INITIATIVES, Facts
from tests.oracle.random_graphs import Bundle
from tests.oracle.rows import Relation

Identity = tuple[str, str, str, str, str, str]


class BrutePart:
    """The ids of the entities kept, and the identities of the relations."""

    def __init__(self, bundle: Bundle, day: date | None, territory: str | None) -> None:
        self.facts = facts = Facts(bundle.entities, bundle.relations)
        alive = {id for id in facts.entities if day is None or facts.active(id, day)}
        self.links = [
            link
            for link in facts.relations
            if (day is None or facts.active_relation(link, day))
            and link.source in alive
            and link.target in alive
        ]
        self.kinds = {id: facts.entities[id].kind for id in alive}
        kept = alive if territory is None else self._around(territory)
        inner = [link for link in self.links if {link.source, link.target} <= kept]
        self.relations = {_identity(link) for link in inner}
        self.entities = kept | _cited(bundle, kept, self.relations)

    def _to(self, type: str, sources: Iterable[str]) -> set[str]:
        wanted = set(sources)
        return {link.target for link in self.links if link.type == type and link.source in wanted}

    def _of(self, type: str, targets: Iterable[str]) -> set[str]:
        wanted = set(targets)
        return {link.source for link in self.links if link.type == type and link.target in wanted}

    def _territories(self, id: str) -> set[str]:
        own = self._to("COVERS", {id})
        if own or self.kinds[id] != "ACTION":
            return own
        return self._to("COVERS", self._to("PART_OF", {id}))

    def _around(self, territory: str) -> set[str]:
        places = {territory}
        for step in (self._to, self._of):
            edge = {territory}
            while edge:
                edge = step("WITHIN", edge) - places
                places |= edge
        placed = {id for id in self.kinds if self._territories(id) & places}
        initiatives = {id for id in placed if self.kinds[id] in INITIATIVES}
        bodies = self._to("GOVERNED_BY", initiatives)
        meetings = self._of("HELD_BY", initiatives | bodies)
        kept = placed | bodies | meetings | self._to("RESPONDS_TO", initiatives)
        for type in ("INVOLVED_IN", "EXPECTED_IN", "MEMBER_OF", "ATTENDED"):
            kept |= self._of(type, initiatives | bodies | meetings)
        needs = {id for id in kept if self.kinds[id] == "NEED"}
        identified = self._to("IDENTIFIED_IN", needs)
        kept |= {id for id in identified if self.kinds[id] == "DOCUMENT"}
        concepts = set(places)
        for type in ("ADDRESSES", "TARGETS", "COVERS", "NOT_APPLICABLE", "CHECKED_ABSENT"):
            concepts |= self._to(type, kept | places)
        while not concepts >= (
            more := self._to("BROADER", concepts) | self._to("WITHIN", concepts)
        ):
            concepts |= more
        return kept | concepts


def _identity(link: Relation) -> Identity:
    return (link.type, link.source, link.target, link.role, link.start_text, link.year)


def _cited(bundle: Bundle, entities: set[str], relations: set[Identity]) -> set[str]:
    """Documents that the facts kept name as their sources."""
    from_entities = [row for row in bundle.entities if row["id"] in entities]
    from_relations = [
        row for row in bundle.relations if _identity(Facts((), (row,)).relations[0]) in relations
    ]
    return {
        source.partition("#")[0]
        for row in (*from_entities, *from_relations)
        for source in row.get("source", "").split("|")
        if source
    }
