"""The application on the shipped documents, in this process."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from tests.shipped import import_shipped


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """A graph with the shipped documents."""
    repository = Repository(SqliteStore(tmp_path_factory.mktemp("limits") / "graph.db"))
    import_shipped(repository)
    yield repository
    repository.close()


@pytest.fixture(scope="module")
def client(shipped: Repository) -> TestClient:
    """GraphQL on it."""
    return TestClient(create_app(shipped), base_url="http://localhost")
