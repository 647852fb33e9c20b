"""Lists of entities by kind, text, territory and theme."""

import numpy as np

from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from graph.view.columns import Numbers
from graph.view.labels import folded, label_index
from queries.answer import Answer, Row
from queries.initiatives import initiatives


def entities(
    day: DayView,
    kind: EntityKind | None = None,
    text: str | None = None,
    territory: int | None = None,
    theme: int | None = None,
) -> Answer[Row]:
    """Entities whatever their dates, by id: of a kind, with a text in a name or alias.

    ``territory`` keeps what has a territory related to it on the day, ``theme`` what
    addresses something under it; a body has those of the initiatives that it governs too.
    """
    view = day.view
    if text is None and territory is None and theme is None:
        return Answer(view.rows_of(*((kind,) if kind else EntityKind)), Row)
    kept = [
        *([] if text is None else [set(label_index(view).near(folded(text)))]),
        *([] if territory is None else [set(_around(day, territory).tolist())]),
        *([] if theme is None else [set(_about(day, theme).tolist())]),
    ]
    rows = {
        row
        for row in set.intersection(*kept)
        if kind in (None, view.kind(row)) and view.entities.visible[row]
    }
    return Answer(view.by_id(rows), Row)


def _around(day: DayView, territory: int) -> Numbers:
    """Territories near one, what covers them, and the bodies that govern initiatives there."""
    near = day.near(territory).rows
    own = day.links(RelationType.COVERS, near, outgoing=False).end
    return _with_bodies(day, np.concatenate([near, own, initiatives(day).covering(near)]))


def _about(day: DayView, theme: int) -> Numbers:
    """Themes under one, what addresses them, and the bodies that govern such initiatives."""
    under = day.under(theme).rows
    own = day.links(RelationType.ADDRESSES, under, outgoing=False).end
    return _with_bodies(day, np.concatenate([under, own]))


def _with_bodies(day: DayView, rows: Numbers) -> Numbers:
    bodies = day.links(RelationType.GOVERNED_BY, rows, outgoing=True).end
    return np.concatenate([rows, bodies])
