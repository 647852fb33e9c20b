"""Fragmentation: cells (theme, territory) where several actors lead side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from graph.ontology import RelationType
from graph.view import DayView
from queries.answer import Answer, Rel, Row, by_id, in_order
from queries.initiatives import DELIVERING, Initiatives, initiatives
from queries.kept import kept

Cell: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fragmentation:
    """A cell with at least two distinct leads, and the initiatives found in it."""

    theme: Row
    territory: Row
    leads: tuple[Row, ...]
    initiatives: tuple[Row, ...]
    evidence: tuple[Rel, ...]


@kept
def fragmentation(
    day: DayView, territory: int | None = None, theme: int | None = None
) -> Answer[Fragmentation]:
    """Cells of a theme that an active Action or Scheme addresses and a territory of the same
    one, with two distinct leads or more among the active Actions and Schemes addressing
    something under the theme whose territories include the territory or a wider one.

    ``territory`` keeps cells with a related territory, ``theme`` cells with a theme under it.
    Order: number of leads descending, theme id, territory id.
    """
    facets = initiatives(day)
    themes = None if theme is None else day.below(theme)
    near = None if territory is None else day.related(territory)
    cells = _cells(facets, _candidates(facets, near, theme))
    keys = [
        (len(leads), cell)
        for cell in cells
        if (themes is None or cell[0] in themes) and (near is None or cell[1] in near)
        if len(leads := _leads(facets, _within(day, cells, cell))) > 1
    ]
    rank = day.view.entities.rank
    keys.sort(key=lambda key: (-key[0], int(rank[key[1][0]]), int(rank[key[1][1]])))
    return Answer(keys, lambda key: _explain(facets, cells, key[1]))


def _candidates(facets: Initiatives, near: Iterable[int] | None, theme: int | None) -> list[int]:
    """Actions and Schemes that may stand in a cell kept: a cell's filter is not theirs."""
    day = facets.day
    if near is None:
        return list(map(int, facets.selected(DELIVERING, None, theme)))
    rows = facets.covering({wider for place in near for wider in day.above(place)})
    themes = None if theme is None else day.below(theme).keys()
    return [
        row
        for row in rows.tolist()
        if facets.is_delivering(row)
        and (themes is None or not themes.isdisjoint(facets.themes(row)))
    ]


def _cells(facets: Initiatives, rows: Iterable[int]) -> dict[Cell, set[int]]:
    """Initiatives by the cells that they are in themselves."""
    cells: dict[Cell, set[int]] = {}
    for row in rows:
        for cell in product(facets.themes(row), facets.territories(row)):
            cells.setdefault(cell, set()).add(row)
    return cells


def _within(day: DayView, cells: dict[Cell, set[int]], cell: Cell) -> set[int]:
    """Initiatives on a narrower theme, in the territory or a wider one."""
    return {
        row
        for other in product(day.below(cell[0]), day.above(cell[1]))
        for row in cells.get(other, ())
    }


def _leads(facets: Initiatives, rows: Iterable[int]) -> set[int]:
    return {actor for row in rows for actor in facets.leads(row)}


def _explain(facets: Initiatives, cells: dict[Cell, set[int]], cell: Cell) -> Fragmentation:
    day = facets.day
    rows = _within(day, cells, cell)
    under, above = day.below(cell[0]), day.above(cell[1])
    leads = _leads(facets, rows)
    origin = day.view.relations.origin
    evidence: set[int] = set()
    for row in rows:
        evidence |= facets.facet_evidence(RelationType.ADDRESSES, row, under)
        evidence |= facets.covers_evidence(row, above)
        evidence |= {
            number
            for number in day.into(RelationType.INVOLVED_IN, row)
            if int(origin[number]) in facets.leads(row)
        }
    return Fragmentation(
        Row(cell[0]), Row(cell[1]), by_id(day, leads), by_id(day, rows), in_order(day, evidence)
    )
