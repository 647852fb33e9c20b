"""The lists of findings: one row each, with its question, filters, columns and orders."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from api import french
from api.catalogue import GAP_KINDS, STATUSES
from api.labels import value_label
from api.pages import links
from api.pages.asking import Asking
from api.pages.links import Link, entity_link, with_query
from graph.dates import iso
from graph.view import DayView
from queries.answer import Answer
from queries.articulations import Articulation, articulations
from queries.cut_points import CutPoint, cut_points
from queries.gaps import Gap, gaps
from queries.overlaps import Overlap, overlaps

Cell: TypeAlias = str | int | float | Link | tuple[Link, ...] | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """One list of findings. ``choice`` is the field that keeps some of them, ``choices`` its
    values in French; ``takes`` says which concepts filter the list. ``cells`` tells an item,
    one cell a column; ``detail`` is the address of its page."""

    path: str
    question: str
    title: str
    noun: str
    help: str
    nothing: str
    takes: tuple[str, ...]
    choice: str
    choice_label: str
    choices: Mapping[str, str]
    columns: tuple[str, ...]
    ask: Callable[[Asking, str], Answer[Any]]
    cells: Callable[[DayView, Any], tuple[Cell, ...]]
    detail: Callable[[Asking, Any], str]


def _links(day: DayView, rows: tuple[int, ...]) -> tuple[Link, ...]:
    return tuple(entity_link(day.view, row) for row in rows)


def _id(day: DayView, row: int | None) -> str:
    return "" if row is None else day.view.entity(row).id


def _pair(path: str) -> Callable[[Asking, Any], str]:
    def detail(asking: Asking, item: Any) -> str:
        day = asking.day
        sides = {"gauche": _id(day, item.left), "droite": _id(day, item.right)}
        return with_query(f"{path}/detail", {**sides, "au": iso(day.day)})

    return detail


def _overlaps(asking: Asking, choice: str) -> Answer[Overlap]:
    rows = asking.rows
    managed = {"non": False, "oui": True}.get(choice)
    return overlaps(asking.day, rows.get("territoire"), rows.get("theme"), managed=managed)


def _overlap_cells(day: DayView, item: Overlap) -> tuple[Cell, ...]:
    reasons = tuple(dict.fromkeys(value_label(each.reason) for each in item.managed_by))
    return (
        entity_link(day.view, item.left),
        entity_link(day.view, item.right),
        _links(day, item.themes),
        _links(day, item.territories),
        value_label(item.level),
        reasons or ("rien ne les coordonne",),
        item.score,
    )


def _gaps(asking: Asking, choice: str) -> Answer[Gap]:
    rows = asking.rows
    kinds = [kind for kind in GAP_KINDS if kind == choice] or None
    return gaps(asking.day, rows.get("territoire"), rows.get("theme"), kinds)


def _gap_cells(day: DayView, item: Gap) -> tuple[Cell, ...]:
    named = (item.other, *item.actors)
    return (
        value_label(item.severity),
        value_label(item.kind),
        entity_link(day.view, item.subject),
        _links(day, tuple(row for row in named if row is not None)),
        _links(day, tuple(row for row in (item.theme, item.territory) if row is not None)),
        item.reasons,
    )


def gap_href(day: DayView, item: Gap) -> str:
    """The page of a gap."""
    parts = {
        "nature": item.kind,
        "sujet": _id(day, item.subject),
        "theme": _id(day, item.theme),
        "territoire": _id(day, item.territory),
        "autre": _id(day, item.other),
        "acteur": _id(day, item.actors[0] if item.actors else None),
    }
    return with_query(f"{links.GAPS}/detail", {**parts, "au": iso(day.day)})


def _articulations(asking: Asking, choice: str) -> Answer[Articulation]:
    status: Any = next((each for each in STATUSES if each == choice), None)
    return articulations(asking.day, asking.rows.get("territoire"), status=status)


def _articulation_cells(day: DayView, item: Articulation) -> tuple[Cell, ...]:
    return (
        entity_link(day.view, item.left),
        entity_link(day.view, item.right),
        value_label(item.status),
        "oui" if item.declared else "non",
        _links(day, item.shared_actors),
        _links(day, item.shared_bodies),
        _links(day, item.shared_themes),
    )


def without(asking: Asking) -> list[int]:
    """The entities that « et sans…? » takes out, those that exist."""
    rows = (asking.day.view.row(id_) for id_ in asking["sans"].split("|"))
    return [row for row in rows if row is not None]


def _cut_points(asking: Asking, _choice: str) -> Answer[CutPoint]:
    return cut_points(asking.day, asking.rows.get("territoire"), without(asking))


def _cut_point_cells(day: DayView, item: CutPoint) -> tuple[Cell, ...]:
    return (
        entity_link(day.view, item.entity),
        item.pairs_lost,
        item.components_after - item.components_before + 1,
        _links(day, item.cut_off),
    )


def _cut_point_href(asking: Asking, item: CutPoint) -> str:
    """Its page, on the same part of the network."""
    where = {field: asking[field] for field in ("territoire", "sans")}
    pairs = {"id": _id(asking.day, item.entity), **where, "au": iso(asking.day.day)}
    return with_query(f"{links.CUT_POINTS}/detail", pairs)


FAMILIES: Mapping[str, Family] = {
    family.path: family
    for family in (
        Family(
            links.OVERLAPS,
            "overlaps",
            "Recouvrements",
            "recouvrement",
            "Deux actions ou dispositifs sur un même thème et un même territoire, sans porteur "
            "commun. Quand une instance, un cadre, un acteur ou une articulation les coordonne, "
            "le recouvrement est maîtrisé ; sinon, il est à regarder.",
            "Aucune paire d'actions ou de dispositifs ne porte, ce jour-là, sur un même thème et "
            "un même territoire sans porteur commun.",
            ("territoire", "theme"),
            "coordonne",
            "Coordonné",
            {"non": "non coordonnés", "oui": "coordonnés"},
            ("D'un côté", "De l'autre", "Thèmes", "Territoires", "Niveau", "Coordination", "Score"),
            _overlaps,
            _overlap_cells,
            _pair(links.OVERLAPS),
        ),
        Family(
            links.GAPS,
            "gaps",
            "Manques",
            "manque",
            "Ce qui est attendu, promis ou nécessaire et que la base ne trouve pas, ou qui va "
            "manquer. Un manque se vérifie : il dit ce que les documents connus ne montrent pas.",
            "Rien de ce que les documents promettent ou attendent ne manque ce jour-là.",
            ("territoire", "theme"),
            "nature",
            "Nature",
            {kind: value_label(kind) for kind in GAP_KINDS},
            ("Gravité", "Nature", "Sujet", "Avec", "Thème et lieu", "Pourquoi"),
            _gaps,
            _gap_cells,
            lambda asking, item: gap_href(asking.day, item),
        ),
        Family(
            links.ARTICULATIONS,
            "articulations",
            "Articulations",
            "articulation",
            "Comment les cadres d'un territoire se rencontrent : ce que les textes déclarent, et "
            "les acteurs et instances qu'ils ont vraiment en commun.",
            "Aucune paire de cadres en vigueur ne se rencontre, ce jour-là, sur ce territoire.",
            ("territoire",),
            "statut",
            "Statut",
            {status: value_label(status) for status in STATUSES},
            (
                "D'un côté",
                "De l'autre",
                "Statut",
                "Déclarée",
                "Acteurs communs",
                "Instances communes",
                "Thèmes communs",
            ),
            _articulations,
            _articulation_cells,
            _pair(links.ARTICULATIONS),
        ),
        Family(
            links.CUT_POINTS,
            "cut-points",
            "Points de coupure",
            "point de coupure",
            "Les acteurs, cadres et instances qui relient seuls d'autres entités : sans eux, le "
            "réseau se coupe en morceaux.",
            "Aucune entité ne relie seule les autres, ce jour-là, sur ce territoire.",
            ("territoire",),
            "",
            "",
            {},
            ("Entité", "Paires d'acteurs séparées", "Morceaux", "Ce qui se détache"),
            _cut_points,
            _cut_point_cells,
            _cut_point_href,
        ),
    )
}


def count_words(family: Family, count: int) -> str:
    """``3 points de coupure``."""
    plural = "points de coupure" if family.noun == "point de coupure" else None
    return french.counted(count, family.noun, plural)
