"""Facts as compact records: what change sets carry, stores keep and views read."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from graph.dates import first_day, last_day
from graph.ontology import RELATIONS, EntityKind, RelationType, Value

Props: TypeAlias = Mapping[str, Value]
"""Properties beside those that records name; a missing key is an unknown value."""

NO_PROPS: Props = {}
SOURCE_LOCATOR = "#"


class Entity(NamedTuple):
    """An entity as one source or more state it. ``sources`` are ``document#locator`` texts."""

    id: str
    kind: EntityKind
    name: str
    start: str | None = None
    end: str | None = None
    open_ended: bool = False
    props: Props = NO_PROPS
    sources: tuple[str, ...] = ()


class RelationKey(NamedTuple):
    """What identifies a relation; the other values may change (design, section 2)."""

    type: RelationType
    origin: str
    target: str
    role: str | None = None
    start: str | None = None
    year: int | None = None


class Relation(NamedTuple):
    """A relation between two ids, as one source or more state it."""

    type: RelationType
    origin: str
    target: str
    role: str | None = None
    start: str | None = None
    end: str | None = None
    open_ended: bool = False
    year: int | None = None
    props: Props = NO_PROPS
    sources: tuple[str, ...] = ()

    @property
    def key(self) -> RelationKey:
        """The identity: symmetric relations ignore direction, only FUNDER has a year in it."""
        return relation_key(self.type, self.origin, self.target, self.role, self.start, self.year)


def relation_key(
    type_: RelationType,
    origin: str,
    target: str,
    role: str | None,
    start: str | None,
    year: int | None,
) -> RelationKey:
    """The identity of a relation; an import makes one for every row."""
    if target < origin and RELATIONS[type_].symmetric:
        origin, target = target, origin
    return RelationKey(type_, origin, target, role, start, year if role == "FUNDER" else None)


def source_parts(source: str) -> tuple[str, str | None]:
    """The document's id and the locator of a source text ``document#locator``."""
    document, separator, locator = source.partition(SOURCE_LOCATOR)
    return document, locator if separator and locator else None


def period_error(start: str | None, end: str | None, open_ended: bool) -> str | None:
    """What is wrong with a period (French), or None."""
    if end is None:
        return None
    if open_ended:
        return "« end » et « open_ended » se contredisent : garder la date de fin ou « sans terme »"
    if start is not None and last_day(end) < first_day(start):
        return f"la fin ({end}) précède le début ({start})"
    return None
