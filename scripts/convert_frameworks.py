"""Real frameworks of the 93 and the 59 as a bundle: python -m scripts.convert_frameworks LISTS

LISTS is a folder of lists that the ANCT publishes under Licence Ouverte 2.0:
contrats_de_ville_2015_2023.csv, cites_educatives_2023.csv, cites_emploi_2023.csv (repository
anct-carto/ci-ville, 19 April 2024), zonages_contrats_ville_ruralite_2020.csv (anct-carto/
superposeur, 3 September 2020), france_services_93_59.csv (the rows of both départements in
anct-carto/superposeur-anct, 18 September 2024).

The bundle goes to data/frameworks. Territories are those of data/vocabularies and
data/territories, joined by code at the list's date: write these first. Choices: data/README.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from graph.dates import MONTHS
from graph.view.labels import folded
from scripts.bundle_writing import Bundle, listed, write_bundle
from scripts.framework_rules import (
    CITES,
    DEPARTEMENTS,
    DOCUMENTS,
    EXISTING_ACTORS,
    FRANCE_SERVICES,
    FROM_LAW,
    RURAL,
    TOWN,
    Cite,
)
from scripts.known_territories import KnownTerritories

DATA = Path(__file__).resolve().parent.parent / "data"
PLACE = re.compile(r"\((\w{5})\)")


def main() -> None:
    """Read the lists and write the bundle; say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lists", type=Path, help="folder of the lists")
    bundle = Frameworks(parser.parse_args().lists, KnownTerritories(DATA)).bundle()
    for path in write_bundle(bundle, DATA / "frameworks"):
        print(f"{path.relative_to(DATA.parent)}: {path.stat().st_size:,} bytes")
    print(f"{len(bundle.entities)} entities, {len(bundle.relations)} relations")


