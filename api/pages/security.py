"""What every response carries for safety, and the pages that tell errors.

``/graphql`` needs scripts that its page holds: it sends its own policy, which is kept.
"""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.pages.exports import json_response
from api.pages.templating import page
from graph.errors import (
    AmbiguousReference,
    MaillageError,
    StoreError,
    UnknownReference,
)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Set unless the response says otherwise. Nothing inline runs: no script, no style."""

_PROGRAMS = ("/graphql", "/static/")
"""Paths read by programs, which are told errors as JSON."""

_STATUS = {"FORBIDDEN": 403, "REVERT_REFUSED": 409}
_TITLES = {
    403: "Cet envoi est refusé",
    409: "Cette modification ne peut pas être annulée",
    400: "Cette demande ne se lit pas",
    404: "Cette page n'existe pas",
    405: "Cette page ne reçoit pas d'envoi",
    503: "La base ne répond pas",
}
_ADVICE = {
    404: "L'adresse est peut-être incomplète, ou l'entité a été retirée de la base. "
    "La recherche, en haut de la page, la retrouve par son nom.",
    503: "Réessayez dans un instant. Si cela dure, prévenez la personne qui tient Maillage.",
    500: "L'incident est noté. Réessayez ; si cela dure, prévenez la personne qui tient Maillage.",
}


class SecureHeaders:
    """ASGI middleware that sets ``HEADERS`` on what does not carry them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_secured if scope["type"] == "http" else send)


def secure_headers(app: FastAPI) -> None:
    """Make every response of the application carry ``HEADERS``."""
    app.add_middleware(SecureHeaders)


def error_pages(app: FastAPI) -> None:
    """Tell errors in French: a page to readers, JSON to programs; internal ones are masked."""
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(MaillageError, _on_known)
    app.add_exception_handler(Exception, _on_unknown)


def error_page(request: Request, status: int, message: str = "", code: str = "") -> Response:
    """An error as the reader of this address expects it."""
    title = _TITLES.get(status, "Une erreur est survenue")
    path = request.url.path
    if path.startswith(_PROGRAMS) or path.endswith(".json"):
        error = {"code": code or f"HTTP_{status}", "message": message or title}
        nowhere = {"file": None, "row": None, "column": None}
        return json_response({"error": {**error, **nowhere}}, status)
    advice = "" if message else _ADVICE.get(status, "")
    return page("error.html", status, title=title, message=message, advice=advice)


def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    response = error_page(request, error.status_code)
    response.headers.update(error.headers or {})
    return response


def _on_invalid(request: Request, _error: Exception) -> Response:
    return error_page(request, 400)


def _on_known(request: Request, error: Exception) -> Response:
    assert isinstance(error, MaillageError)
    if isinstance(error, StoreError):
        # Its message may name a file or a host of the installation.
        return error_page(request, 503, code=error.code)
    missing = isinstance(error, UnknownReference | AmbiguousReference)
    status = 404 if missing else _STATUS.get(error.code, 400)
    return error_page(request, status, str(error), error.code)


def _on_unknown(request: Request, _error: Exception) -> Response:
    response = error_page(request, 500)
    # This one is sent from outside the middleware.
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
