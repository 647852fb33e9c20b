"""Contrats de ville, contrats de ruralité and the zonages of both."""

import re
from collections.abc import Generator, Iterator, Mapping
from typing import Protocol, TypeAlias

from graph.dates import MONTHS
from graph.view.labels import folded
from importers.columns import Cells
from importers.contrats_ville.rules import (
    DEPARTEMENTS,
    FROM_LAW,
    RURAL,
    TOWN,
)
from importers.listing import FactCells, joined

_SIREN_OF_2015 = re.compile(r"(?<=: )\d{9}")


Stating: TypeAlias = Generator[FactCells, None, str]
"""Facts of an actor that was not stated yet; its id is returned."""


class Places(Protocol):
    """Territories as these lists need them."""

    def of_code(self, code: str, day: int | None = None) -> str | None:
        """The territory that bore a code."""

    def name(self, id_: str) -> str:
        """Its name."""

    def sirens(self, id_: str) -> list[str]:
        """Its SIREN numbers, the current one first."""

    def around(self, id_: str) -> set[str]:
        """The territories that hold it."""


def framework_id(code: str) -> str:
    """The id of the contrat de ville or de ruralité that a code of a list numbers."""
    form = "ville" if code.upper().startswith("CV") else "ruralite"
    return f"fra:contrat-de-{form}-{code.lower()}"


