"""Rows of the SQLite store to records, and back."""

from collections.abc import Sequence
from typing import Any

import orjson

from graph.ontology import LIST_SEPARATOR, EntityKind, RelationType
from graph.records import NO_PROPS, Entity, Props, Relation
from graph.view.columns import EntityRow, RelationRow


def dump_props(props: Props) -> str | None:
    return orjson.dumps(props).decode() if props else None


def load_props(text: str | None) -> Props:
    if text is None:
        return NO_PROPS
    loaded: dict[str, Any] = orjson.loads(text)
    for name, value in loaded.items():
        if type(value) is list:
            loaded[name] = tuple(value)
    return loaded


def split_sources(sources: str | None) -> tuple[str, ...]:
    return tuple(sources.split(LIST_SEPARATOR)) if sources else ()


_KINDS = {kind.value: kind for kind in EntityKind}


def read_entity(row: Sequence[Any]) -> Entity:
    id_, kind, name, start, end, open_ended, props, sources = row
    return Entity(
        id_,
        _KINDS[kind],
        name,
        start,
        end,
        open_ended == 1,
        load_props(props),
        split_sources(sources),
    )


def read_relation(row: Sequence[Any]) -> Relation:
    type_, origin, target, role, start, end, open_ended, year, props, sources = row
    return Relation(
        RelationType(type_),
        origin,
        target,
        role,
        start,
        end,
        open_ended == 1,
        year,
        load_props(props),
        split_sources(sources),
    )


def entity_row(row: Sequence[Any]) -> EntityRow:
    return EntityRow(row[0], row[1], read_entity(row[2:10]), row[10])


def relation_row(row: Sequence[Any]) -> RelationRow:
    made = RelationRow._make(row)
    return made if row[9] is None else made._replace(props=load_props(row[9]))
