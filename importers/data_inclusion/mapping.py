"""From structures and services to actors and actions."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from graph.errors import Place
from graph.ontology import EntityKind
from graph.ontology.values import shown
from graph.reconciliation import Territories
from graph.view import GraphView
from importers.columns import Cells
from importers.data_inclusion.columns import LISTS, forms, models, values
from importers.identifiers import siret_or_siren
from importers.listing import FactCells, Remark, Told, one_line, stated

_ERRORS = {
    "missing": "obligatoire",
    "string_too_short": "trop court",
    "string_too_long": "trop long",
    "string_pattern_mismatch": "n'a pas la bonne forme",
    "enum": "n'est pas une valeur du schéma",
    "url_parsing": "n'est pas une adresse web",
    "url_scheme": "n'est pas une adresse web",
    "float_parsing": "n'est pas un nombre",
    "int_parsing": "n'est pas un nombre entier",
}
"""What the schema's refusals mean, in French; others are « n'est pas valide »."""
_MOST_ERRORS = 3
_KINDS = {
    "caf": "CAF",
    "ccas-cias": "CCAS",
    "chu": "HOPITAL",
    "communes": "COMMUNE",
    "cpam": "CPAM",
    "departements": "DEPARTEMENT",
    "fcsf": "CENTRE_SOCIAL",
    "france-travail": "FRANCE_TRAVAIL",
    "mdph": "MDPH",
    "mission-locale": "MISSION_LOCALE",
    "mutualite-sociale-agricole": "MSA",
    "regions": "REGION",
}
"""Kinds of actor by the network that bears a structure, when there is one alone."""


class Offer:
    """The rows of one file; ``structures`` are those that the files before it stated."""

    def __init__(
        self, document: str, view: GraphView, places: Territories, structures: set[str]
    ) -> None:
        self._document = document
        self._view = view
        self._places = places
        self._structures = structures
        self._concepts = _concepts(view)

    def row(self, cells: Cells, place: Place) -> Iterator[Told]:
        """What a row states, or why it is refused."""
        is_service = bool(cells.get("structure_id"))
        form = "services" if is_service else "structures"
        siret = siret_or_siren(cells.get("siret", ""), place.at_column("siret"))
        mended = {**cells, "siret": siret[1]} if siret else cells
        known = {column.name for column in forms()[form].columns}
        try:
            models()[form].model_validate(
                {
                    name: values(text) if name in LISTS else text
                    for name, text in mended.items()
                    if name in known
                }
            )
        except ValidationError as error:
            yield Remark(place, _told(error), True)
            return
        yield from self._service(mended, place) if is_service else self._structure(mended, place)

    def _structure(self, cells: Cells, place: Place) -> Iterator[Told]:
        number = _id(cells["source"], cells["id"])
        id_, source = f"act:di-{number}", f"{self._document}#{number}"
        self._structures.add(id_)
        networks = values(cells.get("reseaux_porteurs", ""))
        kinds = {_KINDS[network] for network in networks if network in _KINDS}
        yield stated(
            {
                "id": id_,
                "kind": "Actor",
                "name": one_line(cells["nom"]),
                "actor_kind": kinds.pop() if len(kinds) == 1 else "OTHER",
                "siret": cells.get("siret", ""),
                "code": number,
                "description": one_line(cells.get("description", "")),
                "source": source,
            },
            place,
        )
        yield from self._covers(id_, [cells.get("code_insee", "")], source, place)

    def _service(self, cells: Cells, place: Place) -> Iterator[Told]:
        structure = f"act:di-{_id(cells['source'], cells['structure_id'])}"
        if structure not in self._structures and self._view.stated_row(structure) is None:
            text = shown(cells["structure_id"])
            yield Remark(place, f"structure « {text} » inconnue : importer d'abord sa liste", True)
            return
        number = _id(cells["source"], cells["id"])
        id_, source = f"axn:di-{number}", f"{self._document}#{number}"
        facts: list[FactCells] = [
            {
                "id": id_,
                "kind": "Action",
                "name": one_line(cells["nom"]),
                "activity_type": _type(cells.get("type", "")),
                "code": number,
                "description": one_line(cells["description"]),
                "source": source,
            },
            _relation("INVOLVED_IN", structure, id_, source, role="LEAD"),
        ]
        for type_, kind, column in (
            ("ADDRESSES", EntityKind.THEME, "thematiques"),
            ("TARGETS", EntityKind.AUDIENCE, "publics"),
        ):
            ids: dict[str, None] = {}
            for code in values(cells.get(column, "")):
                found = self._concept(kind, code)
                ids |= dict.fromkeys(found)
                if not found:
                    yield Remark(place, f"« {code} » n'a pas de correspondance dans la base")
            facts += [_relation(type_, id_, concept, source) for concept in ids]
        yield from (stated(fact, place) for fact in facts)
        zone = values(cells.get("zone_eligibilite", ""))
        known = [code for code in zone if self._places.of_code(code)]
        yield from self._covers(id_, known or [cells.get("code_insee", "")], source, place)

    def _concept(self, kind: EntityKind, code: str) -> list[str]:
        """Themes or audiences of a code, else of the category before its two hyphens."""
        found = self._concepts.get((kind, code))
        return found or self._concepts.get((kind, code.partition("--")[0]), [])

    def _covers(self, id_: str, codes: list[str], source: str, place: Place) -> Iterator[Told]:
        for code in filter(None, codes):
            territory = self._places.of_code(code)
            if territory is None:
                yield Remark(place, f"territoire {code} inconnu : non rattaché")
            else:
                yield stated(_relation("COVERS", id_, territory, source), place)


def _relation(type_: str, origin: str, target: str, source: str, role: str = "") -> FactCells:
    return {"type": type_, "from": origin, "to": target, "role": role, "source": source}


def _id(source: str, number: str) -> str:
    """The number of a structure or service among all sources."""
    return number if number.startswith(f"{source}--") else f"{source}--{number}"


def _type(code: str) -> str:
    from data_inclusion.schema.v1 import TypeService

    return str(TypeService(code).label) if code else ""


def _concepts(view: GraphView) -> dict[tuple[EntityKind, str], list[str]]:
    found: dict[tuple[EntityKind, str], list[str]] = {}
    for row in view.rows_of(EntityKind.THEME, EntityKind.AUDIENCE):
        record = view.entity(row)
        codes: Any = record.props.get("code", ())
        for code in codes:
            found.setdefault((record.kind, code), []).append(record.id)
    return found


def _told(error: ValidationError) -> str:
    """What the schema refuses, in French."""
    return " ; ".join(_reason(each) for each in error.errors()[:_MOST_ERRORS])


def _reason(error: Mapping[str, Any]) -> str:
    column = str(error["loc"][0]) if error["loc"] else "ligne"
    meaning = _ERRORS.get(error["type"], "n'est pas valide")
    if error["type"] == "missing":
        return f"« {column} » est {meaning}"
    return f"« {column} » ({shown(str(error['input']))}) : {meaning}"
