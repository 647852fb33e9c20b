"""Each limit of the table: a request at it passes, one beyond is told how to stay under it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from graphql import get_introspection_query

from api.app import create_app
from api.graphql.budget import Budget, Spent
from api.graphql.documents import read_document
from api.graphql.limits import LIMITS, names
from api.graphql.shape import shape_of
from graph.changes import ChangeSet, UpsertEntity, UpsertRelation
from graph.ontology import EntityKind, RelationType
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore

PAGE = Path(__file__).parents[2] / "docs" / "graphql.md"


def nested(levels: int) -> str:
    """A query of so many levels of fields; from the third on, a theme in a theme."""
    inner = "id"
    for _ in range(levels - 2):
        inner = f"... on Theme {{ broader {{ {inner} }} }}"
    return f'{{ entity(id: "theme:sante") {{ {inner} }} }}'


def fragments(count: int) -> str:
    spreads = " ".join(f"...F{n}" for n in range(count))
    definitions = " ".join(
        f"fragment F{n} on JournalEntryConnection {{ totalCount }}" for n in range(count)
    )
    return f"{{ journal {{ {spreads} }} }} {definitions}"


def kinds(count: int) -> str:
    """A query of 15 tokens and so many more."""
    return f'{{ search(text: "a", kinds: [{"ACTOR " * count}]) {{ totalCount }} }}'


def relations(first: int) -> str:
    """A page of 500 entities with so many relations each, of cost 2 + 500 (14 + 7 first)."""
    shown = f"relations(first: {first}) {{ edges {{ node {{ type role start }} }} }}"
    return f"{{ entities(first: 500) {{ edges {{ node {{ {shown} }} }} }} }}"


def repeated(count: int) -> str:
    return f"{{ entities(first: 0) {{ {'edges { node { id } } ' * count} }} }}"


AT_AND_BEYOND: dict[str, tuple[str, str, str]] = {
    "document": (
        "{ __typename }".ljust(LIMITS.document),
        "{ __typename }".ljust(LIMITS.document + 1),
        "DOCUMENT_TOO_LONG",
    ),
    "tokens": (
        kinds(985),
        kinds(986),
        "TOO_MANY_TOKENS",
    ),
    "nesting": (
        "{ " + "... on Query { " * 39 + "__typename" + " }" * 40,
        "{ " + "... on Query { " * 40 + "__typename" + " }" * 41,
        "TOO_NESTED",
    ),
    "depth": (nested(10), nested(11), "TOO_DEEP"),
    "aliases": (
        "{ journal { " + " ".join(f"a{n}: totalCount" for n in range(15)) + " } }",
        "{ journal { " + " ".join(f"a{n}: totalCount" for n in range(16)) + " } }",
        "TOO_MANY_ALIASES",
    ),
    "root_fields": (
        "{ " + " ".join(f"a{n}: __typename" for n in range(10)) + " }",
        "{ " + " ".join(f"a{n}: __typename" for n in range(11)) + " }",
        "TOO_MANY_ROOT_FIELDS",
    ),
    "fragments": (fragments(30), fragments(31), "TOO_MANY_FRAGMENTS"),
    "type_lists": (
        "{ __schema { types { fields { type { name } } } } }",
        "{ __schema { types { fields { type { fields { name } } } } } }",
        "INTROSPECTION_TOO_WIDE",
    ),
    "cost": (
        relations(12),
        relations(14),
        "TOO_COSTLY",
    ),
    "comparisons": (repeated(10), repeated(100), "TOO_MANY_REPEATED_FIELDS"),
    "first": (
        "{ entities(first: 500) { totalCount } }",
        "{ entities(first: 501) { totalCount } }",
        "FIRST_OUT_OF_BOUNDS",
    ),
}


def post(client: TestClient, query: str, **more: Any) -> tuple[int, dict[str, Any]]:
    answer = client.post("/graphql", json={"query": query, **more})
    return answer.status_code, answer.json()


@pytest.mark.parametrize("limit", AT_AND_BEYOND)
def test_a_document_at_a_limit_passes_and_beyond_is_refused(client: TestClient, limit: str) -> None:
    at, beyond, code = AT_AND_BEYOND[limit]
    status, body = post(client, at)
    assert (status, body.get("errors")) == (200, None)
    status, body = post(client, beyond)
    (error,) = body["errors"]
    assert (status, error["extensions"]["code"]) == (400, code)
    most = f"{getattr(LIMITS, limit):,}".replace(",", "\u202f")
    assert f"{most} au plus : " in error["message"]
    assert re.search(r" a (plus de )?[\d\u202f]+ ", error["message"])


def test_the_body_is_bounded_before_it_is_read(client: TestClient) -> None:
    answer = client.post(
        "/graphql",
        content=b'{"query": "{ __typename }"}'.ljust(LIMITS.body + 1),
        headers={"content-type": "application/json"},
    )
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["extensions"]["code"]) == (413, "BODY_TOO_LARGE")
    assert "65\u202f536 au plus" in error["message"]


def test_a_batch_is_refused(client: TestClient) -> None:
    answer = client.post("/graphql", json=[{"query": "{ __typename }"}] * 2)
    assert answer.json()["errors"][0]["extensions"]["code"] == "BATCH_REFUSED"


def test_an_answer_shows_five_errors_at_most(client: TestClient) -> None:
    _, body = post(client, "{ journal { " + " ".join(f"zut{n}" for n in range(20)) + " } }")
    assert len(body["errors"]) == LIMITS.errors
    query = "{ " + " ".join(f'a{n}: entity(id: "x", asOf: "zut") {{ id }}' for n in range(9)) + " }"
    assert len(post(client, query)[1]["errors"]) == LIMITS.errors


def test_first_in_a_variable_counts_as_much(client: TestClient) -> None:
    query = "query ($n: Int = 10) { entities(first: $n) { edges { node { id name kind } } } }"
    assert post(client, query)[0] == 200
    assert post(client, query, variables={"n": 500})[0] == 200
    assert post(client, query, variables={"n": 501})[1]["errors"][0]["extensions"]["code"] == (
        "FIRST_OUT_OF_BOUNDS"
    )
    dear = query.replace("kind", "relations(first: 50) { edges { node { type } } }")
    assert post(client, dear, variables={"n": 10})[0] == 200
    assert post(client, dear, variables={"n": 500})[1]["errors"][0]["extensions"]["code"] == (
        "TOO_COSTLY"
    )


def test_a_coverage_matrix_has_forty_territories_at_most(client: TestClient) -> None:
    query = "query ($places: [String!]!) { coverageMatrix(territories: $places) { state } }"
    assert "errors" not in post(client, query, variables={"places": ["Bondy"] * 40})[1]
    (error,) = post(client, query, variables={"places": ["Bondy"] * 41})[1]["errors"]
    assert error["extensions"]["code"] == "TOO_MANY_TERRITORIES"


def test_tools_may_read_the_schema(client: TestClient) -> None:
    """The standard introspection passes, as GraphiQL and code generators ask it."""
    query = get_introspection_query(
        descriptions=True, schema_description=True, input_value_deprecation=True
    )
    status, body = post(client, query)
    assert (status, "errors" in body) == (200, False)
    assert any(type_["name"] == "Framework" for type_ in body["data"]["__schema"]["types"])
    # Under aliases it could be asked for many times over.
    for asked in ("a: __schema { types { name } }", "__schema { types { a: fields { name } } }"):
        _, body = post(client, f"{{ {asked} }}")
        assert body["errors"][0]["extensions"]["code"] == "INTROSPECTION_TOO_WIDE"


@pytest.mark.parametrize("place", range(12))
def test_every_query_of_the_page_stays_under_the_limits(place: int) -> None:
    blocks = re.findall(r"^```graphql\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
    assert shape_of(read_document(blocks[place]).tree, None, {}).cost <= LIMITS.cost / 4


def test_the_page_shows_the_table() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", PAGE.read_text("utf-8"), re.M))
    shown = {name: int(re.sub(r"\D", "", value)) for name, value in rows.items()}
    assert shown == {name: getattr(LIMITS, name) for name in names()}


def test_a_change_set_of_many_operations_fits_by_variables(client: TestClient) -> None:
    operations = [
        {"upsertEntity": {"id": f"act:nouveau-{n}", "kind": "ACTOR", "values": {"name": f"N {n}"}}}
        for n in range(500)
    ]
    mutation = """mutation ($input: ChangeSetInput!) {
        applyChangeSet(input: $input) { changeSet errors } }"""
    variables = {"input": {"message": "Import", "operations": operations}}
    status, body = post(client, mutation, variables=variables)
    assert (status, body["data"]["applyChangeSet"]["errors"]) == (200, [])


def test_a_fragment_is_visited_once() -> None:
    """Twenty fragments, each spread twice in the one before: unfolded, a million fields."""
    chain = "\n".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(20))
    document = read_document(f"{{ ...F0 }}\n{chain}\nfragment F20 on Query {{ a: __typename }}")
    with pytest.raises(Exception, match="1\u202f048\u202f576 questions"):
        shape_of(document.tree, None, {})


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[TestClient]:
    """60 actors, each in each of 60 actions."""
    repository = Repository(SqliteStore(tmp_path / "graph.db"))
    actors = [UpsertEntity(f"act:{n}", EntityKind.ACTOR, {"name": f"A{n}"}) for n in range(60)]
    actions = [UpsertEntity(f"axn:{n}", EntityKind.ACTION, {"name": f"X{n}"}) for n in range(60)]
    involved = [
        UpsertRelation(RelationType.INVOLVED_IN, actor.id, action.id, {"role": "LEAD"})
        for actor in actors
        for action in actions
    ]
    repository.apply(ChangeSet([*actors, *actions, *involved], "tests", "tests"))
    yield TestClient(create_app(repository), base_url="http://localhost")
    repository.close()


def test_lists_that_unfold_are_counted_while_they_are_made(hub: TestClient) -> None:
    """60 x 60 x 60 entities behind a query whose text seems to ask for three."""
    query = """{ entity(id: "act:0") { ... on Actor { initiatives { ... on Action { actors {
        actor { ... on Actor { initiatives { id } } } } } } } } }"""
    status, body = post(hub, query)
    (error,) = body["errors"]
    assert (status, error["extensions"]["code"]) == (400, "TOO_MANY_VALUES")


def test_time_is_looked_at_between_values() -> None:
    budget = Budget(seconds=0)
    with pytest.raises(Spent) as spent:
        budget.spend(1)
    assert spent.value.error.code == "TIME_LIMIT"
    assert f"{LIMITS.seconds} au plus" in spent.value.error.message
