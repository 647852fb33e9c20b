"""The five steps of a projet social de territoire: which are done, when, what comes next."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from api import french
from api.pages import links
from api.pages.asking import Asking, error_json, form_context, placed
from api.pages.choices import choices
from api.pages.coverage.matrix import inside
from api.pages.exports import Table
from api.pages.links import entity_link
from api.pages.serving import Shown
from graph.dates import iso, parse_date
from graph.ontology import EntityKind
from graph.view import DayView
from queries.past import past_territories
from queries.sheet import Stage, framework_line

STEPS: Mapping[str, str] = {
    "SIGNATURE": "signature de la convention",
    "RENCONTRE": "première rencontre",
    "DIAGNOSTIC": "diagnostic",
    "FORMATION": "formation",
    "RESSENTI": "recueil du ressenti",
}
_DONE, _NOT_DONE, _UNKNOWN = "faite", "pas faite", "inconnue"


def stage_words(stages: Sequence[Stage]) -> str:
    """The steps done, and the next one: ``2 étapes sur 5, suite : première rencontre``."""
    if not stages:
        return ""
    done = sum(bool(stage.done) for stage in stages)
    following = _next(stages)
    more = f", suite : {STEPS[following]}" if following else ""
    return f"{french.counted(done, 'étape')} sur {len(STEPS)}{more}"


def _next(stages: Iterable[Stage]) -> str | None:
    """The first step of the five that is not known to be done."""
    done = {stage.name for stage in stages if stage.done}
    return next((name for name in STEPS if name not in done), None)


def stages_page(asking: Asking) -> Shown:
    """All towns of a territory with the steps of their PST."""
    day = asking.day
    asking = placed(asking, _default_place(day))
    whole = asking.rows.get("territoire")
    if asking.errors:
        context = {**form_context(asking), "towns": None, "steps": STEPS, "whole": None}
        return Shown("sheet/stages.html", context, lambda: error_json(asking), status=400)
    towns = [] if whole is None else list(_towns(day, inside(day, whole)))
    with_one = sum(1 for town in towns if town["framework"])
    return Shown(
        "sheet/stages.html",
        {
            **form_context(asking),
            "towns": towns,
            "with_one": with_one,
            "steps": STEPS,
            "whole": None if whole is None else entity_link(day.view, whole),
        },
        lambda: {
            "asOf": iso(day.day),
            "totalCount": len(towns),
            "items": [
                {
                    "territory": town["place"].id,
                    "framework": town["framework"].id if town["framework"] else None,
                    "stages": dict(zip(STEPS, town["cells"], strict=True)),
                    "next": town["next"],
                }
                for town in towns
            ],
        },
        lambda: Table(
            f"maillage-etapes-{iso(day.day)}",
            ("commune", "projet social", *STEPS.values(), "suite"),
            (
                (
                    town["place"].name,
                    town["framework"].name if town["framework"] else "",
                    *town["cells"],
                    town["next"],
                )
                for town in towns
            ),
        ),
    )


def _default_place(day: DayView) -> int | None:
    rows = [each.row for each in choices(day).documented]
    return next((row for row in rows if inside(day, row)), None)


def _towns(day: DayView, places: Sequence[int]) -> Iterable[dict[str, Any]]:
    """Towns with a PST first, each in the order given."""
    projects: dict[int, int] = {}
    for row in day.view.rows_of(EntityKind.FRAMEWORK):
        record = day.view.entity(row)
        if record.props.get("framework_kind") == "PST" and day.is_counted(row):
            for place in past_territories(day, row):
                projects[place] = row
    for place in sorted(places, key=lambda row: row not in projects):
        project = projects.get(place)
        stages = framework_line(day, project).stages if project is not None else ()
        known = {stage.name: stage for stage in stages}
        following = _next(stages) if project is not None else None
        yield {
            "place": entity_link(day.view, place),
            "sheet": links.territory_href(day.view.entity(place).id, iso(day.day)),
            "framework": None if project is None else entity_link(day.view, project),
            "cells": [
                state_words(known.get(name)) if project is not None else "" for name in STEPS
            ],
            "next": STEPS[following] if following else "",
        }


def state_words(stage: Stage | None) -> str:
    """A step in words: ``faite, juin 2015``."""
    if stage is None or stage.done is None:
        return _UNKNOWN
    when = f", {_date_words(stage.date)}" if stage.date else ""
    return f"{_DONE if stage.done else _NOT_DONE}{when}"


def _date_words(text: str) -> str:
    """A date in French; what a source wrote instead of one, as it is."""
    try:
        return french.date_words(parse_date(text))
    except ValueError:
        return text
