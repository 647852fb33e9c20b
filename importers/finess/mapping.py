"""From a row of FINESS to an actor."""

from collections.abc import Iterator, Mapping

from graph.errors import Place
from graph.reconciliation import Territories
from importers.finess.columns import HOSPITALS, MDPH
from importers.french import read_date
from importers.identifiers import fixed_code, siret_or_siren
from importers.listing import Remark, Told, one_line, stated

_OVERSEAS = "97"
_LENGTH = 9


def establishment(
    cells: Mapping[str, str], document: str, places: Territories, place: Place
) -> Iterator[Told]:
    """The establishment of a row and its commune, or why the row is refused.

    Raises InvalidData when a spreadsheet spoiled its number.
    """
    number = fixed_code(cells["nofinesset"], _LENGTH, "FINESS", place.at_column("nofinesset"))
    long, short = one_line(cells["rslongue"]), one_line(cells["rs"])
    if not (long or short):
        yield Remark(place, "ni « rs » ni « rslongue » : sans nom", True)
        return
    try:
        start = read_date(cells["dateouv"]) if cells["dateouv"] else None
    except ValueError as error:
        yield Remark(place, str(error), True)
        return
    id_, source = f"act:finess-{number.lower()}", f"{document}#{number}"
    found = siret_or_siren(cells["siret"], place.at_column("siret"))
    actor = {
        "id": id_,
        "kind": "Actor",
        "name": long or short,
        "alias": short if long and short != long else "",
        "actor_kind": _kind(cells["categetab"]),
        "start": start or "",
        "finess": number,
        "description": one_line(cells["libcategetab"]),
        "source": source,
    }
    yield stated(actor | (dict([found]) if found else {}), place)
    code = _commune(cells["departement"], cells["commune"])
    territory = places.of_code(code)
    if territory is not None:
        yield stated({"type": "COVERS", "from": id_, "to": territory, "source": source}, place)
    else:
        yield Remark(place, f"commune {code} inconnue : établissement non rattaché")


def _kind(category: str) -> str:
    if category in HOSPITALS:
        return "HOPITAL"
    return "MDPH" if category == MDPH else "OTHER"


def _commune(departement: str, commune: str) -> str:
    """The INSEE code: overseas départements (9A to 9F) have theirs in the commune's digits."""
    is_overseas = departement[:1] == "9" and departement[1:].isalpha()
    return f"{_OVERSEAS if is_overseas else departement}{commune.zfill(3)}"
