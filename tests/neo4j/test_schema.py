"""The schema of a database: made, brought up from an older one, or refused."""

from typing import Any

import pytest

from graph.errors import StoreError
from graph.repository import Repository
from graph.stores.neo4j import Neo4jStore, cypher
from scripts.neo4j_server import connect
from tests.drawing import apply, entity


def run(url: str, statement: str) -> list[list[Any]]:
    """The rows of a statement."""
    with connect(url) as driver, driver.session() as session:
        return session.run(statement).values()


def test_constraints_and_indexes(neo4j_url: str) -> None:
    """Ids are unique; every type of relationship has its index."""
    Neo4jStore(neo4j_url).close()
    unique = run(neo4j_url, "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties")
    assert ["UNIQUENESS", ["Entity"], ["id"]] in unique
    indexes = run(neo4j_url, "SHOW INDEXES YIELD entityType, labelsOrTypes, state")
    tied = {types[0] for kind, types, state in indexes if kind == "RELATIONSHIP" and types}
    assert tied == set(cypher.ties.TIES)
    assert {state for _, _, state in indexes} == {"ONLINE"}


def test_what_analysts_read(neo4j_url: str) -> None:
    """Labels, one relationship a relation, values by their names, unknown ones absent."""
    repository = Repository(Neo4jStore(neo4j_url))
    apply(
        repository,
        entity("Document", "d"),
        entity("Actor", "act:caf", "d#p. 1", actor_kind="CAF", alias=("CAF 93",)),
        entity("Actor", "act:asso", actor_kind="ASSOCIATION", name="Association"),
        entity("Framework", "f", start="2013-07", open_ended=True),
    )
    apply(repository, entity("Actor", "act:asso", actor_kind="CCAS"))
    found = run(neo4j_url, "MATCH (i:Institution) RETURN i.id, i.alias, i.sources ORDER BY i.id")
    assert found == [["act:asso", None, None], ["act:caf", ["CAF 93"], ["d#p. 1"]]]
    [[values]] = run(neo4j_url, "MATCH (f:Framework) RETURN properties(f)")
    assert {name: values[name] for name in values if name[0] != "_"} == {
        "id": "f",
        "name": "f",
        "start": "2013-07",
        "open_ended": True,
    }
    repository.close()


def test_an_older_schema_is_brought_up(neo4j_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database made before a step was added gets it once, and keeps its facts."""
    repository = Repository(Neo4jStore(neo4j_url))
    apply(repository, entity("Actor", "a"))
    repository.close()
    later = (*cypher.schema.MIGRATIONS, ("CREATE INDEX later FOR (e:Entity) ON (e.name)",))
    monkeypatch.setattr(cypher.schema, "MIGRATIONS", later)
    for _ in range(2):
        store = Neo4jStore(neo4j_url)
        assert [row.record.id for row in store.snapshot(1).entities] == ["a"]
        store.close()
    assert run(neo4j_url, "MATCH (m:Maillage) RETURN m.schema") == [[len(later)]]
    assert run(neo4j_url, "SHOW INDEXES YIELD name WHERE name = 'later' RETURN count(*)") == [[1]]
    run(neo4j_url, "DROP INDEX later")


def test_a_newer_schema_is_refused(neo4j_url: str) -> None:
    """And left as it is."""
    Neo4jStore(neo4j_url).close()
    run(neo4j_url, "MATCH (m:Maillage) SET m.schema = 99")
    with pytest.raises(StoreError, match="plus récente") as refused:
        Neo4jStore(neo4j_url)
    assert refused.value.code == "NEWER_STORE"
    assert run(neo4j_url, "MATCH (m:Maillage) RETURN m.schema") == [[99]]


def test_a_database_of_another_application_is_refused(neo4j_url: str) -> None:
    """And left as it is."""
    run(neo4j_url, "CREATE (:Movie {title: 'Playtime'})")
    with pytest.raises(StoreError, match="autre application") as refused:
        Neo4jStore(neo4j_url)
    assert refused.value.code == "FOREIGN_STORE"
    assert run(neo4j_url, "MATCH (n) RETURN labels(n)") == [[["Movie"]]]


def test_a_wrong_password_is_told(neo4j_url: str) -> None:
    """Without repeating it."""
    place = neo4j_url.rpartition("@")[2]
    with pytest.raises(StoreError, match="mot de passe") as refused:
        Neo4jStore(f"neo4j://neo4j:un-mauvais@{place}")
    assert refused.value.code == "STORE_ACCESS"
    assert "un-mauvais" not in str(refused.value)
