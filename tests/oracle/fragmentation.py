"""Cells where several leads act side by side."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.facts import DELIVERIES, Facts


def fragmentation(
    facts: Facts, day: date, territory: str | None = None, theme: str | None = None
) -> list[dict[str, Any]]:
    """Every fragmented cell on the day, the most leads first."""
    deliveries = facts.active_counted(DELIVERIES, day)
    cells = {
        (t, c)
        for initiative in deliveries
        for t in facts.themes(initiative, day)
        for c in facts.territories(initiative, day)
    }
    items: list[dict[str, Any]] = []
    for t, c in cells:
        if territory is not None and not facts.related(c, territory, day):
            continue
        if theme is not None and not facts.under(t, theme, day):
            continue
        reaching = [
            initiative
            for initiative in deliveries
            if facts.addresses_under(initiative, t, day)
            and any(facts.under(c, x, day) for x in facts.territories(initiative, day))
        ]
        leads = {lead for initiative in reaching for lead in facts.leads(initiative, day)}
        if len(leads) >= 2:
            items.append(
                {"theme": t, "territory": c, "leads": sorted(leads), "initiatives": reaching}
            )
    return sorted(items, key=lambda x: (-len(x["leads"]), x["theme"], x["territory"]))
