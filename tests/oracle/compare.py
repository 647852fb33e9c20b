"""Two territories side by side."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.coverage import state
from tests.oracle.facts import Facts
from tests.oracle.network import network


def compare(facts: Facts, day: date, left: str, right: str) -> list[dict[str, Any]]:
    """The state of every theme on both sides."""
    return [
        {"theme": t, "left": state(facts, day, t, left), "right": state(facts, day, t, right)}
        for t in facts.of_kind("THEME")
    ]


def compare_lists(
    facts: Facts, day: date, left: str, right: str
) -> dict[str, dict[str, list[str]]]:
    """The frameworks, bodies and actors of one side, of the other and of both."""
    sides = [set(network(facts, day, territory)) for territory in (left, right)]
    lists: dict[str, dict[str, list[str]]] = {}
    for kind, key in (("FRAMEWORK", "frameworks"), ("BODY", "bodies"), ("ACTOR", "actors")):
        one, other = ({x for x in side if facts.entities[x].kind == kind} for side in sides)
        lists[key] = {
            "left": sorted(one - other),
            "right": sorted(other - one),
            "both": sorted(one & other),
        }
    return lists
