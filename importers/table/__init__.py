"""Tracking tables (« tableaux de suivi ») as people keep them: CSV, XLSX, ODS.

There is no format, only habits: a title above the header, French titles in many spellings, several
values in a cell, merged cells, several sheets, dates and amounts in any French form. Columns are
guessed by their titles (``columns``) or given (``layout``); each row is an Action, or a Framework
when it says of which type. Themes and publics are those of the vocabulary, by any of their names;
what is unknown is told, row by row, and nothing is invented. ``maillage export template`` writes
a workbook that is read whole.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import InvalidData, Place
from graph.ontology import EntityKind
from graph.ontology.values import shown
from graph.reconciliation import territories
from graph.view import GraphView
from graph.view.labels import resolve
from importers.base import PROGRESS_EVERY, Progress
from importers.columns import (
    Cells,
    Column,
    Columns,
    Header,
    header_of,
    missing_columns,
    rows_under,
)
from importers.guard import check_header
from importers.listing import Edition, ListImporter, Told, stated
from importers.reading import opened_tables
from importers.table.layout import Layout
from importers.table.mapping import Tracked


class TableImporter(ListImporter):
    """Reads tracking tables; ``layout`` says where their columns are."""

    name = "table"
    label = "d'un tableau de suivi"
    reconciled = frozenset({EntityKind.ACTOR, EntityKind.FRAMEWORK, EntityKind.ACTION})

    def __init__(self, layout: Layout | None = None) -> None:
        self._layout = layout or Layout()

    def read(self, files: Sequence[Edition], view: GraphView, progress: Progress) -> Iterator[Told]:
        columns = self._layout.columns()
        within = self._within(view)
        for listed in files:
            yield stated(listed.cells(description="Tableau de suivi."), listed.place)
            # Read twice, held never: a homonym is settled by what the whole file names.
            named = {cells.get("territoires", "") for cells, _ in self._rows(listed.path, columns)}
            tracked = Tracked(listed.document, view, territories(view), within, named)
            rows = self._rows(listed.path, columns)
            for count, (cells, place) in enumerate(rows, start=1):
                if count % PROGRESS_EVERY == 0:
                    progress(listed.path.name, count)
                yield from tracked.row(cells, place)

    def _rows(self, path: Path, columns: Columns) -> Iterator[tuple[Cells, Place]]:
        """The rows of every sheet that has the columns; InvalidData when none has."""
        lacking: InvalidData | None = None
        found = False
        for table in opened_tables(path):
            if self._layout.sheets and not table.file.endswith(
                tuple(f"« {name} »" for name in self._layout.sheets)
            ):
                continue
            header, rows = header_of(table.rows, columns)
            missing = columns.missing(header.places)
            if missing or len(header.places) < 2:
                lacking = lacking or _unlike(table.file, header, missing)
                continue
            found = True
            yield from rows_under(header, rows, table.file)
        if not found and lacking is not None:
            raise lacking

    def _within(self, view: GraphView) -> str | None:
        if not self._layout.territory:
            return None
        row = resolve(view, self._layout.territory, [EntityKind.TERRITORY], "le territoire")
        return view.entity(row).id


def _unlike(file: str, header: Header, missing: Sequence[Column]) -> InvalidData:
    """The error of a table that is none of these: about persons helped, without an action, or
    with nothing else than an action, which says neither who nor where."""
    place = Place(file, header.row)
    try:
        check_header(header.titles, place)
    except InvalidData as error:
        return error
    if missing:
        return missing_columns(file, header, missing)
    [title] = (header.titles[place] for place in header.places)
    return InvalidData(
        f"seule la colonne « {shown(title)} » est comprise : ajouter au moins qui porte l'action, "
        "ou où, ou donner les colonnes par une correspondance",
        code="MISSING_COLUMN",
        place=place,
    )
