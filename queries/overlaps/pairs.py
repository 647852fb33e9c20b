"""Which initiatives overlap, and how much: all pairs at once.

Two cells (theme, territory) are related when each side is under the other's or the reverse. Going
up is short, going down is not: so a cell is looked for among those that stand above another one
on both sides, or above it by its theme while it is below by its territory.
"""

from typing import NamedTuple

import numpy as np

from graph.ontology import RelationType
from graph.view import DayView
from graph.view.columns import Flags, Numbers, Scores
from graph.view.links import Links
from queries.incidence import Incidence, incidence, joined
from queries.initiatives import Initiatives, initiatives
from queries.overlaps.facets import ancestors, led_by


class Pairs(NamedTuple):
    """Overlaps: places of both sides among the rows asked (left < right), their score, and
    whether theme, territory, audience and activity are the same."""

    left: Numbers
    right: Numbers
    score: Scores
    duplicates: Flags

    def only(self, kept: Flags) -> "Pairs":
        """Those of a mask."""
        left, right, score, duplicates = self
        return Pairs(left[kept], right[kept], score[kept], duplicates[kept])


class _Near(NamedTuple):
    """Pairs of places, with steps between their themes and between their territories."""

    left: Numbers
    right: Numbers
    theme: Numbers
    territory: Numbers

    def only(self, kept: Flags) -> "_Near":
        return _Near(*(column[kept] for column in self))


class _Concepts(NamedTuple):
    """Concepts of rows, each with the place of its row and the steps up to it."""

    place: Numbers
    concept: Numbers
    steps: Numbers


class _Cells(NamedTuple):
    """Pairs of a theme and a territory of one row, as one number."""

    place: Numbers
    code: Numbers
    theme: Numbers
    territory: Numbers


def overlapping(day: DayView, rows: Numbers) -> Pairs:
    """Overlaps among the rows, which are in order of id."""
    facets = initiatives(day)
    near = _near(day, facets, rows)
    near = near.only(~_kept_apart(day, rows, near.left, near.right))
    nearness = _nearness(day, facets.audience_links(rows), len(rows), near)
    near, nearness = near.only(nearness > 0), nearness[nearness > 0]
    score = _rounded(nearness / (1 + near.theme) / (1 + near.territory))
    identical = (near.theme == 0) & (near.territory == 0) & (nearness == 1)
    same = _same_activity(day, rows, near.left, near.right)
    return Pairs(near.left, near.right, score, identical & same)


def _near(day: DayView, facets: Initiatives, rows: Numbers) -> _Near:
    """Pairs (left < right) with a related theme and a related territory, and fewest steps."""
    themes, territories = facets.theme_links(rows), facets.territory_links(rows)
    own_themes, own_territories = _own(themes), _own(territories)
    up_themes, up_territories = _above(day, themes), _above(day, territories)
    size = day.view.size
    matches = [
        _matches(
            _cells(up_themes, up_territories, size), _cells(own_themes, own_territories, size)
        ),
        _matches(
            _cells(up_themes, own_territories, size), _cells(own_themes, up_territories, size)
        ),
    ]
    left, right, theme, territory = map(np.concatenate, zip(*matches, strict=True))
    pair = np.minimum(left, right) * len(rows) + np.maximum(left, right)
    distinct = left != right
    pair, theme, territory = pair[distinct], theme[distinct], territory[distinct]
    order = np.argsort(pair, kind="stable")
    found, first = np.unique(pair[order], return_index=True)
    if len(first):
        theme = np.minimum.reduceat(theme[order], first)
        territory = np.minimum.reduceat(territory[order], first)
    return _Near(*np.divmod(found, max(1, len(rows))), theme, territory)


def _own(links: Links) -> _Concepts:
    return _Concepts(links.place, links.end, np.zeros(len(links.end), dtype=np.int64))


def _above(day: DayView, links: Links) -> _Concepts:
    """The concepts that links lead to and all broader ones."""
    concepts, which = np.unique(links.end, return_inverse=True)
    reached = [
        (number, broader, steps)
        for number, concept in enumerate(concepts.tolist())
        for broader, steps in day.above(concept).items()
    ]
    number, broader, steps = np.array(reached, dtype=np.int64).reshape(-1, 3).T
    link, step = joined(which, number)
    return _Concepts(links.place[link], broader[step], steps[step])


def _cells(themes: _Concepts, territories: _Concepts, size: int) -> _Cells:
    one, other = joined(themes.place, territories.place)
    return _Cells(
        themes.place[one],
        themes.concept[one].astype(np.int64) * size + territories.concept[other],
        themes.steps[one],
        territories.steps[other],
    )


def _matches(cells: _Cells, others: _Cells) -> _Near:
    one, other = joined(cells.code, others.code)
    return _Near(
        cells.place[one],
        others.place[other],
        cells.theme[one] + others.theme[other],
        cells.territory[one] + others.territory[other],
    )


def _kept_apart(day: DayView, rows: Numbers, left: Numbers, right: Numbers) -> Flags:
    """Pairs with a common lead, or where one is part of the other by any chain."""
    leads = led_by(day, rows)
    wholes = ancestors(day, RelationType.PART_OF, rows)
    return (
        leads.meets(leads, left, right)
        | wholes.has(left, rows[right])
        | wholes.has(right, rows[left])
    )


def _nearness(day: DayView, audiences: Links, count: int, near: _Near) -> Scores:
    """1 for an identical audience, 0.5 for related ones or one side unspecified, 0.25 for both
    unspecified, 0 for audiences that are not related."""
    own = incidence(audiences, count)
    above = _above(day, audiences)
    broader = Incidence(above.place, above.concept, count)
    left, right = near.left, near.right
    specified = own.count() > 0
    related = broader.meets(own, left, right) | broader.meets(own, right, left)
    return np.select(
        [
            own.meets(own, left, right),
            related | (specified[left] != specified[right]),
            ~specified[left] & ~specified[right],
        ],
        [1.0, 0.5, 0.25],
        0.0,
    )


def _rounded(scores: Scores) -> Scores:
    """Rounded to 6 decimals as the page of questions says; few scores are distinct."""
    distinct, which = np.unique(scores, return_inverse=True)
    return np.array([round(score, 6) for score in distinct.tolist()], dtype=np.float64)[which]


def _same_activity(day: DayView, rows: Numbers, left: Numbers, right: Numbers) -> Flags:
    """Whether activity types are the same or one is unknown."""
    types = [day.view.entity(row).props.get("activity_type") for row in rows.tolist()]
    number = {type_: code for code, type_ in enumerate(dict.fromkeys([None, *types]))}
    codes = np.array([number[type_] for type_ in types], dtype=np.int64)
    same: Flags = (codes[left] == codes[right]) | (codes[left] == 0) | (codes[right] == 0)
    return same
