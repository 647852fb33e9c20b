"""A store with its views: where the application reads and writes the graph.

Reading asks for the view of now or of a past moment; writing plans a change set against the
view, writes it, and brings the view up to date. Other processes' writes are seen at the next
call: the view catches up by revision. While the store is unreachable the last view still answers
(``stale_since`` says so) and writing is refused; the store is tried again by itself.
"""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from threading import Lock

from graph.changes import ChangeSet, Plan, plan_change
from graph.changes.revert import plan_revert, standing_revert
from graph.collecting import collector_paused, settle
from graph.errors import (
    InvalidData,
    RevertRefused,
    StaleRevision,
    StoreUnreachable,
    UnknownReference,
)
from graph.progress import WRITING, tell
from graph.reach import Reach
from graph.stores.base import ChangeRecord, Store, change_id
from graph.view import GraphView
from graph.view.build import build_view
from graph.view.update import updated

_PAST_VIEWS_KEPT = 4
_ATTEMPTS = 50
_LARGE = 20_000
"""Facts written at once above which bringing the view up to date is a full build."""


class Repository:
    """Reads and writes one store; threads may share it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._view: GraphView | None = None
        self._past: OrderedDict[int, GraphView] = OrderedDict()
        self._lock = Lock()
        self._writing = Lock()
        self._reach = Reach()

    @property
    def stale_since(self) -> datetime | None:
        """The moment (UTC) that answers are of when the store is unreachable, else None."""
        return self._reach.stale_since

    @property
    def scope(self) -> str | None:
        """The territory whose part of the graph is seen, None for the whole."""
        return self.store.scope

    def view(self, known_at: datetime | None = None) -> GraphView:
        """The graph as recorded now, or as it was recorded at a past moment (aware)."""
        if known_at is None:
            return self._reachable_or_last()
        revision = self.store.revision_at(known_at)
        if revision == self.store.revision():
            return self._current()
        with self._lock:
            if revision not in self._past:
                self._past[revision] = build_view(self.store.snapshot(revision))
                if len(self._past) > _PAST_VIEWS_KEPT:
                    self._past.popitem(last=False)
            self._past.move_to_end(revision)
            return self._past[revision]

    def _reachable_or_last(self) -> GraphView:
        """The view of now, or the last one while the store is unreachable."""
        last = self._view
        if last is not None and not self._reach.should_try():
            return last
        try:
            view = self._current()
        except StoreUnreachable:
            if last is None:
                raise
            self._reach.failed()
            return last
        self._reach.answered()
        return view

    def _current(self) -> GraphView:
        """The view brought to the revision that the store has now."""
        revision = self.store.revision()
        with self._lock:
            view = self._view
            if view is not None and view.revision > revision:  # another thread was quicker
                revision = self.store.revision()
            if view is not None and view.revision < revision:
                view = updated(view, self.store.delta(view.revision, revision))
            if view is None or view.revision > revision:
                with collector_paused():
                    view = build_view(self.store.snapshot(revision))
                if view.size > _LARGE:
                    settle()
            self._view = view
            return view

    def plan(self, change_set: ChangeSet) -> Plan:
        """What a change set would do; nothing is written. Raises as ``plan_change``."""
        return plan_change(self.view(), change_set)

    def apply(self, change_set: ChangeSet) -> tuple[ChangeRecord | None, Plan]:
        """Write a change set as one revision, unless it changes nothing (None then).

        Raises as ``plan_change``; nothing is written when it does.
        """
        return self._write(lambda view: plan_change(view, change_set))

    def revert(self, change: str, author: str) -> ChangeRecord:
        """Take a change set back as a new one.

        Raises UnknownReference, or RevertRefused naming the later change sets that touch
        the same facts.
        """
        found = self.store.change(change)
        if found is None:
            raise UnknownReference(f"aucun lot de modifications « {change[:40]} » au journal")
        undone = standing_revert(self.store.journal(), found.id)
        if undone is not None:
            raise RevertRefused(f"« {found.id} » est déjà annulé par « {change_id(undone)} »")
        record, _ = self._write(
            lambda view: plan_revert(view, found.id, self.store.touched(found.revision), author)
        )
        if record is None:
            raise InvalidData(f"« {found.id} » n'a rien laissé à défaire")
        return record

    def _write(self, make: Callable[[GraphView], Plan]) -> tuple[ChangeRecord | None, Plan]:
        for _ in range(_ATTEMPTS):
            with self._writing:
                plan = make(self._current())
                if plan.is_empty:
                    return None, plan
                tell(WRITING, len(plan.entities) + len(plan.relations))
                try:
                    record = self.store.write(plan)
                except StaleRevision:
                    continue
            if len(plan.entities) + len(plan.relations) > _LARGE:
                with self._lock:
                    self._view = None  # the next reader builds it: an import has none
            else:
                self._current()
            return record, plan
        raise StaleRevision("d'autres écrivent sans cesse dans la base : réessayer plus tard")

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()
