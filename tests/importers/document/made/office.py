"""DOCX and ODT written by hand: paragraphs, bullets, tables; what must not be read beside them."""

import io
import zipfile
from collections.abc import Sequence
from typing import TypeAlias
from xml.sax.saxutils import escape

Table: TypeAlias = Sequence[Sequence[str]]
Block: TypeAlias = str | Table
"""A paragraph (``- `` makes it a bullet) or the rows of a table."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "text", "table")
)


def docx(blocks: Sequence[Block]) -> bytes:
    """A Word document; its header, its footer and a deleted sentence are noise."""
    body = "".join(_w_table(block) if _is_table(block) else _w_par(str(block)) for block in blocks)
    deleted = (
        "<w:p><w:del><w:r><w:delText>Le SIVU de Nulle-Part signe.</w:delText></w:r></w:del></w:p>"
    )
    noise = f"<w:hdr {_W}><w:p><w:r><w:t>CAF de Nulle-Part</w:t></w:r></w:p></w:hdr>"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {_W}><w:body>{body}{deleted}</w:body></w:document>",
            "word/header1.xml": noise,
            "word/footer1.xml": noise.replace("hdr", "ftr"),
        }
    )


def odt(blocks: Sequence[Block]) -> bytes:
    """A LibreOffice document; a comment and a deleted sentence are noise."""
    body = "".join(_o_table(block) if _is_table(block) else _o_par(str(block)) for block in blocks)
    noise = (
        "<text:tracked-changes><text:p>Le SIVU de Nulle-Part signe.</text:p></text:tracked-changes>"
        "<text:p><office:annotation><text:p>La CAF de Nulle-Part ?</text:p></office:annotation>"
        "</text:p>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}><office:body><office:text>"
            f"{noise}{body}</office:text></office:body></office:document-content>",
        }
    )


def zipped(parts: dict[str, str]) -> bytes:
    """A zip archive of texts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _is_table(block: Block) -> bool:
    return not isinstance(block, str)


def _w_par(text: str) -> str:
    bullet = text.startswith("- ")
    mark = "<w:pPr><w:numPr/></w:pPr>" if bullet else ""
    half = len(text) // 2  # Word cuts a sentence into runs wherever somebody typed
    runs = (text[2:half], text[half:]) if bullet else (text[:half], text[half:])
    said = "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in runs)
    return f"<w:p>{mark}{said}</w:p>"


def _w_table(table: Block) -> str:
    rows = (
        "".join(f"<w:tc>{''.join(map(_w_par, cell.splitlines()))}</w:tc>" for cell in row)
        for row in table
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _o_par(text: str) -> str:
    if text.startswith("- "):
        return (
            f"<text:list><text:list-item><text:p>{escape(text[2:])}</text:p></text:list-item>"
            "</text:list>"
        )
    return f"<text:p>{escape(text)}</text:p>"


def _o_table(table: Block) -> str:
    rows = (
        "".join(
            f"<table:table-cell>{''.join(map(_o_par, cell.splitlines()))}</table:table-cell>"
            for cell in row
        )
        for row in table
    )
    made = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f"<table:table>{made}</table:table>"
