"""Reading one CSV table of a bundle: UTF-8 (a BOM is fine), comma, header; gzip when so named.

Rows are numbered as a spreadsheet shows them: the header is row 1.
"""

import csv
import gzip
import zlib
from collections.abc import Iterator, Sequence
from itertools import compress
from pathlib import Path

from graph.errors import InvalidData, Place
from graph.ontology.values import shown
from graph.system_errors import french
from importers.cells import Cells

MOST_LINE = 1_000_000
"""Bytes in a line; a longer one is not a table of this format."""
COMPRESSED = ".gz"
_BOM = b"\xef\xbb\xbf"


def read_table(
    path: Path, columns: Sequence[str], required: Sequence[str]
) -> Iterator[tuple[Cells, Place]]:
    """Rows of a table as non-empty cells by column, each with its place.

    Raises InvalidData for anything that is not such a table. Memory: one row.
    """
    csv.field_size_limit(MOST_LINE)
    file = str(path)
    reader = csv.reader(_lines(path), strict=True)
    try:
        header = next(reader, None)
        if header is None:
            raise InvalidData(
                "le fichier est vide : il faut une ligne d'en-tête",
                code="EMPTY_FILE",
                place=Place(file),
            )
        _check_header(header, columns, required, file)
        for row, cells in enumerate(reader, start=2):
            if not cells:
                continue
            place = Place(file, row)
            if len(cells) > len(header):
                raise InvalidData(
                    f"la ligne a {len(cells)} cellules pour {len(header)} colonnes : "
                    "mettre entre guillemets les cellules qui contiennent une virgule",
                    code="TOO_MANY_CELLS",
                    place=place,
                )
            yield dict(zip(compress(header, cells), filter(None, cells), strict=True)), place
    except csv.Error:
        raise InvalidData(
            "la ligne ne se lit pas comme du CSV : vérifier les guillemets, et qu'aucune cellule "
            f"ne dépasse {MOST_LINE} caractères",
            code="INVALID_CSV",
            place=Place(file, reader.line_num),
        ) from None


def _check_header(
    header: Sequence[str], columns: Sequence[str], required: Sequence[str], file: str
) -> None:
    if len(header) == 1 and any(mark in header[0] for mark in ";\t"):
        raise InvalidData(
            "les colonnes sont séparées par des points-virgules ou des tabulations : "
            "enregistrer le fichier en CSV séparé par des virgules",
            code="WRONG_SEPARATOR",
            place=Place(file, 1),
        )
    for name in header:
        place = Place(file, 1, shown(name))
        if name not in columns:
            raise InvalidData(
                f"colonne inconnue ; colonnes admises : {', '.join(columns)}",
                code="UNKNOWN_COLUMN",
                place=place,
            )
        if header.count(name) > 1:
            raise InvalidData("colonne en double", code="DUPLICATE_COLUMN", place=place)
    for name in required:
        if name not in header:
            raise InvalidData(
                "colonne obligatoire absente de l'en-tête",
                code="MISSING_COLUMN",
                place=Place(file, 1, name),
            )


def _lines(path: Path) -> Iterator[str]:
    """Lines of a file as text; InvalidData names the first that cannot be one."""
    file, row = str(path), 0
    try:
        with gzip.open(path) if path.suffix == COMPRESSED else path.open("rb") as stream:
            if stream.read(3) != _BOM:
                stream.seek(0)
            while line := stream.readline(MOST_LINE + 1):
                row += 1
                if len(line) > MOST_LINE or b"\x00" in line:
                    raise _unreadable(line, file, row)
                yield line.decode("utf-8")
    except UnicodeDecodeError:
        raise InvalidData(
            "la ligne n'est pas en UTF-8 : enregistrer le fichier en CSV UTF-8",
            code="WRONG_ENCODING",
            place=Place(file, row),
        ) from None
    except (gzip.BadGzipFile, zlib.error, EOFError):
        raise InvalidData(
            "le fichier compressé est abîmé ou incomplet : le copier de nouveau",
            code="INVALID_GZIP",
            place=Place(file),
        ) from None
    except OSError as error:
        raise InvalidData(
            f"le fichier ne s'ouvre pas, {french(error)}", code="MISSING_FILE", place=Place(file)
        ) from None


def _unreadable(line: bytes, file: str, row: int) -> InvalidData:
    if len(line) > MOST_LINE:
        return InvalidData(
            f"la ligne dépasse {MOST_LINE} octets : ce n'est pas une table de ce format",
            code="LINE_TOO_LONG",
            place=Place(file, row),
        )
    return InvalidData(
        "la ligne contient un caractère NUL : enregistrer le fichier en CSV UTF-8",
        code="NUL_BYTE",
        place=Place(file, row),
    )
