"""Sheets of a workbook (XLSX, ODS, XLS), read by a child process within limits."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from importers.reading import archives
from importers.reading.child import Reader, Refusal, told_by
from importers.reading.delimited import NumberedRow

SUFFIXES = (".xlsx", ".xlsm", ".ods", ".xls")
_READER = Reader(
    Path(__file__).with_name("sheet_child.py"),
    most_bytes=3_000_000_000,
    most_seconds=300,
    errors={
        "broken": Refusal(
            "INVALID_SHEET",
            "le classeur est abîmé, incomplet ou protégé par un mot de passe : l'ouvrir dans un "
            "tableur et l'enregistrer de nouveau en XLSX",
        ),
        "formula": Refusal(
            "FORMULA",
            "le classeur a des formules sans valeur calculée : l'ouvrir dans un tableur, "
            "l'enregistrer, puis recommencer",
        ),
        "too large": Refusal(
            "ARCHIVE_TOO_LARGE", "le classeur se déplie sans mesure : il est refusé"
        ),
    },
    killed=Refusal(
        "SHEET_TOO_LARGE",
        "le classeur demande trop de mémoire ou de temps, souvent parce qu'une cellule est remplie "
        "très loin des autres : supprimer les lignes et colonnes vides, ou enregistrer la feuille "
        "en CSV UTF-8",
    ),
)


class Sheet(NamedTuple):
    """A sheet: its name, its rows with their numbers, and its merged ranges filled."""

    name: str
    rows: Iterator[NumberedRow]


def sheets(path: Path) -> Iterator[Sheet]:
    """The visible sheets in order; each must be read before the next.

    A column merged over several rows bears its value on each. Raises InvalidData for what is no
    workbook, or is more than the limits allow.
    """
    with archives.refusals(path), path.open("rb"):
        pass
    with told_by(_READER, path, str(path)) as told:
        first = next(told, None)
        while first is not None:
            name, merged = first["sheet"], first["merged"]
            after: list[Any] = []
            yield Sheet(name, _rows(told, merged, after))
            first = after[0] if after else None
            if not after:  # the reader left the sheet before its end
                first = next((line for line in told if isinstance(line, dict)), None)


def _rows(told: Iterator[Any], merged: list[list[int]], after: list[Any]) -> Iterator[NumberedRow]:
    """Rows until the next sheet, which is put in ``after``."""
    kept: dict[tuple[int, int], str] = {}
    for line in told:
        if isinstance(line, dict):
            after.append(line)
            return
        number, cells = line
        for top, left, bottom, right in merged:
            if top <= number <= bottom and left == right:
                if number == top:
                    kept[top, left] = cells[left] if left < len(cells) else ""
                else:
                    cells += [""] * (left + 1 - len(cells))
                    cells[left] = kept.get((top, left), "")
        yield number, cells
