"""The questions by hand in Cypher, each in the best form found: from the territory outwards, the
day checked on all that is met.

Entities and relations are plain nodes and relationships with the bundle's cells as properties. A
day d is in a period when start <= d <= end, texts at their known precision: '~' follows all digits.
"""

_ACTIVE = "coalesce({0}.start, '') <= $day <= coalesce({0}.end, '') + '~'"
_STANDS = f"{_ACTIVE} AND coalesce({{0}}.status, '') <> 'DRAFT'"


def _on(pattern: str, *names: str) -> str:
    return " AND ".join(pattern.format(name) for name in names)


NEAR = """
CALL () {
  MATCH (:Entity {id: $territory})-[:WITHIN*0..]->(c:Territory) RETURN c
  UNION
  MATCH (:Entity {id: $territory})<-[:WITHIN*0..]-(c:Territory) RETURN c
}
"""
PLACED = f"""
CALL (c) {{
  MATCH (c)<-[v:COVERS]-(i:Framework|Scheme|Action)
  WHERE {_on(_ACTIVE, "v")} AND {_on(_STANDS, "i")}
  RETURN i
  UNION
  MATCH (c)<-[v:COVERS]-(f:Framework|Scheme)<-[p:PART_OF]-(i:Action)
  WHERE {_on(_ACTIVE, "v", "p")} AND {_on(_STANDS, "f", "i")}
    AND NOT EXISTS {{ MATCH (i)-[o:COVERS]->() WHERE {_on(_ACTIVE, "o")} }}
  RETURN i
}}
"""
ON_THEME = f"""
MATCH (i)-[a:ADDRESSES]->(:Theme)-[:BROADER*0..1]->(:Entity {{id: $theme}})
WHERE {_on(_ACTIVE, "a")}
"""
FIRST = f"""
WITH i ORDER BY i.id WITH collect(DISTINCT i) AS found
UNWIND found[..20] AS i
OPTIONAL MATCH (i)<-[r:INVOLVED_IN]-(x:Actor) WHERE {_on(_ACTIVE, "r", "x")}
RETURN size(found) AS total, i.id AS id, i.name AS name,
  collect({{id: x.id, name: x.name, role: r.role}}) AS actors
"""
WHO = NEAR + PLACED + ON_THEME + FIRST
WHO_COUNTRY = f"""
MATCH (:Entity {{id: $theme}})<-[:BROADER*0..1]-(:Theme)<-[a:ADDRESSES]-(i:Framework|Scheme|Action)
WHERE {_on(_ACTIVE, "a")} AND {_on(_STANDS, "i")}
{FIRST}
"""
"""Everything is taken to be in the country: territories are not met, which finds a few more."""

_COUNTED = "NOT coalesce(i.family, '') = 'true' AND NOT coalesce(i.scheme_kind, '') = 'RESOURCE'"
OVERLAPS = (
    NEAR
    + PLACED
    + f"""
WITH DISTINCT i WHERE NOT i:Framework AND {_COUNTED}
CALL (i) {{
  MATCH (i)-[a:ADDRESSES]->(t)-[:BROADER*0..1]->(u) WHERE {_on(_ACTIVE, "a")}
  RETURN collect(DISTINCT t.id) AS themes, collect(DISTINCT u.id) AS above
}}
CALL (i) {{
  OPTIONAL MATCH (i)-[v:COVERS]->(own) WHERE {_on(_ACTIVE, "v")}
  WITH i, collect(own) AS own
  OPTIONAL MATCH (i)-[p:PART_OF]->(f)-[v:COVERS]->(theirs)
  WHERE own = [] AND {_on(_ACTIVE, "p", "v")} AND {_on(_STANDS, "f")}
  WITH own, collect(theirs) AS theirs
  UNWIND own + theirs AS place MATCH (place)-[:WITHIN*0..]->(u)
  RETURN collect(DISTINCT place.id) AS places, collect(DISTINCT u.id) AS around
}}
CALL (i) {{
  OPTIONAL MATCH (i)<-[r:INVOLVED_IN]-(x)
  WHERE r.role IN ['LEAD', 'CO_LEAD'] AND {_on(_ACTIVE, "r", "x")}
  RETURN collect(x.id) AS leads
}}
CALL (i) {{
  OPTIONAL MATCH (i)-[g:TARGETS]->(p)-[:BROADER*0..1]->(u) WHERE {_on(_ACTIVE, "g")}
  RETURN collect(DISTINCT p.id) AS publics, collect(DISTINCT u.id) AS publicsAbove
}}
WITH collect({{i: i, themes: themes, above: above, places: places, around: around, leads: leads,
  publics: publics, publicsAbove: publicsAbove}}) AS all
UNWIND all AS l UNWIND all AS r
WITH l, r WHERE l.i.id < r.i.id
  AND (any(t IN l.themes WHERE t IN r.above) OR any(t IN r.themes WHERE t IN l.above))
  AND (any(c IN l.places WHERE c IN r.around) OR any(c IN r.places WHERE c IN l.around))
  AND none(x IN l.leads WHERE x IN r.leads)
  AND (l.publics = [] OR r.publics = [] OR any(p IN l.publics WHERE p IN r.publicsAbove)
    OR any(p IN r.publics WHERE p IN l.publicsAbove))
WITH l.i AS left, r.i AS right,
  CASE WHEN any(t IN l.themes WHERE t IN r.themes) THEN 1.0 ELSE 0.5 END
  * CASE WHEN any(c IN l.places WHERE c IN r.places) THEN 1.0 ELSE 0.5 END
  * CASE WHEN any(p IN l.publics WHERE p IN r.publics) THEN 1.0
      WHEN l.publics = [] AND r.publics = [] THEN 0.25 ELSE 0.5 END AS score
ORDER BY score DESC, left.id, right.id
WITH collect({{left: left.id, right: right.id, score: score}}) AS pairs
RETURN size(pairs) AS total, pairs[..20] AS first
"""
)
"""Without ``managed``, chains of PART_OF and the steps between concepts: simpler than asked."""

