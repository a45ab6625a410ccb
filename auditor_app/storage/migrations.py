"""Every step the schema ever took, oldest first. Append; never edit.

Only what can't be made again is migrated: journal, seals, quarantine, thumbnails. The tables of
the records are projections: `schema.py` makes them from the domain, and a change of the domain
rebuilds them from the journal.
"""

from sqlite_utils import Database, Migrations

FORMAT = 1
"""Raised when an older program could no longer read what this one writes."""

migrations = Migrations("auditor")


_TIPS = """
CREATE VIEW tip (audit, dev, seq, hash, hlc, is_sealed) AS
WITH RECURSIVE
audits (audit) AS (
    SELECT min(audit) FROM entry
    UNION ALL
    SELECT (SELECT min(audit) FROM entry WHERE audit > audits.audit)
    FROM audits WHERE audit IS NOT NULL
),
chains (audit, dev) AS (
    SELECT audit, (SELECT min(dev) FROM entry WHERE audit = audits.audit)
    FROM audits WHERE audit IS NOT NULL
    UNION ALL
    SELECT audit, (SELECT min(dev) FROM entry WHERE audit = chains.audit AND dev > chains.dev)
    FROM chains WHERE dev IS NOT NULL
)
SELECT last.audit, last.dev, last.seq, last.hash,
    json_extract(CAST(last.line AS TEXT), '$.hlc'),
    json_extract(CAST(last.line AS TEXT), '$.ops[0][0]') = 'seal'
FROM chains JOIN entry AS last
ON last.audit = chains.audit AND last.dev = chains.dev AND last.seq = (
    SELECT max(seq) FROM entry WHERE audit = chains.audit AND dev = chains.dev
)
"""
# A table of chain ends would cost every edit one more page; this jumps from chain to chain along
# the primary key instead of reading 200,000 rows. One column at a time: SQLite seeks no pair.


@migrations()
def journal(db: Database) -> None:
    """The truth: lines, their chains' ends, and what could not be accepted."""
    db.execute(
        "CREATE TABLE entry (audit TEXT NOT NULL, dev TEXT NOT NULL, seq INTEGER NOT NULL,"
        " hash TEXT NOT NULL, line BLOB NOT NULL,"
        " PRIMARY KEY (audit, dev, seq)) STRICT, WITHOUT ROWID"
    )
    db.execute(_TIPS)
    db.execute(
        "CREATE TABLE quarantine (rowid INTEGER PRIMARY KEY, audit TEXT NOT NULL,"
        " dev TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL UNIQUE, why TEXT NOT NULL,"
        " line BLOB NOT NULL, came_at TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")


@migrations()
def versions(db: Database) -> None:
    """What the journal means: the versions nobody has replaced."""
    db.execute(
        "CREATE TABLE head (entity TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL,"
        " version TEXT NOT NULL, hlc INTEGER NOT NULL, audit TEXT NOT NULL, by TEXT NOT NULL,"
        " value TEXT NOT NULL, PRIMARY KEY (entity, id, field, version)) STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE dead (audit TEXT NOT NULL, version TEXT NOT NULL,"
        " PRIMARY KEY (audit, version)) STRICT, WITHOUT ROWID"
    )


@migrations()
def thumbnails(db: Database) -> None:
    """Small pictures for the screen; made again from the originals when missing."""
    db.execute("CREATE TABLE thumbnail (sha256 TEXT PRIMARY KEY, jpeg BLOB NOT NULL) STRICT")
