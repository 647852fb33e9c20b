"""Cells that a change may reach, so that a what-if need not look at every one.

A cell (theme, territory) rests on what is done, needed, promised or judged on narrower themes
in wider territories; only what a change touches, or is linked to what it touches, counts.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from graph.changes.preview import Preview
from graph.ontology import INITIATIVES, RELATIONS, EntityKind, RelationType
from graph.view import DayView
from queries.initiatives import initiatives
from queries.past import past_territories, past_themes

Cell: TypeAlias = tuple[str, str]
"""Ids of a theme and a territory."""
_JUDGEMENTS = (RelationType.NOT_APPLICABLE, RelationType.CHECKED_ABSENT)
_CHAINS = tuple(
    type_
    for type_, rule in RELATIONS.items()
    if any(start in INITIATIVES and end in INITIATIVES for start, end in rule.ends)
)
"""Types of relation that may lead from one initiative to another."""
_ACTING = INITIATIVES | {EntityKind.NEED, EntityKind.ACTOR}


def affected_cells(before: DayView, after: Preview) -> list[Cell]:
    """Cells of directly covered or judged territories that the change may reach, by territory
    then theme. A change of hierarchy may reach all themes, and all territories for one of
    themes."""
    days = (before, after.view.on(before.day))
    judged = {day.view.kind(row) for day in days for row in _rows(day, after.judged, *EntityKind)}
    everywhere = RelationType.BROADER in after.types or EntityKind.THEME in judged
    themes = {id_ for day in days for id_ in _themes(day, after.touched)}
    if everywhere or RelationType.WITHIN in after.types or EntityKind.TERRITORY in judged:
        themes = {id_ for day in days for id_ in _ids(day, day.view.rows_of(EntityKind.THEME))}
    reached = {id_ for day in days for id_ in _territories(day, after.touched)}
    territories = {
        id_
        for day in days
        for row in _covered(day)
        if everywhere or not reached.isdisjoint(_ids(day, day.above(row)))
        for id_ in _ids(day, [row])
    }
    return [(theme, place) for place in sorted(territories) for theme in sorted(themes)]


def affected_initiatives(before: DayView, after: Preview) -> frozenset[str] | None:
    """Initiatives of which an overlap may change: those touched and all that leads to them by
    chains of relations between initiatives. None when anything else is touched.

    What is said of an overlap rests on its two sides and, of other initiatives, on what such
    chains lead them to.
    """
    days = (before, after.view.on(before.day))
    kinds = {day.view.kind(row) for day in days for row in _rows(day, after.touched, *EntityKind)}
    if after.types or after.judged or not kinds or not kinds <= INITIATIVES:
        return None
    return frozenset(id_ for day in days for id_ in _ids(day, _leading(day, after.touched)))


def _leading(day: DayView, touched: Collection[str]) -> set[int]:
    found = set(_rows(day, touched, *INITIATIVES))
    edge = found
    while edge:
        edge = {row for end in edge for type_ in _CHAINS for row in day.origins(type_, end)} - found
        found = found | edge
    return found


def _covered(day: DayView) -> set[int]:
    """Territories that something active covers or that an analyst judged."""
    return {
        row
        for row in day.view.rows_of(EntityKind.TERRITORY)
        if day.into(RelationType.COVERS, row) or any(day.out(type_, row) for type_ in _JUDGEMENTS)
    }


def _themes(day: DayView, touched: Collection[str]) -> Iterator[str]:
    named = _rows(day, touched, EntityKind.THEME)
    about = {theme for row in _acting(day, touched) for theme in past_themes(day, row)}
    for theme in {*named, *about}:
        yield from _ids(day, day.above(theme))


def _territories(day: DayView, touched: Collection[str]) -> Iterator[str]:
    yield from _ids(day, _rows(day, touched, EntityKind.TERRITORY))
    for row in _acting(day, touched):
        yield from _ids(day, past_territories(day, row) | initiatives(day).territories(row))


def _acting(day: DayView, touched: Collection[str]) -> set[int]:
    """Initiatives, needs and actors touched, and the initiatives and needs linked to them."""
    named = _rows(day, touched, *_ACTING)
    columns = day.view.relations
    linked = {
        int(end[number])
        for row in named
        for number in day.view.touching(row)
        for end in (columns.origin, columns.target)
    }
    return {row for row in linked | set(named) if day.view.kind(row) in _ACTING}


def _rows(day: DayView, touched: Collection[str], *kinds: EntityKind) -> list[int]:
    rows = {row for id_ in touched if (row := day.view.row(id_)) is not None}
    return [row for row in rows if day.view.kind(row) in kinds]


def _ids(day: DayView, rows: Iterable[int]) -> list[str]:
    return [day.view.entity(row).id for row in rows]
