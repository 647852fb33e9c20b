"""The page of one finding: both sides, what coordinates them or not, and the facts."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from fastapi import Request
from fastapi.responses import Response

from api.catalogue import GAP_KINDS
from api.labels import value_label
from api.pages import links
from api.pages.asking import Asking
from api.pages.cards import initiative_card
from api.pages.facts import Facts
from api.pages.findings.families import Family, without
from api.pages.links import Link, entity_link, with_query
from api.pages.security import error_page
from api.pages.serving import Shown
from api.shapes import shape
from graph.dates import iso
from graph.ontology import INITIATIVES, EntityKind
from graph.view import DayView
from queries.articulations import Articulation, articulation
from queries.cut_points import CutPoint, cut_point
from queries.gaps import Gap, gap
from queries.overlaps import Overlap, overlap

_NOT_FOUND = 404
_GONE = (
    "cette constatation n'existe pas à cette date : l'un des faits dont elle dépend a changé, ou "
    "l'adresse est incomplète"
)


class Told(NamedTuple):
    """What the page says of a finding; ``more`` are further questions with their addresses."""

    title: str
    verdict: str
    cards: list[Any]
    lists: list[tuple[str, list[Link]]]
    reasons: Sequence[str] = ()
    coordinated: Sequence[tuple[str, Link | None]] = ()
    advice: str = ""
    more: Sequence[tuple[str, str]] = ()


def detail(family: Family, asking: Asking, facts: Facts, request: Request) -> Shown | Response:
    """The page of the finding that an address names; 404 when it does not hold that day."""
    found = _FOUND[family.path](asking)
    if found is None:
        return error_page(request, _NOT_FOUND, _GONE)
    day = asking.day
    return Shown(
        "findings/detail.html",
        {
            "family": family,
            "day": day.day,
            "back": with_query(
                family.path,
                {**{each: asking[each] for each in ("territoire", "sans")}, "au": iso(day.day)},
            ),
            "item": found,
            **_TOLD[family.path](asking, facts, found)._asdict(),
            "facts": [facts.fact(number, -1) for number in getattr(found, "evidence", ())],
            "twin": asking.href(".json"),
        },
        lambda: {"asOf": iso(day.day), "item": shape(day.view, found)},
    )


def _sides(asking: Asking) -> tuple[int, int] | None:
    """Both sides of a pair, smaller id first, when both are initiatives."""
    rows = {asking.day.view.row(asking[field]) for field in ("gauche", "droite")} - {None}
    left, *others = asking.day.view.by_id(row for row in rows if row is not None) or [0]
    if len(others) != 1:
        return None
    kinds = {asking.day.view.kind(row) for row in (left, others[0])}
    return (left, others[0]) if kinds <= INITIATIVES else None


def _overlap(asking: Asking) -> Overlap | None:
    sides = _sides(asking)
    return None if sides is None else overlap(asking.day, *sides)


def _articulation(asking: Asking) -> Articulation | None:
    sides = _sides(asking)
    if sides is None:
        return None
    view, day = asking.day.view, asking.day
    holds = all(view.kind(row) is EntityKind.FRAMEWORK and day.active[row] for row in sides)
    return articulation(day, *sides) if holds else None


def _gap(asking: Asking) -> Gap | None:
    """The gap at the entities that the address names; one that is not there names none."""
    names = {"theme": "theme", "territory": "territoire", "other": "autre", "actor": "acteur"}
    view, kind = (
        asking.day.view,
        next((each for each in GAP_KINDS if each == asking["nature"]), None),
    )
    rows = {end: view.row(asking[field]) for end, field in names.items() if asking[field]}
    subject = view.row(asking["sujet"])
    if kind is None or subject is None or None in rows.values():
        return None
    return gap(asking.day, kind, subject, **rows)


def _cut_point(asking: Asking) -> CutPoint | None:
    row, place = asking.day.view.row(asking["id"]), asking.rows.get("territoire")
    return None if row is None else cut_point(asking.day, row, place, without(asking))


_FOUND: dict[str, Callable[[Asking], Any]] = {
    links.OVERLAPS: _overlap,
    links.ARTICULATIONS: _articulation,
    links.GAPS: _gap,
    links.CUT_POINTS: _cut_point,
}


def _cards(day: DayView, facts: Facts, rows: Iterable[int | None]) -> list[Any]:
    found = [row for row in rows if row is not None]
    return [initiative_card(facts, day, row) for row in found if day.view.kind(row) in INITIATIVES]


def _told_overlap(asking: Asking, facts: Facts, item: Overlap) -> Told:
    day = asking.day
    verdict = "Quelque chose les coordonne." if item.managed else "Rien de connu ne les coordonne."
    coordinated = [
        (
            value_label(each.reason),
            None if each.entity is None else entity_link(day.view, each.entity),
        )
        for each in item.managed_by
    ]
    return Told(
        title=f"{value_label(item.level).capitalize()} entre deux initiatives",
        verdict=verdict,
        cards=_cards(day, facts, (item.left, item.right)),
        lists=_named(
            day,
            ("Thèmes communs", item.themes),
            ("Territoires communs", item.territories),
            ("Publics communs", item.audiences),
        ),
        coordinated=coordinated,
        advice=""
        if item.managed
        else "Avant d'en tirer une conclusion, vérifier auprès des porteurs s'ils se connaissent : "
        "les documents ne disent pas tout.",
    )


_STATUS = {
    "EFFECTIVE": "Les textes la déclarent, et les deux cadres ont des acteurs ou une instance "
    "en commun.",
    "ON_PAPER": "Les textes la déclarent, mais rien de connu ne réunit les deux cadres.",
    "DE_FACTO": "Aucun texte connu ne la déclare, mais des acteurs ou une instance réunissent les "
    "deux cadres.",
    "MISSING": "Les deux cadres traitent d'un même thème au même endroit, et rien de connu ne les "
    "réunit.",
    "UNKNOWN": "L'un des deux cadres n'a ni acteur ni instance connus : on ne peut rien en dire.",
}


def _told_articulation(asking: Asking, facts: Facts, item: Articulation) -> Told:
    day = asking.day
    return Told(
        title=f"Articulation {value_label(item.status)}",
        verdict=_STATUS[item.status],
        cards=_cards(day, facts, (item.left, item.right)),
        lists=_named(
            day,
            ("Acteurs communs", item.shared_actors),
            ("Instances communes", item.shared_bodies),
            ("Thèmes communs", item.shared_themes),
        ),
    )


_ADVICE = {
    "NEED_WITHOUT_ACTION": "Chercher qui pourrait y répondre parmi ceux qui travaillent déjà sur "
    "ce thème.",
    "COMMITMENT_WITHOUT_ACTION": "Demander au pilote du cadre quelles actions il a lancées, et les "
    "ajouter.",
    "EXPIRED": "Vérifier si une suite existe, et l'ajouter avec sa source.",
    "EXPIRING": "Prévoir la suite avant cette date.",
    "MISSING_PARTNER": "Vérifier si ce partenaire participe déjà, et l'ajouter avec sa source.",
    "MISSING_LINK": "Ces deux acteurs gagneraient peut-être à se rencontrer.",
    "UNGOVERNED": "Chercher dans le texte qui pilote, et l'ajouter.",
    "PAPER_ARTICULATION": "Demander aux deux pilotes qui fait vivre cette articulation.",
    "OVERDUE": "Chercher le compte rendu de la dernière réunion, et l'ajouter.",
}


def _told_gap(asking: Asking, facts: Facts, item: Gap) -> Told:
    day = asking.day
    subject = entity_link(day.view, item.subject)
    return Told(
        title=value_label(item.kind).capitalize(),
        verdict=f"Gravité {value_label(item.severity)}.",
        cards=_cards(day, facts, (item.subject, item.other)),
        lists=_named(
            day,
            ("Sujet", (item.subject,)),
            ("Avec", tuple(row for row in (item.other, *item.actors) if row is not None)),
            ("Thème", tuple(row for row in (item.theme,) if row is not None)),
            ("Territoire", tuple(row for row in (item.territory,) if row is not None)),
        ),
        reasons=item.reasons,
        advice=_ADVICE[item.kind],
        more=[("Corriger ou compléter le sujet", with_query(links.EDIT, {"id": subject.id}))],
    )


def _told_cut_point(asking: Asking, facts: Facts, item: CutPoint) -> Told:
    day = asking.day
    entity = entity_link(day.view, item.entity)
    here = {"territoire": asking["territoire"], "au": iso(day.day)}
    taken = "|".join(filter(None, (asking["sans"], entity.id)))
    drawn = with_query(links.NETWORK, {**here, "coupe": entity.id})
    more = [
        ("Et sans cette entité ?", with_query(links.CUT_POINTS, {**here, "sans": taken})),
        ("Voir dans le réseau ce qu'elle sépare", drawn),
    ]
    if day.view.kind(item.entity) in INITIATIVES:
        ends = with_query(links.WHAT_IF, {"id": entity.id, "au": iso(day.day)})
        more.insert(1, ("Et si elle prend fin ?", ends))
    parts = item.components_after - item.components_before + 1
    return Told(
        title=f"Sans « {entity.name} »",
        verdict=f"Le réseau se couperait ici en {parts} morceaux, et {item.pairs_lost} paires "
        "d'acteurs ne seraient plus reliées.",
        cards=_cards(day, facts, (item.entity,)),
        lists=_named(day, ("Ce qui se détache", item.cut_off), ("Entité", (item.entity,))),
        more=more,
    )


_TOLD: dict[str, Callable[[Asking, Facts, Any], Told]] = {
    links.OVERLAPS: _told_overlap,
    links.ARTICULATIONS: _told_articulation,
    links.GAPS: _told_gap,
    links.CUT_POINTS: _told_cut_point,
}


def _named(day: DayView, *lists: tuple[str, tuple[int, ...]]) -> list[tuple[str, list[Link]]]:
    return [(label, [entity_link(day.view, row) for row in rows]) for label, rows in lists if rows]
