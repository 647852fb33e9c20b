"""Importing the shipped data as ``make serve`` does."""

from pathlib import Path

from graph.repository import Repository
from importers import IMPORTERS, Report, run_import

DATA = Path(__file__).parent.parent / "data"


def import_shipped(repository: Repository) -> list[Report]:
    """Import vocabularies and fiches; the reports, in that order."""
    sources = {
        "bundle": [DATA / "vocabularies"],
        "fiche": sorted((DATA / "fiches").glob("*.yaml")),
    }
    return [
        run_import(repository, IMPORTERS[name], paths, author="tests")
        for name, paths in sources.items()
    ]
