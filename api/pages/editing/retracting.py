"""Taking an entity or a relation out: what goes with it is shown first, and it can be undone."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from api.pages import links
from api.pages.editing.writing import apply_form, retract_change, standing_relation
from api.pages.facts import Facts
from api.pages.forms import posted, texts
from api.pages.links import entity_link, is_shown, relation_terms
from api.pages.security import error_page
from api.pages.serving import Shown, answered
from graph.changes import RetractRelation
from graph.repository import Repository
from graph.view import GraphView

_NOT_FOUND, _SEE_OTHER = 404, 303
_MOST_SHOWN = 20


def add_retracting(router: APIRouter, repository: Repository) -> None:
    """The page that says what would go, and its form."""

    def show(request: Request) -> Response:
        terms, view = request.query_params, repository.view()
        if terms.get("type"):
            shown = _relation(repository, view, terms)
        else:
            shown = _entity(repository, view, terms.get("id", ""))
        return (
            error_page(request, _NOT_FOUND) if shown is None else answered(shown, "html", request)
        )

    async def retract(request: Request) -> Response:
        terms = texts(await posted(request))

        def write() -> str | None:
            made = retract_change(repository.view(), terms)
            if isinstance(made, RetractRelation):
                message = f"Retrait du lien de {made.origin} à {made.target}"
            else:
                message = f"Retrait de {made.id}"
            return apply_form(repository, made, message)

        change = await run_in_threadpool(write)
        return RedirectResponse(f"{links.JOURNAL}/{change}", _SEE_OTHER)

    router.add_api_route(links.RETRACT, show, methods=["GET", "HEAD"], response_model=None)
    router.add_api_route(links.RETRACT, retract, methods=["POST"], response_model=None)


def _entity(repository: Repository, view: GraphView, id_: str) -> Shown | None:
    """An entity with the relations that would go with it."""
    row = view.row(id_)
    if row is None or not is_shown(view.kind(row)):
        return None
    facts, numbers = Facts(repository, view), view.touching(row)
    return _shown(
        {
            "entity": entity_link(view, row),
            "going": [facts.fact(number, row) for number in numbers[:_MOST_SHOWN]],
            "total": len(numbers),
            "terms": {"id": view.entity(row).id},
        }
    )


def _relation(repository: Repository, view: GraphView, terms: Mapping[str, str]) -> Shown | None:
    number = standing_relation(view, terms)
    if number is None:
        return None
    return _shown(
        {
            "entity": None,
            "going": [Facts(repository, view).fact(number, -1)],
            "total": 1,
            "terms": relation_terms(view.stated_relation(number)),
        }
    )


def _shown(context: dict[str, object]) -> Shown:
    return Shown("editing/retract.html", context, lambda: {}, writes=True)
