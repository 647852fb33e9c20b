"""A backup restored in any store is the same store: facts, journal, history, and what follows."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from api.backup import restore_backup, write_backup
from graph.changes import Merge, Retract, Split
from graph.errors import InvalidData
from graph.repository import Repository
from graph.stores import Store, open_store
from importers.base import no_progress
from scripts.neo4j_server import delete_nodes
from tests.drawing import (
    AUTHOR,
    apply,
    entities,
    entity,
    import_folder,
    new_repository,
    relation,
    write_rows,
)
from tests.importers.test_round_trip import graph
from tests.neo4j.rare import RARE
from tests.neo4j.test_same_answers import outcome
from tests.oracle.random_graphs import Bundle
from tests.oracle.wide_bundles import wide_bundles
from tests.queries.edits import disturbance


def everything(store: Store) -> list[object]:
    """Each past state of a store, its journal, and what each revision touched."""
    journal = store.journal()
    snapshots = [store.snapshot(revision) for revision in range(len(journal) + 1)]
    return [
        journal,
        *((sorted(s.entities), s.relations, sorted(s.same_as)) for s in snapshots),
        *(sorted(store.touched(each.revision), key=str) for each in journal),
    ]


def edited(repository: Repository, chances: Random, times: int) -> None:
    """Edits of every kind, and a revert when one is possible."""
    for _ in range(times):
        outcome(repository, [e for _ in range(3) for e in disturbance(repository.view(), chances)])


def moved(source: Store, target: Store, path: Path) -> None:
    """Back up and restore; as many records come as went."""
    path.unlink(missing_ok=True)
    assert write_backup(source, path, no_progress) == restore_backup(target, path, no_progress)


def check_same(source: Repository, target: Repository, seed: int) -> None:
    """The same history, and the same outcome of the same edits and reverts afterwards."""
    assert everything(target.store) == everything(source.store)
    for repository in (source, target):
        edited(repository, Random(seed), 2)
        last = repository.store.journal(1)
        if last:
            repository.revert(last[0].id, AUTHOR)
    assert graph(target) == graph(source)


@settings(max_examples=25)
@given(bundle=wide_bundles(), other=..., seed=...)
def test_from_a_file_to_another(bundle: Bundle, other: int, seed: int) -> None:
    """Random facts with every column, and their edits."""
    with new_repository() as (source, folder), new_repository() as (target, _):
        import_folder(source, write_rows(folder / "bundle", bundle.entities, bundle.relations))
        edited(source, Random(seed), 4)
        moved(source.store, target.store, folder / "backup")
        check_same(source, target, other)


@settings(RARE, max_examples=5)
@given(bundle=wide_bundles(), seed=...)
def test_to_a_server_and_back(neo4j_url: str, bundle: Bundle, seed: int) -> None:
    """Through Neo4j, which keeps its rows another way."""
    delete_nodes(neo4j_url)
    with new_repository() as (source, folder), new_repository() as (back, _):
        import_folder(source, write_rows(folder / "bundle", bundle.entities, bundle.relations))
        edited(source, Random(seed), 3)
        server = Repository(open_store(neo4j_url))
        moved(source.store, server.store, folder / "there")
        moved(server.store, back.store, folder / "back")
        assert everything(back.store) == everything(source.store)
        check_same(source, server, seed)
        server.close()


def a_story(repository: Repository) -> None:
    """All that may happen to a fact."""
    apply(repository, *entities("Actor", "a", "b", "c"), entity("Framework", "f"))
    apply(repository, relation("a", "INVOLVED_IN", "f", role="LEAD"), Merge(("b",), "a"))
    apply(repository, entity("Actor", "a", name="after"), Split("b"), Retract("c"))
    repository.revert("cs3", AUTHOR)


def test_within_each_kind_of_store(store: Store, tmp_path: Path) -> None:
    """A drawn history, whose retracted id keeps its reference and its kind."""
    with new_repository() as (target, _):
        source = Repository(store)
        a_story(source)
        moved(store, target.store, tmp_path / "backup")
        assert everything(target.store) == everything(store)
        apply(target, Retract("c"))
        with pytest.raises(InvalidData, match="a déjà servi pour un Actor"):
            apply(target, entity("Body", "c"))


def test_a_store_in_use_is_read_at_one_revision(store: Store, store_url: str) -> None:
    """Others change, retract and restore facts meanwhile: the history is that of its beginning."""
    a_story(Repository(store))
    expected = sorted(map(repr, store.history()))
    reading = store.history()
    read = [repr(next(reading))]
    writer = Repository(open_store(store_url))
    writer.revert("cs4", AUTHOR)
    apply(writer, entity("Actor", "a", name="meanwhile"), Retract("f"), entity("Actor", "new"))
    writer.close()
    assert sorted([*read, *map(repr, reading)]) == expected


def test_a_store_that_holds_something_is_left_alone(store: Store, tmp_path: Path) -> None:
    """Even when all of it was taken back."""
    repository = Repository(store)
    with new_repository() as (other, _):
        apply(other, entity("Actor", "x"))
        write_backup(other.store, tmp_path / "backup", no_progress)
    apply(repository, entity("Actor", "a"))
    before = everything(store)
    with pytest.raises(InvalidData, match="base neuve") as refused:
        restore_backup(store, tmp_path / "backup", no_progress)
    assert refused.value.code == "STORE_NOT_EMPTY"
    assert everything(store) == before
