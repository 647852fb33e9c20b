"""Mutations: change sets in, inputs made from the ontology's properties."""

from collections.abc import Callable, Mapping
from typing import Any

import strawberry

from api.graphql.context import Info
from api.graphql.enums import property_enum
from graph.changes import (
    ChangeSet,
    Merge,
    Operation,
    Retract,
    RetractRelation,
    Split,
    UpsertEntity,
    UpsertRelation,
)
from graph.errors import InvalidData, MaillageError, Place
from graph.ontology import (
    ENTITY_PROPERTIES,
    LIST_SEPARATOR,
    PROPERTY,
    RELATION_PROPERTIES,
    RELATION_PROPERTY,
    EntityKind,
    Property,
    RelationType,
    Value,
)
from graph.ontology.values import unique
from importers.cells import contact_refused

_TYPES = {
    "String": str,
    "[String!]": list[str],
    "Boolean": bool,
    "Int": int,
    "Float": float,
}
_SOURCE_HELP = "Documents with an optional locator, `document#locator`; they add to those known."


def _properties_input(name: str, description: str, properties: tuple[Property, ...]) -> Any:
    """An input with one optional field per property; absent: untouched, null: cleared."""
    annotations: dict[str, Any] = {}
    members: dict[str, Any] = {"__annotations__": annotations, "__module__": __name__}
    for prop in properties:
        given = property_enum(prop) if prop.choices is not None else _TYPES[prop.value.graphql]
        annotations[prop.name] = given | None
        members[prop.name] = strawberry.field(
            default=strawberry.UNSET, description=prop.description
        )
    return strawberry.input(type(name, (), members), description=description)


EntityValues: Any = _properties_input(
    "EntityValues", "Values of an entity: absent leaves as is, null clears.", ENTITY_PROPERTIES
)
RelationValues: Any = _properties_input(
    "RelationValues",
    "Values of a relation: absent leaves as is, null clears.",
    RELATION_PROPERTIES,
)


@strawberry.input(description="Create an entity or change values of it.")
class UpsertEntityInput:
    id: strawberry.ID = strawberry.field(description="Identifier, minted once for ever.")
    kind: EntityKind | None = strawberry.field(
        default=None, description="Kind; required to create."
    )
    values: EntityValues | None = strawberry.field(default=None, description="Values.")
    source: list[str] = strawberry.field(default_factory=list, description=_SOURCE_HELP)


@strawberry.input(description="Create a relation or change values of it.")
class UpsertRelationInput:
    type: RelationType = strawberry.field(description="Type of the relation.")
    origin: strawberry.ID = strawberry.field(name="from", description="Where it starts.")
    target: strawberry.ID = strawberry.field(name="to", description="Where it ends.")
    values: RelationValues | None = strawberry.field(default=None, description="Values.")
    source: list[str] = strawberry.field(default_factory=list, description=_SOURCE_HELP)


@strawberry.input(description="Name a relation by its identity, to take it out.")
class RetractRelationInput:
    type: RelationType = strawberry.field(description="Type of the relation.")
    origin: strawberry.ID = strawberry.field(name="from", description="Where it starts.")
    target: strawberry.ID = strawberry.field(name="to", description="Where it ends.")
    role: str | None = strawberry.field(default=None, description="Its role, when it has one.")
    start: str | None = strawberry.field(default=None, description="Its start, when known.")
    year: int | None = strawberry.field(default=None, description="Its year (FUNDER).")


@strawberry.input(description="Judge that entities are the same as another.")
class MergeInput:
    ids: list[strawberry.ID] = strawberry.field(description="The entities to merge.")
    into: strawberry.ID = strawberry.field(description="The entity that stands for all.")


@strawberry.input(one_of=True, description="One operation: exactly one field is given.")
class OperationInput:
    upsert_entity: UpsertEntityInput | None = strawberry.field(
        default=strawberry.UNSET, description="Create or change an entity."
    )
    upsert_relation: UpsertRelationInput | None = strawberry.field(
        default=strawberry.UNSET, description="Create or change a relation."
    )
    retract_entity: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="Take an entity out with its relations."
    )
    retract_relation: RetractRelationInput | None = strawberry.field(
        default=strawberry.UNSET, description="Take a relation out."
    )
    merge: MergeInput | None = strawberry.field(
        default=strawberry.UNSET, description="Merge entities."
    )
    split: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="Take back the merge of an id."
    )


@strawberry.input(description="An ordered list of operations, applied as a whole or not.")
class ChangeSetInput:
    message: str = strawberry.field(description="What it is for, for the journal.")
    operations: list[OperationInput] = strawberry.field(description="The operations.")


@strawberry.type(description="What became of a change set.")
class ChangeResult:
    change_set: strawberry.ID | None = strawberry.field(
        description="Its id in the journal; null when nothing was written."
    )
    revision: int = strawberry.field(description="The revision of the graph now.")
    errors: list[str] = strawberry.field(
        description="What stood in the way, in French; empty when all went well."
    )
    codes: list[str] = strawberry.field(description="Code of each error.")


