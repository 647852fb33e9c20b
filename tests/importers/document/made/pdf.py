"""PDFs written by hand: lines of text on pages, in a standard font."""

from collections.abc import Iterable, Sequence


def pdf_of_pages(pages: Sequence[Sequence[str]], trailer: bytes = b"") -> bytes:
    """A PDF whose pages hold these lines, 11 points each under the other."""
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids: list[int] = []
    for lines in pages:
        content = b"BT /F1 9 Tf 50 790 Td 14 TL\n" + b"".join(map(_shown, lines)) + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    references = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (references, len(kids))
    return assembled(objects, trailer)


def assembled(objects: Iterable[bytes], trailer: bytes = b"") -> bytes:
    """Numbered objects as a PDF file, the first one its catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        len(places) + 1,
        trailer,
        start,
    )
    return bytes(out)


def _shown(line: str) -> bytes:
    text = line.encode("cp1252", "replace")
    for char in b"\\()":
        text = text.replace(bytes([char]), b"\\" + bytes([char]))
    return b"(%s) Tj T*\n" % text
