"""Tracking tables as people write them, read whole."""

from pathlib import Path

import pytest

from api.exports.template import write_template
from graph.errors import InvalidData
from graph.records import Entity, Relation
from graph.repository import Repository
from importers import run_import
from importers.reading import opened_tables
from importers.table import TableImporter
from importers.table.columns import COLUMNS
from importers.table.layout import Layout, guesses, layout_text, read_layout
from tests.drawing import AUTHOR, apply, entity, relation
from tests.importers.lists.conftest import Import, fates, reasons
from tests.importers.workbooks import write_ods, write_raw_xlsx, write_xlsx

TABLE = """Tableau de suivi des projets;;;;;;;;;
;;;;;;;;;
Intitulé de l'action;Structure porteuse;Partenaires;Thématique(s);Commune;Public;Début;Date de fin;\
Financeur(s);Montant
Atelier santé;CCAS;"CPAM 93 ; Mission locale de Bondy";Santé, jeunesse;Bondy;Jeunes;sept. 2023;\
31/12/2024;ARS Île-de-France;12 000 €
Accès au droit;Mairie;Barreau;Accès aux droits;La Courneuve;Tous publics;2022;;\
"Département ; État";8 500,50 €
CLS de Saint-Denis;Ville;;Santé;93066;;01/01/2020;31/12/2025;;

Café des parents;Centre social;;"Parentalité et famille ; Personnes âgées, autonomie";Bondy;\
Licornes;45292;;;
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table with a title above its header, a blank row, lists in cells and a mistake."""
    path = tmp_path / "suivi.csv"
    path.write_bytes(TABLE.encode("cp1252"))
    return path


def facts(repository: Repository, name: str) -> tuple[Entity, set[tuple[str, str, str | None]]]:
    """An initiative of a name: its record, and its relations as (type, other end's name, role)."""
    view = repository.view()
    (row,) = (row for row in range(view.size) if view.entity(row).name == name)
    record = view.entity(row)
    relations: list[Relation] = [view.relation(number) for number in view.touching(row)]
    return record, {
        (
            each.type.value,
            view.entity(
                view.rows_by_id[each.target if each.origin == record.id else each.origin]
            ).name,
            each.role,
        )
        for each in relations
    }


def test_a_table(vocabularies: Repository, import_list: Import, table: Path) -> None:
    report = import_list("table", [table])
    assert fates(report) == {"CREATED": 4}
    assert reasons(report) == {8: "« Licornes » : public absent du vocabulaire"}
    record, relations = facts(vocabularies, "Atelier santé")
    assert (record.start, record.end, dict(record.props)) == ("2023-09", "2024-12-31", {})
    assert relations == {
        ("COVERS", "Bondy", None),
        ("ADDRESSES", "Santé", None),
        ("ADDRESSES", "Jeunesse", None),
        ("TARGETS", "Jeunes", None),
        ("INVOLVED_IN", "CCAS de Bondy", "LEAD"),
        ("INVOLVED_IN", "CPAM 93", "PARTNER"),
        ("INVOLVED_IN", "Mission locale de Bondy", "PARTNER"),
        ("INVOLVED_IN", "ARS Île-de-France", "FUNDER"),
    }
    assert import_list("table", [table]).change_set is None


def test_an_amount_is_the_only_funder_s_or_the_budget(
    vocabularies: Repository, import_list: Import, table: Path
) -> None:
    import_list("table", [table])
    record, relations = facts(vocabularies, "Accès au droit")
    assert record.props == {"budget": 8500.5}
    assert {name for type_, name, role in relations if role == "FUNDER"} == {"Département", "État"}
    view = vocabularies.view()
    paid = [
        view.relation(number)
        for number in view.relation_numbers()
        if view.relation(number).props.get("amount")
    ]
    assert [(each.year, each.props["amount"]) for each in paid] == [(2023, 12000)]


def test_a_row_about_a_framework(
    vocabularies: Repository, import_list: Import, table: Path
) -> None:
    """Its name begins with the acronym of a kind, its commune is a code."""
    import_list("table", [table])
    record, relations = facts(vocabularies, "CLS de Saint-Denis")
    assert record.props["framework_kind"] == "CLS"
    assert ("INVOLVED_IN", "Ville de Saint-Denis", "LEAD") in relations
    assert ("COVERS", "Saint-Denis", None) in relations


def test_a_label_with_a_comma_is_one_theme_and_a_serial_number_a_day(
    vocabularies: Repository, import_list: Import, table: Path
) -> None:
    import_list("table", [table])
    record, relations = facts(vocabularies, "Café des parents")
    assert record.start == "2024-01-01"
    assert {name for type_, name, _ in relations if type_ == "ADDRESSES"} == {
        "Parentalité et famille",
        "Personnes âgées, autonomie",
    }


