"""What the sides of overlaps are linked to, for many at once."""

import numpy as np

from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from graph.view.columns import KIND_CODE, Numbers
from graph.view.links import Links
from queries.incidence import Incidence, incidence
from queries.initiatives import LEAD_ROLES, initiatives


def counted(day: DayView, links: Links) -> Links:
    """Links to what enters counts."""
    return links.only(day.view.entities.counted[links.end])


def led_by(day: DayView, rows: Numbers) -> Incidence:
    """Counted actors that lead or co-lead."""
    links = initiatives(day).involvements(rows)
    leading = day.view.texts.known(LEAD_ROLES)
    return incidence(links.only(np.isin(day.view.relations.role[links.number], leading)), len(rows))


def parents(day: DayView, rows: Numbers) -> Incidence:
    """Counted Frameworks that rows are directly PART_OF."""
    links = counted(day, day.links(RelationType.PART_OF, rows, outgoing=True))
    frameworks = day.view.entities.kind[links.end] == KIND_CODE[EntityKind.FRAMEWORK]
    return incidence(links.only(frameworks), len(rows))


def ancestors(day: DayView, type_: RelationType, rows: Numbers) -> Incidence:
    """What chains of a relation lead each row to."""
    place, edge = np.arange(len(rows)), rows
    places, found = [place[:0]], [edge[:0]]
    while len(edge):
        links = day.links(type_, edge, outgoing=True)
        step = Incidence(place[links.place], links.end, len(rows))
        place, edge = step.place, step.item
        places.append(place)
        found.append(edge)
    return Incidence(np.concatenate(places), np.concatenate(found), len(rows))


def through(day: DayView, type_: RelationType, of: Incidence, *, outgoing: bool) -> Links:
    """Relations of the items of an incidence, each with the place of the item's row."""
    links = day.links(type_, of.item, outgoing=outgoing)
    return Links(of.place[links.place], links.number, links.end)
