"""The shortest chain of links between two entities, in words."""

from collections import deque
from dataclasses import dataclass
from itertools import pairwise

from graph.ontology import RELATIONS
from graph.records import source_parts
from graph.view import DayView
from queries.answer import Answer, Rel, Row, in_order
from queries.network import Network, edge_relations, network

HUB_DEGREE = 20
"""Inner nodes with more neighbours than that are left out by ``avoid_hubs``."""


@dataclass(frozen=True, slots=True)
class Path:
    """Nodes from one end to the other, one relation for each step, and the whole in words."""

    nodes: tuple[Row, ...]
    relations: tuple[Rel, ...]
    text: str


def path(day: DayView, start: int, end: int, *, avoid_hubs: bool = False) -> Answer[Path]:
    """The path with the fewest edges in G(d), ties by the smallest sequence of ids.

    No item when the two are not connected or one is not in G(d).
    """
    graph = network(day)
    if start not in graph.neighbours or end not in graph.neighbours:
        return Answer([], lambda nodes: _explain(day, nodes))
    nodes = _shortest(graph, start, end, avoid_hubs=avoid_hubs)
    return Answer([nodes] if nodes else [], lambda nodes: _explain(day, nodes))


def _shortest(graph: Network, start: int, end: int, *, avoid_hubs: bool) -> list[int]:
    """Breadth-first distances from the end, then the smallest neighbour that comes nearer."""

    def passable(node: int) -> bool:
        return not avoid_hubs or node == start or len(graph.neighbours[node]) <= HUB_DEGREE

    distance = {end: 0}
    queue = deque([end])
    while queue and start not in distance:
        node = queue.popleft()
        for other in graph.neighbours[node]:
            if other not in distance and passable(other):
                distance[other] = distance[node] + 1
                queue.append(other)
    if start not in distance:
        return []
    nodes = [start]
    while nodes[-1] != end:
        nearer = distance[nodes[-1]] - 1
        nodes.append(
            next(other for other in graph.neighbours[nodes[-1]] if distance.get(other) == nearer)
        )
    return nodes


def _explain(day: DayView, nodes: list[int]) -> Path:
    relations = tuple(
        in_order(day, edge_relations(day, one, other))[0] for one, other in pairwise(nodes)
    )
    steps = [_sentence(day, number) for number in relations]
    text = " ; ".join(steps) + "." if steps else f"{day.view.entity(nodes[0]).name}."
    return Path(tuple(Row(node) for node in nodes), relations, text)


def _sentence(day: DayView, number: int) -> str:
    """One step in French, with its role and its sources."""
    view, columns = day.view, day.view.relations
    record = view.relation(number)
    rule = RELATIONS[record.type]
    role = (rule.roles or {}).get(record.role or "")
    origin = view.entity(int(columns.origin[number])).name
    target = view.entity(int(columns.target[number])).name
    sources = [_source(day, source) for source in record.sources]
    return "".join(
        [
            f"{origin} {rule.label} {target}",
            f" ({role})" if role else "",
            f" [source : {' ; '.join(sources)}]" if sources else "",
        ]
    )


def _source(day: DayView, source: str) -> str:
    document, locator = source_parts(source)
    row = day.view.row(document)
    name = day.view.entity(row).name if row is not None else document
    return f"{name}, {locator}" if locator else name
