"""What an importer is, and how it tells its progress."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

from graph.changes import Operation

Progress: TypeAlias = Callable[[str, int], None]
"""Called now and then with what is being read and how many rows are done."""

PROGRESS_EVERY = 5000


def no_progress(what: str, done: int) -> None:
    """Tell nobody."""


class Importer(Protocol):
    """Reads files of one format into operations; it neither checks the graph nor writes."""

    name: str
    label: str

    def read(self, paths: Sequence[Path], progress: Progress) -> Iterator[Operation]:
        """Operations of the files in order.

        Raises InvalidData naming file, row and column for what cannot be read.
        """
