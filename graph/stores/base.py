"""What a store must do. It keeps versions of facts; it neither checks nor answers questions.

Every version carries the revision that wrote it and the one that ended it, so a snapshot of
any past revision can be read. A revision becomes visible whole or not at all.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from graph.changes import Plan
from graph.errors import InvalidData
from graph.ontology import EntityKind
from graph.records import Entity, Relation
from graph.view.columns import Delta, Snapshot

if TYPE_CHECKING:
    from graph.stores.history import History

_CHANGE_ID = re.compile(r"cs([1-9][0-9]{0,14})")


class ChangeRecord(NamedTuple):
    """One change set as the journal tells it; ``time`` is aware (UTC)."""

    id: str
    revision: int
    author: str
    time: datetime
    origin: str
    message: str
    reverts: str | None
    created: int
    changed: int
    retracted: int


class Version(NamedTuple):
    """One version of a fact: written by a revision, ended by a later one or standing.

    ``said`` is the revision that first stated it (a revert restores facts said earlier).
    A same-as judgement is a pair (id, into).
    """

    fact: Entity | Relation | tuple[str, str]
    said: int
    written: int
    ended: int | None


class Store(Protocol):
    """A place where facts are kept. Methods raise StoreUnreachable when it cannot be used."""

    scope: str | None
    """The territory whose part of the graph it gives, None for the whole; then it only reads."""

    def revision(self) -> int:
        """The last published revision; 0 for an empty store."""

    def revision_at(self, moment: datetime) -> int:
        """The last revision published at or before a moment (aware); 0 when there is none."""

    def snapshot(self, revision: int) -> Snapshot:
        """All facts that stood at a revision."""

    def delta(self, since: int, until: int) -> Delta:
        """What began and ended after revision ``since`` up to ``until``."""

    def write(self, plan: Plan) -> ChangeRecord:
        """Write a plan as the next revision, durably and atomically.

        Raises StaleRevision when the store is no longer at ``plan.base``, InvalidData
        (KIND_CONFLICT) when a new id was once given to another kind.
        """

    def touched(self, revision: int) -> list[Version]:
        """Every version that a revision wrote or ended."""

    def change(self, id_: str) -> ChangeRecord | None:
        """The journal's entry with this id."""

    def journal(self, first: int | None = None, before: int | None = None) -> list[ChangeRecord]:
        """Entries, newest first, at most ``first``, of revisions below ``before``."""

    def change_count(self) -> int:
        """How many change sets there are."""

    def history(self) -> "History":
        """All that was ever kept up to the last revision, read in one consistent state.

        The store must not be used by the same thread meanwhile.
        """

    def restore(self, history: "History") -> None:
        """Write a history into an empty store, whole or not at all.

        Raises InvalidData (STORE_NOT_EMPTY) when the store holds anything.
        """

    def close(self) -> None:
        """Let go of files and connections."""


def change_id(revision: int) -> str:
    """The id of the change set that a revision published."""
    return f"cs{revision}"


def revision_of(change: str) -> int | None:
    """The revision named by a change set's id, or None when it is no such id."""
    match = _CHANGE_ID.fullmatch(change)
    return int(match[1]) if match else None


def kind_conflict(plan: Plan, id_: str, kind: EntityKind) -> InvalidData:
    """The refusal of a new id that was once given to an entity of another kind."""
    return InvalidData(
        f"« {id_} » a déjà servi pour un {kind.label} : choisir un autre identifiant",
        code="KIND_CONFLICT",
        place=plan.place(id_).at_column("kind"),
    )


def moment_text(moment: datetime) -> str:
    """UTC, at a fixed width so that texts sort as moments."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_after(last: datetime | None) -> str:
    """Now, or just after the last entry when the clock went back: times follow revisions."""
    now = datetime.now(UTC)
    return moment_text(now if last is None else max(now, last + timedelta(microseconds=1)))


def change_record(
    revision: int,
    author: str,
    time: str,
    origin: str,
    message: str,
    reverts: str | None,
    created: int,
    changed: int,
    retracted: int,
) -> ChangeRecord:
    """The journal's entry of a row, its columns in this order in every store."""
    return ChangeRecord(
        change_id(revision),
        revision,
        author,
        datetime.fromisoformat(time),
        origin,
        message,
        reverts,
        created,
        changed,
        retracted,
    )
