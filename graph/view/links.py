"""Several rows at once: their active relations, and the concepts near one, as arrays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from graph.view.columns import Flags, Numbers


class Links(NamedTuple):
    """Active relations of several rows: for each the place, in the rows asked, of the row that
    it stands at, its number, and the row at its other end. In order of place."""

    place: Numbers
    number: Numbers
    end: Numbers

    def each(self) -> Iterator[tuple[int, int, int]]:
        """Place, number and end of each, as integers."""
        return zip(self.place.tolist(), self.number.tolist(), self.end.tolist(), strict=True)

    def only(self, kept: Flags) -> Links:
        """Those of a mask."""
        return Links(self.place[kept], self.number[kept], self.end[kept])


class Reach(NamedTuple):
    """Concepts near one: rows in ascending order, each with the fewest steps to it."""

    rows: Numbers
    steps: Numbers

    def of(self, rows: Numbers) -> Numbers:
        """Steps to each of the rows; -1 for those out of reach."""
        place = np.minimum(np.searchsorted(self.rows, rows), len(self.rows) - 1)
        return np.where(self.rows[place] == rows, self.steps[place], -1)


def reach(distances: dict[int, int]) -> Reach:
    """Distances by row as arrays."""
    rows = np.fromiter(distances, dtype=np.int64, count=len(distances))
    steps = np.fromiter(distances.values(), dtype=np.int64, count=len(distances))
    order = np.argsort(rows)
    return Reach(rows[order], steps[order])
