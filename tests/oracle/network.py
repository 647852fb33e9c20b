"""The graph G of a day, and what its removals cut."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import combinations

import networkx as nx

from tests.oracle.facts import INITIATIVES, Facts

EDGES = (
    "INVOLVED_IN",
    "MEMBER_OF",
    "GOVERNED_BY",
    "PART_OF",
    "IMPLEMENTS",
    "ARTICULATED_WITH",
)
NODES = INITIATIVES | {"ACTOR", "BODY"}


def network(
    facts: Facts, day: date, territory: str | None = None, without: Collection[str] = ()
) -> nx.Graph[str]:
    """G on the day, less some nodes, then kept around a territory when one is asked."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(facts.active_counted(NODES, day))
    for kind in EDGES:
        for link in facts.links(kind, day):
            if link.source in graph and link.target in graph:
                graph.add_edge(link.source, link.target)
    graph.remove_nodes_from(list(without))
    return graph if territory is None else _around(facts, day, graph, territory)


def _around(facts: Facts, day: date, graph: nx.Graph[str], territory: str) -> nx.Graph[str]:
    initiatives = {
        node
        for node in graph
        if facts.entities[node].kind in INITIATIVES and facts.touches(node, territory, day)
    }
    bodies = {body for i in initiatives for body in facts.targets("GOVERNED_BY", i, day)}
    bodies &= set(graph)
    actors = {actor for i in initiatives for actor in facts.sources("INVOLVED_IN", i, day)}
    actors |= {actor for body in bodies for actor in facts.sources("MEMBER_OF", body, day)}
    kept: nx.Graph[str] = graph.subgraph(initiatives | bodies | actors).copy()
    return kept


def components(graph: nx.Graph[str]) -> list[set[str]]:
    """The connected components."""
    return [set(component) for component in nx.connected_components(graph)]


def connected_actors(facts: Facts, graph: nx.Graph[str]) -> set[tuple[str, str]]:
    """The unordered pairs of actors that a path joins."""
    return {
        pair
        for component in components(graph)
        for pair in combinations(sorted(component), 2)
        if all(facts.entities[node].kind == "ACTOR" for node in pair)
    }
