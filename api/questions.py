"""The questions as the command line asks them: which options each takes, and how to ask.

One row per question; arguments arrive as users write them (labels, codes, ids) and are
resolved here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.dates import iso, parse_day, parse_moment
from graph.errors import InvalidData
from graph.ontology import INITIATIVES, EntityKind, read_kind
from graph.repository import Repository
from graph.view import DayView, GraphView
from graph.view.labels import resolve
from queries.answer import Answer
from queries.articulations import articulations
from queries.bridges import bridges
from queries.coverage import coverage
from queries.cut_points import cut_points
from queries.fragmentation import fragmentation
from queries.network import NODE_KINDS
from queries.overlaps import overlaps
from queries.path import path
from queries.search import search
from queries.who import who_works_on


@dataclass(frozen=True)
class Arguments:
    """What a user asked, as written. Options left out keep their default."""

    theme: tuple[str, ...] = ()
    territory: str | None = None
    audience: str | None = None
    kinds: tuple[str, ...] = ()
    level: str | None = None
    managed: bool | None = None
    status: str | None = None
    ignore_hubs: bool = False
    without: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    avoid_hubs: bool = False
    text: str | None = None


_NODE = "l'acteur, l'initiative ou l'instance"


class Asked:
    """Arguments resolved against a view, on demand."""

    def __init__(self, day: DayView, arguments: Arguments) -> None:
        self.day = day
        self.view: GraphView = day.view
        self.given = arguments

    @property
    def themes(self) -> list[int]:
        return [self._row(text, "le thème", EntityKind.THEME) for text in self.given.theme]

    @property
    def theme(self) -> int | None:
        if len(self.given.theme) > 1:
            raise InvalidData("cette question ne prend qu'un thème", code="TOO_MANY_THEMES")
        return self.themes[0] if self.given.theme else None

    @property
    def territory(self) -> int | None:
        text = self.given.territory
        return None if text is None else self._row(text, "le territoire", EntityKind.TERRITORY)

    @property
    def audience(self) -> int | None:
        text = self.given.audience
        return None if text is None else self._row(text, "le public", EntityKind.AUDIENCE)

    @property
    def without(self) -> list[int]:
        return [self.node(text) for text in self.given.without]

    @property
    def kinds(self) -> list[EntityKind]:
        try:
            return [read_kind(text) for text in self.given.kinds]
        except ValueError as error:
            raise InvalidData(str(error), code="INVALID_VALUE") from None

    def choice(self, text: str | None, allowed: tuple[str, ...], what: str) -> Any:
        """An enumerated argument, case ignored."""
        member = None if text is None else text.strip().upper().replace("-", "_")
        if member is not None and member not in allowed:
            raise InvalidData(
                f"{what} « {text} » est inconnu ; valeurs admises : {', '.join(allowed)}",
                code="INVALID_VALUE",
            )
        return member

    def node(self, text: str) -> int:
        """Any entity by id; by label, one that cut points and paths can go through."""
        row = self.view.row(text)
        return row if row is not None else self._row(text, _NODE, *NODE_KINDS)

    def _row(self, text: str, what: str, *kinds: EntityKind) -> int:
        return resolve(self.view, text, kinds, what)


@dataclass(frozen=True)
class Question:
    """One question: its name on the command line, a French line of help, the options that it
    takes and requires (names of ``Arguments``), and how to ask it."""

    name: str
    help: str
    ask: Callable[[Asked], Answer[Any]]
    takes: frozenset[str]
    requires: frozenset[str] = field(default_factory=frozenset)


def _question(
    name: str, help_: str, ask: Callable[[Asked], Answer[Any]], takes: str, requires: str = ""
) -> Question:
    required = frozenset(requires.split())
    return Question(name, help_, ask, frozenset(takes.split()) | required, required)


LEVELS = ("DUPLICATION", "OVERLAP")
STATUSES = ("UNKNOWN", "EFFECTIVE", "ON_PAPER", "DE_FACTO", "MISSING")


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
        **({"kinds": initiative_kinds(kinds)} if kinds else {}),
    )


def initiative_kinds(kinds: list[EntityKind]) -> list[EntityKind]:
    """The kinds when all are initiatives; InvalidData otherwise."""
    for kind in kinds:
        if kind not in INITIATIVES:
            raise InvalidData(
                f"les recouvrements ne portent pas sur {kind} ; types admis : "
                f"{', '.join(sorted(INITIATIVES))}",
                code="INVALID_VALUE",
            )
    return kinds


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
        _question("search", "Chercher par nom ou autre nom.", _search, "kinds", "text"),
    )
}


def day_view(
    repository: Repository, as_of: str | None, known_at: str | None, today: int
) -> DayView:
    """The view for the two clocks as users write them; InvalidData when they are no dates."""
    try:
        day = today if as_of is None else parse_day(as_of.strip())
        moment = None if known_at is None else parse_moment(known_at.strip())
    except ValueError as error:
        raise InvalidData(str(error), code="INVALID_DATE") from None
    return repository.view(moment).on(day)


def day_text(day: DayView) -> str:
    """The day asked, as text."""
    return iso(day.day)
