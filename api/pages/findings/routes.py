"""Addresses of the findings."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.pages import links
from api.pages.asking import in_view, read_asking
from api.pages.facts import Facts
from api.pages.findings.detail import detail
from api.pages.findings.families import FAMILIES, Family
from api.pages.findings.hypothesis import hypothesis
from api.pages.findings.listing import listing
from api.pages.serving import Shown, add_page
from graph.repository import Repository

_OF_A_LIST = ("tri", "page", "sans")
_OF_A_FINDING = ("gauche", "droite", "nature", "sujet", "autre", "acteur", "id", "sans")


def add_findings(router: APIRouter, repository: Repository) -> None:
    """The lists, the page of each finding, and the hypothesis."""
    for family in FAMILIES.values():
        _add_family(router, repository, family)

    def what_if(request: Request) -> Shown | Response:
        query = request.query_params
        return hypothesis(read_asking(repository.view(), links.WHAT_IF, query, ("id",)), request)

    add_page(router, links.WHAT_IF, what_if, csv=False)


def _add_family(router: APIRouter, repository: Repository, family: Family) -> None:
    def show_list(request: Request) -> Shown:
        fields = (*_OF_A_LIST, *([family.choice] if family.choice else ()))
        query = request.query_params
        asking = read_asking(repository.view(), family.path, query, fields)
        limited = family.path == links.OVERLAPS and "theme" in asking.rows
        shown = asking if limited else in_view(asking)
        return listing(family, shown, given="territoire" in asking.rows)

    def show_one(request: Request) -> Shown | Response:
        path, query = f"{family.path}/detail", request.query_params
        asking = read_asking(repository.view(), path, query, _OF_A_FINDING)
        return detail(family, asking, Facts(repository, asking.day.view), request)

    add_page(router, family.path, show_list)
    add_page(router, f"{family.path}/detail", show_one, csv=False)
