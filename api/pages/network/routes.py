"""Addresses of the network."""

import tempfile
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.exports import EXPORTS, part
from api.pages import links
from api.pages.asking import Asking, read_asking
from api.pages.network.content import network_page
from api.pages.serving import Shown, add_page
from graph.dates import iso
from graph.repository import Repository

_FIELDS = ("id", "de", "a", "coupe")


def add_network(router: APIRouter, repository: Repository) -> None:
    """The page with its twins, and the GraphML file of the territory in view."""

    def asked(request: Request) -> Asking:
        return read_asking(repository.view(), links.NETWORK, request.query_params, _FIELDS)

    def show(request: Request) -> Shown:
        return network_page(asked(request))

    def graphml(request: Request) -> Response:
        asking = asked(request)
        day = asking.day
        kept = part(day.view, day.day, asking.rows.get("territoire"))
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "reseau.graphml"
            EXPORTS["graphml"](day.view, out, kept)
            content = out.read_bytes()
        name = f"maillage-reseau-{iso(day.day)}.graphml"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(content, media_type="application/graphml+xml", headers=headers)

    add_page(router, links.NETWORK, show)
    path = f"{links.NETWORK}.graphml"
    router.add_api_route(path, graphml, methods=["GET", "HEAD"], response_model=None)
