"""The plan of a visit."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from auditor_app.domain.record import Record, RecordId


class SlotKind(StrEnum):
    """What a slot of the plan is for."""

    AUDIT = "audit"
    OPENING = "opening"
    CLOSING = "closing"
    TEAM_MEETING = "team_meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSlot(Record):
    """Who looks at which clauses where and when; `clauses` are those of the standard."""

    visit_id: RecordId
    starts_at: datetime
    ends_at: datetime
    kind: SlotKind = SlotKind.AUDIT
    department: str = ""
    process: str = ""
    clauses: tuple[str, ...] = ()
    member_ids: tuple[str, ...] = ()
    site_id: RecordId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanConfirmation(Record):
    """The client's word on the plan or on a change of it (HCR 5.3.4.5, TCC/OYPX 4.2.3.4)."""

    visit_id: RecordId
    confirmed_by: str
    confirmed_at: datetime
    method: str = ""
    change: str = ""
