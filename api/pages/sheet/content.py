"""What the sheet of a territory shows. In print each section keeps its first lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from api.french import capital, period_words
from api.labels import value_label
from api.pages import links
from api.pages.asking import Asking, error_json, form_context
from api.pages.choices import territory_hint
from api.pages.coverage.matrix import cell_href
from api.pages.exports import Table
from api.pages.facts import nature
from api.pages.findings.families import gap_href
from api.pages.links import Link, entity_link, with_query
from api.pages.serving import Shown
from api.pages.sheet.cells import cited_by, text
from api.pages.sheet.stages import stage_words
from api.pages.timeline import Span, timeline
from api.shapes import shape
from graph.dates import iso
from graph.ontology import RELATIONS, RelationType
from graph.view import DayView
from graph.view.labels import folded
from queries.initiatives import initiatives
from queries.sheet import BodySeats, FrameworkLine, Sheet, sheet

IN_PRINT = 8
"""Lines that a section keeps on paper."""
ON_SCREEN = 60


@dataclass(frozen=True, slots=True)
class Section:
    """One section: ``total`` counts all its lines, ``href`` leads to all of them, ``paper`` are
    the columns (0 = first) that it keeps in print."""

    id: str
    title: str
    headers: tuple[str, ...]
    lines: tuple[Any, ...]
    total: int
    href: str
    nothing: str
    paper: tuple[int, ...]

    @property
    def more(self) -> int:
        """Lines that the screen leaves out."""
        return self.total - len(self.lines)

    @property
    def more_in_print(self) -> int:
        """Lines that paper leaves out."""
        return max(0, self.total - IN_PRINT)


def territory_sheet(asking: Asking, territory: int) -> Shown:
    """The sheet of a territory on a day."""
    day, record = asking.day, asking.day.view.entity(territory)
    link = entity_link(day.view, territory)
    base = {**form_context(asking), "place": link, "hint": territory_hint(record)}
    if asking.errors:
        context = {**base, "sections": [], "line": None, "counts": []}
        return Shown("sheet/sheet.html", context, lambda: error_json(asking), status=400)
    (found,) = sheet(day, territory).page()
    sections = list(_sections(day, found))
    return Shown(
        "sheet/sheet.html",
        {
            **base,
            "sections": sections,
            "counts": [(each.title, each.total, f"#{each.id}") for each in sections],
            "line": timeline(_spans(day, found), day.day),
            "in_print": IN_PRINT,
            "others": _others(day, link),
        },
        lambda: {
            "question": "sheet",
            "asOf": iso(day.day),
            "totalCount": 1,
            "items": [shape(day.view, found)],
        },
        lambda: Table(
            f"maillage-fiche-{iso(day.day)}",
            ("section", "entité", "précisions"),
            _rows(day, found),
        ),
    )


def _spans(day: DayView, found: Sheet) -> list[Span]:
    """The periods of the frameworks in force."""
    return [
        Span(
            entity_link(day.view, each.framework),
            "",
            each.start or each.signed,
            each.end,
            each.end_state,
        )
        for each in found.frameworks
        if each.active
    ]


def _others(day: DayView, place: Link) -> list[tuple[str, str]]:
    """What else one may ask about the territory."""
    here = {"territoire": place.id, "au": iso(day.day)}
    return [
        (
            "Comparer avec un autre territoire",
            with_query(links.COMPARE, {"gauche": place.id, "au": iso(day.day)}),
        ),
        ("Le réseau de ce territoire", with_query(links.NETWORK, here)),
        ("Les points de coupure", with_query(links.CUT_POINTS, here)),
        ("Les recouvrements", with_query(links.OVERLAPS, here)),
        ("Ce que la base sait de ce territoire", place.href),
    ]


def _sections(day: DayView, found: Sheet) -> Iterable[Section]:
    here = {"territoire": day.view.entity(found.territory).id, "au": iso(day.day)}

    def section(
        id_: str,
        title: str,
        headers: tuple[str, ...],
        lines: Sequence[Any],
        path: str,
        nothing: str,
        paper: tuple[int, ...],
    ) -> Section:
        shown = tuple(lines[:ON_SCREEN])
        return Section(
            id_, title, headers, shown, len(lines), with_query(path, here), nothing, paper
        )

    own = initiatives(day)
    active = sorted(
        (each for each in found.frameworks if each.active),
        key=lambda each: found.territory not in own.territories(each.framework),
    )
    yield section(
        "alertes",
        "Alertes",
        ("Gravité", "Alerte", "Sujet", "Pourquoi"),
        [
            (
                value_label(each.severity),
                Link("", capital(value_label(each.kind)), gap_href(day, each)),
                entity_link(day.view, each.subject),
                " ; ".join(each.reasons),
            )
            for each in found.alerts
        ],
        links.GAPS,
        "Rien de ce que les documents promettent ou attendent ne manque ce jour-là.",
        (1, 2),
    )
    yield section(
        "cadres",
        "Cadres en vigueur",
        ("Cadre", "Nature", "Période", "Étapes", "Source"),
        [_framework(day, each) for each in active if day.is_counted(each.framework)],
        links.ARTICULATIONS,
        "Aucun cadre connu n'est en vigueur ce jour-là. Essayer une autre date.",
        (0, 2, 3),
    )
    cited = [each for each in active if not day.is_counted(each.framework)]
    if cited:
        yield section(
            "series",
            "Séries de cadres, citées sans être comptées",
            ("Série", "Nature", "Période", "Étapes", "Source"),
            [_framework(day, each) for each in cited],
            links.ARTICULATIONS,
            "",
            (0,),
        )
    yield section(
        "instances",
        "Instances et qui y siège",
        ("Instance", "Sièges", "Pilote", "Source"),
        [_body(day, each) for each in found.bodies],
        links.NETWORK,
        "Aucune instance connue ne pilote une initiative de ce territoire.",
        (0, 1),
    )
    actors = sorted(found.actors, key=lambda row: folded(day.view.entity(row).name))
    yield section(
        "acteurs",
        "Acteurs",
        ("Acteur", "Nature", "Source"),
        [
            (entity_link(day.view, row), nature(day.view.entity(row)), cited_by(day, row))
            for row in actors
        ],
        links.NETWORK,
        "Aucun acteur connu ne participe à une initiative de ce territoire.",
        (0, 1),
    )
    yield section(
        "actions",
        "Actions et dispositifs par thème",
        ("Thème", "Actions et dispositifs"),
        [
            (
                "Sans thème" if each.theme is None else entity_link(day.view, each.theme),
                tuple(entity_link(day.view, row) for row in each.actions),
            )
            for each in found.actions
        ],
        links.COVERAGE,
        "Aucune action ni aucun dispositif connu ne porte sur ce territoire.",
        (0, 1),
    )
    yield section(
        "couverture",
        "Couverture",
        ("Thème", "État", "Pourquoi"),
        [
            (
                entity_link(day.view, each.theme),
                Link(
                    each.state, value_label(each.state), cell_href(day, each.theme, each.territory)
                ),
                " ; ".join(each.reasons),
            )
            for each in found.coverage
            if each.state != "UNKNOWN"
        ],
        links.COVERAGE,
        "Aucun fait connu ne dit ce qui est fait ici, thème par thème.",
        (0, 1),
    )
    yield section(
        "articulations",
        "Comment ses cadres se rencontrent",
        ("D'un côté", "De l'autre", "Statut"),
        [
            (
                entity_link(day.view, each.left),
                entity_link(day.view, each.right),
                value_label(each.status),
            )
            for each in found.articulations
        ],
        links.ARTICULATIONS,
        "Aucune paire de cadres ne se rencontre ici ce jour-là.",
        (0, 1, 2),
    )


def _framework(day: DayView, line: FrameworkLine) -> tuple[Any, ...]:
    record = day.view.entity(line.framework)
    return (
        entity_link(day.view, line.framework),
        nature(record),
        period_words(line.start or line.signed, line.end, line.end_state, day.day),
        stage_words(line.stages),
        cited_by(day, line.framework),
    )


def _body(day: DayView, each: BodySeats) -> tuple[Any, ...]:
    roles = RELATIONS[RelationType.MEMBER_OF].roles or {}
    seats = [
        f"{day.view.entity(seat.actor).name} ({roles.get(seat.role, seat.role)})"
        if seat.role
        else day.view.entity(seat.actor).name
        for seat in each.seats
    ]
    return (
        entity_link(day.view, each.body),
        tuple(seats),
        tuple(entity_link(day.view, row) for row in each.initiatives),
        cited_by(day, each.body),
    )


def _rows(day: DayView, found: Sheet) -> Iterable[tuple[str, str, str]]:
    for section in _sections(day, found):
        for line in section.lines:
            first, *others = map(text, line)
            yield section.title, first, " | ".join(filter(None, others))
