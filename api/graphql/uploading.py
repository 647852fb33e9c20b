"""``POST /graphql/document``: the bytes of a document in, what was read as JSON out.

For documents beyond the body of a GraphQL request. The type of the body must be one that a form of
another site cannot send (``application/octet-stream``, ``application/pdf``...), so that a browser
asks first; nothing is stored. Documents have a lane of their own: one is read at a time.
"""

from functools import partial

import orjson
from fastapi import APIRouter, Request, Response
from starlette.requests import ClientDisconnect

from api.graphql.budget import Budget
from api.graphql.lanes import Lane
from api.graphql.readings import document_json
from graph.dates import today
from graph.errors import InvalidData, MaillageError
from graph.repository import Repository
from importers import no_progress
from importers.document.read import read_document

PATH = "/graphql/document"
MOST_BYTES = 50_000_000
MOST_SECONDS = 60.0
_WAITING = 4
_OF_FORMS = frozenset(
    {"", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"}
)
_STATUS = {"BODY_TOO_LARGE": 413, "UNSUPPORTED_TYPE": 415, "TOO_BUSY": 503, "TIME_LIMIT": 503}


def add_upload(router: APIRouter, repository: Repository) -> None:
    """The route, on a repository whose actors are known by name."""
    lane = Lane("documents", 1, _WAITING)

    @router.post(PATH)
    async def upload(request: Request, name: str = "document") -> Response:
        try:
            content = await _content(request)
            read = partial(_read, repository, name, content)
            return _json(await lane.run(read, Budget(MOST_SECONDS)))
        except ClientDisconnect:
            return Response(status_code=400)
        except MaillageError as error:
            shown = {"message": str(error), "extensions": {"code": error.code}}
            return _json({"errors": [shown]}, _STATUS.get(error.code, 400))


def _read(repository: Repository, name: str, content: bytes) -> dict[str, object]:
    day = repository.view().on(today())
    shown: dict[str, object] = dict(document_json(read_document(name, content, day, no_progress)))
    return {**shown, "reading": orjson.Fragment(str(shown["reading"]))}


async def _content(request: Request) -> bytes:
    """The body; InvalidData when it is of a wrong type, empty or too large."""
    type_ = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if type_ in _OF_FORMS:
        raise InvalidData(
            "envoyer les octets du document (Content-Type: application/octet-stream)",
            code="UNSUPPORTED_TYPE",
        )
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > MOST_BYTES:
            raise InvalidData(
                "le document dépasse 50 Mo : le lire par la commande maillage read",
                code="BODY_TOO_LARGE",
            )
    if not content:
        raise InvalidData("le document est vide", code="EMPTY_FILE")
    return bytes(content)


def _json(body: dict[str, object], status: int = 200) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")
