"""Partners that a framework, an initiative or a body still misses."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.facts import INITIATIVES, Facts

# Each kind of framework requires one actor kind of every group.
REQUIRED: dict[str, tuple[set[str], ...]] = {
    "CLS": ({"ARS"}, {"COMMUNE", "EPCI"}),
    "CTG": ({"CAF"}, {"COMMUNE", "EPCI"}),
    "PST": ({"DEPARTEMENT"}, {"COMMUNE"}),
    "CONTRAT_DE_VILLE": ({"ETAT"}, {"COMMUNE", "EPCI"}),
}


def missing_partners(facts: Facts, day: date) -> list[dict[str, Any]]:
    """One item per framework by rule and likeness together, and one per expected actor."""
    items: list[dict[str, Any]] = []
    kinds = _kinds_by_framework(facts, day)
    for framework, present in kinds.items():
        required = REQUIRED.get(facts.entities[framework].framework_kind, ())
        if any(not present & group for group in required):
            items.append({"subject": framework, "severity": "HIGH", "actors": []})
        elif _usual_kinds(facts, framework, kinds) - present:
            items.append({"subject": framework, "severity": "MEDIUM", "actors": []})
    expected = {(link.source, link.target) for link in facts.links("EXPECTED_IN", day)}
    present_pairs = {
        (link.source, link.target)
        for kind in ("INVOLVED_IN", "MEMBER_OF")
        for link in facts.links(kind, day)
    }
    for actor, subject in sorted(expected - present_pairs):
        if facts.counted(subject) and facts.entities[subject].kind in INITIATIVES | {"BODY"}:
            items.append({"subject": subject, "severity": "HIGH", "actors": [actor]})
    return items


def _kinds_by_framework(facts: Facts, day: date) -> dict[str, set[str]]:
    """The active Frameworks with a recorded actor, each with the kinds of its actors."""
    return {
        framework: {k for actor in actors for k in actor_kinds(facts, day, actor)}
        for framework in facts.active_counted({"FRAMEWORK"}, day)
        if (actors := facts.involved(framework, day))
    }


def actor_kinds(facts: Facts, day: date, actor: str) -> set[str]:
    """Its kind; for a service, those of what it is part of too. An EPT counts as an EPCI only."""
    kind = facts.entities[actor].actor_kind
    kinds = {"EPCI" if kind == "EPT" else kind} - {""}
    if kind == "SERVICE":
        for whole in facts.targets("PART_OF", actor, day):
            kinds |= actor_kinds(facts, day, whole)
    return kinds


def _usual_kinds(facts: Facts, framework: str, kinds: dict[str, set[str]]) -> set[str]:
    """The actor kinds of more than half of at least four other frameworks of the same kind."""
    own = facts.entities[framework].framework_kind
    others = [
        present
        for other, present in kinds.items()
        if other != framework and own and facts.entities[other].framework_kind == own
    ]
    if len(others) < 4:
        return set()
    every = {kind for present in others for kind in present}
    return {k for k in every if 2 * sum(k in present for present in others) > len(others)}
