"""GraphView: everything the graph holds at one revision, immutable and in memory.

Entities and relations are numbered (``row``, ``relation``); questions work on these numbers
and ask for records when they explain a result.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import Any, NamedTuple, TypeVar

import numpy as np

from graph.ontology import LIST_SEPARATOR, RELATIONS, EntityKind, RelationType
from graph.records import NO_PROPS, Entity, Relation, RelationKey
from graph.view.adjacency import Adjacency, build_adjacency
from graph.view.columns import (
    KIND_ORDER,
    TYPE_CODE,
    TYPE_ORDER,
    Days,
    EntityColumns,
    Judgement,
    RelationColumns,
)
from graph.view.day import DayView
from graph.view.interned import Interned

T = TypeVar("T")

_DAYS_KEPT = 12


class Merges(NamedTuple):
    """Same-as judgements, resolved.

    ``judgements`` are those stated; ``survivors`` leads from merged rows to the row that
    stands for them in the end, ``composed`` from these to the record that readers see (other
    names and sources of the merged ones added), ``sources`` from relations to the code of
    their sources with those of the repetitions that they hide.
    """

    judgements: Mapping[int, Judgement]
    survivors: Mapping[int, int]
    composed: Mapping[int, Entity]
    sources: Mapping[int, int]


NO_MERGES = Merges({}, {}, {}, {})


class GraphView:
    """The graph at a revision, same-as judgements resolved (``merges``).

    Made by ``graph.view.build`` from a store and by ``graph.view.update`` from an earlier
    view; nothing changes it afterwards. Threads may share it.
    """

    def __init__(
        self,
        revision: int,
        entities: EntityColumns,
        relations: RelationColumns,
        rows: dict[str, int],
        texts: Interned,
        merges: Merges = NO_MERGES,
        adjacencies: dict[tuple[RelationType | None, bool], Adjacency] | None = None,
    ) -> None:
        self.revision = revision
        self.entities = entities
        self.relations = relations
        self.texts = texts
        self.merges = merges
        self.size = len(entities.records)
        self._rows = rows
        self.adjacencies = adjacencies if adjacencies is not None else {}
        self._days: OrderedDict[int, DayView] = OrderedDict()
        self._derived: dict[Callable[[GraphView], Any], Any] = {}
        self._rows_of: dict[tuple[EntityKind, ...], list[int]] = {}
        self._lock = Lock()

    @property
    def rows_by_id(self) -> dict[str, int]:
        """Rows by id; shared with later views, so it may name rows beyond ``size``."""
        return self._rows

    def stated_row(self, id_: str) -> int | None:
        """The row of an id as stated, merged or not; None when unknown or retracted."""
        row = self._rows.get(id_)
        if row is None or row >= self.size or self.entities.version[row] == 0:
            return None
        return row

    def row(self, id_: str) -> int | None:
        """The row that an id resolves to (a merged id: its survivor); None when unknown."""
        row = self.stated_row(id_)
        return None if row is None else self.merges.survivors.get(row, row)

    def entity(self, row: int) -> Entity:
        """The record of an entity row, with what merged entities bring to it."""
        return self.merges.composed.get(row) or self.entities.records[row]

    def kind(self, row: int) -> EntityKind:
        """The kind of an entity row."""
        return KIND_ORDER[int(self.entities.kind[row])]

    def rows_of(self, *kinds: EntityKind) -> Sequence[int]:
        """Visible rows of the kinds, by id; kept with the view."""
        found = self._rows_of.get(kinds)
        if found is None:
            order = self.entities.by_id
            mask = self.entities.of_kinds(kinds) & self.entities.visible
            found = self._rows_of[kinds] = order[mask[order]].tolist()
        return found

    def by_id(self, rows: Iterable[int]) -> list[int]:
        """Rows in order of their ids (code point)."""
        rank = self.entities.rank
        return sorted(rows, key=lambda row: int(rank[row]))

    def relation(self, number: int) -> Relation:
        """The record of a relation, with the ids that its source stated; a relation that
        hides repetitions since a merge has the sources of all."""
        code = self.merges.sources.get(number)
        record = self.stated_relation(number)
        return record if code is None else record._replace(sources=self._sources(code))

    def stated_relation(self, number: int) -> Relation:
        """The record of a relation as it is kept, whatever was merged since."""
        columns, texts = self.relations, self.texts.texts
        return Relation(
            type=TYPE_ORDER[int(columns.type[number])],
            origin=self.entities.records[columns.stated_origin[number]].id,
            target=self.entities.records[columns.stated_target[number]].id,
            role=texts[columns.role[number]],
            start=texts[columns.start[number]],
            end=texts[columns.end[number]],
            open_ended=bool(columns.open_ended[number]),
            year=int(columns.year[number]) or None,
            props=columns.props.get(number, NO_PROPS),
            sources=self._sources(int(columns.sources[number])),
        )

    def _sources(self, code: int) -> tuple[str, ...]:
        sources = self.texts.texts[code]
        return tuple(sources.split(LIST_SEPARATOR)) if sources else ()

    def relation_numbers(self, *, stated: bool = False) -> Iterator[int]:
        """Numbers of visible relations; ``stated`` adds those hidden by a merge."""
        mask = self.relations.current if stated else self.relations.visible
        yield from np.flatnonzero(mask).tolist()

    def find_relation(self, key: RelationKey) -> int | None:
        """The number of the current relation with this identity, or None. O(least degree)."""
        origin, target = self.stated_row(key.origin), self.stated_row(key.target)
        if origin is None or target is None:
            return None
        origin, target = (self.merges.survivors.get(row, row) for row in (origin, target))
        starting = self.adjacency(key.type, outgoing=True)
        ending = self.adjacency(key.type, outgoing=False)
        if RELATIONS[key.type].symmetric:
            nearest = np.concatenate([starting.of(origin), ending.of(origin)])
        else:
            nearest = min(starting.of(origin), ending.of(target), key=len)
        for number in nearest[self.relations.current[nearest]].tolist():
            if self.stated_relation(number).key == key:
                return int(number)
        return None

    def adjacency(self, type_: RelationType | None, *, outgoing: bool) -> Adjacency:
        """Relations of a type, of all types when None, by origin (or by target), ended ones
        included; built once."""
        index = self.adjacencies.get((type_, outgoing))
        if index is None:
            columns = self.relations
            kept = columns.current
            if type_ is not None:
                kept = kept & (columns.type == TYPE_CODE[type_])
            numbers = np.flatnonzero(kept)
            rows = (columns.origin if outgoing else columns.target)[numbers]
            index = build_adjacency(numbers.astype(np.int32), rows, self.size)
            self.adjacencies[type_, outgoing] = index
        return index

    def touching(self, row: int) -> list[int]:
        """Numbers of all visible relations at an entity, in either direction."""
        found: set[int] = set()
        for outgoing in (True, False):
            numbers: Days = self.adjacency(None, outgoing=outgoing).of(row)
            found.update(numbers[self.relations.visible[numbers]].tolist())
        return sorted(found)

    def derived(self, build: Callable[[GraphView], T]) -> T:
        """What ``build`` derives from this view, computed once and kept with it."""
        if build not in self._derived:
            self._derived[build] = build(self)
        value: T = self._derived[build]
        return value

    def on(self, day: int) -> DayView:
        """This view restricted to a day (ordinal); the last days asked are kept."""
        with self._lock:
            kept = self._days.get(day)
            if kept is None:
                kept = self._days[day] = DayView(self, day)
                if len(self._days) > _DAYS_KEPT:
                    self._days.popitem(last=False)
            self._days.move_to_end(day)
            return kept
