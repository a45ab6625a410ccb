"""The tables of the records, made from the domain: one column a field."""

from hashlib import sha256

from sqlite_utils import Database

from auditor_app.domain import RECORD_TYPES, Record
from auditor_app.domain.plain import column_types, table_of

INDEXED = ("audit_id", "visit_id", "meeting_id")
"""Fields the pages ask by."""


def create_statements() -> tuple[str, ...]:
    """The SQL that makes every projection and its indexes, in the order of RECORD_TYPES."""
    return tuple(sql for kind in RECORD_TYPES for sql in _table(kind))


def fingerprint() -> str:
    """Changes whenever a field is added, renamed or retyped: then the projections are remade."""
    return sha256("\n".join(create_statements()).encode()).hexdigest()


def remake(db: Database) -> None:
    """Drop all projections and make them empty; the caller folds the journal into them."""
    for kind in RECORD_TYPES:
        db.execute(f"DROP TABLE IF EXISTS [{table_of(kind)}]")
    for sql in create_statements():
        db.execute(sql)


def _table(kind: type[Record]) -> list[str]:
    table = table_of(kind)
    types = {int: "INTEGER", str: "TEXT"}
    columns = ", ".join(
        f"[{name}] {types[python]}" + (" PRIMARY KEY" if name == "id" else "")
        for name, python in column_types(kind).items()
    )
    indexes = [
        f"CREATE INDEX [{table}_{name}] ON [{table}] ([{name}])"
        for name in INDEXED
        if name in column_types(kind)
    ]
    return [f"CREATE TABLE [{table}] ({columns}) STRICT", *indexes]
