"""Public services of a place, from the local base of Service-public (DILA).

Dataset: https://www.data.gouv.fr/fr/datasets/service-public-fr-annuaire-de-l-administration-base-
de-donnees-locales/, Licence Ouverte 2.0 with the mention « Direction de l'information légale et
administrative », daily: ``tar.bz2`` of JSON, ``{"service": [...]}``.

Oddities: empty is ``""``, never null; ``pivot`` may name several types and communes; a commune
nouvelle has several town halls for one code. Addresses, telephones and mails hold names of persons:
they are not read.
"""

from collections.abc import Iterator, Sequence

from graph.reconciliation import territories
from graph.view import GraphView
from importers.annuaire.mapping import service
from importers.base import PROGRESS_EVERY, Progress
from importers.listing import Edition, ListImporter, Told, stated
from importers.reading import json_records


class AnnuaireImporter(ListImporter):
    """Reads local public services (JSON, alone or in an archive)."""

    name = "annuaire"
    label = "de l'annuaire de Service-public"
    distinct = True

    def read(self, files: Sequence[Edition], view: GraphView, progress: Progress) -> Iterator[Told]:
        places = territories(view)
        for listed in files:
            document = listed.cells(
                description="Base de données locales de Service-public (Direction de "
                "l'information légale et administrative). Licence Ouverte 2.0."
            )
            yield stated(document, listed.place)
            records = json_records(listed.path, "service.item")
            for count, (record, place) in enumerate(records, start=1):
                if count % PROGRESS_EVERY == 0:
                    progress(listed.path.name, count)
                yield from service(record, listed.document, places, place)
