"""Building a view from a store's snapshot, same-as judgements resolved."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from graph.ontology import LIST_SEPARATOR
from graph.ontology.values import unique
from graph.records import Entity
from graph.view.columns import (
    EntityColumns,
    Interned,
    RelationColumns,
    SameAs,
    Snapshot,
    entity_columns,
    relation_columns,
)
from graph.view.graph_view import GraphView

_OWN = frozenset({"status", "generic", "family", "count", "note", "alias"})
"""Properties that a survivor never takes over from what was merged into it."""


def build_view(snapshot: Snapshot) -> GraphView:
    """The view of a snapshot. Linear, beside sorting the ids."""
    rows = sorted(snapshot.entities, key=lambda row: row.record.id)
    entities = entity_columns(rows)
    texts = Interned()
    relations = relation_columns(snapshot.relations, entities.row_of_ref, texts)
    survivors = resolve(snapshot.same_as, entities)
    composed: dict[int, Entity] = {}
    if survivors:
        entities, composed = _merge_entities(entities, survivors)
        relations = _merge_relations(relations, survivors, texts)
    ids = {record.id: row for row, record in enumerate(entities.records)}
    return GraphView(snapshot.revision, entities, relations, ids, texts, survivors, composed)


def resolve(judgements: Sequence[SameAs], entities: EntityColumns) -> dict[int, int]:
    """Survivor row by merged row, chains followed to their end."""
    direct = {
        int(entities.row_of_ref[each.ref]): int(entities.row_of_ref[each.into])
        for each in judgements
    }
    return {row: _last(row, direct) for row in direct}


def _last(row: int, direct: dict[int, int]) -> int:
    while row in direct:
        row = direct[row]
    return row


def _merge_entities(
    entities: EntityColumns, survivors: dict[int, int]
) -> tuple[EntityColumns, dict[int, Entity]]:
    visible = entities.visible.copy()
    visible[list(survivors)] = False
    merged: dict[int, list[Entity]] = {}
    for row in sorted(survivors, key=lambda row: int(entities.rank[row])):
        merged.setdefault(survivors[row], []).append(entities.records[row])
    composed = {row: compose(entities.records[row], others) for row, others in merged.items()}
    return replace(entities, visible=visible), composed


def compose(survivor: Entity, merged: Iterable[Entity]) -> Entity:
    """The survivor's record with the names, sources and missing values of the merged ones."""
    names = list(_aliases(survivor))
    props = dict(survivor.props)
    sources = list(survivor.sources)
    for other in merged:
        names += [other.name, *_aliases(other)]
        sources += other.sources
        for name, value in other.props.items():
            if name not in _OWN:
                props.setdefault(name, value)
    aliases = unique(name for name in names if name != survivor.name)
    if aliases:
        props["alias"] = aliases
    return survivor._replace(props=props, sources=unique(sources))


def _aliases(record: Entity) -> tuple[str, ...]:
    aliases = record.props.get("alias", ())
    assert isinstance(aliases, tuple)
    return aliases


def _merge_relations(
    relations: RelationColumns, survivors: dict[int, int], texts: Interned
) -> RelationColumns:
    """Ends led to survivors; loops and repetitions hidden, their sources kept by the first."""
    lead = np.arange(
        max(int(relations.origin.max(initial=0)), int(relations.target.max(initial=0)), *survivors)
        + 1,
        dtype=np.int32,
    )
    lead[list(survivors)] = list(survivors.values())
    origin, target = lead[relations.origin], lead[relations.target]
    visible = relations.visible & (origin != target)
    sources = relations.sources.copy()
    involved = np.array(sorted({*survivors, *survivors.values()}), dtype=np.int32)
    first_seen: dict[tuple[int, ...], int] = {}
    touched = np.isin(origin, involved) | np.isin(target, involved)
    for number in np.flatnonzero(visible & touched).tolist():
        key = tuple(
            int(column[number])
            for column in (
                relations.type,
                origin,
                target,
                relations.role,
                relations.start,
                relations.year,
            )
        )
        first = first_seen.setdefault(key, number)
        if first != number:
            visible[number] = False
            sources[first] = _joined(texts, int(sources[first]), int(sources[number]))
    return replace(relations, origin=origin, target=target, visible=visible, sources=sources)


def _joined(texts: Interned, first: int, second: int) -> int:
    parts = [text for code in (first, second) if (text := texts.texts[code])]
    joined = unique(part for text in parts for part in text.split(LIST_SEPARATOR))
    return texts.code(LIST_SEPARATOR.join(joined) or None)
