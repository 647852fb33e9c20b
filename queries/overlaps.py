"""Overlaps: pairs of initiatives on related themes, territories and audiences without a
common lead; managed when something coordinates them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from graph.errors import InvalidData
from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.view import DayView
from queries.answer import Answer, Rel, Row, by_id, in_order
from queries.initiatives import DELIVERING, Initiatives, initiatives

MOST_UNFILTERED = 20_000
"""Active initiatives above which a territory or a theme must be given."""

Level = Literal["DUPLICATION", "OVERLAP"]
Reason = Literal["BODY", "LEADS_BODY", "ARTICULATION", "FRAMEWORK", "ACTOR"]


@dataclass(frozen=True, slots=True)
class Manager:
    """What coordinates the two sides: a body, framework or actor, or a declared articulation."""

    reason: Reason
    entity: Row | None
    relation: Rel | None


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two initiatives that overlap; concepts are the narrower of each related pair."""

    left: Row
    right: Row
    level: Level
    score: float
    themes: tuple[Row, ...]
    territories: tuple[Row, ...]
    audiences: tuple[Row, ...]
    managed: bool
    managed_by: tuple[Manager, ...]
    evidence: tuple[Rel, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    left: int
    right: int
    level: Level
    score: float


def overlaps(
    day: DayView,
    territory: int | None = None,
    theme: int | None = None,
    *,
    managed: bool | None = None,
    level: Level | None = None,
    kinds: Sequence[EntityKind] = DELIVERING,
) -> Answer[Overlap]:
    """Overlaps among active initiatives of the ``kinds`` (Actions and Schemes by default).

    ``territory`` and ``theme`` filter both sides, ``managed`` and ``level`` keep some.
    Order: score descending, left id, right id. Raises InvalidData without a territory or
    theme above 20,000 active initiatives.
    """
    if territory is None and theme is None and len(day.active_rows(*INITIATIVES)) > MOST_UNFILTERED:
        raise InvalidData(
            f"plus de {MOST_UNFILTERED} initiatives sont actives ce jour-là : "
            "choisir un territoire ou un thème",
            code="FILTER_REQUIRED",
        )
    facets = initiatives(day)
    pairs = [
        pair
        for left, right in _candidates(facets, facets.selected(kinds, territory, theme))
        if (pair := _overlap(facets, left, right)) is not None
        and (level is None or pair.level == level)
        and (managed is None or managed == bool(_managers(facets, left, right)))
    ]
    rank = day.view.entities.rank
    pairs.sort(key=lambda pair: (-pair.score, int(rank[pair.left]), int(rank[pair.right])))
    return Answer(pairs, lambda pair: _explain(facets, pair))


def overlap(day: DayView, left: int, right: int) -> Overlap | None:
    """The overlap of two active, counted initiatives (left id < right id); None when they do
    not overlap."""
    facets = initiatives(day)
    rows = [row for row in (left, right) if day.active[row] and day.is_counted(row)]
    if len(rows) < 2 or (left, right) not in _candidates(facets, rows):
        return None
    pair = _overlap(facets, left, right)
    return None if pair is None else _explain(facets, pair)


def _candidates(facets: Initiatives, rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Pairs (smaller id first) with a related theme and a related territory."""
    day, rank = facets.day, facets.day.view.entities.rank
    cells: dict[tuple[int, int], list[int]] = {}
    for row in sorted(rows, key=lambda row: int(rank[row])):
        themes, territories = facets.themes(row), facets.territories(row)
        near_themes = {near for theme in themes for near in day.related(theme)}
        near_territories = {near for place in territories for near in day.related(place)}
        earlier = {
            other
            for cell in product(near_themes, near_territories)
            for other in cells.get(cell, ())
        }
        for other in earlier:
            yield other, row
        for cell in product(themes, territories):
            cells.setdefault(cell, []).append(row)


def _overlap(facets: Initiatives, left: int, right: int) -> _Pair | None:
    day = facets.day
    if facets.leads(left) & facets.leads(right):
        return None
    if _is_part_of(day, left, right) or _is_part_of(day, right, left):
        return None
    left_audiences, right_audiences = facets.audiences(left), facets.audiences(right)
    if left_audiences & right_audiences:
        nearness = 1.0
    elif left_audiences and right_audiences:
        if _distance(day, left_audiences, right_audiences) is None:
            return None
        nearness = 0.5
    else:
        nearness = 0.5 if left_audiences or right_audiences else 0.25
    themes = _distance(day, facets.themes(left), facets.themes(right))
    territories = _distance(day, facets.territories(left), facets.territories(right))
    assert themes is not None
    assert territories is not None
    identical = themes == 0 and territories == 0 and nearness == 1.0
    level: Level = "DUPLICATION" if identical and _same_activity(day, left, right) else "OVERLAP"
    return _Pair(left, right, level, round(nearness / (1 + themes) / (1 + territories), 6))


def _distance(day: DayView, lefts: Iterable[int], rights: Iterable[int]) -> int | None:
    """Smallest distance over related pairs; None when no pair is related."""
    others = set(rights)
    found = [
        steps
        for concept in lefts
        for other, steps in day.related(concept).items()
        if other in others
    ]
    return min(found, default=None)


def _same_activity(day: DayView, left: int, right: int) -> bool:
    types = [day.view.entity(row).props.get("activity_type") for row in (left, right)]
    return None in types or types[0] == types[1]


def _is_part_of(day: DayView, part: int, whole: int) -> bool:
    """Whether a chain of active PART_OF leads from part to whole."""
    seen, edge = {part}, [part]
    while edge:
        row = edge.pop()
        for parent in day.targets(RelationType.PART_OF, row):
            if parent == whole:
                return True
            if parent not in seen:
                seen.add(parent)
                edge.append(parent)
    return False


def _managers(facets: Initiatives, left: int, right: int) -> list[Manager]:
    """What coordinates the two: reasons in the order of the page of questions, then by id."""
    day = facets.day
    left_leads, right_leads = facets.leads(left), facets.leads(right)
    found = [
        *_entities(day, "BODY", facets.bodies(left) & facets.bodies(right)),
        *_entities(day, "LEADS_BODY", _seats(day, left_leads) & _seats(day, right_leads)),
        *(Manager("ARTICULATION", None, number) for number in _articulations(facets, left, right)),
        *_entities(day, "FRAMEWORK", facets.frameworks(left) & facets.frameworks(right)),
    ]
    leading = (left_leads & facets.involved(right)) | (right_leads & facets.involved(left))
    return [*found, *_entities(day, "ACTOR", leading)]


def _entities(day: DayView, reason: Reason, rows: set[int]) -> list[Manager]:
    return [Manager(reason, row, None) for row in by_id(day, rows)]


def _seats(day: DayView, actors: Iterable[int]) -> set[int]:
    return {
        body
        for actor in actors
        for body in day.targets(RelationType.MEMBER_OF, actor)
        if day.is_counted(body)
    }


def _articulations(facets: Initiatives, left: int, right: int) -> tuple[Rel, ...]:
    day, columns = facets.day, facets.day.view.relations
    left_side = {left, *facets.frameworks(left)}
    right_side = {right, *facets.frameworks(right)}
    found = set()
    for row in left_side:
        for number in day.out(RelationType.ARTICULATED_WITH, row):
            if int(columns.target[number]) in right_side:
                found.add(number)
        for number in day.into(RelationType.ARTICULATED_WITH, row):
            if int(columns.origin[number]) in right_side:
                found.add(number)
    return in_order(day, found)


def _explain(facets: Initiatives, pair: _Pair) -> Overlap:
    day = facets.day
    managers = _managers(facets, pair.left, pair.right)
    both = (pair.left, pair.right)
    themes = _narrower(day, *(facets.themes(row) for row in both))
    territories = _narrower(day, *(facets.territories(row) for row in both))
    audiences = _narrower(day, *(facets.audiences(row) for row in both))
    evidence: set[int] = {each.relation for each in managers if each.relation is not None}
    for row in both:
        evidence |= facets.facet_evidence(RelationType.ADDRESSES, row, themes.matched)
        evidence |= facets.covers_evidence(row, territories.matched)
        evidence |= facets.facet_evidence(RelationType.TARGETS, row, audiences.matched)
        evidence |= _management_evidence(day, row, managers)
    return Overlap(
        Row(pair.left),
        Row(pair.right),
        pair.level,
        pair.score,
        by_id(day, themes.narrower),
        by_id(day, territories.narrower),
        by_id(day, audiences.narrower),
        bool(managers),
        tuple(managers),
        in_order(day, evidence),
    )


@dataclass(frozen=True, slots=True)
class _Matches:
    narrower: set[int]
    matched: set[int]


def _narrower(day: DayView, lefts: Iterable[int], rights: Iterable[int]) -> _Matches:
    """The narrower concept of each related pair, and all concepts of such pairs."""
    narrower, matched = set(), set()
    for left, right in product(lefts, rights):
        if right in day.related(left):
            narrower.add(left if right in day.above(left) else right)
            matched |= {left, right}
    return _Matches(narrower, matched)


def _management_evidence(day: DayView, row: int, managers: Iterable[Manager]) -> set[int]:
    """Relations that tie one side to what coordinates both."""
    facets, columns = initiatives(day), day.view.relations
    entities = {each.entity for each in managers if each.entity is not None}
    found = {
        number
        for type_ in (RelationType.GOVERNED_BY, RelationType.PART_OF)
        for number in day.out(type_, row)
        if int(columns.target[number]) in entities
    }
    leads = facets.leads(row)
    for number in day.into(RelationType.INVOLVED_IN, row):
        actor = int(columns.origin[number])
        seats = {
            seat
            for seat in day.out(RelationType.MEMBER_OF, actor)
            if int(columns.target[seat]) in entities
        }
        if actor in entities:
            found.add(number)
        if actor in leads and seats:
            found |= {number, *seats}
    return found
