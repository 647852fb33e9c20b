"""Constraints and indexes, by versions of the schema."""

from graph.stores.neo4j.cypher.ties import TIES

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE",
        "CREATE INDEX entity_ref IF NOT EXISTS FOR (e:Entity) ON (e._ref)",
        "CREATE CONSTRAINT change_set_revision IF NOT EXISTS"
        " FOR (c:ChangeSet) REQUIRE c.revision IS UNIQUE",
        "CREATE INDEX change_set_time IF NOT EXISTS FOR (c:ChangeSet) ON (c.time)",
        "CREATE INDEX entity_written IF NOT EXISTS FOR (e:Entity) ON (e._written)",
        "CREATE INDEX past_written IF NOT EXISTS FOR (p:Past) ON (p._written)",
        "CREATE INDEX past_ended IF NOT EXISTS FOR (p:Past) ON (p._ended)",
        "CREATE INDEX past_id IF NOT EXISTS FOR (p:PastEntity) ON (p.id)",
        *(
            f"CREATE INDEX {tie.lower()}_written IF NOT EXISTS FOR ()-[r:{tie}]-() ON (r._written)"
            for tie in TIES
        ),
    ),
)
"""Statements by schema version; each may run again, since a process can die between two."""

NAME_IS_UNIQUE = (
    "CREATE CONSTRAINT maillage_name IF NOT EXISTS FOR (m:Maillage) REQUIRE m.name IS UNIQUE"
)
AWAIT_INDEXES = "CALL db.awaitIndexes(300)"
HEADER = """
OPTIONAL MATCH (m:Maillage {name: 'store'})
RETURN m.schema AS schema, EXISTS { MATCH (n) WHERE NOT n:Maillage } AS is_used
"""
CREATE_STORE = """
MERGE (m:Maillage {name: 'store'})
ON CREATE SET m.schema = 0, m.revision = 0, m._last_ref = 0, m._last_version = 0, m._sweeps = 0
"""
SET_SCHEMA = "MATCH (m:Maillage {name: 'store'}) WHERE m.schema < $schema SET m.schema = $schema"
