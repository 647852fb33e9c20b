"""The matrix of themes and territories: forty territories at a time."""

from collections.abc import Iterable, Iterator
from typing import Any

from api.labels import value_label
from api.pages import links
from api.pages.asking import Asking, error_json, form_context, placed
from api.pages.choices import best_documented
from api.pages.coverage.states import STATES
from api.pages.exports import Table
from api.pages.links import entity_link, with_query
from api.pages.paging import page_number, pages
from api.pages.serving import Shown
from api.shapes import Json, entity_shape
from graph.dates import iso
from graph.ontology import EntityKind, RelationType
from graph.view import DayView
from graph.view.labels import folded
from queries.coverage import coverage_states

TERRITORIES_SHOWN = 40


def matrix(asking: Asking) -> Shown:
    """One page of the matrix: the territory itself, then what lies in it."""
    if asking.errors:
        context: dict[str, Any] = {
            "themes_shown": [],
            "lines": None,
            "states": STATES,
            "counts": {},
        }
        return Shown(
            "coverage/matrix.html",
            {**form_context(asking), **context},
            lambda: error_json(asking),
            status=400,
        )
    day = asking.day
    asking = placed(asking, best_documented(day))
    whole = asking.rows.get("territoire")
    places = [] if whole is None else [whole, *inside(day, whole)]
    paging = pages(asking, len(places), TERRITORIES_SHOWN, page_number(asking["page"]))
    themes = shown_themes(day, asking.rows.get("theme"))
    lines = _lines(day, themes, places[paging.start : paging.start + TERRITORIES_SHOWN])
    return Shown(
        "coverage/matrix.html",
        {
            **form_context(asking),
            "place": None if whole is None else entity_link(day.view, whole),
            "themes_shown": [entity_link(day.view, theme) for theme in themes],
            "lines": lines,
            "states": STATES,
            "total": len(places),
            "paging": paging,
            "labels": {state: value_label(state) for state in STATES},
        },
        lambda: _json(day, themes, places),
        lambda: Table(
            f"maillage-couverture-{iso(day.day)}",
            ("territoire", "code", *(day.view.entity(theme).name for theme in themes)),
            _rows(day, themes, places),
        ),
    )


def inside(day: DayView, place: int) -> list[int]:
    """The communes of a territory, or what lies directly in it when it has none; by name."""
    view = day.view
    below = set(day.below(place)) - {place}
    towns = [row for row in below if is_town(day, row)]
    rows = towns or [row for row in day.origins(RelationType.WITHIN, place) if row in below]
    return sorted(rows, key=lambda row: (folded(view.entity(row).name), view.entity(row).id))


def is_town(day: DayView, row: int) -> bool:
    """Whether a territory is a commune."""
    return day.view.entity(row).props.get("territory_level") == "COMMUNE"


def shown_themes(day: DayView, theme: int | None) -> list[int]:
    """The theme asked with what it contains, or the broadest ones; by name."""
    view = day.view
    if theme is None:
        rows = [
            row
            for row in view.rows_of(EntityKind.THEME)
            if not day.targets(RelationType.BROADER, row)
        ]
    else:
        rows = list(day.below(theme))
    rows.sort(key=lambda row: (row != theme, folded(view.entity(row).name)))
    return rows


def cell_href(day: DayView, theme: int, place: int) -> str:
    """The page of a cell."""
    ids = {"theme": day.view.entity(theme).id, "territoire": day.view.entity(place).id}
    return with_query(links.CELL, {**ids, "au": iso(day.day)})


def _lines(day: DayView, themes: list[int], places: Iterable[int]) -> list[dict[str, Any]]:
    """A line per territory; addresses are joined from parts quoted once."""
    au = iso(day.day)
    starts = [with_query(links.CELL, {"theme": day.view.entity(theme).id}) for theme in themes]
    lines = []
    for place in places:
        id_ = day.view.entity(place).id
        end = with_query("", {"territoire": id_, "au": au}).removeprefix("?")
        lines.append(
            {
                "place": entity_link(day.view, place),
                "sheet": links.territory_href(id_, au),
                "cells": [
                    (state, f"{start}&{end}")
                    for state, start in zip(
                        coverage_states(day, themes, place), starts, strict=True
                    )
                ],
            }
        )
    return lines


def _json(day: DayView, themes: list[int], places: list[int]) -> Json:
    return {
        "question": "coverage",
        "asOf": iso(day.day),
        "totalCount": len(themes) * len(places),
        "items": [
            {
                "theme": entity_shape(day.view, theme),
                "territory": entity_shape(day.view, place),
                "state": state,
            }
            for place in places
            for theme, state in zip(themes, coverage_states(day, themes, place), strict=True)
        ],
    }


def _rows(day: DayView, themes: list[int], places: list[int]) -> Iterator[list[str]]:
    for place in places:
        record = day.view.entity(place)
        codes = record.props.get("cog")
        code = codes[0] if isinstance(codes, tuple) else record.id
        yield [record.name, code, *map(value_label, coverage_states(day, themes, place))]
