"""How far a long task is, and how it is stopped.

Whoever starts a task says who follows it (``followed``); what lasts tells it from its loops
(``watched``), so that what stands between the two needs no parameter for it. The follower may
raise: the task then stops where it is, having written nothing. ``WRITING`` is told once, just
before a store is written to; a follower that lets it pass no longer stops the task.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import TypeAlias, TypeVar

from graph.errors import MaillageError

Progress: TypeAlias = Callable[[str, int], None]
"""Called now and then with the phase (French) and how many rows or facts of it are done."""

WRITING = "écriture"
_EVERY = 500
"""Items between two calls: none takes a millisecond, so that a stop is heard at once."""

_Item = TypeVar("_Item")


class Stopped(MaillageError):
    """A task was stopped by who follows it, before it wrote anything."""

    code = "STOPPED"


def no_progress(phase: str, done: int) -> None:
    """Tell nobody."""


_follower: ContextVar[Progress] = ContextVar("follower", default=no_progress)


@contextmanager
def followed(progress: Progress) -> Iterator[None]:
    """Tell ``progress`` of what is done inside, in this thread."""
    token = _follower.set(progress)
    try:
        yield
    finally:
        _follower.reset(token)


def tell(phase: str, done: int = 0) -> None:
    """Tell whoever follows; raises what they raise."""
    _follower.get()(phase, done)


def watched(items: Iterable[_Item], phase: str, every: int = _EVERY) -> Iterator[_Item]:
    """The same items, told every so many to whoever follows; raises what they raise.

    Items are taken by as many at once: one by one would cost more than many a loop does.
    """
    progress = _follower.get()
    source, done = iter(items), 0
    while some := list(islice(source, every)):
        yield from some
        done += len(some)
        if len(some) == every:
            progress(phase, done)
