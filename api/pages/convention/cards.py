"""Facts as a page shows them: what is proposed, its passage, the person's answer, the forms."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from api import french
from api.pages.convention.fields import Field, field_value, fields_of
from api.pages.convention.work import Document, Review
from api.pages.facts import nature
from api.pages.links import Link, entity_link
from graph.ontology import EntityKind
from graph.ontology.enumerations import ACTOR_KINDS, FRAMEWORK_KINDS, FREQUENCIES, LEVELS
from graph.reconciliation import Decision, Likely, territories
from graph.view import GraphView
from importers.document.model import (
    FRAMEWORK_DATES,
    READING_ROLES,
    ActionFact,
    ActorFact,
    AmountFact,
    ArticulationFact,
    BodyFact,
    DatedEvent,
    Fact,
    FrameworkFact,
    Joined,
    NeedFact,
    TerritoryFact,
    ThemeFact,
)
from importers.document.review import Located, choice_of, corrected_reading, located
from importers.document.review.answers import is_corrected

TITLES = {
    "framework": "Le cadre",
    "framework dates": "Ses dates",
    "actors": "Acteurs",
    "themes": "Thèmes",
    "territories": "Territoires",
    "bodies": "Instances",
    "dates": "Autres dates",
    "articulations": "Autres cadres",
    "amounts": "Montants",
    "actions": "Actions",
    "needs": "Besoins",
}
NEW = "nouveau"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What of the graph a fact may be; ``pros`` and ``cons`` are French."""

    entity: Link
    nature: str
    sure: bool
    pros: tuple[str, ...]
    cons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Is it one of these? ``answer`` is an id, ``nouveau``, or empty."""

    candidates: tuple[Candidate, ...]
    answer: str
    may_be_new: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A field with what it holds."""

    field: Field
    value: str
    values: tuple[str, ...]
    is_set: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One fact; ``id`` is that of its element, ``number`` its place on the page, from 1."""

    id: str
    number: int
    path: str
    list: str
    title: str
    details: str
    passage: str
    choice: str
    labelled: bool
    corrected: bool
    entries: tuple[Entry, ...]
    question: Question | None
    error: str = ""


def cards(
    view: GraphView,
    document: Document,
    review: Review,
    likely: Mapping[str, Sequence[Likely]],
) -> list[Card]:
    """The facts of a document, corrected as the person did, in the order of a reader."""
    reading = corrected_reading(document.reading, review.answers)
    themes = theme_options(view)
    return [
        Card(
            html_id(each.path),
            number,
            each.path,
            each.list,
            *_words(view, each),
            each.passage,
            choice_of(review.answers, each) or "",
            each.fact.labelled,
            is_corrected(document.reading, review.answers, each.path),
            tuple(_entries(each, themes)),
            _question(view, each, likely.get(each.path, ())),
        )
        for number, each in enumerate(located(reading), start=1)
    ]


def html_id(path: str) -> str:
    """The element of a fact: ``actors-3`` for ``actors[3]``."""
    return path.replace("[", "-").removesuffix("]").replace(".", "-")


def theme_options(view: GraphView) -> list[tuple[str, str]]:
    """The themes of the vocabulary, by label."""
    records = [view.entity(row) for row in view.rows_of(EntityKind.THEME)]
    return sorted(((each.id, each.name) for each in records), key=lambda pair: pair[1])


def _entries(each: Located, themes: Sequence[tuple[str, str]]) -> list[Entry]:
    found = []
    for field in fields_of(each.list, each.path, themes):
        value = field_value(each.fact, field)
        if field.kind == "select" and value:
            value = known_option(value, field.options)
        texts = tuple(value) if field.kind == "checks" else ()
        found.append(Entry(_offering(field, value), field.shown(value), texts, bool(value)))
    return found


def _offering(field: Field, value: Any) -> Field:
    """The field, its value among the choices even when it is none of ours."""
    if field.kind != "select" or not value or value in dict(field.options):
        return field
    return replace(field, options=((value, value), *field.options))


def known_option(value: Any, options: Sequence[tuple[str, str]]) -> Any:
    """A theme's id, which readings may write without its prefix."""
    known = [option for option, _ in options if option in (value, f"theme:{value}")]
    return known[0] if known else value


