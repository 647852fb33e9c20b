"""The shortest chain of links between two entities, in words."""

from dataclasses import dataclass
from itertools import pairwise

from graph.ontology import RELATIONS
from graph.records import source_parts
from graph.view import DayView
from graph.view.arrays import distinct
from queries.answer import Answer, Rel, Row, in_order
from queries.network import edge_links, edge_relations, is_node

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
    if not all(is_node(day, row) for row in (start, end)):
        return Answer([], lambda nodes: _explain(day, nodes))
    nodes = _shortest(day, start, end, avoid_hubs=avoid_hubs)
    return Answer([nodes] if nodes else [], lambda nodes: _explain(day, nodes))


def _shortest(day: DayView, start: int, end: int, *, avoid_hubs: bool) -> list[int]:
    """Levels from both ends, the smaller one first, until they meet; then, step by step, the
    smallest neighbour from which the end is as near. Only what the levels reach is read."""
    ahead, back = [{start}], [{end}]
    seen = {start}, {end}
    while not (meeting := ahead[-1] & back[-1]):
        smaller = len(ahead[-1]) > len(back[-1])
        levels, known, goal = (back, seen[1], start) if smaller else (ahead, seen[0], end)
        level = _around(day, levels[-1]) - known
        if avoid_hubs:
            level = {row for row in level if row == goal or _degree(day, row) <= HUB_DEGREE}
        if not level:
            return []
        known |= level
        levels.append(level)
    ways = [meeting]
    for level in reversed(ahead[:-1]):
        ways.append(level & _around(day, ways[-1]))
    ways = [*reversed(ways), *reversed(back[:-1])]
    nodes = [start]
    for way in ways[1:]:
        nodes.append(day.view.by_id(way & _around(day, {nodes[-1]}))[0])
    return nodes


def _around(day: DayView, rows: set[int]) -> set[int]:
    """Neighbours of nodes in G(d)."""
    found: set[int] = set(distinct(edge_links(day, rows).end).tolist())
    return found


def _degree(day: DayView, row: int) -> int:
    return len(_around(day, {row}) - {row})


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
