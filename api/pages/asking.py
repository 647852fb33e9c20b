"""What the address of a page asks: filters as written, what they name, what is wrong."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from api.pages.choices import best_documented, choices, territory_term
from api.pages.links import with_query
from api.pages.question import FIELDS, FieldError, find, read_date
from api.shapes import Json
from graph.dates import iso
from graph.view import DayView, GraphView
from queries.initiatives import initiatives
from queries.overlaps import MOST_UNFILTERED


@dataclass(frozen=True, slots=True)
class Asking:
    """A page asked on a day. ``rows`` holds what its filters name, by field.

    The date in ``given`` is written in full, so that every address made from it stays true
    tomorrow; templates read a filter as ``terms.territoire``.
    """

    path: str
    day: DayView
    given: Mapping[str, str]
    rows: Mapping[str, int]
    errors: Mapping[str, FieldError]

    def __getitem__(self, field: str) -> str:
        return self.given.get(field, "")

    def href(self, twin: str = "", path: str = "", **changes: str) -> str:
        """The same question with changes; ``twin`` is ``.csv`` or ``.json``, ``path`` another
        page that takes the same filters."""
        return with_query((path or self.path) + twin, {**self.given, **changes})

    def name(self, field: str) -> str | None:
        """The name of what a filter designates."""
        return self.day.view.entity(self.rows[field]).name if field in self.rows else None


def read_asking(
    view: GraphView, path: str, query: Mapping[str, str], others: Collection[str] = ()
) -> Asking:
    """The question that an address asks: ``au``, the fields that name concepts, and ``others``
    as they are written."""
    given = {name: query[name] for name in (*FIELDS, *others) if query.get(name, "").strip()}
    day, wrong_date = read_date(view, query.get("au", ""))
    rows: dict[str, int] = {}
    errors: dict[str, FieldError] = {}
    for field in FIELDS:
        if field in given:
            found = find(day, field, given[field])
            if isinstance(found, FieldError):
                errors[field] = found
            else:
                rows[field] = found
    if wrong_date is not None:
        errors["au"] = wrong_date
        given["au"] = query["au"]
    else:
        given["au"] = iso(day.day)
    return Asking(path, day, given, rows, errors)


def in_view(asking: Asking) -> Asking:
    """The question about the best documented territory when it names none and the graph is too
    large for a list of everything."""
    day = asking.day
    is_small = len(initiatives(day).candidates(None, None)) <= MOST_UNFILTERED
    return asking if is_small else placed(asking, best_documented(day))


def placed(asking: Asking, territory: int | None) -> Asking:
    """The question about a territory when it names none: forms and addresses then name it."""
    if territory is None or asking.errors or "territoire" in asking.rows:
        return asking
    given = {**asking.given, "territoire": territory_term(asking.day.view, territory)}
    return replace(asking, given=given, rows={**asking.rows, "territoire": territory})


def form_context(asking: Asking) -> dict[str, object]:
    """What a form of filters needs: its choices, what is filled in, what is wrong."""
    offered, view = choices(asking.day), asking.day.view
    return {
        "day": asking.day.day,
        "terms": asking,
        "errors": asking.errors,
        "themes": offered.themes,
        "audiences": offered.audiences,
        "suggested": offered.territories,
        "chosen_theme": view.entity(asking.rows["theme"]).id if "theme" in asking.rows else "",
        "chosen_public": view.entity(asking.rows["public"]).id if "public" in asking.rows else "",
    }


def error_json(asking: Asking) -> Json:
    """What is wrong with the question, as programs are told errors."""
    field, error = next(iter(asking.errors.items()))
    details = {"code": "INVALID_ARGUMENT", "message": f"{field} : {error.message}"}
    return {"error": {**details, "file": None, "row": None, "column": None}}
