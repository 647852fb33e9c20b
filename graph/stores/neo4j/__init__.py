"""The store on a Neo4j server, whole or one territory's part of it."""

from graph.stores.neo4j.scoped import ScopedNeo4jStore
from graph.stores.neo4j.store import Neo4jStore

__all__ = ["Neo4jStore", "ScopedNeo4jStore"]