@strawberry.type(description="Changes of the graph, each journalled and revertible.")
class Mutation:
    @strawberry.mutation(description="Apply a change set as a whole.")
    def apply_change_set(self, info: Info, input: ChangeSetInput) -> ChangeResult:
        return change_result(info, lambda: _applied(info, read_change_set(info, input)))

    @strawberry.mutation(description="Take a change set back, by a new one.")
    def revert(self, info: Info, change_set: strawberry.ID) -> ChangeResult:
        context = info.context
        return change_result(info, lambda: context.repository.revert(change_set, context.author).id)

    @strawberry.mutation(description="Judge that entities are the same as another, reversibly.")
    def merge_entities(
        self, info: Info, ids: list[strawberry.ID], into: strawberry.ID
    ) -> ChangeResult:
        message = f"Fusion de {', '.join(ids)} dans {into}"
        return change_result(info, lambda: _operated(info, message, Merge(tuple(ids), into)))

    @strawberry.mutation(description="Take back the judgement that merged an entity.")
    def split_entity(self, info: Info, id: strawberry.ID) -> ChangeResult:
        return change_result(info, lambda: _operated(info, f"Séparation de {id}", Split(id)))


def read_change_set(info: Info, given: ChangeSetInput) -> ChangeSet:
    """A change set as clients write it; InvalidData names the operation that cannot be read."""
    operations = [
        _operation(each, Place(f"opération {number}"))
        for number, each in enumerate(given.operations, start=1)
    ]
    return ChangeSet(operations, info.context.author, "graphql", given.message)


def _operated(info: Info, message: str, operation: Operation) -> str | None:
    return _applied(info, ChangeSet([operation], info.context.author, "graphql", message))


def _applied(info: Info, change_set: ChangeSet) -> str | None:
    record, _ = info.context.repository.apply(change_set)
    return None if record is None else record.id


def change_result(info: Info, write: Callable[[], str | None]) -> ChangeResult:
    """What became of a write; errors that users can act on are told in it."""
    errors: list[MaillageError] = []
    change_set: str | None = None
    try:
        change_set = write()
    except MaillageError as error:
        errors.append(error)
    return ChangeResult(
        change_set=None if change_set is None else strawberry.ID(change_set),
        revision=info.context.repository.view().revision,
        errors=[str(error) for error in errors],
        codes=[error.code for error in errors],
    )


def _operation(given: OperationInput, place: Place) -> Operation:
    match given:
        case OperationInput(upsert_entity=UpsertEntityInput(kind=EntityKind.CONTACT)):
            raise contact_refused(place.at_column("kind"))
        case OperationInput(upsert_relation=UpsertRelationInput(type=RelationType.HOLDS_POST)):
            raise contact_refused(place.at_column("type"))
        case OperationInput(upsert_entity=UpsertEntityInput() as entity):
            values = _values(entity.values, PROPERTY, place)
            return UpsertEntity(
                str(entity.id), entity.kind, values, _sources(entity.source, place), place
            )
        case OperationInput(upsert_relation=UpsertRelationInput() as relation):
            return UpsertRelation(
                relation.type,
                str(relation.origin),
                str(relation.target),
                _values(relation.values, RELATION_PROPERTY, place),
                _sources(relation.source, place),
                place,
            )
        case OperationInput(retract_relation=RetractRelationInput() as gone):
            return RetractRelation(
                gone.type,
                str(gone.origin),
                str(gone.target),
                gone.role,
                gone.start,
                gone.year,
                place,
            )
        case OperationInput(merge=MergeInput() as merge):
            return Merge(tuple(str(id_) for id_ in merge.ids), str(merge.into), place)
        case OperationInput(retract_entity=str() as id_):
            return Retract(id_, place)
        case OperationInput(split=str() as id_):
            return Split(id_, place)
    raise InvalidData("une opération est vide", place=place)


def _sources(sources: list[str], place: Place) -> tuple[str, ...]:
    if any(LIST_SEPARATOR in source for source in sources):
        raise InvalidData(
            f"une source ne peut pas contenir « {LIST_SEPARATOR} »",
            place=place.at_column("source"),
        )
    return unique(sources)


def _values(
    given: Any, properties: Mapping[str, Property], place: Place
) -> dict[str, Value | None]:
    values: dict[str, Value | None] = {}
    for name, prop in properties.items() if given is not None else ():
        value = getattr(given, name)
        if value is not strawberry.UNSET:
            values[name] = None if value is None else _value(prop, value, place)
    return values


def _value(prop: Property, value: Any, place: Place) -> Value | None:
    """A value as the ontology's value type reads it; an empty text clears."""
    value = getattr(value, "value", value)
    if isinstance(value, bool):
        return value
    if isinstance(value, list):
        if any(LIST_SEPARATOR in item for item in value):
            raise InvalidData(
                f"un élément de liste ne peut pas contenir « {LIST_SEPARATOR} »",
                place=place.at_column(prop.name),
            )
        value = LIST_SEPARATOR.join(value)
    text = str(value)
    try:
        return prop.value.read(text) if text else None
    except ValueError as error:
        raise InvalidData(
            str(error), code="INVALID_VALUE", place=place.at_column(prop.name)
        ) from None
