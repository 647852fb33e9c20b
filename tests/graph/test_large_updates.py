"""Change sets on a view that has little: as many relations as an update may bring at once."""

from graph.repository import Repository
from tests.drawing import apply, entities, relation


def test_more_relations_than_a_view_has_room_for(repository: Repository) -> None:
    """A view of no relation is brought up to date by fifteen hundred of them."""
    apply(repository, *entities("Actor", *(f"a{n}" for n in range(1500))), *entities("Body", "b"))
    assert list(repository.view().relation_numbers()) == []
    apply(repository, *(relation(f"a{n}", "MEMBER_OF", "b") for n in range(1500)))
    view = repository.view()
    row = view.row("b")
    assert row is not None
    assert len(view.touching(row)) == len(list(view.relation_numbers())) == 1500
