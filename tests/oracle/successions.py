"""What succeeds what."""

from __future__ import annotations

from datetime import date

from tests.oracle.facts import Facts


def successors(facts: Facts, day: date, initiative: str) -> set[str]:
    """The counted initiatives that reach it by SUCCEEDS.

    The relation is read by its own period, whatever the dates of its ends. A draft succeeds
    nothing, so that no chain goes through it; one goes through what is not counted.
    """
    found: set[str] = set()
    frontier = {initiative}
    while frontier:
        newer = {x for old in frontier for x in facts.sources("SUCCEEDS", old, day)}
        frontier = {x for x in newer if not facts.entities[x].draft} - found
        found |= frontier
    return set(filter(facts.counted, found))
