"""Answers: an ordered list of keys, and how to explain one of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NewType, TypeVar

import numpy as np

from graph.dates import EndState, end_state
from graph.view import DayView
from graph.view.columns import TYPE_ORDER

Row = NewType("Row", int)
"""An entity of the view, by row number."""
Rel = NewType("Rel", int)
"""A relation of the view, by number."""

_TYPE_RANK = np.argsort(np.argsort(TYPE_ORDER))
"""Place of a type among all in order of their names, by code."""

Key = TypeVar("Key")
Item = TypeVar("Item")


class Answer(Generic[Item]):
    """The items of an answer in order; only those asked for are explained."""

    def __init__(self, keys: Sequence[Key], explain: Callable[[Key], Item]) -> None:
        self._item: Callable[[int], Item] = lambda place: explain(keys[place])
        self.total = len(keys)

    def page(self, start: int = 0, count: int | None = None) -> list[Item]:
        """At most ``count`` items from place ``start`` (0 = first) on, explained."""
        end = self.total if count is None else min(self.total, start + count)
        return [self._item(place) for place in range(start, end)]


@dataclass(frozen=True, slots=True)
class Involvement:
    """An actor's part in an initiative. ``end`` None comes with an ``end_state``."""

    actor: Row
    role: str | None
    start: str | None
    end: str | None
    end_state: EndState


def involvement(day: DayView, relation: int) -> Involvement:
    """What an INVOLVED_IN relation says of its actor."""
    record = day.view.relation(relation)
    return Involvement(
        Row(int(day.view.relations.origin[relation])),
        record.role,
        record.start,
        record.end,
        end_state(record.end, record.open_ended),
    )


def by_id(day: DayView, rows: set[int] | list[int]) -> tuple[Row, ...]:
    """Distinct entities in order of their ids."""
    return tuple(Row(row) for row in day.view.by_id(set(rows)))


def in_order(day: DayView, relations: set[int]) -> tuple[Rel, ...]:
    """Relations ordered by type, origin, target, role, start and year, as evidence is shown."""

    columns, rank, texts = day.view.relations, day.view.entities.rank, day.view.texts.texts
    numbers = np.fromiter(relations, dtype=np.int64, count=len(relations))
    keys = zip(
        _TYPE_RANK[columns.type[numbers]].tolist(),
        rank[columns.stated_origin[numbers]].tolist(),
        rank[columns.stated_target[numbers]].tolist(),
        (texts[code] or "" for code in columns.role[numbers].tolist()),
        (texts[code] or "" for code in columns.start[numbers].tolist()),
        columns.year[numbers].tolist(),
        numbers.tolist(),
        strict=True,
    )
    return tuple(Rel(key[-1]) for key in sorted(keys))
