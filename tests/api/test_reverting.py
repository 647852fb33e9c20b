"""A revert that is refused says which facts stand in its way, and what to take back first."""

from pathlib import Path

import pytest

from api.cli import main
from tests.api.conftest import ENTITIES, RELATIONS, Run, write_bundle_text


def test_the_facts_in_the_way_are_told(
    imported: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = ENTITIES.replace("Épicerie solidaire", "Épicerie sociale")
    imported("import", "bundle", str(write_bundle_text(tmp_path / "later", changed, RELATIONS)))
    code, told = imported("revert", "cs1")
    assert (code, told["error"]["code"]) == (1, "REVERT_REFUSED")
    with pytest.raises(SystemExit):
        main(["revert", "cs1", "--store", f"sqlite:///{tmp_path / 'graph.db'}"])
    words = capsys.readouterr().err
    assert "cs2 : action « Épicerie sociale »" in words
    assert "« cs2 »" in words
