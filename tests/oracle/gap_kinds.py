"""Each kind of gap but the partners and the links, which have a module of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.oracle.articulations import articulations
from tests.oracle.coverage import state
from tests.oracle.facts import DELIVERIES, INITIATIVES, Facts
from tests.oracle.rows import add_months
from tests.oracle.successions import successors

REGULAR = frozenset({"MONTHLY", "QUARTERLY", "HALF_YEARLY", "YEARLY"})


def needs_without_action(facts: Facts, day: date) -> Iterator[str]:
    """Active needs that nothing responds to, by relation or by what it does."""
    deliveries = facts.active_counted(DELIVERIES, day)
    for need in facts.active_counted({"NEED"}, day):
        answered = any(need in facts.targets("RESPONDS_TO", i, day) for i in deliveries)
        if not answered and not any(_suits(facts, day, i, need) for i in deliveries):
            yield need


def _suits(facts: Facts, day: date, initiative: str, need: str) -> bool:
    themes, places = facts.themes(need, day), facts.targets("COVERS", need, day)
    return any(facts.addresses_under(initiative, t, day) for t in themes) and any(
        facts.under(place, c, day) for place in places for c in facts.territories(initiative, day)
    )


def commitments_without_action(facts: Facts, day: date) -> Iterator[tuple[str, str]]:
    """Active frameworks, each with a theme that none of their actions addresses."""
    for framework in facts.active_counted({"FRAMEWORK"}, day):
        tree = _inside(facts, day, framework)
        actions = [
            action
            for action in facts.active_counted({"ACTION"}, day)
            if facts.targets("PART_OF", action, day) & tree
        ]
        for theme in facts.themes(framework, day):
            if not any(facts.addresses_under(action, theme, day) for action in actions):
                yield framework, theme


def _inside(facts: Facts, day: date, framework: str) -> set[str]:
    """The framework, and the Frameworks that are part of it by any chain."""
    found: set[str] = set()
    frontier = {framework}
    while frontier:
        found |= frontier
        parts = {part for whole in frontier for part in facts.sources("PART_OF", whole, day)}
        frontier = {x for x in parts if facts.entities[x].kind == "FRAMEWORK"} - found
    return found


def expired(facts: Facts, day: date) -> Iterator[tuple[str, str, str]]:
    """Initiatives that are over, each with a cell that they left to nobody."""
    for initiative in facts.of_kind(*INITIATIVES):
        entity = facts.entities[initiative]
        if entity.draft or not entity.counted or entity.end is None or entity.end >= day:
            continue
        if any(facts.active(newer, day) for newer in successors(facts, day, initiative)):
            continue
        for theme in facts.targets_ever("ADDRESSES", initiative):
            for territory in facts.territories_ever(initiative):
                if state(facts, day, theme, territory) in {"GAP", "STALE", "UNKNOWN"}:
                    yield initiative, theme, territory


def expiring(facts: Facts, day: date) -> Iterator[str]:
    """Active initiatives that end in less than six months, and that nothing succeeds."""
    for initiative in facts.active_counted(INITIATIVES, day):
        end = facts.entities[initiative].end
        soon = end is not None and day <= end < add_months(day, 6)
        if soon and not successors(facts, day, initiative):
            yield initiative


def ungoverned(facts: Facts, day: date) -> Iterator[str]:
    """Active frameworks without a body."""
    for framework in facts.active_counted({"FRAMEWORK"}, day):
        bodies = filter(facts.counted, facts.targets("GOVERNED_BY", framework, day))
        exempted = facts.entities[framework].framework_kind in {"SUBVENTION", "POSTE"}
        if not exempted and not set(bodies):
            yield framework


def paper_articulations(facts: Facts, day: date) -> Iterator[tuple[str, str]]:
    """Declared articulations with nothing in common."""
    for item in articulations(facts, day, status="ON_PAPER"):
        yield item["left"], item["right"]


def overdue(facts: Facts, day: date) -> Iterator[str]:
    """Bodies that should have met within the year, and did not."""
    for body in facts.active_counted({"BODY"}, day):
        meetings = facts.sources("HELD_BY", body, day)
        dates = [facts.entities[meeting].held_on for meeting in meetings]
        past = [held for held in dates if held is not None and held <= day]
        regular = facts.entities[body].frequency in REGULAR
        if regular and past and max(past) < add_months(day, -12):
            yield body
