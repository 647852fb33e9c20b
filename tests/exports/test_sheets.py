"""Sheets open in French spreadsheets by a double click, and run nothing."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from api.exports import EXPORTS, part
from api.exports.sheets import as_text, sheets
from graph.ontology import KINDS, PROPERTY, RELATION_PROPERTY
from tests.exports.drawn import drawn, table

ENTITIES = """id,kind,name,framework_kind,start,open_ended,budget,fte,alias,note,source
doc:fiche,Document,La fiche,,,,,,,,
fra:pst,Framework,PST de Bondy,PST,2013-07,true,3000,0.75,PST|Projet,=1+1,doc:fiche#p. 2
act:caf,Actor,CAF,,,,,,,,
theme:sante,Theme,+Santé,,,,,,,@SOMME(A1),doc:fiche
"""
RELATIONS = """type,from,to,role,end,amount,source
INVOLVED_IN,act:caf,fra:pst,FUNDER,2015,1500.5,doc:fiche#p. 3
ADDRESSES,fra:pst,theme:sante,,,,
"""


def rows(content: bytes) -> list[dict[str, str]]:
    """A sheet as a French spreadsheet reads it."""
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=";"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The drawn graph as a folder of sheets."""
    with drawn(table(ENTITIES), table(RELATIONS)) as (repository, _):
        EXPORTS["csv"](repository.view(), tmp_path / "feuilles", None)
    return tmp_path / "feuilles"


def test_one_sheet_per_kind_and_one_of_relations(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [
        *("acteurs.csv", "actions.csv", "besoins.csv", "cadres.csv", "dispositifs.csv"),
        *("documents.csv", "instances.csv", "liens.csv", "publics.csv", "reunions.csv"),
        *("territoires.csv", "themes.csv"),
    ]
    assert len(KINDS) == 12


def test_headers_and_values_are_french(folder: Path) -> None:
    assert rows((folder / "cadres.csv").read_bytes()) == [
        {
            "identifiant": "fra:pst",
            "nom": "PST de Bondy",
            "autres noms": "PST | Projet",
            "type de cadre": "projet social de territoire",
            "début": "2013-07",
            "sans terme": "oui",
            "équivalents temps plein": "0,75",
            "budget": "3000",
            "note": "'=1+1",
            "sources": "La fiche, p. 2",
            "documents cités": "doc:fiche",
        }
    ]
    assert rows((folder / "liens.csv").read_bytes())[1] == {
        "relation": "participe à",
        "de (identifiant)": "act:caf",
        "de (nom)": "CAF",
        "de (type)": "acteur",
        "vers (identifiant)": "fra:pst",
        "vers (nom)": "PST de Bondy",
        "vers (type)": "cadre",
        "rôle": "financeur",
        "fin": "2015",
        "montant": "1500,5",
        "sources": "La fiche, p. 3",
        "documents cités": "doc:fiche",
    }


def test_a_fact_without_source_names_its_import(folder: Path) -> None:
    (caf,) = rows((folder / "acteurs.csv").read_bytes())
    assert (caf["sources"], caf["documents cités"]) == ("import cs1", "")


def test_no_header_names_two_columns() -> None:
    with drawn(table(ENTITIES), table(RELATIONS)) as (repository, _):
        view = repository.view()
        for sheet in sheets(view, part(view)):
            assert len(set(sheet.headers)) == len(sheet.headers)
    for properties in (PROPERTY, RELATION_PROPERTY):
        labels = [prop.label for prop in properties.values()]
        assert len(set(labels)) == len(labels)


def test_no_cell_starts_a_formula(folder: Path) -> None:
    for path in folder.iterdir():
        for row in rows(path.read_bytes()):
            assert not any(
                cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values()
            )
    (sante,) = rows((folder / "themes.csv").read_bytes())
    assert (sante["nom"], sante["note"]) == ("'+Santé", "'@SOMME(A1)")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_formulas_become_texts(start: str) -> None:
    assert as_text(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"
    assert as_text(f"a{start}") == f"a{start}"


def test_an_archive_holds_the_same_sheets(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "feuilles.ZIP"
    with drawn(table(ENTITIES), table(RELATIONS)) as (repository, _):
        EXPORTS["csv"](repository.view(), out, None)
        first = out.read_bytes()
        EXPORTS["csv"](repository.view(), out, None)
        assert out.read_bytes() == first
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
    assert found == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_second_export_leaves_nothing_of_the_first(folder: Path) -> None:
    with drawn([]) as (repository, _):
        EXPORTS["csv"](repository.view(), folder, None)
    assert all(rows_ == [] for rows_ in (rows(path.read_bytes()) for path in folder.iterdir()))
