"""Ctrl-C during an import: it stops at once, until the store is written to; never half-way."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from graph.progress import WRITING, Progress

_WRITING_GOES_ON = (
    "\nL'écriture est commencée : elle va à son terme, en un seul lot que « maillage revert » "
    "annule.\n"
)


@contextmanager
def interruptible(progress: Progress) -> Iterator[Progress]:
    """A progress to tell instead, inside which Ctrl-C raises KeyboardInterrupt until WRITING.

    From then on Ctrl-C only says that writing goes on: stopped by chance before or after the
    store has it, nobody could say whether it was written.
    """
    is_writing = is_interrupted = False

    def tell(phase: str, done: int) -> None:
        nonlocal is_writing
        if is_interrupted:  # what the handler raised was lost, as in a destructor
            raise KeyboardInterrupt
        is_writing = is_writing or phase == WRITING
        progress(phase, done)

    def on_interrupt(*_: object) -> None:
        nonlocal is_interrupted
        if not is_writing:
            is_interrupted = True
            raise KeyboardInterrupt
        os.write(2, _WRITING_GOES_ON.encode())  # what a handler may do whatever it interrupts

    if threading.current_thread() is not threading.main_thread():
        yield tell
        return
    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield tell
    finally:
        signal.signal(signal.SIGINT, before)
