"""Bringing a database to the current schema, step by step; one that holds other data is left."""

from graph.errors import StoreError
from graph.stores.neo4j import cypher
from graph.stores.neo4j.connection import Connection


def migrate(connection: Connection) -> None:
    """Make or complete constraints and indexes; several processes may do it at once.

    Raises StoreError (FOREIGN_STORE, NEWER_STORE), the database left as it is.
    """
    [[found, is_used]] = connection.ask(cypher.schema.HEADER)
    newest = len(cypher.schema.MIGRATIONS)
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
        _run(connection, cypher.schema.NAME_IS_UNIQUE)
        _run(connection, cypher.schema.CREATE_STORE)
    for number in range(found or 0, newest):
        for statement in cypher.schema.MIGRATIONS[number]:
            _run(connection, statement)
        _run(connection, cypher.schema.AWAIT_INDEXES)
        _run(connection, cypher.schema.SET_SCHEMA, schema=number + 1)


def _run(connection: Connection, statement: str, **parameters: int) -> None:
    connection.write(lambda run: run(statement, **parameters))
