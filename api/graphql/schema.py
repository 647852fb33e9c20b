"""The schema as a whole, and errors as clients see them."""

import logging
from typing import Any

import strawberry
from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from api.graphql.changes import Mutation as Changes
from api.graphql.completion import CompletingExecutor
from api.graphql.documents import KnownDocuments
from api.graphql.kinds import kind_types
from api.graphql.query import Query
from api.graphql.readings import Readings
from api.graphql.reconciliation import Judging
from graph.errors import MaillageError

_log = logging.getLogger(__name__)
_INTERNAL = "Erreur interne : réessayer, et signaler ce qui était demandé si elle persiste."


class Schema(strawberry.Schema):
    """The schema; unexpected errors go to the log, clients see what they can act on."""

    def process_errors(
        self,
        errors: list[GraphQLError],
        execution_context: ExecutionContext | None = None,  # noqa: ARG002 - strawberry's signature
    ) -> None:
        for error in errors:
            original = error.original_error
            if original is not None and not isinstance(original, MaillageError | GraphQLError):
                _log.error("GraphQL", exc_info=original)


@strawberry.type(description="Changes of the graph, each journalled and revertible.")
class Mutation(Changes, Judging, Readings):
    """All mutations."""


schema = Schema(
    query=Query,
    mutation=Mutation,
    types=kind_types(),
    execution_context_class=CompletingExecutor,
    extensions=[KnownDocuments],
    config=StrawberryConfig(auto_camel_case=True),
)


def shown_error(error: GraphQLError) -> dict[str, Any]:
    """An error as clients see it, always with ``extensions.code``."""
    original = error.original_error
    shown = error.formatted
    if isinstance(original, MaillageError):
        code, message = original.code, str(original)
    elif original is not None and not isinstance(original, GraphQLError):
        code, message = "INTERNAL", _INTERNAL
    else:
        syntax = isinstance(error, GraphQLSyntaxError)
        code = "GRAPHQL_PARSE_FAILED" if syntax else "GRAPHQL_VALIDATION_FAILED"
        message = error.message
    return {**shown, "message": message, "extensions": {"code": code}}
