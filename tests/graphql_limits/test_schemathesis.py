"""Requests made from the schema by schemathesis: whatever is asked, no answer is a 5xx.

Three thousand cases in all, the same in each run, shared evenly between the root fields so that
pytest can spread them.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings

from api.app import create_app
from api.graphql.schema import schema
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from tests.shipped import import_shipped

CASES = 3_000
SEED = 20_150_601
ROOT_FIELDS = [
    (type_.name, field)
    for type_ in (schema._schema.query_type, schema._schema.mutation_type)
    if type_ is not None
    for field in type_.fields
]
EACH = -(-CASES // len(ROOT_FIELDS))


@pytest.fixture(scope="module")
def operations(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The operations of the schema as schemathesis reads it from the running application."""
    repository = Repository(SqliteStore(tmp_path_factory.mktemp("schemathesis") / "graph.db"))
    import_shipped(repository)
    app = create_app(repository, hosts=None)
    yield schemathesis.graphql.from_asgi("/graphql", app)
    repository.close()


@pytest.mark.parametrize(("type_", "field"), ROOT_FIELDS)
def test_no_request_makes_the_server_fail(operations: Any, type_: str, field: str) -> None:
    asked = 0

    @seed(SEED)
    @settings(
        max_examples=EACH,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
        database=None,
    )
    @given(case=operations[type_][field].as_strategy())
    def ask(case: Any) -> None:
        nonlocal asked
        asked += 1
        answer = case.call()
        assert answer.status_code < 500, answer.text
        assert "INTERNAL" not in {
            error["extensions"]["code"] for error in answer.json().get("errors", ())
        }

    ask()
    assert asked >= EACH
