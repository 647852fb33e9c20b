"""Addresses of the identity questions."""

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from api.pages import links
from api.pages.forms import posted, texts
from api.pages.identity.content import identity_page
from api.pages.links import with_query
from api.pages.serving import Shown, add_page
from api.reconciliation import judge
from api.settings import author_name
from graph.errors import InvalidData
from graph.reconciliation import Answer
from graph.repository import Repository

_SEE_OTHER = 303


def add_identity(router: APIRouter, repository: Repository) -> None:
    """The list of questions with its twins, and the form of an answer."""

    def show(request: Request) -> Shown:
        return identity_page(repository, request.query_params)

    async def answer(request: Request) -> Response:
        form = texts(await posted(request))
        given = form.get("reponse", "")
        if given not in list(Answer):
            raise InvalidData("cette réponse n'existe pas : les mêmes, distincts ou à revoir")

        def write() -> str | None:
            return judge(repository, form.get("question", ""), Answer(given), author_name())

        change = await run_in_threadpool(write)
        terms = {"reponse": form.get("liste", ""), "page": form.get("page", "")}
        return RedirectResponse(
            with_query(links.QUESTIONS, {**terms, "fait": change or ""}), _SEE_OTHER
        )

    add_page(router, links.QUESTIONS, show)
    router.add_api_route(links.QUESTIONS, answer, methods=["POST"], response_model=None)
