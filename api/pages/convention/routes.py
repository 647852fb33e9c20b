"""Addresses of « Lire une convention »."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from api.pages import links
from api.pages.convention.answering import Answering
from api.pages.convention.content import confirmed_of
from api.pages.convention.desk import FRAGMENT, Desk, gone
from api.pages.convention.showing import (
    Typed,
    fact_fragment,
    listed,
    refused_page,
    summary_page,
    work_href,
)
from api.pages.convention.summary import summary
from api.pages.convention.work import About, Document, Work
from api.pages.forms import files, posted, texts
from api.pages.journal.content import change_href
from api.pages.serving import Shown, add_page
from api.pages.serving import answered as in_form
from graph.errors import InvalidData, MaillageError
from graph.repository import Repository
from importers.french import read_date

MOST_BYTES = 50_000_000
_SEE_OTHER = 303


def add_convention(router: APIRouter, repository: Repository) -> None:
    """The list of readings in progress, the page of each, its summary and its application."""
    desk = Desk(repository)
    pages, answers = Conventions(desk), Answering(desk)

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
    post(one + "/repondre", answers.answer)
    post(one + "/ajouter", answers.add)
    post(one + "/garder", answers.keep)
    post(one + "/trancher", answers.settle)
    post(one + "/document", pages.describe)
    post(one + "/appliquer", pages.apply)
    post(one + "/abandonner", pages.abandon)


class Conventions:
    """The route functions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def home(self, _request: Request) -> Shown:
        """The form, and the readings in progress."""
        works = [listed(work) for work in self._desk.works.all()]
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
        id_ = await run_in_threadpool(self._desk.works.begin, name, content, reading)
        return RedirectResponse(work_href(id_), _SEE_OTHER)

    def show(self, request: Request, id: str) -> Response:
        """A reading in progress."""
        id, _, form = id.partition(".")
        work = self._desk.works.get(id)
        if work is None or form not in ("", "json"):
            return gone(request)
        wanted = request.query_params.get("corriger", "")
        if FRAGMENT in request.headers and wanted:
            found = self._desk.card(id, wanted)
            if found is None:
                return gone(request)
            return in_form(fact_fragment(*found, correcting=True), "html", request)
        return in_form(self._desk.page(work, correcting=wanted), form or "html", request)

    async def describe(self, request: Request, id: str) -> Response:
        """Keep what a person says of the document itself."""
        form = texts(await posted(request))
        work = self._desk.works.get(id)
        if work is None:
            return gone(request)
        title = " ".join(form.get("titre", "").split())
        reference = " ".join(form.get("reference", "").split())
        about = About(title, form.get("date", "").strip(), reference, "texte" in form)
        try:
            about = replace(about, date=(read_date(about.date) or "") if about.date else "")
        except ValueError as error:
            if work.document is None:
                raise InvalidData(f"date du document : {error}") from None
            wrong = Typed(about, f"date du document : {error}")
            page = summary_page(self._desk.repository, work, work.document, wrong)
            return in_form(page, "html", request)
        self._desk.works.change(id, lambda work: replace(work.review, about=about))
        return RedirectResponse(f"{work_href(id)}/resume", _SEE_OTHER)

    def summarise(self, request: Request, id: str, form: str = "html") -> Response:
        """What applying would change."""
        found = self._desk.read(id)
        if found is None or form not in ("html", "json"):
            return gone(request)
        return in_form(summary_page(self._desk.repository, *found), form, request)

    async def apply(self, request: Request, id: str) -> Response:
        """Write what was confirmed as one change set; the work is over."""
        sent = await posted(request)
        found = self._desk.read(id)
        if found is None:
            return gone(request)
        try:
            change = await run_in_threadpool(self._applied, *found, sent.get("vu"))
        except MaillageError:
            return in_form(summary_page(self._desk.repository, *found), "html", request)
        except _Changed:
            page = summary_page(self._desk.repository, *found, changed=True)
            return in_form(page, "html", request)
        if change is None:
            return in_form(summary_page(self._desk.repository, *found), "html", request)
        self._desk.works.forget(id)
        return RedirectResponse(change_href(change), _SEE_OTHER)

    async def abandon(self, request: Request, id: str) -> Response:
        """Delete a reading in progress."""
        await posted(request)
        await run_in_threadpool(self._desk.works.forget, id)
        return RedirectResponse(links.CONVENTION, _SEE_OTHER)

    def _applied(self, work: Work, document: Document, seen: object) -> str | None:
        made = summary(self._desk.repository, confirmed_of(work, document))
        if seen is not None and seen != made.mark:
            raise _Changed
        record, _ = self._desk.repository.apply(made.change_set)
        return None if record is None else record.id


class _Changed(Exception):
    """What would be written is no more what the reader has seen."""


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
