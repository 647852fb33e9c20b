"""A time line drawn by the server as SVG, for whatever has a period."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from api.french import capital, period_words
from api.pages.links import Link
from graph.dates import EndState, first_day, last_day
from graph.dates import today as this_day

MOST_BARS = 60
"""Periods drawn; the rest is counted, and stands in the table."""
WIDTH = 900
_ROW, _TOP = 34, 24
_YEARS_AROUND = 1
_MOST_MARKS = 12
_LETTER = 6.6
"""Width of a letter, in units of the drawing."""
_LETTERS = 105
"""Names longer than that are cut; the table has them whole."""


class Span(NamedTuple):
    """What has a period: an entity, ``words`` that say what it is here (may be empty)."""

    link: Link
    words: str
    start: str | None
    end: str | None
    end_state: EndState

    @property
    def period(self) -> str:
        """The period in French."""
        return period_words(self.start, self.end, self.end_state, this_day())


@dataclass(frozen=True, slots=True)
class Bar:
    """A period on the line: where it begins and how long it lasts, in units of the drawing;
    ``is_open`` when its end is not known. ``label_x`` is where its label starts."""

    link: Link
    label: str
    words: str
    x: float
    y: int
    width: float
    label_x: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing; ``marks`` are years with their place, ``now`` is the day asked. ``undated``
    counts what has no date, ``left_out`` what is one bar too many."""

    bars: tuple[Bar, ...]
    marks: tuple[tuple[float, int], ...]
    now: float
    height: int
    undated: int
    left_out: int


def timeline(spans: Iterable[Span], day: int) -> Timeline | None:
    """Periods with a date on a scale of years; None when none has one."""
    spans = list(spans)
    dated = [span for span in spans if span.start or span.end]
    if not dated:
        return None
    undated, left_out = len(spans) - len(dated), max(0, len(dated) - MOST_BARS)
    dated = dated[:MOST_BARS]
    days = [_days(span, day) for span in dated]
    place = _Scale(days, day)
    bars = tuple(
        _bar(span, place(since), place(until), _TOP + number * _ROW)
        for number, (span, (since, until)) in enumerate(zip(dated, days, strict=True))
    )
    marks = tuple((place.of_year(year), year) for year in place.years)
    return Timeline(bars, marks, place(day), _TOP + len(bars) * _ROW + 4, undated, left_out)


class _Scale:
    """Days to places on the line, from a year before the first to a year after the last."""

    def __init__(self, days: Sequence[tuple[int, int]], day: int) -> None:
        first = _year(min(day, *(start for start, _ in days))) - _YEARS_AROUND
        last = _year(max(day, *(end for _, end in days))) + _YEARS_AROUND
        first, last = max(first, 1), min(last, 9999)
        self._origin = date(first, 1, 1).toordinal()
        self._end = date(last, 12, 31).toordinal()
        self.years = range(first, last, max(1, -(-(last - first) // _MOST_MARKS)))

    def __call__(self, day: int) -> float:
        return round((day - self._origin) / (self._end - self._origin) * WIDTH, 1)

    def of_year(self, year: int) -> float:
        return self(date(year, 1, 1).toordinal())


def _bar(span: Span, since: float, until: float, y: int) -> Bar:
    label = f"{capital(span.words)} : {span.link.name}" if span.words else span.link.name
    label = label if len(label) <= _LETTERS else label[: _LETTERS - 1] + "…"
    label_x = max(0.0, min(since, WIDTH - len(label) * _LETTER))
    width = max(3.0, round(until - since, 1))
    is_open = span.end is None
    return Bar(span.link, label, span.period, since, y, width, label_x, is_open)


def _days(span: Span, day: int) -> tuple[int, int]:
    """First and last day drawn: an unknown end goes to the day asked, an unknown start lasts a
    year."""
    since = first_day(span.start) if span.start else None
    until = last_day(span.end) if span.end else max(day, (since or day) + 1)
    return (max(1, until - 365) if since is None else since), until


def _year(day: int) -> int:
    return date.fromordinal(day).year
