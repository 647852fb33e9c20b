"""Questions of identity: told with what speaks for and against, answered, taken back."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from tests.drawing import apply, entity, relation
from tests.pages.hostile import SCRIPT
from tests.pages.test_writing import BASE, token


@pytest.fixture
def doubtful(tmp_path: Path) -> Iterator[Repository]:
    """An association that a list spells otherwise, in the same town."""
    repository = Repository(SqliteStore(tmp_path / "graph.db"))
    apply(
        repository,
        entity("Territory", "ter:x", name="Bondy", territory_level="COMMUNE"),
        entity("Actor", "act:a", name="Maison des parents", actor_kind="ASSOCIATION"),
        entity("Actor", "act:b", name=f"Maison parents {SCRIPT}", siren=("123456782",)),
        relation("act:a", "COVERS", "ter:x"),
        relation("act:b", "COVERS", "ter:x"),
        relation("act:b", "RESEMBLES", "act:a"),
    )
    yield repository
    repository.close()


@pytest.fixture
def reader(doubtful: Repository) -> TestClient:
    return TestClient(create_app(doubtful), base_url=BASE)


def answered(reader: TestClient, answer: str) -> str:
    """The page after an answer to the only question."""
    (item,) = (
        item
        for choice in ("", "memes", "distincts")
        for item in reader.get(f"/rapprochements.json?reponse={choice}").json()["items"]
    )
    jeton = token(reader, "/modifier?id=act:a")
    sent = {"jeton": jeton, "question": item["id"], "reponse": answer}
    return unescape(reader.post("/rapprochements", data=sent).text)


def test_a_question_is_told_with_both_sides(reader: TestClient) -> None:
    page = unescape(reader.get("/rapprochements").text)
    assert 'Sans réponse <span class="count">1' in page
    assert "123456782" in page
    assert "Même territoire" in page
    assert "<bdi>Maison parents <script>" in page  # unescaped above: it was sent as text
    assert SCRIPT not in reader.get("/rapprochements").text
    assert "1 question d'identité attend" in unescape(reader.get("/").text)


def test_the_same_then_taken_back(reader: TestClient, doubtful: Repository) -> None:
    assert "C'est noté" in answered(reader, "SAME")
    assert doubtful.view().row("act:a") == doubtful.view().row("act:b")
    assert "Aucune question en attente" in reader.get("/rapprochements").text
    assert "Réponse&nbsp;: <strong>les mêmes" in reader.get("/rapprochements?reponse=memes").text
    answered(reader, "OPEN")
    assert doubtful.view().row("act:a") != doubtful.view().row("act:b")
    assert reader.get("/rapprochements.json").json()["totalCount"] == 1


def test_different_and_what_leaves(reader: TestClient) -> None:
    answered(reader, "DIFFERENT")
    line = reader.get("/rapprochements.csv?reponse=distincts").text.splitlines()[1]
    assert "act:b" in line
    assert line.endswith("distincts")


def test_an_answer_that_is_none_is_refused(reader: TestClient) -> None:
    assert "Cette réponse n'existe pas" in answered(reader, "PEUT-ETRE")
    jeton = token(reader, "/modifier?id=act:a")
    sent = {"jeton": jeton, "question": "q0", "reponse": "SAME"}
    assert reader.post("/rapprochements", data=sent).status_code == 404
    assert reader.post("/rapprochements", data={**sent, "jeton": "x"}).status_code == 403
