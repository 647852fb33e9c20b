"""The national register of associations, ``rna_waldec`` (Ministère de l'Intérieur).

Dataset: https://www.data.gouv.fr/fr/datasets/repertoire-national-des-associations/, Licence
Ouverte, one CSV per département in a zip, monthly; ``;``, all quoted, once in ISO-8859-1.

Oddities: overseas numbers hold a letter (``W9T1002867``); no date is ``0001-01-01``; ``position``
is A (active), D (dissolved) or S (struck off: refused); Alsace and Moselle are absent. The address
of the person who declares (``adrg_*``) and ``dir_civilite`` are personal: they are not read, nor is
the street of the seat. An association covers the commune of its seat, which it may well exceed.
"""

from collections.abc import Iterator, Sequence

from graph.reconciliation import territories
from graph.view import GraphView
from importers.base import PROGRESS_EVERY, Progress
from importers.columns import listed_rows
from importers.listing import Edition, ListImporter, Told, stated
from importers.rna.columns import COLUMNS
from importers.rna.mapping import association


class RnaImporter(ListImporter):
    """Reads the register of associations."""

    name = "rna"
    label = "du répertoire des associations"
    distinct = True

    def read(self, files: Sequence[Edition], view: GraphView, progress: Progress) -> Iterator[Told]:
        places = territories(view)
        for listed in files:
            document = listed.cells(
                description="Répertoire national des associations (ministère de l'Intérieur). "
                "Licence Ouverte."
            )
            yield stated(document, listed.place)
            for count, (cells, place) in enumerate(listed_rows(listed.path, COLUMNS), start=1):
                if count % PROGRESS_EVERY == 0:
                    progress(listed.path.name, count)
                yield from association(cells, listed.document, places, place)
