"""Facts as a page shows them: what is proposed, its passage, the person's answer, the forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from api.pages.convention.fields import Field, field_value, fields_of
from api.pages.convention.telling import told
from api.pages.convention.work import Document, Review
from api.pages.facts import nature, precise_nature
from api.pages.links import Link, entity_link
from graph.ontology import EntityKind
from graph.reconciliation import Decision, Likely, territories
from graph.view import GraphView
from importers.document.apply.framework import framework_date
from importers.document.apply.places import candidates, departements, homonyms
from importers.document.model import ActorFact, DatedEvent, Joined, Reading, TerritoryFact
from importers.document.review import (
    Located,
    choice_of,
    corrected_reading,
    is_taken_back,
    located,
    open_contradictions,
)
from importers.document.review.answers import is_corrected
from importers.document.review.passages import absent
from importers.document.review.paths import DATES

TITLES = {
    "framework": "Le cadre",
    "framework dates": "Ses dates",
    "actors": "Acteurs",
    "themes": "Thèmes",
    "territories": "Territoires",
    "bodies": "Instances",
    "articulations": "Autres cadres",
    "actions": "Actions",
    "amounts": "Montants",
    "needs": "Besoins",
    "dates": "Autres dates",
}
"""The lists of facts in the order of their use: what the framework is, who is in it, the rest."""
_ROLES = ("SIGNATORY", "LEAD", "CO_LEAD", "FUNDER", "OPERATOR", "PARTNER")
"""Roles from the strongest; actors come in this order."""
NEW = "nouveau"
_MOST_PROPOSED, _MOST_HOMONYMS = 3, 8
_SOON, _BEFORE = 180, 100
"""Characters of a passage before what it names: how many may stay, how many do."""


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

    @property
    def known(self) -> Candidate | None:
        """What the fact is taken for: the person's answer, else what it surely is."""
        wanted = [
            each
            for each in self.candidates
            if (each.entity.id == self.answer if self.answer else each.sure)
        ]
        return wanted[0] if wanted else None


@dataclass(frozen=True, slots=True)
class Entry:
    """A field with what it holds."""

    field: Field
    value: str
    values: tuple[str, ...]
    is_set: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One fact; ``id`` is that of its element, ``number`` its place on the page, from 1.

    ``section`` is the list that it is shown in, ``unknown`` whether the graph lacks what it names,
    ``located`` whether the text has its passage, ``disputed`` whether it contradicts another,
    ``probable`` whether no rule reads it.
    """

    id: str
    number: int
    path: str
    list: str
    section: str
    title: str
    details: str
    unknown: bool
    passage: str
    choice: str
    labelled: bool
    added: bool
    corrected: bool
    located: bool
    disputed: bool
    probable: bool
    entries: tuple[Entry, ...]
    question: Question | None
    error: str = ""

    @property
    def doubt(self) -> bool:
        """Whether nobody should keep it unseen: a passage or a thing unknown, a contradiction, a
        resemblance that is not sure, what is only probable."""
        asked = self.question
        joined = asked is None or bool(asked.answer) or asked.known is not None
        unsure = self.disputed or self.unknown or self.probable
        return unsure or not (self.located and joined)

    @property
    def quote(self) -> str:
        """The passage, from near what it names when that comes late."""
        at = self.passage.casefold().find(self.title.casefold())
        if at < _SOON:
            return self.passage
        return f"… {self.passage[at - _BEFORE :].partition(' ')[2]}"

    @property
    def is_easy(self) -> bool:
        """Whether it may be kept with others, in one gesture."""
        return not (self.choice or self.doubt)


def cards(
    view: GraphView,
    document: Document,
    review: Review,
    likely: Mapping[str, Sequence[Likely]],
) -> list[Card]:
    """The facts of a document, corrected as the person did, in the order of their use; without
    those that were added and taken back."""
    reading = corrected_reading(document.reading, review.answers)
    themes = theme_options(view)
    facts = [each for each in located(reading) if not is_taken_back(review.answers, each)]
    missing = set(absent(document.text, ((each.path, each.passage) for each in facts)))
    disputes = open_contradictions(view, document.reading, review.answers, review.settled)
    disputed = {side.path for each in disputes for side in each.sides}
    return [
        Card(
            html_id(each.path),
            number,
            each.path,
            each.list,
            section_of(each),
            *told(view, each),
            each.passage,
            choice_of(review.answers, each) or "",
            each.fact.labelled,
            each.fact.added,
            is_corrected(document.reading, review.answers, each.path),
            each.path not in missing,
            each.path in disputed,
            each.is_probable,
            tuple(_entries(each, themes)),
            _question(view, reading, each, likely.get(each.path, ())),
        )
        for number, each in enumerate(sorted(facts, key=_use), start=1)
    ]


def section_id(section: str) -> str:
    """The element of the heading of a list."""
    return f"liste-{section.replace(' ', '-')}"


def section_of(each: Located) -> str:
    """The list that a fact is shown in: another date of the framework stands beside its dates."""
    is_date = isinstance(each.fact, DatedEvent) and framework_date(each.fact) is not None
    return DATES if is_date else each.list


def _use(each: Located) -> tuple[int, int]:
    """Sorts facts by list, and actors by their strongest role; the order of the text within."""
    roles = each.fact.roles if isinstance(each.fact, ActorFact) else ()
    rank = min((_ROLES.index(role) for role in roles if role in _ROLES), default=len(_ROLES))
    return list(TITLES).index(section_of(each)), rank


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


def _question(
    view: GraphView, reading: Reading, each: Located, likely: Sequence[Likely]
) -> Question | None:
    fact = each.fact
    if not isinstance(fact, Joined) or each.list == DATES:
        return None
    found = [_candidate(view, other) for other in likely[:_MOST_PROPOSED]]
    if isinstance(fact, TerritoryFact):
        found = _homonyms(view, reading, fact)
    known = [each.entity.id for each in found if each]
    if fact.entity and fact.entity not in known:
        row = view.row(fact.entity)
        found += [] if row is None else [_plain(view, row)]
    shown = tuple(candidate for candidate in found if candidate is not None)
    if not shown:
        return None
    answer = fact.entity or (NEW if fact.distinct else "")
    return Question(shown, answer, not isinstance(fact, TerritoryFact))


def _homonyms(view: GraphView, reading: Reading, fact: TerritoryFact) -> list[Candidate | None]:
    """The territories of one name, when they are several; first the one that the départements
    named beside it tell."""
    told = candidates(view, reading, fact)
    ids = dict.fromkeys((*told, *homonyms(view, fact)))
    around, known = departements(view, reading), territories(view)
    found: list[Candidate | None] = []
    for id_ in [*ids][:_MOST_HOMONYMS] if len(ids) > 1 else ():
        row = view.row(id_)
        if row is not None:
            within = known.departements(id_)
            names = " ; ".join(known.name(each) for each in sorted(within))
            plain = _plain(view, row)
            found.append(
                replace(
                    plain,
                    nature=", ".join(filter(None, (plain.nature, names))),
                    sure=[id_] == told,
                    pros=(f"le document nomme {names}",) if within & around else (),
                    cons=("le document nomme un autre département",) if around - within else (),
                )
            )
    return found


def _candidate(view: GraphView, other: Likely) -> Candidate | None:
    row = view.row(other.id)
    if row is None:
        return None
    told = other.verdict
    sure = told.decision is Decision.SAME
    return Candidate(entity_link(view, row), nature(view.entity(row)), sure, told.pros, told.cons)


def _plain(view: GraphView, row: int) -> Candidate:
    return Candidate(entity_link(view, row), precise_nature(view.entity(row)), False, (), ())
