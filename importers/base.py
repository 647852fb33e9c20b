"""What an importer is, and how it tells its progress."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from graph.changes import Operation
from graph.progress import Progress, no_progress

__all__ = ["PROGRESS_EVERY", "READING", "Importer", "Progress", "no_progress"]

READING = "lecture"
"""The phase in which files become operations."""
PROGRESS_EVERY = 200
"""Rows between two calls of ``progress``: the slowest lists read 2,000 in a second."""


class Importer(Protocol):
    """Reads files of one format into operations; it neither checks the graph nor writes."""

    name: str
    label: str

    def read(self, paths: Sequence[Path], progress: Progress) -> Iterator[Operation]:
        """Operations of the files in order; ``progress`` is told of each file's rows.

        Raises InvalidData naming file, row and column for what cannot be read.
        """
