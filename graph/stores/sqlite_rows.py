"""Rows of the SQLite store to records, and back."""

import sqlite3
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import orjson

from graph.ontology import LIST_SEPARATOR, EntityKind, RelationType
from graph.records import NO_PROPS, Entity, Props, Relation
from graph.view.columns import EntityRow


def dump_props(props: Props) -> str | None:
    return orjson.dumps(props).decode() if props else None


@lru_cache(maxsize=65536)
def _load_props(text: bytes) -> Props:
    """Properties; the same object for the same text, which many relations have."""
    loaded: dict[str, Any] = orjson.loads(text)
    for name, value in loaded.items():
        if type(value) is list:
            loaded[name] = tuple(value)
    return loaded


@lru_cache(maxsize=65536)
def _split_sources(text: bytes) -> tuple[str, ...]:
    return tuple(text.decode().split(LIST_SEPARATOR))


_CONVERTERS: dict[str, Callable[[bytes], object]] = {
    "KIND": {kind.value.encode(): kind for kind in EntityKind}.__getitem__,
    "TYPE": {type_.value.encode(): type_ for type_ in RelationType}.__getitem__,
    "FLAG": b"1".__eq__,
    "PROPS": _load_props,
    "SOURCES": _split_sources,
}
"""What makes a record's value of a column's text, by the name that the statements give it."""

for _name, _converter in _CONVERTERS.items():
    sqlite3.register_converter(_name, _converter)


def entity_record(values: Sequence[Any]) -> Entity:
    id_, kind, name, start, end, open_ended, props, sources = values
    return Entity(id_, kind, name, start, end, open_ended, props or NO_PROPS, sources or ())


def relation_record(values: Sequence[Any]) -> Relation:
    *identity, props, sources = values
    return Relation._make((*identity, props or NO_PROPS, sources or ()))


def entity_row(row: Sequence[Any]) -> EntityRow:
    return EntityRow(row[0], row[1], entity_record(row[2:10]), row[10])
