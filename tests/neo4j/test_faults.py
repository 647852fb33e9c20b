"""The server fails: what was acknowledged is there, readers go on, writers are told."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.errors import StoreUnreachable
from graph.repository import Repository
from graph.stores.neo4j import Neo4jStore, claim, connection, writer, writing
from scripts.neo4j_server import Neo4jServer, connect
from tests.drawing import apply, entity, import_folder, imported, write_rows
from tests.importers.test_round_trip import graph
from tests.neo4j.test_long_writes import NOTHING, rows, unpublished

PATIENCE = 120


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver gives up soon, and what is left unfinished may soon be swept."""
    monkeypatch.setattr(connection, "_RETRY_SECONDS", 1.0)
    monkeypatch.setattr(claim, "LEASE_SECONDS", 5)


@pytest.fixture
def repository(neo4j_server: Neo4jServer, impatient: None) -> Iterator[Repository]:
    """A graph on a server that the test may kill."""
    opened = Repository(Neo4jStore(neo4j_server.url))
    yield opened
    opened.close()


def test_killed_in_the_middle_of_an_import(
    neo4j_server: Neo4jServer,
    repository: Repository,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Restarted, and the import run again: equal to one that nothing disturbed."""
    first = write_rows(tmp_path / "first", *rows("avant", 20))
    changed = write_rows(tmp_path / "second", *rows("après", 40))
    import_folder(repository, first)
    acknowledged = repository.store.journal()
    monkeypatch.setattr(writing, "BATCH", 1)
    monkeypatch.setattr(writer, "_ONE_TRANSACTION", 0)
    with ThreadPoolExecutor(1) as pool, connect(neo4j_server.url) as driver:
        importing = pool.submit(import_folder, repository, changed)
        while not unpublished(driver)["tied"]:
            assert not importing.done()
        neo4j_server.kill()
        with pytest.raises(StoreUnreachable):
            importing.result()
        neo4j_server.start()
        assert unpublished(driver)["claimed"]
        assert repository.store.journal() == acknowledged
        report = import_folder(repository, changed)
        assert unpublished(driver) == NOTHING
    with imported(*rows("avant", 20)) as (file, _):
        assert report == import_folder(file, changed)
        assert graph(repository) == graph(file)


def test_no_acknowledged_write_is_lost(neo4j_server: Neo4jServer, repository: Repository) -> None:
    """Killed while change sets follow each other, three times."""
    acknowledged: list[str] = []

    def write(turn: int) -> None:
        for number in range(10_000):
            name = f"{turn}:{number}"
            apply(repository, entity("Actor", name), entity("Framework", f"f:{name}"))
            acknowledged.append(name)

    for turn in range(3):
        goal = len(acknowledged) + 20
        with ThreadPoolExecutor(1) as pool:
            writing_on = pool.submit(write, turn)
            while len(acknowledged) < goal:
                assert not writing_on.done()
            neo4j_server.kill()
            with pytest.raises(StoreUnreachable):
                writing_on.result()
        neo4j_server.start()
        kept = set(graph(repository)[0])
        assert kept >= {*acknowledged, *(f"f:{name}" for name in acknowledged)}
        assert {each.removeprefix("f:") for each in kept} <= kept
        assert len(kept) % 2 == 0


MUTATION = """
mutation { applyChangeSet(input: {message: "m", operations: [
  { upsertEntity: { id: "b", kind: ACTOR, values: { name: "Belle" } } }
]}) { changeSet errors codes } }
"""


def test_readers_go_on_while_the_server_is_away(
    neo4j_server: Neo4jServer, repository: Repository
) -> None:
    """With a notice on pages, a header and an extension; writes are refused; then all is well."""
    apply(repository, entity("Actor", "a", name="Association"))
    client = TestClient(create_app(repository), base_url="http://localhost")
    page = client.get("/entite/a")
    assert "Association" in page.text
    assert "La base ne répond pas" not in page.text
    neo4j_server.kill()
    page = client.get("/entite/a")
    assert page.status_code == 200
    assert "Association" in page.text
    page = client.get("/entite/a")
    assert "La base ne répond pas : ces réponses sont celles du" in page.text
    asked = client.post("/graphql", json={"query": '{ entity(id: "a") { name } }'})
    assert asked.json()["data"] == {"entity": {"name": "Association"}}
    assert asked.json()["extensions"]["staleSince"] == asked.headers["Maillage-Stale-Since"]
    refused = client.post("/graphql", json={"query": MUTATION}).json()
    assert refused["data"]["applyChangeSet"]["codes"] == ["STORE_UNREACHABLE"], refused
    assert "ne répond pas" in refused["data"]["applyChangeSet"]["errors"][0]
    neo4j_server.start()
    end = monotonic() + PATIENCE
    while "Maillage-Stale-Since" in (again := client.get("/entite/a")).headers:
        assert monotonic() < end, "the store was not found again"
    assert "La base ne répond pas" not in again.text
    written = client.post("/graphql", json={"query": MUTATION}).json()
    assert written["data"]["applyChangeSet"] == {"changeSet": "cs2", "errors": [], "codes": []}
    assert "Belle" in client.get("/entite/b").text
