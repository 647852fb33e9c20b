"""Import, export, import: the same graph, whatever the cells hold."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from api.exports.bundle import write_bundle
from graph.changes import Merge
from graph.ontology import KINDS, PROPERTY, RELATION_PROPERTY
from graph.records import Entity, Relation
from graph.repository import Repository
from importers.cells import ENTITY_COLUMNS, RELATION_COLUMNS
from tests.drawing import apply, entities, entity, import_folder, imported, new_repository, relation
from tests.oracle.random_graphs import Bundle
from tests.oracle.wide_bundles import CELLS, TEXTS, wide_bundles

STAGES = {"stages": ("CADRAGE:2013:true|DIAGNOSTIC:2013-07:true|BILAN:2016:false",)}


def graph(repository: Repository) -> tuple[dict[str, Entity], list[Relation]]:
    """All facts that stand, as readers see them."""
    view = repository.view()
    kept = {view.entity(row).id: view.entity(row) for row in view.rows_of(*KINDS)}
    return kept, sorted(map(view.relation, view.relation_numbers()), key=str)


def again(repository: Repository, folder: Path) -> tuple[dict[str, Entity], list[Relation]]:
    """The graph that comes of importing what was exported; and importing it here is no news."""
    write_bundle(repository.view(), folder)
    with new_repository() as (other, _):
        import_folder(other, folder)
        return graph(other)


@settings(max_examples=60)
@given(bundle=wide_bundles(values=STAGES))
def test_the_same_graph(bundle: Bundle) -> None:
    """Every column, hostile text, ids with commas and quotes; and the same files again."""
    with imported(bundle.entities, bundle.relations) as (repository, folder):
        first, second = folder / "first", folder / "second"
        assert again(repository, first) == graph(repository)
        report = import_folder(repository, first)
        assert (report.change_set, report.created, report.changed) == (None, 0, 0)
        write_bundle(repository.view(), second)
        for name in ("entities.csv", "relations.csv"):
            assert (first / name).read_bytes() == (second / name).read_bytes()


def test_every_column_is_drawn() -> None:
    """A column added to the ontology must enter the round trip too."""
    drawn = {*CELLS, *TEXTS, *STAGES, "start", "end", "open_ended", "count"}
    assert set(PROPERTY) - drawn <= {"open"}
    columns = {"id", "role", "start", "end", "open_ended", "amount", "year", "intensity", "extent"}
    assert set(RELATION_PROPERTY) == columns | {"note"}
    assert set(ENTITY_COLUMNS) == {"id", "kind", "source", *PROPERTY}
    assert set(RELATION_COLUMNS) == {"type", "from", "to", "source", *RELATION_PROPERTY}


@pytest.mark.parametrize(
    "text",
    [
        *("a\rb", "a\r\nb", "\ra", "a\n", '"', '""', " a ", "\ta", ",", "'", "#", "\x1f", "\x7f"),
        *("\ufeffa", "a\u2028b", "\x85", "=1+1", "\\", "a" * 99_990),
    ],
)
def test_texts_that_csv_might_spoil(repository: Repository, tmp_path: Path, text: str) -> None:
    """In a name, a note, an alias and a locator."""
    apply(
        repository,
        entity("Document", "d"),
        entity("Actor", "a", name=f"n{text}", note=f"{text}n", open=None),
        entity("Actor", "b", f"d#{text}n"),
        entity("Framework", "f"),
        relation("a", "INVOLVED_IN", "f", f"d#n{text}n", note=f"n{text}n"),
    )
    assert again(repository, tmp_path / "out") == graph(repository)


def test_numbers_at_their_extremes(repository: Repository, tmp_path: Path) -> None:
    """No exponent is written that could not be read."""
    for count, number in enumerate((0, 1e-9, 0.1, 0.00001, 123456789012345.6, 999999999999999)):
        apply(repository, entity("Action", f"a{count}", budget=number, fte=number))
    assert again(repository, tmp_path / "out") == graph(repository)


def test_an_empty_graph(repository: Repository, tmp_path: Path) -> None:
    """Two files with their headers."""
    assert again(repository, tmp_path / "out") == ({}, [])
    assert (tmp_path / "out" / "entities.csv").read_bytes() == b"id,kind,name\r\n"
    assert (tmp_path / "out" / "relations.csv").read_bytes() == b"type,from,to\r\n"


def test_no_contact_leaves(repository: Repository, tmp_path: Path) -> None:
    """Neither the contact nor the post it holds."""
    apply(
        repository,
        entity("Contact", "who", name="référent"),
        entity("Actor", "a"),
        relation("who", "HOLDS_POST", "a"),
    )
    kept, ties = again(repository, tmp_path / "out")
    assert (set(kept), ties) == ({"a"}, [])
    for name in ("entities.csv", "relations.csv"):
        assert "who" not in (tmp_path / "out" / name).read_text(encoding="utf-8")


def test_merged_entities_leave_as_one(repository: Repository, tmp_path: Path) -> None:
    """The survivor with the names and relations of all; sources that were merged, too."""
    apply(
        repository,
        *entities("Document", "d", "e"),
        entity("Actor", "caf", "d"),
        entity("Actor", "CAF", "e#p. 1"),
        *entities("Framework", "f", "g"),
        relation("caf", "INVOLVED_IN", "f", "d"),
        relation("CAF", "INVOLVED_IN", "f", "e"),
        relation("CAF", "INVOLVED_IN", "g", "e#p. 2"),
    )
    apply(repository, Merge(("CAF",), "caf"), Merge(("e",), "d"))
    kept, ties = again(repository, tmp_path / "out")
    assert set(kept) == {"caf", "d", "f", "g"}
    assert kept["caf"].props == {"alias": ("CAF",)}
    assert kept["caf"].sources == ("d", "d#p. 1")
    assert [(tie.target, tie.sources) for tie in ties] == [("f", ("d",)), ("g", ("d#p. 2",))]


def test_files_are_replaced_whole(repository: Repository, tmp_path: Path) -> None:
    """A second export over the first leaves nothing beside the two files."""
    for id_ in "ab":
        apply(repository, entity("Actor", id_))
        write_bundle(repository.view(), tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "entities.csv",
        "relations.csv",
    ]
