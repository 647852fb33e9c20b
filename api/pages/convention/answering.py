"""Addresses to which a person's answers are sent: on one fact, on many, on what is missing."""

from dataclasses import replace

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from api.pages.convention.adding import read_added, refused_form
from api.pages.convention.cards import html_id, section_id
from api.pages.convention.content import disputes
from api.pages.convention.desk import FRAGMENT, Desk, gone
from api.pages.convention.posting import read_answer, refused_card
from api.pages.convention.showing import fact_fragment, work_href
from api.pages.convention.work import Review, answered, kept, with_fact
from api.pages.forms import posted, texts
from api.pages.serving import answered as in_form
from graph.errors import InvalidData, MaillageError
from importers.document.review import Added, Answer, Choice, Contradiction
from importers.document.review.paths import FRAMEWORK

_SEE_OTHER = 303


class Answering:
    """The route functions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def answer(self, request: Request, id: str) -> Response:
        """Keep what a person says of one fact."""
        form = await posted(request)
        path = str(form.get("fait", ""))
        found = await run_in_threadpool(self._desk.card, id, path)
        if found is None:
            return gone(request)
        work, document, card = found
        wants_fragment = FRAGMENT in request.headers
        try:
            view = await run_in_threadpool(self._desk.repository.view)
            answer = read_answer(view, document, card, form)
        except MaillageError as error:
            wrong = refused_card(card, form, error.message)
            if wants_fragment:
                return in_form(fact_fragment(work, document, wrong), "html", request)
            return in_form(self._desk.page(work, wrong), "html", request)
        await run_in_threadpool(
            self._desk.works.change, id, lambda work: answered(work.review, path, answer)
        )
        if card.added and answer.choice is not Choice.KEEP:
            return _shown(id, section_id(card.section))
        if not wants_fragment:
            return _shown(id, f"fait-{html_id(path)}")
        found = await run_in_threadpool(self._desk.card, id, path)
        if found is None:
            return gone(request)
        return in_form(fact_fragment(*found), "html", request)

    async def add(self, request: Request, id: str) -> Response:
        """Add a fact that the reader missed."""
        form = await posted(request)
        found = self._desk.read(id)
        if found is None:
            return gone(request)
        work, document = found
        view = await run_in_threadpool(self._desk.repository.view)
        try:
            added = await run_in_threadpool(read_added, view, document, form)
        except MaillageError as error:
            refused = refused_form(view, form, error.message)
            return in_form(self._desk.page(work, adding=refused), "html", request)
        await run_in_threadpool(self._desk.works.change, id, lambda work: with_fact(work, added))
        return _shown(id, f"fait-{html_id(self._path(id, added))}")

    async def keep(self, request: Request, id: str) -> Response:
        """Keep all facts of a list that are still without an answer, nor doubtful."""
        form = await posted(request)
        found = self._desk.read(id)
        if found is None:
            return gone(request)
        cards = await run_in_threadpool(self._desk.cards, *found)
        seen = frozenset(map(str, form.getlist("fait")))
        paths = [card.path for card in cards if card.path in seen and card.is_easy]
        await run_in_threadpool(self._desk.works.change, id, lambda work: kept(work.review, paths))
        sections = [section_id(card.section) for card in cards if card.path in seen]
        return _shown(id, sections[0] if sections else "")

    async def settle(self, request: Request, id: str) -> Response:
        """Keep one side of a contradiction and refuse the others, or leave them all."""
        form = texts(await posted(request))
        found = self._desk.read(id)
        if found is None:
            return gone(request)
        open_ = disputes(self._desk.repository.view(), *found)
        wanted = [each for each in open_ if each.key == form.get("contradiction")]
        side = form.get("garder", "")
        if not wanted or side not in [each.path or "" for each in wanted[0].sides]:
            raise InvalidData("cette contradiction n'est plus à trancher : relire la page")
        self._desk.works.change(id, lambda work: _settled(work.review, wanted[0], side))
        return _shown(id, "contradictions")

    def _path(self, id_: str, added: Added) -> str:
        """Where a fact that was just added stands."""
        if added.list == FRAMEWORK:
            return f"{FRAMEWORK}.end"
        found = self._desk.read(id_)
        facts = () if found is None else getattr(found[1].reading, added.list)
        return f"{added.list}[{max(len(facts) - 1, 0)}]"


def _settled(review: Review, found: Contradiction, side: str) -> Review:
    """One side is kept (empty: what the graph says), the others are refused."""
    for each in found.sides:
        if each.path is not None:
            earlier = review.answers.get(each.path, Answer(None))
            choice = Choice.KEEP if each.path == side else Choice.REFUSE
            review = answered(review, each.path, earlier._replace(choice=choice))
    return replace(review, settled=review.settled | {found.key})


def _shown(id_: str, anchor: str) -> Response:
    """The page of a work, at an element of it."""
    return RedirectResponse(f"{work_href(id_)}#{anchor}", _SEE_OTHER)
