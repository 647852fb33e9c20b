"""Readings in progress, kept on disk: a closed browser or a server started again loses nothing.

A folder each, readable by the server's user alone, gone when its reading is applied or abandoned:

- ``meta.json``: the file's name and when it came;
- ``original``: the file, until it is read; ``given.json``: a reading that came with it;
- ``document.json``: what was read, or ``error.json``: why it was not;
- ``answers.json``: what a person said so far.
"""

import logging
import secrets
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from api.pages.convention.work import Review, Work, load, read_json, review_json, write_json
from api.work_folders import META, WORK_ID, works_in
from graph.dates import today
from graph.errors import InvalidData, MaillageError
from graph.repository import Repository
from graph.system_errors import french
from importers.document.exchange import parse_reading, read_reading, write_reading
from importers.document.read import read_document
from importers.document.review import check_added, check_some, check_source

_PRIVATE = 0o700
_INTERNAL = "erreur interne pendant la lecture : l'incident est noté"
_log = logging.getLogger(__name__)


class Works:
    """The readings in progress of one server."""

    def __init__(self, folder: Path, repository: Repository) -> None:
        self._folder = folder
        self._repository = repository
        self._lock = Lock()
        self._running: dict[str, tuple[str, int]] = {}

    def begin(self, name: str, content: bytes, reading: bytes | None) -> str:
        """Keep a file and read it in the background; the id of its work.

        ``reading`` is one that was made elsewhere, taken instead of the text's own. Raises
        InvalidData when it is none or says to be of another file, or when the folder cannot be
        written.
        """
        given = None if reading is None else _given(content, reading)
        id_ = secrets.token_urlsafe(12)
        place = self._folder / id_
        try:
            self._folder.mkdir(_PRIVATE, parents=True, exist_ok=True)
            place.mkdir(_PRIVATE)
            (place / "original").write_bytes(content)
            if given is not None:
                write_json(place / "given.json", given)
            write_json(place / META, {"name": name, "since": datetime.now(UTC).isoformat()})
        except OSError as error:
            raise InvalidData(
                f"le dossier des lectures en cours ne s'écrit pas, {french(error)} : en choisir un "
                "autre par la variable MAILLAGE_WORK",
                code="UNWRITABLE",
            ) from None
        self._start(id_)
        return id_

    def all(self) -> list[Work]:
        """Every work, the newest first."""
        return sorted(self._found(), key=lambda each: (each.since, each.id), reverse=True)

    def get(self, id_: str) -> Work | None:
        """A work; its reading begins again when the server stopped in the middle."""
        place = self._folder / id_
        if not WORK_ID.fullmatch(id_) or not (place / META).is_file():
            return None
        work = load(place)
        if work.document is None and work.error is None:
            self._start(id_)
        return work

    def progress(self, id_: str) -> tuple[str, int]:
        """What is being read, and how much of it is done."""
        return self._running.get(id_, ("lecture", 0))

    def change(self, id_: str, change: Callable[[Work], Review]) -> None:
        """Change a person's answers."""
        place = self._folder / id_
        with self._lock:
            if (place / META).is_file():
                write_json(place / "answers.json", review_json(change(load(place))))

    def forget(self, id_: str) -> None:
        """Delete a work with all that it holds."""
        if WORK_ID.fullmatch(id_):
            with self._lock:
                shutil.rmtree(self._folder / id_, ignore_errors=True)

    def _found(self) -> Iterator[Work]:
        for place in works_in(self._folder):
            yield load(place)

    def _start(self, id_: str) -> None:
        with self._lock:
            if id_ in self._running:
                return
            self._running[id_] = ("lecture", 0)
        Thread(target=self._run, args=(id_,), daemon=True).start()

    def _run(self, id_: str) -> None:
        place = self._folder / id_

        def progress(step: str, done: int) -> None:
            self._running[id_] = (step, done)

        try:
            name = read_json(place / META)["name"]
            view = self._repository.view().on(today())
            read = read_document(name, (place / "original").read_bytes(), view, progress)
            given, reading = place / "given.json", read.reading
            if given.is_file():
                reading = parse_reading(read_json(given))
                check_some(read.text, reading)
            shown = {
                "title": read.title,
                "kind": read.kind,
                "sha256": read.sha256,
                "text": read.text,
                "reading": write_reading(reading),
            }
            write_json(place / "document.json", shown)
        except MaillageError as error:
            # The page names the file already.
            told = MaillageError(error.message, place=error.place._replace(file=None))
            write_json(place / "error.json", {"message": str(told)})
        except Exception:
            if place.is_dir():  # else somebody abandoned it meanwhile
                _log.exception("reading of %s", id_)
                write_json(place / "error.json", {"message": _INTERNAL})
        finally:
            # A file that is refused may hold what nobody may keep.
            (place / "original").unlink(missing_ok=True)
            self._running.pop(id_, None)


def _given(content: bytes, reading: bytes) -> dict[str, Any]:
    """A reading that was made elsewhere, when it may be of this file."""
    facts = read_reading(reading, "lecture")
    check_source(sha256(content).hexdigest(), facts, "lecture")
    check_added(facts, "lecture")
    return write_reading(facts)
