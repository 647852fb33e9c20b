"""The addresses of the pages.

Functions are plain ``def``: FastAPI runs them in its pool of threads, and reading a view
never blocks the loop.
"""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.pages import links
from api.pages.choices import choices
from api.pages.convention import add_convention
from api.pages.coverage import add_coverage
from api.pages.editing import add_editing, add_retracting
from api.pages.entity import entity_json, entity_sheet
from api.pages.exports import csv_twin, json_response, json_twin
from api.pages.facts import Facts, described
from api.pages.findings import add_findings
from api.pages.glossary import add_glossary
from api.pages.history import history
from api.pages.home import add_home
from api.pages.identity import add_identity
from api.pages.importing import add_import
from api.pages.journal import add_journal
from api.pages.links import Terms
from api.pages.map import add_map
from api.pages.network import add_network
from api.pages.question import Question, read_question
from api.pages.results import PAGE_SIZE, results
from api.pages.security import error_page
from api.pages.serving import Shown, add_page, answered
from api.pages.sheet import add_sheet
from api.pages.templating import page
from api.shapes import shape
from graph.dates import today
from graph.ontology import INITIATIVES, EntityKind
from graph.repository import Repository
from graph.view import DayView
from queries.network import NODE_KINDS
from queries.search import search

_BAD_REQUEST, _NOT_FOUND = 400, 404

_FAMILIES = (
    add_home,
    add_findings,
    add_coverage,
    add_map,
    add_network,
    add_sheet,
    add_journal,
    add_import,
    add_identity,
    add_convention,
    add_editing,
    add_retracting,
    add_glossary,
)
"""One function per family of pages, each in a folder of its own."""


