"""Reading a document: its bytes to a text, and the text to a reading. Nothing is stored."""

import hashlib
from typing import NamedTuple

from graph.view import DayView
from importers.base import Progress
from importers.document.finding.find import find
from importers.document.guard import check_text
from importers.document.model import Reading
from importers.document.parsing.files import text_of
from importers.document.structure.clean import clean

MOST_CHARACTERS = 3_000_000
"""Characters of a text that are read; a convention of 100 pages has 300,000."""


class ReadDocument(NamedTuple):
    """A document as it was read.

    ``text`` is what passages quote; ``sha256`` is of the bytes; ``kind`` is *convention*, *fiche
    action*, *délibération*, *page* or *guide*.
    """

    text: str
    reading: Reading
    sha256: str
    kind: str
    title: str


def read_document(
    name: str, content: bytes, view: DayView | None, progress: Progress
) -> ReadDocument:
    """Read the bytes of a document called ``name``.

    ``view`` is the graph whose actors are known by name, None for none. ``progress`` is told of
    pages and may raise to cancel. Raises InvalidData: not a document, no text, too large
    (``parsing.files``), or data about beneficiaries.
    """
    text = text_of(name, content, progress)[:MOST_CHARACTERS]
    laid = clean(text)
    check_text(laid, name)
    progress("lecture du texte", 0)
    found = find(laid, view)
    digest = hashlib.sha256(content).hexdigest()
    reading = found.reading.model_copy(update={"sha256": digest})
    return ReadDocument(text, reading, digest, found.kind, found.title)
