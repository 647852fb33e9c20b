"""Run as a script in a process of its own: a workbook's cells to JSON lines on stdout.

    python sheet_child.py WORKBOOK

A workbook of one kilobyte may name cells so far apart that reading it takes all memory and
ends the process without an exception: ``limited`` runs it. Each sheet is a
line ``{"sheet", "merged"}`` then one line per row that is not blank, ``[number, cells]``; cells
are texts. A refusal is a line ``{"error"}``. It imports nothing of the product.
"""

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine

_MOST_UNFOLDED = 1_000_000_000
_FORMULA = re.compile(
    rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A formula whose value was never computed."""


def main() -> None:
    """Write the sheets of the workbook named first."""
    for line in _lines(sys.argv[1]):
        sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")


def _lines(path: str) -> Iterator[Any]:
    error = _refusal(path)
    if error:
        yield {"error": error}
        return
    try:
        book = python_calamine.load_workbook(path)
    except Exception:
        yield {"error": "broken"}
        return
    for meta in book.sheets_metadata:
        if meta.visible is not python_calamine.SheetVisibleEnum.Visible:
            continue
        sheet = book.get_sheet_by_name(meta.name)
        row, column = sheet.start or (0, 0)
        yield {"sheet": meta.name, "merged": _merged(sheet)}
        for number, cells in enumerate(sheet.iter_rows(), start=row + 1):
            texts = [""] * column + [_text(cell) for cell in cells]
            while texts and not texts[-1].strip():
                texts.pop()
            if texts:
                yield [number, texts]


def _merged(sheet: Any) -> list[tuple[int, int, int, int]]:
    """First and last row and column of each merged range, rows from 1 and columns from 0."""
    ranges = sheet.merged_cell_ranges or []
    return [(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges]


def _refusal(path: str) -> str | None:
    """Why a workbook is refused before it is read, if it is."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _MOST_UNFOLDED:
                return "too large"
            for entry in entries:
                if entry.filename.startswith("xl/worksheets/") and _has_formula(archive, entry):
                    return "formula"
    except zipfile.BadZipFile:
        return "broken"
    return None


def _has_formula(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    kept = b""
    with archive.open(entry) as stream:
        while chunk := stream.read(1 << 20):
            if _FORMULA.search(kept + chunk):
                return True
            kept = chunk[-200:]
    return False


def _text(cell: Any) -> str:
    match cell:
        case str():
            return cell
        case bool():
            return "oui" if cell else "non"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case date() | datetime() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
    return str(cell)


if __name__ == "__main__":
    main()
