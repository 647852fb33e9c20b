"""The web application: pages, GraphQL, static files."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api.graphql.router import graphql_router
from graph.repository import Repository

STATIC = Path(__file__).parent / "static"


def create_app(repository: Repository) -> FastAPI:
    """The application on a repository; making it reads the view once."""
    repository.view()
    app = FastAPI(title="Maillage", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(graphql_router(repository))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
