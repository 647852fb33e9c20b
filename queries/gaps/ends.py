"""Gaps that an end leaves, or will leave soon."""

from collections.abc import Iterator
from itertools import product

from graph.dates import add_months
from graph.ontology import INITIATIVES, RelationType
from graph.view import DayView
from queries.coverage import coverage_cell
from queries.gaps.finding import Explanation, Finding
from queries.gaps.scope import Scope
from queries.past import has_ended, past_evidence, past_territories, past_themes
from queries.successions import successors

NOTICE_MONTHS = 6
"""How long before its end an initiative is said to be expiring."""


def expired(scope: Scope) -> Iterator[Finding]:
    """Themes and territories, whatever the dates, of an initiative with a known end before the
    day that no active one reaches by SUCCEEDS, where the cell is on the day neither COVERED,
    FRAGILE nor NOT_APPLICABLE."""
    day = scope.day
    empty: dict[tuple[int, int], bool] = {}
    for row in day.view.rows_of(*INITIATIVES):
        if not day.is_counted(row) or not has_ended(day, row):
            continue
        cells = [
            (theme, territory)
            for theme, territory in product(past_themes(day, row), past_territories(day, row))
            if scope.on_theme({theme}) and scope.in_place({territory})
        ]
        if not cells or any(day.active[newer] for newer in successors(day, row)):
            continue
        for cell in cells:
            if cell not in empty:
                empty[cell] = _is_empty(scope, *cell)
            if empty[cell]:
                yield _expired(day, row, *cell)


def _is_empty(scope: Scope, theme: int, territory: int) -> bool:
    """Whether nothing is done in a cell to which the theme applies."""
    day, facets = scope.day, scope.facets
    if theme in day.targets(RelationType.NOT_APPLICABLE, territory):
        return False
    under = day.below(theme).keys()
    return not any(
        facets.is_delivering(row) and not under.isdisjoint(facets.themes(row))
        for row in facets.covering(day.above(territory))
    )


def _expired(day: DayView, row: int, theme: int, territory: int) -> Finding:
    def explain() -> Explanation:
        cell = coverage_cell(day, theme, territory)
        reasons = [
            f"terminé ({day.view.entity(row).end}), rien en cours ne lui succède",
            "aucune action en cours sur ce thème dans ce territoire",
        ]
        return Explanation(
            [*reasons, *cell.reasons] if cell.state == "GAP" else reasons,
            past_evidence(day, row, theme, territory) | set(cell.evidence),
        )

    return Finding("EXPIRED", "HIGH", row, explain, theme=theme, territory=territory)


def expiring(scope: Scope) -> Iterator[Finding]:
    """Active initiatives whose own end is known and less than six months away, and that
    nothing SUCCEEDS."""
    day = scope.day
    horizon = add_months(day.day, NOTICE_MONTHS)
    for row in scope.kept(*INITIATIVES):
        end = day.view.entity(row).end
        if end is None or int(day.view.entities.until[row]) >= horizon or successors(day, row):
            continue

        def explain(row: int = row, end: str = end) -> Explanation:
            reasons = [f"se termine dans moins de six mois ({end}), sans suite connue"]
            return Explanation(reasons, scope.about(row))

        yield Finding("EXPIRING", "MEDIUM", row, explain)
