"""What the address of the network asks beside a territory and a day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from api.pages.asking import Asking
from api.pages.question import FieldError, named
from graph.view import DayView
from queries.network import NODE_KINDS

FIELDS = ("id", "ouvrir", "de", "a", "coupe")
_NAMED: Mapping[str, str] = {
    "de": "le point de départ",
    "a": "le point d'arrivée",
    "coupe": "l'entité",
}
SEPARATOR = "|"
"""Between ids in ``ouvrir``."""


@dataclass(frozen=True, slots=True)
class Asked:
    """``centre``: only its neighbours are drawn; ``opened``: theirs are added; ``start`` and
    ``end``: the ends of a path; ``cut``: the entity whose loss is looked at."""

    centre: int | None
    opened: tuple[int, ...]
    start: int | None
    end: int | None
    cut: int | None


def read_asked(asking: Asking) -> tuple[Asking, Asked]:
    """The question with the errors of these fields, and what they name.

    An id that is no longer there is passed over, as it is in any old address; what a reader may
    have typed is an error.
    """
    day = asking.day
    rows: dict[str, int | None] = {}
    errors = dict(asking.errors)
    for field, what in _NAMED.items():
        found = named(day, asking[field], NODE_KINDS, what) if asking[field] else None
        if isinstance(found, FieldError):
            errors[field] = found
        rows[field] = None if isinstance(found, FieldError) else found
    if asking["de"] and not asking["a"]:
        errors["a"] = FieldError("dire où le chemin arrive")
    if asking["a"] and not asking["de"]:
        errors["de"] = FieldError("dire d'où le chemin part")
    opened = (_node(day, id_) for id_ in asking["ouvrir"].split(SEPARATOR))
    return replace(asking, errors=errors), Asked(
        _node(day, asking["id"]),
        tuple(row for row in opened if row is not None),
        rows["de"],
        rows["a"],
        rows["coupe"],
    )


def _node(day: DayView, id_: str) -> int | None:
    row = day.view.row(id_)
    return row if row is not None and day.view.kind(row) in NODE_KINDS else None
