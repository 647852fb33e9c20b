"""The graph G(d) that cut points, bridges and paths are read from.

Simple and undirected. Nodes: the active, counted actors, initiatives and bodies, isolated
ones too. Edges: the active INVOLVED_IN, MEMBER_OF, GOVERNED_BY, PART_OF, IMPLEMENTS and
ARTICULATED_WITH between them.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.view import DayView
from graph.view.columns import TYPE_CODE
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


@dataclass(frozen=True, slots=True)
class Network:
    """A simple graph: nodes are entity rows in order of id, ``neighbours`` sorted likewise."""

    nodes: list[int]
    neighbours: dict[int, list[int]]
    actors: frozenset[int]


def network(day: DayView, territory: int | None = None, without: Collection[int] = ()) -> Network:
    """G(d), nodes ``without`` removed first, then restricted to a territory when given.

    The restriction keeps the initiatives related to the territory, the bodies that govern
    them, and the actors involved in or members of those. Linear, beside sorting.
    """
    nodes = set(day.active_rows(*NODE_KINDS, counted=True)) - set(without)
    pairs = _pairs(day)
    if territory is not None:
        nodes = _local(day, territory, nodes)
    linked: dict[int, set[int]] = {node: set() for node in nodes}
    for origin, target in pairs:
        if origin in linked and target in linked:
            linked[origin].add(target)
            linked[target].add(origin)
    return Network(
        nodes=day.view.by_id(nodes),
        neighbours={node: day.view.by_id(others) for node, others in linked.items()},
        actors=frozenset(node for node in nodes if day.view.kind(node) is EntityKind.ACTOR),
    )


def edge_relations(day: DayView, one: int, other: int) -> set[int]:
    """The relations that make up an edge, in either direction."""
    columns = day.view.relations
    found = set()
    for type_ in EDGE_TYPES:
        found |= {n for n in day.out(type_, one) if int(columns.target[n]) == other}
        found |= {n for n in day.into(type_, one) if int(columns.origin[n]) == other}
    return found


def _pairs(day: DayView) -> list[tuple[int, int]]:
    columns = day.view.relations
    codes = [TYPE_CODE[type_] for type_ in EDGE_TYPES]
    numbers = np.flatnonzero(day.relation_active & np.isin(columns.type, codes))
    return list(
        zip(columns.origin[numbers].tolist(), columns.target[numbers].tolist(), strict=True)
    )


def _local(day: DayView, territory: int, nodes: set[int]) -> set[int]:
    related = initiatives(day).covering(day.related(territory)) & nodes
    bodies = {
        body for row in related for body in day.targets(RelationType.GOVERNED_BY, row)
    } & nodes
    involved = {actor for row in related for actor in day.origins(RelationType.INVOLVED_IN, row)}
    members = {actor for body in bodies for actor in day.origins(RelationType.MEMBER_OF, body)}
    return related | bodies | ((involved | members) & nodes)
