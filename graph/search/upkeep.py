"""Keeping search indexes: one per view, made when first asked, from the last one when it can.

An index is derived from what entities are called, so it is never stored and never stale: each
view has its own. Most views differ from the last by a few entities; these go to a small second
segment, and the large first one is shared.
"""

from collections.abc import Sequence
from itertools import compress
from threading import Lock
from typing import TypeAlias
from weakref import WeakKeyDictionary

import numpy as np

from graph.records import Entity
from graph.search.index import SearchIndex
from graph.search.segment import Numbers, Segment, build_segment
from graph.view import GraphView

_MOST_CHANGED, _LEAST_SHARE = 2000, 8
"""Above this many, or an eighth of the whole, indexing all again is worth it."""
_BASES_KEPT = 2
"""One for now and one for a past moment, as long as both are asked."""

_Parts: TypeAlias = tuple[list[Segment], list[Numbers]]


class _Base:
    """A large segment, with the entities that it indexes."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self._same = {id(entity): number for number, entity in enumerate(entities)}
        self._number = {entity.id: number for number, entity in enumerate(entities)}
        self.segment: Segment = build_segment(entities)

    def completed(self, entities: Sequence[Entity], rows: Numbers) -> _Parts | None:
        """The segments of a view's entities, standing at these rows: this one, and one for those
        that it does not hold as they are now. None when it is better to index all again."""
        # most views share the very records of the one that was indexed
        numbers = list(map(self._same.get, map(id, entities)))
        changed = []
        for place in [place for place, number in enumerate(numbers) if number is None]:
            entity = entities[place]
            number = self._number.get(entity.id)
            if number is not None and _reads_the_same(self._entities[number], entity):
                numbers[place] = number
            else:
                changed.append(place)
        places = np.array([-1 if number is None else number for number in numbers], dtype=np.int64)
        known = np.full(len(self._entities), -1, dtype=np.int64)
        known[places[places >= 0]] = rows[places >= 0]
        gone = int(np.count_nonzero(known < 0))
        if len(changed) + gone > min(_MOST_CHANGED, len(entities) // _LEAST_SHARE):
            return None
        others = build_segment([entities[place] for place in changed])
        return [self.segment, others], [known, rows[changed]]


def _reads_the_same(left: Entity, right: Entity) -> bool:
    return left is right or (left.name == right.name and left.props == right.props)


class Indexes:
    """The indexes of the views in use, and the last bases."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[GraphView, SearchIndex] = WeakKeyDictionary()
        self._bases: list[_Base] = []
        self._lock = Lock()
        self._building = Lock()

    def of(self, view: GraphView) -> SearchIndex:
        """The index of a view; one thread makes it, the others wait for it."""
        with self._lock:
            kept = self._kept.get(view)
        if kept is not None:
            return kept
        with self._building:
            with self._lock:
                kept = self._kept.get(view)
            if kept is None:
                kept = self._made(view)
                with self._lock:
                    self._kept[view] = kept
            return kept

    def _made(self, view: GraphView) -> SearchIndex:
        rows = np.flatnonzero(view.entities.visible)
        records = list(view.entities.records)
        for row, record in view.merges.composed.items():
            records[row] = record
        entities = list(compress(records, view.entities.visible.tolist()))
        relations = _relation_counts(view)
        for base in self._bases:
            parts = base.completed(entities, rows)
            if parts is not None:
                return SearchIndex(*parts, relations)
        base = _Base(entities)
        self._bases = [base, *self._bases][:_BASES_KEPT]
        return SearchIndex([base.segment], [rows], relations)


def _relation_counts(view: GraphView) -> Numbers:
    """How many visible relations each row has."""
    columns = view.relations
    ends = np.concatenate([columns.origin[columns.visible], columns.target[columns.visible]])
    return np.bincount(ends, minlength=view.size)


_INDEXES = Indexes()


def search_index(view: GraphView) -> SearchIndex:
    """The search index of a view, made when it is missing."""
    return _INDEXES.of(view)
