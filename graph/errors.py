"""Every error that a user can cause or meet, in one tree.

MaillageError
├── InvalidData        a fact, file or argument that breaks a rule (code tells which)
├── UnknownReference   an id, label or code that names nothing
├── AmbiguousReference a label or code that names several entities
├── RevertRefused      later change sets touch the same facts
└── StoreError
    ├── StoreUnreachable  the store cannot be opened, read or written
    └── StaleRevision     somebody else wrote first (retried inside, seldom seen)

Messages are French: they are read by users. ``code`` is stable and read by programs.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from graph.changes.revert import Blocker


class Place(NamedTuple):
    """Where in a user's input something stands: file, row (1 = header line) and column."""

    file: str | None = None
    row: int | None = None
    column: str | None = None

    def at_column(self, column: str | None) -> "Place":
        """The same row, at one of its columns."""
        return Place(self.file, self.row, column)


NOWHERE = Place()


class MaillageError(Exception):
    """Base of all errors shown to users.

    ``message`` is French and says what is wrong and how to mend it; ``place`` says where.
    """

    code = "ERROR"

    def __init__(self, message: str, *, code: str | None = None, place: Place = NOWHERE) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        where = [
            part
            for part in (
                self.place.file,
                f"ligne {self.place.row}" if self.place.row is not None else None,
                f"colonne « {self.place.column} »" if self.place.column else None,
            )
            if part
        ]
        return f"{', '.join(where)} : {self.message}" if where else self.message


class InvalidData(MaillageError):
    """A fact, file or argument breaks a rule; nothing was written."""

    code = "INVALID_DATA"


class UnknownReference(MaillageError):
    """An id, code, label or alias that names nothing known."""

    code = "UNKNOWN_REFERENCE"


class AmbiguousReference(MaillageError):
    """A code, label or alias that names several entities; the message lists them."""

    code = "AMBIGUOUS_REFERENCE"

    def __init__(self, message: str, candidates: Sequence[str]) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class RevertRefused(MaillageError):
    """A change set cannot be taken back while later ones rest on its facts.

    ``blockers`` are these facts, each with the revision that stated it, newest first.
    """

    code = "REVERT_REFUSED"

    def __init__(
        self, message: str, *, code: str | None = None, blockers: "Sequence[Blocker]" = ()
    ) -> None:
        super().__init__(message, code=code)
        self.blockers = tuple(blockers)


class StoreError(MaillageError):
    """The store failed; nothing was half-written."""

    code = "STORE_ERROR"


class StoreUnreachable(StoreError):
    """The store cannot be opened, read or written."""

    code = "STORE_UNREACHABLE"


class StaleRevision(StoreError):
    """The store moved on since the change set was checked: check it again."""

    code = "STALE_REVISION"
