"""Comparison of two territories: what is done on each theme, and who is there."""

from dataclasses import dataclass

from graph.ontology import EntityKind
from graph.view import DayView
from queries.answer import Answer, Rel, Row, by_id, in_order
from queries.coverage import State, cell_of
from queries.network import network
from queries.place import Place


@dataclass(frozen=True, slots=True)
class ComparedTheme:
    """The states of a theme's cells in two territories."""

    theme: Row
    left: State
    right: State
    evidence: tuple[Rel, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Entities of one territory only, of the other only, and of both, by id."""

    left: tuple[Row, ...]
    right: tuple[Row, ...]
    both: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ComparedLists:
    """Frameworks, bodies and actors of two territories."""

    frameworks: Sides
    bodies: Sides
    actors: Sides


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two territories side by side."""

    items: tuple[ComparedTheme, ...]
    frameworks: Sides
    bodies: Sides
    actors: Sides


def comparison(day: DayView, left: int, right: int) -> Comparison:
    """The two territories as a whole."""
    lists = compared_lists(day, left, right)
    return Comparison(
        tuple(compare(day, left, right).page()), lists.frameworks, lists.bodies, lists.actors
    )


def compare(day: DayView, left: int, right: int) -> Answer[ComparedTheme]:
    """Both coverage states of every theme of the store, by id."""
    one, other = Place(day, left), Place(day, right)
    return Answer(day.view.rows_of(EntityKind.THEME), lambda theme: _theme(one, other, theme))


def _theme(left: Place, right: Place, theme: int) -> ComparedTheme:
    cells, day = (cell_of(left, theme), cell_of(right, theme)), left.day
    evidence = {number for cell in cells for number in cell.evidence}
    return ComparedTheme(Row(theme), cells[0].state, cells[1].state, in_order(day, set(evidence)))


def compared_lists(day: DayView, left: int, right: int) -> ComparedLists:
    """Active, counted Frameworks related to a territory, with the bodies that govern and the
    actors involved in its initiatives: those that G(d) keeps for it."""
    one, other = (set(network(day, territory).rows.tolist()) for territory in (left, right))

    def sides(kind: EntityKind) -> Sides:
        left, right = ({row for row in side if day.view.kind(row) is kind} for side in (one, other))
        return Sides(by_id(day, left - right), by_id(day, right - left), by_id(day, left & right))

    return ComparedLists(
        sides(EntityKind.FRAMEWORK), sides(EntityKind.BODY), sides(EntityKind.ACTOR)
    )
