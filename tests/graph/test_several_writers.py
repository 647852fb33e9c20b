"""Several processes and threads on one store: nothing acknowledged is lost."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.changes import Merge
from graph.errors import InvalidData
from graph.ontology import EntityKind
from graph.repository import Repository
from graph.stores import Store, open_store
from tests.drawing import apply, change_set, entities, entity, relation

ROOT = Path(__file__).resolve().parents[2]
EACH = {"sqlite": 60, "neo4j": 12}
"""Writes of each process, by store."""


def test_processes_write_the_same_new_store_at_once(store_url: str) -> None:
    """They create it together; revisions are contiguous and every write is there."""
    each = EACH[store_url.partition(":")[0]]
    command = [sys.executable, "-m", "tests.graph.contending", store_url]
    processes = [
        subprocess.Popen([*command, name, str(each)], stdout=subprocess.PIPE, cwd=ROOT, text=True)
        for name in "abc"
    ]
    told = [process.communicate()[0].splitlines() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    acknowledged = dict(line.split() for lines in told for line in lines)
    repository = Repository(open_store(store_url))
    journal = repository.store.journal()
    assert [entry.revision for entry in journal] == list(range(3 * each, 0, -1))
    assert set(acknowledged) == {entry.id for entry in journal}
    view = repository.view()
    kept = {view.entity(row).id for row in view.rows_of(EntityKind.ACTOR)}
    assert kept == set(acknowledged.values()) == {f"{x}:{n}" for x in "abc" for n in range(each)}
    repository.close()


def test_a_view_sees_what_others_wrote_at_its_next_call(store: Store) -> None:
    """Each of two, in turn; and checks its change sets against it."""
    one, other = Repository(store), Repository(store)
    apply(one, *entities("Actor", "a", "b"))
    assert other.view().row("a") is not None
    apply(other, relation("a", "PART_OF", "b"))
    with pytest.raises(InvalidData, match="cycle"):
        one.apply(change_set(relation("b", "PART_OF", "a")))
    apply(one, Merge(("a",), "b"))
    assert other.view().row("a") == other.view().row("b")
    assert [one.view().revision, other.view().revision] == [3, 3]


def test_views_already_given_do_not_change(repository: Repository) -> None:
    """A reader keeps the revision that it was given."""
    apply(repository, entity("Actor", "a", name="before"))
    old = repository.view()
    apply(repository, entity("Actor", "a", name="after"), *entities("Actor", "b", "0"))
    new = repository.view()
    assert [old.entity(old.rows_by_id["a"]).name, new.entity(new.rows_by_id["a"]).name] == [
        "before",
        "after",
    ]
    assert old.row("b") is None
    assert [old.entity(row).id for row in old.rows_of(EntityKind.ACTOR)] == ["a"]
    assert [new.entity(row).id for row in new.rows_of(EntityKind.ACTOR)] == ["0", "a", "b"]


def test_threads_share_a_repository(repository: Repository) -> None:
    """Writers and readers at once."""

    def work(name: int) -> int:
        for number in range(15):
            apply(repository, entity("Theme", f"{name}:{number}"))
            view = repository.view()
            assert len(view.rows_of(EntityKind.THEME)) == view.revision
            for row in view.rows_of(EntityKind.THEME):
                assert view.touching(row) == []
        return 15

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(work, range(4))) == repository.view().revision == 60
