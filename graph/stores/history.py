"""All that a store has ever held, as records that any store can write again.

Versions keep their numbers, references and revisions, so that a restored store goes on as the
first one would have. Facts come before the change sets that published them.
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from graph.errors import InvalidData
from graph.ontology import RelationType
from graph.records import Entity, Props
from graph.stores.base import ChangeRecord


class EntityVersion(NamedTuple):
    """A version of an entity; ``ended`` is None while it stands."""

    version: int
    ref: int
    record: Entity
    said: int
    written: int
    ended: int | None


class RelationVersion(NamedTuple):
    """A version of a relation between two references."""

    version: int
    type: RelationType
    origin: int
    target: int
    role: str | None
    start: str | None
    end: str | None
    open_ended: bool
    year: int | None
    props: Props
    sources: tuple[str, ...]
    said: int
    written: int
    ended: int | None


class JudgementVersion(NamedTuple):
    """A version of the judgement that ``ref`` is the entity ``into``."""

    version: int
    ref: int
    into: int
    said: int
    written: int
    ended: int | None


Kept: TypeAlias = EntityVersion | RelationVersion | JudgementVersion | ChangeRecord
History: TypeAlias = Iterator[Kept]
"""Entities, then relations, then judgements, then change sets from the first to the last."""


def not_empty() -> InvalidData:
    """The refusal to restore over what a store holds."""
    return InvalidData(
        "la base contient déjà quelque chose : restaurer dans une base neuve "
        "(--store sqlite:///nouvelle.db)",
        code="STORE_NOT_EMPTY",
    )
