"""A plan's facts as batches of rows, each for one statement, in the order that keeps them whole.

Ties end before the entities they join, entities begin before the ties that join them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from typing import Any, NamedTuple, TypeVar

from graph.changes import Plan
from graph.ontology import EntityKind
from graph.records import Entity
from graph.stores.base import kind_conflict
from graph.stores.neo4j import cypher
from graph.stores.neo4j.connection import Run
from graph.stores.neo4j.rows import (
    Marks,
    entity_values,
    judgement_values,
    labels_of,
    relation_values,
)

BATCH = 5000
"""Rows in one statement: some megabytes of the server's memory."""

T = TypeVar("T")


class Batch(NamedTuple):
    """Rows for one statement, which takes them as ``$rows`` beside ``$revision``."""

    statement: str
    rows: Sequence[Any]


class Counters(NamedTuple):
    """The last reference and the last version given."""

    ref: int
    version: int


class Minted(NamedTuple):
    """References of all ids of a plan, and the counters after its facts."""

    refs: dict[str, int]
    after: Counters


def size(plan: Plan) -> int:
    """Facts that a plan writes or ends."""
    return sum(
        len(facts)
        for facts in (
            *(plan.entities, plan.relations, plan.same_as),
            *(plan.ended_entities, plan.ended_relations, plan.ended_same_as),
        )
    )


def written_ties(plan: Plan) -> list[str]:
    """The types of ties that a plan writes, sorted."""
    judged = {cypher.ties.SAME_AS} if plan.same_as else set()
    return sorted({each.type.value for each in plan.relations} | judged)


def mint(run: Run, plan: Plan, last: Counters) -> Minted:
    """References for new ids; one that was retracted keeps its own, and its kind.

    Raises InvalidData (KIND_CONFLICT) for an id once given to another kind.
    """
    refs = dict(plan.refs)
    fresh = {each.id: each for each in plan.entities if each.id not in refs}
    for statement, ids in _cut(cypher.writing.KNOWN_IDS, fresh):
        for id_, label, ref in run(statement, rows=ids):
            if label != fresh[id_].kind.label:
                raise kind_conflict(plan, id_, EntityKind(label.upper()))
            refs[id_] = ref
    new = [id_ for id_ in fresh if id_ not in refs]
    refs |= zip(new, count(last.ref + 1))
    versions = len(plan.entities) + len(plan.relations) + len(plan.same_as)
    return Minted(refs, Counters(last.ref + len(new), last.version + versions))


def batches(plan: Plan, revision: int, last: Counters, refs: dict[str, int]) -> Iterator[Batch]:
    """All that a plan writes and ends, as of ``revision``."""
    number = count(last.version + 1)
    said = plan.said

    def kept(fact: Any) -> Marks:
        return Marks(next(number), said.get(fact, revision), revision, None)

    yield from _cut(cypher.writing.ARCHIVE_JUDGEMENTS, [refs[id_] for id_ in plan.ended_same_as])
    for type_, ended in _grouped(plan.ended_relations, lambda each: each.type):
        yield from _cut(
            cypher.writing.archive_ties(type_),
            [each._asdict() for each in ended],
        )
    archived = [each._asdict() for each in plan.ended_entities]
    yield from _cut(cypher.writing.ARCHIVE_ENTITIES, archived)
    yield from _entities(plan, refs, kept)
    for type_, relations in _grouped(plan.relations, lambda each: each.type):
        yield from _cut(
            cypher.writing.create_ties(type_),
            (
                {
                    "origin": refs[each.origin],
                    "target": refs[each.target],
                    "values": relation_values(each, kept(each.key if said else None)),
                }
                for each in relations
            ),
        )
    yield from _cut(
        cypher.writing.create_ties(cypher.ties.SAME_AS),
        (
            {
                "origin": refs[pair[0]],
                "target": refs[pair[1]],
                "values": judgement_values(kept(pair)),
            }
            for pair in plan.same_as
        ),
    )
    yield from _cut(cypher.writing.DELETE_ENTITIES, archived)


def _entities(plan: Plan, refs: dict[str, int], kept: Callable[[Any], Marks]) -> Iterator[Batch]:
    """New entities, and new values for those that stand: the archived versions are replaced."""

    def group(each: Entity) -> tuple[str, bool]:
        return labels_of(each), each.id in plan.refs

    for (labels, stands), entities in _grouped(plan.entities, group):
        make = cypher.writing.replace_entities if stands else cypher.writing.create_entities
        yield from _cut(
            make(labels),
            (entity_values(each, refs[each.id], kept(each.id)) for each in entities),
        )


def _grouped(facts: Iterable[T], key: Callable[[T], Any]) -> Iterator[tuple[Any, list[T]]]:
    groups: dict[Any, list[T]] = {}
    for fact in facts:
        groups.setdefault(key(fact), []).append(fact)
    yield from groups.items()


def _cut(statement: str, rows: Iterable[Any]) -> Iterator[Batch]:
    left = iter(rows)
    while some := list(islice(left, BATCH)):
        yield Batch(statement, some)
