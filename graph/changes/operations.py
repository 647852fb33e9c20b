"""What a change set may contain.

Values absent from an operation stay as they are; a value of ``None`` clears. Sources
accumulate: a second source confirms a fact, it does not erase the first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from graph.errors import NOWHERE, Place
from graph.ontology import EntityKind, RelationType, Value
from graph.records import RelationKey, relation_key

Values: TypeAlias = Mapping[str, Value | None]


class UpsertEntity(NamedTuple):
    """Create the entity or change the given values of it (properties by bundle column)."""

    id: str
    kind: EntityKind | None
    values: Values
    sources: tuple[str, ...] = ()
    place: Place = NOWHERE


class UpsertRelation(NamedTuple):
    """Create the relation, or change the values that are no part of its identity."""

    type: RelationType
    origin: str
    target: str
    values: Values
    sources: tuple[str, ...] = ()
    place: Place = NOWHERE

    @property
    def key(self) -> RelationKey:
        """The identity of the relation that is stated."""
        get = self.values.get
        role, start, year = get("role"), get("start"), get("year")
        return relation_key(
            self.type,
            self.origin,
            self.target,
            role if isinstance(role, str) else None,
            start if isinstance(start, str) else None,
            year if isinstance(year, int) else None,
        )


class Retract(NamedTuple):
    """Take an entity out, with the relations that touch it."""

    id: str
    place: Place = NOWHERE


class RetractRelation(NamedTuple):
    """Take one relation out; role, start and year belong to its identity."""

    type: RelationType
    origin: str
    target: str
    role: str | None = None
    start: str | None = None
    year: int | None = None
    place: Place = NOWHERE


class Merge(NamedTuple):
    """Judge that ``ids`` are the same as ``into``; relations are not rewritten."""

    ids: tuple[str, ...]
    into: str
    place: Place = NOWHERE


class Split(NamedTuple):
    """Take back the judgement that merged ``id`` into another entity."""

    id: str
    place: Place = NOWHERE


Operation: TypeAlias = UpsertEntity | UpsertRelation | Retract | RetractRelation | Merge | Split


@dataclass(frozen=True)
class ChangeSet:
    """An ordered list of operations with its author and origin.

    ``origin`` says where it comes from (``bundle``, ``fiche``, ``graphql``...);
    ``message`` is free text for the journal.
    """

    operations: Sequence[Operation]
    author: str
    origin: str
    message: str = ""
    reverts: str | None = field(default=None)


def stated_fact(operation: Operation) -> str | RelationKey | None:
    """What identifies the entity or relation that an operation states or retracts; None for
    judgements."""
    match operation:
        case UpsertEntity() | Retract():
            return operation.id
        case UpsertRelation():
            return operation.key
        case _:
            return None
