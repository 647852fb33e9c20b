"""The text of a document, whatever holds it; what cannot be read is refused with a remedy."""

import codecs
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import InvalidData, Place
from importers.base import Progress
from importers.document.parsing.layout import Page, Segment, text_of_pages
from importers.reading.child import Reader, Refusal, told_by

MOST_BYTES = 60_000_000
"""Bytes of a document: a signed convention, scans of its annexes included."""
_HERE = Path(__file__).parent
_COPY = "le fichier est abîmé ou incomplet : le copier de nouveau, ou l'enregistrer autrement"
_LOCKED = Refusal(
    "ENCRYPTED",
    "le document est protégé par un mot de passe : l'enregistrer sans protection, puis recommencer",
)
_KILLED = Refusal(
    "DOCUMENT_TOO_LARGE",
    "le document demande trop de mémoire ou de temps : n'en garder que la convention elle-même",
)
_PDF = Reader(
    _HERE / "pdf_child.py",
    most_bytes=1_000_000_000,
    most_seconds=120,
    errors={
        "broken": Refusal("INVALID_DOCUMENT", _COPY),
        "encrypted": _LOCKED,
        "too long": Refusal(
            "DOCUMENT_TOO_LONG",
            "le document dépasse 1 000 pages : n'en garder que la convention elle-même",
        ),
    },
    killed=_KILLED,
)
_OFFICE = Reader(
    _HERE / "office_child.py",
    most_bytes=1_000_000_000,
    most_seconds=60,
    errors={
        "broken": Refusal("INVALID_DOCUMENT", _COPY),
        "encrypted": _LOCKED,
        "unknown": Refusal(
            "UNKNOWN_DOCUMENT",
            "cette archive n'est ni un document DOCX ni un document ODT : en extraire le document "
            "(PDF, DOCX, ODT ou texte brut)",
        ),
        "too large": Refusal(
            "ARCHIVE_TOO_LARGE", "le document se déplie sans mesure : il est refusé"
        ),
        "too deep": Refusal(
            "INVALID_DOCUMENT",
            "le document a trop d'éléments les uns dans les autres : l'enregistrer de nouveau "
            "dans un traitement de texte",
        ),
        "entities": Refusal(
            "INVALID_DOCUMENT",
            "le document déclare des entités, ce qu'aucun traitement de texte ne fait : il est "
            "refusé",
        ),
    },
    killed=_KILLED,
)
_NO_TEXT = (
    "le document n'a pas de texte, seulement des images : le passer à la reconnaissance de "
    "caractères (OCR) et l'enregistrer en PDF avec texte, ou donner le fichier Word d'origine"
)
_PICTURE = (
    "ce fichier est une image, pas un PDF ni un texte, quel que soit son nom : la passer à la "
    "reconnaissance de caractères (OCR) et l'enregistrer en PDF avec texte, ou donner le fichier "
    "Word d'origine"
)
_OTHER_OFFICE = (
    "c'est un classeur ou un diaporama, que la lecture d'un texte ne lit pas ; elle lit les "
    "fichiers PDF, DOCX, ODT et le texte brut. Un tableau de suivi s'importe comme liste"
)
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_TEXT_PART = b"word/document.xml"
_OTHER_PARTS = (b"xl/workbook.", b"xl/worksheets/", b"ppt/presentation.xml")
_OTHER_OPEN = (b"opendocument.spreadsheet", b"opendocument.presentation")
_OLD = b"\xd0\xcf\x11\xe0"
_ORIGIN = "# Origine"
"""Begins the first line of a text kept apart from its document: it says where the text comes from,
and is no part of it."""
_LEAST_LETTERS = 12
"""Letters by page under which a PDF is taken for scans."""


def text_of(name: str, content: bytes, progress: Progress) -> str:
    """The text of a document's bytes, in reading order.

    ``progress`` is told of pages, and may raise to cancel. Raises InvalidData, which names the
    document, for what is no readable document, has no text, or is too much.
    """
    if len(content) > MOST_BYTES:
        raise _refused(name, "DOCUMENT_TOO_LARGE", _KILLED.message)
    if not content.strip():
        raise _refused(name, "EMPTY_FILE", "le fichier est vide")
    if b"%PDF-" in content[:1024]:
        return _of_pdf(name, content, progress)
    if content.startswith(b"PK"):
        return _of_office(name, content)
    return _of_plain(name, content)


def _of_pdf(name: str, content: bytes, progress: Progress) -> str:
    pages: list[Page] = []
    with _stored(content) as path, told_by(_PDF, path, name) as told:
        for line in told:
            if isinstance(line, dict):
                continue
            width, height, segments = line
            pages.append(Page(width, height, [Segment(*each) for each in segments]))
            progress("pages lues", len(pages))
    letters = sum(char.isalpha() for page in pages for each in page.segments for char in each.text)
    if letters < _LEAST_LETTERS:
        raise _refused(name, "NO_TEXT", _NO_TEXT)
    return text_of_pages(pages)


def _of_office(name: str, content: bytes) -> str:
    if _is_other_office(content):
        raise _refused(name, "UNKNOWN_DOCUMENT", _OTHER_OFFICE)
    with _stored(content) as path, told_by(_OFFICE, path, name) as told:
        text: str = next(told)["text"]
    if not text.strip():
        raise _refused(name, "NO_TEXT", _NO_TEXT)
    return text


def _is_other_office(content: bytes) -> bool:
    """Whether an archive, even one cut short, is a workbook or a presentation: entries' names and
    the declared type of OpenDocument stand in it uncompressed."""
    if any(kind in content[:200] for kind in _OTHER_OPEN):
        return True
    return _TEXT_PART not in content and any(part in content for part in _OTHER_PARTS)


def _of_plain(name: str, content: bytes) -> str:
    if content.startswith(_IMAGES):
        raise _refused(name, "NO_TEXT", _PICTURE)
    if content.startswith(_OLD):
        raise _refused(
            name,
            "UNKNOWN_DOCUMENT",
            "c'est un ancien document Word, ou un document protégé par un mot de passe : "
            "l'enregistrer en DOCX, ODT ou PDF, sans protection",
        )
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if b"\x00" in content or content.startswith(b"{\\rtf"):
        raise _refused(
            name,
            "UNKNOWN_DOCUMENT",
            "ce n'est ni un PDF, ni un DOCX, ni un ODT, ni du texte : l'enregistrer dans un de "
            "ces formats",
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return text.partition("\n")[2].lstrip() if text.startswith(_ORIGIN) else text


@contextmanager
def _stored(content: bytes) -> Iterator[Path]:
    """The bytes as a file that only this user may read, gone with the block."""
    with tempfile.TemporaryDirectory(prefix="maillage-") as folder:
        path = Path(folder) / "document"
        path.write_bytes(content)
        yield path


def _refused(name: str, code: str, message: str) -> InvalidData:
    return InvalidData(message, code=code, place=Place(name))
