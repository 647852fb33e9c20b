"""Addresses of the home page and of the suggestions of the search field."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.pages import links
from api.pages.asking import Asking, error_json, form_context, read_asking
from api.pages.choices import Documented, best_documented, choices, territory_hint
from api.pages.exports import json_response
from api.pages.facts import described
from api.pages.identity import waiting
from api.pages.links import entity_href, entity_link, is_shown, with_query
from api.pages.serving import Shown, add_page
from graph.dates import iso
from graph.ontology import EntityKind
from graph.repository import Repository
from graph.view import DayView
from queries.articulations import articulations
from queries.gaps import gaps
from queries.overlaps import overlaps
from queries.search import search

MOST_SUGGESTED = 8
_KINDS = tuple(kind for kind in EntityKind if is_shown(kind))


def add_home(router: APIRouter, repository: Repository) -> None:
    """The home page and the suggestions."""

    def home(request: Request) -> Shown:
        return _home(read_asking(repository.view(), links.HOME, request.query_params))

    def suggestions(texte: str = "") -> Response:
        view = repository.view()
        found = search(view, texte, _KINDS).page(0, MOST_SUGGESTED)
        items = [
            {
                "id": record.id,
                "name": record.name,
                "what": described(record),
                "href": entity_href(record.id)
                if record.kind is not EntityKind.TERRITORY
                else links.territory_href(record.id),
            }
            for record in (view.entity(each.entity) for each in found)
        ]
        return json_response({"items": items})

    add_page(router, links.HOME, home, csv=False)
    path = links.SUGGESTIONS
    router.add_api_route(path, suggestions, methods=["GET", "HEAD"], response_model=None)


def _home(asking: Asking) -> Shown:
    day, offered = asking.day, choices(asking.day)
    place = asking.rows.get("territoire", best_documented(day))
    doors = [] if place is None or asking.errors else _doors(day, place)
    return Shown(
        "home.html",
        {
            **form_context(asking),
            "place": None if place is None else entity_link(day.view, place),
            "sheet": "" if place is None else _sheet_href(day, place),
            "doors": doors,
            "waiting": waiting(day.view),
            "documented": [_documented(day, each) for each in offered.documented],
        },
        lambda: (
            error_json(asking)
            if asking.errors
            else {
                "asOf": iso(day.day),
                "territory": None if place is None else day.view.entity(place).id,
                "doors": {door["path"][1:]: door["count"] for door in doors},
            }
        ),
        status=400 if asking.errors else 200,
    )


def _sheet_href(day: DayView, place: int) -> str:
    return links.territory_href(day.view.entity(place).id, iso(day.day))


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many findings a territory has; equal ones are computed once a day."""

    place: int

    def __call__(self, day: DayView) -> tuple[int, int, int]:
        return (
            overlaps(day, self.place, managed=False).total,
            gaps(day, self.place).total,
            articulations(day, self.place).total,
        )


def _doors(day: DayView, place: int) -> list[dict[str, Any]]:
    """Three families of findings with the counts of the territory in view."""
    apart, missing, meetings = day.derived(_Counts(place))
    here = {"territoire": day.view.entity(place).id, "au": iso(day.day)}

    def door(path: str, title: str, words: str, count: int, **choice: str) -> dict[str, Any]:
        href = with_query(path, {**here, **choice})
        return {"path": path, "title": title, "words": words, "count": count, "href": href}

    return [
        door(
            links.OVERLAPS,
            "recouvrements non coordonnés",
            "Deux initiatives au même endroit sur le même thème, que rien ne réunit.",
            apart,
            coordonne="non",
        ),
        door(
            links.GAPS,
            "manques",
            "Ce que les documents promettent ou attendent, et qu'on ne trouve pas.",
            missing,
        ),
        door(
            links.ARTICULATIONS,
            "articulations",
            "Comment les cadres se rencontrent, sur le papier et dans les faits.",
            meetings,
        ),
    ]


def _documented(day: DayView, each: Documented) -> dict[str, Any]:
    record = day.view.entity(each.row)
    return {
        "name": record.name,
        "hint": territory_hint(record),
        "href": _sheet_href(day, each.row),
        "frameworks": each.frameworks,
    }
