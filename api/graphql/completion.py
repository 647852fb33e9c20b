"""Completing values by columns, without the executor's work per field of each object.

graphql-core calls some ten functions to complete one field of one object. Most fields here
need none of them: they are functions of their object alone. For each place of a query a
*completer* is made once, from the completers of its own fields: it takes the values that
resolvers returned there, all those of a list at once, and gives what the answer shows.

A completer only knows how to succeed. Whatever goes wrong in it (a resolver that raises, a null
where none may be), the value is completed again by graphql-core, which gives errors their path
and lets nulls propagate as the specification says. Below the root, the resolvers of this schema
only read: running them twice changes nothing.
"""

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import Any, TypeAlias

from graphql import (
    GraphQLError,
    GraphQLField,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    is_abstract_type,
    is_introspection_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)
from graphql.execution.collect_fields import FieldDetailsList
from graphql.execution.values import get_argument_values
from graphql.pyutils import Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.arguments import convert_arguments

from api.graphql.budget import Budget
from api.graphql.columns import Complete, Values, leaf, listed, nullable

Info: TypeAlias = GraphQLResolveInfo[Any]
Get: TypeAlias = Callable[[Any], Any]
"""From an object to the value of one of its fields."""


class NotAlone(Exception):
    """A field needs more than its object: the place of the query, or to be awaited."""


