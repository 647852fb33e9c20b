"""``maillage``: what it prints, and how it leaves."""

import re
from pathlib import Path

import pytest

from api.cli import main
from tests.api.conftest import ENTITIES, Run, rows, write_bundle_text


def test_an_import_says_what_it_did_and_a_second_changes_nothing(run: Run, bundle: Path) -> None:
    assert run("import", "bundle", str(bundle)) == (
        0,
        {
            "changeSet": "cs1",
            "created": 22,
            "changed": 0,
            "unchanged": 0,
            "refused": 0,
            "dryRun": False,
        },
    )
    _, again = run("import", "bundle", str(bundle))
    assert (again["changeSet"], again["created"], again["unchanged"]) == (None, 0, 22)


def test_a_dry_run_writes_nothing(run: Run, bundle: Path) -> None:
    code, report = run("import", "bundle", str(bundle), "--dry-run")
    assert (code, report["changeSet"], report["created"], report["dryRun"]) == (0, None, 22, True)
    assert run("journal")[1] == {"totalCount": 0, "items": []}


def test_who_has_the_shape_of_the_contract(imported: Run) -> None:
    code, answer = imported(
        "ask", "who", "--theme", "pauvrete", "--territory", "93", "--as-of", "2015-06-01"
    )
    assert code == 1, "« 93 » is neither an id, a code nor a label here"
    code, answer = imported(
        "ask", "who", "--theme", "pauvrete", "--territory", "terr:93", "--as-of", "2015-06-01"
    )
    assert code == 0
    assert (answer["question"], answer["asOf"], answer["totalCount"]) == ("who", "2015-06-01", 2)
    item = answer["items"][0]
    evidence = item.pop("evidence")
    assert item == {
        "initiative": {"id": "axn:epicerie", "kind": "ACTION", "name": "Épicerie solidaire"},
        "exact": False,
        "distance": 1,
        "themes": [{"id": "theme:precarite", "kind": "THEME", "name": "Précarité"}],
        "territories": [{"id": "terr:bondy", "kind": "TERRITORY", "name": "Bondy"}],
        "audiences": [],
        "actors": [
            {
                "actor": {"id": "act:ccas", "kind": "ACTOR", "name": "CCAS de Bondy"},
                "role": "LEAD",
                "start": None,
                "end": None,
                "endState": "UNKNOWN",
            }
        ],
        "frameworks": [{"id": "fra:pst", "kind": "FRAMEWORK", "name": "PST de Bondy"}],
        "bodies": [],
    }
    assert evidence[0] == {
        "type": "ADDRESSES",
        "from": {"id": "axn:epicerie", "kind": "ACTION", "name": "Épicerie solidaire"},
        "to": {"id": "theme:precarite", "kind": "THEME", "name": "Précarité"},
        "role": None,
        "start": None,
        "end": None,
        "endState": "UNKNOWN",
        "sources": [
            {
                "document": {"id": "doc:fiche", "kind": "DOCUMENT", "name": "Fiche"},
                "locator": "p. 3",
            }
        ],
    }


def test_a_fact_without_source_rests_on_its_import(imported: Run) -> None:
    _, answer = imported("ask", "who", "--theme", "Précarité", "--territory", "Bondy")
    (paniers,) = answer["items"]
    sources = [each["sources"] for each in paniers["evidence"] if each["type"] == "ADDRESSES"]
    assert sources == [[{"document": None, "locator": "import cs1"}]]


def test_first_limits_the_items_but_not_the_count(imported: Run) -> None:
    _, answer = imported(
        "ask", "who", "--theme", "Précarité", "--as-of", "2015-06-01", "--first", "1"
    )
    assert (answer["totalCount"], len(answer["items"])) == (2, 1)


@pytest.mark.parametrize(
    ("question", "options", "count"),
    [
        ("overlaps", ["--territory", "Bondy"], 1),
        ("overlaps", ["--managed"], 0),
        ("overlaps", ["--unmanaged", "--level", "overlap"], 1),
        ("overlaps", ["--kinds", "ACTION,framework"], 1),
        ("fragmentation", ["--theme", "Précarité"], 1),
        ("coverage", ["--territory", "Bondy"], 2),
        ("coverage", ["--territory", "Bondy", "--theme", "theme:sante"], 1),
        ("articulations", ["--status", "missing", "--ignore-hubs"], 0),
        ("cut-points", ["--territory", "Bondy"], 4),
        ("cut-points", ["--without", "fra:pst"], 1),
        ("bridges", [], 5),
        ("path", ["--from", "act:ccas", "--to", "CAF 93", "--avoid-hubs"], 1),
        ("search", ["--text", "epicerie", "--kinds", "action"], 1),
        ("search", ["--text", "zzz"], 0),
    ],
)
def test_each_question_answers(
    imported: Run, question: str, options: list[str], count: int
) -> None:
    code, answer = imported("ask", question, *options, "--as-of", "2015-06-01")
    assert (code, answer["totalCount"]) == (0, count)


