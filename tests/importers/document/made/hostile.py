"""A hundred files that try to be something else than a document."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tests.importers.document.made.office import docx, odt, zipped
from tests.importers.document.made.pdf import assembled, pdf_of_pages

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TEXT = "Convention entre la CAF du Cher et la Ville de Vierzon."
_LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >> /ID [(a) (a)]" % (
    b"x" * 32,
    b"y" * 32,
)


class Hostile(NamedTuple):
    """A file; ``code`` is that of its refusal, None when it may also be read."""

    name: str
    content: bytes
    code: str | None


@cache
def hostile_files() -> list[Hostile]:
    """The files."""
    return [*_truncated(), *_archives(), *_pdfs(), *_others()]


def _truncated() -> Iterator[Hostile]:
    """Whole documents that stop anywhere: what is left may be read, or is refused."""
    for suffix, whole, step in (
        ("pdf", pdf_of_pages([[_TEXT] * 20] * 3), 25),
        ("docx", docx([_TEXT] * 20), 22),
        ("odt", odt([_TEXT] * 20), 22),
    ):
        for part in range(1, step):
            content = whole[: len(whole) * part // step]
            yield Hostile(f"cut-{part}.{suffix}", content, None)


def _archives() -> Iterator[Hostile]:
    document = "word/document.xml"
    entity = (
        f'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document {_W}>&a;</w:document>'
    )
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(9))
    laughing = f"<!DOCTYPE w [{laughs}]><w:document {_W}>&l8;</w:document>"
    deep = f"<w:document {_W}>" + "<w:p>" * 1000 + "</w:p>" * 1000 + "</w:document>"
    for suffix, part in (("docx", document), ("odt", "content.xml")):
        yield Hostile(f"external-entity.{suffix}", zipped({part: entity}), "INVALID_DOCUMENT")
        yield Hostile(f"billion-laughs.{suffix}", zipped({part: laughing}), "INVALID_DOCUMENT")
        yield Hostile(f"nested.{suffix}", zipped({part: deep}), "INVALID_DOCUMENT")
        yield Hostile(f"not-xml.{suffix}", zipped({part: "\x00\x01"}), "INVALID_DOCUMENT")
        yield Hostile(f"bomb.{suffix}", _bomb(part), "ARCHIVE_TOO_LARGE")
        yield Hostile(f"locked.{suffix}", _flagged(part), "ENCRYPTED")
        yield Hostile(f"crc.{suffix}", _spoilt(part), "INVALID_DOCUMENT")
    manifest = "<manifest:encryption-data/>"
    locked = zipped({"content.xml": "?", "META-INF/manifest.xml": manifest})
    yield Hostile("password.odt", locked, "ENCRYPTED")
    yield Hostile("empty.docx", docx([""]), "NO_TEXT")
    yield Hostile("pictures-alone.docx", zipped({document: f"<w:document {_W}/>"}), "NO_TEXT")
    yield Hostile("other.zip", zipped({"a.csv": "a,b"}), "UNKNOWN_DOCUMENT")


def _pdfs() -> Iterator[Hostile]:
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    kids = b" ".join(b"3 0 R" for _ in range(10_000))
    many = b"<< /Type /Pages /Count 10000 /Kids [%s] >>" % kids
    yield Hostile("10000-pages.pdf", assembled([catalogue, many, page]), "DOCUMENT_TOO_LONG")
    one = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    yield Hostile("no-text.pdf", assembled([catalogue, one, page]), "NO_TEXT")
    image = zlib.compress(bytes(30_000))
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceRGB "
        b"/BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
        % (len(image), image)
    )
    shown = b"<< /Length 30 >>\nstream\nq 500 0 0 500 0 0 cm /I Do Q   \nendstream"
    scan = page[:-2] + b"/Contents 5 0 R /Resources << /XObject << /I 4 0 R >> >> >>"
    yield Hostile("scan.pdf", assembled([catalogue, one, scan, picture, shown]), "NO_TEXT")
    nested = b"[" * 1000 + b"]" * 1000
    yield Hostile("nested.pdf", assembled([catalogue, one, page, nested]), "NO_TEXT")
    loop = b"<< /Type /Pages /Count 2 /Kids [2 0 R 3 0 R] >>"
    yield Hostile("loop.pdf", assembled([catalogue, loop, page]), None)
    yield Hostile("no-root.pdf", assembled([b"null"]), "INVALID_DOCUMENT")
    yield Hostile("locked.pdf", pdf_of_pages([[_TEXT]], _LOCKED), "ENCRYPTED")
    unfolded = zlib.compress(bytes(20_000_000))
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
    heavy = page[:-2] + b"/Contents 4 0 R >>"
    bomb = assembled([catalogue, one, heavy, stream % (len(unfolded), unfolded)])
    yield Hostile("bomb.pdf", bomb, None)
    yield Hostile("garbage.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40, "INVALID_DOCUMENT")


def _others() -> Iterator[Hostile]:
    yield Hostile("empty.txt", b"", "EMPTY_FILE")
    yield Hostile("blank.txt", b" \n\n ", "EMPTY_FILE")
    yield Hostile("nul.txt", b"Convention\x00\x01", "UNKNOWN_DOCUMENT")
    yield Hostile("picture.png", b"\x89PNG\r\n" + bytes(50), "NO_TEXT")
    yield Hostile("picture.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "NO_TEXT")
    yield Hostile("old.doc", b"\xd0\xcf\x11\xe0" + bytes(50), "UNKNOWN_DOCUMENT")
    yield Hostile("rich.rtf", b"{\\rtf1 Convention}", "UNKNOWN_DOCUMENT")
    yield Hostile("large.txt", b"a" * 60_000_001, "DOCUMENT_TOO_LARGE")


def _bomb(part: str) -> bytes:
    """A part that unfolds to 160 MB."""
    out = io.BytesIO()
    archive = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with archive, archive.open(part, "w", force_zip64=True) as stream:
        for _ in range(20):
            stream.write(bytes(8_000_000))
    return out.getvalue()


def _flagged(part: str) -> bytes:
    """An archive whose part says that it is encrypted."""
    content = bytearray(zipped({part: "<a/>"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


def _spoilt(part: str) -> bytes:
    """An archive whose part is not what its sum says."""
    content = bytearray(zipped({part: f"<w:document {_W}>{'a' * 3000}</w:document>"}))
    content[content.index(b"PK\x01\x02") + 16] ^= 0xFF
    return bytes(content)
