"""Taking change sets back: all is as before, or the refusal names what stands in the way."""

import pytest

from graph.changes import Merge, Operation, Retract, RetractRelation, Split
from graph.errors import MaillageError, RevertRefused, UnknownReference
from graph.ontology import RelationType
from graph.repository import Repository
from tests.drawing import AUTHOR, apply, change_set, entities, entity, relation
from tests.queries.everything import entity_facts


def state(repository: Repository) -> object:
    """All that readers see: entities, relations, which id stands for which."""
    view = repository.view()
    ids = {record.id for record in view.entities.records} & set(entity_facts(view))
    rows = {id_: view.row(id_) for id_ in sorted(ids)}
    said = view.entities.said
    return (
        [
            (id_, row is not None and (view.entity(row), int(said[row])))
            for id_, row in rows.items()
        ],
        sorted(
            (str(view.relation(number)), int(view.relations.said[number]))
            for number in view.relation_numbers()
        ),
    )


@pytest.fixture
def drawn(repository: Repository) -> Repository:
    """Two actors of a framework with a document: cs1."""
    apply(
        repository,
        *entities("Document", "d"),
        entity("Actor", "a", "d#p. 1", note="first"),
        *entities("Actor", "b", "c"),
        *entities("Framework", "f"),
        relation("a", "INVOLVED_IN", "f", "d", role="FUNDER", year=2014, amount=10),
        relation("a", "INVOLVED_IN", "f", "d", role="FUNDER", year=2015),
        relation("b", "INVOLVED_IN", "f"),
    )
    return repository


