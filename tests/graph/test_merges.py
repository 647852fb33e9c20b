"""Judgements that two entities are the same: what readers see, and what stays underneath."""

import pytest

from graph.changes import Merge, Operation, Retract, Split
from graph.errors import InvalidData
from graph.records import Entity, Relation
from graph.repository import Repository
from graph.view.build import build_view
from tests.drawing import apply, change_set, entities, entity, relation, relations


def shown(repository: Repository, id_: str) -> Entity:
    """The entity that readers see for an id."""
    view = repository.view()
    row = view.row(id_)
    assert row is not None
    return view.entity(row)


def ties(repository: Repository) -> list[tuple[str, str, str]]:
    """The relations that readers see, by type and ends."""
    view = repository.view()
    columns, records = view.relations, view.entities.records
    return sorted(
        (
            view.relation(number).type,
            records[columns.origin[number]].id,
            records[columns.target[number]].id,
        )
        for number in view.relation_numbers()
    )


def kept(repository: Repository) -> list[Relation]:
    """The relations as they are kept."""
    view = build_view(repository.store.snapshot(repository.store.revision()))
    numbers = view.relation_numbers(stated=True)
    return sorted((view.stated_relation(number) for number in numbers), key=str)


def refused(repository: Repository, *operations: Operation) -> str:
    """The code with which a change set is refused."""
    with pytest.raises(InvalidData) as error:
        repository.apply(change_set(*operations))
    return error.value.code


@pytest.fixture
def drawn(repository: Repository) -> Repository:
    """Two spellings of one CAF, each in a framework, both in a third."""
    apply(
        repository,
        *entities("Document", "d", "e"),
        entity("Actor", "caf", "d", name="CAF 93", siren=("111",)),
        entity("Actor", "CAF", "e", name="Caisse", alias=("C.A.F.",), siren=("222",), note="x"),
        entity("Actor", "caf-3", "e#p. 3", name="CAF 93", actor_kind="CAF"),
        *entities("Framework", "f", "g", "h"),
        relation("caf", "INVOLVED_IN", "f", "d"),
        relation("CAF", "INVOLVED_IN", "g"),
        relation("caf", "INVOLVED_IN", "h", "d", role="LEAD"),
        relation("CAF", "INVOLVED_IN", "h", "e", "d", role="LEAD"),
    )
    return repository


def test_the_survivor_speaks_for_both(drawn: Repository) -> None:
    """Its own values first; other names become aliases; sources add up; notes stay."""
    apply(drawn, Merge(("CAF", "caf-3"), "caf"))
    for id_ in ("caf", "CAF", "caf-3"):
        seen = shown(drawn, id_)
        assert (seen.id, seen.name) == ("caf", "CAF 93")
        assert seen.sources == ("d", "e", "e#p. 3")
        assert seen.props == {"siren": ("111",), "alias": ("Caisse", "C.A.F."), "actor_kind": "CAF"}


def test_relations_lead_to_the_survivor(drawn: Repository) -> None:
    """Repeated ones are shown once, with the sources of both."""
    apply(drawn, Merge(("CAF",), "caf"))
    assert ties(drawn) == [
        ("INVOLVED_IN", "caf", "f"),
        ("INVOLVED_IN", "caf", "g"),
        ("INVOLVED_IN", "caf", "h"),
    ]
    view = drawn.view()
    (lead,) = (each for each in map(view.relation, view.relation_numbers()) if each.role == "LEAD")
    assert lead.sources == ("d", "e")


def test_facts_of_a_merged_id_go_on_being_told(drawn: Repository) -> None:
    """The same facts again change nothing; a new one about the old id shows on the survivor,
    and nothing that was stated apart is mixed underneath."""
    before = kept(drawn)
    apply(drawn, Merge(("CAF",), "caf"))
    again: list[Operation] = [
        entity("Actor", "CAF", "e", name="Caisse"),
        relation("CAF", "INVOLVED_IN", "h", "e", role="LEAD"),
        relation("caf", "INVOLVED_IN", "h", "d", role="LEAD"),
    ]
    assert drawn.apply(change_set(*again))[0] is None
    apply(drawn, relation("caf", "INVOLVED_IN", "h", "d#p. 9", role="LEAD", note="seul"))
    apply(drawn, relation("CAF", "INVOLVED_IN", "f", role="PARTNER"))
    assert ties(drawn).count(("INVOLVED_IN", "caf", "f")) == 2
    apply(drawn, Split("CAF"))
    changed = {each.sources for each in kept(drawn)} - {each.sources for each in before}
    assert changed == {("d", "d#p. 9")}
    assert shown(drawn, "CAF").id == "CAF"


def test_a_split_restores(drawn: Repository) -> None:
    """Entities, relations and sources as before the merge."""
    seen = [shown(drawn, id_) for id_ in ("caf", "CAF", "caf-3")]
    before, facts = ties(drawn), kept(drawn)
    apply(drawn, Merge(("CAF", "caf-3"), "caf"))
    apply(drawn, Split("CAF"))
    apply(drawn, Split("caf-3"))
    assert [shown(drawn, id_) for id_ in ("caf", "CAF", "caf-3")] == seen
    assert (ties(drawn), kept(drawn)) == (before, facts)


