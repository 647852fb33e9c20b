"""The fields of an entity's form, made from the ontology's properties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.ontology import ENTITY_PROPERTIES, RELATION_PROPERTIES, EntityKind, Property
from graph.ontology.properties import ANY
from graph.ontology.values import Boolean, Date
from graph.records import Entity, Relation
from importers.french import DATE_HINT

_FIRST = ("name", "alias", "description", "start", "end", "open_ended", "status", "note")
_RARE = frozenset(
    {"hash", "stages", "generic", "family", "count", "year", "reference", "code", "full_text"}
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``choices`` when it is a list of values, ``rare`` when folded away."""

    name: str
    label: str
    hint: str
    value: str
    choices: tuple[tuple[str, str], ...]
    long: bool
    rare: bool


def entity_fields(kind: EntityKind, filled: Mapping[str, str]) -> list[Field]:
    """The properties that a kind bears, what people fill first coming first."""
    props = [prop for prop in ENTITY_PROPERTIES if kind in prop.kinds]
    own = [prop for prop in props if prop.kinds != ANY and prop.name not in _RARE]
    named = {prop.name: prop for prop in props}
    order = [named["name"], *own, *(named[name] for name in _FIRST[1:])]
    order += [prop for prop in props if prop not in order]
    return [_field(prop, filled.get(prop.name, "")) for prop in order]


def relation_fields(filled: Mapping[str, str], identified: bool = False) -> list[Field]:
    """The properties of relations beside their role, and beside what identifies one when it
    stands already."""
    apart = ("id", "role", "start", "year") if identified else ("id", "role")
    props = [prop for prop in RELATION_PROPERTIES if prop.name not in apart]
    return [_field(prop, filled.get(prop.name, "")) for prop in props]


def relation_written(record: Relation) -> dict[str, str]:
    """The values of a relation as a form shows them, beside what identifies it."""
    values = {
        prop.name: prop.value.write(value)
        for prop in RELATION_PROPERTIES
        if (value := record.props.get(prop.name)) is not None
    }
    values["end"] = record.end or ""
    values["open_ended"] = "true" if record.open_ended else ""
    return values


def written(record: Entity) -> dict[str, str]:
    """The values of an entity as a form shows them."""
    values = {
        prop.name: prop.value.write(value)
        for prop in ENTITY_PROPERTIES
        if (value := record.props.get(prop.name)) is not None
    }
    values["name"] = record.name
    if record.start:
        values["start"] = record.start
    if record.end:
        values["end"] = record.end
    if record.open_ended:
        values["open_ended"] = "true"
    return values


def _field(prop: Property, value: str) -> Field:
    choices: Iterable[tuple[str, str]] = (prop.choices or {}).items()
    if isinstance(prop.value, Boolean):
        choices = (("true", "oui"), ("false", "non"))
    return Field(
        prop.name,
        prop.label,
        _hint(prop),
        value,
        tuple(choices),
        prop.name in ("description", "note", "full_text"),
        prop.name in _RARE,
    )


def _hint(prop: Property) -> str:
    if isinstance(prop.value, Date):
        return DATE_HINT
    return "plusieurs : séparer par |" if prop.value.graphql == "[String!]" else ""
