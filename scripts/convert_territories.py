"""All territories of France as a bundle: python -m scripts.convert_territories PACKAGES

PACKAGES holds the unpacked npm packages ``@etalab/decoupage-administratif`` (data under Licence
Ouverte, code under MIT), one folder per version, 6.0.0 for today, 0.7.0 for the history of
communes, the others for the years between:

    for v in 0.7.0 1.1.1 2.3.1 3.1.1 4.1.0 5.3.0 6.0.0; do
      mkdir -p packages/$v
      (cd packages/$v && npm pack @etalab/decoupage-administratif@$v && tar xzf *.tgz)
    done

What data/vocabularies states about territories is written by hand and left out here: no fact
stands in both. The bundle goes to data/territories; the same packages give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.dates import MONTHS
from graph.view.labels import folded
from scripts.bundle_writing import Bundle, listed, write_bundle
from scripts.cog_history import (
    HISTORY_ENDS,
    Commune,
    Json,
    day_before,
    follow_years,
    read_history,
    without_cycles,
)

DATA = Path(__file__).resolve().parent.parent / "data"
TODAY, HISTORY = "6.0.0", "0.7.0"
YEARS = {2021: "1.1.1", 2022: "2.3.1", 2023: "3.1.1", 2024: "4.1.0", 2025: "5.3.0", 2026: TODAY}
LIST = "doc:decoupage-administratif-2026"
LOOKS_LIKE_POST = "1976-01-01"
"""Codes that ended before (75010, 20004) are told in words only: today they are postal codes."""
LONG_FORMS = {
    "CC": "Communauté de communes",
    "CA": "Communauté d'agglomération",
    "CU": "Communauté urbaine",
}


def main() -> None:
    """Read the packages and write the bundle; say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("packages", type=Path, help="folder of the unpacked packages")
    packages = parser.parse_args().packages
    communes = read_history(_read(packages, HISTORY, "historique-communes"))
    follow_years(communes, {year: _read(packages, v, "communes") for year, v in YEARS.items()})
    dropped = without_cycles(communes)
    today = {
        name: _read(packages, TODAY, name)
        for name in ("communes", "epci", "ept", "departements", "regions")
    }
    bundle = Territories(today, communes).bundle()
    for path in write_bundle(bundle, DATA / "territories", compressed=True):
        print(f"{path.relative_to(DATA.parent)}: {path.stat().st_size:,} bytes")
    former = [each for each in communes.values() if each.ended is not None]
    print(f"{len(bundle.entities)} entities, {len(bundle.relations)} relations")
    print(f"{len(former)} former communes, {len(dropped)} periods left out (mutual absorptions)")


def _read(packages: Path, version: str, name: str) -> list[Json]:
    path = packages / version / "package" / "data" / f"{name}.json"
    records: list[Json] = json.loads(path.read_text(encoding="utf-8"))
    return records


