"""A store that serves one territory's part of the graph, and only reads it."""

from datetime import datetime
from time import monotonic, sleep

from graph.changes import Plan
from graph.errors import StoreError
from graph.stores.base import ChangeRecord
from graph.stores.neo4j import cypher
from graph.stores.neo4j.connection import Run
from graph.stores.neo4j.scope import find_root, past_refused, read_only, scoped_snapshot
from graph.stores.neo4j.store import Neo4jStore
from graph.view.columns import Delta, Snapshot

_WAIT_SECONDS = 60.0
_PAUSE_SECONDS = 0.2


class ScopedNeo4jStore(Neo4jStore):
    """The part of a graph that answers about one territory rest on (``scope``)."""

    def __init__(self, url: str, territory: str) -> None:
        super().__init__(url)
        try:
            self._root, self.scope = self._connection.read(lambda run: find_root(run, territory))
        except BaseException:
            self.close()
            raise

    def revision_at(self, moment: datetime) -> int:
        revision = super().revision_at(moment)
        if revision != self.revision():
            raise past_refused()
        return revision

    def snapshot(self, revision: int) -> Snapshot:
        """The scope at the newest revision, read while nobody writes a long change set."""

        def read(run: Run) -> tuple[Snapshot, bool]:
            [before] = run(cypher.scope.STATE_OF_SCOPE)
            made = scoped_snapshot(run, before[0], self._root)
            [after] = run(cypher.scope.STATE_OF_SCOPE)
            is_whole = made.revision >= revision and not before[-1]
            return made, before == after and is_whole

        end = monotonic() + _WAIT_SECONDS
        while True:
            made, is_steady = self._connection.read(read)
            if is_steady:
                return made
            if monotonic() > end:
                raise StoreError(
                    "la base change sans cesse depuis plus d'une minute : réessayer plus tard",
                    code="STORE_BUSY",
                )
            self._writer.sweep()
            sleep(_PAUSE_SECONDS)

    def delta(self, since: int, until: int) -> Delta:  # noqa: ARG002
        """What changed may bring other facts into the scope: the view is built anew."""
        return Delta(until, [], [], [], [], same_as_changed=True)

    def write(self, plan: Plan) -> ChangeRecord:  # noqa: ARG002
        """Refused: what is not seen cannot be checked."""
        raise read_only()
