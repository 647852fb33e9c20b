"""Health and care establishments, FINESS (``etalab-cs1100502``).

Dataset: https://www.data.gouv.fr/fr/datasets/finess-extraction-du-fichier-des-etablissements/,
ministère de la Santé, Licence Ouverte, every two months.

Oddities: the file has no header. Its first line is ``finess;etalab;N;date``, then rows begin with
``structureet`` and have 32 fields in a fixed order (``columns``). The commune has three digits
within its département, ``9A`` to ``9F`` overseas. Two public readers do not agree on the encoding
(Latin-1 or UTF-8): the bytes decide. Rows ``geolocalisation`` (cs1100507) are passed over.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import InvalidData, Place
from graph.reconciliation import territories
from graph.view import GraphView
from importers.base import PROGRESS_EVERY, Progress
from importers.finess.columns import FIELDS, ROW
from importers.finess.mapping import establishment
from importers.guard import check_cells
from importers.listing import Edition, ListImporter, Told, stated
from importers.reading import opened_tables

_HEAD = "finess"


class FinessImporter(ListImporter):
    """Reads the list of establishments."""

    name = "finess"
    label = "du fichier FINESS"
    distinct = True

    def read(self, files: Sequence[Edition], view: GraphView, progress: Progress) -> Iterator[Told]:
        places = territories(view)
        for listed in files:
            document = listed.cells(
                description="Fichier national des établissements sanitaires et sociaux "
                "(ministère de la Santé). Licence Ouverte."
            )
            yield stated(document, listed.place)
            for count, (cells, place) in enumerate(_rows(listed.path), start=1):
                if count % PROGRESS_EVERY == 0:
                    progress(listed.path.name, count)
                yield from establishment(cells, listed.document, places, place)


def _rows(path: Path) -> Iterator[tuple[dict[str, str], Place]]:
    """Rows of establishments, their fields by name."""
    for table in opened_tables(path, delimiter=";"):
        for number, row in table.rows:
            place = Place(table.file, number)
            if number == 1 and row[0] != _HEAD:
                raise InvalidData(
                    "la première ligne doit commencer par « finess;etalab » : ce n'est pas "
                    "l'extraction cs1100502, ou sa première ligne manque",
                    code="MISSING_COLUMN",
                    place=place,
                )
            if row[0] != ROW:
                continue
            if len(row) != len(FIELDS):
                raise InvalidData(
                    f"la ligne a {len(row)} champs au lieu de {len(FIELDS)} : le fichier est "
                    "coupé, ou n'est pas l'extraction cs1100502",
                    code="TRUNCATED",
                    place=place,
                )
            cells = {name: text.strip() for name, text in zip(FIELDS, row, strict=True)}
            check_cells(row, FIELDS, place)
            yield cells, place
