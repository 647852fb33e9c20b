"""Cités éducatives, cités de l'emploi and France services: labels that the State gives places."""

import re
from collections.abc import Iterable, Iterator

from importers.columns import Cells
from importers.contrats_ville.rules import FRANCE_SERVICES, Cite
from importers.contrats_ville.towns import Places, covers, label
from importers.listing import FactCells, joined

_PLACE = re.compile(r"\((\w{5})\)")

SourcedRow = tuple[Cells, str]
"""A row and the source text that cites it."""


def cites(
    cite: Cite, rows: Iterable[SourcedRow], places: Places, among: frozenset[str] | None = None
) -> Iterator[FactCells]:
    """Cités of a list: a row may name several, a cité may stand in several rows.

    ``among`` keeps those that touch these départements. The list is small: it is held whole.
    """
    found: dict[str, tuple[str, dict[str, list[str]]]] = {}
    for row, source in rows:
        ids = [part.strip() for part in row["id_territoire"].split(";")]
        names = [label(part) for part in row["lib_territoire"].split(" ; ")]
        if len(names) != len(ids):
            names = [label(row["lib_territoire"])] * len(ids)
        for id_, name in zip(ids, names, strict=True):
            _, communes = found.setdefault(id_, (name, {}))
            for code in _PLACE.findall(row.get("liste_geo", "")):
                communes.setdefault(code, []).append(source)
    for code, (name, communes) in found.items():
        if among is not None and not any(place[:2] in among for place in communes):
            continue
        yield from _cite(cite, code, name, communes, places)


def _cite(
    cite: Cite, code: str, name: str, communes: dict[str, list[str]], places: Places
) -> Iterator[FactCells]:
    id_ = f"fra:{cite.slug}-{code.partition('-')[2]}"
    lines = sorted(
        {source for sources in communes.values() for source in sources},
        key=lambda source: int(source.rpartition(" ")[2]),
    )
    yield {
        "id": id_,
        "kind": "Framework",
        "name": f"{cite.name} : {name}",
        "code": code,
        "framework_kind": cite.framework_kind,
        "start": cite.start,
        "note": cite.note,
        "source": joined(*lines, cite.rule),
    }
    for commune, sources in communes.items():
        territory = places.of_code(commune)
        if territory is not None:
            yield covers(id_, territory, joined(*sources))
    yield {"type": "ADDRESSES", "from": id_, "to": f"theme:{cite.theme}", "source": cite.rule}


def scheme() -> Iterator[FactCells]:
    """The network of France services."""
    network, rule = FRANCE_SERVICES.scheme, FRANCE_SERVICES.rule
    yield {"kind": "Scheme", "source": rule, **network}
    yield _addresses(network["id"], rule)


def france_services(row: Cells, source: str, places: Places) -> Iterator[FactCells]:
    """A row: one place, or several of the network, in a commune."""
    rule = FRANCE_SERVICES.rule
    ids = [part.strip() for part in row["id_territoire"].split(";")]
    names = [" ".join(part.split()) for part in row["lib_territoire"].split(";")]
    territory = places.of_code(row["id_geo"])
    for code, name in zip(ids, names, strict=False):
        id_ = f"axn:france-services-{code.removeprefix('fs-')}"
        itinerant = FRANCE_SERVICES.bus_note if name.startswith("Bus ") else ""
        yield {
            "id": id_,
            "kind": "Action",
            "name": name,
            "code": code,
            "start": FRANCE_SERVICES.start,
            "activity_type": FRANCE_SERVICES.activity_type,
            "note": f"{FRANCE_SERVICES.note}{itinerant}",
            "source": joined(source, rule),
        }
        yield {
            "type": "PART_OF",
            "from": id_,
            "to": FRANCE_SERVICES.scheme["id"],
            "source": source,
        }
        if territory is not None:
            yield covers(id_, territory, source)
        yield _addresses(id_, rule)


def _addresses(origin: str, rule: str) -> FactCells:
    theme = f"theme:{FRANCE_SERVICES.theme}"
    return {"type": "ADDRESSES", "from": origin, "to": theme, "source": rule}
