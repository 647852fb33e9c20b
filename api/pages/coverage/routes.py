"""Addresses of the coverage."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.pages import links
from api.pages.asking import read_asking
from api.pages.coverage.cell import cell
from api.pages.coverage.matrix import matrix
from api.pages.facts import Facts
from api.pages.serving import Shown, add_page
from graph.repository import Repository


def add_coverage(router: APIRouter, repository: Repository) -> None:
    """The matrix and the page of a cell."""

    def show_matrix(request: Request) -> Shown:
        query = request.query_params
        return matrix(read_asking(repository.view(), links.COVERAGE, query, ("page",)))

    def show_cell(request: Request) -> Shown | Response:
        asking = read_asking(repository.view(), links.CELL, request.query_params)
        return cell(asking, Facts(repository, asking.day.view), request)

    add_page(router, links.COVERAGE, show_matrix)
    add_page(router, links.CELL, show_cell, csv=False)