class Territories:
    """The bundle in the making: what the lists state and the vocabularies do not."""

    def __init__(self, today: Mapping[str, list[Json]], communes: Mapping[str, Commune]) -> None:
        self._today = today
        self._communes = communes
        self._current = {r["code"]: r for r in today["communes"] if r["type"] == "commune-actuelle"}
        self._departements = {r["code"]: r for r in today["departements"]}
        self._bundle = Bundle()
        self._by_hand = _ids(DATA / "vocabularies/entities.csv", "id")
        self._pairs_by_hand = _ids(DATA / "vocabularies/relations.csv", "type", "from", "to")

    def bundle(self) -> Bundle:
        """Everything, once."""
        self._documents()
        self._overseas()
        for code in self._communes:
            self._commune(self._communes[code])
        self._districts()
        self._groups()
        return self._bundle

    def _state(self, id_: str, kind: str, name: str, **cells: str) -> None:
        if (id_,) not in self._by_hand:
            self._bundle.entity(id_, kind, name, **cells)

    def _within(self, origin: str, target: str, source: str, **cells: str) -> None:
        if ("WITHIN", origin, target) not in self._pairs_by_hand:
            self._bundle.relation("WITHIN", origin, target, source=source, **cells)

    def _documents(self) -> None:
        licence = "Données sous Licence Ouverte ; code du paquet sous licence MIT."
        self._bundle.entity(
            "doc:historique-communes-2019",
            "Document",
            "Historique des communes de 1943 à 2019",
            date="2019",
            reference=f"@etalab/decoupage-administratif {HISTORY}",
            description=f"Créations, fusions et changements des communes de 1943 au 1er janvier "
            f"2019 (INSEE). {licence}",
        )
        for year, version in YEARS.items():
            self._state(
                f"doc:decoupage-administratif-{year}",
                "Document",
                f"Code officiel géographique, millésime {year}",
                date=str(year),
                reference=f"@etalab/decoupage-administratif {version}",
                description=f"Communes au 1er janvier {year} (INSEE). {licence}",
            )

    def _overseas(self) -> None:
        for code, record in self._departements.items():
            self._state(
                f"departement:{code}",
                "Territory",
                record["nom"],
                territory_level="COLLECTIVITÉ D'OUTRE-MER",
                cog=code,
                source=f"{LIST}#departements.json",
            )

    def _commune(self, commune: Commune) -> None:
        code, id_ = commune.code, f"commune:{commune.code}"
        is_dated = commune.ended_source == "history"
        end = None if commune.ended is None else day_before(commune.ended)
        recent = [old for old, day in commune.former_codes.items() if day >= LOOKS_LIKE_POST]
        source = _source(commune.ended_source) if end else f"{LIST}#communes.json"
        self._state(
            id_,
            "Territory",
            commune.name,
            alias=listed(_aliases(commune)),
            territory_level="COMMUNE",
            start=commune.created or "",
            end=(end if is_dated else end[:4]) if end else "",
            cog=listed([code, *recent]),
            note=" ".join(_notes(commune)),
            source=source,
        )
        record = self._current.get(code)
        if record is not None:
            self._within(id_, f"departement:{record['departement']}", source)
            return
        own, around = self._departement(commune), self._departement_around(commune)
        until = commune.inside[0].since if commune.inside else commune.ended
        moved = own != around or not commune.inside
        self._within(
            id_, f"departement:{own}", source, end=day_before(until) if moved and until else ""
        )
        for inside in commune.inside:
            self._within(
                id_,
                f"commune:{inside.pole}",
                _source(inside.source),
                start=inside.since,
                end=inside.until or "",
            )

    def _departement(self, commune: Commune) -> str:
        """The département of a former commune; Seine and Seine-et-Oise are today's ones."""
        prefix = commune.code[:3] if commune.code.startswith("97") else commune.code[:2]
        is_old = commune.ended is not None and commune.ended <= "1968-01-01"
        if prefix not in self._departements or (is_old and prefix in {"75", "78"}):
            return self._departement_around(commune)
        return prefix

    def _departement_around(self, commune: Commune) -> str:
        while commune.code not in self._current and commune.inside:
            commune = self._communes[commune.inside[-1].pole]
        record = self._current.get(commune.code)
        return str(record["departement"]) if record else commune.code[:2]

    def _districts(self) -> None:
        for record in self._today["communes"]:
            if record["type"] == "arrondissement-municipal":
                id_, source = f"commune:{record['code']}", f"{LIST}#communes.json"
                self._state(
                    id_,
                    "Territory",
                    record["nom"],
                    territory_level="ARRONDISSEMENT MUNICIPAL",
                    cog=record["code"],
                    source=source,
                )
                self._within(id_, f"commune:{record['commune']}", source)

    def _groups(self) -> None:
        in_ept: set[str] = set()
        for name, level in (("ept", "EPT"), ("epci", "EPCI")):
            source = f"{LIST}#{name}.json"
            for record in self._today[name]:
                id_ = f"{name}:{record['code']}"
                self._state(
                    id_,
                    "Territory",
                    record["nom"],
                    alias=_long_form(record["nom"]),
                    territory_level=level,
                    siren=record["code"],
                    source=source,
                )
                members = {member["code"] for member in record["membres"]}
                around = self._whole(members)
                if around is not None:
                    self._within(id_, around, source)
                if name == "ept":
                    in_ept |= members
                else:
                    members -= in_ept  # they are in the metropolis through their EPT
                for code in members:
                    self._within(f"commune:{code}", id_, source)

    def _whole(self, members: Iterable[str]) -> str | None:
        """The département, else the région, in which all members are."""
        records = [self._current[code] for code in members]
        for level in ("departement", "region"):
            codes = {record[level] for record in records}
            if len(codes) == 1 and records[0]["zone"] != "com":
                return f"{level}:{codes.pop()}"
        return f"departement:{records[0]['departement']}" if records[0]["zone"] == "com" else None


def _ids(path: Path, *columns: str) -> set[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {tuple(row[column] for column in columns) for row in csv.DictReader(file)}


def _source(stated: str) -> str:
    if stated == "history":
        return "doc:historique-communes-2019#historique-communes.json"
    return f"doc:decoupage-administratif-{stated}#communes.json"


def _aliases(commune: Commune) -> list[str]:
    """Former names that differ by more than accents and case, the last one first."""
    names: dict[str, str] = defaultdict(str)
    for name in commune.former_names:
        names.setdefault(folded(name), name)
    names.pop(folded(commune.name), None)
    return list(names.values())


def _long_form(name: str) -> str:
    short, _, rest = name.partition(" ")
    return f"{LONG_FORMS[short]} {rest}" if short in LONG_FORMS else ""


def _notes(commune: Commune) -> Iterable[str]:
    for old, last in commune.former_codes.items():
        yield f"Code {old} jusqu'au {_in_words(last)}."
    if commune.grown and commune.ended is None:
        before = next(iter(_aliases(commune)), commune.name)
        yield (
            f"Commune nouvelle depuis le {_in_words(commune.grown)} ; "
            f"le code désignait auparavant {before}."
        )
    if commune.ended is not None and not commune.inside:
        yield "Commune supprimée ; son territoire a été partagé."
    if commune.ended is not None and commune.ended_source != "history":
        year = int(commune.ended_source)
        first = HISTORY_ENDS if year == min(YEARS) else f"{year - 1}-01-01"
        yield (
            f"Encore commune au {_in_words(first)}, plus au {_in_words(commune.ended)} : "
            "la liste annuelle ne donne pas le jour."
        )


def _in_words(day: str) -> str:
    year, month, number = (int(part) for part in day.split("-"))
    return f"{'1er' if number == 1 else number} {MONTHS[month - 1]} {year}"


if __name__ == "__main__":
    main()
