"""The graph G(d) that cut points, bridges and paths are read from.

Simple and undirected. Nodes: the active, counted actors, initiatives and bodies, isolated
ones too. Edges: the active INVOLVED_IN, MEMBER_OF, GOVERNED_BY, PART_OF, IMPLEMENTS and
ARTICULATED_WITH between them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.view import DayView
from graph.view.arrays import without_these
from graph.view.columns import KIND_CODE, TYPE_ORDER, Flags, Numbers, kind_mask
from graph.view.links import Links
from queries.answer import Row
from queries.incidence import Incidence
from queries.initiatives import initiatives

NODE_KINDS = (EntityKind.ACTOR, *sorted(INITIATIVES), EntityKind.BODY)
EDGE_TYPES = (
    RelationType.INVOLVED_IN,
    RelationType.MEMBER_OF,
    RelationType.GOVERNED_BY,
    RelationType.PART_OF,
    RelationType.IMPLEMENTS,
    RelationType.ARTICULATED_WITH,
)
_FROM_TARGET = frozenset({RelationType.INVOLVED_IN, RelationType.MEMBER_OF})
"""Edge types that are few at their target, while an actor may have thousands."""
_IS_NODE = kind_mask(NODE_KINDS)
_NOTHING = np.array([], dtype=np.int64)
_IS_EDGE = np.array([type_ in EDGE_TYPES for type_ in TYPE_ORDER])


class Edges(NamedTuple):
    """Relations between nodes: for each the end with the smaller id, the other one, and its
    number. Several may join the same two."""

    one: Numbers
    other: Numbers
    number: Numbers


@dataclass(frozen=True, slots=True)
class Network:
    """A simple graph: nodes are numbered in order of id, ``rows`` are theirs in the view, and
    the neighbours of node n, ascending, are ``others[first[n] : first[n + 1]]``."""

    rows: Numbers
    first: Numbers
    others: Numbers
    is_actor: Flags

    def neighbours(self, node: int) -> Numbers:
        """Nodes next to a node."""
        return self.others[self.first[node] : self.first[node + 1]]

    def by_id(self, nodes: Numbers) -> tuple[Row, ...]:
        """Entities of nodes, in order of id."""
        return tuple(map(Row, self.rows[np.sort(nodes)].tolist()))

    def heads(self) -> Numbers:
        """The node whose neighbour each of ``others`` is."""
        return np.repeat(np.arange(len(self.rows)), np.diff(self.first))


def network(day: DayView, territory: int | None = None, without: Collection[int] = ()) -> Network:
    """G(d), nodes ``without`` removed first, then restricted to a territory when given.

    The restriction keeps the initiatives related to the territory, the bodies that govern
    them, and the actors involved in or members of those. Linear in the nodes and relations
    kept, beside sorting.
    """
    rows: Numbers
    removed = np.array(list(without), dtype=np.int64)
    if territory is None:
        rows, (origins, targets) = np.flatnonzero(node_mask(day)), _pairs(day)
    else:
        rows = nodes_around(day, territory, removed)
        origins, targets, _ = edges_among(day, rows)
    if len(removed):
        rows = without_these(rows, removed)
    rows = rows[np.argsort(day.view.entities.rank[rows])]
    node = np.full(day.view.size, -1, dtype=np.int64)
    node[rows] = np.arange(len(rows))
    one, other = node[origins], node[targets]
    kept = (one >= 0) & (other >= 0) & (one != other)
    one, other = one[kept], other[kept]
    linked = Incidence(np.concatenate([one, other]), np.concatenate([other, one]), len(rows))
    is_actor = day.view.entities.kind[rows] == KIND_CODE[EntityKind.ACTOR]
    return Network(rows, linked.first, linked.item, is_actor)


def nodes_around(day: DayView, territory: int, removed: Numbers = _NOTHING) -> Numbers:
    """Nodes that G(d) keeps when restricted to a territory, in no order; those removed lead to
    nothing."""

    def nodes(rows: Numbers) -> Numbers:
        entities = day.view.entities
        return without_these(rows[entities.counted[rows] & _IS_NODE[entities.kind[rows]]], removed)

    related = nodes(initiatives(day).covering(day.near(territory).rows))
    bodies = nodes(day.links(RelationType.GOVERNED_BY, related, outgoing=True).end)
    involved = day.links(RelationType.INVOLVED_IN, related, outgoing=False).end
    members = day.links(RelationType.MEMBER_OF, bodies, outgoing=False).end
    return np.concatenate([related, bodies, nodes(np.concatenate([involved, members]))])


def edges_among(day: DayView, rows: Numbers) -> Edges:
    """The relations of which the edges between some nodes of G(d) are made; linear in the
    relations of these nodes, those of actors read from the other end."""
    links = [day.links(type_, rows, outgoing=type_ not in _FROM_TARGET) for type_ in EDGE_TYPES]
    one = np.concatenate([rows[each.place] for each in links])
    other = np.concatenate([each.end for each in links])
    number = np.concatenate([each.number for each in links])
    inside = np.zeros(day.view.size, dtype=np.bool_)
    inside[rows] = True
    kept = inside[other] & (one != other)
    one, other, number = one[kept], other[kept], number[kept]
    rank = day.view.entities.rank
    swapped = rank[one] > rank[other]
    return Edges(np.where(swapped, other, one), np.where(swapped, one, other), number)


def node_mask(day: DayView) -> Flags:
    """Which rows of the view are nodes of G(d)."""
    entities = day.view.entities
    mask: Flags = day.active & entities.counted & _IS_NODE[entities.kind]
    return mask


def is_node(day: DayView, row: int) -> bool:
    """Whether a row of the view is a node of G(d)."""
    return bool(day.active[row] and day.is_counted(row) and day.view.kind(row) in NODE_KINDS)


def edge_links(day: DayView, rows: Collection[int]) -> Links:
    """Relations that make up the edges of some nodes, read from these; in no order."""
    asked = np.fromiter(rows, dtype=np.int64)
    links = [
        day.links(type_, asked, outgoing=outgoing)
        for type_ in EDGE_TYPES
        for outgoing in (True, False)
    ]
    found = Links(*(np.concatenate(column) for column in zip(*links, strict=True)))
    return found.only(day.view.entities.counted[found.end])


def edge_relations(day: DayView, one: int, other: int) -> set[int]:
    """The relations that make up an edge, in either direction."""
    columns = day.view.relations
    found = set()
    for type_ in EDGE_TYPES:
        found |= {n for n in day.out(type_, one) if int(columns.target[n]) == other}
        found |= {n for n in day.into(type_, one) if int(columns.origin[n]) == other}
    return found


def _pairs(day: DayView) -> tuple[Numbers, Numbers]:
    columns = day.view.relations
    numbers = np.flatnonzero(day.relation_active & _IS_EDGE[columns.type])
    return columns.origin[numbers], columns.target[numbers]
