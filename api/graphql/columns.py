"""Completers of columns: from resolved values to what an answer shows of them, all at once."""

from collections.abc import Callable, Sequence
from itertools import chain, islice
from typing import Any, TypeAlias

from graphql import (
    GraphQLEnumType,
    GraphQLID,
    GraphQLLeafType,
    GraphQLString,
    is_enum_type,
)
from graphql.pyutils import Undefined

Values: TypeAlias = Sequence[Any]
Complete: TypeAlias = Callable[[Values], list[Any]]
"""From resolved values to what the answer shows; raises when one cannot be shown."""


def nullable(complete: Complete) -> Complete:
    """The same among which nulls may stand."""

    def complete_nullable(values: Values) -> list[Any]:
        known = [value for value in values if value is not None]
        if len(known) == len(values):
            return complete(values)
        shown = iter(complete(known) if known else ())
        return [None if value is None else next(shown) for value in values]

    return complete_nullable


def listed(complete: Complete) -> Complete:
    """Lists of the same, all their items at once."""

    def complete_lists(values: Values) -> list[Any]:
        if not all(isinstance(each, list | tuple) for each in values):
            raise TypeError(values)
        items = list(chain.from_iterable(values))
        shown = iter(complete(items) if items else ())
        return [list(islice(shown, len(each))) for each in values]

    return complete_lists


def leaf(type_: GraphQLLeafType) -> Complete:
    """Values of a scalar or an enumeration."""
    if is_enum_type(type_):
        return _enum(type_)
    coerce = type_.coerce_output_value
    texts = {str} if type_ in (GraphQLString, GraphQLID) else set()

    def complete_leaves(values: Values) -> list[Any]:
        if texts.issuperset(map(type, values)):
            return list(values)
        shown = list(map(coerce, values))
        if any(each is None or each is Undefined for each in shown):
            raise TypeError(values)
        return shown

    return complete_leaves


def _enum(type_: GraphQLEnumType) -> Complete:
    coerce = type_.coerce_output_value
    names: dict[Any, str] = {}

    def complete_members(values: Values) -> list[Any]:
        for member in set(values).difference(names):
            names[member] = coerce(member)
        return [names[member] for member in values]

    return complete_members
