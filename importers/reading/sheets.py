"""Sheets of a workbook (XLSX, ODS, XLS), read by a child process within limits."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any, NamedTuple

from graph.errors import InvalidData, Place
from graph.progress import tell
from importers.base import READING
from importers.reading import archives
from importers.reading.delimited import NumberedRow

SUFFIXES = (".xlsx", ".xlsm", ".ods", ".xls")
MOST_BYTES = 3_000_000_000
MOST_SECONDS = 300
_HEARD_EVERY = 0.2
"""Seconds between two tellings while the child is silent."""
_CHILD = Path(__file__).with_name("sheet_child.py")
_ERRORS = {
    "broken": (
        "INVALID_SHEET",
        "le classeur est abîmé, incomplet ou protégé par un mot de passe : l'ouvrir dans un "
        "tableur et l'enregistrer de nouveau en XLSX",
    ),
    "formula": (
        "FORMULA",
        "le classeur a des formules sans valeur calculée : l'ouvrir dans un tableur, "
        "l'enregistrer, puis recommencer",
    ),
    "too large": ("ARCHIVE_TOO_LARGE", "le classeur se déplie sans mesure : il est refusé"),
}
_KILLED = (
    "SHEET_TOO_LARGE",
    "le classeur demande trop de mémoire ou de temps, souvent parce qu'une cellule est remplie "
    "très loin des autres : supprimer les lignes et colonnes vides, ou enregistrer la feuille en "
    "CSV UTF-8",
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
    with _child(path) as told:
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


@contextmanager
def _child(path: Path) -> Iterator[Iterator[Any]]:
    """Lines of the child process; it is ended with the block, whatever happens."""
    command = [sys.executable, "-I", str(_CHILD), str(path), str(MOST_BYTES), str(MOST_SECONDS)]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    clock = Timer(MOST_SECONDS, process.kill)
    clock.start()
    try:
        yield _told(process, path)
    finally:
        clock.cancel()
        process.kill()
        process.communicate()


def _told(process: "subprocess.Popen[bytes]", path: Path) -> Iterator[Any]:
    for line in lines_of(process):
        told = json.loads(line)
        if isinstance(told, dict) and "error" in told:
            raise _refused(*_ERRORS[told["error"]], path)
        yield told
    if process.wait() != 0:
        raise _refused(*_KILLED, path)


def lines_of(process: "subprocess.Popen[bytes]") -> Iterator[bytes]:
    """What the child writes; a stop is heard while it reads and is silent."""
    assert process.stdout is not None
    descriptor, kept, is_open = process.stdout.fileno(), b"", True
    while is_open:
        if not select.select([descriptor], (), (), _HEARD_EVERY)[0]:
            tell(READING)
            continue
        told = os.read(descriptor, 1 << 20)
        *whole, kept = (kept + told).split(b"\n")
        yield from whole
        is_open = bool(told)


def _refused(code: str, message: str, path: Path) -> InvalidData:
    return InvalidData(message, code=code, place=Place(str(path)))