CHANGES: dict[str, tuple[Operation, ...]] = {
    "an entity": (entity("Actor", "new"),),
    "values": (entity("Actor", "a", name="Autre", note=None, siren=("1",)),),
    "a source": (entity("Actor", "a", "d#p. 2"),),
    "a relation's values": (
        relation("a", "INVOLVED_IN", "f", role="FUNDER", year=2014, amount=20, end="2014"),
    ),
    "a relation": (relation("c", "INVOLVED_IN", "f", "d"),),
    "a retraction": (Retract("a"),),
    "a relation's retraction": (RetractRelation(RelationType.INVOLVED_IN, "b", "f"),),
    "a merge": (Merge(("b", "c"), "a"),),
    "all at once": (
        entity("Document", "e"),
        entity("Actor", "b", "e", note="changed"),
        relation("b", "INVOLVED_IN", "f", "e", role="LEAD"),
        Retract("c"),
        Merge(("b",), "a"),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_changed_is_as_before(drawn: Repository, change: str) -> None:
    """And taking back the taking back restores the change; as often as one likes."""
    before = state(drawn)
    last = apply(drawn, *CHANGES[change])
    after = state(drawn)
    assert after != before
    for _ in range(2):
        undone = drawn.revert(last.id, AUTHOR)
        assert (undone.origin, undone.reverts) == ("revert", last.id)
        assert state(drawn) == before
        last = drawn.revert(undone.id, AUTHOR)
        assert state(drawn) == after


def test_the_first_change_set_too(repository: Repository) -> None:
    """Nothing is left, and ids keep their kinds."""
    first = apply(repository, *entities("Actor", "a"), *entities("Document", "d"))
    repository.revert(first.id, AUTHOR)
    assert state(repository) == ([], [])
    with pytest.raises(MaillageError, match="a déjà servi pour un Actor"):
        repository.apply(change_set(*entities("Body", "a")))


def test_independent_change_sets_are_no_obstacle(drawn: Repository) -> None:
    """Other facts stay as they are."""
    changed = apply(drawn, entity("Actor", "a", note="changed"))
    apply(drawn, entity("Actor", "b", note="kept"), relation("c", "INVOLVED_IN", "f"))
    drawn.revert(changed.id, AUTHOR)
    view = drawn.view()
    assert [view.entities.records[view.rows_by_id[each]].props["note"] for each in "ab"] == [
        "first",
        "kept",
    ]


LATER: dict[str, tuple[tuple[Operation, ...], tuple[Operation, ...]]] = {
    "changed again": (
        (entity("Actor", "a", note="second"),),
        (entity("Actor", "a", note="third"),),
    ),
    "a relation at what was created": (
        (entity("Actor", "new"),),
        (relation("new", "INVOLVED_IN", "f"),),
    ),
    "a source that was created": ((entity("Document", "e"),), (entity("Actor", "c", "e#p. 1"),)),
    "a relation's source that was created": (
        (entity("Document", "e"),),
        (relation("c", "INVOLVED_IN", "f", "e"),),
    ),
    "merged into another": ((entity("Actor", "new"),), (Merge(("new",), "c"),)),
    "standing for another": ((entity("Actor", "new"),), (Merge(("c",), "new"),)),
    "told again": ((Retract("a"),), (entity("Actor", "a", note="again"),)),
    "a relation told again": (
        (RetractRelation(RelationType.INVOLVED_IN, "b", "f"),),
        (relation("b", "INVOLVED_IN", "f", note="again"),),
    ),
    "retracted": ((entity("Actor", "new"),), (Retract("new"),)),
    "split": ((Merge(("a",), "b"),), (Split("a"),)),
}


@pytest.mark.parametrize("case", LATER)
def test_later_change_sets_on_the_same_facts_are_named(drawn: Repository, case: str) -> None:
    """The refusal says which; once they are taken back too, it works."""
    before = state(drawn)
    earlier = apply(drawn, *LATER[case][0])
    apply(drawn, entity("Theme", "elsewhere"))
    later = apply(drawn, *LATER[case][1])
    seen = state(drawn)
    with pytest.raises(RevertRefused, match=f"« {later.id} »") as refused:
        drawn.revert(earlier.id, AUTHOR)
    assert refused.value.code == "REVERT_REFUSED"
    assert "cs3" not in refused.value.message
    assert state(drawn) == seen
    drawn.revert(later.id, AUTHOR)
    drawn.revert(earlier.id, AUTHOR)
    drawn.revert("cs3", AUTHOR)
    assert state(drawn) == before


def test_a_split_taken_back_does_not_replace_a_later_merge(drawn: Repository) -> None:
    """Neither the same entity judged otherwise since, nor the reverse judgement."""
    apply(drawn, Merge(("a",), "b"))
    split = apply(drawn, Split("a"))
    other = apply(drawn, Merge(("a",), "c"))
    with pytest.raises(RevertRefused, match=f"« {other.id} »"):
        drawn.revert(split.id, AUTHOR)
    drawn.revert(other.id, AUTHOR)
    reverse = apply(drawn, Merge(("b",), "a"))
    with pytest.raises(RevertRefused, match=f"« {reverse.id} »"):
        drawn.revert(split.id, AUTHOR)
    drawn.revert(reverse.id, AUTHOR)
    drawn.revert(split.id, AUTHOR)
    view = drawn.view()
    assert view.row("a") == view.row("b") == view.rows_by_id["b"]


def test_a_split_is_not_taken_back_once_the_survivor_has_gone(drawn: Repository) -> None:
    """Or the merged one would stand for nothing."""
    apply(drawn, Merge(("c",), "b"))
    split = apply(drawn, Split("c"))
    apply(drawn, Retract("b"))
    with pytest.raises(RevertRefused):
        drawn.revert(split.id, AUTHOR)


def test_a_relation_is_not_restored_to_nowhere(drawn: Repository) -> None:
    """Its end was retracted since."""
    changed = apply(drawn, RetractRelation(RelationType.INVOLVED_IN, "b", "f"))
    apply(drawn, Retract("b"))
    with pytest.raises(RevertRefused, match="« b »"):
        drawn.revert(changed.id, AUTHOR)


def test_a_circle_closed_since_is_not_restored(drawn: Repository) -> None:
    """a was part of b; since then b is part of a."""
    apply(drawn, relation("a", "PART_OF", "b"))
    changed = apply(drawn, RetractRelation(RelationType.PART_OF, "a", "b"))
    apply(drawn, relation("b", "PART_OF", "a"))
    with pytest.raises(RevertRefused, match="cycle"):
        drawn.revert(changed.id, AUTHOR)


def test_what_is_taken_back_is_not_taken_back_twice(drawn: Repository) -> None:
    """A creation, a change or a retraction: the refusal names the first revert."""
    for operations in ((entity("Actor", "new"),), (Retract("a"),)):
        last = apply(drawn, *operations)
        undone = drawn.revert(last.id, AUTHOR)
        with pytest.raises(RevertRefused, match=f"« {undone.id} »"):
            drawn.revert(last.id, AUTHOR)


def test_an_unknown_change_set(drawn: Repository) -> None:
    """Is an unknown reference."""
    for id_ in ("cs99", "cs0", "99", "", "cs1 "):
        with pytest.raises(UnknownReference, match="au journal"):
            drawn.revert(id_, AUTHOR)
