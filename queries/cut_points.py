"""Cut points: entities whose loss would separate others."""

from collections.abc import Collection
from dataclasses import dataclass

from graph.view import DayView
from queries.answer import Answer, Row, by_id
from queries.cutting import Forest, depth_first, hanging
from queries.network import network


@dataclass(frozen=True, slots=True)
class CutPoint:
    """A cut vertex of G. ``cut_off``: nodes of its component outside the largest part left;
    ``pairs_lost``: unordered pairs of other actors no longer connected."""

    entity: Row
    components_before: int
    components_after: int
    cut_off: tuple[Row, ...]
    pairs_lost: int


@dataclass(frozen=True, slots=True)
class _Key:
    place: int
    pairs_lost: int
    parts: int


def cut_points(
    day: DayView, territory: int | None = None, without: Collection[int] = ()
) -> Answer[CutPoint]:
    """Nodes of G(d) whose removal increases the number of components.

    Order: pairs lost descending, id. O(nodes + edges) for the answer, and the size of the
    component for each item shown.
    """
    forest = depth_first(network(day, territory, without))
    keys = [key for place in range(len(forest.order)) if (key := _key(forest, place)) is not None]
    rank = day.view.entities.rank
    keys.sort(key=lambda key: (-key.pairs_lost, int(rank[forest.order[key.place]])))
    return Answer(keys, lambda key: _explain(day, forest, key))


def _key(forest: Forest, place: int) -> _Key | None:
    children = hanging(forest, place)
    parts = len(children) + (forest.parent[place] >= 0)
    if not children or parts < 2:
        return None
    counts = [forest.actors(child, child + forest.size[child]) for child in children]
    first = forest.root[place]
    everyone = forest.actors(first, first + forest.size[first])
    itself = forest.actors(place, place + 1)
    counts.append(everyone - itself - sum(counts))
    return _Key(place, pairs_lost(counts), parts)


def pairs_lost(counts: list[int]) -> int:
    """Unordered pairs of actors in different parts."""
    total = sum(counts)
    return (total * total - sum(count * count for count in counts)) // 2


def _explain(day: DayView, forest: Forest, key: _Key) -> CutPoint:
    place = key.place
    first = forest.root[place]
    parts = [forest.nodes(child, child + forest.size[child]) for child in hanging(forest, place)]
    cut = {node for part in parts for node in part}
    if forest.parent[place] >= 0:
        component = forest.nodes(first, first + forest.size[first])
        parts.append(
            [node for node in component if node not in cut and node != forest.order[place]]
        )
    rank = day.view.entities.rank
    largest = min(parts, key=lambda part: (-len(part), min(int(rank[node]) for node in part)))
    outside = [node for part in parts if part is not largest for node in part]
    return CutPoint(
        Row(forest.order[place]),
        forest.components,
        forest.components + key.parts - 1,
        by_id(day, outside),
        key.pairs_lost,
    )
