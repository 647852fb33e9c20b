"""The page of a reading in progress, in a browser, beside a small graph."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from api.app import create_app
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from tests.pages.conftest import OpenPage
from tests.pages.convention.gestures import begin
from tests.pages.convention.sample import READING, TEXT, draw
from tests.pages.serving import served


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """A town, its theme, the town as an actor and a CAF that may be that of the text."""
    repository = Repository(SqliteStore(tmp_path_factory.mktemp("convention") / "graph.db"))
    draw(repository)
    yield repository
    repository.close()


@pytest.fixture(scope="module")
def site(graph: Repository) -> Iterator[str]:
    with served(graph) as url:
        yield url


@pytest.fixture
def own_graph(tmp_path: Path) -> Iterator[Repository]:
    """The same, for one test alone."""
    repository = Repository(SqliteStore(tmp_path / "graph.db"))
    draw(repository)
    yield repository
    repository.close()


@pytest.fixture
def reader(own_graph: Repository) -> TestClient:
    """An HTTP client beside it."""
    return TestClient(create_app(own_graph), base_url="http://localhost")


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """The document and its reading."""
    document, reading = tmp_path / "ctg.txt", tmp_path / "lecture.json"
    document.write_text(TEXT, encoding="utf-8")
    reading.write_text(json.dumps(READING), encoding="utf-8")
    return str(document), str(reading)


@pytest.fixture
def work(open_page: OpenPage, site: str, files: tuple[str, str]) -> Page:
    """The page of a reading in progress."""
    return begin(open_page(f"{site}/convention"), files)
