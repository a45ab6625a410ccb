"""Every step the schema ever took, oldest first. Append; never edit.

Only what can't be made again is migrated: journal, seals, quarantine, thumbnails. The tables of
the records are projections: `schema.py` makes them from the domain, and a change of the domain
rebuilds them from the journal.
"""

from sqlite_utils import Database, Migrations

FORMAT = 1
"""Raised when an older program could no longer read what this one writes."""

migrations = Migrations("auditor")


@migrations()
def journal(db: Database) -> None:
    """The truth: lines, their chains' ends, and what could not be accepted."""
    db.execute(
        "CREATE TABLE entry (rowid INTEGER PRIMARY KEY, audit TEXT NOT NULL, dev TEXT NOT NULL,"
        " seq INTEGER NOT NULL, hlc INTEGER NOT NULL, hash TEXT NOT NULL, line BLOB NOT NULL,"
        " UNIQUE (audit, dev, seq)) STRICT"
    )
    db.execute(
        "CREATE TABLE tip (audit TEXT NOT NULL, dev TEXT NOT NULL, seq INTEGER NOT NULL,"
        " hash TEXT NOT NULL, hlc INTEGER NOT NULL, sealed INTEGER NOT NULL,"
        " PRIMARY KEY (audit, dev)) STRICT, WITHOUT ROWID"
    )
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