COVERAGE = (
    """
MATCH (:Entity {id: $territory})-[:WITHIN*0..]->(c:Territory) WITH DISTINCT c
"""
    + PLACED
    + f"""
WITH DISTINCT i WHERE NOT i:Framework AND {_COUNTED}
OPTIONAL MATCH (i)<-[r:INVOLVED_IN]-(x:Actor)
WHERE {_on(_ACTIVE, "r", "x")} AND NOT coalesce(x.generic, '') = 'true'
WITH i, collect(DISTINCT x.id) AS actors
MATCH (i)-[a:ADDRESSES]->(:Theme)-[:BROADER*0..1]->(t:Theme) WHERE {_on(_ACTIVE, "a")}
UNWIND CASE actors WHEN [] THEN [null] ELSE actors END AS actor
RETURN t.id AS theme, count(DISTINCT i) AS initiatives, count(DISTINCT actor) AS actors
ORDER BY theme
"""
)
"""Initiatives and actors of each theme: the state itself needs more."""

FRAMEWORK = f"""
MATCH (f:Entity {{id: $id}})
CALL (f) {{
  MATCH (f)-[a:ADDRESSES]->(t) WHERE {_on(_ACTIVE, "a")}
  RETURN collect({{id: t.id, name: t.name}}) AS themes
}}
CALL (f) {{
  MATCH (f)-[v:COVERS]->(c) WHERE {_on(_ACTIVE, "v")}
  RETURN collect({{id: c.id, name: c.name}}) AS places
}}
CALL (f) {{
  MATCH (f)<-[r:INVOLVED_IN]-(x) WHERE {_on(_ACTIVE, "r", "x")}
  RETURN collect({{id: x.id, name: x.name, role: r.role}}) AS actors
}}
CALL (f) {{
  MATCH (f)-[g:GOVERNED_BY]->(b) WHERE {_on(_ACTIVE, "g", "b")}
  RETURN collect({{id: b.id, name: b.name}}) AS bodies
}}
CALL (f) {{
  MATCH (f)<-[p:PART_OF]-(i) WHERE {_on(_ACTIVE, "p")} AND {_on(_STANDS, "i")}
  OPTIONAL MATCH (i)<-[r:INVOLVED_IN]-(x) WHERE {_on(_ACTIVE, "r", "x")}
  WITH i, collect({{id: x.id, name: x.name, role: r.role}}) AS actors
  RETURN collect({{id: i.id, name: i.name, start: i.start, end: i.end, actors: actors}}) AS parts
}}
RETURN f.id AS id, f.name AS name, themes, places, actors, bodies, parts
"""
INITIATIVES = f"""
MATCH (i:Action) WITH i ORDER BY i.id LIMIT 20
OPTIONAL MATCH (i)<-[r:INVOLVED_IN]-(x) WHERE {_on(_ACTIVE, "r", "x")} AND {_on(_STANDS, "i")}
RETURN i.id AS id, i.name AS name, collect({{id: x.id, name: x.name, role: r.role}}) AS actors
"""
ENTITIES = """
MATCH (i:Actor)
RETURN i.id AS id, i.name AS name, i.start AS start, i.end AS end ORDER BY id LIMIT 1000
"""
