"""A graph with a contact, which no export may show."""

from collections.abc import Iterator

import pytest

from graph.changes import ChangeSet, Operation, UpsertEntity, UpsertRelation
from graph.ontology import EntityKind, RelationType
from graph.view import GraphView
from tests.exports.drawn import drawn, table

SECRET = "Camille Secret"


@pytest.fixture
def repository_with_contact() -> Iterator[tuple[GraphView, str]]:
    """A view with an actor and its contact, and the contact's name."""
    with drawn(table("id,kind,name\nact:ccas,Actor,CCAS")) as (repository, _):
        operations: list[Operation] = [
            UpsertEntity("con:1", EntityKind.CONTACT, {"name": SECRET}, ()),
            UpsertRelation(RelationType.HOLDS_POST, "con:1", "act:ccas", {"role": SECRET}, ()),
        ]
        repository.apply(ChangeSet(operations, "Camille", "test", ""))
        yield repository.view(), SECRET
