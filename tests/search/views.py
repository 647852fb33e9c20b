"""Views to search: the shipped data with all of France's territories, and small ones by hand."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.changes import ChangeSet, Operation
from graph.ontology import EntityKind
from graph.records import Entity
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from graph.view import GraphView
from graph.view.build import build_view
from graph.view.columns import EntityRow, Snapshot
from importers.base import no_progress
from importers.bundle import BundleImporter
from importers.fiche import FicheImporter
from queries.search import search

DATA = Path(__file__).resolve().parents[2] / "data"


def shipped_operations() -> list[Operation]:
    """All that ``data/`` states."""
    bundles = sorted({path.parent for path in DATA.glob("*/entities.csv*")})
    fiches = sorted(DATA.glob("fiches/*.yaml"))
    return [
        *BundleImporter().read(bundles, no_progress),
        *FicheImporter().read(fiches, no_progress),
    ]


@cache
def shipped_view() -> GraphView:
    """The view of a store that holds all of ``data/``."""
    with TemporaryDirectory() as folder:
        repository = Repository(SqliteStore(Path(folder) / "graph.db"))
        try:
            repository.apply(ChangeSet(shipped_operations(), "Camille", "bundle"))
            return repository.view()
        finally:
            repository.close()


def row(number: int, record: Entity, ref: int | None = None) -> EntityRow:
    """An entity as a store returns it, in version ``number``."""
    return EntityRow(version=number, ref=ref or number, record=record, said=1)


def view_of(entities: Iterable[Entity], revision: int = 1) -> GraphView:
    """A view that holds just these entities."""
    rows = [row(number, record) for number, record in enumerate(entities, start=1)]
    return build_view(Snapshot(revision, rows, [], []))


def named(*names: str) -> GraphView:
    """A view of actors with these names, whose ids are the names."""
    return view_of(Entity(name, EntityKind.ACTOR, name) for name in names)


def found(view: GraphView, text: str, count: int | None = None) -> list[str]:
    """The ids of what a search finds, the best first."""
    return [view.entity(item.entity).id for item in search(view, text).page(0, count)]
