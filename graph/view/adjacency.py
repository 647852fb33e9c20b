"""Who is linked to whom, by relation type and direction: compressed rows plus a small overlay.

The base is a compressed sparse row index over the relations of one type. A later revision
keeps the base and lists its few new relations in ``extra``; ended relations stay listed and
are filtered by the view's masks.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.view.columns import Days, Ints, Numbers


@dataclass(frozen=True, slots=True)
class Adjacency:
    """Relations (numbers) by entity row, for one relation type and direction."""

    first: NDArray[np.int64]
    relations: Days
    extra: Mapping[int, tuple[int, ...]]

    def of(self, row: int) -> Days:
        """Numbers of the relations at an entity row, ended ones included. O(degree)."""
        more = self.extra.get(row)
        if row >= len(self.first) - 1:
            return np.array(more or (), dtype=np.int32)
        base = self.relations[self.first[row] : self.first[row + 1]]
        return base if more is None else np.concatenate([base, np.array(more, dtype=np.int32)])

    def of_many(self, rows: Ints) -> tuple[Ints, Days]:
        """The same for several rows: relations, each with the place in ``rows`` of the row it
        stands at, in order of place. O(sum of degrees)."""
        known = np.minimum(rows, len(self.first) - 2)
        start = self.first[known]
        count = np.where(known == rows, self.first[known + 1] - start, 0)
        place = np.repeat(np.arange(len(rows)), count)
        numbers = self.relations[np.arange(len(place)) + (start - np.cumsum(count) + count)[place]]
        if not self.extra:
            return place, numbers
        more = [
            (at, number)
            for at in np.flatnonzero(np.isin(rows, list(self.extra))).tolist()
            for number in self.extra[int(rows[at])]
        ]
        later = np.array(more, dtype=np.int64).reshape(-1, 2)
        place = np.concatenate([place, later[:, 0]])
        order = np.argsort(place, kind="stable")
        return place[order], np.concatenate([numbers, later[:, 1].astype(np.int32)])[order]

    def degrees(self, rows: Numbers) -> int:
        """About how many relations stand at the rows, those since the base left out."""
        known = rows[rows < len(self.first) - 1]
        return int((self.first[known + 1] - self.first[known]).sum())

    def with_relations(self, added: Mapping[int, list[int]]) -> "Adjacency":
        """The same with further relations by row; shares the base."""
        extra = dict(self.extra)
        for row, numbers in added.items():
            extra[row] = (*extra.get(row, ()), *numbers)
        return Adjacency(self.first, self.relations, extra)


def build_adjacency(numbers: Days, rows: Days, size: int) -> Adjacency:
    """Index relations ``numbers`` by the entity ``rows`` they stand at. O(n log n)."""
    order = np.argsort(rows, kind="stable")
    first = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(np.bincount(rows, minlength=size), out=first[1:])
    return Adjacency(first, numbers[order], {})
