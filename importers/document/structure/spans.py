"""Whether a place of a text lies in any of many spans."""

from bisect import bisect_right
from collections.abc import Iterable


class Spans:
    """Spans merged where they overlap; a question costs the logarithm of their number."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch shares a character with any span."""
        last = bisect_right(self._starts, end - 1) - 1
        return last >= 0 and self._ends[last] > start

    def holds(self, place: int) -> bool:
        """Whether a place is in a span."""
        return self.meets(place, place + 1)
