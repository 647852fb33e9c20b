"""One page, three forms: HTML for readers, its JSON twin for programs, its list as CSV.

The twins stand at the same address with ``.json`` or ``.csv`` added to the path; a program may
also ask the page's own address for ``application/json``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.pages.exports import Table, csv_response, json_response
from api.pages.forms import token_of, with_token
from api.pages.templating import page
from api.shapes import Json


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows; its twins are made only when asked for."""

    template: str
    context: dict[str, Any]
    json: Callable[[], Json]
    table: Callable[[], Table] | None = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    writes: bool = False
    """Whether the page holds forms that write, which need a token."""


Make: TypeAlias = Callable[[Request], Shown | Response]


def add_page(router: APIRouter, path: str, make: Make, *, csv: bool = True) -> None:
    """Serve a page and its twins."""

    def html(request: Request) -> Response:
        accepted = request.headers.get("accept", "")
        wants_json = "application/json" in accepted and "text/html" not in accepted
        return answered(make(request), "json" if wants_json else "html", request)

    def add(address: str, function: Callable[..., Response]) -> None:
        router.add_api_route(address, function, methods=["GET", "HEAD"], response_model=None)

    def twin(form: str) -> Callable[..., Response]:
        def answer(request: Request) -> Response:
            return answered(make(request), form, request)

        return answer

    for form in ("json", "csv") if csv else ("json",):
        add(f"{path}.{form}", twin(form))
    add(path, html)


def answered(shown: Shown | Response, form: str, request: Request) -> Response:
    """What a page shows, in the form asked: ``html``, ``json`` or ``csv``."""
    if isinstance(shown, Response):
        return shown
    if form == "json":
        return json_response(shown.json(), shown.status)
    if form == "csv" and shown.table is not None and shown.status == 200:
        return csv_response(shown.table())
    context = {"address": str(request.url), **shown.context}
    if shown.writes:
        context["token"] = token_of(request)
    response = page(shown.template, shown.status, **context)
    response.headers.update(shown.headers)
    return with_token(response, context["token"]) if shown.writes else response
