"""What a change set adds, changes and ends: of a plan and of what was written, the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.changes import ChangeSet, Merge, Operation, Retract
from graph.changes.differences import Differences, Effect, of_plan, of_revision, recorded
from graph.records import Entity, Relation
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from tests.drawing import AUTHOR, apply, entity, relation

MOST = 10


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    """A CAF in a CTG, and another name of the CAF."""
    opened = Repository(SqliteStore(tmp_path / "graph.db"))
    apply(
        opened,
        entity("Actor", "act:caf", name="CAF", actor_kind="CAF"),
        entity("Actor", "act:caf-bis", name="La CAF"),
        entity("Framework", "fra:ctg", name="CTG", framework_kind="CTG", start="2020"),
        relation("act:caf", "INVOLVED_IN", "fra:ctg", role="LEAD"),
    )
    yield opened
    opened.close()


def both(repository: Repository, *operations: Operation) -> tuple[Differences, Differences]:
    """What the plan of a change set says, and what its revision says once written."""
    change_set = ChangeSet(operations, AUTHOR, "test")
    before = of_plan(repository.plan(change_set), MOST)
    record, _ = repository.apply(change_set)
    assert record is not None
    versions = repository.store.touched(record.revision)
    return before, of_revision(repository.view(), record.revision, versions, MOST)


def told(found: Differences) -> dict[str, list[Any]]:
    """Facts by effect with their values, whatever their order."""
    return {
        effect: sorted(
            (
                each.fact.key if isinstance(each.fact, Relation) else each.fact[:1],
                [tuple(value) for value in each.values],
            )
            for each in part
        )
        for effect, part in (
            ("added", found.added),
            ("changed", found.changed),
            ("ended", found.ended),
        )
    }


def test_values_before_and_after(repository: Repository) -> None:
    planned, written = both(
        repository,
        entity("Framework", "fra:ctg", name="CTG de Bondy", end="2024"),
        entity("Framework", "fra:cls", name="CLS", framework_kind="CLS"),
        relation("act:caf", "INVOLVED_IN", "fra:ctg", role="LEAD", note="pilote"),
    )
    assert told(planned) == told(written)
    changed = {
        each.fact.id if isinstance(each.fact, Entity) else "lead": each.values
        for each in planned.changed
    }
    assert [tuple(value) for value in changed["fra:ctg"]] == [
        ("name", "CTG", "CTG de Bondy"),
        ("end", None, "2024"),
    ]
    assert [tuple(value) for value in changed["lead"]] == [("note", None, "pilote")]
    [added] = planned.added
    assert added.before is None
    assert planned.names == {"fra:cls": "CLS", "fra:ctg": "CTG de Bondy", "act:caf": "CAF"}


def test_what_a_retraction_ends(repository: Repository) -> None:
    """The framework goes with the relation that touches it; the names stay."""
    planned, written = both(repository, Retract("fra:ctg"))
    assert told(planned) == told(written)
    assert len(planned.ended) == 2
    assert planned.names["fra:ctg"] == written.names["fra:ctg"] == "CTG"


def test_a_merge_changes_an_entity(repository: Repository) -> None:
    planned, written = both(repository, Merge(("act:caf-bis",), "act:caf"))
    for found in (planned, written):
        [difference] = found.changed
        assert difference.fact == ("act:caf-bis", "act:caf")
        assert difference.effect is Effect.CHANGED
        assert found.names == {"act:caf": "CAF", "act:caf-bis": "La CAF"}


def test_the_first_of_each_effect_are_kept(repository: Repository) -> None:
    many = [entity("Action", f"axn:{number:02}", name=f"Action {number}") for number in range(30)]
    planned, written = both(repository, *many)
    assert len(planned.added) == len(written.added) == MOST


def test_every_revision_that_a_store_keeps_is_told(repository: Repository) -> None:
    """A revert ends what it took back."""
    record = repository.store.journal()[0]
    reverted = repository.revert(record.id, AUTHOR)
    found = list(recorded(reverted.revision, repository.store.touched(reverted.revision)))
    assert {each.effect for each in found} == {Effect.ENDED}
    assert len(found) == reverted.retracted == record.created
