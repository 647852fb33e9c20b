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
        self._names: dict[str, str] = {}
        self._sirens: dict[str, list[str]] = {}
        self._around: dict[str, set[str]] = {}
        for row in _rows(data, "entities"):
            if row["kind"] == "Territory":
                self._names[row["id"]] = row["name"]
                self._sirens[row["id"]] = row["siren"].split("|") if row["siren"] else []
                for code in (*self._sirens[row["id"]], *row["cog"].split("|")):
                    self._by_code[code] = row["id"]
        for row in _rows(data, "relations"):
            if row["type"] == "WITHIN":
                self._around.setdefault(row["from"], set()).add(row["to"])

    def of_code(self, code: str, _day: int | None = None) -> str:
        """The territory of a commune's INSEE code or of an intercommunality's SIREN of any time.

        Raises KeyError for a code that no bundle knows: add it to data/vocabularies by hand.
        """
        return self._by_code[code]

    def name(self, id_: str) -> str:
        """The name of a territory."""
        return self._names[id_]

    def sirens(self, id_: str) -> list[str]:
        """Its SIREN numbers, the current one first."""
        return self._sirens[id_]

    def around(self, id_: str) -> set[str]:
        """The territories that directly hold it."""
        return self._around.get(id_, set())


def _rows(data: Path, table: str) -> Iterator[dict[str, str]]:
    with (data / f"vocabularies/{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
    path = data / f"territories/{table}.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as packed:
        yield from csv.DictReader(packed)
