"""The store on a Neo4j server: the graph as analysts read it, its past beside it.

A change set of some thousands of facts is one transaction. A larger one is written in several,
under a revision that the last one publishes; readers never see it before, and it leaves no trace
when it does not end (``claim``). The driver blocks: requests call the store from worker threads.
"""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from operator import itemgetter
from time import monotonic, sleep
from typing import Any, TypeVar
from uuid import uuid4

from graph.changes import Plan
from graph.errors import StaleRevision, StoreError
from graph.stores.base import (
    ChangeRecord,
    Version,
    change_id,
    change_record,
    moment_after,
    moment_text,
    revision_of,
)
from graph.stores.history import History, not_empty
from graph.stores.neo4j import claim, cypher, rows
from graph.stores.neo4j.connection import CommitUnknown, Connection, Rows, Run
from graph.stores.neo4j.history import HistoryWriter, read_history
from graph.stores.neo4j.schema import migrate
from graph.stores.neo4j.writing import Counters, batches, mint, size, written_ties
from graph.view.columns import Delta, EntityRow, RelationRow, SameAs, Snapshot

_ONE_TRANSACTION = 10_000
"""Facts up to which a change set is one transaction: some ten megabytes of the server's memory."""
_WAIT_SECONDS = 60.0
_PAUSE_SECONDS = 0.1
_ANSWER_SECONDS = 5.0
_ASKING_THREADS = 8
_LAST = 2**62

T = TypeVar("T")
V = TypeVar("V", EntityRow, RelationRow, SameAs)


