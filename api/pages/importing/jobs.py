"""Imports under way: read and checked in a thread of their own, then applied on demand."""

import logging
import secrets
import shutil
import tempfile
import weakref
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Literal

from graph.errors import InvalidData, MaillageError
from graph.progress import WRITING, Stopped, followed
from graph.repository import Repository
from importers import IMPORTERS, Importer, ListImporter, Report, run_import
from importers.editions import UnsureEdition
from importers.table import TableImporter
from importers.table.layout import Guess, Layout, guesses

State = Literal["CHECKING", "CHECKED", "UNSURE", "WRITING", "WRITTEN", "REFUSED", "STOPPED"]

_MOST_JOBS = 20
_LONGEST_NAME = 200
_RECEIVED = "fichiers reçus"
"""The folder of a trial's files: a bundle, which is a folder, is named so in the journal."""
RUNNING: tuple[State, ...] = ("CHECKING", "WRITING")
"""States that change by themselves."""
_ON_TRIAL: tuple[State, ...] = ("CHECKED", "UNSURE")
"""States that keep the files: the trial may be checked again, or given up."""
_ENDED = ("WRITTEN", "REFUSED", "STOPPED")

_log = logging.getLogger(__name__)


@dataclass
class Job:
    """One import: where its files are, how far it is, what it would do or did.

    ``layout`` and ``guesses`` are what is given and understood of a table's columns, ``named`` is
    the list that the file is an edition of, when its user said it.
    """

    id: str
    source: str
    names: tuple[str, ...]
    layout: Layout
    named: str
    folder: Path
    state: State = "CHECKING"
    phase: str = "lecture"
    done: int = 0
    report: Report | None = None
    error: MaillageError | None = None
    unsure: UnsureEdition | None = None
    guesses: Sequence[Guess] = ()
    is_stopping: bool = False
    is_past_stopping: bool = False
    lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.forget_files = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        """Erases its files; at the latest when the application ends."""

    @property
    def is_running(self) -> bool:
        """Whether its page will change by itself."""
        return self.state in RUNNING

    @property
    def is_stoppable(self) -> bool:
        """Whether it is at work and would still stop."""
        return self.is_running and not self.is_stopping and not self.is_past_stopping

    @property
    def received(self) -> Path:
        """The folder of its files."""
        return self.folder / _RECEIVED

    @property
    def paths(self) -> list[Path]:
        """A format of several tables reads their folder, the others each file."""
        if self.source == "bundle":
            return [self.received]
        return [self.received / name for name in self.names]

    @property
    def importer(self) -> Importer | ListImporter:
        """What reads it."""
        return TableImporter(self.layout) if self.is_table else IMPORTERS[self.source]

    @property
    def is_table(self) -> bool:
        """Whether its columns are guessed, or given by a mapping."""
        return self.source == TableImporter.name

    def own(self, file: str) -> str:
        """A file as its user named it."""
        return file.removeprefix(f"{self.received}/").replace(str(self.received), "fichiers")

    def progress(self, phase: str, done: int) -> None:
        """Note how far it is. Raises Stopped when a stop was asked for before it writes."""
        with self.lock:
            self.phase, self.done = phase, done
            if self.is_past_stopping:
                return
            if self.is_stopping:
                raise Stopped("interrompu : rien n'a été écrit")
            self.is_past_stopping = phase == WRITING

    def stop(self) -> None:
        """Stop it, or forget its trial; without effect once it writes."""
        with self.lock:
            if self.is_running:
                self.is_stopping = not self.is_past_stopping
            elif self.state in _ON_TRIAL:
                self.end("STOPPED")

    def end(self, state: State) -> None:
        """Let go of its files when they serve no more."""
        self.state = state
        if state in _ENDED:
            self.forget_files()


class Jobs:
    """The imports of one application; the oldest ones are forgotten with their files."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()

    def get(self, id_: str) -> Job | None:
        """An import by its id."""
        return self._jobs.get(id_)

    def check(
        self, source: str, files: Sequence[tuple[str, bytes]], layout: Layout, named: str
    ) -> Job:
        """Keep the files and check them in the background; nothing is written.

        Raises InvalidData when two files have one name.
        """
        content_of = {_safe(name): content for name, content in files}
        if len(content_of) < len(files):
            raise InvalidData("deux fichiers portent le même nom : en renommer un")
        folder = Path(tempfile.mkdtemp(prefix="maillage-import-"))
        job = Job(secrets.token_urlsafe(12), source, tuple(content_of), layout, named, folder)
        job.received.mkdir()
        for name, content in content_of.items():
            (job.received / name).write_bytes(content)
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _MOST_JOBS and self._forget():
                pass
        self._start(job, "CHECKED", dry_run=True)
        return job

    def check_again(self, job: Job, *, layout: Layout | None = None, named: str = "") -> None:
        """Check a trial anew with its columns or its list given; nothing is written."""
        with job.lock:
            if job.state not in _ON_TRIAL:
                return
            job.state = "CHECKING"
            job.layout, job.named = layout or job.layout, named or job.named
        self._start(job, "CHECKED", dry_run=True)

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
                if job.is_table:
                    job.guesses = _guessed(job)
                job.report = run_import(
                    self._repository,
                    job.importer,
                    job.paths,
                    author=author,
                    dry_run=dry_run,
                    named=job.named,
                    asks=True,
                    progress=job.progress,
                )
                with job.lock:  # a stop heard too late to raise is still one: nothing is written
                    job.end("STOPPED" if job.is_stopping else then)
            except Stopped:
                job.end("STOPPED")
            except UnsureEdition as error:
                job.error, job.unsure = _told(job, error), error
                job.end("UNSURE")
            except MaillageError as error:
                job.error = _told(job, error)
                job.end("REFUSED")
            except Exception:
                _log.exception("import %s", job.id)
                job.error = MaillageError(
                    "une erreur interne est survenue : prévenir la personne qui tient Maillage",
                    code="INTERNAL",
                )
                job.end("REFUSED")

        _in_background(run)

    def _forget(self) -> bool:
        """Forget the oldest one that is not at work, if any."""
        for id_, job in self._jobs.items():
            if not job.is_running:
                job.forget_files()
                del self._jobs[id_]
                return True
        return False


def _in_background(run: Callable[[], None]) -> None:
    Thread(target=run, daemon=True).start()


def _guessed(job: Job) -> list[Guess]:
    with followed(job.progress):
        return [guess for path in job.paths for guess in guesses(path, job.layout)]


def _told(job: Job, error: MaillageError) -> MaillageError:
    """The error without the folder where files wait."""
    place = error.place
    file = None if place.file is None else job.own(place.file)
    return MaillageError(error.message, code=error.code, place=place._replace(file=file))


def _safe(name: str) -> str:
    """A name of a file for one folder: no path, no invisible character, not too long."""
    bare = "".join(char for char in Path(name.replace("\\", "/")).name if char.isprintable())
    stem, dot, suffix = bare.rpartition(".")
    while len(bare.encode()) > _LONGEST_NAME and len(stem) > 1:
        stem = stem[:-1]
        bare = f"{stem}{dot}{suffix}"
    return bare if bare.strip(". ") else "fichier"
