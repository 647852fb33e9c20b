"""What the removal of a node or an edge separates, for a whole network at once.

Tarjan and Vishkin, "An efficient parallel biconnectivity algorithm" (SIAM J. Comput. 1985): any
spanning forest will do, here a breadth-first one. Nodes are numbered in preorder, so that a
subtree is a slice. Two edges of the forest stand in the same block when an edge beside the forest
joins their lower ends, or when one is below the other and an edge leads from its subtree to
outside that of their common node; blocks are the components of that relation. Level by level
instead of node by node, so that arrays do the work.
"""

from dataclasses import dataclass

import numpy as np

from graph.view.columns import Numbers
from queries.network import Network


@dataclass(frozen=True, slots=True)
class Forest:
    """A spanning forest of a network with its blocks; all but ``order`` and ``actors_before``
    are by place, which is the preorder number of a node.

    ``order`` lists nodes by place; the subtree at a place is ``order[place : place + size]``;
    ``parent`` is a place, -1 for roots, ``root`` that of the component; ``block`` is the block of
    the edge to the parent, -1 for roots; ``actors_before[p]`` counts actors among the first p.
    """

    order: Numbers
    parent: Numbers
    size: Numbers
    root: Numbers
    block: Numbers
    actors_before: Numbers

    @property
    def components(self) -> int:
        """Number of components."""
        return int(np.count_nonzero(self.parent < 0))

    def actors(self, start: Numbers, size: Numbers) -> Numbers:
        """How many actors stand in slices of the order."""
        count: Numbers = self.actors_before[start + size] - self.actors_before[start]
        return count

    def subtree(self, place: int) -> Numbers:
        """Nodes of the subtree at a place."""
        return self.order[place : place + int(self.size[place])]


def spanning_forest(graph: Network) -> Forest:
    """The forest of a network, the smallest id of each component its root.

    O(nodes + edges) beside sorting, and a few array operations for each level.
    """
    parent, levels = _breadth_first(graph)
    size = np.ones(len(parent), dtype=np.int64)
    for level in reversed(levels[1:]):
        np.add.at(size, parent[level], size[level])
    place = _preorder(parent, size, levels)
    order = np.argsort(place)
    above = np.where(parent < 0, -1, place[parent])[order]
    size = size[order]
    roots = np.flatnonzero(above < 0)
    return Forest(
        order=order,
        parent=above,
        size=size,
        root=np.repeat(roots, size[roots]),
        block=_blocks(graph, place, above, size, [place[level] for level in levels]),
        actors_before=np.concatenate([[0], np.cumsum(graph.is_actor[order])]),
    )


def _breadth_first(graph: Network) -> tuple[Numbers, list[Numbers]]:
    """Parents (-1 for roots) and nodes level by level."""
    heads = graph.heads()
    label = components(len(graph.rows), heads, graph.others)
    parent = np.full(len(graph.rows), -2, dtype=np.int64)
    level: Numbers = np.flatnonzero(label == np.arange(len(label)))
    parent[level] = -1
    levels: list[Numbers] = []
    while len(level):
        levels.append(level)
        start, count = graph.first[level], np.diff(graph.first)[level]
        edges = np.arange(count.sum()) + np.repeat(start - np.cumsum(count) + count, count)
        edges = edges[parent[graph.others[edges]] == -2]
        level, which = np.unique(graph.others[edges], return_index=True)
        parent[level] = heads[edges[which]]
    return parent, levels


def components(count: int, ones: Numbers, others: Numbers) -> Numbers:
    """For each of ``count`` nodes, the smallest node that edges connect it to.

    Labels meet over edges, then jump to the label of their label: few rounds do.
    """
    label = np.arange(count)
    while True:
        lower = np.minimum(label[ones], label[others])
        met = label.copy()
        for ends in (label[ones], label[others]):
            np.minimum.at(met, ends, lower)
        while not np.array_equal(met, met[met]):
            met = met[met]
        if np.array_equal(met, label):
            return label
        label = met


def _preorder(parent: Numbers, size: Numbers, levels: list[Numbers]) -> Numbers:
    """Places of nodes: each after its parent and the subtrees of its earlier siblings."""
    place = np.zeros(len(parent), dtype=np.int64)
    for level in levels:
        families = level[np.argsort(parent[level], kind="stable")]
        above = parent[families]
        before = np.cumsum(size[families]) - size[families]
        eldest = np.searchsorted(above, above)
        start = np.where(above < 0, 0, place[above] + 1)
        place[families] = start + before - before[eldest]
    return place


def _blocks(
    graph: Network, place: Numbers, parent: Numbers, size: Numbers, levels: list[Numbers]
) -> Numbers:
    one, other = place[graph.heads()], place[graph.others]
    beside = (parent[one] != other) & (parent[other] != one)
    one, other = one[beside], other[beside]
    low, high = np.arange(len(parent)), np.arange(len(parent))
    np.minimum.at(low, one, other)
    np.maximum.at(high, one, other)
    for level in reversed(levels[1:]):
        np.minimum.at(low, parent[level], low[level])
        np.maximum.at(high, parent[level], high[level])
    lower = np.flatnonzero(parent >= 0)
    lower = lower[parent[parent[lower]] >= 0]
    above = parent[lower]
    leaves = (low[lower] < above) | (high[lower] >= above + size[above])
    block = components(
        len(parent),
        np.concatenate([one, lower[leaves]]),
        np.concatenate([other, above[leaves]]),
    )
    return np.where(parent < 0, -1, block)
