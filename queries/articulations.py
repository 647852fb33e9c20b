"""Articulation between frameworks: declared or not, effective or on paper."""

from dataclasses import dataclass
from itertools import product
from typing import Literal

from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from queries.answer import Answer, Rel, Row, by_id, in_order
from queries.initiatives import initiatives
from queries.kept import kept

HUBS = frozenset({"DEPARTEMENT", "REGION", "ETAT", "CAF", "CPAM", "ARS"})
"""Actor kinds present nearly everywhere, which ``ignore_hubs`` does not count."""

Status = Literal["UNKNOWN", "EFFECTIVE", "ON_PAPER", "DE_FACTO", "MISSING"]


@dataclass(frozen=True, slots=True)
class Articulation:
    """How two frameworks meet. ``shared_themes``: the narrower of each related pair."""

    left: Row
    right: Row
    status: Status
    declared: bool
    shared_actors: tuple[Row, ...]
    shared_bodies: tuple[Row, ...]
    shared_themes: tuple[Row, ...]
    evidence: tuple[Rel, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """One framework, seen once for all its pairs."""

    row: int
    themes: set[int]
    near_themes: set[int]
    territories: frozenset[int]
    near_territories: set[int]
    actors: set[int]
    bodies: set[int]
    declared: set[int]


@dataclass(frozen=True, slots=True)
class _Pair:
    left: _Side
    right: _Side
    status: Status


@kept
def articulations(
    day: DayView,
    territory: int | None = None,
    *,
    status: Status | None = None,
    ignore_hubs: bool = False,
) -> Answer[Articulation]:
    """Pairs of active Frameworks with a related pair of own territories, and how they meet.

    Status, the first that holds: UNKNOWN (one has neither a recorded actor nor a body),
    EFFECTIVE (declared, something shared), ON_PAPER (declared, nothing shared), DE_FACTO (not
    declared, something shared, a related theme), MISSING (a related theme only). Other pairs
    are not listed, and UNKNOWN ones only when declared or with a related theme. With
    ``ignore_hubs`` shared actors of hub kinds are shown but do not count. Order: left, right.
    """
    facets = initiatives(day)
    rows = facets.selected((EntityKind.FRAMEWORK,), territory, None)
    sides = [_side(day, row) for row in day.view.by_id(rows)]
    keys = []
    for place, left in enumerate(sides):
        for right in sides[place + 1 :]:
            if left.near_territories.isdisjoint(right.territories):
                continue
            found = _status(day, left, right, ignore_hubs=ignore_hubs)
            if found is not None and status in (None, found):
                keys.append(_Pair(left, right, found))
    return Answer(keys, lambda pair: _explain(day, pair))


def articulation(day: DayView, left: int, right: int) -> Articulation | None:
    """How two active, counted Frameworks meet (left id < right id); None when not listed."""
    sides = _side(day, left), _side(day, right)
    if sides[0].near_territories.isdisjoint(sides[1].territories):
        return None
    status = _status(day, *sides, ignore_hubs=False)
    return None if status is None else _explain(day, _Pair(*sides, status))


def _side(day: DayView, row: int) -> _Side:
    facets = initiatives(day)
    themes, territories = facets.themes(row), facets.territories(row)
    return _Side(
        row,
        themes,
        {near for theme in themes for near in day.related(theme)},
        territories,
        {near for place in territories for near in day.related(place)},
        facets.involved(row),
        facets.bodies(row),
        set(day.partners(RelationType.ARTICULATED_WITH, row)),
    )


def _status(day: DayView, left: _Side, right: _Side, *, ignore_hubs: bool) -> Status | None:
    declared = right.row in left.declared
    themes = not left.near_themes.isdisjoint(right.themes)
    recorded = all(side.actors or side.bodies for side in (left, right))
    actors = left.actors & right.actors
    if ignore_hubs:
        actors = {actor for actor in actors if not _is_hub(day, actor)}
    shared = bool(actors or left.bodies & right.bodies)
    if not recorded:
        return "UNKNOWN" if declared or themes else None
    if declared:
        return "EFFECTIVE" if shared else "ON_PAPER"
    if not themes:
        return None
    return "DE_FACTO" if shared else "MISSING"


def _is_hub(day: DayView, actor: int) -> bool:
    return day.view.entity(actor).props.get("actor_kind") in HUBS


def _explain(day: DayView, pair: _Pair) -> Articulation:
    left, right = pair.left, pair.right
    actors, bodies = left.actors & right.actors, left.bodies & right.bodies
    themes = {
        one if other in day.above(one) else other
        for one, other in product(left.themes, right.themes)
        if other in day.related(one)
    }
    return Articulation(
        Row(left.row),
        Row(right.row),
        pair.status,
        right.row in left.declared,
        by_id(day, actors),
        by_id(day, bodies),
        by_id(day, themes),
        in_order(day, _evidence(day, pair, actors | bodies)),
    )


def _evidence(day: DayView, pair: _Pair, shared: set[int]) -> set[int]:
    """The declaration, what ties both to what they share, their related themes and places."""
    facets, columns = initiatives(day), day.view.relations
    found = {
        number
        for number in (
            *day.out(RelationType.ARTICULATED_WITH, pair.left.row),
            *day.into(RelationType.ARTICULATED_WITH, pair.left.row),
        )
        if pair.right.row in (int(columns.origin[number]), int(columns.target[number]))
    }
    for side, other in ((pair.left, pair.right), (pair.right, pair.left)):
        related = side.themes & other.near_themes
        found |= facets.facet_evidence(RelationType.ADDRESSES, side.row, related)
        found |= facets.covers_evidence(side.row, side.territories & other.near_territories)
        found |= facets.facet_evidence(RelationType.GOVERNED_BY, side.row, shared)
        found |= {
            number
            for number in day.into(RelationType.INVOLVED_IN, side.row)
            if int(columns.origin[number]) in shared
        }
    return found
