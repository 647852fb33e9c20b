"""Run as a script in a process of its own: where the words of a PDF stand, as JSON lines.

    python pdf_child.py FILE

A line ``{"pages": n}``, then for each page ``[width, height, segments]``: runs of characters of one
line without a wide gap, each ``[text, left, bottom, right, top]`` in points from the bottom left.
A refusal is a line ``{"error"}``. It imports nothing of the product.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_MOST_PAGES = 1000
_WIDE = 1.1
"""A gap of so many heights of a character ends a run: the next cell or column."""
_LINE = 0.5
"""A change of so many heights begins another line."""
_HYPHEN = 0x02
"""What PDFium tells for the hyphen that cuts a word at a line's end."""

Segment = list[Any]


def main() -> None:
    """Write the pages of the file named first."""
    for line in _lines(sys.argv[1]):
        sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")


def _lines(path: str) -> Iterator[Any]:
    try:
        document = pypdfium2.PdfDocument(path)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        yield {"error": "encrypted" if locked else "broken"}
        return
    if count > _MOST_PAGES:
        yield {"error": "too long"}
        return
    yield {"pages": count}
    for number in range(count):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            yield [0, 0, []]
            continue
        yield [page.get_width(), page.get_height(), _segments(text)]
        text.close()
        page.close()


def _segments(text: Any) -> list[Segment]:
    found: list[Segment] = []
    run: Segment | None = None
    raw, box = text.raw, pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code in (0, 10, 13) or pdfium.FPDFText_IsGenerated(raw, index) == 1:
            if run is not None and code == 32 and not run[0].endswith(" "):
                run[0] += " "
            continue
        if 0xD800 <= code <= 0xDFFF:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, index, box):
            continue
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        char = "-" if code == _HYPHEN else chr(code)
        height = max(top - bottom, 1.0)
        if (
            run is not None
            and abs(bottom - run[2]) < _LINE * height
            and (-2 * height < left - run[3] < _WIDE * height)
        ):
            if left - run[3] > 0.18 * height and not run[0].endswith(" ") and char != " ":
                run[0] += " "
            run[0] += char
            run[3], run[4] = max(run[3], right), max(run[4], top)
        elif char != " ":
            run = [char, left, bottom, right, top]
            found.append(run)
    return [run for run in found if run[0].strip()]


if __name__ == "__main__":
    main()
