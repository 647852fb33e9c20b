"""GraphQL over HTTP: POST a JSON object; GET shows GraphiQL, served without any CDN.

Malformed bodies and requests beyond a limit get a 4xx with an error that says what is wrong,
never a 500; 503 is for those that may succeed later.
"""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import orjson
from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from graphql import GraphQLError
from starlette.requests import ClientDisconnect
from strawberry.exceptions import MissingQueryError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError

from api.graphql.budget import Budget, Spent
from api.graphql.context import Context
from api.graphql.documents import read_document
from api.graphql.lanes import Lane
from api.graphql.limits import LIMITS, exceeded
from api.graphql.schema import schema, shown_error
from api.graphql.shape import Shape, shape_of
from api.graphql.uploading import add_upload
from api.notices import notice_extensions
from api.settings import author_name
from graph.errors import InvalidData, MaillageError
from graph.repository import Repository

PATH = "/graphql"
_LIGHT_THREADS, _LIGHT_WAITING = 4, 200
_HEAVY_THREADS, _HEAVY_WAITING = 2, 20
_STATUS = {
    "BODY_TOO_LARGE": 413,
    "UNSUPPORTED_TYPE": 415,
    "TOO_BUSY": 503,
    "TIME_LIMIT": 503,
}
"""Statuses of errors other than 400."""

_GRAPHIQL = Path(__file__).parent / "graphiql.html"
_GRAPHIQL_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request as read from its body."""

    query: str
    variables: dict[str, Any]
    operation: str | None

    def shape(self) -> Shape:
        """What it amounts to; InvalidData beyond a limit, GraphQLError when no GraphQL."""
        return shape_of(read_document(self.query).tree, self.operation, self.variables)


def graphql_router(repository: Repository) -> APIRouter:
    """The routes of GraphQL on a repository."""
    router = APIRouter()
    shared = Context(repository, author_name())
    light = Lane("light", _LIGHT_THREADS, _LIGHT_WAITING)
    heavy = Lane("heavy", _HEAVY_THREADS, _HEAVY_WAITING)

    async def answer(request: Request) -> Response:
        context = replace(shared, budget=Budget())
        try:
            asked = _read(request.headers.get("content-type", ""), await _body(request))
            done = await light.run(partial(_answer_light, context, asked), context.budget)
            if done is None:
                done = await heavy.run(partial(_execute, context, asked), context.budget)
        except ClientDisconnect:
            return Response(status_code=400)
        except MaillageError as error:
            return _refused(error)
        return done

    # A route of Starlette's: FastAPI's would look for parameters at each request.
    router.add_route(PATH, answer, methods=["POST"])
    add_upload(router, repository)

    @router.get(PATH)
    def graphiql() -> Response:
        headers = {"Content-Security-Policy": _GRAPHIQL_POLICY}
        return FileResponse(_GRAPHIQL, headers=headers)

    return router


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LIMITS.body:
            raise exceeded("body")
    return body


def _read(content_type: str, body: bytes) -> _Asked:
    """The request that a body holds; InvalidData when it holds none."""
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise InvalidData(
            "envoyer la requête en JSON (Content-Type: application/json)", code="UNSUPPORTED_TYPE"
        )
    try:
        asked = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise InvalidData("le corps de la requête n'est pas du JSON", code="INVALID_JSON") from None
    if isinstance(asked, list):
        raise InvalidData("une requête à la fois : pas de liste", code="BATCH_REFUSED")
    if not isinstance(asked, dict) or not isinstance(asked.get("query"), str):
        raise InvalidData(
            "il faut un objet JSON avec « query », un texte GraphQL", code="INVALID_REQUEST"
        )
    for name, type_ in (("variables", dict), ("operationName", str)):
        if not isinstance(asked.get(name), type_ | None):
            raise InvalidData(f"« {name} » n'a pas la forme attendue", code="INVALID_REQUEST")
    return _Asked(asked["query"], asked.get("variables") or {}, asked.get("operationName"))


def _answer_light(context: Context, asked: _Asked) -> Response | None:
    """The answer to a light question; None for a heavy one."""
    try:
        if asked.shape().heavy:
            return None
    except GraphQLError as error:
        return _json({"errors": [shown_error(error)]}, 400)
    return _execute(context, asked)


def _execute(context: Context, asked: _Asked) -> Response:
    try:
        result = schema.execute_sync(
            asked.query,
            variable_values=asked.variables,
            operation_name=asked.operation,
            context_value=context,
        )
    except Spent as spent:
        raise spent.error from None
    except (MissingQueryError, CannotGetOperationTypeError, InvalidOperationTypeError):
        wrong = InvalidData(
            "« query » doit contenir une opération, que « operationName » nomme s'il y en a "
            "plusieurs",
            code="INVALID_REQUEST",
        )
        return _refused(wrong)
    body: dict[str, Any] = {"data": result.data}
    if result.errors:
        body["errors"] = [shown_error(error) for error in result.errors[: LIMITS.errors]]
    extensions = notice_extensions(context.repository)
    if extensions:
        body["extensions"] = extensions
    refused = result.data is None and result.errors and all(e.path is None for e in result.errors)
    return _json(body, 400 if refused else 200)


def _refused(error: MaillageError) -> Response:
    shown = {"message": error.message, "extensions": {"code": error.code}}
    return _json({"errors": [shown]}, _STATUS.get(error.code, 400))


def _json(body: dict[str, Any], status: int = 200) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")
