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

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from graph.repository import Repository
from graph.stores import Store
from graph.stores.sqlite import SqliteStore

settings.register_profile(
    "reproducible",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("reproducible")


STORES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: SqliteStore(folder / "graph.db"),
}
"""Every store, opened on a place of its own: what holds for one must hold for each."""


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    opened = STORES[request.param](tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def repository(store: Store) -> Repository:
    """An empty graph, in each kind of store."""
    return Repository(store)