def test_known_at_goes_back_to_what_was_recorded(imported: Run) -> None:
    _, answer = imported(
        "ask", "who", "--theme", "theme:precarite", "--known-at", "2999-01-01T00:00:00"
    )
    assert answer["totalCount"] == 1
    code, answer = imported(
        "ask", "search", "--text", "Bondy", "--known-at", "2000-01-01T00:00:00+01:00"
    )
    assert (code, answer["totalCount"]) == (0, 0)


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (["ask", "who", "--theme", "theme:absent"], 1, "UNKNOWN_REFERENCE"),
        (["ask", "who", "--theme", "terr:bondy"], 1, "UNKNOWN_REFERENCE"),
        (["ask", "who", "--theme", "Santé", "--as-of", "2015-02-30"], 1, "INVALID_DATE"),
        (["ask", "who", "--theme", "Santé", "--as-of", "2015"], 1, "INVALID_DATE"),
        (["ask", "who", "--theme", "Santé", "--known-at", "hier"], 1, "INVALID_DATE"),
        (["ask", "overlaps", "--level", "GRAND"], 1, "INVALID_VALUE"),
        (["ask", "overlaps", "--kinds", "ACTOR"], 1, "INVALID_VALUE"),
        (["ask", "overlaps", "--kinds", "ACTION,,SCHEME"], 1, "INVALID_VALUE"),
        (["ask", "gaps", "--kinds", ""], 1, "INVALID_VALUE"),
        (["ask", "cut-points", "--without", "act:absent"], 1, "UNKNOWN_REFERENCE"),
        (["revert", "cs99"], 1, "UNKNOWN_REFERENCE"),
        (["revert", "zut"], 1, "UNKNOWN_REFERENCE"),
        (["import", "bundle", "/nowhere/at/all"], 1, "MISSING_FILE"),
        (["ask", "who"], 2, "USAGE"),
        (["ask", "coverage"], 2, "USAGE"),
        (["ask", "who", "--theme", "Santé", "--without", "act:caf"], 2, "USAGE"),
        (["ask", "zut"], 2, "USAGE"),
        (["ask", "who", "--zut"], 2, "USAGE"),
        (["ask", "who", "--first", "beaucoup"], 2, "USAGE"),
        (["ask", "who", "--first", "-1"], 2, "USAGE"),
        (["import", "zut", "/tmp"], 2, "USAGE"),
        (["zut"], 2, "USAGE"),
    ],
)
def test_mistakes_have_a_code_and_leave_with_theirs(
    imported: Run, words: list[str], code: int, error: str
) -> None:
    left, printed = imported(*words)
    assert (left, printed["error"]["code"]) == (code, error)
    assert printed["error"]["message"]


def test_an_ambiguous_label_lists_its_candidates(run: Run, tmp_path: Path) -> None:
    twins = ENTITIES + "theme:sante-2,Theme,SANTE,,,,,,\n"
    run("import", "bundle", str(write_bundle_text(tmp_path / "twins", twins, "type,from,to\n")))
    code, printed = run("ask", "who", "--theme", "santé")
    assert (code, printed["error"]["code"]) == (1, "AMBIGUOUS_REFERENCE")
    assert "theme:sante" in printed["error"]["message"]
    assert "theme:sante-2" in printed["error"]["message"]


def test_a_bad_row_is_named_by_file_row_and_column(run: Run, tmp_path: Path) -> None:
    bad = write_bundle_text(tmp_path / "bad", ENTITIES, "type,from,to\nCOVERS,fra:pst,act:ccas\n")
    code, printed = run("import", "bundle", str(bad))
    error = printed["error"]
    assert (code, error["code"], error["row"], error["column"]) == (1, "WRONG_ENDS", 2, "type")
    assert error["file"].endswith("relations.csv")
    assert run("journal")[1]["totalCount"] == 0


