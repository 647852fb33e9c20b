"""Roles stated of mentions, while a text is read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from importers.document.finding.mentions import Mention

RUNS = "RUNS"
"""Said of who runs a service on a page of services: it leads, unless the page has a host."""


class Said:
    """Roles that the text gives to mentions, and which came from a labelled block."""

    def __init__(self) -> None:
        self.roles: dict[int, set[str]] = defaultdict(set)
        self.denied: dict[int, set[str]] = defaultdict(set)
        self.labelled: dict[int, set[str]] = defaultdict(set)
        self.likely: dict[int, set[str]] = defaultdict(set)

    def add(self, mention: Mention, role: str, *, labelled: bool = False) -> None:
        """State a role of a mention."""
        self.roles[id(mention)].add(role)
        if labelled:
            self.labelled[id(mention)].add(role)

    def suppose(self, mention: Mention, role: str) -> None:
        """State a role that no rule gives, likely by the words around."""
        self.add(mention, role)
        self.likely[id(mention)].add(role)

    def deny(self, mention: Mention, role: str) -> None:
        """State that an actor has not a role: *la CAF n'est pas signataire*."""
        self.denied[id(mention)].add(role)

    def all_of(self, mentions: Iterable[Mention]) -> set[str]:
        """The roles stated of an actor, by all its mentions."""
        return _of(mentions, self.roles)

    def labels_of(self, mentions: Iterable[Mention]) -> set[str]:
        """Those of its roles that labelled blocks state."""
        return _of(mentions, self.labelled)

    def likely_of(self, mentions: Iterable[Mention]) -> set[str]:
        """Those of its roles that are only likely."""
        return _of(mentions, self.likely)

    def denied_of(self, mentions: Iterable[Mention]) -> set[str]:
        """The roles that an actor is said not to have."""
        return _of(mentions, self.denied)


def _of(mentions: Iterable[Mention], told: Mapping[int, set[str]]) -> set[str]:
    return set().union(*(told.get(id(mention), ()) for mention in mentions))
