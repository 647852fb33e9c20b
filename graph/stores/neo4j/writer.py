"""Writing to the Neo4j store: change sets in one transaction or several, and whole histories."""

from collections.abc import Callable
from contextlib import suppress
from time import monotonic, sleep
from typing import Any, TypeVar
from uuid import uuid4

from graph.changes import Plan
from graph.errors import StaleRevision, StoreError
from graph.stores.base import ChangeRecord, change_id, change_record, moment_after
from graph.stores.history import History, not_empty
from graph.stores.neo4j import claim, cypher
from graph.stores.neo4j.connection import CommitUnknown, Connection, Run
from graph.stores.neo4j.history import HistoryWriter
from graph.stores.neo4j.writing import Counters, batches, mint, size, written_ties

_ONE_TRANSACTION = 10_000
"""Facts up to which a change set is one transaction: some ten megabytes of the server's memory."""
_WAIT_SECONDS = 60.0
_PAUSE_SECONDS = 0.1

T = TypeVar("T")


class Writer:
    """Writes plans and histories through a connection, each whole or not at all."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, plan: Plan) -> ChangeRecord:
        """Write a plan as the next revision (see ``Store.write``)."""
        name = uuid4().hex
        work = self._in_one if size(plan) <= _ONE_TRANSACTION else self._in_several
        try:
            return self._patiently(lambda: work(plan, name))
        except CommitUnknown:
            published = self._published(plan.base + 1, name)
            if published is None:
                raise StaleRevision("l'enregistrement n'a pas abouti : recommencer") from None
            return published

    def restore(self, history: History) -> None:
        """Write a history into an empty store (see ``Store.restore``)."""
        name, writer = uuid4().hex, HistoryWriter(history)

        def begin(run: Run) -> None:
            locked = claim.lock(run)
            if locked.revision or run(cypher.reading.IS_USED)[0][0]:
                raise not_empty()
            claim.claim(run, name)

        def end(run: Run) -> None:
            claim.hold(run, name)
            ref, version = writer.last
            run(
                cypher.writing.PUBLISH_HISTORY,
                revision=writer.revision,
                last_ref=ref,
                last_version=version,
            )

        self._patiently(lambda: self._connection.write(begin))
        try:
            for statement, some in writer.batches():
                self._held(name, statement, some, 1)
            self._connection.write(end)
        except BaseException:
            self._abandon(name)
            raise

    def sweep(self) -> None:
        """Take out what a dead writer left; nothing while somebody still writes."""
        with suppress(claim.Busy):
            claim.sweep(self._connection, uuid4().hex)

    def _patiently(self, work: Callable[[], T]) -> T:
        """Do what needs the store to be claimed by nobody, when that is so."""
        end = monotonic() + _WAIT_SECONDS
        while True:
            try:
                return work()
            except claim.Unfinished:
                self.sweep()
            except claim.Busy:
                if monotonic() > end:
                    raise StoreError(
                        "un autre enregistrement est en cours depuis plus d'une minute : "
                        "réessayer quand il sera fini",
                        code="STORE_BUSY",
                    ) from None
                sleep(_PAUSE_SECONDS)

    def _in_one(self, plan: Plan, name: str) -> ChangeRecord:
        def work(run: Run) -> ChangeRecord:
            last = _at_base(run, plan)
            revision = plan.base + 1
            refs, after = mint(run, plan, last)
            for statement, some in batches(plan, revision, last, refs):
                run(statement, rows=some, revision=revision)
            return _publish(run, plan, name, after)

        return self._connection.write(work)

    def _in_several(self, plan: Plan, name: str) -> ChangeRecord:
        def begin(run: Run) -> Counters:
            last = _at_base(run, plan)
            claim.claim(run, name)
            return last

        last = self._connection.write(begin)
        try:
            return self._batch_by_batch(plan, name, last)
        except CommitUnknown:
            raise
        except BaseException:
            self._abandon(name)
            raise

    def _batch_by_batch(self, plan: Plan, name: str, last: Counters) -> ChangeRecord:
        revision = plan.base + 1
        refs, after = self._connection.read(lambda run: mint(run, plan, last))
        for statement, some in batches(plan, revision, last, refs):
            self._held(name, statement, some, revision)

        def end(run: Run) -> ChangeRecord:
            claim.hold(run, name)
            return _publish(run, plan, name, after)

        return self._connection.write(end)

    def _held(self, name: str, statement: str, some: Any, revision: int) -> None:
        def work(run: Run) -> None:
            claim.hold(run, name)
            run(statement, rows=some, revision=revision)

        self._connection.write(work)

    def _published(self, revision: int, name: str) -> ChangeRecord | None:
        """The entry that the write ``name`` left, when its commit was made after all."""
        found = self._connection.read(
            lambda run: run(cypher.reading.PUBLISHED_BY, revision=revision, name=name)
        )
        if not found:
            self._abandon(name)
        return change_record(*found[0]) if found else None

    def _abandon(self, name: str) -> None:
        """Undo an unfinished write; if the server is away, whoever writes next does it."""
        with suppress(StoreError):
            claim.abandon(self._connection, name)


def _at_base(run: Run, plan: Plan) -> Counters:
    """The counters of the store, locked at the revision that the plan was checked against."""
    locked = claim.lock(run)
    if locked.revision != plan.base:
        raise StaleRevision("la base a changé entre-temps : recommencer")
    return locked.last


def _publish(run: Run, plan: Plan, name: str, after: Counters) -> ChangeRecord:
    """Make the next revision visible, with its entry in the journal."""
    change, revision = plan.change_set, plan.base + 1
    before = run(cypher.reading.CHANGE, revision=plan.base)
    entry = {
        "revision": revision,
        "id": change_id(revision),
        "author": change.author,
        "time": moment_after(change_record(*before[0]).time if before else None),
        "origin": change.origin,
        "message": change.message,
        "reverts": change.reverts,
        "created": plan.created,
        "changed": plan.changed,
        "retracted": plan.retracted,
        "_ties": written_ties(plan),
        "_written_by": name,
    }
    run(cypher.writing.PUBLISH, entry=entry, last_ref=after.ref, last_version=after.version)
    return change_record(*run(cypher.reading.CHANGE, revision=revision)[0])
