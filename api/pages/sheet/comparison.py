"""Two territories side by side: coverage of each theme, and who and what is on each side."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from api.labels import value_label
from api.pages import links
from api.pages.asking import Asking, error_json, form_context
from api.pages.coverage.matrix import cell_href
from api.pages.exports import Table
from api.pages.links import entity_link
from api.pages.question import FieldError, find
from api.pages.serving import Shown
from api.shapes import shape
from graph.dates import iso
from graph.view import DayView
from queries.compare import Comparison, Sides, comparison

_LISTS = (("Cadres", "frameworks"), ("Instances", "bodies"), ("Acteurs", "actors"))


def comparison_page(asking: Asking) -> Shown:
    """The comparison, or the form that asks for it."""
    day, errors = asking.day, dict(asking.errors)
    sides: dict[str, int] = {}
    for field in ("gauche", "droite"):
        if asking[field].strip():
            found = find(day, "territoire", asking[field])
            if isinstance(found, FieldError):
                errors[field] = found
            else:
                sides[field] = found
    asking = replace(asking, errors=errors)
    if len(sides) < 2 or errors:
        context = {**form_context(asking), "sides": None}
        return Shown(
            "sheet/compare.html",
            context,
            lambda: error_json(asking) if errors else {"items": []},
            status=400 if errors else 200,
        )
    left, right = sides["gauche"], sides["droite"]
    found_ = comparison(day, left, right)
    return Shown(
        "sheet/compare.html",
        {
            **form_context(asking),
            "sides": [
                {
                    "place": entity_link(day.view, row),
                    "sheet": links.territory_href(day.view.entity(row).id, iso(day.day)),
                }
                for row in (left, right)
            ],
            "themes_compared": list(_themes(day, found_, left, right)),
            "lists": list(_lists(day, found_)),
        },
        lambda: {
            "question": "compare",
            "asOf": iso(day.day),
            "totalCount": len(found_.items),
            **shape(day.view, found_),
        },
        lambda: Table(
            f"maillage-comparaison-{iso(day.day)}",
            ("rubrique", "nom", *(day.view.entity(row).name for row in (left, right))),
            _rows(day, found_),
        ),
    )


def _themes(day: DayView, found: Comparison, left: int, right: int) -> Iterable[dict[str, Any]]:
    for item in found.items:
        yield {
            "theme": entity_link(day.view, item.theme),
            "cells": [
                (item.left, value_label(item.left), cell_href(day, item.theme, left)),
                (item.right, value_label(item.right), cell_href(day, item.theme, right)),
            ],
            "differs": item.left != item.right,
        }


def _lists(day: DayView, found: Comparison) -> Iterable[dict[str, Any]]:
    for title, name in _LISTS:
        sides: Sides = getattr(found, name)
        yield {
            "title": title,
            "columns": [
                [entity_link(day.view, row) for row in rows]
                for rows in (sides.left, sides.both, sides.right)
            ],
        }


def _rows(day: DayView, found: Comparison) -> Iterable[tuple[str, str, str, str]]:
    for item in found.items:
        name = day.view.entity(item.theme).name
        yield "Couverture", name, value_label(item.left), value_label(item.right)
    for title, name in _LISTS:
        sides: Sides = getattr(found, name)
        for rows, left, right in (
            (sides.left, "oui", ""),
            (sides.both, "oui", "oui"),
            (sides.right, "", "oui"),
        ):
            for row in rows:
                yield title, day.view.entity(row).name, left, right