def test_a_change_set_is_journalled_and_reverted(imported: Run) -> None:
    _, before = imported("journal")
    assert [each["changeSet"] for each in before["items"]] == ["cs1"]
    code, record = imported("revert", "cs1")
    assert (code, record["changeSet"], record["reverts"], record["retracted"]) == (
        0,
        "cs2",
        "cs1",
        22,
    )
    assert imported("ask", "search", "--text", "Bondy")[1]["totalCount"] == 0
    assert imported("revert", "cs1")[0] == 1
    assert imported("revert", "cs2")[0] == 0
    assert imported("ask", "search", "--text", "Bondy")[1]["totalCount"] == 3


def test_a_bundle_is_exported(imported: Run, bundle: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(SystemExit) as left:
        main(["export", "bundle", str(out), "--store", f"sqlite:///{tmp_path / 'graph.db'}"])
    assert left.value.code == 0
    exported = {row["id"]: row for row in rows(out / "entities.csv")}
    for row in rows(bundle / "entities.csv"):
        assert {k: v for k, v in exported[row["id"]].items() if v} == {
            k: v for k, v in row.items() if v
        }


def test_a_store_that_is_none_leaves_with_three(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    not_a_store = tmp_path / "text.db"
    not_a_store.write_text("this is no SQLite file, and long enough to be read as one" * 40)
    with pytest.raises(SystemExit) as left:
        main(["journal", "--store", f"sqlite:///{not_a_store}"])
    assert left.value.code == 3
    assert "ne répond pas" in capsys.readouterr().err


def test_an_unknown_kind_of_store_is_bad_input() -> None:
    with pytest.raises(SystemExit) as left:
        main(["journal", "--store", "postgres://localhost/x"])
    assert left.value.code == 1


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::"])
def test_serving_beyond_this_machine_is_refused(tmp_path: Path, host: str) -> None:
    with pytest.raises(SystemExit) as left:
        main(["serve", "--host", host, "--store", f"sqlite:///{tmp_path / 'graph.db'}"])
    assert left.value.code == 1


def test_help_is_french(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["ask", "--help"])
    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert "Qui travaille déjà sur un thème ?" in " ".join(shown.split())
    assert "Afficher cette aide" in shown
    assert "Show this message" not in shown


def test_broken_bytes_and_escape_sequences_stay_harmless(
    imported: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A word that is no UTF-8 is told as such; a name cannot command the terminal."""
    assert imported("ask", "who", "--theme", "\udcff")[1]["error"]["code"] == "UNKNOWN_REFERENCE"
    assert imported("import", "fiche", "/tmp/\udcff.yaml")[1]["error"]["code"] == "MISSING_FILE"
    hostile = 'id,kind,name\nact:x,Actor,"Croix\x1b[31m\nRouge\u202e"\n'
    bundle = write_bundle_text(tmp_path / "hostile", hostile, "type,from,to\n")
    assert imported("import", "bundle", str(bundle))[0] == 0
    with pytest.raises(SystemExit):
        main(["ask", "search", "--text", "croix", "--store", f"sqlite:///{tmp_path / 'graph.db'}"])
    shown = capsys.readouterr().out
    assert "Croix" in shown
    assert not {"\x1b", "\u202e"} & set(shown)


def test_a_path_is_named_by_its_stages(
    imported: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = f"sqlite:///{tmp_path / 'graph.db'}"
    ends = ["--from", "act:ccas", "--to", "CAF 93", "--as-of", "2015-06-01"]
    with pytest.raises(SystemExit):
        main(["ask", "path", *ends, "--store", store])
    assert re.match(r"1\. .+ ; .+\n(?!.*nœuds)", capsys.readouterr().out)


@pytest.mark.parametrize("url", ["sqlite:///:memory:", "sqlite:///a.db?mode=ro", "sqlite://a.db"])
def test_an_address_that_is_no_file_is_refused(run: Run, url: str) -> None:
    with pytest.raises(SystemExit) as left:
        main(["journal", "--store", url])
    assert left.value.code == 1


@pytest.mark.parametrize("before", [True, False])
def test_an_explicit_store_wins_over_the_environment(
    tmp_path: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    """Before the command or after it."""
    monkeypatch.setenv("MAILLAGE_STORE", f"sqlite:///{tmp_path / 'environment.db'}")
    option = ["--store", f"sqlite:///{tmp_path / 'chosen.db'}"]
    words = ["import", "bundle", str(bundle)]
    with pytest.raises(SystemExit) as left:
        main([*option, *words] if before else [*words, *option])
    assert left.value.code == 0
    assert (tmp_path / "chosen.db").exists()
    assert not (tmp_path / "environment.db").exists()


def test_an_empty_address_is_refused() -> None:
    with pytest.raises(SystemExit) as left:
        main(["journal", "--store", ""])
    assert left.value.code == 1
