"""The facts of ``data/``, without the communes of France where no framework is."""

import csv
import gzip
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.repository import Repository
from importers import IMPORTERS, run_import
from tests.drawing import write_rows
from tests.shipped import DATA

Rows = list[dict[str, str]]


def import_real_data(repository: Repository, folder: Path) -> None:
    """Import vocabularies, the territories that frameworks need, frameworks and fiches."""
    bundles = [DATA / "vocabularies", needed_territories(folder), DATA / "frameworks"]
    run_import(repository, IMPORTERS["bundle"], bundles, author="tests")
    fiches = sorted((DATA / "fiches").glob("*.yaml"))
    run_import(repository, IMPORTERS["fiche"], fiches, author="tests")


def needed_territories(folder: Path) -> Path:
    """A bundle of the territories that frameworks cover, and of what these are within."""
    entities = _rows(DATA / "territories" / "entities.csv.gz")
    relations = _rows(DATA / "territories" / "relations.csv.gz")
    covered = _rows(DATA / "frameworks" / "relations.csv")
    needed = _with_wider({row["to"] for row in covered if row["type"] == "COVERS"}, relations)
    kept = [row for row in entities if row["kind"] != "Territory" or row["id"] in needed]
    return write_rows(
        folder / "territories", kept, [row for row in relations if row["from"] in needed]
    )


def _with_wider(ids: set[str], relations: Iterable[Mapping[str, str]]) -> set[str]:
    wider: dict[str, set[str]] = {}
    for row in relations:
        wider.setdefault(row["from"], set()).add(row["to"])
    found, edge = set(ids), list(ids)
    while edge:
        new = wider.get(edge.pop(), set()) - found
        found |= new
        edge.extend(new)
    return found


def _rows(path: Path) -> Rows:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
