"""The same facts in both stores give the same answers, byte for byte."""

from collections.abc import Iterable
from datetime import date, datetime
from random import Random
from typing import Any

import orjson
from fastapi.testclient import TestClient
from hypothesis import given, settings

from api.app import create_app
from graph.errors import InvalidData, UnknownReference
from graph.ontology import INITIATIVES, EntityKind
from graph.repository import Repository
from graph.stores.neo4j import Neo4jStore
from graph.view import GraphView
from scripts.neo4j_server import delete_nodes
from tests.drawing import change_set, import_folder, imported
from tests.neo4j.rare import RARE
from tests.neo4j.selections import QUESTIONS, document, variables_of
from tests.oracle.random_graphs import Bundle
from tests.queries.edits import disturbance, stories

JSON = {"Content-Type": "application/json"}


def ask(
    repository: Repository, variables: dict[str, str], questions: Iterable[str] = QUESTIONS
) -> dict[str, bytes]:
    """The body of the answer to each question."""
    client = TestClient(create_app(repository), base_url="http://localhost")
    answers = {}
    for question in questions:
        text = document(question)
        given = {name: variables[name] for name in variables_of(text)}
        body = orjson.dumps({"query": text, "variables": given})
        answers[question] = client.post("/graphql", content=body, headers=JSON).content
    return answers


def arguments(view: GraphView, day: date, chances: Random) -> dict[str, str]:
    """A theme, places and nodes of the view, drawn by chance; ``?`` names nothing."""

    def one(*kinds: EntityKind) -> str:
        return chances.choice([view.entity(row).id for row in view.rows_of(*kinds)] or ["?"])

    nodes = (EntityKind.ACTOR, EntityKind.BODY, *sorted(INITIATIVES))
    return {
        "theme": one(EntityKind.THEME),
        "territory": one(EntityKind.TERRITORY),
        "elsewhere": one(EntityKind.TERRITORY),
        "node": one(*nodes),
        "other": one(*nodes),
        "day": day.isoformat(),
    }


@settings(RARE, max_examples=6)
@given(story=stories())
def test_every_question(neo4j_url: str, story: tuple[Bundle, date, int]) -> None:
    """A bundle imported in both, then the same edits: changes, retractions, merges, splits."""
    bundle, day, seed = story
    delete_nodes(neo4j_url)
    server = Repository(Neo4jStore(neo4j_url))
    with imported(bundle.entities, bundle.relations) as (file, folder):
        import_folder(server, folder / "bundle")
        chances = Random(seed)
        asked = arguments(file.view(), day, chances)
        for _ in range(2):
            assert ask(server, asked) == ask(file, asked)
            edits = [each for _ in range(4) for each in disturbance(file.view(), chances)]
            outcomes = [outcome(each, edits) for each in (file, server)]
            assert outcomes[0] == outcomes[1]
        assert ask(server, asked) == ask(file, asked)
        assert entries(server) == entries(file)
    server.close()


def entries(repository: Repository) -> list[object]:
    """The journal, less its moments."""
    return [each._replace(time=datetime.min) for each in repository.store.journal()]


def outcome(repository: Repository, edits: list[Any]) -> object:
    """What became of edits: the counts of the change set, or why it was refused."""
    try:
        record, _ = repository.apply(change_set(*edits))
    except (InvalidData, UnknownReference) as error:
        return str(error)
    return None if record is None else record[6:]
