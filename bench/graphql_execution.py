"""What GraphQL's execution costs, beside strawberry's plain execution of the same schema.

    .venv/bin/python -m bench.graphql_execution

In process, schema execution only (no HTTP), processor time of one thread. The two take turns, so
that what else the machine does weighs on both.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import thread_time

import strawberry
from graphql import get_introspection_query

from api.graphql.changes import Mutation
from api.graphql.context import Context
from api.graphql.kinds import kind_types
from api.graphql.query import Query
from api.graphql.schema import schema
from graph.changes import ChangeSet, UpsertEntity
from graph.ontology import EntityKind
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore

ROUNDS = 30
PAGE = "entities(kind: ACTOR, first: 500) { edges { node { id kind name start } } }"
QUERIES = {
    "{ __typename }": "{ __typename }",
    "1,000 entities x 4 fields": f"{{ a: {PAGE} b: {PAGE} }}",
    "the same without the entities": "{ a: entities(kind: ACTOR) { totalCount } "
    "b: entities(kind: ACTOR) { totalCount } }",
    "standard introspection": get_introspection_query(),
}


def main() -> None:
    """Print one line for each query."""
    plain = strawberry.Schema(query=Query, mutation=Mutation, types=kind_types())
    with TemporaryDirectory() as folder:
        repository = Repository(SqliteStore(Path(folder) / "graph.db"))
        actors = [
            UpsertEntity(f"act:{n}", EntityKind.ACTOR, {"name": f"Acteur {n}"}) for n in range(500)
        ]
        repository.apply(ChangeSet(actors, "bench", "bench"))

        def run(served: strawberry.Schema, query: str) -> object:
            result = served.execute_sync(query, context_value=Context(repository, "bench"))
            assert not result.errors
            return result.data

        print("| query | plain (ms) | maillage (ms) | ratio |\n|---|---:|---:|---:|")
        for name, query in QUERIES.items():
            assert run(plain, query) == run(schema, query)
            before, after = in_turns(partial(run, plain, query), partial(run, schema, query))
            print(f"| {name} | {before:.2f} | {after:.2f} | {before / after:.1f} |", flush=True)
        repository.close()


def in_turns(*works: Callable[[], object]) -> list[float]:
    """Median milliseconds of the processor for each of several works."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, spent in zip(works, times, strict=True):
            start = thread_time()
            work()
            spent.append(thread_time() - start)
    return [median(each) * 1e3 for each in times]


if __name__ == "__main__":
    main()
