"""A newer file updates, marks what has disappeared and deletes nothing; each import reverts."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.errors import InvalidData, RevertRefused
from graph.ontology import RelationType
from graph.repository import Repository
from importers.editions import UnsureEdition
from importers.listing import edition
from tests.drawing import AUTHOR, apply, entity
from tests.importers.lists.conftest import Import, fates, listed

HEADER = '"id";"titre";"position";"date_creat";"date_disso";"adrs_codeinsee"'
MARK = "Absent de la dernière édition de la liste « rna dpt 93 »"


def register(folder: Path, day: str, rows: Mapping[str, str]) -> Path:
    """An edition of the register: titles by number; all in Bondy."""
    path = folder / f"rna_{day}_dpt_93.csv"
    lines = [
        f'"{id_}";"{title}";"A";"2010-01-01";"0001-01-01";"93010"' for id_, title in rows.items()
    ]
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return path


def note(repository: Repository, id_: str) -> object:
    view = repository.view()
    return view.entity(view.rows_by_id[id_]).props.get("note")


def test_the_list_is_named_by_its_file_without_its_day(tmp_path: Path) -> None:
    for name, document, day in (
        ("rna_waldec_20260501_dpt_93.csv", "doc:rna-waldec-dpt-93", "2026-05-01"),
        ("rna_waldec_20260601_dpt_93.csv.gz", "doc:rna-waldec-dpt-93", "2026-06-01"),
        ("2026-06-01-rna.zip", "doc:rna", "2026-06-01"),
        ("rna_waldec_20260601_dpt_93 (1).csv", "doc:rna-waldec-dpt-93", "2026-06-01"),
        ("rna waldec dpt 93 - Copie (2).csv", "doc:rna-waldec-dpt-93", None),
        ("Copie de rna waldec dpt 93.csv", "doc:rna-waldec-dpt-93", None),
        ("contrats_de_ville_2015_2023.csv", "doc:rna-contrats-de-ville-2015-2023", None),
    ):
        path = tmp_path / name
        path.write_bytes(b"x")
        assert edition(path, "rna")[:1] + edition(path, "rna")[2:3] == (document, day)


def test_a_newer_edition(vocabularies: Repository, import_list: Import, tmp_path: Path) -> None:
    first = register(tmp_path, "20260501", {"W931000001": "UN", "W931000002": "DEUX"})
    second = register(tmp_path, "20260601", {"W931000001": "UN, DEUX", "W931000003": "TROIS"})
    import_list("rna", [first])
    report = import_list("rna", [second])
    # the second has gone with its COVERS; the Document has another date and hash
    assert (report.created, report.changed) == (2, 1 + 1 + 2)
    assert (fates(report), listed(report).disappeared) == ({"CREATED": 1, "CHANGED": 1}, 2)
    assert listed(report).gone == ["acteur « DEUX »", "« DEUX » couvre « Bondy »"]
    assert note(vocabularies, "act:rna-w931000002") == MARK
    view = vocabularies.view()
    assert view.entity(view.rows_by_id["act:rna-w931000002"]).end is None
    assert view.entity(view.rows_by_id["act:rna-w931000001"]).name == "UN, DEUX"
    assert import_list("rna", [second]).change_set is None
    with pytest.raises(UnsureEdition, match="celle du 2026-06-01 est déjà importée"):
        import_list("rna", [first], asks=True)
    import_list("rna", [first], named="rna dpt 93")
    assert note(vocabularies, "act:rna-w931000002") is None
    assert note(vocabularies, "act:rna-w931000003") == MARK


def tracking(path: Path, *actions: str) -> Path:
    """A table of actions."""
    path.write_text("\n".join(["Action;Porteur", *(f"{each};Les Amis" for each in actions)]))
    return path


def test_the_report_says_which_edition_a_file_updates(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    first = import_list("rna", [register(tmp_path, "20260501", {"W931000001": "UN"})])
    [told] = listed(first).editions
    assert (told.document, told.day, told.updates) == ("doc:rna-dpt-93", "2026-05-01", None)
    second = import_list("rna", [register(tmp_path, "20260601", {"W931000001": "UN"})])
    [told] = listed(second).editions
    assert told.updates is not None
    assert (told.updates.day, told.updates.change) == ("2026-05-01", first.change_set)


def test_another_list_of_the_same_name_is_not_its_edition(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """Two towns have a file « suivi »: neither makes what the other states disappear."""
    import_list("table", [tracking(tmp_path / "suivi.csv", "Atelier", "Forum")])
    other = tracking(tmp_path / "suivi.csv", "Jardin", "Chorale")
    revision = vocabularies.store.revision()
    with pytest.raises(UnsureEdition, match="aucune de ses 2 lignes") as unsure:
        import_list("table", [other], asks=True)
    assert unsure.value.known.document == "doc:table-suivi"
    assert vocabularies.store.revision() == revision
    report = import_list("table", [other], named="Suivi de La Courneuve")
    assert listed(report).disappeared == 0
    assert listed(report).editions[0].document == "doc:table-suivi-de-la-courneuve"
    confirmed = import_list("table", [other], named="doc:table-suivi", dry_run=True)
    assert listed(confirmed).disappeared > 0


def test_an_edition_that_lost_its_rows_makes_nothing_disappear(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """A download that stopped at the header, or after a few rows."""
    rows = {f"W93100000{number}": f"ASSOCIATION {number}" for number in range(9)}
    import_list("rna", [register(tmp_path, "20260501", rows)])
    revision = vocabularies.store.revision()
    with pytest.raises(InvalidData, match="aucune ligne lisible") as empty:
        import_list("rna", [register(tmp_path, "20260601", {})], named="rna dpt 93")
    assert empty.value.code == "EMPTY_LIST"
    few = register(tmp_path, "20260601", {"W931000001": "ASSOCIATION 1"})
    with pytest.raises(UnsureEdition, match="mais 1 de ses 9 lignes"):
        import_list("rna", [few], asks=True)
    assert vocabularies.store.revision() == revision
    # Nobody is there to answer: the doubt is told, and the import can be taken back.
    [told] = listed(import_list("rna", [few])).editions
    assert "mais 1 de ses 9 lignes ; si ce n'est pas la bonne liste, annuler" in told.remark


def test_a_renamed_edition_doubles_nothing(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    first = tracking(tmp_path / "suivi.csv", "Atelier", "Forum", "Jardin")
    import_list("table", [first])
    renamed = tracking(tmp_path / "suivi final.csv", "Atelier", "Forum", "Chorale")
    with pytest.raises(UnsureEdition, match="2 de ses 3 lignes sont déjà dans la liste « suivi »"):
        import_list("table", [renamed], asks=True)
    report = import_list("table", [renamed], named="suivi")
    assert fates(report) == {"CREATED": 1, "UNCHANGED": 2}
    assert listed(report).editions[0].title == "suivi"


def test_a_list_whose_rows_have_numbers_is_only_remarked(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """The same numbers are the same actors, whatever the file's name."""
    rows = {"W931000001": "UN", "W931000002": "DEUX"}
    import_list("rna", [register(tmp_path, "20260501", rows)])
    other = register(tmp_path, "20260601", rows).rename(tmp_path / "associations.csv")
    report = import_list("rna", [other])
    [told] = listed(report).editions
    assert "2 de ses 2 lignes sont déjà dans la liste « rna dpt 93 »" in told.remark
    assert fates(report) == {"CHANGED": 2}