class Neo4jStore:
    """A store in one database of a server, whose schema is made when it is empty."""

    scope: str | None = None

    def __init__(self, url: str) -> None:
        self._connection = Connection(url)
        self._asking = ThreadPoolExecutor(_ASKING_THREADS, thread_name_prefix="revision")
        try:
            migrate(self._connection)
            self._sweep()
        except BaseException:
            self.close()
            raise

    def revision(self) -> int:
        """Given up after some seconds: a connection that nothing comes back through is silent
        for two minutes before the driver gives it up."""
        answer = self._asking.submit(self._connection.ask, cypher.reading.STATE)
        try:
            return int(answer.result(_ANSWER_SECONDS)[0][0])
        except TimeoutError:
            raise self._connection.silent() from None

    def revision_at(self, moment: datetime) -> int:
        return int(self._connection.ask(cypher.reading.REVISION_AT, time=moment_text(moment))[0][0])

    def snapshot(self, revision: int) -> Snapshot:
        def read(run: Run) -> Snapshot:
            entities = _both(run, cypher.reading.ENTITIES_AT, revision=revision)
            ties = _both(run, cypher.reading.TIES_AT, revision=revision)
            return Snapshot(
                revision,
                _once(rows.entity_row(row) for row in entities),
                _once(rows.relation_row(row) for row in ties if not rows.is_judgement(row)),
                _once(rows.same_as(row) for row in ties if rows.is_judgement(row)),
            )

        return self._steady(read)

    def delta(self, since: int, until: int) -> Delta:
        span = {"since": since, "revision": until}

        def read(run: Run) -> Delta:
            entities = _both(run, cypher.reading.ENTITIES_BEGUN, **span)
            ties = _written(run, cypher.reading.TIES_BEGUN, cypher.reading.PAST_TIES_BEGUN, **span)
            ended = run(cypher.reading.TIES_ENDED, **span)
            return Delta(
                until,
                _once(rows.entity_row(row) for row in entities),
                [ref for (ref,) in run(cypher.reading.ENTITIES_ENDED, **span)],
                _once(rows.relation_row(row) for row in ties if not rows.is_judgement(row)),
                [version for version, tie in ended if tie != cypher.ties.SAME_AS],
                any(rows.is_judgement(row) for row in ties)
                or any(tie == cypher.ties.SAME_AS for _, tie in ended),
            )

        return self._steady(read)

    def touched(self, revision: int) -> list[Version]:
        def read(run: Run) -> list[Version]:
            entities = _both(run, cypher.reading.ENTITIES_TOUCHED, revision=revision)
            span = {"since": revision - 1, "revision": revision}
            ties = _written(
                run, cypher.reading.TIES_TOUCHED, cypher.reading.PAST_TIES_TOUCHED, **span
            )
            [[published, _]] = run(cypher.reading.STATE)
            return rows.versions(entities, ties, published)

        return self._steady(read)

    def change(self, id_: str) -> ChangeRecord | None:
        revision = revision_of(id_)
        if revision is None:
            return None
        found = self._connection.ask(cypher.reading.CHANGE, revision=revision)
        return change_record(*found[0]) if found else None

    def journal(self, first: int | None = None, before: int | None = None) -> list[ChangeRecord]:
        found = self._connection.ask(
            cypher.reading.JOURNAL,
            before=before if before is not None else _LAST,
            first=first if first is not None else _LAST,
        )
        return [change_record(*row) for row in found]

    def change_count(self) -> int:
        return int(self._connection.ask(cypher.reading.CHANGE_COUNT)[0][0])

    def write(self, plan: Plan) -> ChangeRecord:
        name = uuid4().hex
        work = self._in_one if size(plan) <= _ONE_TRANSACTION else self._in_several
        try:
            return self._patiently(lambda: work(plan, name))
        except CommitUnknown:
            published = self._published(plan.base + 1, name)
            if published is None:
                raise StaleRevision("l'enregistrement n'a pas abouti : recommencer") from None
            return published

    def history(self) -> History:
        with self._connection.streaming() as transaction:
            [[revision, before]] = transaction.run(cypher.reading.STATE).values()
            yield from read_history(transaction, revision)
            [[_, after]] = transaction.run(cypher.reading.STATE).values()
        if before != after:
            raise StaleRevision("la base a été nettoyée pendant la lecture : recommencer")

    def restore(self, history: History) -> None:
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

    def close(self) -> None:
        self._asking.shutdown(wait=False, cancel_futures=True)
        self._connection.close()

    def _patiently(self, work: Callable[[], T]) -> T:
        """Do what needs the store to be claimed by nobody, when that is so."""
        end = monotonic() + _WAIT_SECONDS
        while True:
            try:
                return work()
            except claim.Unfinished:
                self._sweep()
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

    def _sweep(self) -> None:
        with suppress(claim.Busy):
            claim.sweep(self._connection, uuid4().hex)

    def _abandon(self, name: str) -> None:
        """Undo an unfinished write; if the server is away, whoever writes next does it."""
        with suppress(StoreError):
            claim.abandon(self._connection, name)

    def _steady(self, work: Callable[[Run], T]) -> T:
        """A reading during which nothing was swept: sweeping moves past versions back."""

        def read(run: Run) -> tuple[T, bool]:
            [[_, before]] = run(cypher.reading.STATE)
            made = work(run)
            [[_, after]] = run(cypher.reading.STATE)
            return made, before == after

        while True:
            made, is_steady = self._connection.read(read)
            if is_steady:
                return made


def _both(run: Run, statements: tuple[str, str], **parameters: Any) -> Rows:
    """Versions that stand, then past ones: one that is moved meanwhile is met at least once."""
    live, past = statements
    return [*run(live, **parameters), *run(past, **parameters)]


def _written(run: Run, live: Mapping[str, str], past: str, **span: int) -> Rows:
    """The same for ties, asked type by type for those that were written in the span."""
    ties = [tie for (tie,) in run(cypher.reading.TIES_WRITTEN, **span)]
    return [*(row for tie in ties for row in run(live[tie], **span)), *run(past, **span)]


def _once(versions: Iterable[V]) -> list[V]:
    """Each version once, in order; the version is the first field of every row of a view."""
    return sorted({row[0]: row for row in versions}.values(), key=itemgetter(0))


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
