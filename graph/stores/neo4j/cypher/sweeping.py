"""Sweeping: what an unpublished revision wrote goes, what it ended stands again.

Each statement treats some rows and is run until it finds none.
"""

from graph.stores.neo4j.cypher.ties import TIES

_SOME = "LIMIT 5000"
SWEEP_TIES = tuple(
    f"""
MATCH ()-[r:{tie}]->() WHERE r._written > $revision
WITH r {_SOME}
DELETE r
RETURN count(*)
"""
    for tie in TIES
)
"""First of all: entities that go must have no relationship left."""
SWEEP_PAST = f"""
MATCH (p:Past) WHERE p._written > $revision
WITH p {_SOME}
DELETE p
RETURN count(*)
"""


SWEEP_CHANGE_SETS = f"MATCH (c:Unpublished) WITH c {_SOME} DELETE c RETURN count(*)"
"""Those of a restore that did not end."""


def restore_entities(label: str) -> str:
    """Past versions of a kind that an unpublished revision ended: they stand again."""
    return f"""
MATCH (p:PastEntity) WHERE p._ended > $revision AND p.kind = '{label}'
WITH p {_SOME}
MERGE (e:Entity {{_ref: p._ref}})
SET e:{label}, e = properties(p)
REMOVE e._ended, e.kind
FOREACH (each IN CASE WHEN p.actor_kind IN $public THEN [e] ELSE [] END |
    SET each:Institution)
FOREACH (each IN CASE WHEN p.actor_kind IN $public THEN [] ELSE [e] END |
    REMOVE each:Institution)
DELETE p
RETURN count(*)
"""


SWEEP_ENTITIES = f"""
MATCH (e:Entity) WHERE e._written > $revision
WITH e {_SOME}
DELETE e
RETURN count(*)
"""


def restore_ties(tie: str) -> str:
    """Past relations of a type that an unpublished revision ended: they stand again."""
    return f"""
MATCH (p:PastTie) WHERE p._ended > $revision AND p.type = '{tie}'
WITH p {_SOME}
MATCH (a:Entity {{_ref: p._origin}}), (b:Entity {{_ref: p._target}})
CREATE (a)-[r:{tie}]->(b)
SET r = properties(p)
REMOVE r._ended, r.type, r.origin, r.target, r._origin, r._target
DELETE p
RETURN count(*)
"""


SWEPT = "MATCH (m:Maillage {name: 'store'}) SET m._sweeps = m._sweeps + 1"
