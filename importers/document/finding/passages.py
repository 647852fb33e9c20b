"""Passages: exact quotes around what was found, short enough to read, without a person's name."""

import re
from collections.abc import Sequence

from importers.document.structure.layout import Layout
from importers.document.structure.persons import Private

_LONGEST = 320
_KEPT_BEFORE = 140


class Quoting:
    """Quotes of one text."""

    def __init__(self, layout: Layout, private: Sequence[Private]) -> None:
        self.layout = layout
        self.clean = layout.clean
        self._private = private

    def words(self, start: int, end: int) -> str:
        """The raw words of a span, spaces and line ends made single spaces."""
        return " ".join(self.clean.quote(start, end).split())

    def is_clear(self, start: int, end: int) -> bool:
        """Whether a span holds no person's name or contact."""
        return not any(each.start < end and start < each.end for each in self._private)

    def clear_part(self, start: int, end: int) -> tuple[int, int]:
        """The longest part of a span that holds no person's name or contact."""
        inside = [each for each in self._private if each.start < end and start < each.end]
        edges = [start, *(edge for each in inside for edge in (each.start, each.end)), end]
        parts = zip(edges[::2], edges[1::2], strict=True)
        return max(parts, key=lambda part: part[1] - part[0])

    def around(self, start: int, end: int) -> str:
        """The sentence that holds a span, cut where a person is named or where it runs long; of a
        span that names one, the longest part that does not."""
        start, end = self.clear_part(start, end)
        first, last = self.layout.sentence_at(start)
        last = max(last, end)
        if last - first > _LONGEST:
            if start - first > _KEPT_BEFORE:
                first = self._word_start(start - _KEPT_BEFORE)
            if last - first > _LONGEST:
                last = max(end, self._word_end(first + _LONGEST))
        for each in self._private:
            if each.end <= start:
                first = max(first, each.end)
            elif each.start >= end:
                last = min(last, each.start)
        said = self.clean.text[first:last]
        first += len(said) - len(said.lstrip(" ,;:"))
        last -= len(said) - len(said.rstrip())
        return self.clean.quote(min(first, start), max(last, end))

    def _word_start(self, place: int) -> int:
        found = re.compile(r"\s").search(self.clean.text, place)
        return found.end() if found else place

    def _word_end(self, place: int) -> int:
        return self.clean.text.rfind(" ", 0, place)
