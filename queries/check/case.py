"""What the rules read: the graph whatever its dates, and when each fact was stated."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from graph.ontology import EntityKind, RelationType
from graph.view import DayView, GraphView


class Hit(NamedTuple):
    """What a rule found: an entity, or one with another, or a relation of it; ``said`` says
    in French what is the matter."""

    subject: int
    said: str
    other: int | None = None
    relation: int | None = None


@dataclass(frozen=True)
class Case:
    """The graph to check. ``recorded`` is the day (ordinal) on which a revision was written."""

    day: DayView
    recorded: Callable[[int], int]

    @property
    def view(self) -> GraphView:
        """The view that the day restricts."""
        return self.day.view

    def ever(self, type_: RelationType, row: int, *, outgoing: bool = True) -> list[int]:
        """Relations of a type at an entity, whatever the dates."""
        numbers = self.view.adjacency(type_, outgoing=outgoing).of(row)
        found: list[int] = numbers[self.view.relations.visible[numbers]].tolist()
        return found

    def ends(self, type_: RelationType, row: int, *, outgoing: bool = True) -> set[int]:
        """Where these relations lead."""
        columns = self.view.relations
        ends = columns.target if outgoing else columns.origin
        return set(ends[self.ever(type_, row, outgoing=outgoing)].tolist())

    def counted(self, *kinds: EntityKind) -> list[int]:
        """Entities that enter counts and are more than a project: neither generic, nor a
        family, nor a RESOURCE, nor a DRAFT."""
        return [
            row
            for row in self.view.rows_of(*kinds)
            if self.day.is_counted(row) and self.view.entity(row).props.get("status") != "DRAFT"
        ]

    def named(self, row: int) -> str:
        """An entity between French quotes."""
        return f"« {self.view.entity(row).name} »"
