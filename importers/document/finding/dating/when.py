"""Dates and periods as French texts write them, at the precision that they have."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.dates import parse_date
from importers.document.finding.dating.letters import lettered_dates
from importers.document.structure.clean import Clean
from importers.french import MONTH_NAMES, MONTH_NUMBERS

_SCANNED = {"aoiit": 8, "aofit": 8, "septernbre": 9, "novernbre": 11, "decernbre": 12, "sep": 9}
_SCANNED |= {"jan": 1, "julllet": 7}
_MONTHS = MONTH_NAMES | _SCANNED
"""Months as they are written, and as a scan reads them: *aoiit*, *novernbre*."""
_MONTH = "|".join(
    " ?".join(month) if month in MONTH_NUMBERS else rf"{month}\b\.?"
    for month in sorted(_MONTHS, key=len, reverse=True)
)
"""A scan may cut a word: *fé vrier*."""
_ORDINALS = (
    ("premier", "1er", "1"),
    ("deuxieme", "second", "2nd", "2nde", "2e", "2eme", "2"),
    ("troisieme", "3e", "3eme", "3"),
    ("quatrieme", "dernier", "4e", "4eme", "4"),
)
_ORDINAL = {word: nth for nth, words in enumerate(_ORDINALS, start=1) for word in words}
_DAY = rf"(?:(?P<day>[0-3] ?\d|\d)(?:er)? )?(?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)"
_DIGITS = r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>(?:19|20)\d\d|\d\d(?!\d))"
_QUARTER = (
    rf"(?:(?P<nth>{'|'.join(sorted(_ORDINAL, key=len, reverse=True))})\.? (?P<part>trim|sem)"
    rf"(?:estre|\.)? (?:de |de l'annee )?|(?P<abbreviated>[ts])(?P<nth_>[1-4]) ?[/ -]? ?)"
    rf"(?P<of>(?:19|20)\d\d)"
)
_YEAR = r"(?P<bare>(?<![\d/.-])(?:19|20)\d\d(?![\d/]|-\d|\.\d))"
_ONE = re.compile(rf"\b(?:{_DAY}|{_DIGITS}|{_QUARTER}|{_YEAR})")
_SEASON = (
    r"(?:la rentree|l'ete|l'automne|l'hiver|la fin(?: de l'annee(?: scolaire)?)?|(?:le )?printemps|"
    r"fin)"
)
_SPAN = re.compile(
    rf"(?:\b(?P<in>{_MONTH}) |(?<![\d/]))(?P<from>(?:19|20)\d\d)(?: ?[-–/,] ?(?:19|20)\d\d)* "
    rf"?(?:[-–/>→]|a|au|et) ?"
    rf"(?:{_SEASON} )?"
    r"(?:(?:19|20)\d\d ?[-–/] ?(?=(?:19|20)\d\d))?(?P<to>(?:19|20)\d\d)(?![\d/])"
)
_FROM = re.compile(r"\bdu (?:\w+ )?$")
DAY_LENGTH, YEAR_LENGTH = 10, 4
"""Characters of a date that says a day, or a year alone."""
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
    for first, last, day in lettered_dates(clean.fold, start, end):
        if (value := _valid(day)) is not None:
            found.append(When(first, last, value))
    for match in _ONE.finditer(clean.fold, start, end):
        if any(each.start < match.end() and match.start() < each.end for each in found):
            continue
        value = _value(match)
        if value is not None:
            found.append(When(match.start(), match.end(), value))
    return _joined(clean, sorted(found))


def _joined(clean: Clean, found: list[When]) -> list[When]:
    """Dates with *du... au...* between two days made one period."""
    told: list[When] = []
    for when in found:
        last = told[-1] if told else None
        if last and last.until is None and len(last.value) == len(when.value) == DAY_LENGTH:
            gap = clean.fold[last.end : when.start]
            if gap == " au " and _FROM.search(clean.fold[max(0, last.start - 12) : last.start]):
                told[-1] = When(last.start, when.end, last.value, when.value)
                continue
        told.append(when)
    return told


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
            first = match["from"]
            if match["in"]:
                first = f"{first}-{_number(match['in']):02}"
            yield When(match.start(), match.end(), first, match["to"])


def _value(match: re.Match[str]) -> str | None:
    if match["month"]:
        return _checked(match["year"], _number(match["month"]), match["day"])
    if match["m"]:
        year = int(match["y"])
        return _checked(str(year + 2000 if year < 100 else year), int(match["m"]), match["d"])
    if match["of"]:
        months = 3 if (match["part"] or match["abbreviated"])[0] == "t" else 6
        nth = min(_ORDINAL[match["nth"] or match["nth_"]], 12 // months)
        return f"{match['of']}-{(nth - 1) * months + 1:02}"
    return (
        None
        if _AIM.search(match.string[max(0, match.start() - 20) : match.start()])
        else match["bare"]
    )


def _number(month: str) -> int:
    return _MONTHS[re.sub(r"[ .]", "", month)]


def _checked(year: str, month: int, day: str | None) -> str | None:
    return _valid(f"{year}-{month:02}" + (f"-{int(day.replace(' ', '')):02}" if day else ""))


def _valid(text: str) -> str | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
