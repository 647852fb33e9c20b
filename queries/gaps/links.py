"""Actors that work on the same theme in the same territory and never meet."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from math import fsum, log

from graph.errors import InvalidData
from graph.ontology import INITIATIVES, RelationType
from graph.view import DayView
from graph.view.arrays import distinct
from queries.answer import by_id
from queries.gaps.finding import Explanation, Finding
from queries.gaps.scope import Cell, Scope
from queries.initiatives import DELIVERING
from queries.overlaps import MOST_UNFILTERED

_MOST_NAMED = 3


def missing_links(scope: Scope) -> Iterator[Finding]:
    """Pairs of actors involved in active Actions or Schemes that share a theme and a
    territory, without an active initiative or body in common but with common neighbours.

    Score: sum of 1 / ln(degree in P) over the common neighbours (Adamic and Adar, "Friends and
    neighbors on the Web", 2003). Raises InvalidData without a territory above 20,000 active
    initiatives.
    """
    day = scope.day
    if (
        scope.only is None
        and scope.territory is None
        and len(day.active_rows(*INITIATIVES)) > MOST_UNFILTERED
    ):
        raise InvalidData(
            f"plus de {MOST_UNFILTERED} initiatives sont actives ce jour-là : choisir un "
            "territoire, ou d'autres types de manque que MISSING_LINK",
            code="FILTER_REQUIRED",
        )
    met = day.derived(_Meetings).of
    for left, right in _side_by_side(scope):
        if right in met(left):
            continue
        common = met(left) & met(right)
        score = round(fsum(1 / log(len(met(actor))) for actor in common), 6)
        if score > 0:
            yield _finding(scope, left, right, common, score)


class _Meetings:
    """P(d), read on demand: with whom actors have an active initiative or body in common."""

    def __init__(self, day: DayView) -> None:
        self._day = day
        self._known: dict[int, set[int]] = {}

    def of(self, actor: int) -> set[int]:
        """Other counted actors of the initiatives and bodies that an actor is in."""
        if actor not in self._known:
            found: set[int] = set()
            for type_ in (RelationType.INVOLVED_IN, RelationType.MEMBER_OF):
                places = self._day.links(type_, [actor], outgoing=True).end
                places = places[self._day.view.entities.counted[places]]
                found.update(self._day.links(type_, places, outgoing=False).end.tolist())
            self._known[actor] = {each for each in found if self._day.is_counted(each)} - {actor}
        return self._known[actor]


def _side_by_side(scope: Scope) -> set[tuple[int, int]]:
    """Pairs of actors (smaller id first) with a cell of the scope in common."""
    cells: dict[Cell, set[int]] = {}
    for row in _delivered(scope):
        involved = scope.facets.involved(row)
        if scope.only is not None:
            involved.intersection_update(scope.only)
        for cell in scope.cells(row):
            cells.setdefault(cell, set()).update(involved)
    by_id_ = scope.day.view.by_id
    return {pair for actors in cells.values() for pair in combinations(by_id_(actors), 2)}


def _delivered(scope: Scope) -> Iterable[int]:
    """Active Actions and Schemes that suit the question."""
    day = scope.day
    if scope.only is None:
        rows: list[int] = scope.facets.selected(DELIVERING, scope.territory, scope.theme).tolist()
        return rows
    actors = [row for row in scope.only if day.is_counted(row)]
    rows = distinct(day.links(RelationType.INVOLVED_IN, actors, outgoing=True).end).tolist()
    return filter(scope.facets.is_delivering, rows)


def _finding(scope: Scope, left: int, right: int, common: set[int], score: float) -> Finding:
    def explain() -> Explanation:
        view = scope.day.view
        shared = _cells_of(scope, left) & _cells_of(scope, right)
        where = sorted(f"{view.entity(t).name}, {view.entity(c).name}" for t, c in shared)
        names = [view.entity(actor).name for actor in by_id(scope.day, common)]
        more = " et d'autres" if len(names) > _MOST_NAMED else ""
        partners = "1 partenaire commun" if len(names) == 1 else f"{len(names)} partenaires communs"
        reasons = [
            f"même thème et même territoire : {' ; '.join(where)}",
            f"{partners} : {', '.join(names[:_MOST_NAMED])}{more}",
        ]
        evidence = _evidence(scope, left, shared) | _evidence(scope, right, shared)
        return Explanation(reasons, evidence)

    return Finding("MISSING_LINK", "LOW", left, explain, other=right, score=score)


def _cells_of(scope: Scope, actor: int) -> set[Cell]:
    return {
        cell
        for row in scope.day.targets(RelationType.INVOLVED_IN, actor)
        if scope.facets.is_delivering(row)
        for cell in scope.cells(row)
    }


def _evidence(scope: Scope, actor: int, shared: set[Cell]) -> set[int]:
    """What puts an actor in the shared cells."""
    facets, target = scope.facets, scope.day.view.relations.target
    found: set[int] = set()
    for number in scope.day.out(RelationType.INVOLVED_IN, actor):
        row = int(target[number])
        cells = shared.intersection(scope.cells(row)) if facets.is_delivering(row) else set()
        if cells:
            found.add(number)
            found |= facets.facet_evidence(RelationType.ADDRESSES, row, {t for t, _ in cells})
            found |= facets.covers_evidence(row, {c for _, c in cells})
    return found
