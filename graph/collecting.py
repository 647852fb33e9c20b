"""Sparing Python's cycle collector the very many records of a graph.

Facts hold no cycles and stay, so that the collector, run at every few hundred new objects,
finds nothing and walks all of them again: a quarter of the time of a large import.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No cycle is collected inside; what was on before is on afterwards."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def settle() -> None:
    """Spare the collector all that stands now: it does not walk it again.

    For what is large and stays, as an opened view: a full collection over it holds every thread
    for as long as it lasts (70 ms at 100,000 initiatives). What was spared before and is no
    longer used is collected first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
