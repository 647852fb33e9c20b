"""One GraphQL type per kind of entity, its fields made from the ontology's properties."""

from collections.abc import Callable
from typing import Any

import strawberry

from api.graphql.entities import KIND_TYPES, Entity
from api.graphql.enums import property_enum
from api.graphql.links import links_of
from graph.ontology import ENTITY_PROPERTIES, KINDS, EntityKind, Property

_SHARED = frozenset({"name", "alias", "start", "end", "open_ended"})
"""Properties that the interface exposes itself."""


def _property_field(prop: Property) -> Any:
    if prop.choices is not None:
        enumeration = property_enum(prop)
        return _field(prop, enumeration | None, enumeration)
    types: dict[str, tuple[Any, Callable[[Any], Any]]] = {
        "String": (str | None, str),
        "[String!]": (list[str], list),
        "Boolean": (bool | None, bool),
        "Int": (int | None, int),
        "Float": (float | None, float),
    }
    graphql_type, convert = types[prop.value.graphql]
    return _field(prop, graphql_type, convert)


def _field(prop: Property, graphql_type: Any, convert: Callable[[Any], Any]) -> Any:
    name = prop.name
    empty: list[str] | None = [] if prop.value.graphql.startswith("[") else None

    def resolve(root: Any) -> Any:
        value = root.record.props.get(name)
        return empty if value is None else convert(value)

    return strawberry.field(
        resolver=resolve, graphql_type=graphql_type, description=prop.description
    )


def _kind_type(kind: EntityKind) -> type[Entity]:
    members: dict[str, Any] = {
        prop.name: _property_field(prop)
        for prop in ENTITY_PROPERTIES
        if kind in prop.kinds and prop.name not in _SHARED
    }
    made: type[Entity] = type(kind.label, (Entity,), {**members, **links_of(kind)})
    return strawberry.type(made, description=KINDS[kind].description)


def kind_types() -> list[type[Entity]]:
    """The GraphQL types of all kinds, made once and known to ``node`` from then on."""
    if not KIND_TYPES:
        KIND_TYPES.update({kind: _kind_type(kind) for kind in EntityKind})
    return list(KIND_TYPES.values())
