"""How long an agreement lasts, and the day on which so much time is over."""

import re
from datetime import date, timedelta

_DURATION = re.compile(
    r"\b(?:durees?|periodes?|pour|conclue?|valable|vaut) ?(?:\w+ ){0,3}?(?:de |: "
    r"?)?(?P<number>\d+|un|"
    r"une|deux|trois|"
    r"quatre|cinq|six|sept|huit|neuf|dix) (?:\(\d+\) )?(?P<unit>ans?|annees?|mois)\b"
)
_NUMBERS = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7}
_NUMBERS |= {"huit": 8, "neuf": 9, "dix": 10}


def months_of(plain: str) -> int | None:
    """The duration that a folded sentence tells, in months: *trois ans*, *18 mois*."""
    told = _DURATION.search(plain)
    if told is None:
        return None
    number = _NUMBERS.get(told["number"]) or int(told["number"])
    return number if told["unit"] == "mois" else 12 * number


def last_day(first: str, months: int) -> str | None:
    """The last day of so many months from ``first``, a day; the last month, from a month."""
    year, month = int(first[:4]), int(first[5:7]) - 1 + months
    year, month = year + month // 12, month % 12
    if len(first) == len("2020-06"):
        return f"{year}-{month + 1:02}"
    try:
        return (date(year, month + 1, int(first[8:])) - timedelta(1)).isoformat()
    except ValueError:
        return None
