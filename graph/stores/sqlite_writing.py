"""Writing a plan's facts into the SQLite store, inside the caller's transaction."""

import sqlite3

from graph.changes import Plan
from graph.ontology import LIST_SEPARATOR, EntityKind
from graph.stores import sqlite_sql as sql
from graph.stores.base import kind_conflict
from graph.stores.sqlite_rows import dump_props


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
                each.type.value,
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
    fresh = [each for each in plan.entities if each.id not in refs]
    connection.executemany(sql.ADD_IDENTITY, ((each.id, each.kind.value) for each in fresh))
    for each in fresh:
        ref, kind = connection.execute(sql.IDENTITY, (each.id,)).fetchone()
        if kind != each.kind.value:
            raise kind_conflict(plan, each.id, EntityKind(kind))
        refs[each.id] = ref
    return refs
