"""The shipped data in one store, imported once as ``make serve`` does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.dates import parse_day
from graph.ontology import EntityKind
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from graph.view import DayView, GraphView
from graph.view.labels import resolve
from importers import IMPORTERS, Report, run_import

DATA = Path(__file__).resolve().parent.parent.parent / "data"
BUNDLES = [DATA / name for name in ("vocabularies", "territories", "frameworks")]
FICHES = sorted((DATA / "fiches").glob("*.yaml"))


def import_of(repository: Repository, source: str, *paths: Path) -> Report:
    """One import command."""
    return run_import(repository, IMPORTERS[source], paths, author="tests")


@pytest.fixture(scope="session")
def france(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    """A repository that holds all shipped data."""
    repository = Repository(SqliteStore(tmp_path_factory.mktemp("france") / "graph.db"))
    import_of(repository, "bundle", *BUNDLES)
    import_of(repository, "fiche", *FICHES)
    yield repository
    repository.close()


@pytest.fixture(scope="session")
def view(france: Repository) -> GraphView:
    """All shipped data."""
    return france.view()


@pytest.fixture(scope="session")
def on(view: GraphView) -> Callable[[str], DayView]:
    """The shipped data on a day given as text."""
    return lambda day: view.on(parse_day(day))


@pytest.fixture(scope="session")
def place(view: GraphView) -> Callable[[str], str]:
    """The id of the territory that a user's text names."""

    def named(text: str) -> str:
        row = resolve(view, text, [EntityKind.TERRITORY], "le territoire")
        return view.entity(row).id

    return named
