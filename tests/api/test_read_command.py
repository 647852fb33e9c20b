"""``maillage read``: a French table, or the reading as JSON; nothing is stored."""

import json
import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "importers/document/samples/fiche_action.txt"


def maillage(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from api.cli import main; main()", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_json_is_a_reading(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'graph.db'}"
    done = maillage("read", str(SAMPLE), "--json", "--store", store)
    assert done.returncode == 0, done.stderr
    reading = json.loads(done.stdout)
    assert reading["framework"]["start"] == "2024-09"
    assert reading["actors"][0]["roles"] == ["LEAD"]


def test_the_table_is_french() -> None:
    done = maillage("read", str(SAMPLE))
    assert done.returncode == 0, done.stderr
    assert "Centre social Les Tilleuls : porteur" in done.stdout
    assert "Rien n'est enregistré" in done.stderr


def test_what_is_no_document_is_refused_by_name(tmp_path: Path) -> None:
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"\x89PNG\r\n" + bytes(20))
    done = maillage("read", str(picture), "--json")
    assert done.returncode == 1
    error = json.loads(done.stdout)["error"]
    assert (error["code"], error["file"]) == ("NO_TEXT", str(picture))
    assert maillage("read", str(tmp_path / "absent.pdf")).returncode == 1
