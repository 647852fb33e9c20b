"""``maillage check`` as users run it."""

import json
from pathlib import Path

import pytest

from api.cli import main
from graph.repository import Repository
from queries.check import RULES
from tests.exports.drawn import Rows, drawn, table


@pytest.fixture
def clean() -> Rows:
    """A graph that needs no look."""
    return table("id,kind,name,source\ndoc:d,Document,D,\ntheme:t,Theme,T,doc:d")


def run(repository: Repository, folder: Path, *words: str) -> int:
    """``maillage check`` on a store: the exit code."""
    repository.close()
    with pytest.raises(SystemExit) as left:
        main(["check", *words, "--store", f"sqlite:///{folder.parent / 'graph.db'}"])
    assert isinstance(left.value.code, int)
    return left.value.code


def test_exit_code_and_json(clean: Rows, capsys: pytest.CaptureFixture[str]) -> None:
    with drawn(clean) as (repository, folder):
        assert run(repository, folder, "--json", "--as-of", "2026-01-31") == 0
        told = json.loads(capsys.readouterr().out)
        assert told == {"asOf": "2026-01-31", "totalCount": 0, "items": []}
    with drawn([*clean, {"id": "fra:a", "kind": "Framework", "name": "A"}]) as (repository, folder):
        assert run(repository, folder, "--json", "--first", "1") == 1
        told = json.loads(capsys.readouterr().out)
        assert told["totalCount"] == 4
        assert told["items"] == [
            {
                "rule": "INITIATIVE_WITHOUT_THEME",
                "severity": "MEDIUM",
                "subject": {"id": "fra:a", "kind": "FRAMEWORK", "name": "A"},
                "other": None,
                "relation": None,
                "message": "« A » n'a pas de thème",
                "remedy": RULES["INITIATIVE_WITHOUT_THEME"].remedy,
            }
        ]


def test_it_reads_in_french(clean: Rows, capsys: pytest.CaptureFixture[str]) -> None:
    with drawn([*clean, {"id": "act:a", "kind": "Actor", "name": "A [b]"}]) as (repository, folder):
        assert run(repository, folder) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Fait sans source (1)"
    assert lines[1] == "   « A [b] » (acteur) n'a pas de source"
    assert lines[2].startswith("   → citer le document")
    assert lines[-1] == "1 point à regarder"
