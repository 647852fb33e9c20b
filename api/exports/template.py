"""A workbook to fill in, which the importer ``table`` reads whole: its columns, the lists of the
vocabularies, and help."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from api.exports.files import refusals, written
from api.exports.sheets import as_text
from graph.ontology import PROPERTY, EntityKind
from graph.view import GraphView
from importers.table.columns import COLUMNS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_ROWS = 1000
"""Rows that offer the lists."""
_SHEET, _LISTS, _HELP = "Suivi", "Listes", "Aide"


def write_template(view: GraphView, out: Path) -> None:
    """Write the workbook; the graph gives the lists alone.

    Raises InvalidData (UNWRITABLE) when it cannot be written.
    """
    import xlsxwriter  # takes long, and few commands need it
    from xlsxwriter.utility import xl_col_to_name

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(_SHEET)
        lists = book.add_worksheet(_LISTS)
        bold = book.add_format({"bold": True, "bg_color": "#DDE6F0", "border": 1})
        for place, column in enumerate(COLUMNS):
            sheet.write_string(0, place, column.title, bold)
            sheet.write_comment(0, place, column.help)
        sheet.set_column(0, len(COLUMNS) - 1, 22)
        sheet.freeze_panes(1, 0)
        for place, (name, values) in enumerate(_choices(view).items()):
            _write_list(lists, place, name, values, bold)
            number = next(index for index, each in enumerate(COLUMNS) if each.name == name)
            letter = xl_col_to_name(place, col_abs=True)
            source = f"={_LISTS}!{letter}$2:{letter}${max(len(values), 1) + 1}"
            sheet.data_validation(
                1,
                number,
                _ROWS,
                number,
                {"validate": "list", "source": source, "error_type": "information"},
            )
        _write_help(book.add_worksheet(_HELP), bold)
    with refusals(out), written(out) as stream:
        stream.write(content.getvalue())


def _choices(view: GraphView) -> dict[str, Sequence[str]]:
    """The values offered, by column."""
    kinds = PROPERTY["framework_kind"].choices or {}
    return {
        "type": sorted(kinds.values()),
        "themes": _names(view, EntityKind.THEME),
        "publics": _names(view, EntityKind.AUDIENCE),
    }


def _names(view: GraphView, kind: EntityKind) -> list[str]:
    return sorted(view.entity(row).name for row in view.rows_of(kind))


def _write_list(
    lists: "Worksheet",
    place: int,
    name: str,
    values: Sequence[str],
    bold: "Format",
) -> None:
    title = next(column.title for column in COLUMNS if column.name == name)
    lists.write_string(0, place, title, bold)
    for row, value in enumerate(values, start=1):
        lists.write_string(row, place, as_text(value))
    lists.set_column(place, place, 40)


def _write_help(sheet: "Worksheet", bold: "Format") -> None:
    sheet.write_string(0, 0, "Colonne", bold)
    sheet.write_string(0, 1, "Ce qu'il faut y mettre", bold)
    for row, column in enumerate(COLUMNS, start=1):
        sheet.write_string(row, 0, column.title)
        sheet.write_string(row, 1, column.help)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 100)
