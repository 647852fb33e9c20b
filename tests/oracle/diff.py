"""What starts and what ends between two days."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.facts import WHATEVER_THE_ENDS, Facts
from tests.oracle.rows import Entity, Relation


def diff(facts: Facts, since: date, until: date) -> list[dict[str, Any]]:
    """Every entity and relation active on exactly one of the two days, in order of date."""
    found: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
    for id, entity in facts.entities.items():
        before, after = facts.active(id, since), facts.active(id, until)
        if before != after:
            item = _item([entity], after) | {"entity": id, "relation": None}
            found.append(((item["date"], before, 0, id), item))
    for relation in facts.relations:
        before = facts.active_relation(relation, since)
        after = facts.active_relation(relation, until)
        if before != after:
            ends = [facts.entities[relation.source], facts.entities[relation.target]]
            parts: list[Entity | Relation] = [relation]
            if relation.type not in WHATEVER_THE_ENDS:
                parts += ends
            item = _item(parts, after) | {"entity": None, "relation": name(relation)}
            found.append(((item["date"], before, 1, *name(relation)), item))
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]


def name(relation: Relation) -> list[str]:
    """What identifies a relation, in the order by which relations are sorted."""
    ends = [relation.type, relation.source, relation.target]
    return [*ends, relation.role, relation.start_text, relation.year]


def _item(parts: list[Entity | Relation], started: bool) -> dict[str, Any]:
    """The change, on the first day on which all the parts hold or on the last."""
    if started:
        day = max(part.start for part in parts if part.start is not None)
        return {"change": "STARTED", "date": day.isoformat()}
    day = min(part.end for part in parts if part.end is not None)
    return {"change": "ENDED", "date": day.isoformat()}
