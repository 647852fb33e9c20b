"""Reading order of a page: running headers dropped, columns one after the other, cells of a table
row on one line.

Pages are cut where white space crosses them (recursive X-Y cut, Nagy and Seth 1984): between rows
first, then between columns. A narrow left part of few lines is the label of a row.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_ROW_GAP = 0.62
"""White space between lines, in heights of a line, that separates rows: above plain text's."""
_GUTTER = 9.0
"""Points of white space that separate columns."""
_LABEL = 90
_EDGE = 3
"""Lines at the top and at the bottom of a page that may be running ones."""


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
    """The text of a region."""
    if not segments:
        return ""
    rows = _rows(segments)
    columns = _columns(segments)
    if len(columns) > 1 and (len(rows) == 1 or _are_prose(columns)):
        return _side_by_side(columns)
    if len(rows) > 1:
        return "\n\n".join(filter(None, map(_ordered, rows)))
    return "\n".join(_lines(segments))


def _side_by_side(columns: list[list[Segment]]) -> str:
    """Cells of a row on one line, each after a bar; columns of prose one after the other."""
    texts = [_ordered(column) for column in columns]
    first = " ".join(texts[0].split())
    if _are_prose(columns) or len(first) > _LABEL:
        return "\n\n".join(texts)
    cells = [first, *(" ".join(text.split()) for text in texts[1:-1]), texts[-1].lstrip()]
    return " | ".join(filter(None, cells))


def _are_prose(columns: list[list[Segment]]) -> bool:
    """Whether columns hold running text: many lines each, about as many."""
    counts = [len(_lines(column)) for column in columns]
    return min(counts) >= 5 and min(counts) >= 0.4 * max(counts) and len(columns) <= 3


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


def _lines(segments: list[Segment]) -> list[str]:
    """Lines from top to bottom; segments of one line from left to right."""
    lines: list[list[Segment]] = []
    for each in sorted(segments, key=lambda one: (-one.bottom, one.left)):
        height = each.top - each.bottom
        if lines and abs(lines[-1][0].bottom - each.bottom) < 0.4 * height:
            lines[-1].append(each)
        else:
            lines.append([each])
    return [
        " ".join(each.text.strip() for each in sorted(line, key=lambda one: one.left))
        for line in lines
    ]
