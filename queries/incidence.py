"""What several rows are linked to, as arrays, for questions about pairs of rows."""

import numpy as np

from graph.view.arrays import distinct
from graph.view.columns import Flags, Numbers
from graph.view.links import Links


def joined(left: Numbers, right: Numbers) -> tuple[Numbers, Numbers]:
    """Places (in left, in right) of all pairs of equal values. O(n log n + pairs)."""
    order = np.argsort(right, kind="stable")
    values = right[order]
    start = np.searchsorted(values, left, side="left")
    count = np.searchsorted(values, left, side="right") - start
    ones = np.repeat(np.arange(len(left)), count)
    others = np.arange(len(ones)) + np.repeat(start - np.cumsum(count) + count, count)
    return ones, order[others]


class Incidence:
    """Items of ``count`` rows numbered from 0, each item once for a row."""

    def __init__(self, place: Numbers, item: Numbers, count: int) -> None:
        self._stride = int(item.max(initial=0)) + 1
        self._codes = distinct(place.astype(np.int64) * self._stride + item)
        self.place, self.item = np.divmod(self._codes, self._stride)
        self.first = np.searchsorted(self.place, np.arange(count + 1))

    def count(self) -> Numbers:
        """How many items each row has."""
        return np.diff(self.first)

    def of(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """Items of several rows, each with its place in ``places``."""
        start, count = self.first[places], self.count()[places]
        at = np.repeat(np.arange(len(places)), count)
        numbers = np.arange(len(at)) + np.repeat(start - np.cumsum(count) + count, count)
        return at, self.item[numbers]

    def has(self, places: Numbers, items: Numbers) -> Flags:
        """Whether each row has the item beside it."""
        if not len(self._codes):
            return np.zeros(len(places), dtype=np.bool_)
        codes = places * self._stride + items
        found = np.minimum(np.searchsorted(self._codes, codes), len(self._codes) - 1)
        had: Flags = (self._codes[found] == codes) & (items < self._stride)
        return had

    def meets(self, other: "Incidence", lefts: Numbers, rights: Numbers) -> Flags:
        """For each pair, whether an item of the left row is one, in ``other``, of the right."""
        at, items = self.of(lefts)
        met = np.zeros(len(lefts), dtype=np.bool_)
        met[at[other.has(rights[at], items)]] = True
        return met


def incidence(links: Links, count: int) -> Incidence:
    """What links lead several rows to."""
    return Incidence(links.place, links.end, count)
