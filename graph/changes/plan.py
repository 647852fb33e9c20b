"""From a change set to what a store must write: every operation checked against a view.

Nothing is written here. The plan of an import that changes nothing is empty.
"""

from collections.abc import Container
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from graph.changes.checks import check_draft, check_entity, check_relation
from graph.changes.draft import CHECKING, Draft, EndedEntity, EndedRelation
from graph.changes.operations import (
    ChangeSet,
    Merge,
    Retract,
    RetractRelation,
    Split,
    UpsertEntity,
    UpsertRelation,
    Values,
)
from graph.errors import NOWHERE, InvalidData, Place, UnknownReference
from graph.ontology import RelationType
from graph.ontology.values import unique
from graph.progress import watched
from graph.records import NO_PROPS, Entity, Props, Relation, RelationKey
from graph.view import GraphView

_ENTITY_FIELDS, _RELATION_FIELDS = frozenset(Entity._fields), frozenset(Relation._fields)

FactKey: TypeAlias = str | RelationKey | tuple[str, str]
"""What identifies a fact: an entity's id, a relation's key, a judgement's (id, into)."""


@dataclass(frozen=True)
class Plan:
    """What a change set comes to, checked against ``view``, the graph before it.

    ``entities`` and ``relations`` are versions to write, the ``ended_*`` are versions to
    end; ``same_as`` and ``ended_same_as`` likewise for merges, as (id, into) pairs.
    ``refs`` are the store's references of ids that the view knows. ``said`` gives, for facts
    that a revert restores, the revision that stated them.
    """

    view: GraphView
    change_set: ChangeSet
    entities: list[Entity] = field(default_factory=list)
    ended_entities: list[EndedEntity] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    ended_relations: list[EndedRelation] = field(default_factory=list)
    same_as: list[tuple[str, str]] = field(default_factory=list)
    ended_same_as: list[str] = field(default_factory=list)
    refs: dict[str, int] = field(default_factory=dict)
    said: dict[FactKey, int] = field(default_factory=dict)
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    retracted: int = 0

    @property
    def base(self) -> int:
        """The revision that the store must still be at for the plan to be written."""
        return self.view.revision

    @property
    def is_empty(self) -> bool:
        """Whether applying it would change nothing."""
        return not (
            self.entities
            or self.ended_entities
            or self.relations
            or self.ended_relations
            or self.same_as
            or self.ended_same_as
        )

    def place(self, id_: str) -> Place:
        """Where the user's input states an entity."""
        stating = (each for each in self.change_set.operations if isinstance(each, UpsertEntity))
        return next((each.place for each in stating if each.id == id_), NOWHERE)


def plan_change(view: GraphView, change_set: ChangeSet) -> Plan:
    """Check a change set as a whole against a view.

    Raises InvalidData or UnknownReference, with the place in the user's input, at the
    first operation that breaks the ontology. Cost: linear in the operations and in what
    they touch.
    """
    draft = Draft(view, change_set.operations)
    for operation in watched(change_set.operations, CHECKING):
        match operation:
            case UpsertEntity():
                _upsert_entity(draft, operation)
            case UpsertRelation():
                _upsert_relation(draft, operation)
            case Retract():
                _retract(draft, operation)
            case RetractRelation():
                _retract_relation(draft, operation)
            case Merge():
                _merge(draft, operation)
            case Split():
                _split(draft, operation)
    return plan_draft(draft, change_set)


_BLANK = Relation(RelationType.INVOLVED_IN, "", "")
"""What is known of a relation that was not stated before: nothing beside its identity."""


def _upsert_entity(draft: Draft, operation: UpsertEntity) -> None:
    old = draft.entity(operation.id)
    kind = operation.kind or (old.kind if old else None)
    if kind is None:
        raise UnknownReference(
            f"« {operation.id} » n'existe pas : donner son type pour le créer",
            place=operation.place.at_column("kind"),
        )
    if old is not None and old.kind is not kind:
        raise InvalidData(
            f"« {operation.id} » est déjà du type {old.kind.label} : choisir un autre identifiant",
            code="KIND_CONFLICT",
            place=operation.place.at_column("kind"),
        )
    known = old or Entity(operation.id, kind, "")
    values = operation.values
    record = Entity(
        operation.id,
        kind,
        str(values.get("name", known.name) or ""),
        _text(values, "start", known.start),
        _text(values, "end", known.end),
        bool(values.get("open_ended", known.open_ended)),
        _props(known.props, values, _ENTITY_FIELDS),
        _sources(known.sources, operation.sources),
    )
    check_entity(record, operation.place)
    draft.put_entity(record)


