"""What a change set adds, changes and ends, fact by fact, with values before and after.

One reading for both moments: of a plan, before anything is written, and of a revision, from the
versions that it wrote and ended.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from graph.changes.plan import FactKey, Plan
from graph.ontology import Value
from graph.progress import watched
from graph.records import Entity, Relation, source_parts
from graph.view import GraphView

if TYPE_CHECKING:
    from graph.stores.base import Version

Fact: TypeAlias = Entity | Relation | tuple[str, str]
"""An entity, a relation, or the judgement that an id is another."""

SUMMING_UP = "bilan"
"""The phase in which what a plan changes is listed."""


class Effect(StrEnum):
    """What becomes of a fact."""

    ADDED = "ADDED"
    CHANGED = "CHANGED"
    ENDED = "ENDED"


class ValueChange(NamedTuple):
    """A value of a fact by its bundle column; None where it has none."""

    name: str
    before: Value | None
    after: Value | None


class Difference(NamedTuple):
    """A fact before and after; one of them is None when it begins or ends."""

    before: Fact | None
    after: Fact | None

    @property
    def effect(self) -> Effect:
        """Whether the fact begins, changes or ends; a judgement changes the entity judged."""
        if not isinstance(self.fact, Entity | Relation):
            return Effect.CHANGED
        if self.before is None:
            return Effect.ADDED
        return Effect.ENDED if self.after is None else Effect.CHANGED

    @property
    def fact(self) -> Fact:
        """The fact as it is afterwards, or as it was when it ends."""
        fact = self.after if self.after is not None else self.before
        assert fact is not None
        return fact

    @property
    def values(self) -> tuple[ValueChange, ...]:
        """The values that are not the same on both sides, in the order of the records."""
        old, new = _values(self.before), _values(self.after)
        return tuple(
            ValueChange(name, old.get(name), new.get(name))
            for name in dict.fromkeys((*old, *new))
            if old.get(name) != new.get(name)
        )


@dataclass(frozen=True)
class Differences:
    """The first differences of each effect, in their order; ``names`` are those of the entities
    that they speak of, by id."""

    added: Sequence[Difference] = ()
    changed: Sequence[Difference] = ()
    ended: Sequence[Difference] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def fact_id(fact: Fact) -> FactKey:
    """What identifies a fact whatever its values."""
    match fact:
        case Entity(id=id_):
            return id_
        case Relation():
            return fact.key
    return fact


def of_plan(plan: Plan, most: int) -> Differences:
    """What a plan changes in the graph that it was made for, at most ``most`` facts of each effect.

    Linear in the plan.
    """
    kept = _first(watched(planned(plan), SUMMING_UP), most)
    wanted = _named(kept)
    stated = {record.id: record.name for record in plan.entities if record.id in wanted}
    return Differences(*kept, names={**_names(plan.view, wanted), **stated})


def of_revision(
    view: GraphView, revision: int, versions: Iterable["Version"], most: int
) -> Differences:
    """What a revision changed, given every version that it wrote or ended; ``view`` tells names."""
    kept = _first(recorded(revision, versions), most)
    facts = (each.fact for part in kept for each in part)
    own = {fact.id: fact.name for fact in facts if isinstance(fact, Entity)}
    return Differences(*kept, names={**own, **_names(view, _named(kept))})


def planned(plan: Plan) -> Iterator[Difference]:
    """Every difference of a plan: entities, relations, judgements, then what ends."""
    view, is_known = plan.view, bool(plan.ended_entities)
    for entity in plan.entities:
        row = view.stated_row(entity.id) if is_known else None
        yield Difference(None if row is None else view.entities.records[row], entity)
    is_known = bool(plan.ended_relations)
    for relation in plan.relations:
        number = view.find_relation(relation.key) if is_known else None
        yield Difference(None if number is None else view.stated_relation(number), relation)
    yield from (Difference(None, pair) for pair in plan.same_as)
    records = view.entities.records
    for id_ in plan.ended_same_as:
        row = view.stated_row(id_)
        assert row is not None
        yield Difference((id_, records[view.merges.judgements[row].into].id), None)
    if plan.retracted:
        yield from _retracted(plan)


def _retracted(plan: Plan) -> Iterator[Difference]:
    view, columns = plan.view, plan.view.relations
    standing = {record.id for record in plan.entities}
    for ended in plan.ended_entities:
        entity = view.entities.records[int(view.entities.row_of_ref[ended.ref])]
        if entity.id not in standing:
            yield Difference(entity, None)
    keys = {relation.key for relation in plan.relations}
    versions = [each.version for each in plan.ended_relations]
    numbers = np.flatnonzero(np.isin(columns.version, versions) & columns.current)
    for number in numbers.tolist():
        relation = view.stated_relation(number)
        if relation.key not in keys:
            yield Difference(relation, None)


def recorded(revision: int, versions: Iterable["Version"]) -> Iterator[Difference]:
    """Every difference that a revision made, in the order of the versions."""
    before: dict[FactKey, Fact] = {}
    after: dict[FactKey, Fact] = {}
    for version in versions:
        side = after if version.written == revision else before
        side[fact_id(version.fact)] = version.fact
    for key in dict.fromkeys((*after, *before)):
        yield Difference(before.get(key), after.get(key))


def _first(
    found: Iterable[Difference], most: int
) -> tuple[list[Difference], list[Difference], list[Difference]]:
    kept: dict[Effect, list[Difference]] = {effect: [] for effect in Effect}
    for difference in found:
        part = kept[difference.effect]
        if len(part) < most:
            part.append(difference)
    return kept[Effect.ADDED], kept[Effect.CHANGED], kept[Effect.ENDED]


def _values(fact: Fact | None) -> dict[str, Value]:
    """The values of a fact by bundle column, beside what identifies it."""
    if fact is None or not isinstance(fact, Entity | Relation):
        return {}
    own: dict[str, Value | None] = {"name": fact.name} if isinstance(fact, Entity) else {}
    own |= {"start": fact.start, "end": fact.end, "open_ended": fact.open_ended or None}
    if isinstance(fact, Relation):
        own |= {"role": fact.role, "year": fact.year}
    own |= {**fact.props, "source": fact.sources or None}
    return {name: value for name, value in own.items() if value is not None}


def _named(parts: Iterable[Iterable[Difference]]) -> set[str]:
    """The ids that differences speak of."""
    return {id_ for part in parts for each in part for id_ in _ids(each.fact)}


def _ids(fact: Fact) -> Iterable[str]:
    """The ids that a fact speaks of, its documents included."""
    if not isinstance(fact, Entity | Relation):
        return fact
    own = (fact.id,) if isinstance(fact, Entity) else (fact.origin, fact.target)
    return *own, *(source_parts(source)[0] for source in fact.sources)


def _names(view: GraphView, ids: Iterable[str]) -> dict[str, str]:
    rows = ((id_, view.stated_row(id_)) for id_ in ids)
    return {id_: view.entities.records[row].name for id_, row in rows if row is not None}


def names_of(view: GraphView, facts: Iterable[Fact]) -> dict[str, str]:
    """The names of the entities that facts speak of, by id."""
    return _names(view, {id_ for fact in facts for id_ in _ids(fact)})
