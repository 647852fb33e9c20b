"""What applying a reading would change, in words, before it is written."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from api import french
from api.pages.facts import nature, role_words
from api.settings import author_name
from graph.changes import ChangeSet, Plan
from graph.ontology import ENTITY_PROPERTIES, KINDS, RELATIONS, RelationType
from graph.records import Entity, Relation, source_parts
from graph.repository import Repository
from graph.view import GraphView
from importers.document.apply import Confirmed, change_set_of, statement

_TIMES = ("start", "end", "open_ended")


@dataclass(frozen=True, slots=True)
class Line:
    """One fact that would be added or changed, and the passage that says it."""

    is_new: bool
    words: str
    passage: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What would be written; ``remarks`` tell what cannot be."""

    change_set: ChangeSet
    created: int
    changed: int
    lines: tuple[Line, ...]
    remarks: tuple[str, ...]

    @property
    def mark(self) -> str:
        """What tells this summary from another: what is written is what was shown."""
        told = "\n".join(f"{each.words}\n{each.passage}" for each in self.lines)
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def summary(repository: Repository, confirmed: Confirmed) -> Summary:
    """What a confirmed reading would write now. Raises as ``statement`` and ``plan_change``."""
    stated = statement(repository.view(), confirmed)
    change_set = change_set_of(confirmed, stated, author_name())
    plan = repository.plan(change_set)
    lines = tuple(_lines(repository.view(), plan, stated.document))
    return Summary(change_set, plan.created, plan.changed, lines, stated.remarks)


def _lines(view: GraphView, plan: Plan, document: str) -> Iterator[Line]:
    names = {record.id: record.name for record in plan.entities}

    def name(id_: str) -> str:
        row = view.row(id_)
        return names.get(id_) or (id_ if row is None else view.entity(row).name)

    for record in plan.entities:
        known = view.stated_row(record.id)
        kind = KINDS[record.kind].label.capitalize()
        words = f"{kind} « {record.name} »"
        if known is not None:
            words += f" : {_differences(view.entities.records[known], record)}"
        elif nature(record) != KINDS[record.kind].label:
            words += f", {nature(record)}"
        yield Line(known is None, words, _passage(record, document))
    merged = {frozenset(pair) for pair in plan.same_as}
    told_apart = {
        frozenset((each.origin, each.target))
        for each in plan.relations
        if each.type is RelationType.DISTINCT_FROM
    }
    for relation in plan.relations:
        if relation.type is RelationType.RESEMBLES:
            ends = frozenset((relation.origin, relation.target))
            if ends not in merged | told_apart:
                one, other = name(relation.origin), name(relation.target)
                yield Line(True, f"Question à trancher : « {one} » est-il « {other} » ?", "")
            continue
        role = role_words(relation)
        words = f"{name(relation.origin)} {RELATIONS[relation.type].label} {name(relation.target)}"
        words += f" ({role})" if role else ""
        is_new = view.find_relation(relation.key) is None
        yield Line(is_new, words, _passage(relation, document))
    for id_, into in plan.same_as:
        yield Line(False, f"« {name(id_)} » du texte est « {name(into)} » de la base", "")


def _differences(before: Entity, after: Entity) -> str:
    """What changes in an entity, in French."""
    labels = {prop.name: prop.label for prop in ENTITY_PROPERTIES}
    old = {**before.props, **{name: getattr(before, name) for name in _TIMES}}
    new = {**after.props, **{name: getattr(after, name) for name in _TIMES}}
    told = [
        f"{labels[name]} : {_value(old.get(name))} devient {_value(new.get(name))}"
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    ]
    return " ; ".join(told) or "une source de plus"


def _value(value: object) -> str:
    match value:
        case None | "" | ():
            return "rien"
        case bool():
            return "oui" if value else "non"
        case tuple():
            return ", ".join(map(str, value))
        case int() | float():
            return french.number_words(value)
    return str(value)


def _passage(record: Entity | Relation, document: str) -> str:
    """What the document says of a fact: the last passage that it gives."""
    locators = [
        locator for id_, locator in map(source_parts, record.sources) if id_ == document and locator
    ]
    return locators[-1] if locators else ""
