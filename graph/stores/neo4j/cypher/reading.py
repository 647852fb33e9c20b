"""Reading versions of facts and the journal.

What stands is asked first, past versions after, so that one that a writer is moving from the
first to the second is met at least once.
"""

from graph.ontology import RELATION_PROPERTIES
from graph.stores.neo4j.cypher.ties import TIES

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


TIE_VALUES = _columns("r", *OWN_COLUMNS, *EXTRA_COLUMNS, *BOOKKEEPING)


def _ties(when: str, ends: str, tie: str = "") -> str:
    """Type, ends and values of ties that stand, of one type (by its index) or of all.

    ``ends`` is the property by which ends are told: ``_ref`` or ``id``.
    """
    pattern = f"r:{tie}" if tie else "r"
    return (
        f"MATCH (a:Entity)-[{pattern}]->(b:Entity) WHERE {when.format('r')}\n"
        f"RETURN type(r), a.{ends}, b.{ends}, {TIE_VALUES}"
    )


def _past_ties(when: str, origin: str, target: str) -> str:
    return (
        f"MATCH (r:PastTie) WHERE {when.format('r')}\n"
        f"RETURN r.type, r.{origin}, r.{target}, {TIE_VALUES}"
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
ENTRIES = f"MATCH (c:ChangeSet) WHERE c.revision <= $revision RETURN {_ENTRY} ORDER BY c.revision"
IS_USED = "RETURN EXISTS { MATCH (n:Entity|Past|ChangeSet) }"
CHANGE_COUNT = "MATCH (c:ChangeSet) RETURN count(c)"
