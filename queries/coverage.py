"""Coverage of a cell: what is actually done on a theme in a territory, and how firmly."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from graph.dates import add_months, iso
from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from queries.answer import Answer, Rel, Row, by_id, in_order
from queries.initiatives import Initiatives, initiatives
from queries.past import stale_in_cell

FIRM_MONTHS = 6
"""A cell is COVERED only by something that lasts at least that long."""

State = Literal["NOT_APPLICABLE", "COVERED", "FRAGILE", "GAP", "STALE", "UNKNOWN"]


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """The state of a cell, with what is in it and why it has this state."""

    theme: Row
    territory: Row
    state: State
    initiatives: tuple[Row, ...]
    actors: tuple[Row, ...]
    reasons: tuple[str, ...]
    evidence: tuple[Rel, ...]


def coverage(
    day: DayView, territory: int, themes: Iterable[int] | None = None
) -> Answer[CoverageCell]:
    """Cells of a territory for the themes given, in their order; by default all, by id.

    In the cell: active Actions and Schemes addressing something under the theme with a
    territory that the cell's is under. Frameworks promise, Actions and Schemes deliver.
    """
    wanted = day.view.rows_of(EntityKind.THEME) if themes is None else list(themes)
    return Answer(wanted, lambda theme: coverage_cell(day, theme, territory))


def coverage_cell(day: DayView, theme: int, territory: int) -> CoverageCell:
    """One cell, explained."""
    facets = initiatives(day)
    rows = _in_cell(facets, theme, territory)
    actors = {actor for row in rows for actor in facets.involved(row)}
    state, reasons, evidence = _state(facets, theme, territory, rows, actors)
    for row in rows:
        evidence |= facets.facet_evidence(RelationType.ADDRESSES, row, day.below(theme))
        evidence |= facets.covers_evidence(row, day.above(territory))
        evidence |= {
            number
            for number in day.into(RelationType.INVOLVED_IN, row)
            if int(day.view.relations.origin[number]) in actors
        }
    return CoverageCell(
        Row(theme),
        Row(territory),
        state,
        by_id(day, rows),
        by_id(day, actors),
        tuple(reasons),
        in_order(day, evidence),
    )


def coverage_states(day: DayView, themes: Iterable[int], territory: int) -> list[State]:
    """The states of a territory's cells alone, without what explains them; one pass over the
    initiatives of the territory, whatever the number of themes."""
    facets = initiatives(day)
    cells: dict[int, set[int]] = {}
    for row in facets.covering(day.above(territory)):
        if facets.is_delivering(row):
            for wider in {wider for theme in facets.themes(row) for wider in day.above(theme)}:
                cells.setdefault(wider, set()).add(row)
    states = []
    for theme in themes:
        rows = cells.get(theme, set())
        actors = {actor for row in rows for actor in facets.involved(row)}
        states.append(_state(facets, theme, territory, rows, actors)[0])
    return states


def _in_cell(facets: Initiatives, theme: int, territory: int) -> set[int]:
    day = facets.day
    rows = facets.addressing(theme) & facets.covering(day.above(territory))
    return {row for row in rows if facets.is_delivering(row)}


def _state(
    facets: Initiatives, theme: int, territory: int, rows: set[int], actors: set[int]
) -> tuple[State, list[str], set[int]]:
    """The first state that holds, why (French), and the relations that decide beside the
    cell's own."""
    day = facets.day
    judged = _judgements(day, RelationType.NOT_APPLICABLE, theme, territory)
    if judged:
        return "NOT_APPLICABLE", ["jugé sans objet par un analyste"], judged
    if rows:
        return (*_strength(day, rows, actors), set())
    promises, proof = _promises(facets, theme, territory)
    if promises:
        return "GAP", promises, proof
    stale = stale_in_cell(facets, theme, territory)
    if stale:
        names = ", ".join(day.view.entity(row).name for row in stale)
        return "STALE", [f"terminé avant le {iso(day.day)} : {names}"], set()
    return "UNKNOWN", ["aucun fait recensé : ni action, ni besoin, ni engagement"], set()


def _strength(day: DayView, rows: set[int], actors: set[int]) -> tuple[State, list[str]]:
    horizon = add_months(day.day, FIRM_MONTHS)
    until = day.view.entities.until
    reasons = []
    if len(actors) < 2:
        reasons.append(f"{len(actors)} acteur participant" if actors else "aucun acteur connu")
    if not any(int(until[row]) >= horizon for row in rows):
        reasons.append(f"toutes les initiatives se terminent avant le {iso(horizon)}")
    if reasons:
        return "FRAGILE", reasons
    return "COVERED", [f"{len(actors)} acteurs, au moins une initiative qui dure"]


def _judgements(day: DayView, type_: RelationType, theme: int, territory: int) -> set[int]:
    target = day.view.relations.target
    return {number for number in day.out(type_, territory) if int(target[number]) == theme}


def _promises(facets: Initiatives, theme: int, territory: int) -> tuple[list[str], set[int]]:
    """Needs, Frameworks and checks that make an empty cell a GAP."""
    day, columns = facets.day, facets.day.view.relations
    reasons: list[str] = []
    proof: set[int] = set()
    wider = day.above(territory)
    for number in day.into(RelationType.ADDRESSES, theme):
        row = int(columns.origin[number])
        kind = day.view.kind(row)
        places = {EntityKind.NEED: {territory}, EntityKind.FRAMEWORK: set(wider)}.get(kind)
        if places is None or not day.is_counted(row):
            continue
        covers = facets.facet_evidence(RelationType.COVERS, row, places)
        if covers:
            what = "besoin identifié" if kind is EntityKind.NEED else "engagement"
            reasons.append(f"{what} sans action : {day.view.entity(row).name}")
            proof |= {number, *covers}
    checked = _judgements(day, RelationType.CHECKED_ABSENT, theme, territory)
    if checked:
        reasons.append("absence vérifiée par un analyste")
    return sorted(set(reasons)), proof | checked
