"""The application on the shipped documents, in this process."""

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.repository import Repository


@pytest.fixture(scope="module")
def client(shipped: Repository) -> TestClient:
    """GraphQL on it."""
    return TestClient(create_app(shipped), base_url="http://localhost")
