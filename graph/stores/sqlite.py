"""The embedded store: one SQLite file in WAL mode, every commit synced to disk.

One writer at a time, any number of readers, in threads or processes. Each thread has its
own connection. A write is one transaction: kill -9 leaves all of it or nothing.
"""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from graph.changes import Plan
from graph.errors import MaillageError, StaleRevision, StoreError, StoreUnreachable
from graph.stores import sqlite_sql as sql
from graph.stores.base import (
    ChangeRecord,
    Version,
    change_record,
    moment_after,
    moment_text,
    revision_of,
)
from graph.stores.history import History, not_empty
from graph.stores.sqlite_history import read_history, write_history
from graph.stores.sqlite_rows import (
    entity_record,
    entity_row,
    relation_record,
)
from graph.stores.sqlite_writing import write_facts
from graph.system_errors import french
from graph.view.columns import Delta, RelationRow, SameAs, Snapshot

_WAIT_SECONDS = 60.0
_LAST = 2**62


class SqliteStore:
    """A store in one file, created when missing (its folder too)."""

    scope: str | None = None

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        try:
            self._migrate()
        except BaseException:
            self.close()
            raise

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def revision(self) -> int:
        return int(self._one(sql.LAST_REVISION)[0])

    def revision_at(self, moment: datetime) -> int:
        return int(self._one(sql.REVISION_AT, (moment_text(moment),))[0])

    def snapshot(self, revision: int) -> Snapshot:
        at = {"revision": revision}
        with self._reading() as read:
            return Snapshot(
                revision,
                [entity_row(row) for row in read(sql.ENTITIES_AT, at)],
                list(map(RelationRow._make, read(sql.RELATIONS_AT, at))),
                [SameAs(*row) for row in read(sql.SAME_AS_AT, at)],
            )

    def delta(self, since: int, until: int) -> Delta:
        span = {"since": since, "revision": until}
        with self._reading() as read:
            return Delta(
                until,
                [entity_row(row) for row in read(sql.ENTITIES_BEGUN, span)],
                [ref for (ref,) in read(sql.ENTITIES_ENDED, span)],
                list(map(RelationRow._make, read(sql.RELATIONS_BEGUN, span))),
                [version for (version,) in read(sql.RELATIONS_ENDED, span)],
                next(iter(read(sql.SAME_AS_CHANGED, span)))[0] > 0,
            )

    def touched(self, revision: int) -> list[Version]:
        at = {"revision": revision}
        with self._reading() as read:
            return [
                *(
                    Version(entity_record(row[:8]), *row[8:])
                    for row in read(sql.ENTITIES_TOUCHED, at)
                ),
                *(
                    Version(relation_record(row[:10]), *row[10:])
                    for row in read(sql.RELATIONS_TOUCHED, at)
                ),
                *(Version((row[0], row[1]), *row[2:]) for row in read(sql.SAME_AS_TOUCHED, at)),
            ]

    def change(self, id_: str) -> ChangeRecord | None:
        revision = revision_of(id_)
        if revision is None:
            return None
        with self._reading() as read:
            return next((change_record(*row) for row in read(sql.CHANGE, (revision,))), None)

    def journal(self, first: int | None = None, before: int | None = None) -> list[ChangeRecord]:
        limits = (before if before is not None else _LAST, first if first is not None else -1)
        with self._reading() as read:
            return [change_record(*row) for row in read(sql.JOURNAL, limits)]

    def change_count(self) -> int:
        return int(self._one(sql.CHANGE_COUNT)[0])

    def write(self, plan: Plan) -> ChangeRecord:
        with self._writing() as connection:
            current = connection.execute(sql.LAST_REVISION).fetchone()[0]
            if current != plan.base:
                raise StaleRevision("la base a changé entre-temps : recommencer")
            revision = current + 1
            write_facts(connection, plan, revision)
            change = plan.change_set
            connection.execute(
                sql.PUBLISH,
                (
                    revision,
                    change.author,
                    moment_after(_last_time(connection)),
                    change.origin,
                    change.message,
                    change.reverts,
                    plan.created,
                    plan.changed,
                    plan.retracted,
                ),
            )
            return change_record(*connection.execute(sql.CHANGE, (revision,)).fetchone())

    def history(self) -> History:
        with self._reading() as read:
            yield from read_history(read)

    def restore(self, history: History) -> None:
        with self._writing() as connection:
            if connection.execute(sql.IS_USED).fetchone()[0]:
                raise not_empty()
            write_history(connection, history)

    def close(self) -> None:
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open.clear()
        self._local = threading.local()

    def _one(self, statement: str, values: Sequence[object] = ()) -> Any:
        with self._reading() as read:
            return next(iter(read(statement, values)))

    @contextmanager
    def _reading(self) -> Iterator[Any]:
        """Run statements on one consistent state of the file."""
        with self._translated():
            connection = self._connection()
            connection.execute("BEGIN")
            try:
                yield connection.execute
            finally:
                if connection.in_transaction:
                    connection.execute("COMMIT")

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._translated():
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # some errors roll back by themselves
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except MaillageError:
            raise
        except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
            raise StoreUnreachable(
                f"la base {self._path} ne répond pas ({error}) : vérifier le fichier, "
                "les droits et la place sur le disque"
            ) from error

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(
                self._path,
                timeout=_WAIT_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                detect_types=sqlite3.PARSE_COLNAMES,
            )
            try:
                self._check_owner(connection)
                _use_wal(connection)
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA foreign_keys = ON")
            except BaseException:
                connection.close()
                raise
            self._local.connection = connection
            with self._lock:
                self._open.append(connection)
        return connection

    def _check_owner(self, connection: sqlite3.Connection) -> int:
        """The schema version of the file (0: new); StoreError, the file left as it is, when
        another application or a newer Maillage wrote it."""
        found, owner, tables = _header(connection)
        if owner != sql.APPLICATION_ID and (tables or owner):
            raise StoreError(
                f"{self._path} est une base SQLite d'une autre application : "
                "choisir un autre fichier",
                code="FOREIGN_STORE",
            )
        if found > len(sql.MIGRATIONS):
            raise StoreError(
                f"{self._path} a été écrit par une version plus récente de Maillage : "
                "mettre l'application à jour",
                code="NEWER_STORE",
            )
        return found

    def _migrate(self) -> None:
        """Bring the file to the current schema; each step is one transaction."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnreachable(
                f"le dossier {self._path.parent} ne peut pas être créé : {french(error)}"
            ) from error
        with self._translated():
            if self._check_owner(self._connection()) == len(sql.MIGRATIONS):
                return  # a file that may only be read can be asked
        with self._writing() as connection:
            found = self._check_owner(connection)
            for step in sql.MIGRATIONS[found:]:
                for statement in step.split(";"):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(sql.MIGRATIONS)}")
            connection.execute(f"PRAGMA application_id = {sql.APPLICATION_ID}")


def _header(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Schema version, owner and number of tables, all of one moment: another process may be
    writing the first schema."""
    statements = ("PRAGMA user_version", "PRAGMA application_id", sql.TABLE_COUNT)
    is_alone = not connection.in_transaction
    if is_alone:
        connection.execute("BEGIN")
    try:
        version, owner, tables = (connection.execute(each).fetchone()[0] for each in statements)
    finally:
        if is_alone and connection.in_transaction:
            connection.execute("COMMIT")
    return version, owner, tables


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to WAL; a process that opens the same new file at once makes SQLite refuse."""
    deadline = monotonic() + _WAIT_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(0.01)


def _last_time(connection: sqlite3.Connection) -> datetime | None:
    text = connection.execute(sql.LAST_TIME).fetchone()[0]
    return None if text is None else datetime.fromisoformat(text)