class Frameworks:
    """The bundle in the making."""

    def __init__(self, lists: Path, territories: KnownTerritories) -> None:
        self._lists = lists
        self._territories = territories
        self._bundle = Bundle()
        self._actors: set[str] = set()

    def bundle(self) -> Bundle:
        """Every list, in turn."""
        for document in DOCUMENTS:
            self._bundle.entity(kind="Document", **document)
        zones = {row["id"]: (line, row) for line, row in self._rows("zonages_contrats_ville_rur")}
        self._towns({id_: line for id_, (line, _) in zones.items()})
        for id_, siren in RURAL.items():
            self._rural(*zones[id_], siren)
        for cite in CITES:
            self._cites(cite)
        self._france_services()
        return self._bundle

    def _rows(self, start: str) -> Iterator[tuple[int, dict[str, str]]]:
        """Rows of the list whose name starts so, each with its line; the header is line 1."""
        (path,) = self._lists.glob(f"{start}*.csv")
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from enumerate(csv.DictReader(file), start=2)

    def _covers(self, origin: str, territory: str, source: str) -> None:
        self._bundle.relation("COVERS", origin, territory, source=source)

    def _addresses(self, origin: str, themes: dict[str, str]) -> None:
        for theme, source in themes.items():
            self._bundle.relation("ADDRESSES", origin, f"theme:{theme}", source=source)

    def _towns(self, zones: dict[str, int]) -> None:
        for line, row in self._rows("contrats_de_ville"):
            departement = row["insee_dep"]
            if departement not in DEPARTEMENTS:
                continue
            id_ = f"fra:contrat-de-ville-{row['code_cv'].lower()}"
            label = _label(row["lib_cv"].removeprefix(f"{departement} - "))
            source = f"doc:contrats-de-ville-2015-2023#ligne {line}"
            zone = f"doc:zonages-2020#ligne {zones[row['code_cv']]}"
            territory = self._territories.territory(row["codgeo"])
            self._bundle.entity(
                id_,
                "Framework",
                f"Contrat de ville 2015-2023 : {label}",
                code=row["code_cv"],
                source=listed([source, zone, TOWN.ended_by]),
                **TOWN.cells,
            )
            self._covers(id_, territory, listed([source, zone]))
            self._addresses(id_, TOWN.themes)
            bearer = self._bearer(territory, label, source)
            self._involve(bearer, id_, "SIGNATORY", source, TOWN.bearer_note)
            state = self._state(departement, source)
            self._involve(state, id_, "SIGNATORY", FROM_LAW["state"], TOWN.state_note)
            ept = self._territories.ept(territory)
            if ept is not None and ept != territory:
                partner = self._bearer(ept, "", FROM_LAW["ept"])
                self._involve(
                    partner, id_, "PARTNER", FROM_LAW["ept"], TOWN.ept_note, start="2016-01-01"
                )

    def _involve(
        self, actor: str, framework: str, role: str, source: str, note: str, start: str = ""
    ) -> None:
        self._bundle.relation(
            "INVOLVED_IN", actor, framework, role=role, start=start, note=note, source=source
        )

    def _bearer(self, territory: str, label: str, source: str) -> str:
        """The actor that governs a territory, stated once."""
        level, _, code = territory.partition(":")
        id_, known = EXISTING_ACTORS.get(territory, (f"act:{level}-{code}", ""))
        if id_ not in self._actors:
            self._actors.add(id_)
            name = known or self._territories.names[territory]
            if known:  # data/fiches say the rest
                kind = level.upper()
                self._bundle.entity(id_, "Actor", name, actor_kind=kind, source=source)
                return id_
            dissolved = territory in TOWN.dissolved
            self._bundle.entity(
                id_,
                "Actor",
                f"Commune {_of(name)}" if level == "commune" else name,
                alias=label if folded(label) != folded(name) and level != "commune" else "",
                actor_kind=level.upper(),
                siren=listed(self._territories.sirens[territory]),
                end="2015-12-31" if dissolved else "",
                source=listed([source, TOWN.dissolved_by if dissolved else ""]),
            )
            self._bundle.relation("COVERS", id_, territory, source=source)
        return id_

    def _state(self, departement: str, source: str) -> str:
        id_ = f"act:prefecture-{departement}"
        if id_ not in self._actors:
            self._actors.add(id_)
            self._bundle.entity(
                id_,
                "Actor",
                f"Préfecture {DEPARTEMENTS[departement]}",
                actor_kind="ETAT",
                note="Représente l'État dans le département.",
                source=listed([FROM_LAW["state"], source]),
            )
            self._covers(id_, f"departement:{departement}", FROM_LAW["state"])
        return id_

    def _rural(self, line: int, row: dict[str, str], siren: str) -> None:
        id_ = f"fra:contrat-de-ruralite-{row['id'].lower()}"
        source = f"doc:zonages-2020#ligne {line}"
        day = _day(row["info1"])
        self._bundle.entity(
            id_,
            "Framework",
            f"Contrat de ruralité : {_label(row['lib'])}",
            code=row["id"],
            framework_kind="OTHER",
            status="ENDED",
            start=day,
            signed=day,
            end="2020",
            note="La liste donne la signature ; la fin est celle des contrats de ruralité, conclus "
            "pour 2016-2020. Rattachement à l'intercommunalité par son nom.",
            source=listed([source, FROM_LAW["rural"]]),
        )
        self._covers(id_, self._territories.territory(siren), source)

    def _cites(self, cite: Cite) -> None:
        """Cités of a list: a row may name several, a cité may stand in several rows."""
        found: dict[str, tuple[str, dict[str, list[int]]]] = {}
        for line, row in self._rows(cite.list_name):
            ids = [part.strip() for part in row["id_territoire"].split(";")]
            labels = [_label(part) for part in row["lib_territoire"].split(" ; ")]
            for id_, label in zip(ids, labels, strict=True):
                name, places = found.setdefault(id_, (label, {}))
                assert name == label, f"{id_} has two names: {name}, {label}"
                for code in PLACE.findall(row["liste_geo"]):
                    places.setdefault(code, []).append(line)
        for code, (label, places) in found.items():
            if not any(place[:2] in DEPARTEMENTS for place in places):
                continue
            id_ = f"fra:{cite.slug}-{code.partition('-')[2]}"
            lines = sorted({line for lines in places.values() for line in lines})
            self._bundle.entity(
                id_,
                "Framework",
                f"{cite.name} : {label}",
                code=code,
                framework_kind=cite.framework_kind,
                start=cite.start,
                note=cite.note,
                source=listed([*(f"{cite.document}#ligne {line}" for line in lines), cite.rule]),
            )
            for place, own in places.items():
                sources = listed(f"{cite.document}#ligne {line}" for line in own)
                self._covers(id_, self._territories.territory(place), sources)
            self._addresses(id_, {cite.theme: cite.rule})

    def _france_services(self) -> None:
        scheme, rule = FRANCE_SERVICES.scheme, FRANCE_SERVICES.rule
        self._bundle.entity(kind="Scheme", source=rule, **scheme)
        self._addresses(scheme["id"], {FRANCE_SERVICES.theme: rule})
        for line, row in self._rows("france_services"):
            source = f"doc:france-services-2024#ligne {line}"
            ids = [part.strip() for part in row["id_territoire"].split(";")]
            names = [" ".join(part.split()) for part in row["lib_territoire"].split(";")]
            for code, name in zip(ids, names, strict=True):
                id_ = f"axn:france-services-{code.removeprefix('fs-')}"
                itinerant = FRANCE_SERVICES.bus_note if name.startswith("Bus ") else ""
                self._bundle.entity(
                    id_,
                    "Action",
                    name,
                    code=code,
                    start=FRANCE_SERVICES.start,
                    activity_type=FRANCE_SERVICES.activity_type,
                    note=f"{FRANCE_SERVICES.note}{itinerant}",
                    source=listed([source, rule]),
                )
                self._bundle.relation("PART_OF", id_, scheme["id"], source=source)
                self._covers(id_, self._territories.territory(row["id_geo"]), source)
                self._addresses(id_, {FRANCE_SERVICES.theme: rule})


def _label(text: str) -> str:
    """A label without its acronym in brackets: « CC Coeur d'Ostrevent [C.C.C.O.] »."""
    return re.sub(r"\s*[\[(][A-Z.]+[\])]$", "", text.strip())


def _of(name: str) -> str:
    """« de » and a name, as French writes it."""
    for article, contracted in (("Le ", "du "), ("Les ", "des ")):
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return f"d'{name}" if folded(name)[0] in "aeiouy" else f"de {name}"


def _day(text: str) -> str:
    """The day in « Date de signature : 09 décembre 2016 »."""
    number, month, year = text.removeprefix("Date de signature : ").split()
    return f"{year}-{MONTHS.index(month) + 1:02}-{int(number):02}"


if __name__ == "__main__":
    main()
