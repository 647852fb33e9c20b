"""Forms that write: a token that only our pages know, and requests that come from our pages.

The token is a cookie that forms repeat (double submit); other sites can neither read it nor
set it on our name. Origin is checked too, so that either guard alone suffices.
"""

import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile

from graph.errors import InvalidData

COOKIE = "maillage-jeton"
FIELD = "jeton"
_LENGTH = 32


def token_of(request: Request) -> str:
    """The token for the forms of a page: the reader's own, or a new one."""
    given = request.cookies.get(COOKIE, "")
    return given if len(given) >= _LENGTH else secrets.token_urlsafe(_LENGTH)


def with_token(response: Response, token: str) -> Response:
    """The response, keeping the token with the reader."""
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", path="/")
    return response


async def posted(request: Request) -> FormData:
    """The form that a page of ours sent.

    Raises InvalidData (FORBIDDEN) when another site sent it, or when its token is not that of
    the reader.
    """
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise _refused("ce formulaire vient d'un autre site")
    form = await request.form()
    given, expected = form.get(FIELD), request.cookies.get(COOKIE, "")
    if (
        not isinstance(given, str)
        or not expected
        or not secrets.compare_digest(given.encode(), expected.encode())
    ):
        await form.close()
        raise _refused(
            "ce formulaire a été ouvert il y a trop longtemps, ou sans cookie : le recharger"
        )
    return form


def texts(form: FormData) -> Mapping[str, str]:
    """The fields that are texts."""
    return {name: value for name, value in form.items() if isinstance(value, str)}


def files(form: FormData, field: str) -> list[UploadFile]:
    """The files of a field, those that were chosen."""
    found = (value for value in form.getlist(field) if isinstance(value, UploadFile))
    return [file for file in found if file.filename]


def _refused(message: str) -> InvalidData:
    return InvalidData(message, code="FORBIDDEN")
