"""Grants that public bodies publish: the SCDL format "subventions" 2.1 and its real-life variants.

Format: https://schema.data.gouv.fr/scdl/subventions/ (décret 2017-779, arrêté du 17 novembre 2017,
grants above 23 000 €). Real files, as the reader of api-subventions-asso (MIT) meets them, stray:
semicolons, Windows-1252, a preamble, titles in words (« Date de convention* », « object »), SIRET
as numbers or without their first zero, days as serial numbers of a spreadsheet, a column
« exercice », rows without the name or the number of the funder, which the other rows give.

Each row is a Framework of kind SUBVENTION, signed on the day of the convention, with its FUNDER
(amount, year) and its beneficiary (OPERATOR). The dates of payment are no validity: they go to the
description, and the end stays unknown. Amount and object belong to the identity of a grant, which
has no number of its own.
"""

from collections.abc import Iterator, Sequence

from graph.view import GraphView
from importers.base import PROGRESS_EVERY, Progress
from importers.columns import listed_rows
from importers.listing import Edition, ListImporter, Told, stated
from importers.mentions import Mentions
from importers.subventions.columns import COLUMNS
from importers.subventions.mapping import Grants


class SubventionsImporter(ListImporter):
    """Reads lists of grants (CSV, XLSX, ODS)."""

    name = "subventions"
    label = "de subventions"

    def read(self, files: Sequence[Edition], view: GraphView, progress: Progress) -> Iterator[Told]:
        for listed in files:
            document = listed.cells(description="Subventions versées, format SCDL.")
            yield stated(document, listed.place)
            grants = Grants(listed.document, Mentions(view, listed.document))
            for count, (cells, place) in enumerate(listed_rows(listed.path, COLUMNS), start=1):
                if count % PROGRESS_EVERY == 0:
                    progress(listed.path.name, count)
                yield from grants.row(cells, place)
            yield from grants.rest()
