"""The state of the graph while a change set is being checked: a view plus what is pending."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.changes.operations import Operation, stated_fact
from graph.errors import NOWHERE, Place
from graph.ontology import RELATIONS, EntityKind, RelationType
from graph.progress import watched
from graph.records import Entity, Relation, RelationKey
from graph.view import GraphView
from graph.view.columns import Judgement

CHECKING = "vérification"
"""The phase in which a change set is compared with what stands."""


class Counts(NamedTuple):
    """Facts of a change set by what becomes of them."""

    created: int
    changed: int
    unchanged: int
    retracted: int


class EndedEntity(NamedTuple):
    """A version to end, and the reference of its entity."""

    version: int
    ref: int


class EndedRelation(NamedTuple):
    """A version to end, and where it stands: ``origin`` and ``target`` are references."""

    version: int
    type: RelationType
    origin: int
    target: int


class Draft:
    """Pending facts over a view; a pending ``None`` is a retraction."""

    def __init__(self, view: GraphView, operations: Sequence[Operation] = ()) -> None:
        self.view = view
        self._operations = operations
        self.entities: dict[str, Entity | None] = {}
        self.relations: dict[RelationKey, Relation | None] = {}
        self._merges: dict[str, str | None] = {}
        self._numbers: dict[RelationKey, int | None] = {}
        self._by_origin: dict[RelationType, dict[str, list[str]]] | None = None
        self._bulk = view.size == 0

    def entity(self, id_: str) -> Entity | None:
        """The entity as stated under this id (not its survivor), pending changes included."""
        if id_ in self.entities:
            return self.entities[id_]
        row = self.view.stated_row(id_)
        return None if row is None else self.view.entities.records[row]

    def relation(self, key: RelationKey) -> Relation | None:
        """The relation with this identity, pending changes included."""
        if key in self.relations:
            return self.relations[key]
        number = self.number(key)
        return None if number is None else self.view.stated_relation(number)

    def number(self, key: RelationKey) -> int | None:
        """The view's number of a relation, looked up once."""
        if self._bulk:
            return None
        if key not in self._numbers:
            self._numbers[key] = self.view.find_relation(key)
        return self._numbers[key]

    def place(self, fact: str | RelationKey) -> Place:
        """Where the user's input states a fact, the last time. Linear: for messages."""
        stating = (each for each in reversed(self._operations) if stated_fact(each) == fact)
        return next((each.place for each in stating), NOWHERE)

    def put_entity(self, record: Entity) -> None:
        """State an entity."""
        self.entities[record.id] = record

    def put_relation(self, key: RelationKey, record: Relation) -> None:
        """State a relation under its key."""
        self.relations[key] = record

    def retract_entity(self, id_: str) -> None:
        """Take an entity out with the relations that touch it, and its own merge."""
        self.entities[id_] = None
        if self.merged_into(id_) is not None:
            self.split(id_)
        for key in list(self._keys_at(id_)):
            self.retract_relation(key)

    def gone(self, kind: EntityKind) -> set[str]:
        """Ids of a kind that the view knows and that are being retracted."""
        return {
            id_
            for id_, record in self.entities.items()
            if record is None and (known := self._stated(id_)) is not None and known.kind is kind
        }

    def retract_relation(self, key: RelationKey) -> None:
        """Take a relation out."""
        self.relations[key] = None

    def _keys_at(self, id_: str) -> Iterable[RelationKey]:
        row = self.view.stated_row(id_)
        if row is not None:
            columns = self.view.relations
            numbers = (columns.stated_origin == row) | (columns.stated_target == row)
            for number in (numbers & columns.current).nonzero()[0].tolist():
                relation = self.view.stated_relation(number)
                self._numbers[relation.key] = number
                yield relation.key
        for key, record in self.relations.items():
            if record is not None and id_ in (record.origin, record.target):
                yield key

    def merged_into(self, id_: str) -> str | None:
        """What an id is directly judged to be, or None."""
        if id_ in self._merges:
            return self._merges[id_]
        judged = self.judgement(id_)
        return None if judged is None else self.view.entities.records[judged.into].id

    def judgement(self, id_: str) -> Judgement | None:
        """The view's judgement on an id."""
        row = self.view.stated_row(id_)
        return None if row is None else self.view.merges.judgements.get(row)

    def merges(self) -> dict[str, str]:
        """Every judgement that stands, pending changes included: what each id is judged to be."""
        records = self.view.entities.records
        merges: dict[str, str | None] = {
            records[row].id: records[judged.into].id
            for row, judged in self.view.merges.judgements.items()
        }
        merges |= self._merges
        return {id_: into for id_, into in merges.items() if into is not None}

    def survivor(self, id_: str) -> str:
        """The id that stands for this one at the end of its merges."""
        while (into := self.merged_into(id_)) is not None:
            id_ = into
        return id_

    def merge(self, id_: str, into: str) -> None:
        """Judge that an id is another; what was merged into it follows."""
        self._merges[id_] = into

    def split(self, id_: str) -> None:
        """Take a judgement back."""
        self._merges[id_] = None

    def targets(self, type_: RelationType, id_: str) -> list[str]:
        """Survivors that current relations of a type lead to, pending changes included."""
        found = []
        if not self._bulk:
            view, current = self.view, self.view.relations.current
            for row in self._rows_of(id_):
                numbers = view.adjacency(type_, outgoing=True).of(row)
                for number in numbers[current[numbers]].tolist():
                    relation = view.stated_relation(number)
                    kept = self.relations.get(relation.key, relation) is not None
                    if kept and self.survivor(relation.origin) == id_:
                        found.append(relation.target)
        found += self._pending_targets(type_).get(id_, ())
        return [self.survivor(target) for target in found]

    def _rows_of(self, survivor: str) -> set[int]:
        """Rows of the view where a survivor's relations may be: its own and, after pending
        merges, those of what it now stands for."""
        ids = {survivor, *(id_ for id_ in self._merges if self.survivor(id_) == survivor)}
        return {row for id_ in ids if (row := self.view.row(id_)) is not None}

    def _pending_targets(self, type_: RelationType) -> dict[str, list[str]]:
        """New relations of a type by surviving origin; asked once all operations are in."""
        if self._by_origin is None:
            self._by_origin = {}
            for key, record in self.relations.items():
                if record is not None and RELATIONS[key.type].acyclic:
                    by_origin = self._by_origin.setdefault(key.type, {})
                    by_origin.setdefault(self.survivor(key.origin), []).append(key.target)
        return self._by_origin.get(type_, {})

    def changed_entities(self) -> dict[str, Entity | None]:
        """Pending entities that differ from the view; None for a retraction."""
        if self._bulk and all(self.entities.values()):
            return self.entities
        return {
            id_: record
            for id_, record in watched(self.entities.items(), CHECKING)
            if record != self._stated(id_)
        }

    def _stated(self, id_: str) -> Entity | None:
        row = self.view.stated_row(id_)
        return None if row is None else self.view.entities.records[row]

    def changed_relations(self) -> dict[RelationKey, Relation | None]:
        """Pending relations that differ from the view; None for a retraction."""
        if self._bulk and all(self.relations.values()):
            return self.relations
        changed: dict[RelationKey, Relation | None] = {}
        for key, record in watched(self.relations.items(), CHECKING):
            number = self.number(key)
            if record != (None if number is None else self.view.stated_relation(number)):
                changed[key] = record
        return changed

    def ended_entities(self, changed: Iterable[str]) -> list[EndedEntity]:
        """Versions that the changed entities have in the view."""
        columns = self.view.entities
        rows = (self.view.stated_row(id_) for id_ in changed)
        return [
            EndedEntity(int(columns.version[row]), int(columns.ref[row]))
            for row in rows
            if row is not None
        ]

    def ended_relations(self, changed: Iterable[RelationKey]) -> list[EndedRelation]:
        """Versions that the changed relations have in the view."""
        if self._bulk:
            return []
        columns, ref = self.view.relations, self.view.entities.ref
        numbers = ((key.type, self.number(key)) for key in changed)
        return [
            EndedRelation(
                int(columns.version[number]),
                type_,
                int(ref[columns.stated_origin[number]]),
                int(ref[columns.stated_target[number]]),
            )
            for type_, number in numbers
            if number is not None
        ]

    def new_merges(self) -> list[tuple[str, str]]:
        """Judgements to write."""
        return [(id_, into) for id_, into in self._merges.items() if into is not None]

    def ended_merges(self) -> list[str]:
        """Ids whose judgement in the view ends."""
        return [id_ for id_ in self._merges if self.judgement(id_) is not None]

    def refs(self, entities: Iterable[str], relations: Iterable[RelationKey]) -> dict[str, int]:
        """The store's references of the ids touched that the view knows."""
        if self._bulk:
            return {}
        ids = {*entities, *self._merges, *(into for into in self._merges.values() if into)}
        for key in watched(relations, CHECKING):
            ids.add(key.origin)
            ids.add(key.target)
        known = ((id_, self.view.stated_row(id_)) for id_ in watched(ids, CHECKING))
        return {id_: int(self.view.entities.ref[row]) for id_, row in known if row is not None}

    def counts(
        self,
        entities: dict[str, Entity | None],
        relations: dict[RelationKey, Relation | None],
    ) -> Counts:
        """How many facts are created, changed, unchanged, retracted."""
        if self._bulk:
            return Counts(len(entities) + len(relations), len(self.new_merges()), 0, 0)
        known = [
            *((record, self.view.stated_row(id_)) for id_, record in entities.items()),
            *((record, self.number(key)) for key, record in watched(relations.items(), CHECKING)),
        ]
        retracted = sum(record is None for record, _ in known)
        created = sum(record is not None and place is None for record, place in known)
        changed = len(known) - retracted - created
        stated = [*self.entities.values(), *self.relations.values()]
        return Counts(
            created,
            changed + len({*dict(self.new_merges()), *self.ended_merges()}),
            sum(record is not None for record in stated) - created - changed,
            retracted,
        )
