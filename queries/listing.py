"""Lists of entities by kind, text, territory and theme."""

from graph.ontology import INITIATIVES, EntityKind, RelationType
from graph.view import DayView
from graph.view.labels import folded, labels
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
    near = None if territory is None else day.related(territory).keys()
    under = None if theme is None else day.below(theme).keys()
    wish = None if text is None else folded(text)
    rows = [
        row
        for row in view.rows_of(*((kind,) if kind else EntityKind))
        if (wish is None or any(wish in folded(label) for label in labels(view.entity(row))))
        and (near is None or not near.isdisjoint(_territories(day, row)))
        and (under is None or not under.isdisjoint(_themes(day, row)))
    ]
    return Answer(rows, Row)


def _territories(day: DayView, row: int) -> set[int]:
    kind = day.view.kind(row)
    if kind in INITIATIVES:
        return set(initiatives(day).territories(row))
    if kind is EntityKind.TERRITORY:
        return {row}
    own = set(day.targets(RelationType.COVERS, row))
    return own | {place for each in _governed(day, row) for place in _territories(day, each)}


def _themes(day: DayView, row: int) -> set[int]:
    if day.view.kind(row) is EntityKind.THEME:
        return {row}
    own = set(day.targets(RelationType.ADDRESSES, row))
    return own | {theme for each in _governed(day, row) for theme in _themes(day, each)}


def _governed(day: DayView, row: int) -> list[int]:
    return day.origins(RelationType.GOVERNED_BY, row)
