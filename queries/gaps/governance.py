"""Gaps of governance: no body, articulations on paper only, meetings long past."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.dates import add_months, last_day
from graph.ontology import EntityKind, RelationType
from queries.articulations import Articulation, articulation
from queries.gaps.finding import Explanation, Finding
from queries.gaps.scope import Scope

WITHOUT_BODY = frozenset({"SUBVENTION", "POSTE"})
"""Kinds of framework that need no body."""
REGULAR = frozenset({"MONTHLY", "QUARTERLY", "HALF_YEARLY", "YEARLY"})
OVERDUE_MONTHS = 12


def ungoverned(scope: Scope) -> Iterator[Finding]:
    """Active Frameworks without active GOVERNED_BY, except kinds that need none."""
    for framework in scope.kept(EntityKind.FRAMEWORK):
        kind = scope.day.view.entity(framework).props.get("framework_kind")
        if kind not in WITHOUT_BODY and not scope.facets.bodies(framework):

            def explain(framework: int = framework) -> Explanation:
                return Explanation(["aucune instance de pilotage connue"], scope.about(framework))

            yield Finding("UNGOVERNED", "LOW", framework, explain)


def paper_articulations(scope: Scope) -> Iterator[Finding]:
    """Articulations declared between two Frameworks with no shared actor nor body."""
    for left, right in _declared(scope):
        found = articulation(scope.day, left, right)
        if found is not None and found.status == "ON_PAPER":

            def explain(found: Articulation = found) -> Explanation:
                reasons = ["articulation déclarée, sans acteur ni instance en commun"]
                return Explanation(reasons, set(found.evidence))

            yield Finding("PAPER_ARTICULATION", "MEDIUM", left, explain, other=right)


def _declared(scope: Scope) -> set[tuple[int, ...]]:
    """Pairs of Frameworks that suit the question, declared to work together, smaller id first."""
    day, frameworks = scope.day, scope.kept(EntityKind.FRAMEWORK)
    links = day.links(RelationType.ARTICULATED_WITH, frameworks, outgoing=True)
    kept = set(frameworks)
    return {
        tuple(day.view.by_id((frameworks[place], other)))
        for place, other in zip(links.place.tolist(), links.end.tolist(), strict=True)
        if other in kept
    }


class _Sitting(NamedTuple):
    """A meeting held: its last day, its date, its rank by id, and the HELD_BY."""

    last_day: int
    date: str
    rank: int
    number: int


def overdue(scope: Scope) -> Iterator[Finding]:
    """Bodies meeting yearly or more often whose latest recorded meeting, on or before the day,
    is more than twelve months old. No meeting recorded is unknown, not overdue."""
    day = scope.day
    for body in scope.kept(EntityKind.BODY):
        if day.view.entity(body).props.get("frequency") not in REGULAR:
            continue
        latest = max(_meetings(scope, body), default=None)
        if latest is None or latest.last_day >= add_months(day.day, -OVERDUE_MONTHS):
            continue

        def explain(latest: _Sitting = latest) -> Explanation:
            return Explanation([f"dernière réunion connue : {latest.date}"], {latest.number})

        yield Finding("OVERDUE", "MEDIUM", body, explain)


def _meetings(scope: Scope, body: int) -> Iterator[_Sitting]:
    """Meetings on or before the day; a month or a year counts as its last day."""
    view = scope.day.view
    for number in scope.day.into(RelationType.HELD_BY, body):
        meeting = int(view.relations.origin[number])
        held = view.entity(meeting).props.get("date")
        if isinstance(held, str) and last_day(held) <= scope.day.day:
            yield _Sitting(last_day(held), held, int(view.entities.rank[meeting]), number)
