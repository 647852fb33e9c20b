"""One reading in progress, as it is kept on disk: see ``works`` for the files."""

import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from api.work_folders import META
from importers.document.exchange import parse_reading
from importers.document.model import FrameworkFact, Reading
from importers.document.review import Added, Answer, Choice, located, with_added
from importers.document.review.paths import FRAMEWORK


@dataclass(frozen=True)
class Document:
    """A document as it was read, with the facts that a person added."""

    title: str
    kind: str
    sha256: str
    text: str
    reading: Reading


@dataclass(frozen=True)
class About:
    """What a person says of the document itself; empty fields stand as they were read."""

    title: str = ""
    date: str = ""
    reference: str = ""
    keep_text: bool = False


@dataclass(frozen=True)
class Review:
    """A person's answers by path; ``added`` are the facts that the reader missed, ``settled`` the
    contradictions that were looked at."""

    answers: dict[str, Answer] = field(default_factory=dict)
    added: tuple[Added, ...] = ()
    settled: frozenset[str] = frozenset()
    about: About = About()


@dataclass(frozen=True)
class Work:
    """One reading in progress: ``document`` is None while it is read, ``error`` why it was not."""

    id: str
    name: str
    since: datetime
    document: Document | None
    error: str | None
    review: Review

    @property
    def title(self) -> str:
        """The document's title, or the file's name."""
        read = self.document.title if self.document else ""
        return self.review.about.title or read or self.name


def load(place: Path) -> Work:
    """The work of a folder."""
    meta = read_json(place / META)
    document, error = place / "document.json", place / "error.json"
    answers = place / "answers.json"
    review = _review(read_json(answers)) if answers.is_file() else Review()
    return Work(
        place.name,
        meta["name"],
        datetime.fromisoformat(meta["since"]),
        _document(read_json(document), review) if document.is_file() else None,
        read_json(error)["message"] if error.is_file() else None,
        review,
    )


def _document(stored: dict[str, Any], review: Review) -> Document:
    reading = parse_reading(stored["reading"])
    if reading.framework is None:  # something for a person to name: all facts hang on it
        named = FrameworkFact(title=stored["title"])
        reading = reading.model_copy(update={"framework": named})
    return Document(**{**stored, "reading": with_added(reading, review.added)})


def _review(stored: dict[str, Any]) -> Review:
    answers = {
        path: Answer(None if choice is None else Choice(choice), fact)
        for path, (choice, fact) in stored["answers"].items()
    }
    added = tuple(Added(list_, fact) for list_, fact in stored.get("added", ()))
    return Review(answers, added, frozenset(stored["settled"]), About(**stored["about"]))


def review_json(review: Review) -> dict[str, Any]:
    """A review as JSON values."""
    return {
        "answers": {path: [each.choice, each.fact] for path, each in review.answers.items()},
        "added": [[each.list, dict(each.fact)] for each in review.added],
        "settled": sorted(review.settled),
        "about": asdict(review.about),
    }


def answered(review: Review, path: str, answer: Answer) -> Review:
    """The review with one more answer."""
    return replace(review, answers={**review.answers, path: answer})


def with_fact(work: Work, added: Added) -> Review:
    """The review with one more fact; one that was added already, sent twice, is kept once."""
    review = work.review
    if added.list == FRAMEWORK:  # one of its dates: kept, and refused, as any other
        end = f"{FRAMEWORK}.end"
        return answered(replace(review, added=(*review.added, added)), end, Answer(Choice.KEEP))
    if work.document is not None:
        (fact,) = getattr(with_added(Reading(), [added]), added.list)
        for each in located(work.document.reading):
            if each.fact == fact:
                return answered(review, each.path, Answer(Choice.KEEP))
    return replace(review, added=(*review.added, added))


def kept(review: Review, paths: Iterable[str]) -> Review:
    """The review, the facts of these paths kept as they stand."""
    for path in paths:
        earlier = review.answers.get(path, Answer(None))
        review = answered(review, path, earlier._replace(choice=Choice.KEEP))
    return review


def read_json(path: Path) -> Any:
    """The JSON of a file."""
    return orjson.loads(path.read_bytes())


def write_json(path: Path, value: object) -> None:
    """Write a file as a whole or not at all; nothing when its folder is gone."""
    if not path.parent.is_dir():
        return
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    draft.write_bytes(orjson.dumps(value))
    os.replace(draft, path)
