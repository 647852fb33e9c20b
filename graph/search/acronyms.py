"""Acronyms of French social action and their full names, one way and the other.

The table is ``data/acronyms.csv``: one row per meaning, so an acronym may have several. The wheel
carries it beside this module. Labels are completed when they are indexed: *CCAS de Bondy* gets
the words of *centre communal d'action sociale*, and a label that spells them out gets *ccas*.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from graph.search.words import stem, telling, words

_NAME = "acronyms.csv"
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SURE = 4
"""From this length on, an acronym is one even in a label that is all capitals or has none."""


class Acronyms:
    """The table, made ready for completing labels."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self.meanings: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for written, name in rows:
            (acronym,), full = words(written), tuple(telling(words(name)))
            self.meanings[acronym].append(full)
            stems = tuple(stem(word) for word in full)
            self._phrases[stems[0]].append((stems, acronym))

    def completion(self, label: str, told: list[str]) -> Iterator[tuple[str, float, bool]]:
        """Words that a label implies; each with how many of its telling words it stands for,
        and whether it stands at the head of them."""
        for acronym in self._acronyms(label, told):
            for full in self.meanings[acronym]:
                for word in full:
                    yield word, 1 / len(full), acronym == told[0] and word == full[0]
        for place, word in enumerate(told):
            for stems, acronym in self._phrases.get(stem(word), ()):
                end = place + len(stems)
                if stems == tuple(stem(other) for other in told[place:end]):
                    yield acronym, len(stems), place == 0

    def shortened(self, told: list[str]) -> list[str]:
        """Telling words with each phrase that has an acronym replaced by it."""
        found: list[str] = []
        place = 0
        while place < len(told):
            step = 1
            word = told[place]
            for stems, acronym in self._phrases.get(stem(word), ()):
                end = place + len(stems)
                if len(stems) > step and stems == tuple(map(stem, told[place:end])):
                    word, step = acronym, len(stems)
            found.append(word)
            place += step
        return found

    def _acronyms(self, label: str, told: list[str]) -> list[str]:
        """Acronyms among the telling words: *PRE* is one, *Le Pré* is not."""
        found = [word for word in told if word in self.meanings]
        if not found or (len(told) == 1 and label.isupper()):
            return found
        if label.isupper() or label.islower():
            return [word for word in found if len(word) >= _SURE]
        capitals = {run.casefold() for run in _LETTERS.findall(label) if run.isupper()}
        return [word for word in found if word in capitals or _dotted(word) in label]


def _dotted(acronym: str) -> str:
    return ".".join(acronym.upper()) + "."


def _table() -> str:
    packaged = files("graph.search") / _NAME
    table = packaged if packaged.is_file() else Path(__file__).parents[2] / "data" / _NAME
    return table.read_text(encoding="utf-8")


@cache
def acronyms() -> Acronyms:
    """The table shipped with Maillage."""
    rows = csv.DictReader(_table().splitlines())
    return Acronyms((row["acronym"], row["name"]) for row in rows)