def _question(view: GraphView, each: Located, likely: Sequence[Likely]) -> Question | None:
    fact = each.fact
    if not isinstance(fact, Joined) or each.list == "framework dates":
        return None
    found = [_candidate(view, other) for other in likely[:3]]
    if isinstance(fact, TerritoryFact):
        named = territories(view).named(fact.name)
        rows = [view.row(id_) for id_ in named[:8]] if len(named) > 1 else []
        found = [_plain(view, row) for row in rows if row is not None]
    known = [each.entity.id for each in found if each]
    if fact.entity and fact.entity not in known:
        row = view.row(fact.entity)
        found += [] if row is None else [_plain(view, row)]
    shown = tuple(candidate for candidate in found if candidate is not None)
    if not shown:
        return None
    answer = fact.entity or (NEW if fact.distinct else "")
    return Question(shown, answer, not isinstance(fact, TerritoryFact))


def _candidate(view: GraphView, other: Likely) -> Candidate | None:
    row = view.row(other.id)
    if row is None:
        return None
    told = other.verdict
    sure = told.decision is Decision.SAME
    return Candidate(entity_link(view, row), nature(view.entity(row)), sure, told.pros, told.cons)


def _plain(view: GraphView, row: int) -> Candidate:
    return Candidate(entity_link(view, row), nature(view.entity(row)), False, (), ())


def _words(view: GraphView, each: Located) -> tuple[str, str]:
    """The title of a fact, and the rest of what it says."""
    if each.list == "framework dates":
        name = each.path.partition(".")[2]
        value = getattr(each.fact, name)
        words = french.date_words(value) if value else "sans terme"
        return f"{FRAMEWORK_DATES[name].capitalize()} : {words}", ""
    title, details = _TELLERS[type(each.fact)](view, each.fact)
    return title, ", ".join(part for part in details if part)


def _framework(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    kind = FRAMEWORK_KINDS.get(fact.kind or "", fact.kind or "")
    return fact.title or "Cadre sans titre", [kind, fact.reference or ""]


def _actor(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    roles = [READING_ROLES[role] for role in fact.roles]
    kind = ACTOR_KINDS.get(fact.kind or "", "")
    group = "groupe non nommé" if fact.generic else ""
    return fact.called, [kind, *(roles or ["cité"]), group]


def _theme(view: GraphView, fact: Any) -> tuple[str, list[str]]:
    for id_ in (fact.theme, f"theme:{fact.theme}"):
        row = view.row(id_)
        if row is not None:
            return view.entity(row).name, []
    return fact.theme, ["absent du vocabulaire : le corriger, ou il ne sera pas écrit"]


def _territory(view: GraphView, fact: Any) -> tuple[str, list[str]]:
    named = [fact.entity] if fact.entity else territories(view).named(fact.name)
    known = "" if named else "inconnu de la base : le corriger, ou il ne sera pas écrit"
    return fact.name, [fact.level or "", known]


def _body(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    level, frequency = LEVELS.get(fact.level or "", ""), FREQUENCIES.get(fact.frequency or "", "")
    members = f"membres : {' ; '.join(fact.members)}" if fact.members else ""
    return fact.name, [f"niveau {level}" if level else "", frequency, members]


def _event(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    return f"{(fact.what or 'date').capitalize()} : {french.date_words(fact.date)}", []


def _articulation(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    link = {"SUCCEEDS": "ce cadre lui succède", "IMPLEMENTS": "ce cadre le met en œuvre"}
    return fact.name, [
        FRAMEWORK_KINDS.get(fact.kind or "", fact.kind or ""),
        link.get(fact.relation, "ce cadre en fait partie" if fact.relation == "PART_OF" else ""),
    ]


def _amount(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    given = f"donné par {fact.actor}" if fact.actor else "budget du cadre"
    year = str(fact.year) if fact.year else ""
    amount = int(fact.amount) if fact.amount == int(fact.amount) else fact.amount
    return f"{french.number_words(amount)} euros", [given, year]


def _action(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    return fact.name, [
        f"porteur : {fact.lead}" if fact.lead else "",
        f"partenaires : {' ; '.join(fact.partners)}" if fact.partners else "",
        f"public : {fact.audience}" if fact.audience else "",
        f"moyens : {fact.means}" if fact.means else "",
    ]


def _need(_view: GraphView, fact: Any) -> tuple[str, list[str]]:
    return fact.label, [fact.indicator or "", str(fact.year) if fact.year else ""]


_TELLERS: dict[type[Fact], Callable[[GraphView, Any], tuple[str, list[str]]]] = {
    FrameworkFact: _framework,
    ActorFact: _actor,
    ThemeFact: _theme,
    TerritoryFact: _territory,
    BodyFact: _body,
    DatedEvent: _event,
    ArticulationFact: _articulation,
    AmountFact: _amount,
    ActionFact: _action,
    NeedFact: _need,
}
