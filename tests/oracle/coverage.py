"""The state of a cell: a theme at a territory."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests.oracle.facts import DELIVERIES, Facts
from tests.oracle.rows import add_months


def coverage(
    facts: Facts, day: date, territory: str, themes: Iterable[str] | None = None
) -> list[dict[str, Any]]:
    """The state of each theme at a territory; every theme by id when none is named."""
    items: list[dict[str, Any]] = []
    for theme in facts.of_kind("THEME") if themes is None else themes:
        inside = in_cell(facts, day, theme, territory)
        actors = {actor for initiative in inside for actor in facts.involved(initiative, day)}
        items.append(
            {
                "theme": theme,
                "state": state(facts, day, theme, territory),
                "initiatives": inside,
                "actors": sorted(actors),
            }
        )
    return items


def in_cell(facts: Facts, day: date, theme: str, territory: str) -> list[str]:
    """The Actions and Schemes that deliver in the cell, by id."""
    return [
        initiative
        for initiative in facts.active_counted(DELIVERIES, day)
        if facts.addresses_under(initiative, theme, day)
        and any(facts.under(territory, c, day) for c in facts.territories(initiative, day))
    ]


def state(facts: Facts, day: date, theme: str, territory: str) -> str:
    """The first state that holds."""
    if _judged(facts, day, "NOT_APPLICABLE", theme, territory):
        return "NOT_APPLICABLE"
    inside = in_cell(facts, day, theme, territory)
    if inside:
        actors = {actor for initiative in inside for actor in facts.involved(initiative, day)}
        ends = [facts.entities[initiative].end for initiative in inside]
        lasting = any(end is None or end >= add_months(day, 6) for end in ends)
        return "COVERED" if len(actors) >= 2 and lasting else "FRAGILE"
    if _gap(facts, day, theme, territory):
        return "GAP"
    if any(
        _stale(facts, day, initiative, theme, territory)
        for initiative in facts.of_kind(*DELIVERIES)
    ):
        return "STALE"
    return "UNKNOWN"


def _judged(facts: Facts, day: date, judgement: str, theme: str, territory: str) -> bool:
    return theme in facts.targets(judgement, territory, day)


def _gap(facts: Facts, day: date, theme: str, territory: str) -> bool:
    """A need or a promise without an answer, or an absence that someone checked."""
    for need in facts.active_counted({"NEED"}, day):
        exactly = territory in facts.targets("COVERS", need, day)
        if exactly and theme in facts.themes(need, day):
            return True
    for framework in facts.active_counted({"FRAMEWORK"}, day):
        reaches = any(facts.under(territory, c, day) for c in facts.territories(framework, day))
        if reaches and theme in facts.themes(framework, day):
            return True
    return _judged(facts, day, "CHECKED_ABSENT", theme, territory)


def _stale(facts: Facts, day: date, initiative: str, theme: str, territory: str) -> bool:
    """Did it end before the day, and would it be in the cell whatever the dates?"""
    entity = facts.entities[initiative]
    if entity.draft or not entity.counted or entity.end is None or entity.end >= day:
        return False
    themes = facts.targets_ever("ADDRESSES", initiative)
    places = facts.territories_ever(initiative)
    on_theme = any(facts.under(t, theme, day) for t in themes)
    return on_theme and any(facts.under(territory, c, day) for c in places)
