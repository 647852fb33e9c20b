"""Every gap of a day, in order, with its filters."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from tests.oracle import gap_kinds
from tests.oracle.facts import Facts
from tests.oracle.missing_links import missing_links
from tests.oracle.partners import missing_partners

SEVERITIES = ("HIGH", "MEDIUM", "LOW")
Cell = tuple[str | None, str | None]


def gaps(
    facts: Facts,
    day: date,
    territory: str | None = None,
    theme: str | None = None,
    kinds: Collection[str] | None = None,
) -> list[dict[str, Any]]:
    """Every gap on the day, the most severe first."""
    items = [
        {key: value for key, value in item.items() if key != "cells"}
        for item in _all(facts, day)
        if (kinds is None or item["kind"] in kinds) and _kept(facts, day, item, territory, theme)
    ]
    return sorted(items, key=_order)


def _order(item: dict[str, Any]) -> tuple[Any, ...]:
    """Severity, kind, then the ids: an absent one before any other."""
    fields = ("subject", "theme", "territory", "other")
    ids = tuple(item[field] or "" for field in fields)
    return SEVERITIES.index(item["severity"]), item["kind"], *ids, *item["actors"]


def _item(kind: str, subject: str, severity: str, **fields: Any) -> dict[str, Any]:
    blank: dict[str, Any] = {"other": None, "theme": None, "territory": None, "actors": []}
    rest = {"score": None, "severity": severity}
    return {"kind": kind, "subject": subject} | blank | rest | fields


def _all(facts: Facts, day: date) -> Iterable[dict[str, Any]]:
    for need in gap_kinds.needs_without_action(facts, day):
        yield _item("NEED_WITHOUT_ACTION", need, "HIGH")
    for framework, t in gap_kinds.commitments_without_action(facts, day):
        complete = facts.entities[framework].inventory == "COMPLETE"
        severity = "HIGH" if complete else "MEDIUM"
        yield _item("COMMITMENT_WITHOUT_ACTION", framework, severity, theme=t)
    for initiative, t, c in gap_kinds.expired(facts, day):
        yield _item("EXPIRED", initiative, "HIGH", theme=t, territory=c)
    for initiative in gap_kinds.expiring(facts, day):
        yield _item("EXPIRING", initiative, "MEDIUM")
    for found in missing_partners(facts, day):
        yield _item("MISSING_PARTNER", **found)
    for link in missing_links(facts, day):
        yield _item("MISSING_LINK", severity="LOW", **link)
    for framework in gap_kinds.ungoverned(facts, day):
        yield _item("UNGOVERNED", framework, "LOW")
    for left, right in gap_kinds.paper_articulations(facts, day):
        yield _item("PAPER_ARTICULATION", left, "MEDIUM", other=right)
    for body in gap_kinds.overdue(facts, day):
        yield _item("OVERDUE", body, "MEDIUM")


def _kept(
    facts: Facts, day: date, item: dict[str, Any], territory: str | None, theme: str | None
) -> bool:
    """Does the gap suit the filters?"""

    def suits(t: str | None, c: str | None) -> bool:
        on_theme = theme is None or (t is not None and facts.under(t, theme, day))
        at_place = territory is None or (c is not None and facts.related(c, territory, day))
        return on_theme and at_place

    if item["kind"] == "MISSING_LINK":
        return any(suits(t, c) for t, c in item["cells"])
    if item["kind"] == "PAPER_ARTICULATION":
        sides = [item["subject"], item["other"]]
    else:
        sides = [item["subject"]]
    for side in sides:
        own_themes, own_places = _about(facts, day, side)
        themes = [item["theme"]] if item["theme"] else sorted(own_themes)
        places = [item["territory"]] if item["territory"] else sorted(own_places)
        if not any(suits(t, c) for t in [*themes, None] for c in [*places, None]):
            return False
    return True


def _about(facts: Facts, day: date, subject: str) -> tuple[set[str], set[str]]:
    """The themes and territories of a subject; those of a body come from what it governs too."""
    themes, places = facts.themes(subject, day), facts.territories(subject, day)
    if facts.entities[subject].kind == "BODY":
        for initiative in facts.sources("GOVERNED_BY", subject, day):
            themes |= facts.themes(initiative, day)
            places |= facts.territories(initiative, day)
    return themes, places
