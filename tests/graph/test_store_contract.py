"""What every store must do: keep versions, tell its journal, refuse what came too late."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from graph.changes import Operation, Plan, Retract, RetractRelation, plan_change
from graph.errors import InvalidData, StaleRevision
from graph.ontology import EntityKind, RelationType
from graph.repository import Repository
from graph.stores import Store
from graph.view.build import build_view
from graph.view.columns import Delta, Snapshot
from tests.drawing import AUTHOR, apply, change_set, entities, entity, relation

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


def plan(store: Store, *operations: Operation) -> Plan:
    """A change set checked against what the store has now."""
    view = build_view(store.snapshot(store.revision()))
    return plan_change(view, change_set(*operations))


def history(repository: Repository) -> int:
    """Five revisions with all that may happen to a fact; the last revision."""
    apply(repository, *entities("Actor", "a", "b"), *entities("Framework", "f"))
    apply(repository, relation("a", "INVOLVED_IN", "f", role="LEAD"), entity("Actor", "c"))
    apply(repository, entity("Actor", "a", note="changed"), entity("Document", "d"))
    apply(repository, RetractRelation(RelationType.INVOLVED_IN, "a", "f", "LEAD"))
    return apply(repository, Retract("c"), entity("Actor", "a", "d#p. 2")).revision


def test_an_empty_store(store: Store) -> None:
    """Revision 0, nothing in it, nothing told."""
    assert store.revision() == store.change_count() == 0
    assert store.snapshot(0) == Snapshot(0, [], [], [])
    assert store.delta(0, 0) == Delta(0, [], [], [], [], False)
    assert store.journal() == []
    assert store.change("cs1") is None
    assert store.touched(1) == []
    assert store.revision_at(datetime.now(UTC)) == 0


def test_every_value_is_kept(repository: Repository) -> None:
    """All types of values, of an entity and of a relation."""
    apply(
        repository,
        entity("Document", "doc:1"),
        entity(
            "Framework",
            "fra:ctg",
            "doc:1#art. 3",
            name="Convention « territoriale »\nglobale 🙂",
            alias=("CTG", "l'accord"),
            start="2013-07",
            open_ended=True,
            fte=0.75,
            participants=40,
            exemplary=False,
            generic=True,
        ),
        entity("Actor", "act:caf", start="2010", end="2020-02-29"),
        relation(
            *("act:caf", "INVOLVED_IN", "fra:ctg", "doc:1", "doc:1#p. 2"),
            role="FUNDER",
            start="2013",
            end="2014-06",
            year=2013,
            amount=1500.5,
            note="dont 20 % versés",
        ),
    )
    view = build_view(repository.store.snapshot(1))
    row = view.row("fra:ctg")
    assert row is not None
    kept = view.entity(row)
    assert (kept.kind, kept.start, kept.end, kept.open_ended) == (
        EntityKind.FRAMEWORK,
        "2013-07",
        None,
        True,
    )
    assert (kept.name, kept.sources) == (
        "Convention « territoriale »\nglobale 🙂",
        ("doc:1#art. 3",),
    )
    assert kept.props == {
        "alias": ("CTG", "l'accord"),
        "fte": 0.75,
        "participants": 40,
        "exemplary": False,
        "generic": True,
    }
    (number,) = view.relation_numbers()
    tie = view.relation(number)
    assert (tie.role, tie.start, tie.end, tie.year) == ("FUNDER", "2013", "2014-06", 2013)
    assert tie.props == {"amount": 1500.5, "note": "dont 20 % versés"}
    assert tie.sources == ("doc:1", "doc:1#p. 2")


def test_the_journal_tells_newest_first(repository: Repository) -> None:
    """Who, when, from where, and how many facts; by pages."""
    before = datetime.now(UTC)
    last = history(repository)
    store = repository.store
    journal = store.journal()
    assert [each.revision for each in journal] == [5, 4, 3, 2, 1]
    assert [(each.created, each.changed, each.retracted) for each in reversed(journal)] == [
        (3, 0, 0),
        (2, 0, 0),
        (1, 1, 0),
        (0, 0, 1),
        (0, 1, 1),
    ]
    assert {(each.author, each.origin, each.reverts) for each in journal} == {
        (AUTHOR, "test", None)
    }
    times = [each.time for each in reversed(journal)]
    assert times == sorted(set(times))
    assert before - timedelta(seconds=1) <= times[0]
    assert times[-1] <= datetime.now(UTC) + timedelta(seconds=1)
    assert store.journal(first=2) == journal[:2]
    assert store.journal(first=2, before=4) == journal[2:4]
    assert store.journal(first=0) == []
    assert store.change(journal[0].id) == journal[0]
    assert store.change_count() == last
    for unknown in ("cs6", "cs0", "cs-1", "5", "csv", "", "cs" + "9" * 30, "cs²"):
        assert store.change(unknown) is None


def test_revisions_by_moment(repository: Repository) -> None:
    """At the moment of a change set it is there, just before it is not."""
    history(repository)
    store = repository.store
    assert store.revision_at(BEGINNING) == 0
    for each in store.journal():
        assert store.revision_at(each.time) == each.revision
        assert store.revision_at(each.time - timedelta(microseconds=1)) == each.revision - 1
    assert store.revision_at(datetime.now(UTC) + timedelta(days=1)) == 5


def facts(snapshot: Snapshot) -> tuple[dict[int, object], dict[int, object], set[object]]:
    """Entities by reference, relations by version, judgements."""
    return (
        {row.ref: row for row in snapshot.entities},
        {row.version: row for row in snapshot.relations},
        {(row.ref, row.into) for row in snapshot.same_as},
    )


def advanced(snapshot: Snapshot, delta: Delta) -> Iterator[dict[int, object]]:
    """Entities and relations of a snapshot after a delta."""
    entities_, relations_, _ = facts(snapshot)
    for ref in delta.entities_ended:
        del entities_[ref]
    for version in delta.relations_ended:
        del relations_[version]
    yield entities_ | {row.ref: row for row in delta.entities}
    yield relations_ | {row.version: row for row in delta.relations}


def test_a_delta_is_the_difference_of_two_snapshots(repository: Repository) -> None:
    """Between any two revisions, and past snapshots never change."""
    seen = [repository.store.snapshot(0)]
    for revision in range(1, history(repository) + 1):
        seen.append(repository.store.snapshot(revision))
    for since, before in enumerate(seen):
        for until in range(since, len(seen)):
            after, delta = seen[until], repository.store.delta(since, until)
            assert list(advanced(before, delta)) == list(facts(after)[:2])
            assert delta.revision == until
    assert [repository.store.snapshot(revision) for revision in range(len(seen))] == seen
    assert {row.record.id for row in seen[5].entities} == {"a", "b", "d", "f"}
    assert {row.record.id for row in seen[3].entities} == {"a", "b", "c", "d", "f"}
    assert [len(snapshot.relations) for snapshot in seen] == [0, 0, 1, 1, 0, 0]


def test_what_was_planned_on_an_older_revision_is_refused(store: Store) -> None:
    """And leaves nothing behind."""
    late = plan(store, entity("Actor", "late"))
    store.write(plan(store, entity("Actor", "early")))
    before = store.snapshot(1)
    with pytest.raises(StaleRevision):
        store.write(late)
    assert store.revision() == 1
    assert store.snapshot(1) == before
    assert store.write(plan(store, entity("Actor", "late"))).revision == 2


def test_an_id_never_changes_its_kind(repository: Repository) -> None:
    """Not while the entity stands, nor once it is retracted."""
    apply(repository, entity("Actor", "x"))
    with pytest.raises(InvalidData, match="déjà du type Actor") as refused:
        repository.apply(change_set(entity("Body", "x")))
    assert refused.value.code == "KIND_CONFLICT"
    apply(repository, Retract("x"))
    with pytest.raises(InvalidData, match="a déjà servi pour un Actor") as refused:
        repository.apply(change_set(entity("Theme", "t"), entity("Body", "x")))
    assert refused.value.code == "KIND_CONFLICT"
    assert repository.store.revision() == 2
    assert repository.view().row("t") is None
    assert apply(repository, entity("Actor", "x", name="again")).created == 1


def test_nothing_changed_writes_nothing(repository: Repository) -> None:
    """The same facts again, in any order and with sources already known."""
    told: list[Operation] = [
        entity("Document", "d"),
        entity("Actor", "a", "d"),
        entity("Framework", "f"),
        relation("a", "INVOLVED_IN", "f", "d", role="LEAD"),
    ]
    apply(repository, *told)
    record, planned = repository.apply(change_set(*told))
    assert record is None
    assert (planned.created, planned.changed, planned.unchanged) == (0, 0, 4)
    assert repository.store.revision() == 1
