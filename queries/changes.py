"""Changes between two days: what starts to be active, what ceases to be."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from graph.dates import iso
from graph.errors import InvalidData
from graph.ontology import RELATIONS
from graph.view import GraphView
from graph.view.columns import ANY_DATE, Days
from queries.answer import Answer, Rel, Row

Kind = Literal["STARTED", "ENDED"]
_Order: TypeAlias = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An entity or a relation active on one of two days only."""

    change: Kind
    entity: Row | None
    relation: Rel | None
    date: str


@dataclass(frozen=True, slots=True)
class _Key:
    date: int
    change: Kind
    is_relation: bool
    number: int


def changes(view: GraphView, since: int, until: int) -> Answer[Change]:
    """Entities and relations active on exactly one of two days.

    The relations that are read whatever the dates of their ends go by their own period.
    Order: date, STARTED before ENDED, entities before relations, id; relations by type, from,
    to, role, start (a symmetric one from its smaller id). Raises InvalidData when ``since``
    is after ``until``.
    """
    if since > until:
        raise InvalidData(
            f"le premier jour ({iso(since)}) est après le second ({iso(until)}) : les échanger",
            code="SINCE_AFTER_UNTIL",
        )
    keys = [*_entities(view, since, until), *_relations(view, since, until)]
    keys.sort(key=lambda key: _order(view, key))
    return Answer(keys, _explain)


def _entities(view: GraphView, since: int, until: int) -> Iterator[_Key]:
    columns = view.entities
    before, after = view.on(since).active, view.on(until).active
    for row in np.flatnonzero(before != after).tolist():
        started = bool(after[row])
        date = int(columns.since[row] if started else columns.until[row])
        yield _Key(date, "STARTED" if started else "ENDED", False, row)


def _relations(view: GraphView, since: int, until: int) -> Iterator[_Key]:
    before, after = view.on(since).relation_active, view.on(until).relation_active
    first, last = _spans(view)
    for number in np.flatnonzero(before != after).tolist():
        started = bool(after[number])
        date = int(first[number] if started else last[number])
        yield _Key(date, "STARTED" if started else "ENDED", True, number)


def _spans(view: GraphView) -> tuple[Days, Days]:
    """First and last day on which each relation holds with both its ends."""
    entities, columns = view.entities, view.relations
    own = ANY_DATE[columns.type]
    since = np.maximum(entities.since[columns.origin], entities.since[columns.target])
    until = np.minimum(entities.until[columns.origin], entities.until[columns.target])
    first: Days = np.where(own, columns.since, np.maximum(columns.since, since))
    last: Days = np.where(own, columns.until, np.minimum(columns.until, until))
    return first, last


def _order(view: GraphView, key: _Key) -> _Order:
    first: _Order = (key.date, key.change == "ENDED", key.is_relation)
    rank = view.entities.rank
    if not key.is_relation:
        return (*first, int(rank[key.number]))
    record, columns = view.relation(key.number), view.relations
    ends = [int(rank[side[key.number]]) for side in (columns.origin, columns.target)]
    if RELATIONS[record.type].symmetric:
        ends.sort()
    year = record.key.year or 0
    return (*first, record.type, *ends, record.role or "", record.start or "", year)


def _explain(key: _Key) -> Change:
    entity = None if key.is_relation else Row(key.number)
    relation = Rel(key.number) if key.is_relation else None
    return Change(key.change, entity, relation, iso(key.date))
