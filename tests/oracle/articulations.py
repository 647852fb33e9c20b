"""How the active frameworks of a same place are tied to each other."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

from tests.oracle.facts import Facts

HUBS = frozenset({"DEPARTEMENT", "REGION", "ETAT", "CAF", "CPAM", "ARS"})


def articulations(
    facts: Facts,
    day: date,
    territory: str | None = None,
    status: str | None = None,
    ignore_hubs: bool = False,
) -> list[dict[str, Any]]:
    """Every pair of frameworks that has a status, by the ids of its sides."""
    items: list[dict[str, Any]] = []
    for left, right in combinations(facts.active_counted({"FRAMEWORK"}, day), 2):
        if not all(facts.touches(side, territory, day) for side in (left, right)):
            continue
        item = _articulation(facts, day, left, right, ignore_hubs)
        if item is not None and status in (None, item["status"]):
            items.append(item)
    return items


def _articulation(
    facts: Facts, day: date, left: str, right: str, ignore_hubs: bool
) -> dict[str, Any] | None:
    places = facts.territories(left, day), facts.territories(right, day)
    if not facts.related_pairs(*places, day):
        return None
    ends = [(link.source, link.target) for link in facts.links("ARTICULATED_WITH", day)]
    declared = (left, right) in ends
    actors = facts.involved(left, day) & facts.involved(right, day)
    bodies = _bodies(facts, day, left) & _bodies(facts, day, right)
    themes = facts.narrower(facts.themes(left, day), facts.themes(right, day), day)
    counting = {a for a in actors if not (ignore_hubs and facts.entities[a].actor_kind in HUBS)}
    recorded = all(facts.involved(side, day) or _bodies(facts, day, side) for side in (left, right))
    status = _status(recorded, declared, bool(counting or bodies), bool(themes))
    if status is None:
        return None
    return {
        "left": left,
        "right": right,
        "status": status,
        "declared": declared,
        "sharedActors": sorted(actors),
        "sharedBodies": sorted(bodies),
        "sharedThemes": themes,
    }


def _status(recorded: bool, declared: bool, shared: bool, on_theme: bool) -> str | None:
    """The first status that holds; none when the pair is not listed."""
    if not recorded:
        return "UNKNOWN" if declared or on_theme else None
    if declared:
        return "EFFECTIVE" if shared else "ON_PAPER"
    if on_theme:
        return "DE_FACTO" if shared else "MISSING"
    return None


def _bodies(facts: Facts, day: date, framework: str) -> set[str]:
    """The counted bodies that govern it."""
    return set(filter(facts.counted, facts.targets("GOVERNED_BY", framework, day)))
