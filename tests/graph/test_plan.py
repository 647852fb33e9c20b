"""What a change set comes to: counts, values that stay, values that go."""

import pytest

from graph.changes import Merge, Operation, Plan, Retract, UpsertEntity
from graph.errors import InvalidData, UnknownReference
from graph.ontology import EntityKind
from graph.repository import Repository
from tests.drawing import apply, change_set, entities, entity, relation


@pytest.fixture
def drawn(repository: Repository) -> Repository:
    """An actor that leads a framework, as a document says."""
    apply(
        repository,
        entity("Document", "d"),
        entity("Actor", "a", "d", note="n", start="2010", open_ended=True),
        *entities("Actor", "b"),
        *entities("Framework", "f"),
        relation("a", "INVOLVED_IN", "f", "d", role="LEAD", start="2013", note="n"),
    )
    return repository


def counts(repository: Repository, *operations: Operation) -> tuple[int, int, int, int]:
    """Created, changed, unchanged, retracted."""
    plan = repository.plan(change_set(*operations))
    return plan.created, plan.changed, plan.unchanged, plan.retracted


def lead(**values: object) -> Operation:
    """The relation drawn, with other values."""
    known = {"role": "LEAD", "start": "2013", **values}
    return relation("a", "INVOLVED_IN", "f", **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        ([], (0, 0, 0, 0)),
        ([entity("Actor", "a")], (0, 0, 1, 0)),
        ([entity("Actor", "a", note="n")], (0, 0, 1, 0)),
        ([entity("Actor", "a", note="m")], (0, 1, 0, 0)),
        ([entity("Actor", "a", note="m"), entity("Actor", "a", note="n")], (0, 0, 1, 0)),
        ([entity("Actor", "a", "d#p. 2")], (0, 1, 0, 0)),
        ([entity("Actor", "c"), entity("Actor", "c", note="n")], (1, 0, 0, 0)),
        ([entity("Actor", "c"), Retract("c")], (0, 0, 0, 0)),
        ([lead()], (0, 0, 1, 0)),
        ([lead(note="m")], (0, 1, 0, 0)),
        ([lead(role="PARTNER")], (1, 0, 0, 0)),
        ([lead(start="2014")], (1, 0, 0, 0)),
        ([lead(year=2014)], (0, 1, 0, 0)),
        ([Retract("f")], (0, 0, 0, 2)),
        ([Retract("f"), entity("Framework", "f")], (0, 0, 1, 1)),
        ([Merge(("b",), "a")], (0, 1, 0, 0)),
    ],
)
def test_facts_are_counted_once(
    drawn: Repository, operations: list[Operation], expected: tuple[int, int, int, int]
) -> None:
    """By what becomes of each in the end; relations count like entities."""
    assert counts(drawn, *operations) == expected
    assert drawn.store.revision() == 1


def stated(plan: Plan) -> tuple[str, object, object, object, bool]:
    """What a plan writes of its only entity."""
    (record,) = plan.entities
    return record.name, dict(record.props), record.start, record.end, record.open_ended


def test_absent_values_stay_and_none_clears(drawn: Repository) -> None:
    """An operation says what changes; sources add up."""
    operation = UpsertEntity("a", None, {"siren": ("1",)}, ("d#p. 2", "d"))
    plan = drawn.plan(change_set(operation))
    assert stated(plan) == ("a", {"note": "n", "siren": ("1",)}, "2010", None, True)
    assert plan.entities[0].sources == ("d", "d#p. 2")
    cleared = UpsertEntity("a", EntityKind.ACTOR, {"note": None, "start": None, "siren": ()})
    assert stated(drawn.plan(change_set(cleared))) == ("a", {}, None, None, True)


def test_an_end_must_not_meet_what_was_known(drawn: Repository) -> None:
    """The whole period is checked, not the new value alone."""
    with pytest.raises(InvalidData, match="se contredisent"):
        drawn.plan(change_set(UpsertEntity("a", None, {"end": "2015"})))
    with pytest.raises(InvalidData, match="précède"):
        drawn.plan(change_set(UpsertEntity("a", None, {"end": "2009", "open_ended": False})))
    plan = drawn.plan(change_set(UpsertEntity("a", None, {"end": "2010", "open_ended": False})))
    assert stated(plan) == ("a", {"note": "n"}, "2010", "2010", False)


@pytest.mark.parametrize(
    "operation",
    [
        entity("Actor", "x", note="a\x00b"),
        entity("Actor", "x", note="\ud83d"),
        entity("Actor", "x", alias=("a|b",)),
        entity("Actor", "x", "d#p|q"),
        entity("Actor", "x", "d#\udfff"),
        entity("Actor", "\ud83d"),
        relation("a", "EXPECTED_IN", "f", role="\x00"),
        relation("a", "EXPECTED_IN", "f", "d#\x00"),
    ],
)
def test_texts_that_no_store_keeps_are_refused(drawn: Repository, operation: Operation) -> None:
    """Whatever way they came by."""
    with pytest.raises(InvalidData):
        drawn.apply(change_set(operation))


def test_a_kind_is_needed_to_create(drawn: Repository) -> None:
    """And only then."""
    with pytest.raises(UnknownReference, match="donner son type"):
        drawn.plan(change_set(UpsertEntity("x", None, {"name": "X"})))
