"""The web application: pages, GraphQL, static files."""

from collections.abc import Collection
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api.graphql.router import graphql_router
from api.health import health_router
from api.hosts import LOOPBACK_NAMES, OnlyHosts
from api.notices import Notices
from api.pages import error_pages, pages_router, secure_headers
from graph.repository import Repository

STATIC = Path(__file__).parent / "static"


def create_app(repository: Repository, hosts: Collection[str] | None = LOOPBACK_NAMES) -> FastAPI:
    """The application on a repository; making it reads the view once.

    ``hosts`` are the names it answers to: this machine's own, or None for any name when
    something in front decides.
    """
    repository.view()
    app = FastAPI(title="Maillage", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(graphql_router(repository))
    app.include_router(pages_router(repository))
    app.include_router(health_router(repository))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    error_pages(app)
    secure_headers(app)
    app.add_middleware(Notices, repository=repository)
    if hosts is not None:
        app.add_middleware(OnlyHosts, names=hosts)
    return app
