"""From a row of the register to an actor."""

from collections.abc import Iterator

from graph.errors import Place
from graph.ontology.values import shown
from graph.reconciliation import Territories
from importers.columns import Cells
from importers.french import read_date
from importers.identifiers import rna, siret_or_siren
from importers.listing import Remark, Told, one_line, stated

_STRUCK_OFF = "S"
_DISSOLVED = "D"
_CUT = "..."
"""How the register ends a short title that it cut: no other name then."""


def association(cells: Cells, document: str, places: Territories, place: Place) -> Iterator[Told]:
    """The association of a row and the commune of its seat, or why the row is refused."""
    number = rna(cells.get("id", ""))
    if number is None:
        yield Remark(place, f"« {shown(cells.get('id', ''))} » n'est pas un numéro RNA", True)
        return
    if cells.get("position") == _STRUCK_OFF:
        yield Remark(place, "supprimée du répertoire (position S)", True)
        return
    if not cells.get("titre"):
        yield Remark(place, "« titre » est vide", True)
        return
    try:
        start = read_date(cells["date_creat"]) if cells.get("date_creat") else None
        end = read_date(cells["date_disso"]) if cells.get("date_disso") else None
    except ValueError as error:
        yield Remark(place, str(error), True)
        return
    if start and end and end < start:
        yield Remark(place, f"dissoute ({end}) avant d'être créée ({start}) : début ignoré")
        start = None
    id_, source = f"act:rna-{number.lower()}", f"{document}#{number}"
    name, short = one_line(cells["titre"]), one_line(cells.get("titre_court", ""))
    found = siret_or_siren(cells.get("siret", ""), place.at_column("siret"))
    actor = {
        "id": id_,
        "kind": "Actor",
        "name": name,
        "alias": "" if short == name or short.endswith(_CUT) else short,
        "actor_kind": "ASSOCIATION",
        "start": start or "",
        "end": (end or "") if cells.get("position") == _DISSOLVED else "",
        "rna": number,
        "description": one_line(cells.get("objet", "")),
        "source": source,
    }
    yield stated(actor | (dict([found]) if found else {}), place)
    code = cells.get("adrs_codeinsee", "")
    territory = places.of_code(code)
    if territory is not None:
        yield stated({"type": "COVERS", "from": id_, "to": territory, "source": source}, place)
    elif code:
        yield Remark(place, f"commune {code} inconnue : siège non rattaché")
