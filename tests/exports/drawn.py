"""Small graphs in a store of their own, drawn as the rows of a bundle."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import
from tests.oracle.rows import write_rows

Rows = Sequence[Mapping[str, str]]
DATA = Path(__file__).parents[2] / "data"


def table(text: str) -> list[dict[str, str]]:
    """Rows written as a small table: a header, columns separated by commas."""
    header, *lines = [line.strip() for line in text.strip().splitlines()]
    names = header.split(",")
    return [dict(zip(names, line.split(","), strict=False)) for line in lines]


def draw(repository: Repository, entities: Rows, relations: Rows = ()) -> None:
    """Import rows as a bundle."""
    with TemporaryDirectory() as folder:
        write_rows(Path(folder), entities, relations)
        run_import(repository, IMPORTERS["bundle"], [Path(folder)], author="Camille")


@contextmanager
def drawn(entities: Rows, relations: Rows = ()) -> Iterator[tuple[Repository, Path]]:
    """A store with the rows, and a folder to write in."""
    with TemporaryDirectory() as name:
        repository = Repository(SqliteStore(Path(name) / "graph.db"))
        out = Path(name) / "out"
        out.mkdir()
        try:
            draw(repository, entities, relations)
            yield repository, out
        finally:
            repository.close()


def draw_shipped(repository: Repository) -> None:
    """Import the vocabularies and the fiches of the five documents."""
    for name, paths in (
        ("bundle", [DATA / "vocabularies"]),
        ("fiche", sorted((DATA / "fiches").glob("*.yaml"))),
    ):
        run_import(repository, IMPORTERS[name], paths, author="Camille")
