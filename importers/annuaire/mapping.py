"""From a local public service to an actor."""

from collections.abc import Iterator
from typing import Any

from graph.errors import Place
from graph.reconciliation import Territories
from importers.annuaire.columns import KINDS
from importers.identifiers import siret_or_siren
from importers.listing import Remark, Told, one_line, stated
from importers.reading.records import Record


def service(record: Record, document: str, places: Territories, place: Place) -> Iterator[Told]:
    """The actor of a record and the communes that it serves, or why it is refused."""
    own, name = _text(record.get("id")), one_line(_text(record.get("nom")))
    if not own or not name:
        yield Remark(place, f"« {'nom' if own else 'id'} » est vide", True)
        return
    pivots = [each for each in _items(record.get("pivot")) if isinstance(each, dict)]
    types = [_text(each.get("type_service_local")) for each in pivots]
    id_, source = f"act:service-public-{own}", f"{document}#{own}"
    actor = {
        "id": id_,
        "kind": "Actor",
        "name": name,
        "alias": one_line(_text(record.get("sigle"))),
        "actor_kind": next((KINDS[each] for each in types if each in KINDS), "OTHER"),
        "code": "|".join(filter(None, (_text(record.get("ancien_code_pivot")),))),
        "description": one_line(_text(record.get("mission"))),
        "source": source,
    }
    for column in ("siret", "siren"):
        found = siret_or_siren(_text(record.get(column)), place.at_column(column))
        actor |= dict([found]) if found else {}
    yield stated(actor, place)
    codes = {_text(record.get("code_insee_commune"))}
    for pivot in pivots:
        codes |= {_text(code) for code in _items(pivot.get("code_insee_commune"))}
    for code in sorted(filter(None, codes)):
        territory = places.of_code(code)
        if territory is None:
            yield Remark(place, f"commune {code} inconnue : service non rattaché")
        else:
            cells = {"type": "COVERS", "from": id_, "to": territory, "source": source}
            yield stated(cells, place)


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