class CompletingExecutor(StrawberryGraphQLCoreExecutionContext):
    """Strawberry's executor, which completes values by columns wherever it can.

    ``context_value.budget`` bounds its work: see ``api.graphql.budget``.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        context = self.context_value
        self._spend = (Budget() if context is None else context.budget).spend
        self._completers: dict[tuple[int, int], tuple[FieldDetailsList, Complete | None]] = {}
        self._plain: set[int] = set()

    def execute_field(self, *args: Any, **kwargs: Any) -> Any:
        """The plain way, field by field: at the root, and where something went wrong."""
        self._spend(1)
        return super().execute_field(*args, **kwargs)

    def complete_value(
        self,
        return_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        info: Info,
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        """What the answer shows of a value, by its completer, else as graphql-core does."""
        complete = self._completer_at(return_type, field_details_list, info)
        if complete is not None:
            try:
                return complete([result])[0]
            except Exception:
                self._plain.add(id(field_details_list))
        return super().complete_value(
            return_type, field_details_list, info, path, result, position_context
        )

    def _completer_at(
        self, type_: GraphQLOutputType, details: FieldDetailsList, info: Info
    ) -> Complete | None:
        """The completer of a place; None where only graphql-core knows."""
        if id(details) in self._plain:
            return None
        key = (id(type_), id(details))
        if key not in self._completers:
            try:
                made = self._completer(type_, details, info)
            except (GraphQLError, NotAlone):
                made = None
            # The list is kept beside what was made of it, so that its id stays its own.
            self._completers[key] = (details, made)
        return self._completers[key][1]

    def _completer(
        self, type_: GraphQLOutputType, details: FieldDetailsList, info: Info
    ) -> Complete:
        if is_non_null_type(type_):
            return self._known_completer(type_.of_type, details, info)
        return nullable(self._known_completer(type_, details, info))

    def _known_completer(
        self, type_: GraphQLOutputType, details: FieldDetailsList, info: Info
    ) -> Complete:
        """The completer of values among which there is no null."""
        if is_list_type(type_):
            return listed(self._completer(type_.of_type, details, info))
        if is_leaf_type(type_):
            return leaf(type_)
        return self._objects(type_, details, info)

    def _objects(self, type_: GraphQLOutputType, details: FieldDetailsList, info: Info) -> Complete:
        """Objects by their Python class, which decides of their GraphQL type."""
        by_class: dict[type, Complete] = {}

        def complete_class(values: Values) -> list[Any]:
            class_ = type(values[0])
            if class_ not in by_class:
                runtime = self._runtime_type(type_, details, info, values[0])
                by_class[class_] = self._fields(runtime, details, info)
            return by_class[class_](values)

        def complete_objects(values: Values) -> list[Any]:
            classes = list(map(type, values))
            if len(set(classes)) == 1:
                return complete_class(values)
            shown: list[Any] = [None] * len(values)
            for class_ in dict.fromkeys(classes):
                places = [place for place, each in enumerate(classes) if each is class_]
                completed = complete_class([values[place] for place in places])
                for place, each in zip(places, completed, strict=True):
                    shown[place] = each
            return shown

        return complete_objects

    def _runtime_type(
        self,
        type_: GraphQLOutputType,
        details: FieldDetailsList,
        info: Info,
        value: Any,
    ) -> GraphQLObjectType:
        """The object type of a value, by the same checks as graphql-core."""
        if is_abstract_type(type_):
            assert type_.resolve_type is not None
            name = type_.resolve_type(value, info, type_)
            type_ = self.ensure_valid_runtime_type(name, type_, details, info, value)
        assert is_object_type(type_)
        if type_.is_type_of is not None and not type_.is_type_of(value, info):
            raise TypeError(value)
        return type_

    def _fields(self, type_: GraphQLObjectType, details: FieldDetailsList, info: Info) -> Complete:
        """Objects of one type, field by field."""
        fields: list[tuple[str, Get, Complete]] = []
        for name, each in self.collect_subfields(type_, details).grouped_field_set.items():
            field = self.schema.get_field(type_, each[0].node.name.value)
            if field is not None:
                completer = self._completer(field.type, each, info)
                fields.append((name, self._getter(type_, field, each, info), completer))

        def complete_fields(values: Values) -> list[Any]:
            shown: list[dict[str, Any]] = [{} for _ in values]
            for name, get, complete in fields:
                column = complete(list(map(get, values)))
                for one, value in zip(shown, column, strict=True):
                    one[name] = value
            return shown

        return complete_fields

    def _getter(
        self,
        type_: GraphQLObjectType,
        field: GraphQLField,
        details: FieldDetailsList,
        info: Info,
    ) -> Get:
        """What resolves a field of an object alone; it spends what lists hold."""
        name = details[0].node.name.value
        if name == "__typename":
            return lambda _value: type_.name
        stated = field.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
        get: Get
        if stated is None:
            if not is_introspection_type(type_):
                raise NotAlone(name)
            get = self._with_arguments(field, details, info)
        elif stated.is_async or stated.extensions:
            raise NotAlone(name)
        elif stated.base_resolver is None:
            get = attrgetter(stated.python_name)
        elif stated.base_resolver.info_parameter is not None:
            raise NotAlone(name)
        elif field.args:
            get = self._with_converted(stated, field, details)
        else:
            get = stated.base_resolver.wrapped_func
        is_list = is_list_type(field.type) or (
            is_non_null_type(field.type) and is_list_type(field.type.of_type)
        )
        return self._spending(get) if is_list else get

    def _with_arguments(self, field: GraphQLField, details: FieldDetailsList, info: Info) -> Get:
        resolve, arguments = field.resolve, self._arguments(field, details)
        assert resolve is not None
        return lambda value: resolve(value, info, **arguments)

    def _with_converted(self, stated: Any, field: GraphQLField, details: FieldDetailsList) -> Get:
        """The resolver with the arguments of this place, converted once for all its objects."""
        graphql_schema: Any = self.schema
        converter = graphql_schema._strawberry_schema.schema_converter
        try:
            arguments = convert_arguments(
                self._arguments(field, details),
                stated.arguments,
                scalar_registry=converter.scalar_registry,
                config=converter.config,
            )
        except Exception as error:
            raise NotAlone(stated.python_name) from error
        return partial(stated.base_resolver.wrapped_func, **arguments)

    def _arguments(self, field: GraphQLField, details: FieldDetailsList) -> dict[str, Any]:
        first = details[0]
        return get_argument_values(
            field, first.node, self.variable_values, first.fragment_variable_values
        )

    def _spending(self, get: Get) -> Get:
        def get_list(value: Any) -> Any:
            found = get(value)
            self._spend(1 if found is None else len(found))
            return found

        return get_list
