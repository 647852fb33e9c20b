"""Rows of a delimited text, the delimiter found by what the first lines agree on."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain, islice

from graph.errors import InvalidData, Place
from graph.progress import watched
from importers.base import READING
from importers.reading.archives import Member
from importers.reading.text import MOST_LINE, encoding_of, lines

_DELIMITERS = ";,\t|"
_LOOKED_AT = 30

NumberedRow = tuple[int, list[str]]


def delimited_rows(member: Member, delimiter: str | None = None) -> Iterator[NumberedRow]:
    """Rows with their numbers (the first is 1), blank ones left out.

    Raises InvalidData for bytes that are no delimited text, or one that stops within a row.
    """
    csv.field_size_limit(MOST_LINE)
    with member.open() as stream:
        encoding = encoding_of(stream, member.file)
    with member.open() as stream, closing(lines(stream, encoding, member.file)) as text:
        first = list(islice(text, _LOOKED_AT))
        seen = _Watched(chain(first, text))
        reader = csv.reader(seen, delimiter=delimiter or _delimiter(first), strict=True)
        row, width, cells = 0, 0, list[str]()
        try:
            for row, cells in enumerate(watched(reader, READING, every=20_000), start=1):
                width = max(width, len(cells))
                if any(cell and not cell.isspace() for cell in cells):
                    yield row, cells
        except csv.Error:
            raise InvalidData(
                "le fichier s'arrête dans une cellule ou ses guillemets ne se répondent pas : "
                "le copier de nouveau, ou vérifier les guillemets de cette ligne",
                code="INVALID_CSV",
                place=Place(member.file, row + 1),
            ) from None
        if len(cells) < width and not seen.last.endswith(("\n", "\r")):
            raise InvalidData(
                f"le fichier s'arrête dans cette ligne, à la cellule {len(cells)} sur {width} : le "
                "copier de nouveau",
                code="TRUNCATED",
                place=Place(member.file, row),
            )


class _Watched:
    """Lines that go by; the last one is kept."""

    def __init__(self, text: Iterable[str]) -> None:
        self._text = iter(text)
        self.last = ""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.last = next(self._text)
        return self.last


def _delimiter(first: list[str]) -> str:
    """The mark that cuts most of the first lines into the same number of cells, the most cells
    when several do."""

    def agreement(mark: str) -> tuple[int, int]:
        try:
            widths = Counter(map(len, csv.reader(first, delimiter=mark)))
        except csv.Error:
            return 0, 0
        width, lines_ = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
        return (lines_ * width, width) if width > 1 else (0, 0)

    return max(_DELIMITERS, key=agreement)
