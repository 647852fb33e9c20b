"""Facts as pages show them: in words, each with its sources."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from api import french
from api.pages.choices import territory_hint
from api.pages.links import RELATE, Link, entity_link, relation_terms, with_query
from graph.dates import PARIS, end_state, today
from graph.errors import StoreUnreachable
from graph.ontology import KINDS, PROPERTY, RELATION_PROPERTY, RELATIONS, EntityKind
from graph.records import Entity, Relation, source_parts
from graph.repository import Repository
from graph.stores.base import ChangeRecord, change_id
from graph.view import GraphView

_NATURE = {
    EntityKind.ACTOR: "actor_kind",
    EntityKind.FRAMEWORK: "framework_kind",
    EntityKind.SCHEME: "scheme_kind",
    EntityKind.MEETING: "meeting_kind",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: a document and the passage, or what somebody entered."""

    document: Link | None
    locator: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation in words: ``subject`` is None when it is what the page speaks of; ``edit``
    is the form that corrects it."""

    subject: Link | None
    verb: str
    target: Link
    role: str | None
    period: str | None
    details: tuple[str, ...]
    sources: tuple[Source, ...]
    edit: str


def nature(record: Entity) -> str:
    """What an entity is, as precisely as known: ``contrat local de santé``, ``instance``."""
    name = _NATURE.get(record.kind)
    value = record.props.get(name) if name else None
    choices = PROPERTY[name].choices if name else None
    if isinstance(value, str) and choices:
        return choices[value]
    return KINDS[record.kind].label


def precise_nature(record: Entity) -> str:
    """The same, with level and code for a territory: ``commune, 93010``."""
    is_territory = record.kind is EntityKind.TERRITORY
    return (territory_hint(record) if is_territory else "") or nature(record)


def described(record: Entity) -> str:
    """Kind and nature: a commune is an actor and a territory, and both are found."""
    precise = precise_nature(record)
    kind = KINDS[record.kind].label
    return kind if precise == kind else f"{kind} : {precise}"


def status(record: Entity) -> str | None:
    """The status in French, when a source tells it."""
    value, choices = record.props.get("status"), PROPERTY["status"].choices
    return choices[value] if isinstance(value, str) and choices else None


def marks(record: Entity) -> tuple[str, ...]:
    """Why an entity is shown without being counted (questions, "Common notions")."""
    props = record.props
    return tuple(
        words
        for holds, words in (
            (props.get("generic"), "groupe non nommé, hors analyses"),
            (props.get("family"), "série citée en bloc, hors analyses"),
            (props.get("scheme_kind") == "RESOURCE", "outil mis à disposition, hors analyses"),
        )
        if holds
    )


def note(record: Entity) -> str | None:
    """The remark on an entity."""
    value = record.props.get("note")
    return str(value) if value else None


def period(record: Entity | Relation) -> str:
    """The validity of a fact in words."""
    state = end_state(record.end, record.open_ended)
    return french.period_words(record.start, record.end, state, today())


def role_words(record: Relation) -> str | None:
    """The role in French; a free role as it is."""
    if record.role is None:
        return None
    return (RELATIONS[record.type].roles or {}).get(record.role, record.role)


def cited(view: GraphView, texts: Iterable[str]) -> tuple[Source, ...]:
    """Sources as a record has them, with the pages of their documents."""
    sources = []
    for text in texts:
        document, locator = source_parts(text)
        row = view.row(document)
        link = None if row is None else entity_link(view, row)
        sources.append(Source(link, locator if link else text))
    return tuple(sources)


class Facts:
    """Reads facts of one view; the journal tells what facts without document rest on."""

    def __init__(self, repository: Repository, view: GraphView) -> None:
        self.view = view
        self._store = repository.store
        self._imports: dict[int, str] = {}

    def links(self, rows: Iterable[int]) -> tuple[Link, ...]:
        """Entities with their pages, in the order given."""
        return tuple(entity_link(self.view, row) for row in rows)

    def entity_sources(self, row: int) -> tuple[Source, ...]:
        """The sources of an entity."""
        return self._sources(self.view.entity(row).sources, int(self.view.entities.said[row]))

    def fact(self, number: int, about: int) -> Fact:
        """A relation as said of the entity ``about``."""
        view, columns = self.view, self.view.relations
        record = view.relation(number)
        rule = RELATIONS[record.type]
        origin, target = int(columns.origin[number]), int(columns.target[number])
        inverse = target == about
        return Fact(
            subject=None if about in (origin, target) else entity_link(view, origin),
            verb=rule.inverse_label if inverse else rule.label,
            target=entity_link(view, origin if inverse else target),
            role=role_words(record),
            period=period(record) if record.start or record.end or record.open_ended else None,
            details=tuple(_details(record)),
            sources=self._sources(record.sources, int(columns.said[number])),
            edit=with_query(RELATE, relation_terms(record)),
        )

    def _sources(self, texts: tuple[str, ...], said: int) -> tuple[Source, ...]:
        return cited(self.view, texts) or (Source(None, self._import_words(said)),)

    def _import_words(self, said: int) -> str:
        words = self._imports.get(said)
        if words is None:
            change = change_id(said)
            record = self._change(change)
            words = f"saisie ou import {change}"
            if record is not None:
                words += (
                    f" du {french.date_words(record.time.astimezone(PARIS).date().isoformat())}"
                )
            self._imports[said] = words
        return words

    def _change(self, change: str) -> ChangeRecord | None:
        """The journal's entry; None too while the store is unreachable, for the page goes on."""
        with suppress(StoreUnreachable):
            return self._store.change(change)
        return None


def _details(record: Relation) -> Iterable[str]:
    """What a relation says beside its ends, role and period."""
    props = record.props
    amount = props.get("amount")
    if isinstance(amount, int | float):
        year = f" en {record.year}" if record.year else ""
        yield f"{french.number_words(amount)} euros{year}"
    elif record.year:
        yield f"en {record.year}"
    for name in ("extent", "intensity", "note"):
        if value := props.get(name):
            yield _property_words(name, value)


def _property_words(name: str, value: object) -> str:
    """A property of a relation in words."""
    if name == "intensity":
        return f"intensité {value} sur 5"
    choices = RELATION_PROPERTY[name].choices
    return choices[value] if choices and isinstance(value, str) else str(value)
