"""« Et si cette convention prend fin ? »: what would appear, change or disappear."""

from collections.abc import Iterable
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from api import french
from api.labels import value_label
from api.pages import links
from api.pages.asking import Asking
from api.pages.links import Link, entity_link
from api.pages.security import error_page
from api.pages.serving import Shown
from api.shapes import Json, shape
from graph.changes import ChangeSet, UpsertEntity
from graph.changes.preview import preview
from graph.dates import iso
from graph.errors import InvalidData
from graph.ontology import INITIATIVES
from graph.view import DayView
from queries.cut_points import CutPoint
from queries.initiatives import initiatives
from queries.overlaps import Overlap
from queries.what_if import Difference, WhatIf, what_if

_NOT_FOUND, _BAD_REQUEST = 404, 400
_MOST = 30
_TITLES = (
    ("gaps", "Manques"),
    ("cut_points", "Points de coupure"),
    ("coverage", "Couverture"),
    ("overlaps", "Recouvrements"),
)


def hypothesis(asking: Asking, request: Request) -> Shown | Response:
    """The answers of the day if an initiative had ended the day before."""
    day = asking.day
    row = day.view.row(asking["id"])
    if row is None or day.view.kind(row) not in INITIATIVES:
        return error_page(request, _NOT_FOUND)
    if not day.active[row]:
        name = day.view.entity(row).name
        words = f"« {name} » n'est pas en cours le {french.day_words(day.day)}"
        return error_page(request, _BAD_REQUEST, words)
    values = {"end": iso(day.day - 1), "open_ended": None}
    ending = UpsertEntity(day.view.entity(row).id, None, values)
    place = asking.rows.get("territoire", _own_place(day, row))
    try:
        draft = preview(day.view, ChangeSet([ending], "", "hypothèse"))
        after = draft.view.on(day.day)
        found = what_if(day, draft, None if place is None else day.view.entity(place).id)
    except InvalidData as error:
        return error_page(request, _BAD_REQUEST, error.message)
    return Shown(
        "findings/hypothesis.html",
        {
            "day": day.day,
            "entity": entity_link(day.view, row),
            "place": None if place is None else entity_link(day.view, place),
            "groups": list(_groups(day, after, found)),
            "most": _MOST,
            "back": links.entity_href(day.view.entity(row).id),
            "twin": asking.href(".json"),
        },
        lambda: _json(day, after, found),
    )


def _own_place(day: DayView, row: int) -> int | None:
    """Its own territory when it has one: a convention ends where it is."""
    return next(iter(day.view.by_id(initiatives(day).territories(row))), None)


def _groups(day: DayView, after: DayView, found: WhatIf) -> Iterable[dict[str, Any]]:
    for name, title in _TITLES:
        differences: tuple[Difference[Any], ...] = getattr(found, name)
        if differences:
            lines = [_line(day, after, each) for each in differences[:_MOST]]
            yield {"title": title, "lines": lines, "total": len(differences)}


def _line(day: DayView, after: DayView, each: Difference[Any]) -> dict[str, Any]:
    """What changes, named by entities of the graph as it is: a hypothesis has no pages."""
    there, item = (after, each.after) if each.after is not None else (day, each.before)
    rows = [
        getattr(item, name, None)
        for name in ("entity", "left", "right", "subject", "other", "theme", "territory")
    ]
    named: list[Link] = [entity_link(there.view, row) for row in rows if row is not None]
    return {"change": value_label(each.change), "what": _what(each), "named": named}


def _what(each: Difference[Any]) -> str:
    """What is otherwise: a kind of gap, a state, how many actors a cut point separates."""
    sides = [side for side in (each.before, each.after) if side is not None]
    if isinstance(sides[0], CutPoint):
        pairs = " → ".join(french.number_words(side.pairs_lost) for side in sides)
        return f"{pairs} paires d'acteurs séparées"
    if isinstance(sides[0], Overlap):
        return " → ".join(dict.fromkeys(value_label(side.level) for side in sides))
    states = [getattr(side, "state", None) for side in sides]
    return " → ".join(value_label(state) for state in states if state) or value_label(sides[0].kind)


def _json(day: DayView, after: DayView, found: WhatIf) -> Json:
    def told(each: Difference[Any]) -> Json:
        sides = ((day, each.before), (after, each.after))
        before, later = (None if item is None else shape(there.view, item) for there, item in sides)
        return {"change": each.change, "before": before, "after": later}

    names = {"overlaps": "overlaps", "coverage": "coverage", "gaps": "gaps"}
    names["cut_points"] = "cutPoints"
    lists = {alias: [told(each) for each in getattr(found, name)] for name, alias in names.items()}
    return {"asOf": iso(day.day), **lists}
