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
    "severity": "Severity",
    "Gap.kind": "GapKind",
    "Change.change": "ChangeKind",
    "Difference.change": "DifferenceKind",
    "ComparedTheme.left": "CoverageState",
    "ComparedTheme.right": "CoverageState",
}
"""Names of enumerations by field, ``Type.field`` where fields of other types differ."""
_MEANINGS = {
    "EndState": "Whether an end is known, stated to be open, or unknown.",
    "OverlapLevel": "How much two initiatives overlap.",
    "ManagementReason": "How two initiatives are coordinated.",
    "CoverageState": "What is done on a theme in a territory, and how firmly.",
    "ArticulationStatus": "How two frameworks meet.",
    "Severity": "How serious a gap is.",
    "GapKind": "What is missing.",
    "ChangeKind": "Whether something starts or ceases to be active.",
    "DifferenceKind": "What becomes of an item of an answer.",
}


def _enumeration(name: str, members: Iterable[str], description: str) -> Any:
    made: Any = Enum(name, {member: member for member in members})  # type: ignore[misc]
    return strawberry.enum(made, description=description)


def literal_enum(field: str, members: tuple[str, ...]) -> Any:
    """The enumeration for a field (``Type.field`` or ``field``) whose values are literals."""
    name = _LITERALS.get(field) or _LITERALS[field.rpartition(".")[2]]
    return _literal_enum(name, members)


@cache
def _literal_enum(name: str, members: tuple[str, ...]) -> Any:
    return _enumeration(name, members, _MEANINGS[name])


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
