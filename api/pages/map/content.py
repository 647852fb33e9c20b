"""What the map shows: a value of each commune, as a drawing and as a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from api import french
from api.labels import value_label
from api.pages import links
from api.pages.asking import Asking, error_json, form_context, placed
from api.pages.choices import choices
from api.pages.coverage.matrix import cell_href, inside, shown_themes
from api.pages.coverage.states import STATES
from api.pages.exports import Table
from api.pages.links import Terms, entity_link
from api.pages.map.contours import contours, view_box
from api.pages.serving import Shown
from graph.dates import iso
from graph.ontology import INITIATIVES, EntityKind
from graph.view import DayView
from queries.coverage import coverage_states
from queries.fragmentation import fragmentation
from queries.initiatives import initiatives

COVERAGE, LEADS, COUNT = "couverture", "porteurs", "initiatives"
VALUES: Mapping[str, str] = {
    COVERAGE: "État de la couverture",
    LEADS: "Porteurs côte à côte (fragmentation)",
    COUNT: "Initiatives sur la commune",
}
_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a commune: in words, as a number to sort and shade by, as the class that
    draws it, and the page that explains it."""

    words: str
    number: float
    drawn: str
    href: str


def map_page(asking: Asking) -> Shown:
    """The map of a territory's communes."""
    day = asking.day
    kind = asking["valeur"] if asking["valeur"] in VALUES else COVERAGE
    asking = placed(asking, _default_place(day))
    whole = asking.rows.get("territoire")
    if asking.errors or whole is None:
        context: dict[str, Any] = {
            "values": VALUES,
            "kind": kind,
            "towns": [],
            "whole": None,
            "drawn": [],
        }
        return Shown(
            "map/map.html",
            {**form_context(asking), **context},
            lambda: error_json(asking) if asking.errors else {"items": []},
            status=400 if asking.errors else 200,
        )
    theme = asking.rows.get("theme", next(iter(shown_themes(day, None)), None))
    places = inside(day, whole)
    values = _VALUES[kind](day, whole, theme, places)
    towns: list[dict[str, Any]] = [
        {
            "place": entity_link(day.view, row),
            "sheet": links.territory_href(day.view.entity(row).id, iso(day.day)),
            "value": values[row],
            "path": _path(day, row),
        }
        for row in places
    ]
    drawn = [town for town in towns if town["path"]]
    return Shown(
        "map/map.html",
        {
            **form_context(asking),
            "chosen_theme": "" if theme is None else day.view.entity(theme).id,
            "values": VALUES,
            "kind": kind,
            "whole": entity_link(day.view, whole),
            "theme": None if theme is None or kind == COUNT else entity_link(day.view, theme),
            "towns": towns,
            "drawn": drawn,
            "view_box": view_box(town["path"] for town in drawn) if drawn else "",
            "credit": contours().credit,
            "legend": _legend(kind, values),
        },
        lambda: {
            "asOf": iso(day.day),
            "items": [
                {"territory": _told(town["place"]), "value": town["value"].words} for town in towns
            ],
        },
        lambda: Table(
            f"maillage-carte-{kind}-{iso(day.day)}",
            ("identifiant", "commune", VALUES[kind]),
            ((town["place"].id, town["place"].name, town["value"].words) for town in towns),
        ),
    )


def _told(link: Any) -> dict[str, str]:
    return {"id": link.id, "kind": EntityKind.TERRITORY.value, "name": link.name}


def _default_place(day: DayView) -> int | None:
    """The best documented territory that holds communes."""
    rows = [each.row for each in choices(day).documented]
    return next((row for row in rows if inside(day, row)), None)


def _path(day: DayView, row: int) -> str:
    codes = day.view.entity(row).props.get("cog", ())
    known = contours().paths
    found = (known[code] for code in codes if code in known) if isinstance(codes, tuple) else ()
    return "".join(found)


def _coverage(day: DayView, _whole: int, theme: int | None, places: list[int]) -> dict[int, Value]:
    if theme is None:
        return {row: Value("–", 0, "UNKNOWN", links.COVERAGE) for row in places}
    found = {}
    for row in places:
        state = coverage_states(day, [theme], row)[0]
        place = list(STATES).index(state)
        found[row] = Value(
            value_label(state).capitalize(), place, state, cell_href(day, theme, row)
        )
    return found


def _leads(day: DayView, whole: int, theme: int | None, places: list[int]) -> dict[int, Value]:
    cells = fragmentation(day, whole, theme).page()
    counts = {}
    for row in places:
        wider = day.above(row)
        counts[row] = max((len(each.leads) for each in cells if each.territory in wider), default=0)
    name = "" if theme is None else day.view.entity(theme).id
    return _shaded(
        counts,
        lambda row: Terms(name, day.view.entity(row).id, "", iso(day.day)).href(),
        "porteur",
    )


def _count(day: DayView, _whole: int, _theme: int | None, places: list[int]) -> dict[int, Value]:
    facets = initiatives(day)
    counts = {
        row: sum(
            day.is_counted(each) and day.view.kind(each) in INITIATIVES
            for each in facets.covering([row])
        )
        for row in places
    }
    return _shaded(
        counts,
        lambda row: links.territory_href(day.view.entity(row).id, iso(day.day)),
        "initiative",
    )


_VALUES: Mapping[str, Callable[[DayView, int, int | None, list[int]], dict[int, Value]]] = {
    COVERAGE: _coverage,
    LEADS: _leads,
    COUNT: _count,
}


def _shaded(counts: dict[int, int], href: Callable[[int], str], noun: str) -> dict[int, Value]:
    """Four shades up to the largest number; none for zero."""
    most = max(counts.values(), default=0)
    return {
        row: Value(french.counted(count, noun), -count, _level(count, most), href(row))
        for row, count in counts.items()
    }


def _level(count: int, most: int) -> str:
    return f"level-{-(-count * _LEVELS // most)}" if count else "level-0"


def _legend(kind: str, values: dict[int, Value]) -> list[tuple[str, str]]:
    """Class and words of each way of drawing that the map uses."""
    if kind == COVERAGE:
        used = {value.drawn for value in values.values()}
        return [(state, value_label(state).capitalize()) for state in STATES if state in used]
    ranges: dict[str, list[float]] = {}
    for value in values.values():
        ranges.setdefault(value.drawn, []).append(-value.number)
    return [
        (drawn, _range(min(numbers), max(numbers))) for drawn, numbers in sorted(ranges.items())
    ]


def _range(least: float, most: float) -> str:
    return f"{int(least)}" if least == most else f"de {int(least)} à {int(most)}"
