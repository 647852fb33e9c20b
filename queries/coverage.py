"""Coverage of a cell: what is actually done on a theme in a territory, and how firmly."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from graph.dates import add_months, iso
from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from queries.answer import Answer, Rel, Row, by_id, in_order
from queries.place import Place

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
    place = Place(day, territory)
    return Answer(wanted, lambda theme: cell_of(place, theme))


def coverage_cell(day: DayView, theme: int, territory: int) -> CoverageCell:
    """One cell, explained."""
    return cell_of(Place(day, territory), theme)


def cell_of(place: Place, theme: int) -> CoverageCell:
    """One cell of a territory that is read once for all its themes."""
    day = place.facets.day
    addressing = place.on(theme)
    involved = [pair for row in addressing for pair in place.involved(row)]
    actors = {actor for actor, _ in involved}
    state, reasons, evidence = _state(place, theme, set(addressing), actors)
    evidence.update(number for _, number in involved)
    for row, numbers in addressing.items():
        evidence |= numbers | place.covers(row)
    return CoverageCell(
        Row(theme),
        Row(place.territory),
        state,
        by_id(day, set(addressing)),
        by_id(day, actors),
        tuple(reasons),
        in_order(day, evidence),
    )


def coverage_states(day: DayView, themes: Iterable[int], territory: int) -> list[State]:
    """The states of a territory's cells alone, without the evidence that explains them."""
    place = Place(day, territory)
    states = []
    for theme in themes:
        rows = set(place.on(theme))
        actors = {actor for row in rows for actor, _ in place.involved(row)}
        states.append(_state(place, theme, rows, actors)[0])
    return states


def _state(
    place: Place, theme: int, rows: set[int], actors: set[int]
) -> tuple[State, list[str], set[int]]:
    """The first state that holds, why (French), and the relations that decide beside the
    cell's own."""
    day = place.facets.day
    judged = _judgements(day, RelationType.NOT_APPLICABLE, theme, place.territory)
    if judged:
        return "NOT_APPLICABLE", ["jugé sans objet par un analyste"], judged
    if rows:
        return (*_strength(day, rows, actors), set())
    promises, proof = _why_gap(place, theme)
    if promises:
        return "GAP", promises, proof
    stale = place.stale(theme)
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


def _why_gap(place: Place, theme: int) -> tuple[list[str], set[int]]:
    """Needs, Frameworks and checks that make an empty cell a GAP."""
    promises = place.promises(theme)
    reasons = {each.reason for each in promises}
    proof = {number for each in promises for number in each.proof}
    checked = _judgements(place.facets.day, RelationType.CHECKED_ABSENT, theme, place.territory)
    if checked:
        reasons.add("absence vérifiée par un analyste")
    return sorted(reasons), proof | checked
