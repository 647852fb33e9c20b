"""Answers: an ordered list of keys, and how to explain one of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NewType, TypeVar

from graph.dates import EndState, end_state
from graph.view import DayView

Row = NewType("Row", int)
"""An entity of the view, by row number."""
Rel = NewType("Rel", int)
"""A relation of the view, by number."""

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

    def order(number: int) -> tuple[str, str, str, str, str, int]:
        record = day.view.relation(number)
        return (
            record.type,
            record.origin,
            record.target,
            record.role or "",
            record.start or "",
            record.year or 0,
        )

    return tuple(Rel(number) for number in sorted(relations, key=order))
