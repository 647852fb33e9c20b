"""Writing facts by batches of rows, and publishing them."""

from graph.stores.neo4j.cypher.ties import SAME_AS

KNOWN_IDS = """
UNWIND $rows AS id
MATCH (p:PastEntity {id: id})
RETURN DISTINCT p.id, p.kind, p._ref
"""
ARCHIVE_ENTITIES = """
UNWIND $rows AS row
MATCH (e:Entity {_ref: row.ref}) WHERE e._version = row.version
CREATE (p:Past:PastEntity)
SET p = properties(e), p._ended = $revision,
    p.kind = head([label IN labels(e) WHERE NOT label IN ['Entity', 'Institution']])
"""
DELETE_ENTITIES = """
UNWIND $rows AS row
MATCH (e:Entity {_ref: row.ref}) WHERE e._version = row.version
DELETE e
"""
"""Those that were archived and not replaced."""


def create_entities(labels: str) -> str:
    """``labels`` beside Entity: ``Action``, ``Actor:Institution``."""
    return f"UNWIND $rows AS row CREATE (e:Entity:{labels}) SET e = row"


def replace_entities(labels: str) -> str:
    """New values in the place of those that ``ARCHIVE_ENTITIES`` has put aside."""
    institution = "SET e:Institution" if labels.endswith(":Institution") else "REMOVE e:Institution"
    return f"UNWIND $rows AS row MATCH (e:Entity {{_ref: row._ref}}) SET e = row {institution}"


def create_ties(tie: str) -> str:
    """Rows of ends (references) and properties."""
    return f"""
UNWIND $rows AS row
MATCH (a:Entity {{_ref: row.origin}})
MATCH (b:Entity {{_ref: row.target}})
CREATE (a)-[r:{tie}]->(b)
SET r = row.values
"""


def archive_ties(tie: str) -> str:
    """Rows of ends (references) and version."""
    return f"""
UNWIND $rows AS row
MATCH (a:Entity {{_ref: row.origin}})-[r:{tie}]->(b:Entity {{_ref: row.target}})
WHERE r._version = row.version
CREATE (p:Past:PastTie)
SET p = properties(r), p._ended = $revision, p.type = '{tie}',
    p.origin = a.id, p.target = b.id, p._origin = a._ref, p._target = b._ref
DELETE r
"""


ARCHIVE_JUDGEMENTS = f"""
UNWIND $rows AS ref
MATCH (a:Entity {{_ref: ref}})-[r:{SAME_AS}]->(b:Entity)
CREATE (p:Past:PastTie)
SET p = properties(r), p._ended = $revision, p.type = '{SAME_AS}',
    p.origin = a.id, p.target = b.id, p._origin = a._ref, p._target = b._ref
DELETE r
"""

PUBLISH = """
MATCH (m:Maillage {name: 'store'})
SET m.revision = $entry.revision, m._last_ref = $last_ref, m._last_version = $last_version
REMOVE m._claim, m._claim_until
CREATE (c:ChangeSet)
SET c = $entry
WITH c
OPTIONAL MATCH (reverted:ChangeSet {id: $entry.reverts})
FOREACH (each IN CASE WHEN reverted IS NULL THEN [] ELSE [reverted] END |
    CREATE (c)-[:REVERTS]->(each))
"""

# Restoring a history: change sets wait under another label until all is there.

KEEP_PAST_ENTITIES = "UNWIND $rows AS row CREATE (p:Past:PastEntity) SET p = row"
KEEP_PAST_TIES = "UNWIND $rows AS row CREATE (p:Past:PastTie) SET p = row"
KEEP_CHANGE_SETS = "UNWIND $rows AS row CREATE (c:Unpublished) SET c = row"
PUBLISH_HISTORY = """
MATCH (m:Maillage {name: 'store'})
SET m.revision = $revision, m._last_ref = $last_ref, m._last_version = $last_version
REMOVE m._claim, m._claim_until
WITH m
MATCH (c:Unpublished)
SET c:ChangeSet
REMOVE c:Unpublished
WITH c WHERE c.reverts IS NOT NULL
MATCH (reverted {id: c.reverts}) WHERE reverted:ChangeSet OR reverted:Unpublished
CREATE (c)-[:REVERTS]->(reverted)
"""
