"""Columns that grow at their end without being copied, shared by views of successive revisions."""

from collections.abc import Mapping
from threading import Lock
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Column: TypeAlias = NDArray[Any]

_SHARE, _LEAST = 16, 1024
"""Free rows: one for so many that are used, and at least so many."""


class Room:
    """Columns with free rows after the last one.

    A view reads the first rows and never sees the others. Free rows are given once, to the
    view that holds all the rows before them. Threads may share it.
    """

    def __init__(self, columns: Mapping[str, Column]) -> None:
        self._used = len(next(iter(columns.values())))
        self._size = self._used + max(_LEAST, self._used // _SHARE)
        self._columns = {name: grown(column, self._size) for name, column in columns.items()}
        self._lock = Lock()

    def columns(self, rows: int) -> dict[str, Column]:
        """The first rows of all columns; nothing is copied."""
        return {name: column[:rows] for name, column in self._columns.items()}

    def add(self, rows: int, added: Mapping[str, Column]) -> bool:
        """Write further rows after the first ``rows``; False when they are given or too few."""
        end = rows + len(next(iter(added.values())))
        with self._lock:
            if rows != self._used or end > self._size:
                return False
            self._used = end
        for name, column in self._columns.items():
            column[rows:end] = added[name]
        return True


def grown(column: Column, size: int, fill: int = 0) -> Column:
    """A copy of a column with room for ``size`` values."""
    copied = np.full(size, fill, dtype=column.dtype)
    copied[: len(column)] = column
    return copied
