"""Addresses of the journal."""

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from api.pages import links
from api.pages.forms import posted
from api.pages.journal.content import change_href, change_page, journal_page
from api.pages.security import error_page
from api.pages.serving import Shown, add_page, answered
from api.settings import author_name
from graph.errors import RevertRefused
from graph.repository import Repository

_NOT_FOUND, _SEE_OTHER = 404, 303


def add_journal(router: APIRouter, repository: Repository) -> None:
    """The journal, the page of a change set, and its revert."""

    def journal(request: Request) -> Shown:
        return journal_page(repository, request.query_params.get("page", ""))

    def change(request: Request, id: str) -> Response:
        id, _, form = id.partition(".")
        record = repository.store.change(id)
        if record is None or form not in ("", "json"):
            return error_page(request, _NOT_FOUND)
        return answered(change_page(repository, record), form or "html", request)

    async def revert(request: Request, id: str) -> Response:
        await posted(request)
        try:
            record = await run_in_threadpool(repository.revert, id, author_name())
        except RevertRefused as error:
            refused = repository.store.change(id)
            assert refused is not None
            shown = await run_in_threadpool(change_page, repository, refused, error)
            return answered(shown, "html", request)
        return RedirectResponse(change_href(record.id), _SEE_OTHER)

    add_page(router, links.JOURNAL, journal)
    path = links.JOURNAL + "/{id}"
    router.add_api_route(path, change, methods=["GET", "HEAD"], response_model=None)
    router.add_api_route(path + "/annuler", revert, methods=["POST"], response_model=None)
