"""Questions' results in GraphQL: types made from the same dataclasses as the JSON shapes.

A field's type hint decides how it is shown: ``Row`` is an entity, ``Rel`` an evidence, a
tuple a list, a literal an enumeration, a dataclass a type of its own.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

import strawberry
from strawberry.types.base import StrawberryList, StrawberryOptional

from api.graphql.descriptions import description
from api.graphql.entities import Entity, Evidence, node
from api.graphql.enums import literal_enum
from graph.view import DayView
from queries.answer import Rel, Row

Convert: TypeAlias = Callable[[DayView, Any], Any]


class Foreseen:
    """A result of which some fields are known beforehand; it is explained when another is
    asked for."""

    def __init__(self, explain: Callable[[], Any], **known: object) -> None:
        self.__dict__.update(known)
        self._explain = explain

    def __getattr__(self, name: str) -> Any:
        explained = self._explain()
        self.__dict__.update(
            (each.name, getattr(explained, each.name)) for each in fields(explained)
        )
        return getattr(explained, name)


@cache
def result_type(result: type) -> Any:
    """The GraphQL type of a result; instances take the day and the result itself."""
    hints = get_type_hints(result)
    members: dict[str, Any] = {
        "__annotations__": {
            "day": strawberry.Private[DayView],
            "value": strawberry.Private[Any],  # type: ignore[misc]
        },
        "__module__": __name__,
    }
    for each in fields(result):
        members[each.name] = _field(result.__name__, each.name, hints[each.name])
    made = type(result.__name__, (), members)
    return strawberry.type(made, description=_summary(result))


def _summary(result: type) -> str:
    return " ".join((result.__doc__ or "").split("\n\n")[0].split())


def _field(owner: str, name: str, hint: Any) -> Any:
    graphql_type, convert = _converter(f"{owner}.{name}", hint)

    def resolve(root: Any) -> Any:
        return convert(root.day, getattr(root.value, name))

    return strawberry.field(
        resolver=resolve, graphql_type=graphql_type, description=description(owner, name)
    )


def _converter(name: str, hint: Any) -> tuple[Any, Convert]:
    if hint is Row:
        return Entity, node
    if hint is Rel:
        return Evidence, lambda day, number: Evidence(day=day, number=number)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        element, convert = _converter(name, arguments[0])
        return StrawberryList(element), lambda day, values: [
            convert(day, value) for value in values
        ]
    if origin is Literal:
        enumeration = literal_enum(name, arguments)
        return enumeration, lambda _day, value: enumeration(value)
    if NoneType in arguments:
        (known,) = (each for each in arguments if each is not NoneType)
        inner, convert = _converter(name, known)
        return StrawberryOptional(
            inner
        ), lambda day, value: None if value is None else convert(day, value)
    if is_dataclass(hint):
        made = result_type(hint)  # type: ignore[arg-type]
        return made, lambda day, value: made(day=day, value=value)
    return hint, lambda _day, value: value
