"""Reading a document: its bytes to a text, and the text to a reading. Nothing is stored."""

import hashlib
import re
from typing import NamedTuple

from graph.errors import InvalidData, Place
from graph.view import DayView
from importers.base import Progress
from importers.document.finding.find import find
from importers.document.guard import check_text
from importers.document.model import Reading
from importers.document.parsing.files import text_of
from importers.document.structure.clean import clean

MOST_CHARACTERS = 1_000_000
"""Characters of a text that is read; a convention of 100 pages has 300,000."""
_NO_WORD = re.compile(r"\S{2000}")
_BAD_ACCENTS = re.compile(r"Ã[©¨ª§´®¢¹»]|â€[™œ“]|\ufffd")
_FEW = 3


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
    text = text_of(name, content, progress)
    _check_is_prose(name, text)
    laid = clean(text)
    check_text(laid, name)
    progress("lecture du texte", 0)
    found = find(laid, view)
    digest = hashlib.sha256(content).hexdigest()
    reading = found.reading.model_copy(update={"sha256": digest})
    return ReadDocument(text, reading, digest, found.kind, found.title)


def _check_is_prose(name: str, text: str) -> None:
    """Raise InvalidData for a text too long, without words, or whose accents are lost."""
    if len(text) > MOST_CHARACTERS:
        raise InvalidData(
            f"le texte a {len(text)} caractères, plus que {MOST_CHARACTERS} : n'en garder que la "
            "convention elle-même",
            code="DOCUMENT_TOO_LARGE",
            place=Place(name),
        )
    if endless := _NO_WORD.search(text):
        raise InvalidData(
            "une suite de plus de 2 000 caractères sans espace n'est pas un texte : ôter ce "
            "passage, ou enregistrer le document de nouveau depuis un traitement de texte",
            code="INVALID_DOCUMENT",
            place=Place(name, text.count("\n", 0, endless.start()) + 1),
        )
    if len(_BAD_ACCENTS.findall(text[:20_000])) > _FEW:
        raise InvalidData(
            "les accents sont illisibles (signes étranges au lieu des lettres accentuées) : ouvrir "
            "le fichier dans son "
            "logiciel d'origine et l'enregistrer en UTF-8, en DOCX ou en PDF",
            code="INVALID_ENCODING",
            place=Place(name),
        )
