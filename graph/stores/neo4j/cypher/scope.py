"""Reading a scope: what stands, by steps from references to references."""

from graph.stores.neo4j.cypher.reading import TIE_VALUES
from graph.stores.neo4j.cypher.ties import SAME_AS

STATE_OF_SCOPE = """
MATCH (m:Maillage {name: 'store'})
RETURN m.revision, m._sweeps, m._claim IS NOT NULL AS is_claimed
"""
SCOPE_ROOT = """
MATCH (t:Territory)
WHERE t.id = $text OR $text IN t.cog OR $text IN t.code OR toLower(t.name) = toLower($text)
WITH t ORDER BY t.id = $text DESC, t.id
WITH collect(t) AS found
WITH CASE WHEN found[0].id = $text THEN found[..1] ELSE found END AS found
UNWIND found AS t
RETURN t._ref, t.id, t.name
"""
CONCEPTS = "MATCH (e:Theme|Audience|Territory) RETURN labels(e), properties(e)"
ENTITIES_BY_REF = "UNWIND $rows AS ref MATCH (e:Entity {_ref: ref}) RETURN labels(e), properties(e)"
ENTITIES_BY_ID = "UNWIND $rows AS id MATCH (e:Entity {id: id}) RETURN labels(e), properties(e)"
HAS_JUDGEMENTS = f"MATCH ()-[r:{SAME_AS}]->() RETURN 1 LIMIT 1"


def step(pattern: str) -> str:
    """From references to those one step away, by a pattern that ends in ``n``."""
    return f"UNWIND $rows AS ref MATCH (e:Entity {{_ref: ref}}){pattern} RETURN DISTINCT n._ref"


def ties_at(tie: str, side: str) -> str:
    """Ties of a type at references, which are their origins or their targets."""
    start = "a" if side == "origin" else "b"
    return (
        f"UNWIND $rows AS ref MATCH ({start}:Entity {{_ref: ref}})\n"
        f"MATCH (a)-[r:{tie}]->(b:Entity)\n"
        f"RETURN type(r), a._ref, b._ref, {TIE_VALUES}"
    )
