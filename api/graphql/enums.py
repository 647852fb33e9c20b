"""GraphQL enumerations, made from the ontology's lists and the questions' literals."""

from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import Any

import strawberry
from pydantic.alias_generators import to_pascal

from graph.ontology import EntityKind, Property, RelationType

strawberry.enum(EntityKind, description="Kind of an entity.")
strawberry.enum(RelationType, description="Type of a relation.")

_LITERALS = {
    "end_state": "EndState",
    "level": "OverlapLevel",
    "reason": "ManagementReason",
    "state": "CoverageState",
    "status": "ArticulationStatus",
}


def _enumeration(name: str, members: Iterable[str], description: str) -> Any:
    made: Any = Enum(name, {member: member for member in members})  # type: ignore[misc]
    return strawberry.enum(made, description=description)


@cache
def literal_enum(field: str, members: tuple[str, ...]) -> Any:
    """The enumeration for a result's field whose values are these literals."""
    name = _LITERALS[field]
    return _enumeration(name, members, f"Values of `{field}`.")


@cache
def _choices_enum(name: str, members: tuple[str, ...], description: str) -> Any:
    return _enumeration(to_pascal(name), members, description)


def property_enum(prop: Property) -> Any:
    """The enumeration of a property with choices."""
    assert prop.choices is not None
    return _choices_enum(prop.name, tuple(prop.choices), prop.description)


@strawberry.enum(description="Which relations of an entity: from it, to it, or both.")
class Direction(Enum):
    OUT = "OUT"
    IN = "IN"
    BOTH = "BOTH"
