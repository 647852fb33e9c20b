"""All Cypher of the Neo4j store.

Facts that stand are a natural property graph: ``(:Entity:Actor)-[:INVOLVED_IN]->(:Entity:Action)``.
Versions that ended are nodes of their own (``:Past``), which no pattern over entities meets.
``_written`` is the revision that wrote a version, ``_ended`` the one that ended it, ``_said`` the
one that stated the fact first; a revision above that of ``:Maillage`` is not published yet.
"""

from graph.ontology import RELATION_PROPERTIES, RelationType

SAME_AS = "SAME_AS"
TIES = (*(type_.value for type_ in RelationType), SAME_AS)
"""Every type of relationship: the relations, and the judgement that one entity is another."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE",
        "CREATE CONSTRAINT entity_ref IF NOT EXISTS FOR (e:Entity) REQUIRE e._ref IS UNIQUE",
        "CREATE CONSTRAINT entity_version IF NOT EXISTS"
        " FOR (e:Entity) REQUIRE e._version IS UNIQUE",
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

# Reading: rows that stand are asked first, past ones after, so that a version that a writer is
# moving from the first to the second is met at least once.

STATE = "MATCH (m:Maillage {name: 'store'}) RETURN m.revision, m._sweeps"
REVISION_AT = "MATCH (c:ChangeSet) WHERE c.time <= $time RETURN coalesce(max(c.revision), 0)"

_STANDS = ("{0}._written <= $revision", "{0}._written <= $revision AND {0}._ended > $revision")
_BEGAN = (f"{{0}}._written > $since AND {_STANDS[0]}", f"{{0}}._written > $since AND {_STANDS[1]}")
_EVER = ("{0}._written <= $revision", "{0}._written <= $revision")
_TOUCHED = ("{0}._written = $revision", "({0}._written = $revision OR {0}._ended = $revision)")

OWN_COLUMNS = ("role", "start", "end", "open_ended", "year", "sources")
EXTRA_COLUMNS = tuple(prop.name for prop in RELATION_PROPERTIES if prop.name not in OWN_COLUMNS)
BOOKKEEPING = ("_version", "_said", "_written", "_ended")


def _columns(name: str, *columns: str) -> str:
    return ", ".join(f"{name}.{column}" for column in columns)


def _entities(when: tuple[str, str]) -> tuple[str, str]:
    """Kind and properties of entity versions, those that stand and past ones."""
    live, past = when
    return (
        f"MATCH (e:Entity) WHERE {live.format('e')} RETURN labels(e), properties(e)",
        f"MATCH (p:PastEntity) WHERE {past.format('p')} RETURN [p.kind], properties(p)",
    )


_VALUES = _columns("r", *OWN_COLUMNS, *EXTRA_COLUMNS, *BOOKKEEPING)


def _ties(when: str, ends: str, tie: str = "") -> str:
    """Type, ends and values of ties that stand, of one type (by its index) or of all.

    ``ends`` is the property by which ends are told: ``_ref`` or ``id``.
    """
    pattern = f"r:{tie}" if tie else "r"
    return (
        f"MATCH (a:Entity)-[{pattern}]->(b:Entity) WHERE {when.format('r')}\n"
        f"RETURN type(r), a.{ends}, b.{ends}, {_VALUES}"
    )


def _past_ties(when: str, origin: str, target: str) -> str:
    return (
        f"MATCH (r:PastTie) WHERE {when.format('r')}\n"
        f"RETURN r.type, r.{origin}, r.{target}, {_VALUES}"
    )


ENTITIES_AT = _entities(_STANDS)
ENTITIES_BEGUN = _entities(_BEGAN)
ENTITIES_EVER = _entities(_EVER)
ENTITIES_TOUCHED = _entities(_TOUCHED)
TIES_AT = (_ties(_STANDS[0], "_ref"), _past_ties(_STANDS[1], "_origin", "_target"))
TIES_EVER = (_ties(_EVER[0], "_ref"), _past_ties(_EVER[1], "_origin", "_target"))
TIES_BEGUN = {tie: _ties(_BEGAN[0], "_ref", tie) for tie in TIES}
PAST_TIES_BEGUN = _past_ties(_BEGAN[1], "_origin", "_target")
TIES_TOUCHED = {tie: _ties(_TOUCHED[0], "id", tie) for tie in TIES}
PAST_TIES_TOUCHED = _past_ties(_TOUCHED[1], "origin", "target")
TIES_WRITTEN = """
MATCH (c:ChangeSet) WHERE c.revision > $since AND c.revision <= $revision
UNWIND c._ties AS tie
RETURN DISTINCT tie
"""
"""Types that change sets wrote: an index of relationships is of one type."""

_ENDED = "p._ended > $since AND p._ended <= $revision AND p._written <= $since"
ENTITIES_ENDED = f"MATCH (p:PastEntity) WHERE {_ENDED} RETURN p._ref"
TIES_ENDED = f"MATCH (p:PastTie) WHERE {_ENDED} RETURN p._version, p.type"

_ENTRY = _columns(
    "c",
    *("revision", "author", "time", "origin", "message", "reverts"),
    *("created", "changed", "retracted"),
)
CHANGE = f"MATCH (c:ChangeSet {{revision: $revision}}) RETURN {_ENTRY}"
PUBLISHED_BY = f"MATCH (c:ChangeSet {{revision: $revision, _written_by: $name}}) RETURN {_ENTRY}"
JOURNAL = f"""
MATCH (c:ChangeSet) WHERE c.revision < $before
RETURN {_ENTRY} ORDER BY c.revision DESC LIMIT $first
"""
CHANGE_COUNT = "MATCH (c:ChangeSet) RETURN count(c)"

# Reading a scope: what stands, by steps from references to references.

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
        f"RETURN type(r), a._ref, b._ref, {_VALUES}"
    )


# Writing: who may. The node of the store is locked by setting a property of it.

LOCK = """
MATCH (m:Maillage {name: 'store'})
SET m._locked = timestamp()
RETURN m.revision, m._last_ref, m._last_version,
       coalesce(m._claim_until > timestamp(), false) AS is_busy,
       m._claim IS NOT NULL AS is_unfinished
"""
CLAIM = """
MATCH (m:Maillage {name: 'store'})
SET m._claim = $claim, m._claim_until = timestamp() + $lease
"""
HOLD_CLAIM = """
MATCH (m:Maillage {name: 'store'}) WHERE m._claim = $claim
SET m._claim_until = timestamp() + $lease
RETURN m.revision AS revision
"""
RELEASE = """
MATCH (m:Maillage {name: 'store'}) WHERE m._claim = $claim
REMOVE m._claim, m._claim_until
"""

# Writing: facts, by batches of rows.

KNOWN_IDS = """
UNWIND $rows AS id
MATCH (p:PastEntity {id: id})
RETURN DISTINCT p.id, p.kind, p._ref
"""
ARCHIVE_ENTITIES = """
UNWIND $rows AS version
MATCH (e:Entity {_version: version})
CREATE (p:Past:PastEntity)
SET p = properties(e), p._ended = $revision,
    p.kind = head([label IN labels(e) WHERE NOT label IN ['Entity', 'Institution']])
"""
DELETE_ENTITIES = "UNWIND $rows AS version MATCH (e:Entity {_version: version}) DELETE e"


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

# Sweeping: what an unpublished revision wrote goes, what it ended stands again. Each statement
# treats some rows and is run until it finds none.

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
