"""Gaps that an end leaves, or will leave soon."""

from collections.abc import Iterator
from itertools import product

import numpy as np

from graph.dates import add_months
from graph.ontology import INITIATIVES, RelationType
from graph.view import DayView
from queries.coverage import coverage_cell
from queries.gaps.finding import Explanation, Finding
from queries.gaps.scope import Scope
from queries.past import ended_in, has_ended, past_evidence, past_territories, past_themes
from queries.successions import successors

NOTICE_MONTHS = 6
"""How long before its end an initiative is said to be expiring."""


def expired(scope: Scope) -> Iterator[Finding]:
    """Themes and territories, whatever the dates, of an initiative with a known end before the
    day that no active one reaches by SUCCEEDS, where the cell is on the day neither COVERED,
    FRAGILE nor NOT_APPLICABLE."""
    day = scope.day
    done = _Done(scope)
    for row in _over(scope):
        cells = [
            (theme, territory)
            for theme, territory in product(past_themes(day, row), past_territories(day, row))
            if scope.on_theme({theme}) and scope.in_place({territory})
        ]
        if not cells or any(day.active[newer] for newer in successors(day, row)):
            continue
        for theme, territory in cells:
            if theme not in done.on(territory):
                yield _expired(day, row, theme, territory)


def _over(scope: Scope) -> list[int]:
    """Counted initiatives with a known end before the day, where the question is asked."""
    day, entities = scope.day, scope.day.view.entities
    if scope.only is None and scope.territory is not None:
        return ended_in(day, day.near(scope.territory).rows.tolist())
    mask = entities.of_kinds(INITIATIVES) & entities.visible & entities.counted
    if scope.only is not None:
        return [row for row in sorted(scope.only) if mask[row] and has_ended(day, row)]
    rows = np.flatnonzero(mask & (entities.until < day.day))
    return [row for row in rows.tolist() if has_ended(day, row)]


class _Done:
    """Themes on which something is done in a territory, or to which none applies; kept."""

    def __init__(self, scope: Scope) -> None:
        self._day, self._facets = scope.day, scope.facets
        self._known: dict[int, set[int]] = {}

    def on(self, territory: int) -> set[int]:
        """Themes of counted Actions and Schemes with a territory that this one is under, with
        the broader ones, and those that are not applicable here."""
        if territory not in self._known:
            rows = self._facets.covering(self._day.above(territory))
            themes = self._facets.theme_links(rows[self._facets.delivering(rows)]).end
            self._known[territory] = {
                *self._day.targets(RelationType.NOT_APPLICABLE, territory),
                *(broader for theme in set(themes.tolist()) for broader in self._day.above(theme)),
            }
        return self._known[territory]


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
