"""``/sante``: what a supervisor of the application reads."""

from pathlib import Path

from fastapi.testclient import TestClient

from tests.api.conftest import Run


def test_health_tells_the_revision_served(client: TestClient, run: Run, tmp_path: Path) -> None:
    assert client.get("/sante").json() == {"revision": 1, "storeAnswers": True}
    assert run("revert", "cs1")[0] == 0
    assert client.get("/sante").json() == {"revision": 2, "storeAnswers": True}


def test_health_is_told_while_the_store_is_away(client: TestClient, tmp_path: Path) -> None:
    """Readers are still served, so that nobody should start the application again."""
    for file in tmp_path.glob("graph.db*"):
        file.unlink()
    (tmp_path / "graph.db").mkdir()
    answer = client.get("/sante")
    assert (answer.status_code, answer.json()) == (200, {"revision": 1, "storeAnswers": False})


def test_health_answers_to_this_machines_names_only(client: TestClient) -> None:
    assert client.get("/sante", headers={"host": "127.0.0.1:8000"}).status_code == 200
    assert client.get("/sante", headers={"host": "evil.example"}).status_code == 421
