"""The graph as network tools take it: nodes and edges with flat, typed attributes.

Shared by GraphML and GEXF. Parallel relations stay parallel edges, all directed (a symmetric
one says so in ``symmetric``), and an edge's weight is the declared intensity of its relation,
1 when none is: tools that join parallel edges add the weights up. ``start`` and ``end`` are
the first and last day, so a date known to the month or year is widened, and are left out
when unknown or open; ``statedStart`` and ``statedEnd`` keep the dates as the source has them,
``endState`` tells KNOWN, OPEN and UNKNOWN apart. Concepts exist on every day
and have neither ``start`` nor ``end``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from api.exports.part import Part, cited, stated_by
from graph.dates import end_state, first_day, iso, last_day
from graph.ontology import (
    KINDS,
    LIST_SEPARATOR,
    PROPERTY,
    RELATION_PROPERTY,
    RELATIONS,
    EntityKind,
    Property,
    Value,
)
from graph.records import SOURCE_LOCATOR, Entity, Relation
from graph.view import GraphView

ABOUT = (
    "Graphe Maillage. Poids d'un lien : l'intensité déclarée, de 1 à 5, sinon 1 ; des liens "
    "parallèles s'ajoutent. Dates : premier et dernier jour, tous deux compris ; une fin absente "
    "est sans terme (endState OPEN) ou inconnue (endState UNKNOWN)."
)

Scalar: TypeAlias = str | int | float | bool
ColumnType: TypeAlias = Literal["string", "integer", "double", "boolean"]
Columns: TypeAlias = Mapping[str, ColumnType]

_TYPES: dict[str, ColumnType] = {"Int": "integer", "Float": "double", "Boolean": "boolean"}
_APART = frozenset({"name", "start", "end", "open_ended"})
"""Properties that nodes and edges have of their own."""
_RENAMED = {"id": "statedId"}
_NATURE = {
    EntityKind.ACTOR: "actor_kind",
    EntityKind.FRAMEWORK: "framework_kind",
    EntityKind.SCHEME: "scheme_kind",
    EntityKind.ACTION: "activity_type",
    EntityKind.BODY: "level",
    EntityKind.MEETING: "meeting_kind",
    EntityKind.TERRITORY: "territory_level",
}
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Node(NamedTuple):
    """An entity; ``start`` and ``end`` are days."""

    id: str
    label: str
    start: str | None
    end: str | None
    values: dict[str, Scalar]


class Edge(NamedTuple):
    """A relation; ``kind`` is its type with its role, which tells parallel edges apart."""

    id: str
    source: str
    target: str
    label: str
    kind: str
    weight: int
    start: str | None
    end: str | None
    values: dict[str, Scalar]


def node_columns(view: GraphView, kept: Part) -> Columns:
    """Attributes of nodes: fixed ones, then the properties that one of them has."""
    names = ("kind", "kindLabel", "subkind", "subkindLabel", "statedStart", "statedEnd", "endState")
    used = {name for row in kept.rows for name in view.entity(row).props}
    return _columns(names, PROPERTY, used)


def edge_columns(view: GraphView, kept: Part) -> Columns:
    """Attributes of edges: fixed ones, then the properties that one of them has."""
    names = ("type", "typeLabel", "role", "roleLabel", "statedStart", "statedEnd", "endState")
    used = {name for number in kept.relations for name in view.relations.props.get(number, ())}
    used.add("year")
    return {**_columns(names, RELATION_PROPERTY, used - {"role"}), "symmetric": "boolean"}


def _columns(names: Iterable[str], properties: Mapping[str, Property], used: set[str]) -> Columns:
    columns: dict[str, ColumnType] = dict.fromkeys(names, "string")
    for name, prop in properties.items():
        if name in used and name not in _APART:
            columns[_RENAMED.get(name, name)] = _TYPES.get(prop.value.graphql, "string")
    return {**columns, "sources": "string"}


def nodes(view: GraphView, kept: Part) -> Iterator[Node]:
    """The entities, by id."""
    for row in kept.rows:
        record = view.entity(row)
        kind = KINDS[record.kind]
        start, end, values = _period(record)
        if kind.always_active:
            start = end = None
            if record.end is None:
                del values["endState"]
        values |= {"kind": record.kind.value, "kindLabel": kind.label}
        nature = record.props.get(_NATURE.get(record.kind, ""))
        if isinstance(nature, str):
            choices = PROPERTY[_NATURE[record.kind]].choices or {}
            values |= {"subkind": nature, "subkindLabel": choices.get(nature, nature)}
        values |= _properties(PROPERTY, record.props)
        values["sources"] = _sources(view, record, int(view.entities.said[row]))
        yield Node(record.id, _line(record.name), start, end, _readable(values))


def edges(view: GraphView, kept: Part) -> Iterator[Edge]:
    """The relations, in order of their identity."""
    columns = view.relations
    for place, number in enumerate(kept.relations, start=1):
        record = view.relation(number)
        rule = RELATIONS[record.type]
        start, end, values = _period(record)
        values |= {"type": record.type.value, "typeLabel": rule.label}
        label, kind = rule.label, record.type.value
        if record.role is not None:
            role = (rule.roles or {}).get(record.role, record.role)
            values |= {"role": record.role, "roleLabel": role}
            label, kind = f"{label} ({role})", f"{kind} {record.role}"
        if record.year is not None:
            values["year"] = record.year
        if rule.symmetric:
            values["symmetric"] = True
        values |= _properties(RELATION_PROPERTY, record.props)
        values["sources"] = _sources(view, record, int(columns.said[number]))
        weight = record.props.get("intensity", 1)
        assert isinstance(weight, int)
        yield Edge(
            f"r{place}",
            view.entity(int(columns.origin[number])).id,
            view.entity(int(columns.target[number])).id,
            _line(label),
            _line(kind),
            weight,
            start,
            end,
            _readable(values),
        )


def _period(record: Entity | Relation) -> tuple[str | None, str | None, dict[str, Scalar]]:
    start, end = record.start, record.end
    values: dict[str, Scalar] = {"endState": end_state(end, record.open_ended)}
    if start is not None:
        values["statedStart"] = start
    if end is not None:
        values["statedEnd"] = end
    return (
        None if start is None else iso(first_day(start)),
        None if end is None else iso(last_day(end)),
        values,
    )


def _properties(
    properties: Mapping[str, Property], props: Mapping[str, Value]
) -> dict[str, Scalar]:
    found: dict[str, Scalar] = {}
    for name, value in props.items():
        is_double = _TYPES.get(properties[name].value.graphql) == "double"
        found[_RENAMED.get(name, name)] = _scalar(value, is_double=is_double)
    return found


def _scalar(value: Value, *, is_double: bool) -> Scalar:
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(value)
    return float(value) if is_double else value


def _sources(view: GraphView, record: Entity | Relation, said: int) -> str:
    found = [
        view.entity(row).id + (f"{SOURCE_LOCATOR}{locator}" if locator else "")
        for row, locator in cited(view, record.sources)
    ]
    return LIST_SEPARATOR.join(dict.fromkeys(found)) or stated_by(said)


def _readable(values: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """Without empty texts and characters that XML cannot hold."""
    clean = {
        name: _NOT_IN_XML.sub("", value) if isinstance(value, str) else value
        for name, value in values.items()
    }
    return {name: value for name, value in clean.items() if value != ""}


def _line(text: str) -> str:
    """A text on one line, as an attribute of XML keeps it."""
    return " ".join(_NOT_IN_XML.sub(" ", text).split())