def test_which_repetition_is_shown_does_not_depend_on_time(drawn: Repository) -> None:
    """The survivor's own relation is, even when it was written last."""
    apply(drawn, Merge(("CAF",), "caf"))
    apply(drawn, relation("caf", "INVOLVED_IN", "h", role="LEAD", note="own"))
    view = drawn.view()
    seen = [each for each in map(view.relation, view.relation_numbers()) if each.role == "LEAD"]
    assert [(each.origin, each.props) for each in seen] == [("caf", {"note": "own"})]


def test_symmetric_repetitions_are_one(repository: Repository) -> None:
    """f with g, and g with a second spelling of f."""
    apply(
        repository,
        *entities("Framework", "f", "f2", "g"),
        relation("f", "ARTICULATED_WITH", "g"),
        relation("g", "ARTICULATED_WITH", "f2"),
    )
    apply(repository, Merge(("f2",), "f"))
    assert ties(repository) == [("ARTICULATED_WITH", "f", "g")]


def test_relations_between_the_merged_are_hidden(repository: Repository) -> None:
    """A thing is no part of itself."""
    apply(repository, *entities("Actor", "a", "b"), relation("a", "PART_OF", "b"))
    apply(repository, Merge(("a",), "b"))
    assert ties(repository) == []
    apply(repository, Split("a"))
    assert ties(repository) == [("PART_OF", "a", "b")]


def test_a_chain_of_merges(repository: Repository) -> None:
    """a is b, b is c: all are c; parted in the middle, a is b again."""
    apply(
        repository,
        *entities("Actor", "a", "b", "c"),
        *entities("Body", "g"),
        *relations("a", "MEMBER_OF", "g"),
    )
    apply(repository, Merge(("a",), "b"))
    apply(repository, Merge(("b",), "c"))
    assert [shown(repository, id_).id for id_ in "abc"] == ["c", "c", "c"]
    assert ties(repository) == [("MEMBER_OF", "c", "g")]
    apply(repository, Split("b"))
    assert [shown(repository, id_).id for id_ in "abc"] == ["b", "b", "c"]
    assert ties(repository) == [("MEMBER_OF", "b", "g")]
    apply(repository, Split("a"), Merge(("a",), "c"), Merge(("b",), "a"))
    assert [shown(repository, id_).id for id_ in "abc"] == ["c", "c", "c"]
    apply(repository, Split("a"))
    assert [shown(repository, id_).id for id_ in "abc"] == ["a", "a", "c"]


def test_merges_that_are_refused(repository: Repository) -> None:
    """Of two kinds, of an entity with itself, twice, in a circle; and splits of nothing."""
    apply(repository, *entities("Actor", "a", "b", "c"), entity("Body", "g"))
    assert refused(repository, Merge(("g",), "a")) == "INVALID_DATA"
    assert refused(repository, Merge(("a",), "a")) == "INVALID_DATA"
    assert refused(repository, Split("a")) == "INVALID_DATA"
    apply(repository, Merge(("a",), "b"))
    assert refused(repository, Merge(("a",), "c")) == "INVALID_DATA"
    assert refused(repository, Merge(("b",), "a")) == "INVALID_DATA"
    assert refused(repository, Merge(("b",), "c"), Merge(("c",), "a")) == "INVALID_DATA"


@pytest.mark.parametrize("merge", [Merge(("x",), "a"), Merge(("a",), "x")])
def test_a_merge_must_not_close_a_circle(repository: Repository, merge: Merge) -> None:
    """x is part of b, b is part of a: x cannot be a, whichever stands for the other."""
    apply(
        repository,
        *entities("Actor", "a", "b", "x"),
        *relations("x", "PART_OF", "b"),
        *relations("b", "PART_OF", "a"),
    )
    assert refused(repository, merge) == "CYCLE"
    assert repository.store.revision() == 1


def test_what_a_split_parts_closes_no_circle(repository: Repository) -> None:
    """y within z; x was y, and is no more: z may then be within x."""
    apply(repository, *entities("Territory", "x", "y", "z"), *relations("y", "WITHIN", "z"))
    apply(repository, Merge(("x",), "y"))
    assert refused(repository, relation("z", "WITHIN", "x")) == "CYCLE"
    apply(repository, Split("x"), relation("z", "WITHIN", "x"))
    assert ("WITHIN", "z", "x") in ties(repository)


def test_a_merge_taken_back_at_once_changes_nothing(repository: Repository) -> None:
    """No change set, nothing counted."""
    apply(repository, *entities("Actor", "a", "b"))
    record, plan = repository.apply(change_set(Merge(("a",), "b"), Split("a")))
    assert record is None
    assert plan.changed == 0


def test_a_merged_document_is_still_a_source(repository: Repository) -> None:
    """What cites the merged one goes on citing it."""
    apply(repository, *entities("Document", "d", "e"), entity("Actor", "a", "e#p. 1"))
    apply(repository, Merge(("e",), "d"))
    apply(repository, entity("Actor", "b", "e#p. 2"))
    with pytest.raises(InvalidData, match="est la source de 2 fait"):
        repository.apply(change_set(Retract("e")))
