"""The question « Qui travaille déjà sur… » as asked: what its words mean, what is wrong.

A term that cannot be read gives an error beside its field, with candidates that are links
to the same question.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from api.pages.choices import territory_hint
from api.pages.links import Terms
from graph.dates import first_day, iso, today
from graph.errors import AmbiguousReference, UnknownReference
from graph.ontology import EntityKind
from graph.ontology.values import shown
from graph.view import DayView, GraphView
from graph.view.labels import resolve
from queries.answer import Answer
from queries.search import search
from queries.who import Work, who_works_on

FIELDS: Mapping[str, tuple[EntityKind, str]] = {
    "theme": (EntityKind.THEME, "le thème"),
    "territoire": (EntityKind.TERRITORY, "le territoire"),
    "public": (EntityKind.AUDIENCE, "le public"),
}
"""The fields that name an entity: of which kind, and how messages call it."""
_MOST_CANDIDATES = 8
_FRENCH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a term may have meant: a name, what tells it apart, the term to write instead."""

    name: str
    hint: str
    value: str


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with a field, in French, and what may have been meant."""

    message: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question against a view. ``rows`` holds what its terms name, by field.

    The date in ``terms`` is written in full, so that every address made from them stays
    true tomorrow. ``day`` is today while the date asked is wrong, so that the form can be shown.
    """

    terms: Terms
    day: DayView
    rows: Mapping[str, int]
    errors: Mapping[str, FieldError]

    @property
    def is_ready(self) -> bool:
        """Whether it can be answered."""
        return not self.errors and "theme" in self.rows

    def answer(self) -> Answer[Work]:
        """The answer; the question must be ready."""
        return who_works_on(
            self.day, self.rows["theme"], self.rows.get("territoire"), self.rows.get("public")
        )


def read_day(text: str) -> int:
    """The day asked, ``2015-06-01`` or ``01/06/2015``; today when empty.

    Raises ValueError (French) for anything else.
    """
    stripped = text.strip()
    if not stripped:
        return today()
    match = _FRENCH_DAY.fullmatch(stripped) if stripped.isascii() else None
    if match:
        day, month, year = (int(part) for part in match.groups())
        stripped = f"{year:04}-{month:02}-{day:02}"
    if len(stripped) != 10:
        raise ValueError(f"« {shown(stripped)} » n'est pas un jour : écrire par exemple 01/06/2015")
    return first_day(stripped)


def read_date(view: GraphView, text: str) -> tuple[DayView, FieldError | None]:
    """The view on the day asked, or on today with what is wrong with the date."""
    try:
        return view.on(read_day(text)), None
    except ValueError as error:
        return view.on(today()), FieldError(str(error))


def read_question(view: GraphView, terms: Terms) -> Question:
    """The question that an address asks, with its errors."""
    day, wrong_date = read_date(view, terms.au)
    rows: dict[str, int] = {}
    errors: dict[str, FieldError] = {}
    for field in FIELDS:
        text = getattr(terms, field)
        if text.strip():
            found = find(day, field, text)
            if isinstance(found, FieldError):
                errors[field] = found
            else:
                rows[field] = found
        elif field == "theme":
            errors[field] = FieldError("choisir un thème")
    if wrong_date is not None:
        errors["au"] = wrong_date
    else:
        terms = replace(terms, au=iso(day.day))
    return Question(terms, day, rows, errors)


def find(day: DayView, field: str, text: str) -> int | FieldError:
    """The row that the text of a field names, or what is wrong with it."""
    kind, what = FIELDS[field]
    return named(day, text, (kind,), what)


def named(day: DayView, text: str, kinds: Collection[EntityKind], what: str) -> int | FieldError:
    """The row of one of the kinds that a text names, or what is wrong with it."""
    view = day.view
    try:
        return resolve(view, text, kinds, what)
    except AmbiguousReference as error:
        rows = [row for id_ in error.candidates if (row := view.row(id_)) is not None]
        message = f"« {shown(text)} » désigne plusieurs entités : choisir laquelle"
        return FieldError(message, _candidates(view, rows))
    except UnknownReference:
        message = f"{what} « {shown(text)} » n'existe pas dans la base"
        near = [item.entity for item in search(view, text, kinds).page(0, _MOST_CANDIDATES)]
        return FieldError(message, _candidates(view, near))


def _candidates(view: GraphView, rows: Iterable[int]) -> tuple[Candidate, ...]:
    found = []
    for row in list(rows)[:_MOST_CANDIDATES]:
        record = view.entity(row)
        found.append(Candidate(record.name, territory_hint(record), record.id))
    return tuple(found)
