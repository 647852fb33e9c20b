"""All Cypher of the Neo4j store, by what it is for.

Facts that stand are a natural property graph: ``(:Entity:Actor)-[:INVOLVED_IN]->(:Entity:Action)``.
Versions that ended are nodes of their own (``:Past``), which no pattern over entities meets.
``_written`` is the revision that wrote a version, ``_ended`` the one that ended it, ``_said`` the
one that stated the fact first; a revision above that of ``:Maillage`` is not published yet.
"""

from graph.stores.neo4j.cypher import claiming, reading, schema, scope, sweeping, ties, writing

__all__ = ["claiming", "reading", "schema", "scope", "sweeping", "ties", "writing"]
