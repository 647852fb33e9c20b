"""Bringing a view up to date by what changed in the store, without reading it all again."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

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
    relations_in,
)
from graph.view.graph_view import GraphView
from graph.view.room import Room, grown

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
        row_of_ref=grown(old.row_of_ref, max(len(old.row_of_ref), highest + 1), -1),
        **{
            name: grown(getattr(old, name), size)
            for name in ("kind", "since", "until", "counted", "visible", "rank", "ref")
        },
        version=grown(old.version, size),
        said=grown(old.said, size),
    )
    for ref in delta.entities_ended:
        gone = int(columns.row_of_ref[ref])
        columns.visible[gone] = False
        columns.version[gone] = 0
    for number, row in enumerate(fresh, start=view.size):
        rows[row.record.id] = number
    for row in delta.entities:
        _put(columns, rows[row.record.id], row)
    return _ranked(columns, range(view.size, size)) if fresh else columns, rows


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
    known, rank = columns.by_id, columns.rank
    ids = {row: columns.records[row].id for row in fresh}
    at: dict[int, list[int]] = {}
    for row in sorted(fresh, key=ids.__getitem__):
        place = bisect_left(known, ids[row], key=lambda other: columns.records[other].id)
        at.setdefault(place, []).append(row)
    rows = [row for group in at.values() for row in group]
    by_id = np.insert(known, np.repeat([*at], [len(group) for group in at.values()]), rows)
    for place, group in at.items():
        below = int(rank[known[place - 1]]) if place else 0
        room = (len(group) + 1) * RANK_STEP
        above = int(rank[known[place]]) if place < len(known) else below + room
        step = (above - below) // (len(group) + 1)
        if step == 0:
            rank[by_id] = (np.arange(len(by_id), dtype=np.int64) + 1) * RANK_STEP
            break
        rank[group] = below + step * (np.arange(len(group)) + 1)
    return replace(columns, by_id=by_id)


def _with_relations(
    old: RelationColumns, added: RelationColumns, ended: Sequence[int]
) -> RelationColumns:
    """The columns with further rows; those never change but for what stands."""
    size = len(old.type)
    if not len(added.type) and not ended:
        return old
    room, props = old.room, old.props
    if room is None or not room.add(size, added.lasting()):
        room, props = Room(old.lasting(), expected=len(added.type)), old.props.copy()
        room.add(size, added.lasting())
    props.update(added.props)
    current = np.concatenate([old.current, added.current])
    visible = np.concatenate([old.visible, added.visible])
    gone = _numbers(old, ended)
    current[gone] = False
    visible[gone] = False
    return relations_in(room, current, visible, props)


def _with_adjacencies(
    view: GraphView, added: RelationColumns
) -> dict[tuple[RelationType | None, bool], Adjacency]:
    adjacencies = dict(view.adjacencies)  # readers of the old view may be adding some
    base = len(view.relations.type)
    for (type_, outgoing), index in list(adjacencies.items()):
        if len(index.extra) > _SMALL:
            del adjacencies[type_, outgoing]
            continue
        ends = added.origin if outgoing else added.target
        by_row: dict[int, list[int]] = {}
        for place, code in enumerate(added.type.tolist()):
            if type_ is None or TYPE_ORDER[code] is type_:
                by_row.setdefault(int(ends[place]), []).append(base + place)
        if by_row:
            adjacencies[type_, outgoing] = index.with_relations(by_row)
    return adjacencies
