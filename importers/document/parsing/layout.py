"""Reading order of a page: running headers dropped, columns one after the other, cells of a table
row on one line.

Pages are cut where white space crosses them (after the X-Y cut of Nagy and Seth, 1984): into bands
of lines with the same gutters, then prose by columns, and the rest, tables, by rows.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_ROW_GAP = 0.62
"""White space between lines, in heights of a line, that separates rows: above plain text's."""
_GUTTER = 9.0
"""Points of white space that separate columns."""


class Segment(NamedTuple):
    """Words of one line, with their box in points."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Page(NamedTuple):
    """A page and its segments."""

    width: float
    height: float
    segments: list[Segment]


def text_of_pages(pages: Sequence[Page]) -> str:
    """The text of pages in reading order, a blank line between parts."""
    running = _running(pages)
    parts = []
    for page in pages:
        kept = [
            each for each in page.segments if (_place(page, each), _mark(each.text)) not in running
        ]
        parts.append(_ordered(kept))
    return _joined([part for part in parts if part])


def _joined(parts: list[str]) -> str:
    """Pages after each other; a sentence that a page's end cuts goes on."""
    text = ""
    for part in parts:
        cut = bool(text) and text[-1] not in ".!?:;" and part[0].islower()
        text += ("\n" if cut else "\n\n") * bool(text) + part
    return text


def _mark(text: str) -> str:
    return re.sub(r"\d+", "#", text.strip()).casefold()


def _place(page: Page, segment: Segment) -> str:
    """Where on the page a running line may be: top, bottom, or nowhere."""
    share = segment.bottom / max(page.height, 1)
    return "top" if share > 0.88 else "bottom" if share < 0.12 else ""


def _running(pages: Sequence[Page]) -> set[tuple[str, str]]:
    """Lines that stand at the top or bottom of most pages, whatever number they bear."""
    if len(pages) < 3:
        return set()
    seen: Counter[tuple[str, str]] = Counter()
    for page in pages:
        marks = {(_place(page, each), _mark(each.text)) for each in page.segments}
        seen.update(mark for mark in marks if mark[0])
    return {mark for mark, count in seen.items() if count > len(pages) * 0.5}


def _ordered(segments: list[Segment]) -> str:
    """The text of a region: its bands one under the other."""
    return "\n\n".join(filter(None, map(_of_band, _bands(segments))))


def _of_band(band: list[Segment]) -> str:
    """The text of lines that have the same columns: prose column by column, a table row by row."""
    columns, rows = _columns(band), _rows(band)
    if len(columns) == 1:
        return "\n\n".join("\n".join(_lines(row)) for row in rows)
    if _are_prose(columns, rows):
        return "\n\n".join(map(_ordered, columns))
    return "\n\n".join(map(_side_by_side, rows))


def _bands(segments: list[Segment]) -> list[list[Segment]]:
    """Parts of a region from top to bottom, each as long as its lines leave the same gutter."""
    bands: list[list[Segment]] = []
    for line in _grouped(segments):
        if not bands:
            bands.append(line)
            continue
        before, both = len(_columns(bands[-1])), len(_columns(bands[-1] + line))
        if both > 1 or (before == 1 and len(_columns(line)) == 1):
            bands[-1] = bands[-1] + line
        else:
            bands.append(line)
    for band, following in reversed(list(pairwise(bands))):
        _take_heads(band, following)
    return bands


def _take_heads(band: list[Segment], following: list[Segment]) -> None:
    """Give a band the lines above it that begin its right columns a little higher."""
    columns = _columns(following)
    if len(columns) == 1:
        return
    edge = max(each.right for each in columns[0])
    while band and band[-1].left > edge and len(_columns([*following, band[-1]])) > 1:
        following.append(band.pop())


def _side_by_side(row: list[Segment]) -> str:
    """The cells of a row on one line with bars between them, line ends kept in the last."""
    texts = ["\n".join(_lines(column)) for column in _columns(row)]
    cells = [*(" ".join(text.split()) for text in texts[:-1]), texts[-1]]
    return " | ".join(cells)


def _are_prose(columns: list[list[Segment]], rows: list[list[Segment]]) -> bool:
    """Whether columns hold running text: about as wide, of many lines, few rows across."""
    widths = [max(one.right for one in each) - min(one.left for one in each) for each in columns]
    lines = min(len(_grouped(each)) for each in columns)
    return lines >= 4 and min(widths) >= 0.6 * max(widths) and len(rows) <= max(1, lines // 5)


def _rows(segments: list[Segment]) -> list[list[Segment]]:
    """Parts of a region between which white space goes from side to side."""
    ordered = sorted(segments, key=lambda each: -each.top)
    heights = sorted(each.top - each.bottom for each in ordered)
    height = max(heights[len(heights) // 2], 1.0)
    rows: list[list[Segment]] = []
    floor = 0.0
    for each in ordered:
        if rows and floor - each.top <= _ROW_GAP * height:
            rows[-1].append(each)
            floor = min(floor, each.bottom)
        else:
            rows.append([each])
            floor = each.bottom
    return rows


def _columns(segments: list[Segment]) -> list[list[Segment]]:
    """Parts of a region between which white space goes from top to bottom."""
    columns: list[list[Segment]] = []
    edge = 0.0
    for each in sorted(segments, key=lambda one: one.left):
        if columns and each.left - edge < _GUTTER:
            columns[-1].append(each)
            edge = max(edge, each.right)
        else:
            columns.append([each])
            edge = each.right
    return columns


def _grouped(segments: list[Segment]) -> list[list[Segment]]:
    """Segments by line, from top to bottom."""
    lines: list[list[Segment]] = []
    for each in sorted(segments, key=lambda one: (-one.bottom, one.left)):
        height = each.top - each.bottom
        if lines and abs(lines[-1][0].bottom - each.bottom) < 0.4 * height:
            lines[-1].append(each)
        else:
            lines.append([each])
    return lines


def _lines(segments: list[Segment]) -> list[str]:
    """The text of lines, segments of one from left to right."""
    return [
        " ".join(each.text.strip() for each in sorted(line, key=lambda one: one.left))
        for line in _grouped(segments)
    ]
