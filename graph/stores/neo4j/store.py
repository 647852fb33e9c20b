"""The store on a Neo4j server: the graph as analysts read it, its past beside it.

A change set of some thousands of facts is one transaction. A larger one is written in several,
under a revision that the last one publishes; readers never see it before, and it leaves no trace
when it does not end (``claim``). The driver blocks: requests call the store from worker threads.
"""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from operator import itemgetter
from typing import Any, TypeVar

from graph.changes import Plan
from graph.errors import StaleRevision
from graph.stores.base import (
    ChangeRecord,
    Version,
    change_record,
    moment_text,
    revision_of,
)
from graph.stores.history import History
from graph.stores.neo4j import cypher, rows
from graph.stores.neo4j.connection import Connection, Rows, Run
from graph.stores.neo4j.history import read_history
from graph.stores.neo4j.schema import migrate
from graph.stores.neo4j.writer import Writer
from graph.view.columns import Delta, EntityRow, RelationRow, SameAs, Snapshot

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
        self._writer = Writer(self._connection)
        self._asking = ThreadPoolExecutor(_ASKING_THREADS, thread_name_prefix="revision")
        try:
            migrate(self._connection)
            self._writer.sweep()
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
        return self._writer.write(plan)

    def restore(self, history: History) -> None:
        self._writer.restore(history)

    def history(self) -> History:
        with self._connection.streaming() as transaction:
            [[revision, before]] = transaction.run(cypher.reading.STATE).values()
            yield from read_history(transaction, revision)
            [[_, after]] = transaction.run(cypher.reading.STATE).values()
        if before != after:
            raise StaleRevision("la base a été nettoyée pendant la lecture : recommencer")

    def close(self) -> None:
        self._asking.shutdown(wait=False, cancel_futures=True)
        self._connection.close()

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