def _upsert_relation(draft: Draft, operation: UpsertRelation) -> None:
    key = operation.key
    stated = draft.relation(key)
    # A symmetric relation keeps the direction in which it was first stated.
    origin, target = stated[1:3] if stated else operation[1:3]
    known, values = stated or _BLANK, operation.values
    year = values.get("year")
    record = Relation(
        key.type,
        origin,
        target,
        key.role,
        key.start,
        _text(values, "end", known.end),
        bool(values.get("open_ended", known.open_ended)),
        year if isinstance(year, int) else known.year,
        _props(known.props, values, _RELATION_FIELDS),
        _sources(known.sources, operation.sources),
    )
    check_relation(record, operation.place)
    draft.put_relation(key, record)


def _text(values: Values, name: str, known: str | None) -> str | None:
    value = values.get(name, known)
    return None if value is None else str(value)


def _sources(known: tuple[str, ...], stated: tuple[str, ...]) -> tuple[str, ...]:
    return unique((*known, *stated)) if known else _once(stated)


_once = lru_cache(256)(unique)
"""Rows of one file mostly cite the same sources."""


def _props(known: Props, values: Values, recorded: Container[str]) -> Props:
    """The properties known, changed by those values that the record does not name."""
    stated = {name: value for name, value in values.items() if name not in recorded}
    if not stated:
        return known
    props = {**known, **stated}
    return {name: value for name, value in props.items() if value not in (None, ())} or NO_PROPS


def _retract(draft: Draft, operation: Retract) -> None:
    if draft.entity(operation.id) is None:
        raise _unknown(operation.id, operation.place)
    draft.retract_entity(operation.id)


def _retract_relation(draft: Draft, operation: RetractRelation) -> None:
    key = Relation(*operation[:5], year=operation.year).key
    if draft.relation(key) is None:
        raise UnknownReference(
            f"aucune relation {operation.type} de « {operation.origin} » à "
            f"« {operation.target} » avec ce rôle et ce début",
            place=operation.place,
        )
    draft.retract_relation(key)


def _merge(draft: Draft, operation: Merge) -> None:
    into = draft.entity(operation.into)
    if into is None:
        raise _unknown(operation.into, operation.place)
    others = [id_ for id_ in operation.ids if id_ != operation.into]
    if not others:
        raise InvalidData(
            f"rien à fusionner dans « {operation.into} » : nommer d'autres entités",
            place=operation.place,
        )
    for id_ in others:
        record = draft.entity(id_)
        if record is None:
            raise _unknown(id_, operation.place)
        if record.kind is not into.kind:
            raise InvalidData(
                f"« {id_} » ({record.kind.label}) et « {into.id} » ({into.kind.label}) "
                "ne sont pas du même type : on ne peut pas les fusionner",
                place=operation.place,
            )
        if draft.survivor(operation.into) == draft.survivor(id_):
            raise InvalidData(
                f"« {id_} » et « {operation.into} » sont déjà la même entité",
                place=operation.place,
            )
        if draft.merged_into(id_) is not None:
            raise InvalidData(
                f"« {id_} » est déjà fusionné dans « {draft.merged_into(id_)} » : séparer d'abord",
                place=operation.place,
            )
        draft.merge(id_, operation.into)


def _split(draft: Draft, operation: Split) -> None:
    if draft.entity(operation.id) is None:
        raise _unknown(operation.id, operation.place)
    if draft.merged_into(operation.id) is None:
        raise InvalidData(
            f"« {operation.id} » n'a pas été fusionné : il n'y a rien à séparer",
            place=operation.place,
        )
    draft.split(operation.id)


def _unknown(id_: str, place: Place) -> UnknownReference:
    return UnknownReference(f"« {id_[:80]} » n'existe pas", place=place)


def plan_draft(draft: Draft, change_set: ChangeSet) -> Plan:
    """Check a draft as a whole and list what to write for it."""
    check_draft(draft)
    entities, relations = draft.changed_entities(), draft.changed_relations()
    counts = draft.counts(entities, relations)
    return Plan(
        view=draft.view,
        change_set=change_set,
        entities=[record for record in entities.values() if record is not None],
        ended_entities=draft.ended_entities(entities),
        relations=[record for record in relations.values() if record is not None],
        ended_relations=draft.ended_relations(relations),
        same_as=draft.new_merges(),
        ended_same_as=draft.ended_merges(),
        refs=draft.refs(entities, relations),
        created=counts.created,
        changed=counts.changed,
        unchanged=counts.unchanged,
        retracted=counts.retracted,
    )
