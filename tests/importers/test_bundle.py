"""Good bundles: what is read, told and not told twice."""

from pathlib import Path

from hypothesis import given, settings

from graph.repository import Repository
from importers import run_import
from importers.bundle import BundleImporter
from tests.drawing import AUTHOR, import_folder, imported, new_repository, write_rows
from tests.oracle.random_graphs import Bundle
from tests.oracle.wide_bundles import wide_bundles


@settings(max_examples=40)
@given(bundle=wide_bundles())
def test_the_same_import_twice(bundle: Bundle) -> None:
    """Created 0, changed 0, no change set; a dry run tells what a run does, and does nothing."""
    with new_repository() as (repository, folder):
        path = write_rows(folder / "bundle", bundle.entities, bundle.relations)
        importer = BundleImporter()
        dry = run_import(repository, importer, [path], author=AUTHOR, dry_run=True)
        assert (dry.change_set, dry.dry_run, repository.store.revision()) == (None, True, 0)
        first = import_folder(repository, path)
        assert (first.created, first.changed) == (dry.created, dry.changed) == (dry.created, 0)
        assert first.change_set == "cs1"
        second = import_folder(repository, path)
        assert (second.change_set, second.created, second.changed) == (None, 0, 0)
        assert second.unchanged == first.created
        assert repository.store.change_count() == 1


def test_a_changed_row_is_one_change() -> None:
    """Others are unchanged; a source adds to those known; an empty cell clears nothing."""
    rows = [
        {"id": "d", "kind": "Document", "name": "D"},
        {"id": "a", "kind": "Actor", "name": "A", "note": "n", "source": "d#p. 1"},
        {"id": "b", "kind": "Actor", "name": "B"},
    ]
    with imported(rows, []) as (repository, folder):
        rows[1] = {"id": "a", "kind": "", "name": "A2", "note": "", "source": "d#p. 2|d#p. 1"}
        report = import_folder(repository, write_rows(folder / "bundle", rows, []))
        assert (report.created, report.changed, report.unchanged) == (0, 1, 2)
        view = repository.view()
        record = view.entity(view.rows_by_id["a"])
        assert (record.name, record.props) == ("A2", {"note": "n"})
        assert record.sources == ("d#p. 1", "d#p. 2")


def test_rows_may_refer_forward_and_to_the_store(repository: Repository, tmp_path: Path) -> None:
    """Sources below, relations to what was imported before, two folders at once."""
    first = write_rows(
        tmp_path / "1",
        [
            {"id": "a", "kind": "Actor", "name": "A", "source": "d"},
            {"id": "d", "kind": "Document", "name": "D"},
        ],
        [],
    )
    second = write_rows(
        tmp_path / "2",
        [{"id": "f", "kind": "Framework", "name": "F"}],
        [{"type": "INVOLVED_IN", "from": "a", "to": "f"}],
    )
    third = write_rows(tmp_path / "3", [], [{"type": "EXPECTED_IN", "from": "a", "to": "f"}])
    both = run_import(repository, BundleImporter(), [first, second], author=AUTHOR)
    assert both.created == 4
    assert import_folder(repository, third).created == 1


def test_what_spreadsheets_write_is_fine(repository: Repository, tmp_path: Path) -> None:
    """A BOM, CRLF, blank lines, short rows, quoted cells, accents, any case."""
    table = '\ufeffid,kind,name,note\r\nx,ACTOR,"Été, l\'"\r\n\r\ny,actor,Y,"deux\r\nlignes"\r\n'
    (tmp_path / "entities.csv").write_bytes(table.encode())
    report = import_folder(repository, tmp_path)
    assert (report.created, report.refused) == (2, 0)
    view = repository.view()
    notes = [view.entity(row).props.get("note") for row in map(view.row, "xy") if row is not None]
    assert notes == [None, "deux\r\nlignes"]


def test_a_repeated_row_counts_once(repository: Repository, tmp_path: Path) -> None:
    """A symmetric relation is the same from either end."""
    entities = [
        {"id": "f", "kind": "Framework", "name": "F"},
        {"id": "f", "kind": "Framework", "name": "F"},
        {"id": "g", "kind": "Framework", "name": "G"},
    ]
    relations = [
        {"type": "ARTICULATED_WITH", "from": "g", "to": "f", "intensity": "2"},
        {"type": "ARTICULATED_WITH", "from": "f", "to": "g", "intensity": "2"},
    ]
    assert import_folder(repository, write_rows(tmp_path / "b", entities, relations)).created == 3


def test_ids_are_kept_as_they_are(repository: Repository, tmp_path: Path) -> None:
    """Bars, hashes, emoji, right-to-left and no-break spaces name entities like anything."""
    ids = ["act:a|b#c", "act:😀", "act:\u200fעברית", "act:a\u00a0b", "act:é", "act:e\u0301"]
    rows = [{"id": id_, "kind": "Actor", "name": "A"} for id_ in ids]
    assert import_folder(repository, write_rows(tmp_path / "b", rows, [])).created == len(ids)
    view = repository.view()
    assert [view.entity(row).id for row in view.by_id(range(view.size))] == sorted(ids)
