"""Frameworks of the city policy and of the ANCT's programmes.

Lists, all under Licence Ouverte 2.0: contrats de ville 2015-2023, cités éducatives, cités de
l'emploi, FONJEP and adultes-relais posts (https://github.com/anct-carto/ci-ville), zonages of
contrats de ville and de ruralité (anct-carto/superposeur), France services and the other
programmes (``liste-<programme>-com-AAAAMMJJ.csv``, https://www.data.gouv.fr, ANCT).

Oddities: ``codgeo`` of a contrat de ville is the SIREN that the intercommunality had at signature,
or a commune's INSEE code; of 434, 172 SIREN are of intercommunalities that no longer exist. Rows
may name several cités (« cite-002 ; cite-127 »). The lists give no partner; what the law says of
them is in ``rules``, as in ``data/frameworks``, which these importers find again unchanged.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from graph.errors import Place
from graph.ontology import EntityKind
from graph.reconciliation import territories
from graph.view import GraphView
from importers.base import Progress
from importers.columns import Cells, listed_rows, recognised
from importers.contrats_ville.anct import programme
from importers.contrats_ville.columns import LISTS
from importers.contrats_ville.places import cites, france_services, scheme
from importers.contrats_ville.posts import STATE, post
from importers.contrats_ville.rules import CITES, DISSOLUTIONS, EXISTING_ACTORS, TEXTS
from importers.contrats_ville.rules import LISTS as DOCUMENTS
from importers.contrats_ville.towns import Towns
from importers.guard import check_cells, check_header
from importers.listing import (
    Edition,
    FactCells,
    ListImporter,
    Remark,
    Told,
    stated,
)
from importers.mentions import Mentions
from importers.reading import json_records
from importers.reading.records import as_text

_SHIPPED = {
    "contrats-de-ville-2015-2023": "doc:contrats-de-ville-2015-2023",
    "cites-educatives-2023": "doc:cites-educatives-2023",
    "cites-emploi-2023": "doc:cites-emploi-2023",
    "zonages-contrats-ville-ruralite-2020": "doc:zonages-2020",
    "france-services-93-59": "doc:france-services-2024",
}
"""Documents of the lists that ``data/frameworks`` comes from, by the names of their files."""

_CODES = ("codgeo", "id_geo", "insee_com", "siren_groupement")


class ContratsVilleImporter(ListImporter):
    """Reads lists of the city policy (CSV, XLSX, ODS; posts in JSON too)."""

    name = "contrats-ville"
    label = "de la politique de la ville"
    documents = _SHIPPED

    def read(self, files: Sequence[Edition], view: GraphView, progress: Progress) -> Iterator[Told]:
        for listed in files:
            progress(listed.path.name, 0)
            yield stated(_document(listed), listed.place)
            form, rows = _opened(listed.path)
            reader = _Reader(view, listed)
            yield from reader.texts()
            yield from reader.read(form, rows)


def _document(listed: Edition) -> FactCells:
    shipped = next((each for each in DOCUMENTS if each["id"] == listed.document), None)
    return listed.cells() if shipped is None else {**listed.cells(), **shipped}


def _opened(path: Path) -> tuple[str, Iterator[tuple[Cells, Place]]]:
    """Which list a file is, and its rows."""
    if path.suffix.lower() == ".json":
        form = "postes FONJEP ou adultes-relais"
        return form, _records(path)
    form = recognised(path, LISTS)
    return form, listed_rows(path, LISTS[form])


def _records(path: Path) -> Iterator[tuple[Cells, Place]]:
    for record, place in json_records(path, "item"):
        cells = {name: as_text(value) for name, value in record.items()}
        check_header(cells, place)
        check_cells(cells.values(), list(cells), place)
        yield cells, place


class _Reader:
    """The facts of one list."""

    def __init__(self, view: GraphView, listed: Edition) -> None:
        self._document = listed.document
        self._places = territories(view)
        self._mentions = Mentions(view, listed.document)
        frameworks = view.rows_of(EntityKind.FRAMEWORK)
        self._known = frozenset(view.entity(row).id for row in frameworks)
        existing = {
            territory: actor
            for territory, actor in EXISTING_ACTORS.items()
            if view.row(actor[0]) is not None
        }
        self._towns = Towns(self._places, existing, self._known)
        self._unknown_dissolutions = view.row(DISSOLUTIONS["id"]) is None

    def texts(self) -> Iterator[Told]:
        """The texts of law that the rules cite."""
        for text in TEXTS:
            yield stated({"kind": "Document", **text}, Place())
        if self._unknown_dissolutions:
            yield stated({"kind": "Document", **DISSOLUTIONS}, Place())

    def read(self, form: str, rows: Iterator[tuple[Cells, Place]]) -> Iterator[Told]:
        """What the rows of a list state."""
        if form == "cités":
            yield from self._cites(rows)
            return
        if form == "France services":
            yield from (stated(fact, Place()) for fact in scheme())
        elif form.startswith("postes"):
            yield stated({**STATE, "source": self._document}, Place())
        for cells, place in rows:
            try:
                facts = list(self._facts(form, cells, place))
            except (KeyError, ValueError) as error:
                is_empty = isinstance(error, KeyError)
                told = f"« {error.args[0]} » est vide" if is_empty else str(error)
                yield Remark(place, told, refused=True)
                continue
            yield from (stated(fact, place) for fact in facts)
            if not any(map(_places_initiative, facts)):
                yield from _unplaced(cells, place)

    def _facts(self, form: str, cells: Cells, place: Place) -> Iterable[FactCells]:
        source = f"{self._document}#ligne {place.row}"
        match form:
            case "contrats de ville":
                return self._towns.contract(cells, source)
            case "zonages":
                is_town = cells["id"].upper().startswith("CV")
                return (self._towns.zone if is_town else self._towns.rural)(cells, source)
            case "France services":
                return france_services(cells, source, self._places)
            case _ if form.startswith("postes"):
                return post(cells, self._document, self._mentions, self._known, place)
        return programme(form.removeprefix("liste "), cells, self._document, self._places)

    def _cites(self, rows: Iterator[tuple[Cells, Place]]) -> Iterator[Told]:
        """A cité may stand in several rows: its facts are placed at the file."""
        held = list(rows)
        for cite in CITES:
            mark = "cite-" if cite is CITES[0] else "cde-"
            own = [
                (cells, f"{self._document}#ligne {place.row}")
                for cells, place in held
                if cells.get("id_territoire", "").startswith(mark)
            ]
            places = {f"{self._document}#ligne {place.row}": place for _, place in held}
            for fact in cites(cite, own, self._places):
                first = fact["source"].partition("|")[0]
                yield stated(fact, places.get(first, Place()))


def _places_initiative(fact: FactCells) -> bool:
    return fact.get("type") == "COVERS" and not fact["from"].startswith("act:")


def _unplaced(cells: Cells, place: Place) -> Iterator[Remark]:
    """What is to be said of a row whose place no territory is."""
    code = next((cells[name] for name in _CODES if name in cells), None)
    if code is not None:
        yield Remark(place, f"territoire {code} inconnu : rattaché à aucun lieu")
