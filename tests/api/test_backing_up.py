"""``maillage backup`` and ``maillage restore``: what they print, and how they leave."""

from pathlib import Path

import pytest

from api.cli import main
from tests.api.conftest import Run


def address(path: Path) -> str:
    """The address of a store in a file."""
    return f"sqlite:///{path}"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run a command as a person: exit code, output, messages."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as left:
        main(words)
    printed = capsys.readouterr()
    assert isinstance(left.value.code, int)
    return left.value.code, printed.out, printed.err


def test_a_store_is_moved(
    imported: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The other one answers as the first, and its change sets can be taken back."""
    file, before = str(tmp_path / "sauvegarde.gz"), imported("journal")
    assert imported("backup", file) == (
        0,
        {"path": file, "records": 23, "readingsLeftOut": 0},
    )
    monkeypatch.setenv("MAILLAGE_STORE", address(tmp_path / "autre.db"))
    code, out, err = told(capsys, "restore", file)
    assert (code, out) == (0, "")
    assert "Restauré : 23 enregistrements, 1 lot de modifications." in err
    assert imported("journal", "--store", address(tmp_path / "graph.db")) == before
    assert told(capsys, "journal", "--json")[1].count('"cs1"') == 1
    assert told(capsys, "revert", "cs1")[0] == 0


def test_the_words_of_a_backup(
    imported: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the error output; the standard output is for programs."""
    file = tmp_path / "sauvegarde.gz"
    code, out, err = told(capsys, "backup", str(file), "--store", address(tmp_path / "graph.db"))
    assert (code, out) == (0, "")
    assert "Sauvegardé dans" in err
    assert "(23 enregistrements)." in err


def test_readings_in_progress_are_left_out_and_told(
    imported: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They hold the text of documents, kept for a time only; their folder is named."""
    folder = tmp_path / "graph.db-lectures"
    (folder / "0123456789abcdef").mkdir(parents=True)
    (folder / "0123456789abcdef" / "meta.json").write_text("{}")
    (folder / "autre").mkdir()
    assert imported("backup", str(tmp_path / "a.gz"))[1]["readingsLeftOut"] == 1
    store = address(tmp_path / "graph.db")
    _, _, err = told(capsys, "backup", str(tmp_path / "b.gz"), "--store", store)
    assert "1 lecture de convention en cours" in err
    assert str(folder) in err.replace("\n", "")


def test_what_is_refused(imported: Run, tmp_path: Path) -> None:
    """An existing file, the store's own above all; a store in use; names that cannot be."""
    file, store = tmp_path / "sauvegarde.gz", tmp_path / "graph.db"
    assert imported("backup", str(file))[0] == 0
    kept = file.read_bytes()
    for command, path, code in (
        ("backup", file, "FILE_EXISTS"),
        ("backup", store, "FILE_EXISTS"),
        ("backup", tmp_path, "FILE_EXISTS"),
        ("backup", tmp_path / "absent" / "x", "UNWRITABLE"),
        ("backup", tmp_path / ("x" * 300), "UNWRITABLE"),
        ("restore", file, "STORE_NOT_EMPTY"),
        ("restore", store, "NOT_A_BACKUP"),
        ("restore", tmp_path, "CANNOT_READ"),
        ("restore", tmp_path / "absent", "CANNOT_READ"),
    ):
        left, answer = imported(command, str(path))
        assert (left, answer["error"]["code"]) == (1, code), path
    assert file.read_bytes() == kept
    assert imported("journal")[1]["totalCount"] == 1
    assert {path.name for path in tmp_path.iterdir()} == {"bundle", "graph.db", "sauvegarde.gz"}


def test_a_name_that_is_no_text(imported: Run, tmp_path: Path) -> None:
    """Is written as it is, and shown without what no text holds."""
    code, answer = imported("backup", f"{tmp_path}/\udcff.gz")
    assert (code, answer["path"]) == (0, f"{tmp_path}/?.gz")
    assert imported("restore", f"{tmp_path}/\udcff.gz")[1]["error"]["code"] == "STORE_NOT_EMPTY"


def test_the_file_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistake of usage."""
    for command in ("backup", "restore"):
        code, _, err = told(capsys, command)
        assert code == 2
        assert "il manque FICHIER" in err
