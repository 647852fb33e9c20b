"""Addresses of the sheet, the comparison and the steps."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from api.pages import links
from api.pages.asking import Asking, error_json, form_context, read_asking
from api.pages.security import error_page
from api.pages.serving import Shown, add_page, answered
from api.pages.sheet.comparison import comparison_page
from api.pages.sheet.content import territory_sheet
from api.pages.sheet.stages import stages_page
from graph.dates import iso
from graph.ontology import EntityKind
from graph.repository import Repository

_NOT_FOUND, _SEE_OTHER = 404, 303
_FORMS = ("json", "csv")


def add_sheet(router: APIRouter, repository: Repository) -> None:
    """The sheet of a territory by its id, the form that finds it, and its neighbours."""

    def sheet(request: Request, id: str = "") -> Response:
        asking = read_asking(repository.view(), links.TERRITORY, request.query_params)
        id = id or request.query_params.get("id", "")
        if not id:
            return answered(_choose(asking), "html", request)
        view, form = asking.day.view, "html"
        row, (stem, _, ending) = view.row(id), id.rpartition(".")
        if row is None and ending in _FORMS:
            row, form = view.row(stem), ending
        if row is None or view.kind(row) is not EntityKind.TERRITORY:
            return error_page(request, _NOT_FOUND)
        return answered(territory_sheet(asking, row), form, request)

    def compare(request: Request) -> Shown:
        query = request.query_params
        fields = ("gauche", "droite")
        return comparison_page(read_asking(repository.view(), links.COMPARE, query, fields))

    def stages(request: Request) -> Shown:
        return stages_page(read_asking(repository.view(), links.STAGES, request.query_params))

    for path in (links.TERRITORY, links.TERRITORY + "/{id:path}"):
        router.add_api_route(path, sheet, methods=["GET", "HEAD"], response_model=None)
    add_page(router, links.COMPARE, compare)
    add_page(router, links.STAGES, stages)


def _choose(asking: Asking) -> Shown | Response:
    """The form, or the way to the territory that it names."""
    if "territoire" in asking.rows and not asking.errors:
        id_ = asking.day.view.entity(asking.rows["territoire"]).id
        return RedirectResponse(links.territory_href(id_, iso(asking.day.day)), _SEE_OTHER)
    status = 400 if asking.errors else 200
    return Shown("choose.html", form_context(asking), lambda: error_json(asking), status=status)
