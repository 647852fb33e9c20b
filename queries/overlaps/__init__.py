"""Overlaps: pairs of initiatives on related themes, territories and audiences without a
common lead; managed when something coordinates them."""

from collections.abc import Sequence

import numpy as np

from graph.errors import InvalidData
from graph.ontology import INITIATIVES, EntityKind
from graph.view import DayView
from queries.answer import Answer
from queries.initiatives import DELIVERING, initiatives
from queries.kept import kept
from queries.overlaps.explaining import Level, Overlap, explained
from queries.overlaps.managing import Coordination, Manager, Reason
from queries.overlaps.pairs import overlapping

__all__ = ["MOST_UNFILTERED", "Level", "Manager", "Overlap", "Reason", "overlap", "overlaps"]

MOST_UNFILTERED = 20_000
"""Active initiatives above which a territory or a theme must be given."""


@kept
def overlaps(
    day: DayView,
    territory: int | None = None,
    theme: int | None = None,
    *,
    managed: bool | None = None,
    level: Level | None = None,
    kinds: Sequence[EntityKind] = DELIVERING,
) -> Answer[Overlap]:
    """Overlaps among active initiatives of the ``kinds`` (Actions and Schemes by default).

    ``territory`` and ``theme`` filter both sides, ``managed`` and ``level`` keep some.
    Order: score descending, left id, right id. Raises InvalidData without a territory or
    theme above 20,000 active initiatives.
    """
    if territory is None and theme is None and len(day.active_rows(*INITIATIVES)) > MOST_UNFILTERED:
        raise InvalidData(
            f"plus de {MOST_UNFILTERED} initiatives sont actives ce jour-là : "
            "choisir un territoire ou un thème",
            code="FILTER_REQUIRED",
        )
    rows = initiatives(day).selected(kinds, territory, theme)
    rows = rows[np.argsort(day.view.entities.rank[rows])]
    pairs = overlapping(day, rows)
    if level is not None:
        pairs = pairs.only(pairs.duplicates == (level == "DUPLICATION"))
    if managed is not None:
        pairs = pairs.only(Coordination(day, rows).of(pairs.left, pairs.right) == managed)
    order = np.lexsort((pairs.right, pairs.left, -pairs.score))

    def explain(place: int) -> Overlap:
        left, right = int(rows[pairs.left[place]]), int(rows[pairs.right[place]])
        shown: Level = "DUPLICATION" if pairs.duplicates[place] else "OVERLAP"
        return explained(day, left, right, shown, float(pairs.score[place]))

    return Answer(order.tolist(), explain)


def overlap(day: DayView, left: int, right: int) -> Overlap | None:
    """The overlap of two active, counted initiatives (left id < right id); None when they do
    not overlap."""
    if not all(day.active[row] and day.is_counted(row) for row in (left, right)):
        return None
    pairs = overlapping(day, np.array([left, right]))
    if not len(pairs.left):
        return None
    level: Level = "DUPLICATION" if pairs.duplicates[0] else "OVERLAP"
    return explained(day, left, right, level, float(pairs.score[0]))
