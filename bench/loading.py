"""Import, opening and a small change of a realistic graph, beside bare csv + sqlite3.

    .venv/bin/python -m bench.loading [INITIATIVES]

The alternative (``bench.bare``) reads the same CSV, checks nothing, and leaves the very same rows
in the same tables with the same indexes; then it reads them back.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from bench.bare import insert_bundle, read_rows
from bench.generate import write_bundle
from bench.memory import peak_of
from graph.changes import ChangeSet, Operation, Retract, UpsertEntity, UpsertRelation
from graph.ontology import EntityKind, RelationType
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import

_RUNS = 3


def main() -> None:
    """Print the ratios as a Markdown table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_bundle(folder, count)
        ours, bare = folder / "ours.db", folder / "bare.db"
        print("| what | Maillage (s) | bare csv + sqlite3 (s) | ratio |")
        print("|---|---:|---:|---:|")
        _row(
            f"import of {count} initiatives",
            *_alternately(lambda: _import(folder, ours), lambda: _insert(folder, bare)),
        )
        _check_same(ours, bare)
        opened, read = _alternately(lambda: _open(ours), lambda: read_rows(bare))
        _row("opening the view", opened, read)
