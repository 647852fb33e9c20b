"""Address of the map."""

from fastapi import APIRouter, Request

from api.pages import links
from api.pages.asking import read_asking
from api.pages.map.content import map_page
from api.pages.serving import Shown, add_page
from graph.repository import Repository


def add_map(router: APIRouter, repository: Repository) -> None:
    """The map and its table."""

    def show(request: Request) -> Shown:
        asking = read_asking(repository.view(), links.MAP, request.query_params, ("valeur",))
        return map_page(asking)

    add_page(router, links.MAP, show)
