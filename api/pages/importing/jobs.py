"""Imports under way: read and checked in a thread of their own, then applied on demand."""

import secrets
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Literal

from graph.errors import MaillageError
from graph.repository import Repository
from importers import IMPORTERS, Report, run_import

State = Literal["CHECKING", "CHECKED", "WRITING", "WRITTEN", "REFUSED"]
_MOST_JOBS = 20


@dataclass
class Job:
    """One import: where its files are, how far it is, what it would do or did."""

    id: str
    source: str
    folder: Path
    names: tuple[str, ...]
    state: State = "CHECKING"
    step: str = "lecture"
    done: int = 0
    report: Report | None = None
    error: MaillageError | None = None
    lock: Lock = field(default_factory=Lock)

    @property
    def is_running(self) -> bool:
        """Whether its page will change by itself."""
        return self.state in ("CHECKING", "WRITING")

    def progress(self, step: str, done: int) -> None:
        """What is being read, and how many rows are done."""
        self.step, self.done = step, done


class Jobs:
    """The imports of one application; the oldest ones are forgotten with their files."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()

    def get(self, id_: str) -> Job | None:
        """An import by its id."""
        return self._jobs.get(id_)

    def check(self, source: str, files: Sequence[tuple[str, bytes]]) -> Job:
        """Keep the files and check them in the background; nothing is written."""
        folder = Path(tempfile.mkdtemp(prefix="maillage-import-"))
        received = folder / "fichiers reçus"
        received.mkdir()
        names = []
        for name, content in files:
            safe = Path(name.replace("\\", "/")).name or "fichier"
            (received / safe).write_bytes(content)
            names.append(safe)
        job = Job(secrets.token_urlsafe(12), source, folder, tuple(names))
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _MOST_JOBS:
                self._forget()
        self._start(job, "CHECKED", dry_run=True)
        return job

    def apply(self, job: Job, author: str) -> None:
        """Write an import that was checked; once."""
        with job.lock:
            if job.state != "CHECKED":
                return
            job.state = "WRITING"
        self._start(job, "WRITTEN", dry_run=False, author=author)

    def _start(self, job: Job, then: State, *, dry_run: bool, author: str = "") -> None:
        def run() -> None:
            try:
                job.report = run_import(
                    self._repository,
                    IMPORTERS[job.source],
                    _paths(job),
                    author=author,
                    dry_run=dry_run,
                    progress=job.progress,
                )
                job.state = then
            except MaillageError as error:
                job.error, job.state = error, "REFUSED"
            finally:
                if job.state in ("WRITTEN", "REFUSED"):
                    shutil.rmtree(job.folder, ignore_errors=True)

        _in_background(run)

    def _forget(self) -> None:
        """The oldest one that is not at work."""
        for id_, job in self._jobs.items():
            if not job.is_running:
                shutil.rmtree(job.folder, ignore_errors=True)
                del self._jobs[id_]
                return
        return


def _in_background(run: Callable[[], None]) -> None:
    Thread(target=run, daemon=True).start()


def _paths(job: Job) -> list[Path]:
    """A format of several tables reads their folder, the others each file."""
    received = job.folder / "fichiers reçus"
    if job.source == "bundle":
        return [received]
    return [received / name for name in job.names]
