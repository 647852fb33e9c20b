"""How to choose test data.

Draw the smallest graph that shows the rule, in the test itself, with ids that say what they
are (``fra:pst``, ``act:caf``): a reader must find the answer by hand. Give it one fact more
than the rule needs only when that fact must *not* change the answer. Dates go to the boundary:
the day itself, the day before, the last day of a month, 29 February. When a rule holds for every
graph, say so with hypothesis and ``tests.oracle.random_graphs`` (``bundles``, ``wide_bundles``),
which are dense in rare cases and shrink well; add an example by hand for each bug that they find.
The facts of ``data/`` serve only tests about those documents, whose answers were read there.
Nothing is mocked: stores are real files in a temporary folder, processes are real processes.
"""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from graph.repository import Repository
from graph.stores import Store, open_store
from scripts.neo4j_server import Neo4jServer, count_nodes, delete_nodes, empty

settings.register_profile(
    "reproducible",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("reproducible")


STORES = ("sqlite", "neo4j")
"""Every kind of store: what holds for one must hold for each."""


@pytest.fixture(params=STORES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store of each kind."""
    if request.param == "neo4j":
        return str(request.getfixturevalue("neo4j_url"))
    return f"sqlite:///{tmp_path / 'graph.db'}"


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store of each kind."""
    opened = open_store(store_url)
    yield opened
    opened.close()


@pytest.fixture
def repository(store: Store) -> Repository:
    """An empty graph, in each kind of store."""
    return Repository(store)


@pytest.fixture(scope="session")
def own_neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """The Neo4j server of this process of the test run: Community has one database only."""
    with Neo4jServer(tmp_path_factory.mktemp("neo4j")) as server:
        yield server


@pytest.fixture
def neo4j_server(own_neo4j: Neo4jServer) -> Iterator[Neo4jServer]:
    """A Neo4j server with nothing in it, which the test may stop, kill and start again.

    The schema that an earlier test made may be there: making it anew takes longer than a test.
    """
    yield own_neo4j
    if own_neo4j.pid is None:
        own_neo4j.start()
    delete_nodes(own_neo4j.url)


@pytest.fixture
def neo4j_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a Neo4j database with nothing in it, user and password within.

    It is the one that MAILLAGE_TEST_NEO4J names, for one test at a time, else one of our own. A
    named database that holds something is somebody's: the test fails and nothing is touched.
    """
    named = os.environ.get("MAILLAGE_TEST_NEO4J")
    if not named:
        server: Neo4jServer = request.getfixturevalue("neo4j_server")
        yield server.url
        return
    with (tmp_path_factory.getbasetemp().parent / "neo4j.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if count_nodes(named):
            pytest.fail("the database of MAILLAGE_TEST_NEO4J is not empty: the tests leave it be")
        yield named
        empty(named)
