"""Building a view from a store's snapshot, same-as judgements resolved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from graph.ontology import LIST_SEPARATOR
from graph.ontology.values import unique
from graph.records import Entity, Relation, RelationKey
from graph.view.columns import (
    TYPE_ORDER,
    EntityColumns,
    Judgement,
    RelationColumns,
    SameAs,
    Snapshot,
    entity_columns,
    relation_columns,
)
from graph.view.graph_view import NO_MERGES, GraphView, Merges
from graph.view.interned import Interned

_OWN = frozenset({"status", "generic", "family", "count", "note", "alias"})
"""Properties that a survivor never takes over from what was merged into it."""


def build_view(snapshot: Snapshot) -> GraphView:
    """The view of a snapshot. Linear, beside sorting the ids."""
    rows = sorted(snapshot.entities, key=lambda row: row.record.id)
    entities = entity_columns(rows)
    texts = Interned()
    relations = relation_columns(snapshot.relations, entities.row_of_ref, texts)
    merges = NO_MERGES
    if snapshot.same_as:
        entities, relations, merges = _merged(snapshot.same_as, entities, relations, texts)
    ids = {record.id: row for row, record in enumerate(entities.records)}
    return GraphView(snapshot.revision, entities, relations.with_room(), ids, texts, merges)


def _merged(
    same_as: Sequence[SameAs], entities: EntityColumns, relations: RelationColumns, texts: Interned
) -> tuple[EntityColumns, RelationColumns, Merges]:
    rows = entities.row_of_ref
    judgements = {
        int(rows[each.ref]): Judgement(int(rows[each.into]), each.said) for each in same_as
    }
    survivors = {row: _last(row, judgements) for row in judgements}
    entities, composed = _merge_entities(entities, survivors)
    relations, sources = _merge_relations(relations, entities, survivors, texts)
    return entities, relations, Merges(judgements, survivors, composed, sources)


def _last(row: int, judgements: Mapping[int, Judgement]) -> int:
    while row in judgements:
        row = judgements[row].into
    return row


def _merge_entities(
    entities: EntityColumns, survivors: Mapping[int, int]
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
    relations: RelationColumns,
    entities: EntityColumns,
    survivors: Mapping[int, int],
    texts: Interned,
) -> tuple[RelationColumns, dict[int, int]]:
    """Ends led to survivors; loops and repetitions hidden, their sources kept by the first.

    First is what the survivors state themselves, then what the merged ones do by id: which
    one is shown must not depend on when it was written.
    """
    lead = np.arange(
        max(int(relations.origin.max(initial=0)), int(relations.target.max(initial=0)), *survivors)
        + 1,
        dtype=np.int32,
    )
    lead[list(survivors)] = list(survivors.values())
    origin, target = lead[relations.origin], lead[relations.target]
    visible = relations.visible & (origin != target)
    involved = np.array(sorted({*survivors, *survivors.values()}), dtype=np.int32)
    touched = np.flatnonzero(visible & (np.isin(origin, involved) | np.isin(target, involved)))
    rank = entities.rank
    order = np.lexsort(
        (
            rank[relations.stated_target[touched]],
            rank[relations.stated_origin[touched]],
            (relations.stated_origin != origin)[touched].astype(np.int8)
            + (relations.stated_target != target)[touched],
        )
    )
    ids = [record.id for record in entities.records]
    first_seen: dict[RelationKey, int] = {}
    sources: dict[int, int] = {}
    for number in touched[order].tolist():
        stated = Relation(
            TYPE_ORDER[int(relations.type[number])],
            ids[origin[number]],
            ids[target[number]],
            texts.texts[relations.role[number]],
            texts.texts[relations.start[number]],
            year=int(relations.year[number]) or None,
        )
        first = first_seen.setdefault(stated.key, number)
        if first != number:
            visible[number] = False
            known = sources.get(first, int(relations.sources[first]))
            sources[first] = _joined(texts, known, int(relations.sources[number]))
    return replace(relations, origin=origin, target=target, visible=visible), sources


def _joined(texts: Interned, first: int, second: int) -> int:
    parts = [text for code in (first, second) if (text := texts.texts[code])]
    joined = unique(part for text in parts for part in text.split(LIST_SEPARATOR))
    return texts.code(LIST_SEPARATOR.join(joined) or None)
