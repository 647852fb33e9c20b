"""Bridges: links whose loss would separate what they join."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from graph.view import DayView
from graph.view.arrays import without_these
from graph.view.columns import Numbers
from queries.answer import Answer, Rel, Row, in_order
from queries.cut_points import pairs_lost
from queries.cutting import Forest, spanning_forest
from queries.kept import kept
from queries.network import edge_relations, network


@dataclass(frozen=True, slots=True)
class Bridge:
    """An edge of G whose removal separates; ``cut_off`` is the smaller side (equal: the one
    without the smallest id)."""

    left: Row
    right: Row
    relations: tuple[Rel, ...]
    components_before: int
    components_after: int
    cut_off: tuple[Row, ...]
    pairs_lost: int


@kept
def bridges(
    day: DayView, territory: int | None = None, without: Collection[int] = ()
) -> Answer[Bridge]:
    """Edges of G(d) whose removal increases the number of components, left id < right id.

    Order: pairs lost descending, left id, right id.
    """
    graph = network(day, territory, without)
    forest = spanning_forest(graph)
    alone = np.bincount(forest.block[forest.parent >= 0], minlength=len(forest.order)) == 1
    place = np.flatnonzero(forest.parent >= 0)
    place = place[alone[forest.block[place]]]
    one, other = forest.order[place], forest.order[forest.parent[place]]
    left, right = np.minimum(one, other), np.maximum(one, other)
    root = forest.root[place]
    everyone = forest.actors(root, forest.size[root])
    side = forest.actors(place, forest.size[place])
    lost = pairs_lost(everyone, side**2 + (everyone - side) ** 2)
    order = np.lexsort((right, left, -lost))

    def explain(number: int) -> Bridge:
        ends = int(graph.rows[left[number]]), int(graph.rows[right[number]])
        return Bridge(
            Row(ends[0]),
            Row(ends[1]),
            in_order(day, edge_relations(day, *ends)),
            forest.components,
            forest.components + 1,
            graph.by_id(_smaller(forest, int(place[number]))),
            int(lost[number]),
        )

    return Answer(order.tolist(), explain)


def _smaller(forest: Forest, place: int) -> Numbers:
    """The smaller side of a bridge above a place (equal: the one without the smallest id)."""
    side, whole = forest.subtree(place), forest.subtree(int(forest.root[place]))
    if 2 * len(side) < len(whole):
        return side
    rest = without_these(whole, side)
    return min(side, rest, key=lambda part: (len(part), -int(part.min())))
