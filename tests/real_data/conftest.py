"""The shipped data in one store, imported once for the tests of this folder."""

from collections.abc import Iterator

import pytest

from graph.dates import parse_day
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from graph.view import DayView
from tests.shipped import import_shipped


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """A repository that holds what ``make serve`` imports."""
    repository = Repository(SqliteStore(tmp_path_factory.mktemp("shipped") / "graph.db"))
    import_shipped(repository)
    yield repository
    repository.close()


@pytest.fixture(scope="session")
def in_2015(shipped: Repository) -> DayView:
    """The shipped data on 1 June 2015."""
    return shipped.view().on(parse_day("2015-06-01"))
