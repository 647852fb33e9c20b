"""``maillage import document``: a corrected reading, applied once, told as JSON."""

import json
from pathlib import Path

import pytest

from graph.progress import WRITING, Progress
from graph.repository import Repository
from importers.document.apply import Confirmed, SourceDocument, apply_reading
from importers.document.exchange import parse_reading
from tests.api.conftest import Run
from tests.interrupting import check_interrupt

READING = {
    "framework": {"kind": "CTG", "title": "CTG de Bondy", "passage": "CONVENTION"},
    "actors": [{"mention": "la CAF", "kind": "CAF", "roles": ["SIGNATORY"], "passage": "la CAF"}],
    "territories": [{"name": "Bondy", "passage": "à Bondy"}, {"name": "Atlantide"}],
}


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, Path]:
    """A convention and its reading."""
    text, reading = tmp_path / "convention.txt", tmp_path / "lecture.json"
    text.write_text("CONVENTION entre la CAF et la Ville, à Bondy", encoding="utf-8")
    reading.write_text(json.dumps(READING), encoding="utf-8")
    return str(text), reading


def test_a_reading_is_applied_once_and_taken_back(imported: Run, files: tuple[str, Path]) -> None:
    words = ("import", "document", files[0], "--reading", str(files[1]))
    assert imported(*words, "--dry-run")[1]["changeSet"] is None
    code, first = imported(*words)
    assert (code, first["created"], first["refused"]) == (0, 5, 0)
    assert first["remarks"] == [
        "territories[1] : « Atlantide » n'est pas un territoire de la base, il n'est pas écrit"
    ]
    again = imported(*words)[1]
    assert (again["changeSet"], again["created"], again["changed"]) == (None, 0, 0)
    assert imported("revert", first["changeSet"])[0] == 0
    assert imported(*words)[1]["created"] == 5


def test_a_document_without_reading_says_how_to_make_one(
    imported: Run, files: tuple[str, Path]
) -> None:
    code, told = imported("import", "document", files[0])
    assert (code, told["error"]["code"]) == (1, "MISSING_READING")
    assert "maillage read convention.txt --json" in told["error"]["message"]


def test_a_wrong_reading_names_its_field(imported: Run, files: tuple[str, Path]) -> None:
    files[1].write_text('{"actors": [{"mention": "la CAF", "roles": ["CHEF"]}]}')
    code, told = imported("import", "document", files[0], "--reading", str(files[1]))
    assert code == 1
    assert told["error"]["file"] == str(files[1])
    assert "actors[0].roles[0]" in told["error"]["message"]


def test_a_reading_of_another_document_is_refused(
    imported: Run, files: tuple[str, Path], tmp_path: Path
) -> None:
    """Its passages would be stored as the words of this one."""
    other = tmp_path / "autre.txt"
    other.write_text("CONVENTION entre la Région et la Ville", encoding="utf-8")
    code, told = imported("import", "document", str(other), "--reading", str(files[1]))
    error = told["error"]
    assert (code, error["code"], error["file"]) == (1, "MISQUOTED", str(files[1]))
    assert "de ces faits : actors[0], territories[0] ;" in error["message"]
    assert "maillage read FICHIER --json" in error["message"]
    words = ("import", "document", files[0], "--reading", str(files[1]))
    assert imported(*words)[1]["created"] == 5  # nothing had been written


def test_a_reading_says_which_file_it_is_of(imported: Run, tmp_path: Path) -> None:
    """Read, then applied to another file whose text has every passage all the same."""
    texts = [tmp_path / "un.txt", tmp_path / "deux.txt"]
    for number, path in enumerate(texts):
        path.write_text(f"CONVENTION entre la CAF et la Ville{'.' * number}", encoding="utf-8")
    reading = tmp_path / "lue.json"
    reading.write_text(json.dumps(imported("read", str(texts[0]))[1]), encoding="utf-8")
    assert imported("import", "document", str(texts[0]), "--reading", str(reading))[0] == 0
    code, told = imported("import", "document", str(texts[1]), "--reading", str(reading))
    assert (code, told["error"]["code"]) == (1, "OTHER_DOCUMENT")


def test_a_fact_that_the_reader_missed_is_written_in_the_reading(
    imported: Run, files: tuple[str, Path]
) -> None:
    """With its passage, checked as any other."""
    town = {"mention": "la Ville", "kind": "COMMUNE", "passage": "la Ville", "added": True}
    for passage, code in (("la Villa", 1), ("entre la CAF", 1), ("et la Ville", 0)):
        actors = [*READING["actors"], {**town, "passage": passage}]
        files[1].write_text(json.dumps({**READING, "actors": actors}))
        assert imported("import", "document", files[0], "--reading", str(files[1]))[0] == code
    found = imported("ask", "search", "--text", "Ville", "--kinds", "ACTOR")[1]["items"]
    assert "Ville" in [each["entity"]["name"] for each in found]


@pytest.mark.parametrize("phase", ["vérification", WRITING])
def test_an_interrupt_counts_until_the_store_is_written_to(
    repository: Repository, capfd: pytest.CaptureFixture[str], phase: str
) -> None:
    """As for the other imports: never half-way, and nobody is told what is not so."""
    reading = {**READING, "actors": [{"mention": f"Association {n}"} for n in range(600)]}
    confirmed = Confirmed(SourceDocument("ab" * 32, "CTG"), parse_reading(reading))

    def run(progress: Progress) -> None:
        apply_reading(repository, confirmed, author="essai", progress=progress)

    check_interrupt(repository, capfd, phase, run)


def test_a_missing_file_is_named(imported: Run, files: tuple[str, Path]) -> None:
    code, told = imported("import", "document", "absent.pdf", "--reading", str(files[1]))
    assert (code, told["error"]["file"]) == (1, "absent.pdf")


def test_the_full_text_is_kept_when_asked_only(
    imported: Run, files: tuple[str, Path], tmp_path: Path
) -> None:
    words = ("import", "document", files[0], "--reading", str(files[1]))
    kept = b"entre la CAF et la Ville"
    imported(*words)
    assert kept not in stored(tmp_path)
    assert imported(*words, "--keep-text")[1]["changed"] == 1
    assert kept in stored(tmp_path)


def stored(folder: Path) -> bytes:
    """All that the store's files hold."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("graph.db*")))
