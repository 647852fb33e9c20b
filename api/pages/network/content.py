"""What the network page shows of what is drawn: JSON for the drawing, rows for the table."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from api.pages import links
from api.pages.asking import Asking, error_json, form_context, placed
from api.pages.choices import best_documented
from api.pages.exports import Table
from api.pages.facts import nature
from api.pages.links import Link, entity_link, with_query
from api.pages.network.asked import FIELDS, Asked
from api.pages.network.drawn import Drawn, drawn
from api.pages.serving import Shown
from api.shapes import Json
from graph.dates import iso
from graph.ontology import KINDS, EntityKind
from graph.view import DayView
from graph.view.labels import folded

MOST_IN_TABLE = 300
_SHAPES = {
    EntityKind.ACTOR: "rond",
    EntityKind.FRAMEWORK: "carré",
    EntityKind.SCHEME: "losange",
    EntityKind.ACTION: "triangle",
    EntityKind.BODY: "hexagone",
}
_TEMPLATE = "network/network.html"


class Line(NamedTuple):
    """An edge in the table, an actor first; ``around`` is the network of its other end."""

    left: Link
    words: str
    right: Link
    around: str


def network_page(asking: Asking, asked: Asked) -> Shown:
    """The network of an entity's neighbours, else of a territory."""
    day = asking.day
    if asking.errors:
        context = {**form_context(asking), "drawn": None, "hidden": _hidden(asking)}
        return Shown(_TEMPLATE, context, lambda: error_json(asking), status=400)
    place = place_of(asking)
    asking = asking if asked.centre is not None else placed(asking, place)
    shown = drawn(day, asked, place)
    title = asked.centre if asked.centre is not None else place
    first = _first_lines(day, shown)
    return Shown(
        _TEMPLATE,
        {
            **form_context(asking),
            "drawn": shown,
            "centre": None if asked.centre is None else entity_link(day.view, asked.centre),
            "title": None if title is None else entity_link(day.view, title),
            "legend": [(kind.value, KINDS[kind].label, shape) for kind, shape in _SHAPES.items()],
            "lines": first,
            "alone": [entity_link(day.view, row) for row in shown.alone[:MOST_IN_TABLE]],
            "more": max(0, len(shown.edges) - len(first)),
            "graphml": asking.href(path=f"{links.NETWORK}.graphml"),
            "data": asking.href(".json"),
            "hidden": _hidden(asking),
            "years": _years(day),
            **_brought_out(day, asked, shown),
        },
        lambda: network_json(day, shown),
        lambda: _table(day, shown),
    )


def place_of(asking: Asking) -> int | None:
    """The territory drawn: the one asked, else the best documented one."""
    return asking.rows.get("territoire", best_documented(asking.day))


def network_json(day: DayView, shown: Drawn) -> Json:
    """Nodes and edges, as the drawing reads them; a mark says why one is brought out: ``path``,
    ``cut`` for a cut point and ``apart`` for what it separates."""
    view, marks, steps = day.view, shown.brought_out.marks, shown.brought_out.steps
    ids = {row: view.entity(row).id for row in shown.nodes}
    return {
        "asOf": iso(day.day),
        "leftOut": shown.left_out,
        "nodes": [
            {
                "id": record.id,
                "kind": record.kind.value,
                "name": record.name,
                "nature": nature(record),
                "mark": marks.get(row, ""),
                "href": links.entity_href(record.id),
            }
            for row in shown.nodes
            for record in (view.entity(row),)
        ],
        "edges": [
            {
                "source": ids[edge.left],
                "target": ids[edge.right],
                "words": edge.words,
                "mark": "path" if (edge.left, edge.right) in steps else "",
            }
            for edge in shown.edges
        ],
    }


def _hidden(asking: Asking) -> dict[str, str]:
    """What a form on the page keeps of the address."""
    return {field: asking[field] for field in FIELDS}


def _brought_out(day: DayView, asked: Asked, shown: Drawn) -> dict[str, Any]:
    """The same in words."""
    way, cut = shown.brought_out
    named = {"start": asked.start, "end": asked.end, "cut": asked.cut}
    ends = {
        name: None if row is None else entity_link(day.view, row) for name, row in named.items()
    }
    return {
        **ends,
        "way": None if way is None else [entity_link(day.view, row) for row in way.nodes],
        "way_words": None if way is None else way.text,
        "apart": None if cut is None else [entity_link(day.view, row) for row in cut.cut_off],
        "parts": 0 if cut is None else cut.components_after - cut.components_before + 1,
    }


def _first_lines(day: DayView, shown: Drawn) -> Sequence[Line]:
    """The first rows of the table."""
    return [_line(day, *each) for each in _in_order(day, shown)[:MOST_IN_TABLE]]


def _in_order(day: DayView, shown: Drawn) -> list[tuple[int, str, int]]:
    """Edges with an actor first, by name."""
    view = day.view
    name: Callable[[int], str] = cache(lambda row: folded(view.entity(row).name))
    is_actor: Mapping[int, bool] = {row: view.kind(row) is EntityKind.ACTOR for row in shown.nodes}
    turned = [
        (right, words, left) if is_actor[right] and not is_actor[left] else (left, words, right)
        for left, right, words, _ in shown.edges
    ]
    return sorted(turned, key=lambda each: (not is_actor[each[0]], name(each[0]), name(each[2])))


def _line(day: DayView, left: int, words: str, right: int) -> Line:
    view = day.view
    around = with_query(links.NETWORK, {"id": view.entity(right).id, "au": iso(day.day)})
    return Line(entity_link(view, left), words, entity_link(view, right), around)


def _table(day: DayView, shown: Drawn) -> Table:
    lines = (_line(day, *each) for each in _in_order(day, shown))
    return Table(
        f"maillage-reseau-{iso(day.day)}",
        ("de (identifiant)", "de", "relation", "vers (identifiant)", "vers"),
        (
            (line.left.id, line.left.name, line.words, line.right.id, line.right.name)
            for line in lines
        ),
    )


def _years(day: DayView) -> tuple[int, int, int]:
    """The slider: first and last year, and the one asked."""
    asked = int(iso(day.day)[:4])
    return min(2000, asked), max(asked, 2030), asked
