"""Dates in letters, as deeds write them: *le vingt-deux novembre deux mille vingt et un*."""

import re
from collections.abc import Iterator

from importers.french import MONTH_NUMBERS

_WORDS = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_VALUES = {word: number for number, word in enumerate(_WORDS.split(), start=1)}
_VALUES |= {"premier": 1, "vingt": 20, "trente": 30, "quarante": 40, "et": 0}
_NUMBER = rf"(?:{'|'.join(_VALUES)})(?:[- ](?:{'|'.join(_VALUES)}))*"
_DATE = re.compile(
    rf"\b(?P<day>{_NUMBER}) (?P<month>{'|'.join(MONTH_NUMBERS)}),? "
    rf"deux[- ]mille(?:[- ](?P<year>{_NUMBER}))?\b"
)


def lettered_dates(plain: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The spans and ISO days of the dates in letters of a stretch of folded text."""
    for found in _DATE.finditer(plain, start, end):
        day, year = _value(found["day"]), 2000 + _value(found["year"] or "et")
        yield *found.span(), f"{year}-{MONTH_NUMBERS[found['month']]:02}-{day:02}"


def _value(words: str) -> int:
    return sum(_VALUES[word] for word in re.split("[- ]", words))
