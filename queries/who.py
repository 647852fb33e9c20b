"""Who works on it: initiatives on a theme, in a territory, for an audience, nearest first."""

from dataclasses import dataclass

from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from queries.answer import Answer, Involvement, Rel, Row, by_id, in_order, involvement
from queries.initiatives import initiatives


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


def who_works_on(
    day: DayView, theme: int, territory: int | None = None, audience: int | None = None
) -> Answer[Work]:
    """Active Frameworks, Schemes and Actions with a theme under ``theme``, a territory related
    to ``territory``, and an audience related to ``audience`` or none.

    ``distance`` adds up, for each argument given, the smallest distance over the values that
    satisfy it (0 for an audience when the initiative has none). Order: distance, id.
    """
    facets = initiatives(day)
    under = day.below(theme)
    near = day.related(territory) if territory is not None else None
    akin = day.related(audience) if audience is not None else None
    candidates = facets.addressing(theme)
    if near is not None:
        candidates &= facets.covering(near)
    keys = []
    for row in candidates:
        distance = min(under[each] for each in facets.themes(row) if each in under)
        if near is not None:
            distance += min(near[each] for each in facets.territories(row) if each in near)
        if akin is not None and (audiences := facets.audiences(row)):
            matching = [akin[each] for each in audiences if each in akin]
            if not matching:
                continue
            distance += min(matching)
        keys.append((distance, row))
    rank = day.view.entities.rank
    keys.sort(key=lambda key: (key[0], int(rank[key[1]])))
    return Answer(keys, lambda key: _explain(day, *key))


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
