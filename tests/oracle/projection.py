"""P, the network of the actors that have an initiative or a body in common."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import combinations

import networkx as nx

from tests.oracle.facts import Facts
from tests.oracle.network import network


def projection(
    facts: Facts, day: date, territory: str | None = None, without: Collection[str] = ()
) -> nx.Graph[str]:
    """P on the day: from G less some nodes, or from what is kept of it around a territory."""
    kept = set(network(facts, day, territory, without))
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(node for node in kept if facts.entities[node].kind == "ACTOR"))
    for place in sorted(kept - set(graph)):
        members = facts.sources("INVOLVED_IN", place, day) | facts.sources("MEMBER_OF", place, day)
        graph.add_edges_from(combinations(sorted(members & kept), 2))
    return graph
