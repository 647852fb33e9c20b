"""Lists of the ANCT's programmes, one row per commune: ``liste-<programme>-com-AAAAMMJJ.csv``."""

from collections.abc import Iterator

from importers.columns import Cells
from importers.contrats_ville.columns import SCHEMES
from importers.contrats_ville.places import france_services
from importers.contrats_ville.rules import CITES
from importers.contrats_ville.towns import Places, covers
from importers.french import read_date
from importers.listing import FactCells, slug

_SLUGS = {"cite": CITES[0].slug, "cde": CITES[1].slug}
_KINDS = {"cite": "CITE_EDUCATIVE", "crte": "PACTE"}


def programme(mark: str, row: Cells, document: str, places: Places) -> Iterator[FactCells]:
    """A row: the framework that it names, and the commune or intercommunality that it covers.

    Raises ValueError (French) for a date that is none.
    """
    code = row[f"id_{mark}"]
    source = f"{document}#{code}"
    if mark == "fs":
        cells = {"id_geo": row.get("insee_com", ""), "id_territoire": code}
        yield from france_services(cells | {"lib_territoire": row["lib_fs"]}, source, places)
        return
    id_ = f"fra:{_SLUGS.get(mark, mark)}-{slug(code).removeprefix(f'{mark}-')}"
    signed = read_date(row["date_signature"]) if row.get("date_signature") else None
    yield {
        "id": id_,
        "kind": "Framework",
        "name": f"{SCHEMES[mark]} : {row[f'lib_{mark}']}",
        "code": code,
        "framework_kind": _KINDS.get(mark, "PROGRAMME"),
        "start": signed or "",
        "signed": signed or "",
        "source": source,
    }
    territory = places.of_code(row.get("insee_com") or row.get("siren_groupement", ""))
    if territory is not None:
        yield covers(id_, territory, source)
