"""Importing the real rows of ``tests/importers/samples`` into graphs with the vocabularies."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, ListReport, Report, run_import
from importers.report import Fate
from tests.drawing import AUTHOR
from tests.shipped import DATA

SAMPLES = Path(__file__).resolve().parent.parent / "samples"

Import: TypeAlias = Callable[..., Report]


def samples(source: str, *names: str) -> list[Path]:
    """Files of the samples of a format."""
    return [SAMPLES / source / name for name in names]


def fates(report: Report) -> dict[str, int]:
    """Rows by fate, those that happened."""
    return {fate.value: count for fate, count in listed(report).counts().items() if count}


def listed(report: Report) -> ListReport:
    """What a report says of a list."""
    assert report.listed is not None
    return report.listed


def reasons(report: Report, fate: Fate | None = None) -> dict[int, str]:
    """What is told of rows, by row."""
    return {
        row.row: row.reason
        for row in listed(report).rows
        if row.reason and (fate is None or row.fate is fate)
    }


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    """An empty graph in a file: reading a list is the same whatever the store."""
    opened = Repository(SqliteStore(tmp_path / "graph.db"))
    yield opened
    opened.close()


@pytest.fixture
def import_list(repository: Repository) -> Import:
    """Import files of a list into the graph."""

    def imported(
        source: str,
        paths: Sequence[Path],
        *,
        dry_run: bool = False,
        named: str = "",
        asks: bool = False,
    ) -> Report:
        return run_import(
            repository,
            IMPORTERS[source],
            paths,
            author=AUTHOR,
            dry_run=dry_run,
            named=named,
            asks=asks,
        )

    return imported


@pytest.fixture
def vocabularies(repository: Repository) -> Repository:
    """The graph, with the vocabularies shipped."""
    run_import(repository, IMPORTERS["bundle"], [DATA / "vocabularies"], author=AUTHOR)
    return repository
