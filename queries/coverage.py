"""Coverage of a cell: what is actually done on a theme in a territory, and how firmly."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from graph.dates import iso
from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from queries.answer import Answer, Rel, Row, by_id, in_order
from queries.ground import Done
from queries.place import Place

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
    day, done = place.day, place.done(theme)
    addressing = {row: numbers for each in done for row, numbers in each.rows.items()}
    actors = {actor for each in done for actor in each.actors}
    state, reasons, evidence = _state(place, theme, done)
    for row, numbers in addressing.items():
        evidence |= numbers | place.covers(row)
        evidence.update(number for _, number in place.involved(row))
    return CoverageCell(
        Row(theme),
        Row(place.territory),
        state,
        by_id(day, set(addressing)),
        by_id(day, actors),
        tuple(reasons),
        in_order(day, evidence),
    )


def state_of(place: Place, theme: int) -> State:
    """The state of a cell alone, without the evidence that explains it."""
    return _state(place, theme, place.done(theme))[0]


def coverage_states(day: DayView, themes: Iterable[int], territory: int) -> list[State]:
    """The states of a territory's cells alone."""
    place = Place(day, territory)
    return [state_of(place, theme) for theme in themes]


def _state(place: Place, theme: int, done: list[Done]) -> tuple[State, list[str], set[int]]:
    """The first state that holds, why (French), and the relations that decide beside the
    cell's own."""
    day = place.day
    judged = place.judgements(RelationType.NOT_APPLICABLE, theme)
    if judged:
        return "NOT_APPLICABLE", ["jugé sans objet par un analyste"], set(judged)
    if done:
        return (*_strength(place, done), set())
    promises, proof = _why_gap(place, theme)
    if promises:
        return "GAP", promises, proof
    stale = place.stale(theme)
    if stale:
        names = ", ".join(day.view.entity(row).name for row in stale)
        return "STALE", [f"terminé avant le {iso(day.day)} : {names}"], set()
    return "UNKNOWN", ["aucun fait recensé : ni action, ni besoin, ni engagement"], set()


def _strength(place: Place, done: list[Done]) -> tuple[State, list[str]]:
    horizon = place.firm_until
    count = len(frozenset[int]().union(*(each.actors for each in done)))
    reasons = []
    if count < 2:
        reasons.append(f"{count} acteur participant" if count else "aucun acteur connu")
    if not any(each.until >= horizon for each in done):
        reasons.append(f"toutes les initiatives se terminent avant le {iso(horizon)}")
    if reasons:
        return "FRAGILE", reasons
    return "COVERED", [f"{count} acteurs, au moins une initiative qui dure"]


def _why_gap(place: Place, theme: int) -> tuple[list[str], set[int]]:
    """Needs, Frameworks and checks that make an empty cell a GAP."""
    promises = place.promises(theme)
    reasons = {each.reason for each in promises}
    proof = {number for each in promises for number in each.proof}
    checked = place.judgements(RelationType.CHECKED_ABSENT, theme)
    if checked:
        reasons.add("absence vérifiée par un analyste")
    return sorted(reasons), proof | checked
