"""Bringing a view up to date by what changed in the store, without reading it all again."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np

from graph.ontology import RelationType
from graph.records import Entity
from graph.view.adjacency import Adjacency
from graph.view.columns import (
    KIND_CODE,
    RANK_STEP,
    TYPE_ORDER,
    Delta,
    EntityColumns,
    EntityRow,
    RelationColumns,
    activity,
    is_counted,
    relation_columns,
)
from graph.view.graph_view import GraphView

_SMALL = 2000
"""Above this many changed rows a full build is as quick."""


def updated(view: GraphView, delta: Delta) -> GraphView | None:
    """The view after a delta; None when it must be built anew.

    A build is due after a change of same-as judgements, at an entity that takes part in
    one, or after a large import. Else the cost is a copy of the columns, O(changes) beside.
    """
    if _needs_build(view, delta):
        return None
    entities, rows = _with_entities(view, delta)
    added = relation_columns(
        delta.relations, entities.row_of_ref, view.texts, first_row=len(view.relations.type)
    )
    relations = _with_relations(view.relations, added, delta.relations_ended)
    adjacencies = _with_adjacencies(view, added)
    return GraphView(
        delta.revision,
        entities,
        relations,
        rows,
        view.texts,
        view.merges,
        adjacencies,
    )


def _needs_build(view: GraphView, delta: Delta) -> bool:
    changed = len(delta.entities) + len(delta.relations) + len(delta.relations_ended)
    if delta.same_as_changed or changed > _SMALL:
        return True
    if not view.merges.survivors:
        return False
    refs = view.entities.ref
    involved = {int(refs[row]) for pair in view.merges.survivors.items() for row in pair}
    numbers = _numbers(view.relations, delta.relations_ended)
    touched = {row.ref for row in delta.entities} | set(delta.entities_ended)
    touched |= {ref for row in delta.relations for ref in (row.origin, row.target)}
    touched |= {
        int(refs[end[number]])
        for number in numbers
        for end in (view.relations.stated_origin, view.relations.stated_target)
    }
    return bool(touched & involved)


def _numbers(relations: RelationColumns, versions: Sequence[int]) -> list[int]:
    found: list[int] = np.searchsorted(relations.version, np.array(versions, np.int64)).tolist()
    return found


def _with_entities(view: GraphView, delta: Delta) -> tuple[EntityColumns, dict[str, int]]:
    old = view.entities
    rows = view.rows_by_id
    if len(rows) != view.size:
        rows = {id_: row for id_, row in rows.items() if row < view.size}
    fresh = [row for row in delta.entities if row.record.id not in rows]
    if not fresh and not delta.entities and not delta.entities_ended:
        return old, rows
    size = view.size + len(fresh)
    highest = max((row.ref for row in fresh), default=0)
    columns = replace(
        old,
        records=[*old.records, *(row.record for row in fresh)],
        row_of_ref=_grown(old.row_of_ref, max(len(old.row_of_ref), highest + 1), -1),
        **{
            name: _grown(getattr(old, name), size)
            for name in ("kind", "since", "until", "counted", "visible", "rank", "ref")
        },
        version=_grown(old.version, size),
        said=_grown(old.said, size),
    )
    for ref in delta.entities_ended:
        gone = int(columns.row_of_ref[ref])
        columns.visible[gone] = False
        columns.version[gone] = 0
    for number, row in enumerate(fresh, start=view.size):
        rows[row.record.id] = number
    for row in delta.entities:
        _put(columns, rows[row.record.id], row)
    return _ranked(columns, range(view.size, size)), rows


def _grown(array: Any, size: int, fill: int = 0) -> Any:
    """A copy with room for ``size`` values."""
    grown = np.full(size, fill, dtype=array.dtype)
    grown[: len(array)] = array
    return grown


def _put(columns: EntityColumns, row: int, stated: EntityRow) -> None:
    record: Entity = stated.record
    columns.records[row] = record
    columns.kind[row] = KIND_CODE[record.kind]
    columns.since[row], columns.until[row] = activity(record)
    columns.counted[row] = is_counted(record)
    columns.visible[row] = True
    columns.ref[row] = stated.ref
    columns.row_of_ref[stated.ref] = row
    columns.version[row] = stated.version
    columns.said[row] = stated.said


def _ranked(columns: EntityColumns, fresh: range) -> EntityColumns:
    """Ranks for new rows, between those of their neighbours by id."""
    by_id: list[int] = columns.by_id.tolist() if fresh else []
    for row in fresh:
        id_ = columns.records[row].id
        place = bisect_left(by_id, id_, key=lambda other: columns.records[other].id)
        below = int(columns.rank[by_id[place - 1]]) if place else 0
        above = int(columns.rank[by_id[place]]) if place < len(by_id) else below + 2 * RANK_STEP
        by_id.insert(place, row)
        if above - below < 2:
            columns.rank[by_id] = (np.arange(len(by_id), dtype=np.int64) + 1) * RANK_STEP
        else:
            columns.rank[row] = (below + above) // 2
    return replace(columns, by_id=np.array(by_id, dtype=np.int64)) if fresh else columns


def _with_relations(
    old: RelationColumns, added: RelationColumns, ended: Sequence[int]
) -> RelationColumns:
    grown: dict[str, Any] = {
        field.name: np.concatenate([getattr(old, field.name), getattr(added, field.name)])
        for field in fields(RelationColumns)
        if field.name != "props"
    }
    gone = _numbers(old, ended)
    grown["current"][gone] = False
    grown["visible"][gone] = False
    props = {**old.props, **added.props} if added.props else old.props
    return RelationColumns(**grown, props=props)


def _with_adjacencies(
    view: GraphView, added: RelationColumns
) -> dict[tuple[RelationType, bool], Adjacency]:
    adjacencies = dict(view.adjacencies)  # readers of the old view may be adding some
    base = len(view.relations.type)
    for (type_, outgoing), index in list(adjacencies.items()):
        if len(index.extra) > _SMALL:
            del adjacencies[type_, outgoing]
            continue
        ends = added.origin if outgoing else added.target
        by_row: dict[int, list[int]] = {}
        for place, code in enumerate(added.type.tolist()):
            if TYPE_ORDER[code] is type_:
                by_row.setdefault(int(ends[place]), []).append(base + place)
        if by_row:
            adjacencies[type_, outgoing] = index.with_relations(by_row)
    return adjacencies
