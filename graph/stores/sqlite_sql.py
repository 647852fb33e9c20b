"""All SQL of the SQLite store.

Facts are kept as versions: ``written`` is the revision that wrote a row, ``ended`` the one
that ended it (NULL while it stands), ``said`` the one that stated the fact first. A row of
``change_set`` publishes its revision, in the same transaction. A name in brackets beside a column
is what makes its value a record's (``sqlite_rows``).
"""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE change_set (
        revision INTEGER PRIMARY KEY,
        author TEXT NOT NULL,
        time TEXT NOT NULL,
        origin TEXT NOT NULL,
        message TEXT NOT NULL,
        reverts TEXT,
        created INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        retracted INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE identity (
        ref INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL
    ) STRICT;
    CREATE TABLE entity (
        version INTEGER PRIMARY KEY,
        ref INTEGER NOT NULL REFERENCES identity,
        name TEXT NOT NULL,
        start TEXT,
        "end" TEXT,
        open_ended INTEGER NOT NULL,
        props TEXT,
        sources TEXT,
        said INTEGER NOT NULL,
        written INTEGER NOT NULL,
        ended INTEGER
    ) STRICT;
    CREATE INDEX entity_written ON entity (written);
    CREATE INDEX entity_ended ON entity (ended) WHERE ended IS NOT NULL;
    CREATE TABLE relation (
        version INTEGER PRIMARY KEY,
        type TEXT NOT NULL,
        origin INTEGER NOT NULL REFERENCES identity,
        target INTEGER NOT NULL REFERENCES identity,
        role TEXT,
        start TEXT,
        "end" TEXT,
        open_ended INTEGER NOT NULL,
        year INTEGER,
        props TEXT,
        sources TEXT,
        said INTEGER NOT NULL,
        written INTEGER NOT NULL,
        ended INTEGER
    ) STRICT;
    CREATE INDEX relation_written ON relation (written);
    CREATE INDEX relation_ended ON relation (ended) WHERE ended IS NOT NULL;
    CREATE TABLE same_as (
        version INTEGER PRIMARY KEY,
        ref INTEGER NOT NULL REFERENCES identity,
        "into" INTEGER NOT NULL REFERENCES identity,
        said INTEGER NOT NULL,
        written INTEGER NOT NULL,
        ended INTEGER
    ) STRICT;
    """,
)
"""One script per schema version; ``PRAGMA user_version`` counts those applied."""

APPLICATION_ID = 0x4D61696C  # "Mail"

TABLE_COUNT = "SELECT count(*) FROM sqlite_master"

LAST_REVISION = "SELECT coalesce(max(revision), 0) FROM change_set"
LAST_TIME = "SELECT max(time) FROM change_set"
REVISION_AT = "SELECT coalesce(max(revision), 0) FROM change_set WHERE time <= ?"

_STANDS = "{0}.written <= :revision AND ({0}.ended IS NULL OR {0}.ended > :revision)"
_ENTITY_VALUES = (
    'i.id, i.kind "kind [KIND]", e.name, e.start, e."end", e.open_ended "open_ended [FLAG]",'
    ' e.props "props [PROPS]", e.sources "sources [SOURCES]"'
)
_ENTITY = (
    f"SELECT e.version, e.ref, {_ENTITY_VALUES}, e.said"
    " FROM entity e JOIN identity i ON i.ref = e.ref WHERE "
)
_RELATION = (
    'SELECT r.version, r.type, r.origin, r.target, r.role, r.start, r."end", r.open_ended,'
    ' r.year, r.props "props [PROPS]", r.sources, r.said FROM relation r WHERE '
)
ENTITIES_AT = _ENTITY + _STANDS.format("e")
RELATIONS_AT = _RELATION + _STANDS.format("r") + " ORDER BY r.version"
SAME_AS_AT = 'SELECT s.version, s.ref, s."into", s.said FROM same_as s WHERE ' + _STANDS.format("s")

ENTITIES_BEGUN = _ENTITY + "e.written > :since AND " + _STANDS.format("e")
RELATIONS_BEGUN = _RELATION + "r.written > :since AND " + _STANDS.format("r") + " ORDER BY 1"
ENTITIES_ENDED = (
    "SELECT ref FROM entity WHERE ended > :since AND ended <= :revision AND written <= :since"
)
RELATIONS_ENDED = (
    "SELECT version FROM relation WHERE ended > :since AND ended <= :revision AND written <= :since"
)
SAME_AS_CHANGED = (
    "SELECT count(*) FROM same_as WHERE (written > :since AND written <= :revision)"
    " OR (ended > :since AND ended <= :revision)"
)

_TOUCHED = "({0}.written = :revision OR {0}.ended = :revision)"
ENTITIES_TOUCHED = (
    f"SELECT {_ENTITY_VALUES}, e.said, e.written, e.ended"
    " FROM entity e JOIN identity i ON i.ref = e.ref WHERE " + _TOUCHED.format("e")
)
RELATIONS_TOUCHED = (
    'SELECT r.type "type [TYPE]", o.id, t.id, r.role, r.start, r."end",'
    ' r.open_ended "open_ended [FLAG]", r.year, r.props "props [PROPS]",'
    ' r.sources "sources [SOURCES]", r.said, r.written, r.ended FROM relation r'
    " JOIN identity o ON o.ref = r.origin JOIN identity t ON t.ref = r.target WHERE "
    + _TOUCHED.format("r")
)
SAME_AS_TOUCHED = (
    "SELECT a.id, b.id, s.said, s.written, s.ended FROM same_as s"
    ' JOIN identity a ON a.ref = s.ref JOIN identity b ON b.ref = s."into" WHERE '
    + _TOUCHED.format("s")
)

ADD_IDENTITY = "INSERT INTO identity (id, kind) VALUES (?, ?) ON CONFLICT (id) DO NOTHING"
IDENTITIES = (
    "SELECT i.id, i.ref, i.kind FROM json_each(CAST(? AS TEXT)) fresh"
    " CROSS JOIN identity i ON i.id = fresh.value"
)
ADD_ENTITY = (
    'INSERT INTO entity (ref, name, start, "end", open_ended, props, sources, said, written)'
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
ADD_RELATION = (
    'INSERT INTO relation (type, origin, target, role, start, "end", open_ended, year, props,'
    " sources, said, written) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
ADD_SAME_AS = 'INSERT INTO same_as (ref, "into", said, written) VALUES (?, ?, ?, ?)'
END_ENTITY = "UPDATE entity SET ended = ? WHERE version = ?"
END_RELATION = "UPDATE relation SET ended = ? WHERE version = ?"
END_SAME_AS = "UPDATE same_as SET ended = ? WHERE ref = ? AND ended IS NULL"
PUBLISH = (
    "INSERT INTO change_set (revision, author, time, origin, message, reverts, created,"
    " changed, retracted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

_JOURNAL = (
    "SELECT revision, author, time, origin, message, reverts, created, changed, retracted"
    " FROM change_set "
)
CHANGE = _JOURNAL + "WHERE revision = ?"
JOURNAL = _JOURNAL + "WHERE revision < ? ORDER BY revision DESC LIMIT ?"
CHANGE_COUNT = "SELECT count(*) FROM change_set"

IS_USED = "SELECT EXISTS (SELECT 1 FROM change_set) OR EXISTS (SELECT 1 FROM identity)"
EVERY_ENTITY = (
    f"SELECT e.version, e.ref, {_ENTITY_VALUES}, e.said, e.written, e.ended"
    " FROM entity e JOIN identity i ON i.ref = e.ref ORDER BY e.version"
)
EVERY_RELATION = (
    'SELECT r.version, r.type "type [TYPE]", r.origin, r.target, r.role, r.start, r."end",'
    ' r.open_ended "open_ended [FLAG]", r.year, r.props "props [PROPS]",'
    ' r.sources "sources [SOURCES]", r.said, r.written, r.ended FROM relation r'
    " ORDER BY r.version"
)
EVERY_SAME_AS = 'SELECT version, ref, "into", said, written, ended FROM same_as ORDER BY version'
EVERY_CHANGE = _JOURNAL + "ORDER BY revision"
RESTORE_IDENTITY = "INSERT INTO identity (ref, id, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
RESTORE_ENTITY = (
    'INSERT INTO entity (version, ref, name, start, "end", open_ended, props, sources, said,'
    " written, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
RESTORE_RELATION = (
    'INSERT INTO relation (version, type, origin, target, role, start, "end", open_ended, year,'
    " props, sources, said, written, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
RESTORE_SAME_AS = (
    'INSERT INTO same_as (version, ref, "into", said, written, ended) VALUES (?, ?, ?, ?, ?, ?)'
)
