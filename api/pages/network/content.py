"""What the network page shows: the graph G of the day, as nodes and edges."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from api.pages import links
from api.pages.asking import Asking, error_json, form_context
from api.pages.choices import choices
from api.pages.exports import Table
from api.pages.facts import nature
from api.pages.links import Link, entity_link, with_query
from api.pages.serving import Shown
from api.shapes import Json
from graph.dates import iso
from graph.ontology import KINDS, RELATIONS, EntityKind
from graph.view import DayView
from graph.view.labels import folded
from queries.cut_points import cut_points
from queries.network import NODE_KINDS, edge_relations, network
from queries.path import path

MOST_DRAWN = 3_000
MOST_IN_TABLE = 300
KINDS_DRAWN = {
    EntityKind.ACTOR: "rond",
    EntityKind.FRAMEWORK: "rectangle",
    EntityKind.SCHEME: "losange",
    EntityKind.ACTION: "triangle",
    EntityKind.BODY: "hexagone",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """Nodes by id and edges (left id < right id) of what is drawn; ``marked`` is a path or
    what a cut point separates."""

    nodes: Sequence[int]
    edges: Sequence[tuple[int, int]]
    marked: frozenset[int]
    left_out: int


def network_page(asking: Asking) -> Shown:
    """The network of an entity's neighbours, else of a territory."""
    day = asking.day
    if asking.errors:
        context = {**form_context(asking), "drawn": None, "kinds": {}}
        return Shown("network/network.html", context, lambda: error_json(asking), status=400)
    centre = day.view.row(asking["id"])
    centre = centre if centre is not None and day.view.kind(centre) in NODE_KINDS else None
    place = asking.rows.get("territoire")
    if centre is None and place is None:
        documented = choices(day).documented
        place = documented[0].row if documented else None
    drawn = _drawn(day, asking, place, centre)
    title = centre if centre is not None else place
    return Shown(
        "network/network.html",
        {
            **form_context(asking),
            "drawn": drawn,
            "centre": None if centre is None else entity_link(day.view, centre),
            "title": None if title is None else entity_link(day.view, title),
            "kinds": {KINDS[kind].label: shape for kind, shape in KINDS_DRAWN.items()},
            "lines": list(_lines(day, drawn.edges[:MOST_IN_TABLE])),
            "most": MOST_IN_TABLE,
            "graphml": asking.href(path=f"{links.NETWORK}.graphml"),
            "data": asking.href(".json"),
            "years": _years(day),
        },
        lambda: network_json(day, drawn),
        lambda: Table(
            f"maillage-reseau-{iso(day.day)}",
            ("de (identifiant)", "de", "relation", "vers (identifiant)", "vers"),
            (
                (*_cells(line["left"]), line["words"], *_cells(line["right"]))
                for line in _lines(day, drawn.edges)
            ),
        ),
    )


def _cells(link: Link) -> tuple[str, str]:
    return link.id, link.name


def _drawn(day: DayView, asking: Asking, place: int | None, centre: int | None) -> Drawn:
    """The neighbours of a centre, else a territory; a path or a cut point is added whole."""
    marked = _marked(day, asking)
    whole = network(day, None if marked or centre is not None else place)
    rows: list[int] = whole.rows.tolist()
    wanted = set(rows)
    if centre is not None:
        wanted = {centre}
        if centre in rows:
            wanted.update(whole.rows[whole.neighbours(rows.index(centre))].tolist())
    elif marked and place is not None:
        wanted = set(network(day, place).rows.tolist())
    wanted |= marked
    nodes = [row for row in rows if row in wanted]
    kept = nodes[:MOST_DRAWN]
    inside = set(kept)
    heads, others = whole.rows[whole.heads()].tolist(), whole.rows[whole.others].tolist()
    rank = day.view.entities.rank
    edges = [
        (row, other)
        for row, other in zip(heads, others, strict=True)
        if row in inside and other in inside and rank[row] < rank[other]
    ]
    return Drawn(kept, edges, marked, len(nodes) - len(kept))


def _marked(day: DayView, asking: Asking) -> frozenset[int]:
    """What the drawing brings out: a path, or a cut point and what it separates."""
    start, end, cut = (day.view.row(asking[field]) for field in ("de", "a", "coupe"))
    if start is not None and end is not None:
        return frozenset(row for item in path(day, start, end).page() for row in item.nodes)
    if cut is None:
        return frozenset()
    found = (each for each in cut_points(day).page() if each.entity == cut)
    return frozenset(row for each in found for row in (each.entity, *each.cut_off))


def network_json(day: DayView, drawn: Drawn) -> Json:
    """Nodes and edges, as the drawing reads them."""
    view = day.view
    return {
        "asOf": iso(day.day),
        "nodes": [
            {
                "id": record.id,
                "kind": record.kind.value,
                "name": record.name,
                "nature": nature(record),
                "marked": row in drawn.marked,
                "href": links.entity_href(record.id),
            }
            for row in drawn.nodes
            for record in (view.entity(row),)
        ],
        "edges": [
            {
                "source": view.entity(left).id,
                "target": view.entity(right).id,
                "words": _words(day, left, right),
                "marked": left in drawn.marked and right in drawn.marked,
            }
            for left, right in drawn.edges
        ],
    }


def _words(day: DayView, left: int, right: int) -> str:
    """What joins two nodes: ``participe à (porteur)``."""
    said: dict[str, None] = {}
    for number in edge_relations(day, left, right):
        record = day.view.relation(number)
        rule = RELATIONS[record.type]
        role = (rule.roles or {}).get(record.role or "", record.role)
        said[f"{rule.label} ({role})" if role else rule.label] = None
    return " ; ".join(sorted(said))


def _lines(day: DayView, edges: Iterable[tuple[int, int]]) -> Iterable[dict[str, Any]]:
    """Edges as rows, actors first, by name."""
    view = day.view

    def start(pair: tuple[int, int]) -> tuple[bool, str, str]:
        pair = _ordered(day, pair)
        return (
            view.kind(pair[0]) is not EntityKind.ACTOR,
            folded(view.entity(pair[0]).name),
            folded(view.entity(pair[1]).name),
        )

    for pair in sorted(edges, key=start):
        left, right = _ordered(day, pair)
        yield {
            "left": entity_link(view, left),
            "words": _words(day, left, right),
            "right": entity_link(view, right),
            "around": with_query(links.NETWORK, {"id": view.entity(right).id, "au": iso(day.day)}),
        }


def _ordered(day: DayView, pair: tuple[int, int]) -> tuple[int, int]:
    left, right = pair
    is_actor = [day.view.kind(row) is EntityKind.ACTOR for row in pair]
    return (right, left) if is_actor[1] and not is_actor[0] else (left, right)


def _years(day: DayView) -> tuple[int, int, int]:
    """The slider: first and last year, and the one asked."""
    asked = int(iso(day.day)[:4])
    return min(2000, asked), max(asked, 2030), asked
