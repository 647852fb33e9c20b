"""Structures and services of data·inclusion, in each of the forms in which they are published."""

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import polars
import pytest

from graph.errors import InvalidData
from graph.repository import Repository
from importers.report import Fate
from tests.importers.lists.conftest import Import, fates, reasons

Record: TypeAlias = Mapping[str, object]

STRUCTURE = {
    "source": "dora",
    "id": "dora--005d3060",
    "nom": "Agence Action Logement",
    "date_maj": "2026-02-23",
    "siret": "82454114801871",
    "code_insee": "93010",
    "reseaux_porteurs": ["action-logement"],
}
SERVICE = {
    "source": "dora",
    "structure_id": "dora--005d3060",
    "id": "dora--53669028",
    "nom": "Logement social",
    "description": "Demander un logement social par la plateforme locative.",
    "date_maj": "2026-02-27",
    "type": "accompagnement",
    "thematiques": ["logement-hebergement--louer-un-logement", "mobilite--preparer-un-permis"],
    "publics": ["beneficiaires-des-minimas-sociaux", "jeunes"],
    "zone_eligibilite": ["93", "75056"],
    "contact_nom_prenom": "Camille Exemple",
    "courriel": "camille@exemple.fr",
}


def as_csv(folder: Path, name: str, record: Record) -> Path:
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(record))
        writer.writeheader()
        writer.writerow(
            {
                key: ",".join(each) if isinstance(each, list) else each
                for key, each in record.items()
            }
        )
    return path


def as_json(folder: Path, name: str, record: Record) -> Path:
    path = folder / f"{name}.json"
    path.write_text(json.dumps([record]), encoding="utf-8")
    return path


def as_parquet(folder: Path, name: str, record: Record) -> Path:
    path = folder / f"{name}.parquet"
    polars.DataFrame([record]).write_parquet(path)
    return path


@pytest.mark.parametrize("write", [as_csv, as_json, as_parquet])
def test_a_structure_and_its_service(
    vocabularies: Repository,
    import_list: Import,
    tmp_path: Path,
    write: Callable[[Path, str, Record], Path],
) -> None:
    """An actor, and an action that it leads; the named contact is nowhere."""
    paths = [
        write(tmp_path, "services", SERVICE),  # structures are read first, whatever the order
        write(tmp_path, "structures", STRUCTURE),
    ]
    report = import_list("data-inclusion", paths)
    assert fates(report) == {"CREATED": 2}
    # two Documents; the structure and its commune; the service, its lead, two themes, two
    # publics, and the zone that the vocabularies know
    assert report.created == 2 + 2 + 1 + 1 + 2 + 2 + 1
    view = vocabularies.view()
    service = view.entity(view.rows_by_id["axn:di-dora--53669028"])
    assert service.props["activity_type"] == "Accompagnement"
    told = {
        (each.type.value, each.origin if each.origin != service.id else each.target, each.role)
        for each in map(view.relation, view.touching(view.rows_by_id[service.id]))
    }
    assert told == {
        ("INVOLVED_IN", "act:di-dora--005d3060", "LEAD"),
        ("ADDRESSES", "theme:logement-hebergement", None),
        ("ADDRESSES", "theme:mobilite", None),
        ("TARGETS", "audience:beneficiaires-des-minimas-sociaux", None),
        ("TARGETS", "audience:jeunes", None),
        ("COVERS", "departement:93", None),
    }
    texts = "".join(str(view.entity(row)) for row in range(view.size))
    assert "Camille" not in texts
    assert import_list("data-inclusion", paths).change_set is None


def test_what_the_schema_refuses(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """Row by row, in French, by the official schema; a service needs its structure."""
    wrong = {**STRUCTURE, "nom": "A", "date_maj": "1999-01-01", "code_postal": "750121"}
    report = import_list("data-inclusion", [as_json(tmp_path, "structures", wrong)])
    assert reasons(report, Fate.REFUSED) == {
        1: "« nom » (A) : trop court ; « date_maj » (1999-01-01) : n'est pas valide ; "
        "« code_postal » (750121) : trop long"
    }
    report = import_list("data-inclusion", [as_json(tmp_path, "services", SERVICE)])
    assert reasons(report, Fate.REFUSED) == {
        1: "structure « dora--005d3060 » inconnue : importer d'abord sa liste"
    }


def test_a_theme_without_correspondence_is_told(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    service = {**SERVICE, "thematiques": ["remobilisation--bien-etre-confiance-en-soi"]}
    paths = [
        as_json(tmp_path, "structures", STRUCTURE),
        as_json(tmp_path, "services", service),
    ]
    assert reasons(import_list("data-inclusion", paths)) == {
        1: "« remobilisation--bien-etre-confiance-en-soi » n'a pas de correspondance dans la base"
    }


def test_a_record_about_a_person_stops_the_import(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """In JSON as in a table, by the name of a value or by what it holds."""
    for more in ({"date_naissance": "1985"}, {"description": "né le 12/03/1985 à Bondy"}):
        path = as_json(tmp_path, "structures", {**STRUCTURE, **more})
        with pytest.raises(InvalidData, match="bénéficiaires"):
            import_list("data-inclusion", [path])
