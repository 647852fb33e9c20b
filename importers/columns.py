"""Columns of a list: which header names which value, and the rows by these names.

Headers are compared folded (case, accents, punctuation aside), in any order, with columns that
nobody knows between them; a few lines may stand above the header.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, TypeAlias

from graph.errors import InvalidData, Place
from graph.ontology.values import shown
from graph.view.labels import folded
from importers.guard import check_cells, check_header
from importers.reading import NumberedRow, opened_tables

Cells: TypeAlias = Mapping[str, str]
_NEARLY = 0.5
"""Share of the required columns from which a file was probably meant to be a form."""
_HEADER_WITHIN = 30
"""Rows among which the header stands."""
_FORMULA = ("=", "@")


class Column(NamedTuple):
    """A column: the name that the importer uses, how files spell it, whether it must be there.

    ``only`` says that files never use the name itself.
    """

    name: str
    spellings: tuple[str, ...] = ()
    required: bool = False
    only: bool = False


class Header(NamedTuple):
    """Where known columns stand, and the row of the header."""

    row: int
    places: dict[int, str]
    width: int
    titles: Sequence[str]


class Columns:
    """The columns of one kind of list."""

    def __init__(self, *columns: Column) -> None:
        self.columns = columns
        self._names = {
            folded(spelling): column.name
            for column in columns
            for spelling in (() if column.only else (column.name,)) + column.spellings
        }

    def places(self, titles: Sequence[str]) -> dict[int, str]:
        """Names of the known columns by their place; the first of each name counts."""
        found: dict[int, str] = {}
        for place, title in enumerate(titles):
            name = self._names.get(folded(title))
            if name is not None and name not in found.values():
                found[place] = name
        return found

    def missing(self, places: Mapping[int, str]) -> list[Column]:
        """Required columns that are not there."""
        return [each for each in self.columns if each.required and each.name not in places.values()]


def listed_rows(path: Path, columns: Columns) -> Iterator[tuple[Cells, Place]]:
    """Non-empty cells of the known columns, row by row, for the first table that has them.

    Sheets without the required columns are passed over when another has them. Raises InvalidData
    (MISSING_COLUMN and others) for what is no such list, and for data on beneficiaries.
    """
    lacking: InvalidData | None = None
    found = False
    for table in opened_tables(path):
        header, rows = header_of(table.rows, columns)
        missing = columns.missing(header.places)
        if missing:
            lacking = lacking or missing_columns(table.file, header, missing)
        else:
            found = True
            yield from rows_under(header, rows, table.file)
    if not found:
        raise lacking or InvalidData(
            "le fichier ne contient aucune ligne", code="EMPTY_FILE", place=Place(str(path))
        )


def header_of(
    rows: Iterator[NumberedRow], columns: Columns
) -> tuple[Header, Iterator[NumberedRow]]:
    """The row that names the most known columns, the first of these, and the rows below it."""
    head = list(islice(rows, _HEADER_WITHIN))
    best = Header(1, {}, 0, ())
    for number, cells in head:
        places = columns.places(cells)
        if len(places) > len(best.places) or not best.titles:
            best = Header(number, places, len(cells), cells)
    return best, chain((row for row in head if row[0] > best.row), rows)


def recognised(path: Path, forms: Mapping[str, Columns]) -> str:
    """Which form a file has: the first whose required columns one of its tables has.

    Raises InvalidData: MISSING_COLUMN for the nearest form, UNKNOWN_LIST when none is near.
    """
    nearest: tuple[float, InvalidData] | None = None
    for table in opened_tables(path):
        head = list(islice(table.rows, _HEADER_WITHIN))
        for name, columns in forms.items():
            header, _ = header_of(iter(head), columns)
            missing = columns.missing(header.places)
            if header.places and not missing:
                return name
            share = 1 - len(missing) / sum(column.required for column in columns.columns)
            if nearest is None or share > nearest[0]:
                nearest = share, missing_columns(table.file, header, missing)
    if nearest is None or nearest[0] < _NEARLY:
        raise InvalidData(
            f"liste inconnue ; listes admises : {', '.join(forms)}",
            code="UNKNOWN_LIST",
            place=Place(str(path), 1),
        )
    raise nearest[1]


def rows_under(
    header: Header, rows: Iterator[NumberedRow], file: str
) -> Iterator[tuple[Cells, Place]]:
    """Rows below a header as cells by name, guarded; InvalidData at what no row may be."""
    known = set(header.places)
    check_header(
        (title for place, title in enumerate(header.titles) if place not in known),
        Place(file, header.row),
    )
    for number, cells in rows:
        place = Place(file, number)
        if len(cells) > header.width and any(cell.strip() for cell in cells[header.width :]):
            raise InvalidData(
                f"la ligne a {len(cells)} cellules pour {header.width} colonnes : mettre entre "
                "guillemets les cellules qui contiennent le séparateur",
                code="TOO_MANY_CELLS",
                place=place,
            )
        check_cells(cells, header.titles, place)
        row = {
            name: text
            for index, name in header.places.items()
            if index < len(cells) and (text := _cell(cells[index], place, name))
        }
        if row:
            yield row, place


def _cell(text: str, place: Place, name: str) -> str:
    """A cell without the spaces around it; ``="0123"`` is how spreadsheets keep a text."""
    bare = text.strip()
    if not bare.startswith(_FORMULA):
        return bare
    if bare.startswith('="') and bare.endswith('"'):
        return bare[2:-1].strip()
    raise InvalidData(
        f"« {shown(bare)} » est une formule : la remplacer par sa valeur",
        code="FORMULA",
        place=place.at_column(name),
    )


def missing_columns(file: str, header: Header, missing: Sequence[Column]) -> InvalidData:
    """The error of a table that lacks required columns."""
    column = missing[0]
    read = ", ".join(shown(title, 30) for title in header.titles if title.strip())
    others = f" ({', '.join(each.name for each in missing[1:])} aussi)" if missing[1:] else ""
    return InvalidData(
        f"colonne obligatoire absente de l'en-tête{others} ; lu : {shown(read, 300)}. Vérifier que "
        "le fichier est bien de ce format",
        code="MISSING_COLUMN",
        place=Place(file, header.row, column.name),
    )
