"""Depth-first search for cut vertices and bridges, with what each cuts off.

Tarjan, "Depth-first search and linear graph algorithms" (SIAM J. Comput. 1972): with
discovery numbers and low points, a child's subtree hangs on a vertex when its low point is
not above the vertex, and on an edge when it is below it. Subtrees are slices of the discovery
order, so that their nodes and counts are read without another search.
"""

from dataclasses import dataclass

from queries.network import Network


@dataclass(frozen=True, slots=True)
class Forest:
    """A depth-first forest of a network, O(nodes + edges).

    ``order`` lists nodes as discovered; ``place`` is its inverse; the subtree of the node at
    a place is ``order[place : place + size[place]]``; ``low`` and ``parent`` (-1 for roots)
    are places; ``actors_before[p]`` counts actors among the first p nodes; ``component`` is
    the slice of the node's component.
    """

    order: list[int]
    place: dict[int, int]
    low: list[int]
    parent: list[int]
    size: list[int]
    actors_before: list[int]
    root: list[int]
    components: int

    def children(self, place: int) -> list[int]:
        """Places of a node's children in the forest."""
        found, child, end = [], place + 1, place + self.size[place]
        while child < end:
            found.append(child)
            child += self.size[child]
        return found

    def nodes(self, start: int, end: int) -> list[int]:
        """Nodes discovered at places start to end - 1."""
        return self.order[start:end]

    def actors(self, start: int, end: int) -> int:
        """How many actors stand at places start to end - 1."""
        return self.actors_before[end] - self.actors_before[start]


def depth_first(graph: Network) -> Forest:
    """The forest, roots and children taken in order of id."""
    order: list[int] = []
    place: dict[int, int] = {}
    low: list[int] = []
    parent: list[int] = []
    size: list[int] = []
    root: list[int] = []
    components = 0
    for start in graph.nodes:
        if start in place:
            continue
        components += 1
        first = len(order)
        stack = [(start, iter(graph.neighbours[start]))]
        _discover(start, -1, first, order, place, low, parent, size, root)
        while stack:
            node, others = stack[-1]
            here = place[node]
            for other in others:
                there = place.get(other)
                if there is None:
                    _discover(other, here, first, order, place, low, parent, size, root)
                    stack.append((other, iter(graph.neighbours[other])))
                    break
                if there != parent[here]:
                    low[here] = min(low[here], there)
            else:
                stack.pop()
                size[here] = len(order) - here
                above = parent[here]
                if above >= 0:
                    low[above] = min(low[above], low[here])
    counts = [0]
    for node in order:
        counts.append(counts[-1] + (node in graph.actors))
    return Forest(order, place, low, parent, size, counts, root, components)


def _discover(
    node: int,
    above: int,
    first: int,
    order: list[int],
    place: dict[int, int],
    low: list[int],
    parent: list[int],
    size: list[int],
    root: list[int],
) -> None:
    here = len(order)
    place[node] = here
    order.append(node)
    low.append(here)
    parent.append(above)
    size.append(1)
    root.append(first)


def hanging(forest: Forest, place: int) -> list[int]:
    """Children whose subtrees are parts of their own once the node at ``place`` is removed."""
    return [
        child
        for child in forest.children(place)
        if forest.parent[place] < 0 or forest.low[child] >= place
    ]
