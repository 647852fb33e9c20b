"""A process that halts in a restore; run as ``restoring_halfway.py URL FILE COUNT``.

It prints a line once it has handed COUNT records to the store, then waits to be killed. A server
has had them by batches of one, under a claim that soon runs out.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from api.backup import read_backup
from graph.stores import open_store
from graph.stores.history import History, Kept
from graph.stores.neo4j import claim, writing


def halted(records: History, count: int) -> Iterator[Kept]:
    """The first records, and no more until the standard input ends."""
    for number, kept in enumerate(records):
        if number == count:
            print("halted", flush=True)
            sys.stdin.read()
        yield kept


def main(url: str, file: Path, count: int) -> None:
    """Restore, up to a record."""
    writing.BATCH, claim.LEASE_SECONDS = 1, 3
    open_store(url).restore(halted(read_backup(file), count))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
