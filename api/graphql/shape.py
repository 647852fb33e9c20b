"""How much an operation asks for, known from its text before anything is validated or run.

Each fragment is visited once: what it amounts to is kept and added wherever it is spread, so
that the work grows with the text, not with what the text unfolds to. Nothing is looked up in
the schema: an object is what has a selection, a page is what has ``edges``.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
)

from api.graphql.connections import DEFAULT_FIRST
from api.graphql.limits import check, exceeded

_OBJECT, _VALUE = 2, 1
_SEARCHED = {"relations": 10}
"""Fields of an item that look through the graph, and what they cost whatever is shown."""
_INTROSPECTION = frozenset({"__schema", "__type"})
_TYPE_LISTS = frozenset({"fields", "inputFields", "interfaces", "possibleTypes"})
_ANALYSES = frozenset(
    {
        "applyReading",
        "articulations",
        "bridges",
        "changes",
        "compare",
        "coverageMatrix",
        "cutPoints",
        "fragmentation",
        "gaps",
        "measures",
        "overlaps",
        "readDocument",
        "sheet",
        "whatIf",
    }
)
"""Questions that may weigh the whole graph."""
_HEAVY_COST = 1_000
"""Cost above which any question is heavy."""


class Shape(NamedTuple):
    """What a selection amounts to, fragments inlined."""

    depth: int = 0
    fields: int = 0
    """Fields at its own level."""
    aliases: int = 0
    cost: int = 0
    item_cost: int = 0
    """Cost of one item of the page that the selection is about."""
    type_lists: int = 0
    """Lists of introspection within each other."""
    analysis: bool = False

    @property
    def heavy(self) -> bool:
        """Whether to answer where it delays no light question."""
        return self.analysis or self.cost > _HEAVY_COST


_NOTHING = Shape()


def shape_of(
    document: DocumentNode, operation_name: str | None, variables: Mapping[str, Any]
) -> Shape:
    """The shape of the operation that would run; InvalidData when it exceeds a limit.

    A document without that operation has none: strawberry refuses it. O(text).
    """
    fragments = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    check(fragments=len(fragments))
    for each in document.definitions:
        if isinstance(each, OperationDefinitionNode) and (
            operation_name is None or (each.name and each.name.value == operation_name)
        ):
            shape = _Shapes(fragments, {**_defaults(each), **variables}).of(each.selection_set)
            check(
                root_fields=shape.fields,
                depth=shape.depth,
                aliases=shape.aliases,
                cost=shape.cost,
            )
            return shape
    return _NOTHING


def _defaults(operation: OperationDefinitionNode) -> dict[str, int]:
    return {
        each.variable.name.value: int(each.default_value.value)
        for each in operation.variable_definitions or ()
        if isinstance(each.default_value, IntValueNode)
    }


class _Shapes:
    """The shapes of a document's selections, those of fragments kept."""

    def __init__(
        self, fragments: Mapping[str, FragmentDefinitionNode], variables: Mapping[str, Any]
    ) -> None:
        self._fragments = fragments
        self._variables = variables
        self._known: dict[str, Shape] = {}

    def of(self, selection: SelectionSetNode) -> Shape:
        """The sum of what is selected; the deepest decides of the depth."""
        total = _NOTHING
        for each in selection.selections:
            if isinstance(each, FieldNode):
                one = self._field(each)
            elif isinstance(each, FragmentSpreadNode):
                one = self._fragment(each.name.value)
            else:
                assert isinstance(each, InlineFragmentNode)
                one = self.of(each.selection_set)
            total = _sum(total, one)
        return total

    def _fragment(self, name: str) -> Shape:
        if name not in self._known:
            # A fragment within itself counts for nothing there: validation refuses it.
            self._known[name] = _NOTHING
            if name in self._fragments:
                self._known[name] = self.of(self._fragments[name].selection_set)
        return self._known[name]

    def _field(self, field: FieldNode) -> Shape:
        name, alias = field.name.value, int(field.alias is not None)
        if field.selection_set is None:
            return Shape(depth=1, fields=1, aliases=alias, cost=_VALUE)
        inner = self.of(field.selection_set)
        if name in _INTROSPECTION:
            _check_introspection(name, inner, alias)
            return Shape(depth=1, fields=1, aliases=alias, cost=inner.cost)
        cost = _SEARCHED.get(name, _OBJECT) + inner.cost + self._first(field) * inner.item_cost
        is_page = name == "edges"
        return Shape(
            depth=1 + inner.depth,
            fields=1,
            aliases=alias + inner.aliases,
            cost=0 if is_page else cost,
            item_cost=cost if is_page else 0,
            type_lists=(name in _TYPE_LISTS) + inner.type_lists,
            analysis=name in _ANALYSES or inner.analysis,
        )

    def _first(self, field: FieldNode) -> int:
        """The ``first`` of a field; what is no number is left to validation."""
        for argument in field.arguments or ():
            if argument.name.value == "first":
                value: Any = argument.value
                if isinstance(value, VariableNode):
                    value = self._variables.get(value.name.value)
                elif isinstance(value, IntValueNode):
                    value = int(value.value)
                if isinstance(value, int):
                    check(first=value)
                    return max(0, value)
        return DEFAULT_FIRST


def _check_introspection(name: str, inner: Shape, alias: int) -> None:
    """What describes types stays as small as the schema: no list of types in another."""
    check(type_lists=inner.type_lists)
    if inner.aliases or (alias and name == "__schema"):
        raise exceeded("type_lists")


def _sum(one: Shape, other: Shape) -> Shape:
    return Shape(
        max(one.depth, other.depth),
        one.fields + other.fields,
        one.aliases + other.aliases,
        one.cost + other.cost,
        one.item_cost + other.item_cost,
        max(one.type_lists, other.type_lists),
        one.analysis or other.analysis,
    )
