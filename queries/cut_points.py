"""Cut points: entities whose loss would separate others."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from graph.view import DayView
from graph.view.arrays import distinct, without_these
from graph.view.columns import Numbers
from queries.answer import Answer, Row
from queries.cutting import Forest, spanning_forest
from queries.network import Network, network


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
    if territory is None and not without:
        return day.derived(_everywhere)
    return _answer(network(day, territory, without))


def _everywhere(day: DayView) -> Answer[CutPoint]:
    return _answer(network(day))


def _answer(graph: Network) -> Answer[CutPoint]:
    forest = spanning_forest(graph)
    cuts = _cuts(forest)
    order = np.lexsort((forest.order[cuts.place], -cuts.pairs_lost))

    def explain(number: int) -> CutPoint:
        place, parts, lost = (int(column[number]) for column in cuts)
        return CutPoint(
            Row(int(graph.rows[forest.order[place]])),
            forest.components,
            forest.components + parts - 1,
            graph.by_id(_cut_off(forest, place)),
            lost,
        )

    return Answer(order.tolist(), explain)


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
