"""Pairs of initiatives that do related things at the same place for the same people."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import combinations
from typing import Any

from tests.oracle.facts import DELIVERIES, Facts

REASONS = ("BODY", "LEADS_BODY", "ARTICULATION", "FRAMEWORK", "ACTOR")


def overlaps(
    facts: Facts,
    day: date,
    territory: str | None = None,
    theme: str | None = None,
    managed: bool | None = None,
    level: str | None = None,
    kinds: Collection[str] = DELIVERIES,
) -> list[dict[str, Any]]:
    """Every overlap on the day among the initiatives of some kinds, the strongest first."""
    items: list[dict[str, Any]] = []
    for left, right in combinations(facts.active_counted(kinds, day), 2):
        if not all(facts.touches(side, territory, day) for side in (left, right)):
            continue
        if not all(facts.addresses_under(side, theme, day) for side in (left, right)):
            continue
        item = _overlap(facts, day, left, right)
        if item is None or (managed is not None and item["managed"] != managed):
            continue
        if level is None or item["level"] == level:
            items.append(item)
    return sorted(items, key=lambda item: (-item["score"], item["left"], item["right"]))


def _overlap(facts: Facts, day: date, left: str, right: str) -> dict[str, Any] | None:
    themes = facts.themes(left, day), facts.themes(right, day)
    places = facts.territories(left, day), facts.territories(right, day)
    audiences = facts.audiences(left, day), facts.audiences(right, day)
    if not facts.related_pairs(*themes, day) or not facts.related_pairs(*places, day):
        return None
    if all(audiences) and not facts.related_pairs(*audiences, day):
        return None
    if facts.leads(left, day) & facts.leads(right, day):
        return None
    if right in _wholes(facts, day, left) or left in _wholes(facts, day, right):
        return None
    same = all(a & b for a, b in (themes, places, audiences))
    types = {facts.entities[side].activity_type for side in (left, right)} - {""}
    score = _closeness(facts, day, *themes) * _closeness(facts, day, *places)
    reasons = _managed_by(facts, day, left, right)
    return {
        "left": left,
        "right": right,
        "level": "DUPLICATION" if same and len(types) < 2 else "OVERLAP",
        "score": round(score * _audience_factor(*audiences), 6),
        "themes": facts.narrower(*themes, day),
        "territories": facts.narrower(*places, day),
        "audiences": facts.narrower(*audiences, day),
        "managed": bool(reasons),
        "managedBy": reasons,
    }


def _wholes(facts: Facts, day: date, part: str) -> set[str]:
    """Everything it is part of, by any chain."""
    found: set[str] = set()
    frontier = {part}
    while frontier:
        frontier = {whole for x in frontier for whole in facts.targets("PART_OF", x, day)} - found
        found |= frontier
    return found


def _closeness(facts: Facts, day: date, xs: set[str], ys: set[str]) -> float:
    pairs = facts.related_pairs(xs, ys, day)
    return 1 / (1 + min(facts.distance(x, y, day) for x, y in pairs))


def _audience_factor(left: set[str], right: set[str]) -> float:
    if not left and not right:
        return 0.25
    return 1.0 if left & right else 0.5


def _managed_by(facts: Facts, day: date, left: str, right: str) -> list[dict[str, Any]]:
    """What manages the overlap: by the order of the reasons, then by id."""
    bodies = [facts.targets("GOVERNED_BY", side, day) for side in (left, right)]
    seats = [_seats(facts, day, facts.leads(side, day)) for side in (left, right)]
    frames = [_frameworks(facts, day, side) for side in (left, right)]
    leading = facts.leads(left, day) & facts.involved(right, day)
    leading |= facts.leads(right, day) & facts.involved(left, day)
    found: dict[str, set[str]] = {
        "BODY": bodies[0] & bodies[1],
        "LEADS_BODY": seats[0] & seats[1],
        "FRAMEWORK": frames[0] & frames[1],
        "ACTOR": leading,
    }
    items: list[dict[str, Any]] = []
    for reason in REASONS:
        if reason == "ARTICULATION":
            for ends in _articulations(facts, day, {left} | frames[0], {right} | frames[1]):
                items.append({"reason": reason, "entity": None, "relation": ends})
        else:
            for id in sorted(filter(facts.counted, found[reason])):
                items.append({"reason": reason, "entity": id, "relation": None})
    return items


def _seats(facts: Facts, day: date, actors: set[str]) -> set[str]:
    """The bodies of which one of the actors is a member."""
    return {body for actor in actors for body in facts.targets("MEMBER_OF", actor, day)}


def _frameworks(facts: Facts, day: date, part: str) -> set[str]:
    """The counted Frameworks it is directly part of."""
    wholes = facts.targets("PART_OF", part, day)
    return {x for x in wholes if facts.entities[x].kind == "FRAMEWORK" and facts.counted(x)}


def _articulations(facts: Facts, day: date, left: set[str], right: set[str]) -> list[list[str]]:
    """The ends of each articulation that joins one side to the other."""
    ends = [(link.source, link.target) for link in facts.links("ARTICULATED_WITH", day)]
    joined = [(x, y) for x, y in ends if (x in left and y in right) or (y in left and x in right)]
    return [list(pair) for pair in sorted(joined)]
