"""``maillage export`` as users run it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from api.cli import main
from api.exports import EXPORTS
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from graph.view import GraphView
from tests.exports.drawn import draw, table

Run = Callable[..., tuple[int, dict[str, Any]]]

ENTITIES = """id,kind,name,start,end
terr:bondy,Territory,Bondy,,
terr:lille,Territory,Lille,,
terr:vide,Territory,Vide,,
axn:bondy,Action,Ici,2014,2015-06-30
axn:lille,Action,Là-bas,,
"""
RELATIONS = """type,from,to
COVERS,axn:bondy,terr:bondy
COVERS,axn:lille,terr:lille
"""
FORMATS = [name for name in EXPORTS if name != "bundle"]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``maillage ... --json`` on the drawn graph: exit code, object printed."""
    repository = Repository(SqliteStore(tmp_path / "graph.db"))
    draw(repository, table(ENTITIES), table(RELATIONS))
    repository.close()

    def run_command(*words: str) -> tuple[int, dict[str, Any]]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([*words, "--json", "--store", f"sqlite:///{tmp_path / 'graph.db'}"])
        printed: dict[str, Any] = json.loads(capsys.readouterr().out)
        assert isinstance(left.value.code, int)
        return left.value.code, printed

    return run_command


def nodes(path: Path) -> set[str]:
    """The ids in a GEXF file."""
    return set(nx.read_gexf(path))


def test_limits(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "graph.gexf"
    code, told = run("export", "gexf", str(out))
    assert (code, told) == (
        0,
        {"format": "gexf", "path": str(out), "entities": 5, "relations": 2},
    )
    assert run("export", "gexf", str(out), "--territory", "bondy")[0] == 0
    assert nodes(out) == {"axn:bondy", "terr:bondy"}
    run("export", "gexf", str(out), "--territory", "Bondy", "--as-of", "2015-06-30")
    assert nodes(out) == {"axn:bondy", "terr:bondy"}
    run("export", "gexf", str(out), "--territory", "Bondy", "--as-of", "2015-07-01")
    assert nodes(out) == {"terr:bondy"}
    run("export", "gexf", str(out), "--as-of", "2015-07-01")
    assert nodes(out) == {"axn:lille", "terr:bondy", "terr:lille", "terr:vide"}
    run("export", "gexf", str(out), "--known-at", "2001-01-01")
    assert nodes(out) == set()


@pytest.mark.parametrize("name", EXPORTS)
def test_an_empty_territory_is_written_and_told(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    out = tmp_path / "sortie"
    code, told = run("export", name, str(out), "--territory", "Vide")
    assert (code, told["entities"], told["relations"]) == (0, 1, 0)
    assert out.exists()
    with pytest.raises(SystemExit):
        main(["export", name, str(out), "--territory", "Vide", "--store", _store(tmp_path)])
    assert "Rien n'y est recensé" in capsys.readouterr().err


def _store(folder: Path) -> str:
    return f"sqlite:///{folder / 'graph.db'}"


@pytest.mark.parametrize("name", EXPORTS)
def test_an_unwritable_output_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    """Nothing half-written stays, and what was there does not change."""
    file = tmp_path / "fichier"
    file.write_text("mien", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    code, told = run("export", name, str(file / "dedans"))
    assert code == 1
    assert told["error"]["code"] == "UNWRITABLE"
    assert "impossible d'écrire : un fichier porte" in told["error"]["message"]
    assert file.read_text(encoding="utf-8") == "mien"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "csv"])
def test_a_file_needs_its_folder_and_is_none(run: Run, tmp_path: Path, name: str) -> None:
    code, told = run("export", name, str(tmp_path / "absent" / "graphe"))
    assert (code, told["error"]["code"]) == (1, "UNWRITABLE")
    assert told["error"]["message"].endswith("le fichier ou son dossier n'existe pas")
    code, told = run("export", name, str(tmp_path))
    assert (code, told["error"]["code"]) == (1, "UNWRITABLE")
    assert "c'est un dossier" in told["error"]["message"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_failure_leaves_the_former_file(
    repository_with_contact: tuple[GraphView, str],
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A writer that fails half-way leaves the file of before, and no other."""
    view, _ = repository_with_contact
    out = tmp_path / "graphe.zip"
    out.write_bytes(b"avant")
    monkeypatch.setattr(view, "entity", None)
    with pytest.raises(TypeError):
        EXPORTS[name](view, out, None)
    assert out.read_bytes() == b"avant"
    assert [path.name for path in tmp_path.iterdir()] == ["graphe.zip"]


@pytest.mark.parametrize("name", ["bundle", "csv"])
def test_files_of_a_folder_change_together(run: Run, tmp_path: Path, name: str) -> None:
    """One that cannot be written leaves the others as they were."""
    out = tmp_path / "sortie"
    last = out / ("relations.csv" if name == "bundle" else "liens.csv")
    assert run("export", name, str(out), "--territory", "Bondy")[0] == 0
    last.unlink()
    last.mkdir()
    before = {path: path.read_bytes() for path in out.iterdir() if path.is_file()}
    code, told = run("export", name, str(out))
    assert (code, told["error"]["code"]) == (1, "UNWRITABLE")
    assert {path: path.read_bytes() for path in out.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--territory", "Bondi"), "UNKNOWN_REFERENCE", "le territoire « Bondi » n'existe pas"),
        (("--territory", " "), "EMPTY_REFERENCE", "le territoire"),
        (("--as-of", "2015"), "INVALID_DATE", "écrire AAAA-MM-JJ"),
        (("--known-at", "hier"), "INVALID_DATE", "n'est pas un instant"),
    ],
)
def test_bad_limits(
    run: Run, tmp_path: Path, words: tuple[str, str], code: str, message: str
) -> None:
    out = tmp_path / "graphe"
    left, told = run("export", "graphml", str(out), *words)
    assert (left, told["error"]["code"]) == (1, code)
    assert message in told["error"]["message"]
    assert not out.exists()


def test_unknown_format(run: Run, tmp_path: Path) -> None:
    code, told = run("export", "dot", str(tmp_path / "graphe"))
    assert code == 2
    assert "bundle, graphml, gexf, csv, jsonld" in told["error"]["message"]


@pytest.mark.parametrize("name", EXPORTS)
def test_contacts_never_leave(
    repository_with_contact: tuple[GraphView, str], tmp_path: Path, name: str
) -> None:
    view, secret = repository_with_contact
    out = tmp_path / "sortie"
    EXPORTS[name](view, out, None)
    files = [path for path in (out, *out.rglob("*")) if path.is_file()]
    assert files
    for path in files:
        content = path.read_text(encoding="utf-8")
        for word in (secret, "con:1", "CONTACT", "HOLDS_POST"):
            assert word not in content
