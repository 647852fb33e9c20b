"""Bridges: links whose loss would separate what they join."""

from collections.abc import Collection
from dataclasses import dataclass

from graph.view import DayView
from queries.answer import Answer, Rel, Row, by_id, in_order
from queries.cut_points import pairs_lost
from queries.cutting import Forest, depth_first
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


def bridges(
    day: DayView, territory: int | None = None, without: Collection[int] = ()
) -> Answer[Bridge]:
    """Edges of G(d) whose removal increases the number of components, left id < right id.

    Order: pairs lost descending, left id, right id.
    """
    forest = depth_first(network(day, territory, without))
    rank = day.view.entities.rank
    keys = [
        (_pairs_lost(forest, place), *_ends(day, forest, place), place)
        for place, above in enumerate(forest.parent)
        if above >= 0 and forest.low[place] == place
    ]
    keys.sort(key=lambda key: (-key[0], int(rank[key[1]]), int(rank[key[2]])))
    return Answer(keys, lambda key: _explain(day, forest, *key))


def _ends(day: DayView, forest: Forest, place: int) -> tuple[int, int]:
    left, right = day.view.by_id((forest.order[place], forest.order[forest.parent[place]]))
    return left, right


def _pairs_lost(forest: Forest, place: int) -> int:
    first = forest.root[place]
    side = forest.actors(place, place + forest.size[place])
    return pairs_lost([side, forest.actors(first, first + forest.size[first]) - side])


def _explain(day: DayView, forest: Forest, lost: int, left: int, right: int, place: int) -> Bridge:
    first = forest.root[place]
    side = forest.nodes(place, place + forest.size[place])
    hung = set(side)
    component = forest.nodes(first, first + forest.size[first])
    rest = [node for node in component if node not in hung]
    rank = day.view.entities.rank
    smaller = min(
        (side, rest), key=lambda part: (len(part), -min(int(rank[node]) for node in part))
    )
    return Bridge(
        Row(left),
        Row(right),
        in_order(day, edge_relations(day, left, right)),
        forest.components,
        forest.components + 1,
        by_id(day, smaller),
        lost,
    )
