"""Dates and periods as French texts write them, at the precision that they have."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.dates import MONTHS, parse_date
from importers.document.structure.clean import Clean, fold

_MONTHS = {fold(month): number for number, month in enumerate(MONTHS, start=1)}
_MONTH = "|".join(" ?".join(month) for month in _MONTHS)
"""A scan may cut a word: *fé vrier*."""
_ORDINAL = {"premier": 1, "1er": 1, "1": 1, "deuxieme": 2, "2e": 2, "2eme": 2, "2": 2, "second": 2}
_ORDINAL |= {
    "troisieme": 3,
    "3e": 3,
    "3eme": 3,
    "3": 3,
    "quatrieme": 4,
    "4e": 4,
    "4eme": 4,
    "4": 4,
    "dernier": 4,
}
_ORDINAL |= {"second": 2}
_DAY = rf"(?:(?P<day>\d{{1,2}})(?:er)? )?(?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)"
_DIGITS = r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>(?:19|20)\d\d|\d\d(?!\d))"
_QUARTER = (
    rf"(?P<nth>{'|'.join(sorted(_ORDINAL, key=len, reverse=True))})\.? (?P<part>trimestre|"
    rf"semestre) (?:de |de l'annee )?(?P<of>(?:19|20)\d\d)"
)
_YEAR = r"(?P<bare>(?<![\d/.-])(?:19|20)\d\d(?![\d/]|-\d|\.\d))"
_ONE = re.compile(rf"\b(?:{_DAY}|{_DIGITS}|{_QUARTER}|{_YEAR})")
_SPAN = re.compile(
    r"(?<![\d/])(?P<from>(?:19|20)\d\d)(?: ?[-–/,] ?(?:19|20)\d\d)* ?(?:[-–/]|a|au|et) ?"
    r"(?:(?:19|20)\d\d ?[-–/] ?(?=(?:19|20)\d\d))?(?P<to>(?:19|20)\d\d)(?![\d/])"
)
_AIM = re.compile(r"\b(?:quartiers|agenda|horizon|objectifs?|vision|loi|cap|territoires?) $")
"""A year that is part of a name: *quartiers 2030*."""
_DAYS = re.compile(
    rf"\b(?:du|de|entre) (?:le )?(?P<d1>\d{{1,2}})?(?:er)? ?(?P<m1>{_MONTH})? "
    rf"?(?P<y1>(?:19|20)\d\d)? ?(?:au|a|et|jusqu'au|-) (?:le )?(?P<d2>\d{{1,2}})?(?:er)? "
    rf"?(?P<m2>{_MONTH}) (?P<y2>(?:19|20)\d\d)"
)


class When(NamedTuple):
    """A date (``until`` is None) or a period of a text, with its span."""

    start: int
    end: int
    value: str
    until: str | None = None


def dates(clean: Clean, start: int, end: int) -> list[When]:
    """The dates and periods of a stretch of text, in order; what is no date is passed over."""
    found: list[When] = [*_periods(clean, start, end)]
    for match in _ONE.finditer(clean.fold, start, end):
        if any(each.start < match.end() and match.start() < each.end for each in found):
            continue
        value = _value(match)
        if value is not None:
            found.append(When(match.start(), match.end(), value))
    return sorted(found)


def _periods(clean: Clean, start: int, end: int) -> Iterator[When]:
    for match in _DAYS.finditer(clean.fold, start, end):
        year2 = match["y2"]
        if match["d1"] is None and match["m1"] is None:
            continue
        month1 = _number(match["m1"] or match["m2"])
        first = _checked(match["y1"] or year2, month1, match["d1"])
        last = _checked(year2, _number(match["m2"]), match["d2"])
        if first and last and first <= last:
            yield When(match.start(), match.end(), first, last)
    for match in _SPAN.finditer(clean.fold, start, end):
        if 0 < int(match["to"]) - int(match["from"]) <= 20:
            yield When(match.start(), match.end(), match["from"], match["to"])


def _value(match: re.Match[str]) -> str | None:
    if match["month"]:
        return _checked(match["year"], _number(match["month"]), match["day"])
    if match["m"]:
        year = int(match["y"])
        return _checked(str(year + 2000 if year < 100 else year), int(match["m"]), match["d"])
    if match["part"]:
        months = 3 if match["part"] == "trimestre" else 6
        nth = min(_ORDINAL[match["nth"]], 12 // months)
        return f"{match['of']}-{(nth - 1) * months + 1:02}"
    return None if _AIM.search(match.string, 0, match.start()) else match["bare"]


def _number(month: str) -> int:
    return _MONTHS[month.replace(" ", "")]


def _checked(year: str, month: int, day: str | None) -> str | None:
    text = f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
    try:
        return parse_date(text)
    except ValueError:
        return None
