"""Writing a plan's facts into the SQLite store, inside the caller's transaction."""

import sqlite3

import orjson

from graph.changes import Plan
from graph.ontology import LIST_SEPARATOR, EntityKind, RelationType
from graph.stores import sqlite_sql as sql
from graph.stores.base import kind_conflict
from graph.stores.sqlite_rows import dump_props

_TYPE_TEXT = {type_: type_.value for type_ in RelationType}


def write_facts(connection: sqlite3.Connection, plan: Plan, revision: int) -> None:
    connection.executemany(
        sql.END_ENTITY, ((revision, each.version) for each in plan.ended_entities)
    )
    connection.executemany(
        sql.END_RELATION, ((revision, each.version) for each in plan.ended_relations)
    )
    refs, said = _mint(connection, plan), plan.said
    connection.executemany(sql.END_SAME_AS, ((revision, refs[each]) for each in plan.ended_same_as))
    connection.executemany(
        sql.ADD_SAME_AS,
        (
            (refs[id_], refs[into], said.get((id_, into), revision), revision)
            for id_, into in plan.same_as
        ),
    )
    connection.executemany(
        sql.ADD_ENTITY,
        (
            (
                refs[each.id],
                each.name,
                each.start,
                each.end,
                int(each.open_ended),
                dump_props(each.props),
                LIST_SEPARATOR.join(each.sources) or None,
                said.get(each.id, revision),
                revision,
            )
            for each in plan.entities
        ),
    )
    connection.executemany(
        sql.ADD_RELATION,
        (
            (
                _TYPE_TEXT[each.type],
                refs[each.origin],
                refs[each.target],
                each.role,
                each.start,
                each.end,
                int(each.open_ended),
                each.year,
                dump_props(each.props),
                LIST_SEPARATOR.join(each.sources) or None,
                said.get(each.key, revision) if said else revision,
                revision,
            )
            for each in plan.relations
        ),
    )


def _mint(connection: sqlite3.Connection, plan: Plan) -> dict[str, int]:
    """References of all ids of the plan, new ones minted; an id never changes its kind."""
    refs = dict(plan.refs)
    fresh = {each.id: each.kind.value for each in plan.entities if each.id not in refs}
    ids = orjson.dumps([*fresh])
    connection.executemany(sql.ADD_IDENTITY, fresh.items())
    for id_, ref, kind in connection.execute(sql.IDENTITIES, (ids,)):
        if kind != fresh[id_]:
            raise kind_conflict(plan, id_, EntityKind(kind))
        refs[id_] = ref
    return refs
