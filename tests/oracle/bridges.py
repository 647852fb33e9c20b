"""Edges whose removal breaks the network."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from tests.oracle.facts import Facts
from tests.oracle.network import components, connected_actors, network


def bridges(
    facts: Facts, day: date, territory: str | None = None, without: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Every bridge, the one that parts the most pairs of actors first."""
    graph = network(facts, day, territory, without)
    before = components(graph)
    pairs = connected_actors(facts, graph)
    items: list[dict[str, Any]] = []
    for left, right in map(sorted, graph.edges):
        rest = graph.copy()
        rest.remove_edge(left, right)
        after = components(rest)
        if len(after) == len(before):
            continue
        sides = [component for component in after if left in component or right in component]
        smallest_id = min(sides[0] | sides[1])
        side = min(sides, key=lambda part: (len(part), smallest_id in part))
        items.append(
            {
                "left": left,
                "right": right,
                "componentsBefore": len(before),
                "componentsAfter": len(after),
                "cutOff": sorted(side),
                "pairsLost": len(pairs - connected_actors(facts, rest)),
            }
        )
    return sorted(items, key=lambda item: (-item["pairsLost"], item["left"], item["right"]))
