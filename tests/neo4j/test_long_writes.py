"""Change sets of several transactions: whole or not at all, as those of one."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from signal import SIGKILL

import pytest
from hypothesis import given, settings
from neo4j import Driver

from graph.errors import InvalidData, StoreError, UnknownReference
from graph.repository import Repository
from graph.stores.neo4j import Neo4jStore, writer, writing
from scripts.neo4j_server import connect, delete_nodes
from tests.drawing import AUTHOR, apply, change_set, entity, import_folder, imported, write_rows
from tests.importers.test_round_trip import graph
from tests.neo4j.rare import RARE
from tests.oracle.random_graphs import Bundle
from tests.queries.edits import disturbance, stories

ROOT = Path(__file__).resolve().parents[2]
UNPUBLISHED = """
MATCH (m:Maillage)
RETURN COUNT { MATCH (e:Entity) WHERE e._written > m.revision } AS written,
       COUNT { MATCH ()-[r]->() WHERE r._written > m.revision } AS tied,
       COUNT { MATCH (p:Past) WHERE p._ended > m.revision } AS ended,
       m._claim IS NOT NULL AS claimed
"""


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three rows in a batch, and never one transaction for all."""
    monkeypatch.setattr(writing, "BATCH", 3)
    monkeypatch.setattr(writer, "_ONE_TRANSACTION", 0)


@pytest.fixture
def driver(neo4j_url: str) -> Iterator[Driver]:
    """A reader beside the application."""
    with connect(neo4j_url) as opened:
        yield opened


def unpublished(driver: Driver) -> dict[str, int]:
    """Facts of a revision that is not published, and whether somebody claims the store."""
    with driver.session() as session:
        return session.run(UNPUBLISHED).single(strict=True).data()


NOTHING = {"written": 0, "tied": 0, "ended": 0, "claimed": False}


@pytest.mark.usefixtures("small_batches")
@settings(RARE, max_examples=3)
@given(story=stories())
def test_the_same_graph_as_in_one_transaction(
    neo4j_url: str, story: tuple[Bundle, date, int]
) -> None:
    """Edits of every kind, then their reverts."""
    bundle, _, seed = story
    delete_nodes(neo4j_url)
    server = Repository(Neo4jStore(neo4j_url))
    with (
        imported(bundle.entities, bundle.relations) as (file, folder),
        connect(neo4j_url) as driver,
    ):
        import_folder(server, folder / "bundle")
        chances = Random(seed)
        for _ in range(3):
            edits = [each for _ in range(4) for each in disturbance(file.view(), chances)]
            for repository in (file, server):
                with suppress(InvalidData, UnknownReference):
                    repository.apply(change_set(*edits))
            assert graph(server) == graph(file)
            assert unpublished(driver) == NOTHING
        for each in file.store.journal()[:-1]:
            for repository in (file, server):
                repository.revert(each.id, AUTHOR)
            assert graph(server) == graph(file)
    server.close()


ACTORS = 40


def rows(name: str, ties: int) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Actors of a name, and the framework that some take part in."""
    entities = [{"id": f"a{n}", "kind": "Actor", "name": f"{name} {n}"} for n in range(ACTORS)]
    framework = {"id": "f", "kind": "Framework", "name": name}
    relations = [
        {"type": "INVOLVED_IN", "from": f"a{n}", "to": "f", "note": name} for n in range(ties)
    ]
    return [*entities, framework], relations


@pytest.mark.parametrize("phase", ["ended", "written", "tied"])
def test_killed_in_the_middle(neo4j_url: str, driver: Driver, tmp_path: Path, phase: str) -> None:
    """Readers never see what it wrote; the next writer sweeps it, and the import can run again."""
    repository = Repository(Neo4jStore(neo4j_url))
    import_folder(repository, write_rows(tmp_path / "first", *rows("avant", 20)))
    before = graph(repository)
    changed = write_rows(tmp_path / "second", *rows("après", ACTORS))
    command = [sys.executable, "-m", "tests.neo4j.importing_slowly", neo4j_url, str(changed)]
    process = subprocess.Popen(command, cwd=ROOT)
    while not unpublished(driver)[phase]:
        assert process.poll() is None, "the import ended before it could be killed"
    process.send_signal(SIGKILL)
    process.wait()
    assert unpublished(driver)["claimed"]
    other = Repository(Neo4jStore(neo4j_url))
    assert graph(repository) == graph(other) == before
    report = import_folder(other, changed)
    assert (report.change_set, report.created, report.changed) == ("cs2", ACTORS - 20, 61)
    assert unpublished(driver) == NOTHING
    with imported(*rows("avant", 20)) as (file, _):
        import_folder(file, changed)
        assert graph(repository) == graph(other) == graph(file)
        other.revert("cs2", AUTHOR)
        assert graph(repository) == before
    other.close()
    repository.close()


@pytest.mark.usefixtures("small_batches")
def test_who_was_robbed_of_the_claim_stops(neo4j_url: str, driver: Driver) -> None:
    """A writer that slept past its lease finds that another took over, and publishes nothing."""
    repository = Repository(Neo4jStore(neo4j_url))
    many = change_set(*(entity("Actor", f"a{n}") for n in range(600)))
    with ThreadPoolExecutor(1) as pool:
        writing_many = pool.submit(repository.apply, many)
        while not unpublished(driver)["written"]:
            assert not writing_many.done()
        with driver.session() as session:
            session.run("MATCH (m:Maillage) SET m._claim = 'another', m._claim_until = 0").consume()
        with pytest.raises(StoreError) as refused:
            writing_many.result()
    assert refused.value.code == "CLAIM_LOST"
    apply(repository, entity("Actor", "quick"))
    assert [each.id for each in repository.store.journal()] == ["cs1"]
    assert set(graph(repository)[0]) == {"quick"}
    assert unpublished(driver) == NOTHING
    repository.close()
