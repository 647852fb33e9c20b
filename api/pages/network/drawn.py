"""What of the graph G of a day is drawn: nodes, edges in words, and what is brought out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

import numpy as np

from api.pages.network.asked import Asked
from graph.ontology import RELATIONS, RelationType
from graph.view import DayView
from graph.view.arrays import distinct
from graph.view.columns import TYPE_ORDER, Numbers
from queries.cut_points import CutPoint, cut_point
from queries.network import edge_links, edges_among, is_node, nodes_around
from queries.path import Path, path

MOST_DRAWN = 3_000

Mark: TypeAlias = Literal["path", "cut", "apart"]
Pair: TypeAlias = tuple[int, int]


class Edge(NamedTuple):
    """What joins two nodes (smaller id first), in words, and the relations that say so."""

    left: int
    right: int
    words: str
    relations: tuple[int, ...]


class BroughtOut(NamedTuple):
    """What the drawing brings out: a path, what a cut point separates; None for what was not
    asked or is not there."""

    path: Path | None
    cut: CutPoint | None

    @property
    def marks(self) -> Mapping[int, Mark]:
        """Nodes with why they are brought out."""
        found: dict[int, Mark] = {}
        if self.cut is not None:
            found.update(dict.fromkeys(map(int, self.cut.cut_off), "apart"))
            found[self.cut.entity] = "cut"
        if self.path is not None:
            found.update(dict.fromkeys(map(int, self.path.nodes), "path"))
        return found

    @property
    def steps(self) -> frozenset[Pair]:
        """Edges of the path, in both directions."""
        nodes = self.path.nodes if self.path else ()
        return frozenset(
            step for one, other in pairwise(nodes) for step in ((one, other), (other, one))
        )


@dataclass(frozen=True, slots=True)
class Drawn:
    """Nodes by id, edges by id of their ends; ``left_out`` nodes are not drawn."""

    nodes: Sequence[int]
    edges: Sequence[Edge]
    brought_out: BroughtOut
    left_out: int

    @property
    def alone(self) -> list[int]:
        """Nodes that no edge reaches."""
        linked = {row for edge in self.edges for row in (edge.left, edge.right)}
        return [row for row in self.nodes if row not in linked]


def drawn(day: DayView, asked: Asked, place: int | None) -> Drawn:
    """The neighbours of a centre, else the network of a territory; then the neighbours of what
    was opened, a path, what a cut point separates.

    Linear in the nodes wanted and their relations. Beyond ``MOST_DRAWN`` nodes, what is brought
    out and what has most neighbours is kept.
    """
    brought_out = _brought_out(day, asked, place if asked.centre is None else None)
    marks = brought_out.marks
    wanted = _wanted(day, asked, place)
    wanted = distinct(np.concatenate([wanted, np.fromiter(marks, dtype=np.int64)]))
    kept = wanted if len(wanted) <= MOST_DRAWN else _most_linked(day, wanted, set(marks))
    nodes: list[int] = kept[np.argsort(day.view.entities.rank[kept])].tolist()
    return Drawn(nodes, list(_edges(day, kept)), brought_out, len(wanted) - len(kept))


def _brought_out(day: DayView, asked: Asked, place: int | None) -> BroughtOut:
    way, cut = None, None
    if asked.start is not None and asked.end is not None:
        way = next(iter(path(day, asked.start, asked.end).page()), None)
    if asked.cut is not None:
        cut = cut_point(day, asked.cut, place)
    return BroughtOut(way, cut)


def _wanted(day: DayView, asked: Asked, place: int | None) -> Numbers:
    opened = set(asked.opened)
    if asked.centre is not None:
        opened.add(asked.centre)
    opened = {row for row in opened if is_node(day, row)}
    around = [edge_links(day, opened).end] if opened else []
    if asked.centre is None and place is not None:
        around.append(nodes_around(day, place))
    return np.concatenate([np.fromiter(opened, dtype=np.int64), *around])


def _most_linked(day: DayView, rows: Numbers, marked: Iterable[int]) -> Numbers:
    edges = edges_among(day, rows)
    ends = np.concatenate([edges.one, edges.other])
    weight = np.bincount(ends, minlength=day.view.size)
    weight[list(marked)] += len(ends) + 1
    order = np.lexsort((day.view.entities.rank[rows], -weight[rows]))
    kept: Numbers = rows[order[:MOST_DRAWN]]
    return kept


def _edges(day: DayView, rows: Numbers) -> Iterator[Edge]:
    """Each pair once, its relations and their words together."""
    found = edges_among(day, rows)
    rank = day.view.entities.rank
    order = np.lexsort((found.number, rank[found.other], rank[found.one]))
    said = _words(day, found.number)
    pairs: dict[Pair, list[int]] = {}
    for one, other, number in zip(*(column[order].tolist() for column in found), strict=True):
        pairs.setdefault((one, other), []).append(number)
    for (one, other), numbers in pairs.items():
        words = said[numbers[0]]
        if len(numbers) > 1:
            words = " ; ".join(sorted({said[number] for number in numbers}))
        yield Edge(one, other, words, tuple(numbers))


def _words(day: DayView, numbers: Numbers) -> Mapping[int, str]:
    """What relations say: ``participe à (porteur)``, made once for each type and role."""
    columns, texts = day.view.relations, day.view.texts.texts
    codes = list(zip(columns.type[numbers].tolist(), columns.role[numbers].tolist(), strict=True))
    known = {(type_, role): _phrase(TYPE_ORDER[type_], texts[role]) for type_, role in set(codes)}
    return {number: known[code] for number, code in zip(numbers.tolist(), codes, strict=True)}


def _phrase(type_: RelationType, role: str | None) -> str:
    rule = RELATIONS[type_]
    told = (rule.roles or {}).get(role or "", role)
    return f"{rule.label} ({told})" if told else rule.label
