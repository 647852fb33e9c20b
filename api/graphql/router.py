"""GraphQL over HTTP: POST a JSON object; GET shows GraphiQL, served without any CDN.

Malformed bodies get a 4xx with an error that says what is wrong, never a 500.
"""

from pathlib import Path
from typing import Any

import orjson
from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse
from starlette.requests import ClientDisconnect
from strawberry.exceptions import MissingQueryError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError

from api.graphql.context import Context
from api.graphql.schema import schema, shown_error
from api.notices import notice_extensions
from api.settings import author_name
from graph.errors import InvalidData, MaillageError
from graph.repository import Repository

PATH = "/graphql"
MOST_BODY = 1_000_000
"""Bytes in a request."""

_GRAPHIQL = Path(__file__).parent / "graphiql.html"
_GRAPHIQL_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'"
)


def graphql_router(repository: Repository) -> APIRouter:
    """The routes of GraphQL on a repository."""
    router = APIRouter()
    context = Context(repository, author_name())

    @router.post(PATH)
    async def answer(request: Request) -> Response:
        try:
            asked = _read(request.headers.get("content-type", ""), await _body(request))
        except ClientDisconnect:
            return Response(status_code=400)
        except MaillageError as error:
            status = {"BODY_TOO_LARGE": 413, "UNSUPPORTED_TYPE": 415}.get(error.code, 400)
            return _json({"errors": [_error(error)]}, status)
        return await run_in_threadpool(_execute, context, asked)

    @router.get(PATH)
    def graphiql() -> Response:
        headers = {"Content-Security-Policy": _GRAPHIQL_POLICY}
        return FileResponse(_GRAPHIQL, headers=headers)

    return router


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BODY:
            raise InvalidData(
                f"la requête dépasse {MOST_BODY} octets : la découper", code="BODY_TOO_LARGE"
            )
    return body


def _read(content_type: str, body: bytes) -> dict[str, Any]:
    """The request's ``query``, ``variables`` and ``operationName``; InvalidData otherwise."""
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
    return asked


def _execute(context: Context, asked: dict[str, Any]) -> Response:
    try:
        result = schema.execute_sync(
            asked["query"],
            variable_values=asked.get("variables"),
            operation_name=asked.get("operationName"),
            context_value=context,
        )
    except RecursionError:
        deep = InvalidData("la requête est trop profonde : l'aplatir", code="TOO_DEEP")
        return _json({"errors": [_error(deep)]}, 400)
    except (MissingQueryError, CannotGetOperationTypeError, InvalidOperationTypeError):
        wrong = InvalidData(
            "« query » doit contenir une opération, que « operationName » nomme s'il y en a "
            "plusieurs",
            code="INVALID_REQUEST",
        )
        return _json({"errors": [_error(wrong)]}, 400)
    body: dict[str, Any] = {"data": result.data}
    if result.errors:
        body["errors"] = [shown_error(error) for error in result.errors]
    extensions = notice_extensions(context.repository)
    if extensions:
        body["extensions"] = extensions
    refused = result.data is None and result.errors and all(e.path is None for e in result.errors)
    return _json(body, 400 if refused else 200)


def _error(error: MaillageError) -> dict[str, Any]:
    return {"message": error.message, "extensions": {"code": error.code}}


def _json(body: dict[str, Any], status: int = 200) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")
