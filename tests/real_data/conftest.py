"""The shipped data in one store, imported once for the tests of this folder."""

import pytest

from graph.dates import parse_day
from graph.repository import Repository
from graph.view import DayView


@pytest.fixture(scope="session")
def in_2015(shipped: Repository) -> DayView:
    """The shipped data on 1 June 2015."""
    return shipped.view().on(parse_day("2015-06-01"))
