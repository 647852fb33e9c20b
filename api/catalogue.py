"""The questions as the command line asks them: which options each takes, and how to ask.

One row per question.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from api.questions import Asked, initiative_kinds, span
from queries.answer import Answer
from queries.articulations import Status, articulations
from queries.bridges import bridges
from queries.changes import changes
from queries.compare import compare, compared_lists
from queries.coverage import coverage
from queries.cut_points import cut_points
from queries.fragmentation import fragmentation
from queries.gaps import GapKind, gaps
from queries.initiatives import DELIVERING
from queries.measures import measures
from queries.overlaps import Level, overlaps
from queries.path import path
from queries.search import search
from queries.sheet import sheet
from queries.who import who_works_on


@dataclass(frozen=True)
class Question:
    """One question: its name on the command line, a French line of help, the options that it
    takes and requires (names of ``Arguments``), how to ask it, and what to show beside the
    items, if anything."""

    name: str
    help: str
    ask: Callable[[Asked], Answer[Any]]
    takes: frozenset[str]
    requires: frozenset[str] = field(default_factory=frozenset)
    beside: Callable[[Asked], Any] | None = None


def _question(
    name: str,
    help_: str,
    ask: Callable[[Asked], Answer[Any]],
    takes: str,
    requires: str = "",
    beside: Callable[[Asked], Any] | None = None,
) -> Question:
    required = frozenset(requires.split())
    return Question(name, help_, ask, frozenset(takes.split()) | required, required, beside)


LEVELS = get_args(Level)
GAP_KINDS = get_args(GapKind)
STATUSES = get_args(Status)


def _who(asked: Asked) -> Answer[Any]:
    return who_works_on(asked.day, asked.themes[0], asked.territory, asked.audience)


def _overlaps(asked: Asked) -> Answer[Any]:
    kinds = asked.kinds
    return overlaps(
        asked.day,
        asked.territory,
        asked.theme,
        managed=asked.given.managed,
        level=asked.choice(asked.given.level, LEVELS, "le niveau"),
        kinds=initiative_kinds(kinds) if kinds else DELIVERING,
    )


def _fragmentation(asked: Asked) -> Answer[Any]:
    return fragmentation(asked.day, asked.territory, asked.theme)


def _coverage(asked: Asked) -> Answer[Any]:
    territory = asked.territory
    assert territory is not None
    return coverage(asked.day, territory, asked.themes or None)


def _articulations(asked: Asked) -> Answer[Any]:
    return articulations(
        asked.day,
        asked.territory,
        status=asked.choice(asked.given.status, STATUSES, "le statut"),
        ignore_hubs=asked.given.ignore_hubs,
    )


def _cut_points(asked: Asked) -> Answer[Any]:
    return cut_points(asked.day, asked.territory, asked.without)


def _bridges(asked: Asked) -> Answer[Any]:
    return bridges(asked.day, asked.territory, asked.without)


def _path(asked: Asked) -> Answer[Any]:
    assert asked.given.start is not None
    assert asked.given.end is not None
    start, end = asked.node(asked.given.start), asked.node(asked.given.end)
    return path(asked.day, start, end, avoid_hubs=asked.given.avoid_hubs)


def _gaps(asked: Asked) -> Answer[Any]:
    kinds = [asked.choice(kind, GAP_KINDS, "le type de manque") for kind in asked.given.kinds]
    return gaps(asked.day, asked.territory, asked.theme, kinds or None)


def _compare(asked: Asked) -> Answer[Any]:
    return compare(asked.day, *asked.sides)


def _compared_lists(asked: Asked) -> Any:
    return compared_lists(asked.day, *asked.sides)


def _diff(asked: Asked) -> Answer[Any]:
    since, until = asked.given.since, asked.given.until
    assert since is not None
    assert until is not None
    return changes(asked.view, *span(since, until))


def _measures(asked: Asked) -> Answer[Any]:
    return measures(asked.day, asked.territory, asked.without)


def _sheet(asked: Asked) -> Answer[Any]:
    territory = asked.territory
    assert territory is not None
    return sheet(asked.day, territory)


def _search(asked: Asked) -> Answer[Any]:
    assert asked.given.text is not None
    return search(asked.view, asked.given.text, asked.kinds)


QUESTIONS: Mapping[str, Question] = {
    question.name: question
    for question in (
        _question("who", "Qui travaille déjà sur un thème ?", _who, "territory audience", "theme"),
        _question(
            "overlaps",
            "Quelles initiatives se recouvrent ?",
            _overlaps,
            "theme territory managed level kinds",
        ),
        _question(
            "fragmentation",
            "Où plusieurs porteurs agissent-ils côte à côte ?",
            _fragmentation,
            "theme territory",
        ),
        _question(
            "coverage", "Qu'est-ce qui est couvert, par thème ?", _coverage, "theme", "territory"
        ),
        _question(
            "articulations",
            "Comment les cadres se rencontrent-ils ?",
            _articulations,
            "territory status ignore_hubs",
        ),
        _question(
            "cut-points",
            "Quelles entités relient seules les autres ?",
            _cut_points,
            "territory without",
        ),
        _question(
            "bridges", "Quels liens relient seuls les autres ?", _bridges, "territory without"
        ),
        _question(
            "path",
            "Par quelle chaîne deux entités se relient-elles ?",
            _path,
            "avoid_hubs",
            "start end",
        ),
        _question("gaps", "Que manque-t-il, ou bientôt ?", _gaps, "theme territory kinds"),
        _question(
            "compare",
            "Qu'ont deux territoires, l'un, l'autre ou les deux ?",
            _compare,
            "",
            "left right",
            _compared_lists,
        ),
        _question(
            "diff", "Qu'est-ce qui commence ou finit entre deux jours ?", _diff, "", "since until"
        ),
        _question(
            "measures", "Quelle forme a le réseau des acteurs ?", _measures, "territory without"
        ),
        _question("sheet", "Que sait-on d'un territoire ?", _sheet, "", "territory"),
        _question("search", "Chercher par nom, sigle ou description.", _search, "kinds", "text"),
    )
}
