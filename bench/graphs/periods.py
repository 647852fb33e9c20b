"""Periods of every kind: unknown, open-ended, over, to come, known to the day, month or year."""

from random import Random

from bench.graphs.rows import Cells

_FIRST, _LAST, _LONGEST = 2008, 2026, 12


def period(draw: Random) -> Cells:
    """The cells ``start``, ``end`` and ``open_ended`` of one period; about two thirds of them
    contain a day of 2025."""
    first = draw.randint(_FIRST, _LAST)
    kind = draw.random()
    if kind < 0.15:
        return {}
    start = {"start": _date(draw, first)}
    if kind < 0.40:
        return start
    if kind < 0.60:
        return {**start, "open_ended": "true"}
    end = {"end": _date(draw, first + draw.randint(1, _LONGEST))}
    return end if kind < 0.63 else {**start, **end}


def _date(draw: Random, year: int) -> str:
    """A date in a year, at the precision of a year, a month or a day."""
    month, day = draw.randint(1, 12), draw.randint(1, 28)
    return draw.choice((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"))
