"""Bytes to lines of text: a BOM says it, else strict UTF-8, else Windows-1252.

A statistical guess is wrong too often on short French files; these three steps never are on
the files that spreadsheets and administrations write.
"""

import codecs
import io
import re
from collections.abc import Generator
from typing import IO

from graph.errors import InvalidData, Place
from graph.ontology.values import shown
from graph.progress import tell
from importers.base import READING

MOST_LINE = 1_000_000
"""Characters in a line; a longer one is not a row of a list."""
_CHUNK = 1 << 20
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_FALLBACK = "cp1252"
_FOREIGN = re.compile(
    rb"[A-Za-z]*(?:[A-Za-z][\x82-\x84\x88-\x8a]|[a-z]\x8e|\x87[a-z]|[\x81\x8d\x8f\x90\x9d])"
)
"""What Windows-1252 has no accent for, where a word has one: « santé » in MS-DOS's code pages or on
an old Macintosh. Its own « … », « ’ », « œ » and « – » are none of these."""
_ACCENTS = bytes(range(0xE0, 0xFD))
"""Small letters with accents in Windows-1252."""


def encoding_of(stream: IO[bytes], file: str) -> str:
    """The encoding of a whole stream, which is read to its end once in constant memory.

    Raises InvalidData for bytes that are no text (NUL_BYTE) and for an empty file.
    """
    chunk = stream.read(_CHUNK)
    if len(chunk) < _CHUNK and not chunk.strip():
        raise InvalidData(
            "le fichier est vide : il faut une ligne d'en-tête",
            code="EMPTY_FILE",
            place=Place(file),
        )
    for bom, name in _BOMS.items():
        if chunk.startswith(bom):
            return name
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    is_utf8 = True
    foreign, accents, sample = 0, 0, b""
    while chunk:
        tell(READING)
        if b"\x00" in chunk:
            raise InvalidData(
                "le fichier n'est pas du texte : l'enregistrer en CSV UTF-8",
                code="NUL_BYTE",
                place=Place(file),
            )
        if is_utf8:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                is_utf8 = False
        if not is_utf8:
            found = _FOREIGN.findall(chunk)
            foreign, sample = foreign + len(found), sample or b"".join(found[:1])
            accents += len(chunk) - len(chunk.translate(None, _ACCENTS))
        chunk = stream.read(_CHUNK)
    if is_utf8:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            is_utf8 = False
    if foreign > accents:
        raise InvalidData(
            f"les accents ne se lisent pas (« {shown(sample.decode(_FALLBACK, 'replace'))} ») : le "
            "fichier est sans doute un « CSV (MS-DOS) » ou « CSV (Macintosh) ». Le rouvrir dans le "
            "tableur et l'enregistrer sous le type « CSV UTF-8 »",
            code="WRONG_ENCODING",
            place=Place(file),
        )
    return "utf-8" if is_utf8 else _FALLBACK


def lines(stream: IO[bytes], encoding: str, file: str) -> Generator[str, None, None]:
    """Lines with their ends; InvalidData names the first that is no line of text."""
    errors = "replace" if encoding == _FALLBACK else "strict"
    reader = io.TextIOWrapper(stream, encoding, errors, newline="")
    row = 0
    try:
        while line := reader.readline(MOST_LINE + 1):
            row += 1
            if len(line) > MOST_LINE:
                raise InvalidData(
                    f"la ligne dépasse {MOST_LINE} caractères : ce n'est pas une liste",
                    code="LINE_TOO_LONG",
                    place=Place(file, row),
                )
            yield line
    except UnicodeError:
        raise InvalidData(
            "la ligne ne se lit pas comme du texte : enregistrer le fichier en CSV UTF-8",
            code="WRONG_ENCODING",
            place=Place(file, row + 1),
        ) from None
    finally:
        reader.detach()
