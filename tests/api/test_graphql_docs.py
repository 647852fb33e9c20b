"""Every query of ``docs/graphql.md`` runs on the shipped documents and finds something."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from tests.exports.drawn import draw_shipped

PAGE = Path(__file__).parents[2] / "docs" / "graphql.md"
QUERIES = re.findall(
    r"^### (\d+)\..*?^```graphql\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S
)
BLOCKS = re.findall(r"^```graphql\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The application on a store with the shipped documents; the blocks run in their order."""
    repository = Repository(SqliteStore(tmp_path_factory.mktemp("docs") / "graph.db"))
    draw_shipped(repository)
    yield TestClient(create_app(repository), base_url="http://localhost")
    repository.close()


def answer(client: TestClient, query: str) -> Any:
    """The data of an answer without errors."""
    response = client.post("/graphql", json={"query": query})
    body = response.json()
    assert response.status_code == 200
    assert "errors" not in body, body
    return body["data"]


def is_full(value: Any) -> bool:
    """Whether an answer holds something: a page with items, a list, an object with a value."""
    match value:
        case {"edges": edges}:
            return bool(edges)
        case dict():
            return any(is_full(each) for each in value.values())
        case list():
            return bool(value)
    return value is not None


@pytest.mark.parametrize("place", range(len(BLOCKS)))
def test_each_query_finds_something(client: TestClient, place: int) -> None:
    data = answer(client, BLOCKS[place])
    assert data
    for name, value in data.items():
        assert is_full(value), name
        if "errors" in value:
            assert value["errors"] == []
            assert value["changeSet"]


def test_there_are_ten_questions() -> None:
    assert [int(number) for number, _ in QUERIES] == list(range(1, 11))
    assert len(BLOCKS) == 13


def test_the_page_says_what_is_found(client: TestClient) -> None:
    """What the sentences around the queries promise."""
    by_number = {int(number): query for number, query in QUERIES}
    found = answer(client, by_number[1])["search"]["edges"]
    assert "CCAS de Bondy" in [edge["node"]["entity"]["name"] for edge in found]
    gap = answer(client, by_number[5])["gaps"]["edges"][0]["node"]
    assert (gap["subject"]["id"], gap["actors"]) == ("fra:pst-bondy", [{"name": "Pôle emploi"}])
    states = {cell["state"] for cell in answer(client, by_number[4])["coverage"]}
    assert {"GAP", "UNKNOWN"} < states
    before = answer(client, "{ journal { totalCount } }")
    what_if = answer(client, by_number[10])["whatIf"]
    assert what_if["cutPoints"]
    assert what_if["gaps"]
    assert answer(client, "{ journal { totalCount } }") == before
