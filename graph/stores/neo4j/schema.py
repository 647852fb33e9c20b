"""Bringing a database to the current schema, step by step; one that holds other data is left."""

from graph.errors import StoreError
from graph.stores.neo4j import cypher
from graph.stores.neo4j.connection import Connection


def migrate(connection: Connection) -> None:
    """Make or complete constraints and indexes; several processes may do it at once.

    Raises StoreError (FOREIGN_STORE, NEWER_STORE), the database left as it is.
    """
    [[found, is_used]] = connection.ask(cypher.HEADER)
    newest = len(cypher.MIGRATIONS)
    if found is None and is_used:
        raise StoreError(
            "cette base Neo4j contient les données d'une autre application : "
            "indiquer une base vide",
            code="FOREIGN_STORE",
        )
    if found is not None and found > newest:
        raise StoreError(
            "cette base Neo4j a été écrite par une version plus récente de Maillage : "
            "mettre l'application à jour",
            code="NEWER_STORE",
        )
    if found == newest:
        return
    if found is None:
        _run(connection, cypher.NAME_IS_UNIQUE)
        _run(connection, cypher.CREATE_STORE)
    for number, statements in enumerate(cypher.MIGRATIONS[found or 0 :], start=(found or 0) + 1):
        for statement in statements:
            _run(connection, statement)
        _run(connection, cypher.AWAIT_INDEXES)
        _run(connection, cypher.SET_SCHEMA, schema=number)


def _run(connection: Connection, statement: str, **parameters: int) -> None:
    connection.write(lambda run: run(statement, **parameters))
