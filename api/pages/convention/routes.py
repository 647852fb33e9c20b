"""Addresses of « Lire une convention »."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from api.pages import links
from api.pages.convention.cards import Card, cards, html_id
from api.pages.convention.content import (
    Resemblances,
    confirmed_of,
    open_contradictions,
)
from api.pages.convention.posting import read_answer, refused_card
from api.pages.convention.showing import (
    Typed,
    fact_fragment,
    listed,
    reading_page,
    refused_page,
    summary_page,
    work_href,
    work_page,
)
from api.pages.convention.summary import summary
from api.pages.convention.work import About, Document, Review, Work, answered
from api.pages.convention.works import Works
from api.pages.forms import files, posted, texts
from api.pages.journal.content import change_href
from api.pages.security import error_page
from api.pages.serving import Shown, add_page
from api.pages.serving import answered as in_form
from api.settings import work_folder
from graph.errors import InvalidData, MaillageError
from graph.repository import Repository
from importers.document.review import Answer, Choice, Contradiction
from importers.french import read_date

MOST_BYTES = 50_000_000
_NOT_FOUND, _SEE_OTHER = 404, 303
_GONE = "cette lecture n'est plus gardée : elle a été appliquée ou abandonnée"
_FRAGMENT = "maillage-fragment"
"""Header by which our script asks for the changed fact alone."""


def add_convention(router: APIRouter, repository: Repository) -> None:
    """The list of readings in progress, the page of each, its summary and its application."""
    pages = Conventions(repository)

    def get(path: str, function: Callable[..., Response]) -> None:
        router.add_api_route(path, function, methods=["GET", "HEAD"], response_model=None)

    def post(path: str, function: Callable[..., Awaitable[Response]]) -> None:
        router.add_api_route(path, function, methods=["POST"], response_model=None)

    add_page(router, links.CONVENTION, pages.home, csv=False)
    post(links.CONVENTION, pages.begin)
    one = links.CONVENTION + "/{id}"
    get(one, pages.show)
    get(one + "/resume", pages.summarise)
    get(one + "/resume.{form}", pages.summarise)
    post(one + "/repondre", pages.answer)
    post(one + "/trancher", pages.settle)
    post(one + "/document", pages.describe)
    post(one + "/appliquer", pages.apply)
    post(one + "/abandonner", pages.abandon)


class Conventions:
    """The route functions."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._works = Works(work_folder(repository.store), repository)
        self._resemblances = Resemblances()

    def home(self, _request: Request) -> Shown:
        """The form, and the readings in progress."""
        works = [listed(work) for work in self._works.all()]
        return Shown(
            "convention/list.html", {"works": works}, lambda: {"items": works}, writes=True
        )

    async def begin(self, request: Request) -> Response:
        """Keep a document and read it."""
        try:
            if int(request.headers.get("content-length") or 0) > MOST_BYTES:
                raise _too_large()
            return await self._begun(await posted(request))
        except InvalidData as error:
            if error.code == "FORBIDDEN":
                raise
            return in_form(refused_page(str(error)), "html", request)

    async def _begun(self, sent: FormData) -> Response:
        chosen, readings = files(sent, "document"), files(sent, "lecture")
        if not chosen:
            raise InvalidData("choisir un document : PDF, DOCX, ODT ou texte")
        content = await chosen[0].read()
        reading = await readings[0].read() if readings else None
        await sent.close()
        if not content:
            raise InvalidData("ce document est vide : en choisir un autre")
        if len(content) > MOST_BYTES:
            raise _too_large()
        name = _file_name(chosen[0].filename or "")
        id_ = await run_in_threadpool(self._works.begin, name, content, reading)
        return RedirectResponse(work_href(id_), _SEE_OTHER)

    def show(self, request: Request, id: str) -> Response:
        """A reading in progress."""
        id, _, form = id.partition(".")
        work = self._works.get(id)
        if work is None or form not in ("", "json"):
            return error_page(request, _NOT_FOUND, _GONE)
        return in_form(self._page(work), form or "html", request)

    async def answer(self, request: Request, id: str) -> Response:
        """Keep what a person says of one fact."""
        form = await posted(request)
        path = str(form.get("fait", ""))
        found = await run_in_threadpool(self._card, id, path)
        if found is None:
            return error_page(request, _NOT_FOUND, _GONE)
        work, document, card = found
        wants_fragment = _FRAGMENT in request.headers
        try:
            view = await run_in_threadpool(self._repository.view)
            answer = read_answer(view, document.reading, card, form)
        except MaillageError as error:
            wrong = refused_card(card, form, error.message)
            if wants_fragment:
                return in_form(fact_fragment(work, document, wrong), "html", request)
            return in_form(self._page(work, wrong), "html", request)
        await run_in_threadpool(
            self._works.change, id, lambda review: answered(review, path, answer)
        )
        if not wants_fragment:
            return RedirectResponse(f"{work_href(id)}#fait-{html_id(path)}", _SEE_OTHER)
        found = await run_in_threadpool(self._card, id, path)
        if found is None:
            return error_page(request, _NOT_FOUND, _GONE)
        return in_form(fact_fragment(*found), "html", request)

    async def settle(self, request: Request, id: str) -> Response:
        """Keep one side of a contradiction and refuse the others, or leave them all."""
        form = texts(await posted(request))
        work = self._works.get(id)
        if work is None or work.document is None:
            return error_page(request, _NOT_FOUND, _GONE)
        found = open_contradictions(self._repository.view(), work.document, work.review)
        wanted = [each for each in found if each.key == form.get("contradiction")]
        kept = form.get("garder", "")
        if not wanted or kept not in [side.path or "" for side in wanted[0].sides]:
            raise InvalidData("cette contradiction n'est plus à trancher : relire la page")
        self._works.change(id, lambda review: _settled(review, wanted[0], kept))
        return RedirectResponse(f"{work_href(id)}#contradictions", _SEE_OTHER)

    async def describe(self, request: Request, id: str) -> Response:
        """Keep what a person says of the document itself."""
        form = texts(await posted(request))
        work = self._works.get(id)
        if work is None:
            return error_page(request, _NOT_FOUND, _GONE)
        title = " ".join(form.get("titre", "").split())
        reference = " ".join(form.get("reference", "").split())
        about = About(title, form.get("date", "").strip(), reference, "texte" in form)
        try:
            about = replace(about, date=(read_date(about.date) or "") if about.date else "")
        except ValueError as error:
            if work.document is None:
                raise InvalidData(f"date du document : {error}") from None
            wrong = Typed(about, f"date du document : {error}")
            page = summary_page(self._repository, work, work.document, wrong)
            return in_form(page, "html", request)
        self._works.change(id, lambda review: replace(review, about=about))
        return RedirectResponse(f"{work_href(id)}/resume", _SEE_OTHER)

    def summarise(self, request: Request, id: str, form: str = "html") -> Response:
        """What applying would change."""
        work = self._works.get(id)
        if work is None or work.document is None or form not in ("html", "json"):
            return error_page(request, _NOT_FOUND, _GONE)
        return in_form(summary_page(self._repository, work, work.document), form, request)

    async def apply(self, request: Request, id: str) -> Response:
        """Write what was confirmed as one change set; the work is over."""
        await posted(request)
        work = self._works.get(id)
        if work is None or work.document is None:
            return error_page(request, _NOT_FOUND, _GONE)
        try:
            change = await run_in_threadpool(self._applied, work, work.document)
        except MaillageError:
            return in_form(summary_page(self._repository, work, work.document), "html", request)
        if change is None:
            return in_form(summary_page(self._repository, work, work.document), "html", request)
        self._works.forget(id)
        return RedirectResponse(change_href(change), _SEE_OTHER)

    async def abandon(self, request: Request, id: str) -> Response:
        """Delete a reading in progress."""
        await posted(request)
        await run_in_threadpool(self._works.forget, id)
        return RedirectResponse(links.CONVENTION, _SEE_OTHER)

    def _page(self, work: Work, wrong: Card | None = None) -> Shown:
        """The page of a work, whatever its state."""
        if work.document is None:
            return reading_page(work, *self._works.progress(work.id))
        view = self._repository.view()
        likely = self._resemblances.of(view, work)
        return work_page(view, work, work.document, likely, wrong)

    def _applied(self, work: Work, document: Document) -> str | None:
        made = summary(self._repository, confirmed_of(work, document))
        record, _ = self._repository.apply(made.change_set)
        return None if record is None else record.id

    def _card(self, id_: str, path: str) -> tuple[Work, Document, Card] | None:
        work = self._works.get(id_)
        if work is None or work.document is None:
            return None
        view = self._repository.view()
        likely = self._resemblances.of(view, work)
        found = cards(view, work.document, work.review, likely)
        own = [card for card in found if card.path == path]
        return (work, work.document, own[0]) if own else None


def _settled(review: Review, found: Contradiction, kept: str) -> Review:
    """The side ``kept`` is kept (empty: what the graph says), the others are refused."""
    for side in found.sides:
        if side.path is not None:
            earlier = review.answers.get(side.path, Answer(None))
            choice = Choice.KEEP if side.path == kept else Choice.REFUSE
            review = answered(review, side.path, earlier._replace(choice=choice))
    return replace(review, settled=review.settled | {found.key})


def _file_name(name: str) -> str:
    """The file's own name, without the folders that some browsers send."""
    return (
        re.sub(r"[\x00-\x1f]", "", name.replace("\\", "/").rpartition("/")[2])[:200] or "document"
    )


def _too_large() -> InvalidData:
    return InvalidData(
        "ce document dépasse 50 Mo : en ôter les images, ou le lire par la commande maillage read",
        code="TOO_LARGE",
    )
