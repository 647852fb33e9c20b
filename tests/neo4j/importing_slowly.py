"""A process that imports a bundle by very small batches; run as ``importing_slowly.py URL FOLDER``.

Its claim runs out soon after it is killed.
"""

import sys
from pathlib import Path

from graph.repository import Repository
from graph.stores.neo4j import Neo4jStore, claim, writer, writing
from tests.drawing import import_folder


def main(url: str, folder: Path) -> None:
    """Import, one row at a time."""
    writing.BATCH, writer._ONE_TRANSACTION, claim.LEASE_SECONDS = 1, 0, 3
    import_folder(Repository(Neo4jStore(url)), folder)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
