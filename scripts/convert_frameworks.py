"""Real frameworks of the 93 and the 59 as a bundle: python -m scripts.convert_frameworks LISTS

LISTS is a folder of lists that the ANCT publishes under Licence Ouverte 2.0:
contrats_de_ville_2015_2023.csv, cites_educatives_2023.csv, cites_emploi_2023.csv (repository
anct-carto/ci-ville, 19 April 2024), zonages_contrats_ville_ruralite_2020.csv (anct-carto/
superposeur, 3 September 2020), france_services_93_59.csv (the rows of both départements in
anct-carto/superposeur-anct, 18 September 2024).

The bundle goes to data/frameworks. Territories are those of data/vocabularies and
data/territories, joined by code at the list's date: write these first. Choices: data/README.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from importers.contrats_ville.places import cites, france_services, scheme
from importers.contrats_ville.rules import (
    CITES,
    DEPARTEMENTS,
    EXISTING_ACTORS,
    LISTS,
    RURAL,
    TEXTS,
)
from importers.contrats_ville.towns import Towns
from importers.listing import FactCells
from scripts.bundle_writing import Bundle, write_bundle
from scripts.known_territories import KnownTerritories

DATA = Path(__file__).resolve().parent.parent / "data"


def main() -> None:
    """Read the lists and write the bundle; say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lists", type=Path, help="folder of the lists")
    bundle = frameworks(parser.parse_args().lists, KnownTerritories(DATA))
    for path in write_bundle(bundle, DATA / "frameworks"):
        print(f"{path.relative_to(DATA.parent)}: {path.stat().st_size:,} bytes")
    print(f"{len(bundle.entities)} entities, {len(bundle.relations)} relations")


def frameworks(lists: Path, territories: KnownTerritories) -> Bundle:
    """The frameworks of the départements shipped, by the rules of the importer contrats-ville."""
    bundle = Bundle()
    for document in (*LISTS[1:], *TEXTS):  # data/vocabularies hold the first
        bundle.entity(kind="Document", **document)
    for fact in _facts(lists, territories):
        (bundle.entities if "kind" in fact else bundle.relations).append(fact)
    return bundle


def _facts(lists: Path, territories: KnownTerritories) -> Iterator[FactCells]:
    towns = Towns(territories, EXISTING_ACTORS)
    zones = {row["id"]: (line, row) for line, row in _rows(lists, "zonages_contrats_ville_rur")}
    for line, row in _rows(lists, "contrats_de_ville"):
        if row["insee_dep"] in DEPARTEMENTS:
            source = f"doc:contrats-de-ville-2015-2023#ligne {line}"
            zone = f"doc:zonages-2020#ligne {zones[row['code_cv']][0]}"
            yield from towns.contract(row, source, zone)
    for id_ in RURAL:
        line, row = zones[id_]
        yield from towns.rural(row, f"doc:zonages-2020#ligne {line}")
    for cite in CITES:
        rows = _sourced(_rows(lists, cite.list_name), cite.document)
        yield from cites(cite, rows, territories, frozenset(DEPARTEMENTS))
    yield from scheme()
    for row, source in _sourced(_rows(lists, "france_services"), "doc:france-services-2024"):
        yield from france_services(row, source, territories)


def _rows(lists: Path, start: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of the list whose name starts so, each with its line; the header is line 1."""
    (path,) = lists.glob(f"{start}*.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from enumerate(csv.DictReader(file), start=2)


def _sourced(
    rows: Iterable[tuple[int, dict[str, str]]], document: str
) -> Iterator[tuple[dict[str, str], str]]:
    for line, row in rows:
        yield row, f"{document}#ligne {line}"


if __name__ == "__main__":
    main()
