"""The whole history of the SQLite store, read and written inside the caller's transaction."""

import sqlite3
from collections.abc import Callable, Iterable
from typing import Any

from graph.ontology import LIST_SEPARATOR
from graph.records import NO_PROPS
from graph.stores import sqlite_sql as sql
from graph.stores.base import ChangeRecord, change_record, moment_text
from graph.stores.history import EntityVersion, History, JudgementVersion, Kept, RelationVersion
from graph.stores.sqlite_rows import dump_props, entity_record


def read_history(read: Callable[[str], Iterable[Any]]) -> History:
    """Every version and change set, in the order of a history."""
    for version, ref, *record, said, written, ended in read(sql.EVERY_ENTITY):
        yield EntityVersion(version, ref, entity_record(record), said, written, ended)
    for *key, props, sources, said, written, ended in read(sql.EVERY_RELATION):
        told = (props or NO_PROPS, sources or ())
        yield RelationVersion._make((*key, *told, said, written, ended))
    for row in read(sql.EVERY_SAME_AS):
        yield JudgementVersion(*row)
    for row in read(sql.EVERY_CHANGE):
        yield change_record(*row)


def write_history(connection: sqlite3.Connection, history: Iterable[Kept]) -> None:
    """Write a history into empty tables."""
    run = connection.execute
    for kept in history:
        match kept:
            case EntityVersion():
                record = kept.record
                run(sql.RESTORE_IDENTITY, (kept.ref, record.id, record.kind.value))
                period = (record.start, record.end, int(record.open_ended))
                told = (dump_props(record.props), _joined(record.sources))
                values = (kept.version, kept.ref, record.name, *period, *told, *kept[3:])
                run(sql.RESTORE_ENTITY, values)
            case RelationVersion():
                told = (dump_props(kept.props), _joined(kept.sources))
                key = (kept.version, kept.type.value, *kept[2:7])
                ending = (int(kept.open_ended), kept.year, *told, *kept[11:])
                run(sql.RESTORE_RELATION, (*key, *ending))
            case JudgementVersion():
                run(sql.RESTORE_SAME_AS, kept)
            case ChangeRecord():
                time = moment_text(kept.time)
                run(sql.PUBLISH, (kept.revision, kept.author, time, *kept[4:]))


def _joined(sources: tuple[str, ...]) -> str | None:
    return LIST_SEPARATOR.join(sources) or None
