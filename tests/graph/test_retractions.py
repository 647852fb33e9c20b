"""Taking facts out: what goes with them, and what forbids it."""

import pytest

from graph.changes import Merge, Operation, Retract, RetractRelation
from graph.errors import InvalidData, UnknownReference
from graph.ontology import RelationType
from graph.repository import Repository
from tests.drawing import apply, change_set, entities, entity, relation


def ids(repository: Repository) -> set[str]:
    """Ids that stand."""
    view = repository.view()
    return {
        record.id for row, record in enumerate(view.entities.records) if view.entities.version[row]
    }


def ties(repository: Repository) -> list[tuple[str, str]]:
    """The ends of relations that stand."""
    view = repository.view()
    found = (view.relation(number) for number in view.relation_numbers(stated=True))
    return sorted((each.origin, each.target) for each in found)


def refused(repository: Repository, *operations: Operation) -> str:
    """The code with which a change set is refused; nothing is written."""
    before = repository.store.revision()
    with pytest.raises((InvalidData, UnknownReference)) as error:
        repository.apply(change_set(*operations))
    assert repository.store.revision() == before
    return error.value.code


def test_relations_go_with_their_ends(repository: Repository) -> None:
    """In both directions; the others stay."""
    apply(
        repository,
        *entities("Actor", "a", "b"),
        *entities("Framework", "f"),
        *entities("Body", "g"),
        relation("a", "INVOLVED_IN", "f"),
        relation("b", "INVOLVED_IN", "f"),
        relation("b", "MEMBER_OF", "g"),
        relation("f", "GOVERNED_BY", "g"),
    )
    record = apply(repository, Retract("f"))
    assert record.retracted == 4
    assert ids(repository) == {"a", "b", "g"}
    assert ties(repository) == [("b", "g")]


def test_relations_told_in_the_same_change_set_go_too(repository: Repository) -> None:
    """Operations are taken in their order."""
    apply(repository, *entities("Actor", "a"), *entities("Framework", "f"))
    apply(repository, entity("Actor", "b"), relation("a", "INVOLVED_IN", "f"), Retract("a"))
    assert ids(repository) == {"b", "f"}
    assert ties(repository) == []


def test_a_relation_to_what_was_just_retracted_is_refused(repository: Repository) -> None:
    """It would lead nowhere."""
    apply(repository, *entities("Actor", "a"), *entities("Framework", "f"))
    told = relation("a", "INVOLVED_IN", "f")
    assert refused(repository, Retract("a"), told) == "DANGLING_REFERENCE"


def test_one_relation_among_alike(repository: Repository) -> None:
    """Role, start and the funder's year tell relations apart; the direction of a symmetric
    one does not."""
    apply(
        repository,
        *entities("Actor", "a"),
        *entities("Framework", "f", "g"),
        relation("a", "INVOLVED_IN", "f", role="FUNDER", year=2014),
        relation("a", "INVOLVED_IN", "f", role="FUNDER", year=2015),
        relation("a", "INVOLVED_IN", "f", role="PARTNER", start="2014"),
        relation("f", "ARTICULATED_WITH", "g"),
    )
    taken = RetractRelation(RelationType.INVOLVED_IN, "a", "f", "FUNDER", year=2014)
    assert apply(repository, taken).retracted == 1
    view = repository.view()
    assert {
        (each.role, each.year, each.start)
        for each in map(view.relation, view.relation_numbers())
        if each.type is RelationType.INVOLVED_IN
    } == {("FUNDER", 2015, None), ("PARTNER", None, "2014")}
    assert refused(repository, taken) == "UNKNOWN_REFERENCE"
    apply(repository, RetractRelation(RelationType.ARTICULATED_WITH, "g", "f"))
    assert ties(repository) == [("a", "f"), ("a", "f")]


def test_a_cited_document_stays(repository: Repository) -> None:
    """Until the facts that cite it have gone: in the same change set will do."""
    apply(
        repository,
        entity("Document", "d"),
        entity("Actor", "a", "d#p. 2"),
        *entities("Framework", "f"),
        relation("a", "INVOLVED_IN", "f", "d"),
    )
    assert refused(repository, Retract("d")) == "STILL_CITED"
    assert refused(repository, entity("Actor", "b", "d"), Retract("d")) == "UNKNOWN_SOURCE"
    apply(repository, Retract("d"), Retract("a"))
    assert ids(repository) == {"f"}


def test_what_stands_for_others_stays(repository: Repository) -> None:
    """At each place of a chain, already judged or judged in the same change set."""
    apply(repository, *entities("Actor", "a", "b", "c", "d"))
    apply(repository, Merge(("a",), "b"))
    apply(repository, Merge(("b",), "c"))
    assert refused(repository, Retract("c")) == "STILL_MERGED"
    assert refused(repository, Retract("b")) == "STILL_MERGED"
    assert refused(repository, Merge(("d",), "c"), Retract("c")) == "STILL_MERGED"
    apply(repository, Retract("a"))
    apply(repository, Retract("b"))
    assert ids(repository) == {"c", "d"}


def test_what_is_retracted_may_be_told_again(repository: Repository) -> None:
    """Without its former values, relations or merge."""
    apply(repository, *entities("Actor", "a", "b"), entity("Actor", "x", note="before"))
    apply(repository, *entities("Framework", "f"), relation("x", "INVOLVED_IN", "f"))
    apply(repository, Merge(("x",), "a"))
    apply(repository, Retract("x"))
    assert repository.view().row("x") is None
    apply(repository, entity("Actor", "x"))
    view = repository.view()
    row = view.row("x")
    assert row is not None
    assert (view.entity(row).id, dict(view.entity(row).props)) == ("x", {})
    assert ties(repository) == []


@pytest.mark.parametrize("operation", [Retract("?"), Merge(("?",), "a"), Merge(("a",), "?")])
def test_what_does_not_exist(repository: Repository, operation: Operation) -> None:
    """Is named in the error."""
    apply(repository, entity("Actor", "a"))
    with pytest.raises(UnknownReference, match=r"« \? » n'existe pas"):
        repository.apply(change_set(operation))
