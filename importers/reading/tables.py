"""Tables of a file, whatever holds them: delimited text, archive of texts, workbook."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from importers.reading.archives import members
from importers.reading.delimited import NumberedRow, delimited_rows
from importers.reading.sheets import SUFFIXES, sheets

TEXT_SUFFIXES = (".csv", ".tsv", ".txt")


class Table(NamedTuple):
    """Rows of cells with their numbers; ``file`` names the sheet or the member too."""

    file: str
    rows: Iterator[NumberedRow]


def opened_tables(path: Path, delimiter: str | None = None) -> Iterator[Table]:
    """The tables of a file in order; each must be read before the next.

    ``delimiter`` is given by formats that have no other. Raises InvalidData when unreadable.
    """
    if path.name.lower().endswith(SUFFIXES):
        for name, rows in sheets(path):
            yield Table(f"{path}, feuille « {name} »", rows)
    else:
        for member in members(path, TEXT_SUFFIXES):
            yield Table(member.file, delimited_rows(member, delimiter))
