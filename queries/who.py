"""Who works on it: initiatives on a theme, in a territory, for an audience, nearest first."""

from dataclasses import dataclass

import numpy as np

from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from queries.answer import Answer, Involvement, Rel, Row, by_id, in_order, involvement
from queries.initiatives import FAR, initiatives, nearest
from queries.kept import kept


@dataclass(frozen=True, slots=True)
class Work:
    """One initiative at work on what was asked."""

    initiative: Row
    exact: bool
    distance: int
    themes: tuple[Row, ...]
    territories: tuple[Row, ...]
    audiences: tuple[Row, ...]
    actors: tuple[Involvement, ...]
    frameworks: tuple[Row, ...]
    bodies: tuple[Row, ...]
    evidence: tuple[Rel, ...]


@kept
def who_works_on(
    day: DayView, theme: int, territory: int | None = None, audience: int | None = None
) -> Answer[Work]:
    """Active Frameworks, Schemes and Actions with a theme under ``theme``, a territory related
    to ``territory``, and an audience related to ``audience`` or none.

    ``distance`` adds up, for each argument given, the smallest distance over the values that
    satisfy it (0 for an audience when the initiative has none). Order: distance, id.
    """
    facets = initiatives(day)
    rows = facets.candidates(territory, theme)
    distance = nearest(facets.theme_links(rows), day.under(theme), len(rows))
    if territory is not None:
        distance += nearest(facets.territory_links(rows), day.near(territory), len(rows))
    if audience is not None:
        links = facets.audience_links(rows)
        specified = np.bincount(links.place, minlength=len(rows)) > 0
        distance += np.where(specified, nearest(links, day.near(audience), len(rows)), 0)
    within = distance < FAR
    rows, distance = rows[within], distance[within]
    order = np.lexsort((day.view.entities.rank[rows], distance))
    return Answer(
        order.tolist(), lambda place: _explain(day, int(distance[place]), int(rows[place]))
    )


def _explain(day: DayView, distance: int, row: int) -> Work:
    facets = initiatives(day)
    themes, territories = facets.themes(row), facets.territories(row)
    audiences = facets.audiences(row)
    involved = in_order(day, set(day.into(RelationType.INVOLVED_IN, row)))
    parents = day.targets(RelationType.PART_OF, row)
    evidence = {
        *involved,
        *day.out(RelationType.ADDRESSES, row),
        *day.out(RelationType.TARGETS, row),
        *day.out(RelationType.PART_OF, row),
        *day.out(RelationType.GOVERNED_BY, row),
        *facets.covers_evidence(row, territories),
    }
    return Work(
        initiative=Row(row),
        exact=distance == 0,
        distance=distance,
        themes=by_id(day, themes),
        territories=by_id(day, set(territories)),
        audiences=by_id(day, audiences),
        actors=tuple(involvement(day, number) for number in involved),
        frameworks=by_id(
            day, [each for each in parents if day.view.kind(each) is EntityKind.FRAMEWORK]
        ),
        bodies=by_id(day, day.targets(RelationType.GOVERNED_BY, row)),
        evidence=in_order(day, evidence),
    )
