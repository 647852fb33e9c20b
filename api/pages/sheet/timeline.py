"""The time line of a territory's frameworks, drawn by the server as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from api.french import period_words
from api.pages.links import Link, entity_link
from graph.dates import first_day, last_day
from graph.view import DayView
from queries.sheet import FrameworkLine

_LEFT, _WIDTH, _ROW, _TOP = 0, 900, 34, 24
_YEARS_AROUND = 1
_MOST_MARKS = 12
_LETTERS = 105
"""Names longer than that are cut; the table has them whole."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A framework on the line: where it begins and how long it lasts, in units of the drawing;
    ``is_open`` when its end is not known."""

    framework: Link
    label: str
    words: str
    x: float
    y: int
    width: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing; ``marks`` are years with their place, ``now`` is the day asked."""

    bars: tuple[Bar, ...]
    marks: tuple[tuple[float, int], ...]
    now: float
    height: int
    undated: tuple[Link, ...]


def timeline(day: DayView, lines: Sequence[FrameworkLine]) -> Timeline | None:
    """The frameworks with a date on a scale of years; None when none has one."""
    dated = [line for line in lines if line.start or line.signed or line.end]
    undated = tuple(
        entity_link(day.view, line.framework)
        for line in lines
        if not (line.start or line.signed or line.end)
    )
    if not dated:
        return None
    spans = [_span(line, day.day) for line in dated]
    first = _year(min(day.day, *(start for start, _ in spans))) - _YEARS_AROUND
    last = _year(max(day.day, *(end for _, end in spans))) + _YEARS_AROUND
    origin, end = date(max(first, 1), 1, 1).toordinal(), date(last, 12, 31).toordinal()

    def place(day_: int) -> float:
        return round(_LEFT + (day_ - origin) / (end - origin) * _WIDTH, 1)

    bars = []
    for number, (line, (since, until)) in enumerate(zip(dated, spans, strict=True)):
        name = day.view.entity(line.framework).name
        bars.append(
            Bar(
                entity_link(day.view, line.framework),
                name if len(name) <= _LETTERS else name[: _LETTERS - 1] + "…",
                period_words(line.start or line.signed, line.end, line.end_state, day.day),
                place(since),
                _TOP + number * _ROW,
                max(3.0, round(place(until) - place(since), 1)),
                line.end is None,
            )
        )
    step = max(1, -(-(last - first) // _MOST_MARKS))
    marks = tuple((place(date(year, 1, 1).toordinal()), year) for year in range(first, last, step))
    return Timeline(tuple(bars), marks, place(day.day), _TOP + len(bars) * _ROW + 4, undated)


def _span(line: FrameworkLine, day: int) -> tuple[int, int]:
    """First and last day drawn: an unknown end goes to the day asked, an unknown start lasts a
    year."""
    start = line.start or line.signed
    since = first_day(start) if start else None
    until = last_day(line.end) if line.end else max(day, (since or day) + 1)
    return (until - 365 if since is None else since), until


def _year(day: int) -> int:
    return date.fromordinal(day).year
