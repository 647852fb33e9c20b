"""Where questions are answered: threads of their own for light and for heavy ones.

Heavy questions cannot take the threads of light ones, and only so many wait: one more is told
to come back. Python runs one thread at a time and lets the next in after five milliseconds, so
that few heavy threads also mean a short wait for each light one.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from typing import TypeVar

from api.graphql.budget import Budget
from api.graphql.limits import exceeded
from graph.errors import MaillageError

Result = TypeVar("Result")


class Busy(MaillageError):
    """Too many questions wait already."""

    code = "TOO_BUSY"


class Lane:
    """A bounded number of threads, before which a bounded number of questions wait."""

    def __init__(self, name: str, threads: int, waiting: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._room = BoundedSemaphore(threads + waiting)
        self._waiting = waiting

    async def run(self, work: Callable[[], Result], budget: Budget) -> Result:
        """Do some work in a thread of the lane, within what is left of the budget.

        The work itself looks at its budget: what does not keeps its thread to its end, but not
        the client. Raises Busy when too many wait, InvalidData when the time is over.
        """
        if not self._room.acquire(blocking=False):
            raise Busy(
                f"{self._waiting} questions attendent déjà une réponse : réessayer dans quelques "
                "secondes"
            )
        done = self._pool.submit(work)
        done.add_done_callback(lambda _: self._room.release())
        try:
            return await asyncio.wait_for(asyncio.wrap_future(done), budget.seconds)
        except TimeoutError:
            raise exceeded("seconds") from None
