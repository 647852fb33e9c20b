"""The shortest way from one entity to another."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx

from tests.oracle.facts import Facts
from tests.oracle.network import network

HUB_DEGREE = 20


def path(
    facts: Facts, day: date, start: str, goal: str, avoid_hubs: bool = False
) -> list[dict[str, Any]]:
    """One item with its nodes, or none when there is no way."""
    graph = network(facts, day)
    if avoid_hubs:
        hubs = [node for node, degree in dict(graph.degree).items() if degree > HUB_DEGREE]
        graph.remove_nodes_from(set(hubs) - {start, goal})
    if start not in graph or goal not in graph or not nx.has_path(graph, start, goal):
        return []
    return [{"nodes": min(nx.all_shortest_paths(graph, start, goal))}]
