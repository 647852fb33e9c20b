"""Facts that an earlier edition of a list stated, and that the one being imported no longer does.

A list that falls silent tells neither an end nor its day, so nothing is ended or deleted: the fact
gets a remark in its ``note``, which the next edition that states it takes away. Facts that another
document confirms are left alone.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from graph.changes import Operation, UpsertEntity, UpsertRelation
from graph.ontology import KINDS, RELATIONS, EntityKind, Value
from graph.ontology.values import shown
from graph.progress import watched
from graph.records import Entity, Relation, source_parts
from graph.view import GraphView
from importers.agreement import fact_key

COMPARING = "comparaison avec l'édition précédente"
"""The phase in which a list is compared with what its earlier edition stated."""
_SEPARATOR = " ; "


def follow_up(
    view: GraphView, operations: Sequence[Operation]
) -> tuple[list[Operation], list[str]]:
    """Operations that mark what disappeared and unmark what is back, and what is newly marked, in
    French: ``action « Jardin »``, ``« Les Amis » intervient dans « Jardin »``.

    Linear in the view and the operations.
    """
    lists = {
        each.id: str(each.values.get("name", each.id))
        for each in operations
        if isinstance(each, UpsertEntity)
        and each.kind is EntityKind.DOCUMENT
        and "hash" in each.values
        and view.stated_row(each.id) is not None
    }
    if not lists:
        return [], []
    stated = {
        fact_key(each)
        for each in watched(operations, COMPARING)
        if isinstance(each, UpsertEntity | UpsertRelation)
    }
    noted = {
        fact_key(each)
        for each in operations
        if isinstance(each, UpsertEntity | UpsertRelation) and "note" in each.values
    }
    found: list[Operation] = []
    gone: list[str] = []
    for fact in _facts_of(view, lists.keys()):
        key = fact.id if isinstance(fact, Entity) else fact.key
        marks = [_mark(lists[id_]) for id_ in _documents(fact) if id_ in lists]
        note = _note(fact)
        if key not in stated:
            told = _with(note, marks)
            if told != note:
                gone.append(_words(view, fact))
        else:
            told = note if key in noted else _without(note, marks)
        if told != note:
            found.append(_noted(fact, told))
    return found, gone


def _words(view: GraphView, fact: Entity | Relation) -> str:
    if isinstance(fact, Entity):
        return f"{KINDS[fact.kind].label} « {shown(fact.name, 120)} »"
    origin, target = (_name(view, id_) for id_ in (fact.origin, fact.target))
    return f"« {origin} » {RELATIONS[fact.type].label} « {target} »"


def _name(view: GraphView, id_: str) -> str:
    row = view.row(id_)
    return shown(id_ if row is None else view.entity(row).name, 120)


def _mark(title: str) -> str:
    return f"Absent de la dernière édition de la liste « {shown(title, 120)} »"


def _facts_of(view: GraphView, lists: Iterable[str]) -> Iterator[Entity | Relation]:
    """Facts whose only sources are documents among these."""
    wanted = frozenset(lists)
    entities = view.entities
    for row in watched(np.flatnonzero(entities.version).tolist(), COMPARING):
        record = entities.records[row]
        if record.kind is not EntityKind.DOCUMENT and _rests_on(record.sources, wanted):
            yield record
    columns, texts = view.relations, view.texts
    codes = [
        code for code, text in enumerate(texts.texts) if text and any(x in text for x in wanted)
    ]
    numbers = np.flatnonzero(np.isin(columns.sources, codes) & columns.current)
    for number in watched(numbers.tolist(), COMPARING):
        relation = view.stated_relation(number)
        if _rests_on(relation.sources, wanted):
            yield relation


def _rests_on(sources: Sequence[str], wanted: frozenset[str]) -> bool:
    return bool(sources) and all(source_parts(source)[0] in wanted for source in sources)


def _documents(fact: Entity | Relation) -> list[str]:
    return list(dict.fromkeys(source_parts(source)[0] for source in fact.sources))


def _note(fact: Entity | Relation) -> str:
    return str(fact.props.get("note", ""))


def _with(note: str, marks: Iterable[str]) -> str:
    parts = note.split(_SEPARATOR) if note else []
    return _SEPARATOR.join([*parts, *(mark for mark in marks if mark not in parts)])


def _without(note: str, marks: Iterable[str]) -> str:
    gone = frozenset(marks)
    return _SEPARATOR.join(part for part in note.split(_SEPARATOR) if part not in gone)


def _noted(fact: Entity | Relation, note: str) -> Operation:
    values: dict[str, Value | None] = {"note": note or None}
    if isinstance(fact, Entity):
        return UpsertEntity(fact.id, fact.kind, values)
    identity = {"role": fact.role, "start": fact.start, "year": fact.key.year}
    values |= {name: value for name, value in identity.items() if value is not None}
    return UpsertRelation(fact.type, fact.origin, fact.target, values)
