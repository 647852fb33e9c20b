"""What the graph would be after a change set, in memory: nothing is stored.

The facts of the draft have 0 as the revision that stated them. The view shares what it can
with the one it comes from, and nothing that later changes could touch.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from graph.changes.operations import ChangeSet
from graph.changes.plan import Plan, plan_change
from graph.ontology import LIST_SEPARATOR, RelationType
from graph.records import Relation
from graph.view import GraphView
from graph.view.build import build_view
from graph.view.columns import TYPE_ORDER, Delta, EntityRow, RelationRow, SameAs, Snapshot
from graph.view.update import updated

_UNSAID = 0


class Preview(NamedTuple):
    """The view as a change set would leave it.

    ``touched`` are the ids of the entities that change and of the ends of the relations that
    do; ``types`` are the types of these relations, ``judged`` the ids merged or split.
    """

    view: GraphView
    touched: frozenset[str]
    types: frozenset[RelationType]
    judged: frozenset[str]


def preview(view: GraphView, change_set: ChangeSet) -> Preview:
    """The view after a change set. Raises as ``plan_change``."""
    plan = plan_change(view, change_set)
    base = _own_copy(view)
    refs = _references(base, plan)
    delta = Delta(
        view.revision,
        _new_entities(view, plan, refs),
        [each.ref for each in plan.ended_entities],
        _new_relations(view, plan, refs),
        [each.version for each in plan.ended_relations],
        bool(plan.same_as or plan.ended_same_as),
    )
    draft = updated(base, delta)
    if draft is None:
        draft = build_view(_snapshot(view, plan, delta, refs))
    return _preview(view, plan, draft)


def _own_copy(view: GraphView) -> GraphView:
    """The same view with ids, texts and rows of its own: a draft adds to them."""
    rows = view.rows_by_id.copy()
    if len(rows) > view.size:
        rows = {id_: row for id_, row in rows.items() if row < view.size}
    return GraphView(
        view.revision,
        view.entities,
        replace(view.relations, room=None),
        rows,
        view.texts.copy(),
        view.merges,
        dict(view.adjacencies),
    )


def _references(base: GraphView, plan: Plan) -> dict[str, int]:
    """References of all ids that the plan names, new ones after those of the view."""
    ids = {record.id for record in plan.entities}
    ids |= {end for record in plan.relations for end in (record.origin, record.target)}
    ids |= {end for pair in plan.same_as for end in pair}
    known = base.rows_by_id
    refs = {id_: int(base.entities.ref[known[id_]]) for id_ in ids if id_ in known}
    fresh = sorted(ids - refs.keys())
    return refs | {id_: len(base.entities.row_of_ref) + n for n, id_ in enumerate(fresh)}


def _new_entities(view: GraphView, plan: Plan, refs: Mapping[str, int]) -> list[EntityRow]:
    last = int(view.entities.version.max(initial=0))
    return [
        EntityRow(last + number, refs[record.id], record, _UNSAID)
        for number, record in enumerate(plan.entities, start=1)
    ]


def _new_relations(view: GraphView, plan: Plan, refs: Mapping[str, int]) -> list[RelationRow]:
    last = int(view.relations.version.max(initial=0))
    return [
        _relation_row(last + number, record, refs[record.origin], refs[record.target], _UNSAID)
        for number, record in enumerate(plan.relations, start=1)
    ]


def _relation_row(
    version: int, record: Relation, origin: int, target: int, said: int
) -> RelationRow:
    return RelationRow(
        version,
        record.type.value,
        origin,
        target,
        record.role,
        record.start,
        record.end,
        int(record.open_ended),
        record.year,
        record.props or None,
        LIST_SEPARATOR.join(record.sources) or None,
        said,
    )


def _snapshot(view: GraphView, plan: Plan, delta: Delta, refs: Mapping[str, int]) -> Snapshot:
    """All facts as the plan would leave them, for a change that needs a full build."""
    entities, relations = view.entities, view.relations
    gone = {0, *(each.version for each in plan.ended_entities)}
    ended = {each.version for each in plan.ended_relations}
    return Snapshot(
        view.revision,
        [
            *(
                EntityRow(version, int(entities.ref[row]), record, int(entities.said[row]))
                for row, record in enumerate(entities.records)
                if (version := int(entities.version[row])) not in gone
            ),
            *delta.entities,
        ],
        [
            *(
                _relation_row(
                    int(relations.version[number]),
                    view.stated_relation(number),
                    int(entities.ref[relations.stated_origin[number]]),
                    int(entities.ref[relations.stated_target[number]]),
                    int(relations.said[number]),
                )
                for number in view.relation_numbers(stated=True)
                if int(relations.version[number]) not in ended
            ),
            *delta.relations,
        ],
        _judgements(view, plan, refs),
    )


def _judgements(view: GraphView, plan: Plan, refs: Mapping[str, int]) -> list[SameAs]:
    columns = view.entities
    kept = [
        SameAs(0, int(columns.ref[row]), int(columns.ref[judged.into]), judged.said)
        for row, judged in view.merges.judgements.items()
        if columns.records[row].id not in plan.ended_same_as
    ]
    return kept + [SameAs(0, refs[id_], refs[into], _UNSAID) for id_, into in plan.same_as]


def _preview(view: GraphView, plan: Plan, draft: GraphView) -> Preview:
    columns, records = view.relations, view.entities.records
    versions = [each.version for each in plan.ended_relations]
    ended = np.flatnonzero(np.isin(columns.version, versions) & columns.current)
    rows = np.flatnonzero(
        np.isin(view.entities.version, [each.version for each in plan.ended_entities])
    )
    rows = np.concatenate([rows, columns.stated_origin[ended], columns.stated_target[ended]])
    ids = {records[row].id for row in rows.tolist()} | {record.id for record in plan.entities}
    ids |= {end for record in plan.relations for end in (record.origin, record.target)}
    judged = {end for pair in plan.same_as for end in pair} | set(plan.ended_same_as)
    types = {TYPE_ORDER[code] for code in columns.type[ended].tolist()}
    types |= {record.type for record in plan.relations}
    return Preview(draft, frozenset(ids | judged), frozenset(types), frozenset(judged))
