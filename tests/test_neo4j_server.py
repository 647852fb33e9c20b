"""The Neo4j server that tests get: real, protected, lasting, and gone with the tests."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from neo4j.exceptions import AuthError

from scripts.neo4j_server import Neo4jServer, connect, count_nodes, empty

ROOT = Path(__file__).parent.parent


def write(url: str, statement: str) -> None:
    """Run a statement in a transaction that the server acknowledges."""
    with connect(url) as driver:
        driver.execute_query(statement)


def names_of_constraints(url: str) -> list[str]:
    """The names of the constraints that a database has."""
    with connect(url) as driver:
        return [row["name"] for row in driver.execute_query("SHOW CONSTRAINTS").records]


def test_answers_and_keeps_what_it_acknowledged(neo4j_url: str) -> None:
    """A database with nothing in it takes a node."""
    assert count_nodes(neo4j_url) == 0
    write(neo4j_url, "CREATE (:Entity {id: 'act:caf'})")
    assert count_nodes(neo4j_url) == 1


def test_refuses_a_wrong_password(neo4j_server: Neo4jServer) -> None:
    """Tests sign in as users do."""
    wrong = neo4j_server.url.replace(neo4j_server.password, "something-else")
    with connect(wrong) as driver, pytest.raises(AuthError):
        driver.verify_connectivity()


def test_killed_and_started_again_it_has_every_acknowledged_write(
    neo4j_server: Neo4jServer,
) -> None:
    """The same folder, port and password serve again."""
    url = neo4j_server.url
    write(url, "UNWIND range(1, 100) AS i CREATE (:Entity {id: i})")
    neo4j_server.kill()
    neo4j_server.start()
    assert neo4j_server.url == url
    assert count_nodes(url) == 100


def test_stopped_and_started_again_it_has_every_write(neo4j_server: Neo4jServer) -> None:
    """An orderly end."""
    write(neo4j_server.url, "CREATE (:Entity)")
    neo4j_server.stop()
    neo4j_server.start()
    assert count_nodes(neo4j_server.url) == 1


def test_emptied_it_has_no_node_relationship_constraint_nor_index(
    neo4j_server: Neo4jServer,
) -> None:
    """Neither of this test, nor of a store that an earlier test opened on the same server."""
    url = neo4j_server.url
    empty(url)
    write(url, "CREATE CONSTRAINT FOR (e:Entity) REQUIRE e.id IS UNIQUE")
    write(url, "CREATE INDEX FOR (e:Entity) ON (e.name)")
    write(url, "UNWIND range(1, 3000) AS i CREATE (:Entity {id: i})-[:COVERS]->(:Entity)")
    assert len(names_of_constraints(url)) == 1
    empty(url)
    assert count_nodes(url) == 0
    assert names_of_constraints(url) == []


def test_a_named_database_that_holds_something_is_left_alone(neo4j_server: Neo4jServer) -> None:
    """MAILLAGE_TEST_NEO4J may name somebody's own."""
    write(neo4j_server.url, "CREATE (:Precious)")
    run = pytest_on("test_answers_and_keeps_what_it_acknowledged", neo4j_server.url)
    assert run.returncode == 1
    assert "the database of MAILLAGE_TEST_NEO4J is not empty" in run.stdout
    assert count_nodes(neo4j_server.url) == 1


def test_a_named_database_that_is_empty_serves_and_is_empty_again(
    neo4j_server: Neo4jServer,
) -> None:
    """The tests take away what they wrote."""
    run = pytest_on("test_answers_and_keeps_what_it_acknowledged", neo4j_server.url)
    assert run.returncode == 0, run.stdout
    assert count_nodes(neo4j_server.url) == 0


def pytest_on(test: str, url: str) -> subprocess.CompletedProcess[str]:
    """Run one test of this file on a named server."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "0", "-q", f"{__file__}::{test}"],
        cwd=ROOT,
        env={**os.environ, "MAILLAGE_TEST_NEO4J": url},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.usefixtures("own_neo4j")  # A machine without server fails here; a pipe would wait.
def test_the_server_does_not_outlive_a_killed_process(tmp_path: Path) -> None:
    """Nothing is left on the machine of who ends the tests with kill -9."""
    program = (
        "import sys; from pathlib import Path; from scripts.neo4j_server import Neo4jServer;"
        " Neo4jServer(Path(sys.argv[1])).start(); sys.stdin.read()"
    )
    # The server holds its log open as long as it lives: the pipe tells when it begins and ends.
    log = tmp_path / "output.log"
    os.mkfifo(log)
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        start_new_session=True,
    ) as owner:
        with log.open("rb", buffering=0) as lines:
            assert lines.read(1), "the server runs"
            os.killpg(owner.pid, signal.SIGKILL)
            subprocess.run(["cat"], stdin=lines, stdout=subprocess.DEVNULL, timeout=60, check=True)
        assert owner.wait() == -signal.SIGKILL


def test_a_server_that_does_not_start_says_why(tmp_path: Path) -> None:
    """The words of Java or of Neo4j are in the error."""
    server = Neo4jServer(tmp_path, java_options=["-XX:NoSuchOption"])
    with pytest.raises(RuntimeError, match="NoSuchOption"):
        server.start()
    assert server.pid is None


def test_the_lock_of_the_server_names_no_registry() -> None:
    """Every jar has its hash, and any mirror serves."""
    text = (ROOT / "neo4j.lock.toml").read_text(encoding="utf-8")
    jars = text.count("[[dependencies]]")
    assert jars == len(re.findall(r'^sha256 = "[0-9a-f]{64}"$', text, re.M)) > 200
    assert re.findall(r"https?:|file:|/", text) == []
