"""Days with a precision, and periods closed at both ends.

A date is kept as the text that the source supports: ``2013``, ``2013-07`` or ``2013-07-11``.
A month or a year means its first day as a start and its last day as an end (design, "Time").
Days are proleptic Gregorian ordinals (``datetime.date.toordinal``), which arrays compare fast.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
FIRST_DAY = 0
"""Start of a period whose start is unknown: always so far."""
LAST_DAY = date.max.toordinal() + 1
"""End of a period that is open or whose end is unknown."""

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
"""Months as French writes them, for readers and for what they write."""

EndState = Literal["KNOWN", "OPEN", "UNKNOWN"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def parse_date(text: str) -> str:
    """The date itself when it is one, at its precision.

    Raises ValueError (French) for anything else, days that do not exist included.
    """
    first_day(text)
    return text


@lru_cache(maxsize=65536)
def first_day(text: str) -> int:
    """Ordinal of the first day of a date of any precision."""
    year, month, day = _parts(text)
    return _ordinal(text, year, 1 if month is None else month, 1 if day is None else day)


@lru_cache(maxsize=65536)
def last_day(text: str) -> int:
    """Ordinal of the last day of a date of any precision."""
    year, month, day = _parts(text)
    month = 12 if month is None else month
    if day is None:
        day = monthrange(year, month)[1] if 1 <= month <= 12 and year > 0 else 1
    return _ordinal(text, year, month, day)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _DATE.fullmatch(text)
    if match is None or not text.isascii():
        raise ValueError(f"« {text[:40]} » n'est pas une date : écrire AAAA, AAAA-MM ou AAAA-MM-JJ")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _ordinal(text: str, year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        raise ValueError(f"« {text} » n'existe pas dans le calendrier") from None


def add_months(day: int, months: int) -> int:
    """The day ``months`` later (or earlier), clamped to the last day of its month."""
    start = date.fromordinal(day)
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if year > date.max.year:
        return LAST_DAY
    if year < date.min.year:
        return FIRST_DAY
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).toordinal()


def parse_day(text: str) -> int:
    """Ordinal of a full day ``AAAA-MM-JJ``; ValueError (French) otherwise."""
    if len(text) != 10:
        raise ValueError(f"« {text[:40]} » n'est pas un jour : écrire AAAA-MM-JJ")
    return first_day(text)


def parse_moment(text: str) -> datetime:
    """A moment in ISO 8601; without offset it is Paris time. ValueError (French) otherwise."""
    try:
        moment = datetime.fromisoformat(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=PARIS)
        moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(
            f"« {text[:40]} » n'est pas un instant : écrire par exemple 2026-01-31T18:00:00"
        ) from None
    return moment


def iso(day: int) -> str:
    """A day as ``AAAA-MM-JJ``."""
    return date.fromordinal(day).isoformat()


def end_state(end: str | None, open_ended: bool) -> EndState:
    """Whether an end is known, stated to be open, or unknown."""
    if end is not None:
        return "KNOWN"
    return "OPEN" if open_ended else "UNKNOWN"


def today() -> int:
    """Ordinal of today in Paris."""
    return datetime.now(PARIS).date().toordinal()
