"""Cancelling leaves nothing half-done: neither in the store nor among the processes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import
from tests.drawing import AUTHOR
from tests.importers.workbooks import write_xlsx

_ROWS = 20_000


def register(path: Path) -> Path:
    """A register long enough to be interrupted."""
    rest = '"A";"2010-01-01";"0001-01-01";"93010"'
    head = '"id";"titre";"position";"date_creat";"date_disso";"adrs_codeinsee"\n'
    body = "".join(f'"W9{number:08}";"ASSOCIATION {number}";{rest}\n' for number in range(_ROWS))
    path.write_text(head + body, encoding="utf-8")
    return path


def test_progress_may_cancel(repository: Repository, tmp_path: Path) -> None:
    """A page cancels so: what it is told may raise."""

    class CancelledError(Exception):
        """The user has had enough."""

    def tell(what: str, done: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        run_import(
            repository,
            IMPORTERS["rna"],
            [register(tmp_path / "rna.csv")],
            author=AUTHOR,
            progress=tell,
        )
    assert repository.store.revision() == 0


def test_an_interrupt_writes_nothing(tmp_path: Path) -> None:
    """Ctrl-C while rows are read: a message, code 1, an empty store."""
    store = f"sqlite:///{tmp_path / 'graph.db'}"
    command = [sys.executable, "-c", "from api.cli import main; main()"]
    arguments = ["import", "rna", str(register(tmp_path / "rna.csv")), "--store", store]
    process = subprocess.Popen(
        command + arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    database = tmp_path / "graph.db"
    while not database.exists() and process.poll() is None:
        time.sleep(0.01)  # the store is opened just before rows are read
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=120)
    assert (process.returncode, "rien n'a été écrit" in told) == (1, True)
    opened = SqliteStore(database)
    assert opened.revision() == 0
    opened.close()


def test_the_reader_of_a_workbook_ends_with_its_import(
    repository: Repository, tmp_path: Path
) -> None:
    """A row that stops the import stops the child process too."""
    rows = [["Action", "Commune"], *([f"Atelier {n}", "Bondy"] for n in range(5000))]
    rows[10] = ["Atelier", "185057800608491"]
    path = write_xlsx(tmp_path / "suivi.xlsx", {"Suivi": rows})
    with pytest.raises(Exception, match="bénéficiaires"):
        run_import(repository, IMPORTERS["table"], [path], author=AUTHOR)
    listed = subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "args="],
        capture_output=True,
        text=True,
        check=False,
    )
    assert str(path) not in listed.stdout
