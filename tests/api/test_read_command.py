"""``maillage read``: a French table, or the reading as JSON; nothing is stored."""

from pathlib import Path

import pytest

from api.cli import main
from tests.api.conftest import Run

SAMPLE = Path(__file__).parents[1] / "importers/document/samples/fiche_action.txt"


def test_the_json_is_a_reading_and_nothing_is_stored(imported: Run) -> None:
    before = imported("journal")[1]
    code, reading = imported("read", str(SAMPLE))
    assert code == 0
    assert reading["framework"]["start"] == "2024-09"
    assert reading["actors"][0]["roles"] == ["LEAD"]
    assert imported("journal")[1] == before


def test_an_actor_of_the_graph_is_known_by_its_name(imported: Run, tmp_path: Path) -> None:
    """The grammar does not know that *Maison Verte Nord* is an actor; the graph may."""
    page = tmp_path / "page.txt"
    page.write_text("L'atelier est mené avec Maison Verte Nord chaque mardi.", encoding="utf-8")
    assert "actors" not in imported("read", str(page))[1]
    (tmp_path / "more").mkdir()
    more = tmp_path / "more"
    (more / "entities.csv").write_text(
        "id,kind,name,actor_kind\nact:mvn,Actor,Maison Verte Nord,ASSOCIATION\n", encoding="utf-8"
    )
    (more / "relations.csv").write_text("type,from,to\n", encoding="utf-8")
    assert imported("import", "bundle", str(more))[0] == 0
    actors = imported("read", str(page))[1]["actors"]
    assert [(actor["mention"], actor["kind"]) for actor in actors] == [
        ("Maison Verte Nord", "ASSOCIATION")
    ]


def test_the_table_is_french(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main(["read", str(SAMPLE)])
    assert done.value.code == 0
    told = capsys.readouterr()
    assert "Centre social Les Tilleuls : porteur" in told.out
    assert "Rien n'est enregistré" in told.err


def test_what_is_no_document_is_refused_by_name(imported: Run, tmp_path: Path) -> None:
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"\x89PNG\r\n" + bytes(20))
    code, told = imported("read", str(picture))
    assert (code, told["error"]["code"], told["error"]["file"]) == (1, "NO_TEXT", str(picture))
    assert imported("read", str(tmp_path / "absent.pdf"))[0] == 1
