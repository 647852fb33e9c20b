"""A list of findings: filters with counts, orders, pages, and its twins."""

from collections.abc import Iterator
from typing import Any

from api.pages.asking import Asking, error_json, form_context
from api.pages.exports import Table
from api.pages.findings.families import Cell, Family, count_words, without
from api.pages.links import Link, entity_link
from api.pages.paging import page_number, pages
from api.pages.serving import Shown
from api.shapes import Json, shape
from graph.dates import iso
from graph.view.labels import folded

PAGE_SIZE = 50
MOST_IN_CELL = 5
"""Entities named in one cell; the rest is counted, and stands on the finding's own page."""


def listing(family: Family, asking: Asking, *, given: bool) -> Shown:
    """One page of a list; ``given``: the reader chose the territory."""
    if asking.errors:
        context = {"family": family, "facets": [], "total": None, "taken": []}
        return Shown(
            "findings/list.html",
            {**context, **form_context(asking)},
            lambda: error_json(asking),
            status=400,
        )
    choice = asking[family.choice] if asking[family.choice] in family.choices else ""
    answer = family.ask(asking, choice)
    order = _order(family, asking["tri"])
    paging = pages(asking, answer.total, PAGE_SIZE, page_number(asking["page"]))
    if order is None:
        items = answer.page(paging.start, PAGE_SIZE)
    else:
        ordered = sorted(
            answer.page(), key=lambda item: _key(family.cells(asking.day, item)[order])
        )
        items = ordered[paging.start : paging.start + PAGE_SIZE]
    day = asking.day
    return Shown(
        "findings/list.html",
        {
            **form_context(asking),
            "family": family,
            "is_default": not given and "territoire" in asking.rows,
            "total": answer.total,
            "words": count_words(family, answer.total),
            "facets": _facets(family, asking, choice, answer.total),
            "orders": _orders(family, asking, order),
            "items": [(family.cells(day, item), family.detail(asking, item)) for item in items],
            "most": MOST_IN_CELL,
            "paging": paging,
            "taken": [entity_link(day.view, row) for row in without(asking)],
        },
        lambda: _json(family, asking, choice),
        lambda: Table(
            f"maillage-{family.path[1:]}-{iso(day.day)}",
            (*family.columns, "identifiants", "sources"),
            _rows(family, asking, choice),
        ),
    )


def _facets(family: Family, asking: Asking, choice: str, total: int) -> list[dict[str, Any]]:
    """The values of the family's choice with their counts; those that count are links."""
    if not family.choices:
        return []
    return [
        {
            "label": label,
            "count": total if value == choice else family.ask(asking, value).total,
            "href": asking.href(page="", **{family.choice: value}),
            "chosen": value == choice,
        }
        for value, label in {"": "tous", **family.choices}.items()
    ]


def _order(family: Family, text: str) -> int | None:
    place = int(text) - 1 if text.isascii() and text.isdigit() and len(text) < 3 else -1
    return place if 0 <= place < len(family.columns) else None


def _orders(family: Family, asking: Asking, order: int | None) -> list[tuple[str, str, bool]]:
    """Headers with the address that sorts by each, and whether it does already."""
    return [
        (label, asking.href(tri=str(place + 1), page=""), place == order)
        for place, label in enumerate(family.columns)
    ]


def _key(cell: Cell) -> tuple[float, str]:
    """Numbers from the largest, texts by name."""
    if isinstance(cell, int | float):
        return -cell, ""
    return 0, folded(" ".join(_texts(cell)))


def _texts(cell: Cell) -> list[str]:
    match cell:
        case tuple():
            return [each.name if isinstance(each, Link) else each for each in cell]
        case Link():
            return [cell.name]
    return [str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)]


def _json(family: Family, asking: Asking, choice: str) -> Json:
    """The answer as ``maillage ask … --json`` prints it."""
    answer = family.ask(asking, choice)
    return {
        "question": family.question,
        "asOf": iso(asking.day.day),
        "totalCount": answer.total,
        "items": [shape(asking.day.view, item) for item in answer.page()],
    }


def _rows(family: Family, asking: Asking, choice: str) -> Iterator[list[str]]:
    day = asking.day
    for item in family.ask(asking, choice).page():
        cells = family.cells(day, item)
        ids = [each.id for cell in cells for each in _named(cell)]
        said = (day.view.relation(number).sources for number in getattr(item, "evidence", ()))
        sources = dict.fromkeys(source for each in said for source in each)
        yield [*(" | ".join(_texts(cell)) for cell in cells), " | ".join(ids), " | ".join(sources)]


def _named(cell: Cell) -> list[Link]:
    several = cell if isinstance(cell, tuple) else (cell,)
    return [each for each in several if isinstance(each, Link)]