def test_an_unknown_list_is_not_updated(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    path = tracking(tmp_path / "suivi.csv", "Atelier")
    with pytest.raises(InvalidData, match="n'est pas connue ; connues : aucune"):
        import_list("table", [path], named="doc:table-autre")
    with pytest.raises(InvalidData, match="un fichier à la fois"):
        import_list("table", [path, path], named="suivi")


def test_what_another_document_confirms_is_left_alone(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    import_list("rna", [register(tmp_path, "20260501", {"W931000001": "UN", "W931000002": "DEUX"})])
    apply(
        vocabularies,
        entity("Document", "doc:statuts"),
        entity("Actor", "act:rna-w931000002", "doc:statuts", name="DEUX", note="Siège en mairie"),
    )
    import_list("rna", [register(tmp_path, "20260601", {"W931000001": "UN"})])
    assert note(vocabularies, "act:rna-w931000002") == "Siège en mairie"


def test_another_list_says_nothing_of_this_one(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    import_list("rna", [register(tmp_path, "20260501", {"W931000001": "UN"})])
    other = register(tmp_path, "20260601", {"W591000001": "AUTRE"})
    other = other.rename(tmp_path / "rna_20260601_dpt_59.csv")
    assert listed(import_list("rna", [other])).disappeared == 0


def test_a_revert_takes_an_import_back_after_later_ones(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """Lists that share no fact do not stand in each other's way."""
    before = vocabularies.store.snapshot(vocabularies.store.revision())
    first = import_list("rna", [register(tmp_path, "20260501", {"W931000001": "UN"})])
    other = register(tmp_path, "20260501", {"W591000001": "AUTRE"})
    second = import_list("rna", [other.rename(tmp_path / "rna_20260501_dpt_59.csv")])
    assert first.change_set
    assert second.change_set
    vocabularies.revert(first.change_set, AUTHOR)
    assert vocabularies.view().row("act:rna-w931000001") is None
    assert vocabularies.view().row("act:rna-w591000001") is not None
    vocabularies.revert(second.change_set, AUTHOR)
    after = vocabularies.store.snapshot(vocabularies.store.revision())
    assert (after.entities, after.relations) == (before.entities, before.relations)


def test_a_revert_says_what_stands_in_the_way(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    first = import_list("rna", [register(tmp_path, "20260501", {"W931000001": "UN"})])
    second = import_list("rna", [register(tmp_path, "20260601", {"W931000001": "DEUX"})])
    assert first.change_set
    assert second.change_set
    with pytest.raises(RevertRefused) as error:
        vocabularies.revert(first.change_set, AUTHOR)
    assert f"« {second.change_set} »" in str(error.value)
    vocabularies.revert(second.change_set, AUTHOR)
    vocabularies.revert(first.change_set, AUTHOR)
    view = vocabularies.view()
    assert not [
        number
        for number in view.relation_numbers()
        if view.relation(number).type is RelationType.RESEMBLES
    ]
