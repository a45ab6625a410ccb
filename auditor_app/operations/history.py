"""Who wrote what, when, on which device: read from the journal, never from the tables."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from auditor_app.domain import Record
from auditor_app.domain.plain import table_of
from auditor_app.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of one field."""

    field: str
    value: Any
    by: str
    device: str
    at: datetime


class History:
    """The past of a record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, record: Record) -> list[Version]:
        """Every version of every field of the record, oldest first."""
        entity = table_of(type(record))
        lines = self._database.lines(
            "audit = ? AND instr(line, ?) > 0", record.audit_id, record.id.encode()
        )
        return [
            Version(
                field=op.field,
                value=op.value,
                by=line.by,
                device=line.dev,
                at=datetime.fromtimestamp((line.hlc >> 16) / 1000, UTC),
            )
            for line in sorted(lines, key=lambda one: (one.hlc, one.dev))
            for op in line.ops
            if (op.entity, op.id) == (entity, record.id)
        ]
