"""Arguments of questions as users write them (labels, codes, ids), and what they name."""

from dataclasses import dataclass
from typing import Any

from graph.dates import iso, parse_day, parse_moment
from graph.errors import InvalidData
from graph.ontology import INITIATIVES, EntityKind, read_kind
from graph.repository import Repository
from graph.view import DayView, GraphView
from graph.view.labels import resolve
from queries.network import NODE_KINDS


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
    left: str | None = None
    right: str | None = None
    since: str | None = None
    until: str | None = None
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
    def sides(self) -> tuple[int, int]:
        """The two territories of a comparison, both given."""
        left, right = self.given.left, self.given.right
        assert left is not None
        assert right is not None
        what = "le territoire"
        return (
            self._row(left, what, EntityKind.TERRITORY),
            self._row(right, what, EntityKind.TERRITORY),
        )

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
        if not text.strip():
            raise InvalidData(
                f"{what} demandé est vide : donner un identifiant, un code ou un nom",
                code="EMPTY_REFERENCE",
            )
        return resolve(self.view, text, kinds, what)


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


def day_view(
    repository: Repository, as_of: str | None, known_at: str | None, today: int
) -> DayView:
    """The view for the two clocks as users write them; InvalidData when they are no dates."""
    day = today if as_of is None else read_day(as_of)
    try:
        moment = None if known_at is None else parse_moment(known_at.strip())
    except ValueError as error:
        raise InvalidData(str(error), code="INVALID_DATE") from None
    return repository.view(moment).on(day)


def day_text(day: DayView) -> str:
    """The day asked, as text."""
    return iso(day.day)


def span(since: str, until: str) -> tuple[int, int]:
    """Two days as users write them; InvalidData when one is no date."""
    return read_day(since), read_day(until)


def read_day(text: str) -> int:
    """A day as users write it; InvalidData when it is none."""
    try:
        return parse_day(text.strip())
    except ValueError as error:
        raise InvalidData(str(error), code="INVALID_DATE") from None