class Towns:
    """Facts of the rows; actors are stated once.

    ``existing`` gives the id and name of actors that others describe, by territory; ``known``
    are frameworks that a list which only draws perimeters does not rename.
    """

    def __init__(
        self,
        places: Places,
        existing: Mapping[str, tuple[str, str]],
        known: frozenset[str] = frozenset(),
    ) -> None:
        self._places = places
        self._existing = existing
        self._known = known
        self._actors: set[str] = set()

    def contract(self, row: Cells, source: str, zone: str = "") -> Iterator[FactCells]:
        """A row of the list of contrats de ville; ``zone`` is a second source of its perimeter."""
        departement, code = row["insee_dep"], row["code_cv"]
        id_ = framework_id(code)
        name = label(row["lib_cv"].removeprefix(f"{departement} - "))
        territory = self._places.of_code(row["codgeo"])
        yield {
            "id": id_,
            "kind": "Framework",
            "name": f"Contrat de ville 2015-2023 : {name}",
            "code": code,
            "source": joined(source, zone, TOWN.ended_by),
            **TOWN.cells,
        }
        for theme, rule in TOWN.themes.items():
            yield {"type": "ADDRESSES", "from": id_, "to": f"theme:{theme}", "source": rule}
        if territory is None:
            bearer = yield from self._unplaced(row["codgeo"], name, source)
        else:
            yield covers(id_, territory, joined(source, zone))
            bearer = yield from self._bearer(territory, name, source)
        yield involved(bearer, id_, "SIGNATORY", source, TOWN.bearer_note)
        state = yield from self._state(departement, source)
        yield involved(state, id_, "SIGNATORY", FROM_LAW["state"], TOWN.state_note)
        ept = None if territory is None else self._ept(territory)
        if ept is not None and ept != territory:
            partner = yield from self._bearer(ept, "", FROM_LAW["ept"])
            note, start = TOWN.ept_note, "2016-01-01"
            yield involved(partner, id_, "PARTNER", FROM_LAW["ept"], note, start)

    def rural(self, row: Cells, source: str) -> Iterator[FactCells]:
        """A row of the zonages about a contrat de ruralité, which it names without code."""
        id_, day = framework_id(row["id"]), signature(row.get("info1", ""))
        yield {
            "id": id_,
            "kind": "Framework",
            "name": f"Contrat de ruralité : {label(row['lib'])}",
            "code": row["id"],
            "framework_kind": "OTHER",
            "status": "ENDED",
            "start": day,
            "signed": day,
            "end": "2020",
            "note": "La liste donne la signature ; la fin est celle des contrats de ruralité, "
            "conclus pour 2016-2020. Rattachement à l'intercommunalité par son nom.",
            "source": joined(source, FROM_LAW["rural"]),
        }
        siren = RURAL.get(row["id"])
        territory = None if siren is None else self._places.of_code(siren)
        if territory is not None:
            yield covers(id_, territory, source)

    def zone(self, row: Cells, source: str) -> Iterator[FactCells]:
        """A row of the zonages about a contrat de ville: its perimeter by the SIREN of 2015."""
        id_ = framework_id(row["id"])
        name = f"Contrat de ville 2015-2023 : {label(row['lib'])}"
        yield {
            "id": id_,
            "kind": "Framework",
            "name": "" if id_ in self._known else name,
            "code": row["id"],
            "source": source,
            **TOWN.cells,
        }
        siren = _SIREN_OF_2015.search(row.get("info1", ""))
        territory = None if siren is None else self._places.of_code(siren[0])
        if territory is not None:
            yield covers(id_, territory, source)

    def _bearer(self, territory: str, name: str, source: str) -> Stating:
        """The actor that governs a territory, stated once; its id is returned."""
        level, _, code = territory.partition(":")
        known = self._existing.get(territory)
        id_, own = known or (f"act:{level}-{code}", "")
        if id_ in self._actors:
            return id_
        self._actors.add(id_)
        if known:  # data/fiches say the rest
            kind = level.upper()
            yield {"id": id_, "kind": "Actor", "name": own, "actor_kind": kind, "source": source}
            return id_
        own = self._places.name(territory)
        is_commune, is_dissolved = level == "commune", territory in TOWN.dissolved
        yield {
            "id": id_,
            "kind": "Actor",
            "name": f"Commune {of(own)}" if is_commune else own,
            "alias": name if folded(name) != folded(own) and not is_commune else "",
            "actor_kind": level.upper(),
            "siren": joined(*self._places.sirens(territory)),
            "end": "2015-12-31" if is_dissolved else "",
            "source": joined(source, TOWN.dissolved_by if is_dissolved else ""),
        }
        yield covers(id_, territory, source)
        return id_

    def _unplaced(self, code: str, name: str, source: str) -> Stating:
        """An intercommunality whose SIREN of 2015 no territory bears any more."""
        id_ = f"act:epci-{code}"
        if id_ not in self._actors:
            self._actors.add(id_)
            yield {
                "id": id_,
                "kind": "Actor",
                "name": name,
                "actor_kind": "EPCI" if len(code) == 9 else "COMMUNE",
                "siren": code if len(code) == 9 else "",
                "source": source,
            }
        return id_

    def _state(self, departement: str, source: str) -> Stating:
        id_, territory = f"act:prefecture-{departement}", f"departement:{departement}"
        if id_ in self._actors:
            return id_
        self._actors.add(id_)
        known = self._places.of_code(departement)
        named = DEPARTEMENTS.get(departement, f"({self._places.name(territory)})")
        yield {
            "id": id_,
            "kind": "Actor",
            "name": f"Préfecture {named}",
            "actor_kind": "ETAT",
            "note": "Représente l'État dans le département.",
            "source": joined(FROM_LAW["state"], source),
        }
        if known is not None:
            yield covers(id_, known, FROM_LAW["state"])
        return id_

    def _ept(self, territory: str) -> str | None:
        """The établissement public territorial that holds a territory, or that it is."""
        places = sorted({territory, *self._places.around(territory)})
        return next((each for each in places if each.startswith("ept:")), None)


def covers(origin: str, territory: str, source: str) -> FactCells:
    """Where something takes place."""
    return {"type": "COVERS", "from": origin, "to": territory, "source": source}


def involved(
    actor: str, framework: str, role: str, source: str, note: str = "", start: str = ""
) -> FactCells:
    """An actor in a framework."""
    ends = {"type": "INVOLVED_IN", "from": actor, "to": framework, "role": role, "start": start}
    return ends | {"note": note, "source": source}


def label(text: str) -> str:
    """A label without its acronym in brackets: « CC Coeur d'Ostrevent [C.C.C.O.] »."""
    return re.sub(r"\s*[\[(][A-Z.]+[\])]$", "", text.strip())


def of(name: str) -> str:
    """« de » and a name, as French writes it."""
    for article, contracted in (("Le ", "du "), ("Les ", "des ")):
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return f"d'{name}" if folded(name)[0] in "aeiouy" else f"de {name}"


def signature(text: str) -> str:
    """The day in « Date de signature : 09 décembre 2016 »; empty when there is none."""
    words = text.removeprefix("Date de signature : ").split()
    if len(words) != 3 or words[1] not in MONTHS:
        return ""
    number, month, year = words
    return f"{year}-{MONTHS.index(month) + 1:02}-{int(number):02}"
