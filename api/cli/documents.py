"""``maillage import document``: a corrected reading applied as one change set."""

from hashlib import sha256
from pathlib import Path

from graph.errors import InvalidData, Place
from importers import Progress
from importers.document.apply import Confirmed, SourceDocument
from importers.document.exchange import read_reading
from importers.document.parsing.files import text_of
from importers.document.review import check_added, check_passages, check_source
from importers.reading.archives import refusals

NAME = "document"
"""The source of the command; its files are read by ``maillage read`` first."""


def confirmed_reading(
    paths: list[Path], reading: Path | None, progress: Progress, *, keep_text: bool
) -> Confirmed:
    """The document and its reading, as the options name them.

    Raises InvalidData when the document or its reading is missing, cannot be read, or when the
    reading is of another document, quotes what this one does not say, or names a person.
    """
    if len(paths) != 1:
        raise InvalidData("un document à la fois, avec sa lecture (--reading)", code="USAGE")
    (path,) = paths
    if reading is None:
        raise InvalidData(
            "un document s'importe par sa lecture, qu'une personne a relue : l'écrire par "
            f"« maillage read {path.name} --json > lecture.json », la corriger, puis ajouter "
            "--reading lecture.json",
            code="MISSING_READING",
            place=Place(str(path)),
        )
    with refusals(path), path.open("rb") as stream:
        content = stream.read()
    with refusals(reading), reading.open("rb") as stream:
        facts = read_reading(stream.read(), str(reading))
    digest = sha256(content).hexdigest()
    check_source(digest, facts, str(reading))
    check_added(facts, str(reading))
    text = text_of(str(path), content, progress)
    check_passages(text, facts, str(reading))
    title = facts.framework.title if facts.framework and facts.framework.title else path.stem
    source = SourceDocument(digest, title, text=text if keep_text else None)
    return Confirmed(source, facts)
