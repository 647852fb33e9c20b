"""A browser, and the application on the shipped data and on a hostile graph."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright

from api.app import create_app
from graph.changes import ChangeSet
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from scripts.prepare_browser import FLAGS
from tests.drawing import apply, entity
from tests.pages.hostile import HOSTILE, IMAGE, LONG, SCRIPT
from tests.pages.serving import served
from tests.shipped import import_shipped

ROOT = Path(__file__).parent.parent.parent

OpenPage: TypeAlias = Callable[..., Page]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """The graph of the shipped data."""
    store = SqliteStore(tmp_path_factory.mktemp("shipped") / "graph.db")
    repository = Repository(store)
    import_shipped(repository)
    yield repository
    store.close()


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """A graph whose every text tries to be something else than text."""
    store = SqliteStore(tmp_path_factory.mktemp("hostile") / "graph.db")
    repository = Repository(store)
    apply(repository, *HOSTILE)
    signed = ChangeSet([entity("Actor", "act:signed")], f"Camille {SCRIPT}", IMAGE, LONG + SCRIPT)
    repository.apply(signed)
    yield repository
    store.close()


@pytest.fixture(scope="session")
def client(shipped: Repository) -> TestClient:
    """An HTTP client of the application on the shipped data."""
    return TestClient(create_app(shipped, None), follow_redirects=False)


@pytest.fixture(scope="session")
def address(shipped: Repository) -> Iterator[str]:
    """Where the application serves the shipped data."""
    with served(shipped) as url:
        yield url


@pytest.fixture(scope="session")
def hostile_address(hostile: Repository) -> Iterator[str]:
    """Where the application serves the hostile graph."""
    with served(hostile) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that ``make browser`` prepared; without one these tests fail."""
    executable = (ROOT / ".browser").read_text(encoding="utf-8").strip()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """``open_page(address)``: a page in a window of its own; more arguments set it up.

    A script error or a refusal by the Content-Security-Policy fails the test.
    """
    contexts, complaints = [], []

    def open_(url: str, **setup: Any) -> Page:
        setup = {"locale": "fr-FR", "viewport": {"width": 1100, "height": 800}, **setup}
        context = browser.new_context(**setup)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text) if "Content Security" in message.text else None
            ),
        )
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
