"""Addresses of the network."""

import tempfile
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.exports import EXPORTS, part_of
from api.pages import links
from api.pages.asking import Asking, read_asking
from api.pages.network.asked import FIELDS, Asked, read_asked
from api.pages.network.content import network_page, place_of
from api.pages.network.drawn import drawn
from api.pages.serving import Shown, add_page, answered
from graph.dates import iso
from graph.repository import Repository


def add_network(router: APIRouter, repository: Repository) -> None:
    """The page with its twins, and what is drawn as a GraphML file."""

    def asked(request: Request) -> tuple[Asking, Asked]:
        view = repository.view()
        return read_asked(read_asking(view, links.NETWORK, request.query_params, FIELDS))

    def show(request: Request) -> Shown:
        return network_page(*asked(request))

    def graphml(request: Request) -> Response:
        asking, wanted = asked(request)
        if asking.errors:
            return answered(network_page(asking, wanted), "html", request)
        day = asking.day
        shown = drawn(day, wanted, place_of(asking))
        numbers = [number for edge in shown.edges for number in edge.relations]
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "reseau.graphml"
            EXPORTS["graphml"](day.view, out, part_of(day.view, shown.nodes, numbers))
            content = out.read_bytes()
        name = f"maillage-reseau-{iso(day.day)}.graphml"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(content, media_type="application/graphml+xml", headers=headers)

    add_page(router, links.NETWORK, show)
    path = f"{links.NETWORK}.graphml"
    router.add_api_route(path, graphml, methods=["GET", "HEAD"], response_model=None)
