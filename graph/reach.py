"""Whether a store answers: what lets readers go on without it, and find it again."""

from datetime import UTC, datetime
from threading import Lock
from time import monotonic

_PAUSE_SECONDS = 2.0


class Reach:
    """Remembers when a store last answered. Threads may share it.

    While it does not, one caller every two seconds tries again; the others need not wait for
    what may be a long silence.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._answered = datetime.now(UTC)
        self._try_again: float | None = None
        """When to try (monotonic seconds), None while the store answers."""

    @property
    def stale_since(self) -> datetime | None:
        """When the store last answered, if it does not any more."""
        return None if self._try_again is None else self._answered

    def should_try(self) -> bool:
        """Whether this caller should ask the store."""
        with self._lock:
            now = monotonic()
            if self._try_again is not None and now < self._try_again:
                return False
            if self._try_again is not None:
                self._try_again = now + _PAUSE_SECONDS
            return True

    def answered(self) -> None:
        """The store answered."""
        with self._lock:
            self._answered, self._try_again = datetime.now(UTC), None

    def failed(self) -> None:
        """The store did not answer."""
        with self._lock:
            self._try_again = monotonic() + _PAUSE_SECONDS
