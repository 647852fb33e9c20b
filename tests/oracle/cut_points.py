"""Nodes whose removal breaks the network."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from tests.oracle.facts import Facts
from tests.oracle.network import components, connected_actors, network


def cut_points(
    facts: Facts, day: date, territory: str | None = None, without: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Every cut point, the one that parts the most pairs of actors first."""
    graph = network(facts, day, territory, without)
    before = components(graph)
    pairs = connected_actors(facts, graph)
    items: list[dict[str, Any]] = []
    for node in graph:
        left = graph.copy()
        left.remove_node(node)
        after = components(left)
        if len(after) <= len(before):
            continue
        own = next(component for component in before if node in component)
        parts = [component for component in after if component <= own]
        largest = min(parts, key=lambda part: (-len(part), min(part)))
        others = {pair for pair in pairs if node not in pair}
        items.append(
            {
                "entity": node,
                "componentsBefore": len(before),
                "componentsAfter": len(after),
                "cutOff": sorted(own - largest - {node}),
                "pairsLost": len(others - connected_actors(facts, left)),
            }
        )
    return sorted(items, key=lambda item: (-item["pairsLost"], item["entity"]))
