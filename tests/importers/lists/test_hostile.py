"""Corrupted variants of the samples: the right message, and nothing written."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import InvalidData
from graph.repository import Repository
from importers import IMPORTERS
from tests.importers.lists.conftest import Import, fates, samples
from tests.importers.refusing import refused
from tests.importers.workbooks import write_raw_xlsx, write_xlsx

Spoil = Callable[[str], str | bytes]

GRANTS = samples("subventions", "fixture_SCDL.csv")[0]
ASSOCIATIONS = samples("rna", "rna_waldec_extrait.csv")[0]
ESTABLISHMENTS = samples("finess", "etalab-cs1100502-extrait.csv")[0]
TOWN_HALL = samples("annuaire", "gouv_local_extrait.json")[0]
CONTRACTS = samples("contrats-ville", "contrats_de_ville_extrait.csv")[0]
POSTS = samples("contrats-ville", "postes-fonjep_extrait.json")[0]
STRUCTURES = samples("data-inclusion", "dataset_fixture_structures.csv")[0]


def replaced(old: str, new: str) -> Spoil:
    return lambda text: text.replace(old, new)


# A sample, what is done to it, and what is told: code, row, column, words of the message.
SPOILED: dict[str, tuple[str, Path, Spoil, tuple[str, int | None, str | None, str]]] = {
    "no mandatory column": (
        "subventions",
        GRANTS,
        replaced("dateConvention", "quand"),
        ("MISSING_COLUMN", 1, "dateConvention", "Vérifier que le fichier est bien de ce format"),
    ),
    "no mandatory column, associations": (
        "rna",
        ASSOCIATIONS,
        replaced('"titre";', '"nom";'),
        ("MISSING_COLUMN", 1, "titre", "obligatoire"),
    ),
    "no mandatory column, contracts": (
        "contrats-ville",
        CONTRACTS,
        replaced("codgeo", "geo"),
        ("MISSING_COLUMN", 1, "codgeo", "obligatoire"),
    ),
    "no source": (
        "data-inclusion",
        STRUCTURES,
        lambda text: text,
        ("MISSING_COLUMN", 1, "source", "date_maj aussi"),
    ),
    "another list": (
        "contrats-ville",
        GRANTS,
        lambda text: text,
        ("UNKNOWN_LIST", 1, None, "listes admises : contrats de ville"),
    ),
    "no first line": (
        "finess",
        ESTABLISHMENTS,
        lambda text: text.partition("\n")[2],
        ("MISSING_COLUMN", 1, None, "finess;etalab"),
    ),
    "truncated in a row": (
        "finess",
        ESTABLISHMENTS,
        lambda text: text[:-60],
        ("TRUNCATED", 7, None, "au lieu de 32"),
    ),
    "truncated in a quoted cell": (
        "rna",
        ASSOCIATIONS,
        lambda text: text[:-5],
        ("INVALID_CSV", None, None, "s'arrête dans une cellule"),
    ),
    "truncated between cells": (
        "rna",
        ASSOCIATIONS,
        lambda text: text[:-60].rpartition(";")[0],
        ("TRUNCATED", 5, None, "sur 39"),
    ),
    "truncated in an object": (
        "annuaire",
        TOWN_HALL,
        lambda text: text[:-60],
        ("INVALID_JSON", None, None, "s'arrête en chemin"),
    ),
    "truncated list of posts": (
        "contrats-ville",
        POSTS,
        lambda text: text[:-60],
        ("INVALID_JSON", None, None, "JSON"),
    ),
    "rounded SIRET": (
        "subventions",
        GRANTS,
        replaced("13579246800043", "1,35792E+13"),
        ("SPOILED_IDENTIFIER", 2, "idBeneficiaire", "ses chiffres sont perdus"),
    ),
    "rounded FINESS": (
        "finess",
        ESTABLISHMENTS,
        replaced(";010000024;", ";1e+07;"),
        ("SPOILED_IDENTIFIER", 2, "nofinesset", "arrondi"),
    ),
    "FINESS without its zero": (
        "finess",
        ESTABLISHMENTS,
        replaced(";010000024;", ";10000024;"),
        ("INVALID_IDENTIFIER", 2, "nofinesset", "a ôté des zéros"),
    ),
    "a formula": (
        "subventions",
        GRANTS,
        replaced("Pride Marseille 2019", '=HYPERLINK(""x"")'),
        ("FORMULA", 4, "objet", "formule"),
    ),
    "a cell too many": (
        "subventions",
        GRANTS,
        replaced("Pride Marseille 2019", "Pride;Marseille;2019"),
        ("TOO_MANY_CELLS", 4, None, "entre guillemets"),
    ),
    "bytes": (
        "subventions",
        GRANTS,
        lambda text: text.encode() + b"\x00\x01",
        ("NUL_BYTE", None, None, "n'est pas du texte"),
    ),
    "nothing": ("rna", ASSOCIATIONS, lambda _: "", ("EMPTY_FILE", None, None, "vide")),
}


@pytest.mark.parametrize("name", SPOILED)
def test_spoiled(repository: Repository, tmp_path: Path, name: str) -> None:
    source, sample, spoil, (code, row, column, words) = SPOILED[name]
    content = spoil(sample.read_text(encoding="utf-8-sig"))
    path = tmp_path / sample.name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    error = refused(repository, IMPORTERS[source], [path])
    assert error.code == code
    assert words in str(error)
    assert str(path) in (error.place.file or "")
    if row is not None:
        assert error.place.row == row
    assert error.place.column == column


def test_a_missing_file(repository: Repository, tmp_path: Path) -> None:
    for source in ("table", "rna", "annuaire", "contrats-ville", "data-inclusion"):
        error = refused(repository, IMPORTERS[source], [tmp_path / "absent.csv"])
        assert error.code == "MISSING_FILE"


def test_cells_too_far_apart(repository: Repository, tmp_path: Path) -> None:
    """A legal workbook of one kilobyte that ends the process which reads it."""
    path = write_raw_xlsx(
        tmp_path / "loin.xlsx",
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
    )
    assert path.stat().st_size < 2048
    error = refused(repository, IMPORTERS["table"], [path])
    assert (error.code, "très loin des autres" in str(error)) == ("SHEET_TOO_LARGE", True)


def test_a_workbook_that_unfolds_without_measure(repository: Repository, tmp_path: Path) -> None:
    path = tmp_path / "bombe.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as inside,
    ):
        for _ in range(1100):
            inside.write(b" " * 1_000_000)
    assert refused(repository, IMPORTERS["table"], [path]).code == "ARCHIVE_TOO_LARGE"


def test_an_archive_that_unfolds_without_measure(repository: Repository, tmp_path: Path) -> None:
    path = tmp_path / "rna.csv.gz"
    with gzip.open(path, "wb", compresslevel=9) as stream:
        for _ in range(150):
            stream.write(b"a;b\n" * 250_000)
    assert refused(repository, IMPORTERS["rna"], [path]).code == "ARCHIVE_TOO_LARGE"


def test_a_broken_archive(repository: Repository, tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.write(ASSOCIATIONS, "rna.csv")
    path = tmp_path / "rna.zip"
    path.write_bytes(whole.getvalue()[:-30])
    assert refused(repository, IMPORTERS["rna"], [path]).code == "INVALID_ARCHIVE"
    book = write_xlsx(tmp_path / "suivi.xlsx", {"Suivi": [["Action", "Commune"], ["A", "Bondy"]]})
    book.write_bytes(book.read_bytes()[:-200])
    assert refused(repository, IMPORTERS["table"], [book]).code == "INVALID_SHEET"


def test_formulas_that_were_never_computed(repository: Repository, tmp_path: Path) -> None:
    path = write_raw_xlsx(
        tmp_path / "formules.xlsx", '<row r="1"><c r="A1"><f>1+1</f><v></v></c></row>'
    )
    assert refused(repository, IMPORTERS["table"], [path]).code == "FORMULA"


def test_a_million_empty_rows(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """Rows that hold nothing but their number are read, and state nothing."""
    rows = "".join(f'<row r="{number}"/>' for number in range(3, 1_048_577))
    text = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    head = f'<row r="1">{text.format("A1", "Action")}{text.format("B1", "Commune")}</row>'
    first = f'<row r="2">{text.format("A2", "Atelier")}{text.format("B2", "Bondy")}</row>'
    path = write_raw_xlsx(tmp_path / "vides.xlsx", head + first + rows)
    assert fates(import_list("table", [path])) == {"CREATED": 1}


def test_what_is_mended(vocabularies: Repository, import_list: Import, tmp_path: Path) -> None:
    """Another delimiter, cp1252, a SIRET without its first zero, a decimal SIRET, the serial number
    of a day: read as they were meant, since nothing else could be."""
    path = tmp_path / "subventions.csv"
    path.write_bytes(
        (
            "nomAttribuant|idAttribuant|dateConvention|nomBeneficiaire|idBeneficiaire|objet|montant\n"
            "Département de l'Ain|22930008200453.0|45292|Été|5520135500017|Œuvre|12 000,50 €\n"
        ).encode("cp1252")
    )
    report = import_list("subventions", [path])
    assert fates(report) == {"CREATED": 1}
    view = vocabularies.view()
    actors = {view.entity(row).id: view.entity(row) for row in range(view.size)}
    assert "act:siret-22930008200453" in actors
    assert actors["act:siret-05520135500017"].name == "Été"
    (grant,) = (each for id_, each in actors.items() if id_.startswith("fra:subvention"))
    assert (grant.start, grant.props["budget"]) == ("2024-01-01", 12000.5)


def test_an_archive_of_blank_lines_is_a_bomb_and_not_an_empty_file(
    repository: Repository, tmp_path: Path
) -> None:
    path = tmp_path / "rna.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rna.csv", b"\n" * 101_000_000)
    assert refused(repository, IMPORTERS["rna"], [path]).code == "ARCHIVE_TOO_LARGE"


def test_an_archive_is_read_member_by_member(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    path = tmp_path / "rna.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(ASSOCIATIONS, "rna_waldec_dpt_976.csv")
        archive.writestr("lisez-moi.pdf", b"%PDF")
    assert fates(import_list("rna", [path])) == {"CREATED": 4}


def test_objects_that_are_none(repository: Repository, tmp_path: Path) -> None:
    path = tmp_path / "annuaire.json"
    path.write_text(json.dumps({"service": ["mairie"]}), encoding="utf-8")
    assert refused(repository, IMPORTERS["annuaire"], [path]).code == "INVALID_JSON"


ACCENTED = "Action;Porteur\nAtelier santé des femmes à l'école;Les Élèves français\n"
TYPED = "Action;Porteur\nChœur d'été… et fête – l’accueil;Œuvre “laïque” (5 ‰)†\n"


@pytest.mark.parametrize("encoding", ["cp850", "cp437", "mac_roman"])
def test_accents_of_another_system_are_refused(
    import_list: Import, tmp_path: Path, encoding: str
) -> None:
    """Excel's « CSV (MS-DOS) » would be read as « sant‚ »."""
    path = tmp_path / "suivi.csv"
    path.write_bytes(ACCENTED.encode(encoding))
    with pytest.raises(InvalidData, match="« CSV UTF-8 »") as error:
        import_list("table", [path])
    assert error.value.code == "WRONG_ENCODING"


@pytest.mark.parametrize("text", [ACCENTED, TYPED, "Action;Porteur\nFin…;L’œuvre–Œil\n"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
def test_typed_marks_are_not_foreign(
    import_list: Import, tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "suivi.csv"
    path.write_bytes(text.encode(encoding))
    assert fates(import_list("table", [path])) == {"CREATED": 1}