def test_several_sheets_and_merged_cells(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """A sheet without the columns is passed over; a merged cell bears its value on each row."""
    rows = [["Action", "Porteur", "Commune"], ["A", "CCAS", "Bondy"], ["B", "CCAS", "Bondy"]]
    path = write_xlsx(tmp_path / "suivi.xlsx", {"Notes": [["à faire"]], "2023": rows, "2024": rows})
    report = import_list("table", [path])
    # the Document, two actions, their commune and lead, who leads: both sheets say the same
    assert (fates(report), report.created) == ({"CREATED": 4}, 1 + 2 * 3 + 1)
    cell = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    data = "".join(
        f'<row r="{number}">'
        + "".join(cell.format(f"{letter}{number}", text) for letter, text in row.items())
        + "</row>"
        for number, row in enumerate(
            ({"A": "Action", "B": "Commune"}, {"A": "C", "B": "Bobigny"}, {"A": "D"}), start=1
        )
    )
    merged = write_raw_xlsx(
        tmp_path / "fusion.xlsx",
        data + '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells><sheetData>',
    )
    import_list("table", [merged])
    assert ("COVERS", "Bobigny", None) in facts(vocabularies, "D")[1]


def test_an_open_document(vocabularies: Repository, import_list: Import, tmp_path: Path) -> None:
    path = write_ods(tmp_path / "suivi.ods", [["Action", "Commune"], ["Atelier", "Bondy"]])
    assert fates(import_list("table", [path])) == {"CREATED": 1}


def test_a_homonym_needs_a_hint(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """Unknown or ambiguous territories are told, and nothing is guessed."""
    path = tmp_path / "suivi.csv"
    path.write_text("Action;Commune\nAtelier;Atlantide\n", encoding="utf-8")
    assert reasons(import_list("table", [path])) == {2: "territoire « Atlantide » inconnu"}


@pytest.mark.parametrize(
    ("header", "rows", "remark"),
    [
        ("Action;Commune", "Forum;Bondy\nAtelier;Saint-Denis", ""),
        ("Action;Commune;Code postal", "Atelier;Saint-Denis;93200", ""),
        ("Action;Commune;Département", "Atelier;Saint-Denis;Seine-Saint-Denis", ""),
        ("Action;Commune", "Atelier;Saint-Denis", "« Saint-Denis » est ambigu (commune:"),
        (
            "Action;Commune",
            "Forum;Bondy\nBal;Tourcoing\nAtelier;Saint-Denis",
            "« Saint-Denis » est ambigu",
        ),
    ],
)
def test_a_homonym_is_settled_by_the_departements_that_the_file_names(
    vocabularies: Repository,
    import_list: Import,
    tmp_path: Path,
    header: str,
    rows: str,
    remark: str,
) -> None:
    """Another Saint-Denis stands in the Nord: one département at most may settle which it is."""
    other = entity("Territory", "commune:x", name="Saint-Denis", territory_level="COMMUNE")
    apply(vocabularies, other, relation("commune:x", "WITHIN", "departement:59"))
    path = tmp_path / "suivi.csv"
    path.write_text(f"{header}\n{rows}\n", encoding="utf-8")
    told = " ".join(reasons(import_list("table", [path])).values())
    assert remark in told if remark else not told
    placed = any(type_ == "COVERS" for type_, _, _ in facts(vocabularies, "Atelier")[1])
    assert placed is not bool(remark)


def test_a_wrong_date_or_amount_is_quoted_as_it_is_written(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    path = tmp_path / "suivi.csv"
    path.write_text(
        "Action;Début;Montant\nBal;31/02/2015;\nForum;;beaucoup\nTri;13/2015;\n", encoding="utf-8"
    )
    told = reasons(import_list("table", [path]))
    assert told[2] == "colonne « Début » : « 31/02/2015 » n'existe pas dans le calendrier"
    assert told[3].startswith("colonne « Montant » : « beaucoup » n'est pas un montant")
    assert told[4] == "colonne « Début » : « 13/2015 » n'existe pas dans le calendrier"


def test_the_layout_is_guessed_saved_and_given(
    vocabularies: Repository, table: Path, tmp_path: Path
) -> None:
    (guess,) = guesses(table, Layout())
    assert (guess.row, guess.titles["action"], guess.titles["porteur"]) == (
        3,
        "Intitulé de l'action",
        "Structure porteuse",
    )
    saved = tmp_path / "correspondance.yaml"
    saved.write_text(layout_text(guess, Layout()), encoding="utf-8")
    assert read_layout(saved).titles == guess.titles
    saved.write_text(
        "territoire: Seine-Saint-Denis\ncolonnes:\n  action: Structure porteuse\n"
        "  territoires: Commune\n",
        encoding="utf-8",
    )
    run_import(vocabularies, TableImporter(read_layout(saved)), [table], author=AUTHOR)
    _, relations = facts(vocabularies, "Mairie")
    assert relations == {("COVERS", "La Courneuve", None)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("colonnes: [", "INVALID_YAML"),
        ("- action", "INVALID_YAML"),
        ("couleur: bleu", "UNKNOWN_COLUMN"),
        ("colonnes: {couleur: bleu}", "UNKNOWN_COLUMN"),
        ("colonnes: {porteur: Structure}", "INVALID_YAML"),
    ],
)
def test_a_wrong_layout(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "correspondance.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidData) as error:
        read_layout(path)
    assert error.value.code == code


def test_the_template_is_read_whole(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """Its columns are all known, its lists are the vocabularies', and no cell is a formula."""
    path = tmp_path / "modele.xlsx"
    write_template(vocabularies.view(), path)
    (guess,) = guesses(path, Layout())
    assert list(guess.titles) == [column.name for column in COLUMNS]
    lists = {table.file.partition("« ")[2]: list(table.rows) for table in opened_tables(path)}
    themes = {row[1] for _, row in lists["Listes »"][1:] if len(row) > 1 and row[1]}
    assert {"Santé", "Accès aux droits"} <= themes
    assert len(themes) == 21
    assert fates(import_list("table", [path])) == {}
