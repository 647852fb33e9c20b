"""Territories of the committed bundles, found by the code that a list gives."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path


class KnownTerritories:
    """Ids, names and memberships, read from data/vocabularies and data/territories."""

    def __init__(self, data: Path) -> None:
        self._by_code: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.sirens: dict[str, list[str]] = {}
        self._around: dict[str, set[str]] = {}
        for row in _rows(data, "entities"):
            if row["kind"] == "Territory":
                self.names[row["id"]] = row["name"]
                self.sirens[row["id"]] = row["siren"].split("|") if row["siren"] else []
                for code in (*self.sirens[row["id"]], *row["cog"].split("|")):
                    self._by_code[code] = row["id"]
        for row in _rows(data, "relations"):
            if row["type"] == "WITHIN":
                self._around.setdefault(row["from"], set()).add(row["to"])

    def territory(self, code: str) -> str:
        """The territory of a commune's INSEE code or of an intercommunality's SIREN of any time.

        Raises KeyError for a code that no bundle knows: add it to data/vocabularies by hand.
        """
        return self._by_code[code]

    def ept(self, territory: str) -> str | None:
        """The établissement public territorial that holds a territory, or that it is."""
        places = {territory, *self._around.get(territory, ())}
        return next((each for each in sorted(places) if each.startswith("ept:")), None)


def _rows(data: Path, table: str) -> Iterator[dict[str, str]]:
    with (data / f"vocabularies/{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
    path = data / f"territories/{table}.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as packed:
        yield from csv.DictReader(packed)
