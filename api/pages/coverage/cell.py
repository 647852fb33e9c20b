"""A cell of the matrix: its state, why, and the facts."""

from fastapi import Request
from fastapi.responses import Response

from api.labels import value_label
from api.pages import links
from api.pages.asking import Asking
from api.pages.cards import initiative_card
from api.pages.coverage.states import STATES
from api.pages.facts import Facts
from api.pages.links import Terms, entity_link, with_query
from api.pages.security import error_page
from api.pages.serving import Shown
from api.shapes import shape
from graph.dates import iso
from queries.coverage import coverage_cell

_BAD_REQUEST = 400
MOST_CARDS = 40


def cell(asking: Asking, facts: Facts, request: Request) -> Shown | Response:
    """The evidence of a cell."""
    day = asking.day
    if asking.errors or not {"theme", "territoire"} <= asking.rows.keys():
        wrong = next((each.message for each in asking.errors.values()), "")
        return error_page(request, _BAD_REQUEST, wrong or "choisir un thème et un territoire")
    theme, place = asking.rows["theme"], asking.rows["territoire"]
    found = coverage_cell(day, theme, place)
    ids = {"theme": day.view.entity(theme).id, "territoire": day.view.entity(place).id}
    return Shown(
        "coverage/cell.html",
        {
            "day": day.day,
            "theme": entity_link(day.view, theme),
            "place": entity_link(day.view, place),
            "state": found.state,
            "label": value_label(found.state),
            "meaning": STATES[found.state],
            "reasons": found.reasons,
            "actors": facts.links(found.actors),
            "cards": [initiative_card(facts, day, row) for row in found.initiatives[:MOST_CARDS]],
            "total": len(found.initiatives),
            "facts": [facts.fact(number, -1) for number in found.evidence],
            "who": Terms(ids["theme"], ids["territoire"], "", iso(day.day)).href(),
            "gaps": with_query(links.GAPS, {**ids, "au": iso(day.day)}),
            "back": with_query(links.COVERAGE, {"au": iso(day.day)}),
            "twin": asking.href(".json"),
        },
        lambda: {"asOf": iso(day.day), "item": shape(day.view, found)},
    )
