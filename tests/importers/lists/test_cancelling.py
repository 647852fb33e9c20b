"""Cancelling leaves nothing half-done: neither in the store nor among the processes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.progress import WRITING, Progress, Stopped, followed
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import
from importers.reading.child import lines_of
from tests.drawing import AUTHOR
from tests.importers.lists.conftest import Import
from tests.importers.workbooks import write_xlsx
from tests.interrupting import check_interrupt


def register(path: Path, count: int) -> Path:
    """A register of so many associations."""
    rest = '"A";"2010-01-01";"0001-01-01";"93010"'
    head = '"id";"titre";"position";"date_creat";"date_disso";"adrs_codeinsee"\n'
    body = "".join(f'"W9{number:08}";"ASSOCIATION {number}";{rest}\n' for number in range(count))
    path.write_text(head + body, encoding="utf-8")
    return path


PHASES = (
    "lecture de rna.csv",
    "rapprochement",
    "comparaison avec l'édition précédente",
    "vérification",
    WRITING,
)


@pytest.mark.parametrize("phase", PHASES)
def test_each_phase_may_be_cancelled(
    vocabularies: Repository, import_list: Import, tmp_path: Path, phase: str
) -> None:
    """A page cancels so: what it is told may raise, until the store is written to."""
    path = register(tmp_path / "rna.csv", 1000)
    import_list("rna", [register(tmp_path / "rna.csv", 600)])
    revision = vocabularies.store.revision()
    register(path, 1000)

    def tell(told: str, done: int) -> None:
        if told == phase:
            raise Stopped("assez")

    with pytest.raises(Stopped):
        run_import(vocabularies, IMPORTERS["rna"], [path], author=AUTHOR, progress=tell)
    assert vocabularies.store.revision() == revision
    assert vocabularies.view().row("act:rna-w900000700") is None


def test_no_phase_is_silent(vocabularies: Repository, tmp_path: Path) -> None:
    """What is told often is stopped at once: less than a second of work between two tellings."""
    silences = []
    last = time.thread_time()

    def tell(phase: str, done: int) -> None:
        nonlocal last
        now = time.thread_time()
        silences.append((now - last, phase))
        last = now

    path = register(tmp_path / "rna.csv", 10_000)
    for dry_run in (True, False):
        run_import(
            vocabularies, IMPORTERS["rna"], [path], author=AUTHOR, dry_run=dry_run, progress=tell
        )
    assert max(silences)[0] < 0.5, max(silences)
    assert {*PHASES} - {phase for _, phase in silences} == {PHASES[2]}


def test_an_interrupt_writes_nothing(tmp_path: Path) -> None:
    """Ctrl-C in a terminal while rows are read: a message, code 1, an empty store."""
    database = tmp_path / "graph.db"
    path = register(tmp_path / "rna.csv", 60_000)
    command = [sys.executable, "-c", _FROM_A_TERMINAL]
    arguments = ["import", "rna", str(path), "--store", f"sqlite:///{database}"]
    process = subprocess.Popen(
        command + arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while not database.exists() and process.poll() is None:
        time.sleep(0.01)  # the store is opened just before rows are read
    told = interrupted(process)
    assert process.returncode == 1
    assert "Interrompu : rien n'a été écrit." in told
    opened = SqliteStore(database)
    assert opened.revision() == 0
    opened.close()


_FROM_A_TERMINAL = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from api.cli import main
main()
"""
"""What runs in the background of a script begins with Ctrl-C ignored; a terminal's does not."""


def interrupted(process: "subprocess.Popen[str]") -> str:
    """What it says when it is interrupted; again should the first time fall where Python loses
    exceptions."""
    for _ in range(3):
        process.send_signal(signal.SIGINT)
        try:
            return process.communicate(timeout=10)[1]
        except subprocess.TimeoutExpired:
            continue
    process.kill()
    return process.communicate()[1]


@pytest.mark.parametrize("phase", ["lecture de rna.csv", "vérification", WRITING])
def test_an_interrupt_counts_until_the_store_is_written_to(
    repository: Repository, tmp_path: Path, capfd: pytest.CaptureFixture[str], phase: str
) -> None:
    """From then on nobody is told that nothing was written: it is, and may be reverted."""
    path = register(tmp_path / "rna.csv", 1000)

    def run(progress: Progress) -> None:
        run_import(repository, IMPORTERS["rna"], [path], author=AUTHOR, progress=progress)

    check_interrupt(repository, capfd, phase, run)


def test_a_stop_is_heard_while_a_workbook_is_silent(tmp_path: Path) -> None:
    """Its reader may be busy for minutes before the first row."""
    silent = subprocess.Popen(["sleep", "60"], stdout=subprocess.PIPE)

    def tell(phase: str, done: int) -> None:
        raise Stopped("assez")

    with pytest.raises(Stopped), followed(tell):
        next(lines_of(silent))
    silent.kill()
    silent.communicate()


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
