"""A process that serves one territory's part of the graph: the same answers about it."""

from datetime import UTC, date, datetime
from random import Random
from typing import Any

import orjson
import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings

from api.app import create_app
from graph.changes import Merge
from graph.errors import AmbiguousReference, InvalidData, UnknownReference
from graph.ontology import EntityKind
from graph.repository import Repository
from graph.stores import open_store
from graph.stores.neo4j import Neo4jStore
from graph.view import GraphView
from scripts.neo4j_server import delete_nodes
from tests.drawing import apply, change_set, entities, entity, import_folder, relation, write_rows
from tests.neo4j.rare import RARE
from tests.neo4j.test_same_answers import arguments, ask, outcome
from tests.oracle.random_graphs import Bundle
from tests.queries.edits import disturbance, stories

SAME = ("whoWorksOn", "overlaps", "fragmentation", "coverage", "articulations", "gaps", "sheet")
"""Questions about a territory whose answers are those of the whole graph."""


def told(repository: Repository, variables: dict[str, str]) -> dict[str, Any]:
    """The answers, less what looks at the scope alone: missing links, partners by likeness."""
    bodies = ask(repository, variables, SAME)
    answers = {question: orjson.loads(body)["data"] for question, body in bodies.items()}
    gaps = answers["gaps"].pop("gaps")["edges"]
    answers["gaps"] = [_told(edge["node"]) for edge in gaps]
    answers["sheet"]["sheet"]["alerts"] = list(map(_told, answers["sheet"]["sheet"]["alerts"]))
    for kept in (answers["gaps"], answers["sheet"]["sheet"]["alerts"]):
        kept[:] = [gap for gap in kept if gap is not None]
    return answers


def _told(gap: dict[str, Any]) -> dict[str, Any] | None:
    if gap["kind"] == "MISSING_LINK":
        return None
    if gap["kind"] == "MISSING_PARTNER" and not gap["actors"]:
        by_rule = {"subject": gap["subject"], "severity": gap["severity"]}
        return by_rule if gap["severity"] == "HIGH" else None
    return gap


def places(view: GraphView) -> list[str]:
    """Ids of the territories of a view."""
    return [view.entity(row).id for row in view.rows_of(EntityKind.TERRITORY)]


@settings(RARE, max_examples=5)
@given(story=stories())
def test_answers_about_the_scope_are_those_of_the_whole(
    neo4j_url: str, tmp_path_factory: pytest.TempPathFactory, story: tuple[Bundle, date, int]
) -> None:
    """For each territory as scope, and a territory within it, after edits and merges."""
    bundle, day, seed = story
    delete_nodes(neo4j_url)
    chances = Random(seed)
    whole = Repository(Neo4jStore(neo4j_url))
    folder = tmp_path_factory.mktemp("bundle")
    import_folder(whole, write_rows(folder, bundle.entities, bundle.relations))
    for _ in range(4):
        outcome(whole, disturbance(whole.view(), chances))
    view = whole.view()
    for root in places(view)[:3]:
        part = Repository(open_store(neo4j_url, scope=root))
        row = view.row(root)
        assert row is not None
        within = [view.entity(each).id for each in view.on(day.toordinal()).below(row)]
        asked = arguments(view, day, chances) | {"territory": chances.choice(within)}
        assert told(part, asked) == told(whole, asked)
        part.close()
    whole.close()


@pytest.fixture
def two_places(neo4j_url: str) -> str:
    """Bondy and Lille, each with an action and its actor; a need that lies in both."""
    repository = Repository(Neo4jStore(neo4j_url))
    apply(
        repository,
        entity("Territory", "terr:bondy", cog=("93010",), name="Bondy"),
        entity("Territory", "terr:lille", cog=("59350",), name="Lille"),
        entity("Theme", "theme:sante"),
        *entities("Actor", "act:bondy", "act:lille"),
        *entities("Action", "axn:bondy", "axn:lille"),
        entity("Document", "doc:lille"),
        entity("Document", "doc:bondy"),
        relation("axn:bondy", "COVERS", "terr:bondy", "doc:bondy#p. 1"),
        relation("axn:lille", "COVERS", "terr:lille", "doc:lille"),
        relation("act:bondy", "INVOLVED_IN", "axn:bondy"),
        relation("act:lille", "INVOLVED_IN", "axn:lille"),
    )
    repository.close()
    return neo4j_url


def known(repository: Repository) -> set[str]:
    """Ids of all entities of a view."""
    view = repository.view()
    return {view.entity(row).id for row in view.rows_of(*EntityKind)}


@pytest.mark.parametrize("scope", ["terr:bondy", "93010", "bondy"])
def test_what_is_elsewhere_is_left_out(two_places: str, scope: str) -> None:
    """Concepts are all there; sources of what is kept too."""
    part = Repository(open_store(two_places, scope=scope))
    assert known(part) == {
        *("terr:bondy", "terr:lille", "theme:sante"),
        *("act:bondy", "axn:bondy", "doc:bondy"),
    }
    assert part.scope == "Bondy"
    part.close()


def test_what_others_write_is_seen(two_places: str) -> None:
    """A change that draws something into the scope, and a merge that does."""
    part = Repository(open_store(two_places, scope="terr:bondy"))
    whole = Repository(Neo4jStore(two_places))
    assert "act:lille" not in known(part)
    apply(whole, relation("act:lille", "INVOLVED_IN", "axn:bondy"))
    assert "act:lille" in known(part)
    apply(whole, entity("Actor", "act:caf"), Merge(("act:bondy",), "act:caf"))
    assert part.view().row("act:bondy") == part.view().row("act:caf") is not None
    whole.close()
    part.close()


def test_it_only_reads_the_present(two_places: str) -> None:
    """Writing and the past are for a server that sees all, and it says so."""
    part = Repository(open_store(two_places, scope="terr:bondy"))
    with pytest.raises(InvalidData, match="MAILLAGE_SCOPE") as refused:
        part.apply(change_set(entity("Actor", "new")))
    assert refused.value.code == "SCOPE_READ_ONLY"
    with pytest.raises(InvalidData, match="MAILLAGE_SCOPE") as refused:
        part.view(datetime(2000, 1, 1, tzinfo=UTC))
    assert refused.value.code == "SCOPE_LIMITED"
    part.close()


def test_answers_say_so(two_places: str) -> None:
    """On each page, in a header, and in GraphQL's extensions."""
    part = Repository(open_store(two_places, scope="terr:bondy"))
    client = TestClient(create_app(part), base_url="http://localhost")
    page = client.get("/")
    assert "Ce serveur ne connaît que « Bondy »" in page.text
    assert page.headers["Maillage-Scope"] == "Bondy"
    asked = client.post("/graphql", json={"query": "{ cutPoints { totalCount } }"})
    assert asked.json()["extensions"] == {"scope": "Bondy"}
    part.close()


def test_a_scope_that_names_nothing_or_two(two_places: str) -> None:
    """Told when the store is opened."""
    with pytest.raises(UnknownReference, match="« 75056 »"):
        open_store(two_places, scope="75056")
    whole = Repository(Neo4jStore(two_places))
    apply(whole, entity("Territory", "terr:autre", name="Bondy"))
    with pytest.raises(AmbiguousReference, match="terr:autre, terr:bondy"):
        open_store(two_places, scope="Bondy")
    whole.close()
