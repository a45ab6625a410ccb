"""The base of everything the vault keeps."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import NewType
from uuid import UUID, uuid4, uuid5

RecordId = NewType("RecordId", str)

BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The clock of every record and deadline, wherever the laptop thinks it is.

A fixed offset: China has had no summer time since 1991, and Windows ships no zone data.
"""

_NAMESPACE = UUID("6f0f7c5e-3c55-5a0e-9a53-2a8a6f0b1d45")


def new_id() -> RecordId:
    """A new random id: 32 hex digits."""
    return RecordId(uuid4().hex)


def id_for(*parts: str) -> RecordId:
    """The same id on every device for the same parts.

    Two auditors who answer one checklist item offline must meet in one record, so that the merge
    shows their difference instead of keeping two records side by side.
    """
    return RecordId(uuid5(_NAMESPACE, "\x1f".join(parts)).hex)


def now() -> datetime:
    """The present moment: aware, UTC, whole milliseconds (what the journal keeps)."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Frozen: an edit makes a new value; the journal keeps every version of every field.

    `audit_id` names the audit the record belongs to; it is empty for records of the workspace.
    `made_by` is the name of the person at the keyboard, filled in by the vault.
    """

    id: RecordId = field(default_factory=new_id)
    audit_id: RecordId = RecordId("")
    made_at: datetime = field(default_factory=now)
    made_by: str = ""
