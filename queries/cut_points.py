"""Cut points: entities whose loss would separate others."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from graph.view import DayView
from graph.view.arrays import distinct, without_these
from graph.view.columns import Numbers
from queries.answer import Answer, Row
from queries.cutting import Forest, spanning_forest
from queries.network import Network, network

_SHOWN_KEPT = 500
"""Items of an answer that are kept as they were shown; a page has no more."""


@dataclass(frozen=True, slots=True)
class CutPoint:
    """A cut vertex of G. ``cut_off``: nodes of its component outside the largest part left;
    ``pairs_lost``: unordered pairs of other actors no longer connected."""

    entity: Row
    components_before: int
    components_after: int
    cut_off: tuple[Row, ...]
    pairs_lost: int


class _Cuts(NamedTuple):
    """Cut points, as places in a forest: parts left, and pairs of actors lost."""

    place: Numbers
    parts: Numbers
    pairs_lost: Numbers


def cut_points(
    day: DayView, territory: int | None = None, without: Collection[int] = ()
) -> Answer[CutPoint]:
    """Nodes of G(d) whose removal increases the number of components.

    Order: pairs lost descending, id. O(nodes + edges) for the answer, which the day keeps when
    it is about the whole graph, and the size of what is cut off for each item shown.
    """
    found = _found(day, territory, without)
    return Answer(found.order, found.explained)


def cut_point(
    day: DayView, entity: int, territory: int | None = None, without: Collection[int] = ()
) -> CutPoint | None:
    """What the loss of an entity separates, as ``cut_points`` says it; None when nothing is.

    O(nodes + edges), kept by the day for the whole graph, and the size of what is cut off.
    """
    found = _found(day, territory, without)
    number = found.number_of(entity)
    return None if number is None else found.explained(number)


class _Found:
    """The cut points of a network: in order, and by entity."""

    def __init__(self, graph: Network) -> None:
        self._graph = graph
        self._forest = spanning_forest(graph)
        self._cuts = _cuts(self._forest)
        self._nodes = self._forest.order[self._cuts.place]
        order = np.lexsort((self._nodes, -self._cuts.pairs_lost))
        self.order: list[int] = order.tolist()
        self.explained = lru_cache(_SHOWN_KEPT)(self._explain)

    def number_of(self, entity: int) -> int | None:
        """The number of an entity among the cut points."""
        found = np.flatnonzero(self._graph.rows[self._nodes] == entity)
        return int(found[0]) if len(found) else None

    def _explain(self, number: int) -> CutPoint:
        place, parts, lost = (int(column[number]) for column in self._cuts)
        return CutPoint(
            Row(int(self._graph.rows[self._nodes[number]])),
            self._forest.components,
            self._forest.components + parts - 1,
            self._graph.by_id(_cut_off(self._forest, place)),
            lost,
        )


def _found(day: DayView, territory: int | None, without: Collection[int]) -> _Found:
    if territory is None and not without:
        return day.derived(_everywhere)
    return _Found(network(day, territory, without))


def _everywhere(day: DayView) -> _Found:
    return _Found(network(day))


def _cuts(forest: Forest) -> _Cuts:
    """Parts that hang on a node are its subtrees by block, but for the block that it shares
    with its parent; what is left of its component is one more."""
    child = np.flatnonzero(forest.parent >= 0)
    above = forest.parent[child]
    hanging = forest.block[child] != forest.block[above]
    child, above = child[hanging], above[hanging]
    part, which = np.unique(above * len(forest.order) + forest.block[child], return_inverse=True)
    actors = np.zeros(len(part), dtype=np.int64)
    np.add.at(actors, which, forest.actors(child, forest.size[child]))
    place, first, count = np.unique(
        part // max(1, len(forest.order)), return_index=True, return_counts=True
    )
    parts = count + (forest.parent[place] >= 0)
    root = forest.root[place]
    everyone = forest.actors(root, forest.size[root]) - forest.actors(place, np.ones_like(place))
    if len(first):
        hung = np.add.reduceat(actors, first)
        squares = np.add.reduceat(actors**2, first) + (everyone - hung) ** 2
    else:
        squares = everyone
    cut = parts > 1
    return _Cuts(place[cut], parts[cut], pairs_lost(everyone, squares)[cut])


def pairs_lost(total: Numbers, squares: Numbers) -> Numbers:
    """Unordered pairs of a total of actors that stand in different parts, from the sum of the
    squares of what the parts hold."""
    return (total * total - squares) // 2


def _cut_off(forest: Forest, place: int) -> Numbers:
    """Nodes outside the largest part left (most nodes, then the smallest id)."""
    subtree = slice(place + 1, place + int(forest.size[place]))
    child = np.flatnonzero(forest.parent[subtree] == place) + place + 1
    child = child[forest.block[child] != forest.block[place]]
    parts = [
        np.concatenate([forest.subtree(each) for each in child[forest.block[child] == block]])
        for block in distinct(forest.block[child]).tolist()
    ]
    hung = np.concatenate(parts)
    root = int(forest.root[place])
    left = int(forest.size[root]) - 1 - len(hung)
    if left > max(map(len, parts)):
        return hung
    rest = without_these(forest.subtree(root), np.append(hung, forest.order[place]))
    parts += [rest] if left else []
    largest = min(parts, key=lambda part: (-len(part), part.min()))
    return np.concatenate([part for part in parts if part is not largest])
