"""Keeping search indexes: one per view, made when first asked, from the last one when it can.

An index is derived from what entities are called, so it is never stored and never stale: each
view has its own. Most views differ from the last by a few entities; these go to a small second
segment, and the large first one is shared.
"""

from collections.abc import Sequence
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
_NONE = -1

_Parts: TypeAlias = tuple[list[Segment], list[Numbers]]


class _Base:
    """A large segment, with the entities of a view that it indexes."""

    def __init__(self, records: Sequence[Entity], rows: Numbers) -> None:
        self._entities = [records[row] for row in rows.tolist()]
        self._number = {entity.id: number for number, entity in enumerate(self._entities)}
        self._identities = _identities(records)
        self._numbers = np.full(len(records), _NONE, dtype=np.int64)
        self._numbers[rows] = np.arange(len(rows))
        self.segment: Segment = build_segment(self._entities)

    def completed(self, records: Sequence[Entity], rows: Numbers) -> _Parts | None:
        """The segments of these rows of a view: this one, and one for the entities that it does
        not hold as they are now. None when it is better to index all again."""
        numbers = self._known(records)[rows]
        changed = []
        for place in np.flatnonzero(numbers == _NONE).tolist():
            entity = records[rows[place]]
            number = self._number.get(entity.id)
            if number is not None and _reads_the_same(self._entities[number], entity):
                numbers[place] = number
            else:
                changed.append(rows[place])
        known = np.full(len(self._entities), _NONE, dtype=np.int64)
        held = numbers != _NONE
        known[numbers[held]] = rows[held]
        gone = int(np.count_nonzero(known == _NONE))
        if len(changed) + gone > min(_MOST_CHANGED, len(rows) // _LEAST_SHARE):
            return None
        others = build_segment([records[row] for row in changed])
        return [self.segment, others], [known, np.array(changed, dtype=np.int64)]

    def _known(self, records: Sequence[Entity]) -> Numbers:
        """The entities of this base by row of another view, at first sight: most views share
        their rows and the very records with the one that was indexed."""
        identities = _identities(records)
        shared = min(len(identities), len(self._identities))
        known = np.full(len(records), _NONE, dtype=np.int64)
        same = identities[:shared] == self._identities[:shared]
        known[:shared][same] = self._numbers[:shared][same]
        return known


def _identities(records: Sequence[Entity]) -> Numbers:
    return np.fromiter(map(id, records), dtype=np.int64, count=len(records))


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
        relations = _relation_counts(view)
        for base in self._bases:
            parts = base.completed(records, rows)
            if parts is not None:
                return SearchIndex(*parts, relations)
        base = _Base(records, rows)
        self._bases = [base, *self._bases][:_BASES_KEPT]
        return SearchIndex([base.segment], [rows], relations)


def _relation_counts(view: GraphView) -> Numbers:
    """How many visible relations each row has."""
    columns = view.relations
    hidden = np.flatnonzero(~columns.visible)
    counts = np.zeros(view.size, dtype=np.int64)
    for ends in (columns.origin, columns.target):
        counts += np.bincount(ends, minlength=view.size)
        counts -= np.bincount(ends[hidden], minlength=view.size)
    return counts


_INDEXES = Indexes()


def search_index(view: GraphView) -> SearchIndex:
    """The search index of a view, made when it is missing."""
    return _INDEXES.of(view)
