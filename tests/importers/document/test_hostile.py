"""A hundred hostile files: each is refused with its remedy or read, and costs little."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.errors import InvalidData
from importers.base import no_progress
from importers.document.parsing.files import text_of
from importers.document.read import read_document
from tests.importers.document.made.hostile import Hostile, hostile_files
from tests.importers.document.made.office import zipped

MOST_SECONDS = 60
"""For one file, on a machine that does much else."""


def outcome(file: Hostile) -> tuple[str, str | None, str, float]:
    """What becomes of a file: its name, the code of its refusal, the message, the seconds."""
    start = time.perf_counter()
    try:
        text_of(file.name, file.content, no_progress)
        code, message = None, ""
    except InvalidData as error:
        code, message = error.code, str(error)
    return file.name, code, message, time.perf_counter() - start


def test_a_hundred_hostile_files_are_refused_with_a_remedy() -> None:
    files = hostile_files()
    assert len(files) >= 100
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(outcome, files))
    told = {name: code for name, code, _, _ in outcomes}
    expected = {file.name: file.code for file in files if file.code is not None}
    assert {name: told[name] for name in expected} == expected
    for name, code, message, seconds in outcomes:
        assert seconds < MOST_SECONDS, name
        assert code is None or message.startswith(f"{name} : "), message


def test_a_document_of_scans_is_told_what_to_do() -> None:
    scan = next(file for file in hostile_files() if file.name == "scan.pdf")
    assert outcome(scan)[2] == (
        "scan.pdf : le document n'a pas de texte, seulement des images : le passer à la "
        "reconnaissance de caractères (OCR) et l'enregistrer en PDF avec texte, ou donner le "
        "fichier Word d'origine"
    )


def refusal(name: str, content: bytes) -> str:
    """The message that refuses a file."""
    with pytest.raises(InvalidData) as error:
        read_document(name, content, None, no_progress)
    return str(error.value)


def test_a_picture_called_pdf_is_told_to_be_a_picture() -> None:
    told = refusal("scan.pdf", b"\x89PNG\r\n" + bytes(50))
    assert told.startswith("scan.pdf : ce fichier est une image, pas un PDF")


def test_a_workbook_whole_or_cut_short_is_told_which_formats_are_read() -> None:
    workbook = zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})
    for content in (workbook, workbook[:-30]):
        told = refusal("suivi.xlsx", content)
        assert told.startswith("suivi.xlsx : c'est un classeur")
        assert "PDF, DOCX, ODT" in told


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Mme X, née le 12/03/1980, est suivie.", "ce passage"),
        ("Nom de l'usager : X", "l'intitulé « Nom de l'usager »"),
    ],
)
def test_data_on_beneficiaries_in_a_text_is_told_without_words_of_tables(
    line: str, what: str
) -> None:
    told = refusal("texte.txt", f"Convention\n\nObjet.\n{line}\n".encode())
    assert told.startswith(f"texte.txt, ligne 4 : {what} semble porter sur des bénéficiaires")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a" * 5_000, "ligne 1 : une suite de plus de 2 000 caractères sans espace"),
        ("La Ville de Vire. " * 60_000, "le texte a 1080000 caractères"),
        ("DÃ©partement, prÃ©fet, santÃ©, Ã©tÃ©", "les accents sont illisibles"),
    ],
)
def test_what_is_no_prose_is_refused_at_once(content: str, told: str) -> None:
    assert told in refusal("texte.txt", content.encode())
