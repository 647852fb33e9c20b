"""What coordinates two initiatives that overlap: whether anything does, for many pairs at once,
and what it is, for the pairs shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph.ontology import RelationType
from graph.view import DayView
from graph.view.columns import Flags, Numbers
from queries.answer import Rel, Row, by_id, in_order
from queries.incidence import Incidence, incidence
from queries.initiatives import Initiatives, initiatives
from queries.overlaps.facets import counted, led_by, parents, through

Reason = Literal["BODY", "LEADS_BODY", "ARTICULATION", "FRAMEWORK", "ACTOR"]


@dataclass(frozen=True, slots=True)
class Manager:
    """What coordinates the two sides: a body, framework or actor, or a declared articulation."""

    reason: Reason
    entity: Row | None
    relation: Rel | None


class Coordination:
    """What coordinates the rows of an answer, read once for all their pairs."""

    def __init__(self, day: DayView, rows: Numbers) -> None:
        count = len(rows)
        self._leads = led_by(day, rows)
        self._involved = incidence(initiatives(day).involvements(rows), count)
        self._bodies = incidence(
            counted(day, day.links(RelationType.GOVERNED_BY, rows, outgoing=True)), count
        )
        seats = through(day, RelationType.MEMBER_OF, self._leads, outgoing=True)
        self._seats = incidence(counted(day, seats), count)
        self._frameworks = parents(day, rows)
        self._sides = Incidence(
            np.concatenate([np.arange(count), self._frameworks.place]),
            np.concatenate([rows, self._frameworks.item]),
            count,
        )
        out, into = (
            through(day, RelationType.ARTICULATED_WITH, self._sides, outgoing=outgoing)
            for outgoing in (True, False)
        )
        self._articulated = Incidence(
            np.concatenate([out.place, into.place]), np.concatenate([out.end, into.end]), count
        )

    def of(self, lefts: Numbers, rights: Numbers) -> Flags:
        """Whether anything coordinates each pair of places."""
        both = lefts, rights
        return (
            self._bodies.meets(self._bodies, *both)
            | self._frameworks.meets(self._frameworks, *both)
            | self._articulated.meets(self._sides, *both)
            | self._leads.meets(self._involved, *both)
            | self._leads.meets(self._involved, rights, lefts)
            | self._seats.meets(self._seats, *both)
        )


def managers(facets: Initiatives, left: int, right: int) -> list[Manager]:
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


def management_evidence(day: DayView, row: int, managers: Iterable[Manager]) -> set[int]:
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
