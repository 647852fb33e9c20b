"""Who works on a theme, somewhere, for someone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests.oracle.facts import INITIATIVES, Facts


def who(
    facts: Facts,
    day: date,
    theme: str,
    territory: str | None = None,
    audience: str | None = None,
) -> list[dict[str, Any]]:
    """Every active initiative that suits the arguments, the closest first."""
    items: list[dict[str, Any]] = []
    for initiative in facts.of_kind(*INITIATIVES):
        if facts.active(initiative, day):
            distance = _distance(facts, day, initiative, theme, territory, audience)
            if distance is not None:
                exact = distance == 0
                items.append({"initiative": initiative, "exact": exact, "distance": distance})
    return sorted(items, key=lambda item: (item["distance"], item["initiative"]))


def _distance(
    facts: Facts,
    day: date,
    initiative: str,
    theme: str,
    territory: str | None,
    audience: str | None,
) -> int | None:
    """The sum of the smallest distances of each argument; none when one is not satisfied."""
    themes = [t for t in facts.themes(initiative, day) if facts.under(t, theme, day)]
    parts = [_smallest(facts, day, theme, themes)]
    if territory is not None:
        places = facts.territories(initiative, day)
        suited = [c for c in places if facts.related(c, territory, day)]
        parts.append(_smallest(facts, day, territory, suited))
    if audience is not None:
        audiences = facts.audiences(initiative, day)
        suited = [a for a in audiences if facts.related(a, audience, day)]
        parts.append(_smallest(facts, day, audience, suited) if audiences else 0)
    return None if None in parts else sum(part for part in parts if part is not None)


def _smallest(facts: Facts, day: date, asked: str, values: Iterable[str]) -> int | None:
    return min((facts.distance(value, asked, day) for value in values), default=None)