def pages_router(repository: Repository) -> APIRouter:
    """The pages on a repository."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    pages = Pages(repository)

    def route(path: str, function: Callable[..., Response]) -> None:
        router.add_api_route(path, function, methods=["GET", "HEAD"], response_model=None)

    for add in _FAMILIES:
        add(router, repository)
    route(links.WHO, pages.who)
    route(links.WHO + ".csv", pages.who_csv)
    route(links.WHO + ".json", pages.who_json)
    add_page(router, links.SEARCH, pages.search, csv=False)
    route(links.ENTITY, pages.entity)
    route(links.ENTITY + "/{id:path}", pages.entity)
    return router


class Pages:
    """The route functions; parameters are those of the addresses."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def _today(self) -> DayView:
        return self._repository.view().on(today())

    def _facts(self, day: DayView) -> Facts:
        return Facts(self._repository, day.view)

    def who(
        self,
        request: Request,
        theme: str = "",
        territoire: str = "",
        public: str = "",
        au: str = "",
        page: str = "",
    ) -> Response:
        """« Qui travaille déjà sur… »: the form and the answer."""
        terms = Terms(theme, territoire, public, au)
        question = read_question(self._repository.view(), terms)
        is_first_visit = not any((theme, territoire, public, au))
        return _who_page(self._facts(question.day), request, question, is_first_visit, page)

    def who_csv(
        self,
        request: Request,
        theme: str = "",
        territoire: str = "",
        public: str = "",
        au: str = "",
    ) -> Response:
        """The answer as a sheet; the page with its errors when the question is wrong."""
        question = read_question(self._repository.view(), Terms(theme, territoire, public, au))
        facts = self._facts(question.day)
        if not question.is_ready:
            return _who_page(facts, request, question, False, "")
        return csv_twin(facts, question)

    def who_json(
        self, theme: str = "", territoire: str = "", public: str = "", au: str = ""
    ) -> Response:
        """The answer as JSON."""
        question = read_question(self._repository.view(), Terms(theme, territoire, public, au))
        if question.is_ready:
            return json_twin(question)
        field, error = next(iter(question.errors.items()))
        details = {"code": "INVALID_ARGUMENT", "message": f"{field} : {error.message}"}
        nowhere = {"file": None, "row": None, "column": None}
        return json_response({"error": {**details, **nowhere}}, _BAD_REQUEST)

    def search(self, request: Request) -> Shown:
        """What bears a name, or one like it."""
        view, query = self._repository.view(), request.query_params
        texte, page = query.get("texte", ""), query.get("page", "")
        kinds = [kind for kind in EntityKind if links.is_shown(kind)]
        answer = search(view, texte, kinds)
        number = min(_page_number(page), max(1, -(-answer.total // PAGE_SIZE)))
        found = answer.page((number - 1) * PAGE_SIZE, PAGE_SIZE)
        more = number * PAGE_SIZE < answer.total
        return Shown(
            "search.html",
            {
                "text": texte,
                "total": answer.total,
                "first": (number - 1) * PAGE_SIZE + 1,
                "found": [
                    {
                        "entity": links.entity_link(view, item.entity),
                        "what": described(view.entity(item.entity)),
                        "matched": item.matched,
                    }
                    for item in found
                ],
                "previous": links.search_href(texte, number - 1) if number > 1 else None,
                "following": links.search_href(texte, number + 1) if more else None,
            },
            lambda: {
                "totalCount": answer.total,
                "items": [shape(view, item) for item in found],
            },
        )

    def entity(self, request: Request, id: str = "") -> Response:
        """What is known of an entity."""
        day, form = self._today(), "html"
        row, (stem, _, ending) = day.view.row(id), id.rpartition(".")
        if row is None and ending == "json":
            row, form = day.view.row(stem), ending
        if row is None or not links.is_shown(day.view.kind(row)):
            return error_page(request, _NOT_FOUND)
        kind, id_ = day.view.kind(row), day.view.entity(row).id
        shown = Shown(
            "entity.html",
            {
                "sheet": entity_sheet(self._facts(day), row),
                "questions": _questions(kind, id_),
                "edits": _edits(id_),
                "twin": links.entity_twin(id_),
                "history": history(self._repository, day.view, row),
            },
            lambda: entity_json(day.view, row),
        )
        return answered(shown, form, request)


_page = page
"""The template's renderer, where a parameter is called ``page`` too."""


def _who_page(
    facts: Facts, request: Request, question: Question, is_first_visit: bool, page: str
) -> Response:
    errors = {} if is_first_visit else question.errors
    ready = question.is_ready
    return _page(
        "who.html",
        _BAD_REQUEST if errors else 200,
        **_form(question.day, question.terms, errors, question),
        address=str(request.url),
        results=results(facts, question, _page_number(page)) if ready else None,
        asked={
            field: links.entity_link(question.day.view, row) for field, row in question.rows.items()
        },
    )


def _form(
    day: DayView, terms: Terms, errors: Any, question: Question | None = None
) -> dict[str, Any]:
    """What the form needs: its choices, what is filled in, what is wrong."""
    offered = choices(day)
    rows = question.rows if question else {}
    view = day.view
    return {
        "day": day.day,
        "terms": terms,
        "errors": errors,
        "themes": offered.themes,
        "audiences": offered.audiences,
        "suggested": offered.territories,
        "chosen_theme": view.entity(rows["theme"]).id if "theme" in rows else "",
        "chosen_public": view.entity(rows["public"]).id if "public" in rows else "",
    }


def _questions(kind: EntityKind, id_: str) -> list[tuple[str, str]]:
    """Questions that one may ask from the page of an entity."""
    found = []
    if kind is EntityKind.THEME:
        found.append(("Qui travaille déjà sur ce thème ?", Terms(theme=id_).href()))
        found.append(("Sa couverture", links.with_query(links.COVERAGE, {"theme": id_})))
    if kind is EntityKind.TERRITORY:
        found.append(("La fiche de ce territoire", links.territory_href(id_)))
    if kind in NODE_KINDS:
        found.append(("Son réseau", links.with_query(links.NETWORK, {"id": id_})))
        found.append(("Et sans elle ?", links.with_query(links.CUT_POINTS, {"sans": id_})))
    if kind in INITIATIVES:
        found.append(("Et si elle prend fin ?", links.with_query(links.WHAT_IF, {"id": id_})))
    return found


def _edits(id_: str) -> list[tuple[str, str]]:
    """What those who may write can do from the page of an entity."""
    return [
        ("Corriger", links.with_query(links.EDIT, {"id": id_})),
        ("Relier à une autre", links.with_query(links.RELATE, {"from": id_})),
        ("Fusionner ou séparer", links.with_query(links.MERGE, {"id": id_})),
        ("Retirer", links.with_query(links.RETRACT, {"id": id_})),
        ("Ajouter une entité", links.CREATE),
    ]


def _page_number(text: str) -> int:
    """The page asked for, first = 1; the first for what is no number."""
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
