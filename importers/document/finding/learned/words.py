"""The words around a span, as the learned weights know them: no name of a person or a place."""

import re
from collections.abc import Iterator

from graph.search.acronyms import acronyms
from importers.document.structure.clean import Clean
from importers.french import MONTH_NAMES

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[:;.,()€%|«»/–-]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_STEM = 5
"""Letters of a word that are kept, so that its forms are one: *finan*."""
_ACRONYM = 6
"""Letters up to which capitals are an acronym: a name, unless the product's table has it."""
_BEGINS = frozenset(".:;|«–")
"""Marks after which a capital begins a sentence, or an item, and no name."""
NAME, MONTH, YEAR, NUMBER = "NOM", "MOIS", "AN", "N"
"""What stands for a capitalised word within a sentence, a month, a year, another number."""


def words(clean: Clean, start: int, end: int) -> list[str]:
    """The tokens of a stretch of text in order, folded; names and numbers by what they are."""
    return list(_tokens(clean, start, end))


def _tokens(clean: Clean, start: int, end: int) -> Iterator[str]:
    last = "."
    for found in _TOKEN.finditer(clean.text, start, end):
        said, plain = found[0], clean.fold[found.start() : found.end()]
        if plain in MONTH_NAMES:
            last = MONTH
        elif said.isdigit():
            last = YEAR if _YEAR.fullmatch(said) else NUMBER
        elif _is_name(said, last):
            last = NAME
        else:
            last = plain[:_STEM]
        yield last


def _is_name(said: str, last: str) -> bool:
    if said.isupper() and len(said) > 1:
        return len(said) <= _ACRONYM and said.lower() not in acronyms().meanings
    return said[0].isupper() and last not in _BEGINS
