"""Questions that reconciliation asks, and the change sets of their answers."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

import numpy as np

from graph.changes import Merge, Operation, RetractRelation, Split, UpsertRelation
from graph.errors import UnknownReference
from graph.ontology import RelationType
from graph.reconciliation.faces import Faces
from graph.reconciliation.territories import territories
from graph.reconciliation.verdict import verdict
from graph.records import Entity, Relation, RelationKey
from graph.view import GraphView
from graph.view.columns import TYPE_CODE

_ID_LENGTH = 12


class Answer(StrEnum):
    """What a person says of two entities; OPEN when nobody has yet."""

    OPEN = "OPEN"
    SAME = "SAME"
    DIFFERENT = "DIFFERENT"


class Question(NamedTuple):
    """Are ``left`` (the newer) and ``right`` the same? ``pros`` and ``cons`` are French."""

    id: str
    left: Entity
    right: Entity
    score: float
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    answer: Answer


def questions(view: GraphView, answer: Answer | None = Answer.OPEN) -> list[Question]:
    """Questions with an answer (None: all), likeliest first, then by id.

    Linear in the questions kept. Links that an import was sure of are answered SAME.
    """
    asked = ((relation, _answered(view, relation)) for relation in _asked(view))
    kept = [
        _question(view, relation, standing)
        for relation, standing in asked
        if answer is None or standing is answer
    ]
    return sorted(kept, key=lambda each: (-each.score, each.id))


def answers(view: GraphView) -> dict[Answer, int]:
    """How many questions have each answer, without their reasons; linear in the questions."""
    found = Counter(_answered(view, relation) for relation in _asked(view))
    return {answer: found[answer] for answer in Answer}


def judgement(view: GraphView, question: str, answer: Answer) -> list[Operation]:
    """Operations that state an answer, an earlier one taken back; none when it stands already.

    ``answer`` OPEN only takes the earlier one back. Raises UnknownReference for an unknown id.
    """
    for relation in _asked(view):
        if _id_of(relation) == question.strip():
            return list(_stating(view, relation, answer))
    raise UnknownReference(
        f"aucune question « {question[:40]} » : « maillage questions » liste celles qui attendent"
    )


def _asked(view: GraphView) -> Iterator[Relation]:
    columns = view.relations
    mask = (columns.type == TYPE_CODE[RelationType.RESEMBLES]) & columns.current
    for number in np.flatnonzero(mask).tolist():
        yield view.stated_relation(number)


def _id_of(relation: Relation) -> str:
    ends = "\x1f".join(sorted((relation.origin, relation.target)))
    return f"q{sha256(ends.encode()).hexdigest()[:_ID_LENGTH]}"


def _question(view: GraphView, relation: Relation, answer: Answer) -> Question:
    faces = Faces(view)
    left, right = (view.stated_row(id_) for id_ in (relation.origin, relation.target))
    assert left is not None
    assert right is not None
    told = verdict(faces.kept(left), faces.kept(right), territories(view))
    records = view.entities.records
    return Question(
        _id_of(relation),
        records[left],
        records[right],
        told.score,
        told.pros,
        told.cons,
        answer,
    )


def _answered(view: GraphView, relation: Relation) -> Answer:
    if view.row(relation.origin) == view.row(relation.target):
        return Answer.SAME
    return Answer.DIFFERENT if view.find_relation(_distinct(relation)) is not None else Answer.OPEN


def _distinct(relation: Relation) -> RelationKey:
    return Relation(RelationType.DISTINCT_FROM, relation.origin, relation.target).key


def _stating(view: GraphView, relation: Relation, answer: Answer) -> Iterator[Operation]:
    standing = _answered(view, relation)
    if standing is answer:
        return
    if standing is Answer.DIFFERENT:
        yield RetractRelation(RelationType.DISTINCT_FROM, relation.origin, relation.target)
    elif standing is Answer.SAME:
        yield Split(_merged_end(view, relation))
    if answer is Answer.SAME:
        left, right = (_survivor(view, id_) for id_ in (relation.origin, relation.target))
        yield Merge((left,), right)
    elif answer is Answer.DIFFERENT:
        yield UpsertRelation(RelationType.DISTINCT_FROM, relation.origin, relation.target, {})


def _merged_end(view: GraphView, relation: Relation) -> str:
    """The end of a pair whose own judgement made it the other."""
    row = view.stated_row(relation.origin)
    return relation.origin if row in view.merges.judgements else relation.target


def _survivor(view: GraphView, id_: str) -> str:
    row = view.row(id_)
    assert row is not None
    return view.entities.records[row].id
