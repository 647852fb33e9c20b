"""A hundred hostile files: each is refused with its remedy or read, and costs little."""

import time
from concurrent.futures import ThreadPoolExecutor

from graph.errors import InvalidData
from importers.base import no_progress
from importers.document.parsing.files import text_of
from tests.importers.document.made.hostile import Hostile, hostile_files

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
