"""``maillage import document``: a corrected reading applied as one change set."""

from hashlib import sha256
from pathlib import Path

from graph.errors import InvalidData, Place
from importers.document.apply import Confirmed, SourceDocument
from importers.document.exchange import read_reading
from importers.reading.archives import refusals

NAME = "document"
"""The source of the command; its files are read by ``maillage read`` first."""


def confirmed_reading(paths: list[Path], reading: Path | None) -> Confirmed:
    """The document and its reading, as the options name them.

    Raises InvalidData when the reading is missing, or cannot be read.
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
    title = facts.framework.title if facts.framework and facts.framework.title else path.stem
    return Confirmed(SourceDocument(sha256(content).hexdigest(), title), facts)
