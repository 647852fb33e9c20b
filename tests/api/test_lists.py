"""Questions of reconciliation by the command line and by GraphQL; the report of a list."""

import csv
from pathlib import Path
from typing import Any

import pytest

from api.cli import main
from tests.api.conftest import Ask, Run

GRANTS = """nomAttribuant,idAttribuant,dateConvention,nomBeneficiaire,idBeneficiaire,objet,montant
Département,22930008200453,2024-03-01,CCAS de Bondi,,Accueil,1000
Département,22930008200453,2024-03-01,,,Accueil,1000
"""


@pytest.fixture
def grants(tmp_path: Path) -> Path:
    """A grant to an actor whose name is nearly known, and a row without beneficiary."""
    path = tmp_path / "subventions.csv"
    path.write_text(GRANTS, encoding="utf-8")
    return path


def test_a_report_tells_rows(imported: Run, grants: Path, tmp_path: Path) -> None:
    out = tmp_path / "devenir.csv"
    code, told = imported("import", "subventions", str(grants), "--report", str(out))
    assert (code, told["changeSet"], told["refused"], told["questions"]) == (0, "cs2", 1, 1)
    assert told["rows"] == {
        "refused": 1,
        "question": 1,
        "created": 0,
        "changed": 0,
        "unchanged": 0,
    }
    assert [(each["row"], each["fate"]) for each in told["details"]] == [
        (2, "QUESTION"),
        (3, "REFUSED"),
    ]
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";"))
    assert [row[1:3] for row in rows] == [["ligne", "devenir"], ["2", "question"], ["3", "refusée"]]
    assert "« nomBeneficiaire » est vide" in rows[2][3]


def test_a_dry_run_tells_values_before_and_after(
    imported: Run, grants: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Facts added and changed, in words; nothing is written."""
    imported("import", "subventions", str(grants))
    grants.write_text(GRANTS.replace("CCAS de Bondi", "CCAS de Bobigny"), encoding="utf-8")
    out = tmp_path / "devenir.csv"
    arguments = ["import", "subventions", str(grants), "--dry-run", "--list", "subventions"]
    arguments += ["--report", str(out)]
    code, told = imported(*arguments)
    assert (code, told["changeSet"]) == (0, None)
    assert "acteur « CCAS de Bondi »" in told["gone"]
    [listed] = told["lists"]
    assert listed["updates"] == {"date": None, "changeSet": "cs2"}
    with pytest.raises(SystemExit):
        main([*arguments, "--store", f"sqlite:///{tmp_path / 'graph.db'}"])
    words = capsys.readouterr().err
    assert ";disparue;acteur « CCAS de Bondi »" in out.read_text("utf-8")
    assert "n'y sont plus :\n   disparue : acteur « CCAS de Bondi »" in words
    assert "faits ajoutés :\n   acteur « CCAS de Bobigny »" in words
    assert "acteur « CCAS de Bondi »\n      note : (rien) → Absent" in words
    assert (
        "Liste « subventions » (doc:subventions) : met à jour l'édition importée par cs2." in words
    )


def test_a_doubt_on_the_list_is_told(imported: Run, grants: Path) -> None:
    imported("import", "subventions", str(grants))
    grants.write_text(GRANTS.replace("CCAS de Bondi", "CCAS de Bobigny"), encoding="utf-8")
    code, told = imported("import", "subventions", str(grants))
    assert (code, told["changeSet"]) == (0, "cs3")
    assert "si ce n'est pas la bonne liste, annuler cet import" in told["lists"][0]["remark"]
    assert imported("import", "bundle", str(grants.parent), "--list", "x")[0] == 2


def test_questions_and_judge(imported: Run, grants: Path) -> None:
    imported("import", "subventions", str(grants))
    _, told = imported("questions")
    (question,) = told["items"]
    assert (question["right"]["id"], question["answer"]) == ("act:ccas", "OPEN")
    assert question["for"] == ["noms semblables à une faute près"]
    code, answered = imported("judge", question["id"], "different")
    assert (code, answered["answer"], answered["changeSet"]) == (0, "DIFFERENT", "cs3")
    assert imported("questions")[1]["totalCount"] == 0
    assert imported("questions", "--answered")[1]["totalCount"] == 1
    assert imported("judge", question["id"], "different")[1]["changeSet"] is None
    assert imported("revert", "cs3")[0] == 0
    assert imported("questions")[1]["totalCount"] == 1
    code, refused = imported("judge", "q0", "same")
    assert (code, refused["error"]["code"]) == (1, "UNKNOWN_REFERENCE")
    assert imported("judge", question["id"], "perhaps")[0] == 2


def test_graphql(imported: Run, ask: Ask, grants: Path) -> None:
    imported("import", "subventions", str(grants))

    def asked(query: str) -> Any:
        return ask(query)["data"]

    listed = "{ edges { node { id left { id } right { id kind name } score for against answer } } }"
    (edge,) = asked(f"{{ reconciliations {listed} }}")["reconciliations"]["edges"]
    question = edge["node"]
    assert question["right"] == {"id": "act:ccas", "kind": "ACTOR", "name": "CCAS de Bondy"}
    answer = f'judge(question: "{question["id"]}", answer: SAME) {{ changeSet errors }}'
    assert asked(f"mutation {{ {answer} }}")["judge"] == {"changeSet": "cs3", "errors": []}
    assert asked(f"{{ reconciliations {listed} }}")["reconciliations"]["edges"] == []
    (edge,) = asked(f"{{ reconciliations(answer: SAME) {listed} }}")["reconciliations"]["edges"]
    assert edge["node"]["answer"] == "SAME"
    entity = asked(f'{{ entity(id: "{question["left"]["id"]}") {{ id }} }}')["entity"]
    assert entity["id"] == "act:ccas"
    wrong = asked('mutation { judge(question: "q0", answer: SAME) { changeSet errors codes } }')
    assert wrong["judge"]["codes"] == ["UNKNOWN_REFERENCE"]


def test_a_template_is_written_and_read(imported: Run, tmp_path: Path) -> None:
    out = tmp_path / "modele.xlsx"
    assert imported("export", "template", str(out)) == (
        0,
        {"format": "template", "path": str(out)},
    )
    code, told = imported("import", "table", str(out))
    assert (code, told["rows"]["created"], told["refused"]) == (0, 0, 0)
    code, told = imported("export", "template", str(tmp_path / "absent" / "modele.xlsx"))
    assert (code, told["error"]["code"]) == (1, "UNWRITABLE")


def test_what_is_said_of_kept_rows_is_summed(
    imported: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the terminal, in JSON and under the rows of ``--report``."""
    table, out = tmp_path / "suivi.csv", tmp_path / "devenir.csv"
    table.write_text("Action;Commune\nForum;Thulé\nAtelier;Thulé\nBal;Ys\n", encoding="utf-8")
    arguments = ("import", "table", str(table), "--dry-run", "--report", str(out))
    _, told = imported(*arguments)
    assert told["remarks"] == [{"text": "territoire « Thulé » inconnu", "rows": 2}]
    assert (
        out.read_text("utf-8")
        .splitlines()[-1]
        .endswith("somme;2 lignes : territoire « Thulé » inconnu")
    )
    with pytest.raises(SystemExit):
        main([*arguments, "--store", f"sqlite:///{tmp_path / 'graph.db'}"])
    assert (
        "Lignes gardées, à relire : 3.\n   2 lignes : territoire « Thulé » inconnu\n"
        "   ligne 4 : territoire « Ys » inconnu"
    ) in capsys.readouterr().err
