"""Results as the contract's shapes: the one way from row numbers to what people read.

Question results are dataclasses whose fields hold rows and relation numbers (``Row``,
``Rel``). ``shape`` turns any of them into plain JSON values, following the fields' types, so
that the command line and the pages show the same and a new question needs nothing here.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from pydantic.alias_generators import to_camel

from graph.dates import end_state
from graph.records import source_parts
from graph.stores.base import ChangeRecord, change_id
from graph.view import GraphView
from queries.answer import Rel, Row

Json: TypeAlias = dict[str, Any]


def entity_shape(view: GraphView, row: int) -> Json:
    """``{id, kind, name}`` of an entity."""
    record = view.entity(row)
    return {"id": record.id, "kind": record.kind.value, "name": record.name}


def source_shapes(view: GraphView, sources: tuple[str, ...], said: int) -> list[Json]:
    """``{document, locator}`` of each source; a fact without any rests on its own import."""
    shapes = []
    for source in sources:
        document, locator = source_parts(source)
        row = view.row(document)
        shapes.append(
            {
                "document": None if row is None else entity_shape(view, row),
                "locator": locator,
            }
        )
    return shapes or [{"document": None, "locator": own_locator(said)}]


def own_locator(said: int) -> str:
    """What a fact without a document rests on: its change set, or a hypothesis (0)."""
    return f"import {change_id(said)}" if said else "hypothèse"


def record_shape(record: ChangeRecord) -> Json:
    """A journal entry as JSON values."""
    return {
        "changeSet": record.id,
        "revision": record.revision,
        "author": record.author,
        "time": record.time.isoformat(),
        "origin": record.origin,
        "message": record.message,
        "reverts": record.reverts,
        "created": record.created,
        "changed": record.changed,
        "retracted": record.retracted,
    }


def evidence_shape(view: GraphView, number: int) -> Json:
    """``Evidence``: a relation with its period and sources."""
    record, columns = view.relation(number), view.relations
    return {
        "type": record.type.value,
        "from": entity_shape(view, int(columns.origin[number])),
        "to": entity_shape(view, int(columns.target[number])),
        "role": record.role,
        "start": record.start,
        "end": record.end,
        "endState": end_state(record.end, record.open_ended),
        "sources": source_shapes(view, record.sources, int(columns.said[number])),
    }


def shape(view: GraphView, result: Any) -> Json:
    """A question's result as JSON values; names of fields in camel case."""
    return {
        alias: convert(view, getattr(result, name))
        for name, alias, convert in _converters(type(result))
    }


Converter: TypeAlias = Callable[[GraphView, Any], Any]


_KNOWN: dict[type, list[tuple[str, str, Converter]]] = {}


def _converters(type_: Any) -> list[tuple[str, str, Converter]]:
    """For each field: its name, its name in camel case, and how its values are shown."""
    if type_ not in _KNOWN:
        hints = get_type_hints(type_)
        names = [each.name for each in fields(type_)]
        _KNOWN[type_] = [(name, to_camel(name), _converter(hints[name])) for name in names]
    return _KNOWN[type_]


def _converter(hint: Any) -> Converter:
    if hint is Row:
        return entity_shape
    if hint is Rel:
        return evidence_shape
    if get_origin(hint) is tuple:
        each = _converter(get_args(hint)[0])
        return lambda view, values: [each(view, value) for value in values]
    if is_dataclass(hint):
        return shape
    inner = [arg for arg in get_args(hint) if arg is not type(None)]
    if len(inner) == 1 and inner[0] in (Row, Rel):
        known = _converter(inner[0])
        return lambda view, value: None if value is None else known(view, value)
    return lambda _view, value: value
