"""Overlaps as they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Literal

from graph.ontology import RelationType
from graph.view import DayView
from queries.answer import Rel, Row, by_id, in_order
from queries.initiatives import initiatives
from queries.overlaps.managing import Manager, management_evidence, managers

Level = Literal["DUPLICATION", "OVERLAP"]


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


def explained(day: DayView, left: int, right: int, level: Level, score: float) -> Overlap:
    """An overlap with its shared concepts, what manages it, and evidence."""
    facets = initiatives(day)
    coordinating = managers(facets, left, right)
    both = (left, right)
    themes = _narrower(day, *(facets.themes(row) for row in both))
    territories = _narrower(day, *(facets.territories(row) for row in both))
    audiences = _narrower(day, *(facets.audiences(row) for row in both))
    evidence: set[int] = {each.relation for each in coordinating if each.relation is not None}
    for row in both:
        evidence |= facets.facet_evidence(RelationType.ADDRESSES, row, themes.matched)
        evidence |= facets.covers_evidence(row, territories.matched)
        evidence |= facets.facet_evidence(RelationType.TARGETS, row, audiences.matched)
        evidence |= management_evidence(day, row, coordinating)
    return Overlap(
        Row(left),
        Row(right),
        level,
        score,
        by_id(day, themes.narrower),
        by_id(day, territories.narrower),
        by_id(day, audiences.narrower),
        bool(coordinating),
        tuple(coordinating),
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
