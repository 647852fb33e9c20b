"""The offer of insertion, data·inclusion schema v1: structures and services.

Dataset: https://www.data.gouv.fr/fr/datasets/6233723c2c1e4a54af2f6b2d/, every Monday, Licence
Ouverte 2.0, in CSV, JSON and Parquet. Each row is validated by the official
``data-inclusion-schema``; what it refuses is refused here, row by row, with its reason.

A structure is an Actor, a service an Action that its structure leads. Oddities: ids hold for a
source, so they are ``source--id``; lists are JSON, or texts joined by commas; a service names its
structure without telling whether it is in the file; there is no date of validity. The named
contact, telephones and mails are not read.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import Place
from graph.reconciliation import territories
from graph.view import GraphView
from importers.base import PROGRESS_EVERY, Progress
from importers.columns import Cells, listed_rows, recognised
from importers.data_inclusion.columns import forms
from importers.data_inclusion.mapping import Offer
from importers.guard import check_cells, check_header
from importers.listing import Edition, ListImporter, Told, stated
from importers.reading import json_records, parquet_records
from importers.reading.records import Record, as_text


class DataInclusionImporter(ListImporter):
    """Reads structures and services (CSV, XLSX, JSON, Parquet)."""

    name = "data-inclusion"
    label = "de data·inclusion"
    distinct = True

    def read(self, files: Sequence[Edition], view: GraphView, progress: Progress) -> Iterator[Told]:
        structures: set[str] = set()
        for listed in sorted(files, key=lambda each: "service" in each.path.name.lower()):
            document = listed.cells(
                description="Offre d'insertion, data·inclusion. Licence Ouverte 2.0."
            )
            yield stated(document, listed.place)
            offer = Offer(listed.document, view, territories(view), structures)
            for count, (cells, place) in enumerate(_rows(listed.path), start=1):
                if count % PROGRESS_EVERY == 0:
                    progress(listed.path.name, count)
                yield from offer.row(cells, place)


def _rows(path: Path) -> Iterator[tuple[Cells, Place]]:
    """Rows as texts, whatever holds them; lists are joined by commas."""
    name = path.name.lower()
    if name.endswith(".parquet"):
        yield from _as_cells(parquet_records(path))
    elif name.endswith((".json", ".json.gz")):
        yield from _as_cells(json_records(path, "item"))
    else:
        yield from listed_rows(path, forms()[recognised(path, forms())])


def _as_cells(records: Iterator[tuple[Record, Place]]) -> Iterator[tuple[Cells, Place]]:
    """Non-empty values as texts, guarded as the rows of a table are."""
    names: set[str] = set()
    for record, place in records:
        if not names.issuperset(record):
            check_header(record.keys() - names, place)
            names.update(record)
        texts = {name: as_text(value) for name, value in record.items()}
        check_cells(texts.values(), list(texts), place)
        yield {name: text for name, text in texts.items() if text}, place
