"""Two versions of one field: both kept, shown, and settled by a person."""

import json
from dataclasses import dataclass
from typing import Any

from auditor_app.domain import Record, RecordId
from auditor_app.errors import Invalid, NotFound
from auditor_app.storage.database import Database
from auditor_app.storage.projection import KINDS, NEVER_DISPUTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One version that stands: its plain value, who wrote it, when (milliseconds, UTC)."""

    version: str
    value: Any
    by: str
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field with more than one version standing; the first candidate is the one shown."""

    entity: str
    record_id: RecordId
    field: str
    candidates: tuple[Candidate, ...]


class Conflicts:
    """The conflicts of an audit."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, audit_id: RecordId) -> list[Conflict]:
        """Every field of the audit with several versions standing."""
        rows = self._database.query(
            "SELECT entity, id, field FROM head WHERE audit = ?"
            " GROUP BY entity, id, field HAVING count(*) > 1 ORDER BY entity, id, field",
            audit_id,
        )
        return [
            self._conflict(entity, ident, field)
            for entity, ident, field in rows
            if field not in NEVER_DISPUTED and entity in KINDS
        ]

    def of_record(self, record: Record) -> list[Conflict]:
        """The conflicts of one record."""
        return [one for one in self.of(record.audit_id) if one.record_id == record.id]

    def settle(self, conflict: Conflict, value: Any) -> Record:
        """Choose a candidate's value, or a new one. Every version stays in the journal."""
        kind = KINDS[conflict.entity]
        record = self._database.get(kind, conflict.record_id)
        standing = self._conflict(conflict.entity, conflict.record_id, conflict.field)
        if {c.version for c in standing.candidates} != {c.version for c in conflict.candidates}:
            raise Invalid("这一处刚刚又有新的改动。没有保存；请重新查看各个版本后再选择。")
        with self._database.writing() as writer:
            writer.settle(record, conflict.field, value)
        return self._database.get(kind, conflict.record_id)

    def _conflict(self, entity: str, ident: str, field: str) -> Conflict:
        heads = self._database.heads((entity, ident, field))
        if not heads:
            raise NotFound("这一处冲突已不存在。没有改动任何数据。")
        return Conflict(
            entity=entity,
            record_id=RecordId(ident),
            field=field,
            candidates=tuple(
                Candidate(
                    version=head.version,
                    value=json.loads(head.value),
                    by=head.by,
                    at_ms=head.hlc >> 16,
                )
                for head in sorted(heads, key=lambda one: one.rank, reverse=True)
            ),
        )
