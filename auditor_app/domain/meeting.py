"""Opening and closing meetings with their sign-in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from auditor_app.domain.record import Record, RecordId

Point = tuple[int, int, int | None, int]
"""x and y in tenths of a pixel, pressure 0-1000 or None, milliseconds since the first stroke."""

Stroke = tuple[Point, ...]


class MeetingKind(StrEnum):
    """Which meeting of the visit."""

    OPENING = "opening"
    CLOSING = "closing"


class AttendeeRole(StrEnum):
    """Who a person is at the meeting; the rulebook says which must be there."""

    TOP_MANAGER = "top_manager"
    OHS_REPRESENTATIVE = "ohs_representative"
    DEPARTMENT_HEAD = "department_head"
    WORKER = "worker"
    OTHER = "other"
    LEADER = "leader"
    AUDITOR = "auditor"
    EXPERT = "expert"
    TRAINEE = "trainee"

    @property
    def is_team(self) -> bool:
        """Whether the role is one of the audit team."""
        return self in {
            AttendeeRole.LEADER,
            AttendeeRole.AUDITOR,
            AttendeeRole.EXPERT,
            AttendeeRole.TRAINEE,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """A meeting; closed when every required role is present or its absence has a reason."""

    visit_id: RecordId
    kind: MeetingKind
    starts_at: datetime
    location: str = ""
    host: str = ""
    minutes_by: str = ""
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaMark(Record):
    """That one agenda item was said, when, and what the client answered."""

    meeting_id: RecordId
    item: str
    said_at: datetime | None = None
    reply: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Record):
    """A person at a meeting; `strokes` is the signature itself, pictures of it are derived.

    A typed signature has no strokes, `typed_reason` says why the person could not write.
    """

    meeting_id: RecordId
    name: str
    role: AttendeeRole
    department: str = ""
    post: str = ""
    strokes: tuple[Stroke, ...] = ()
    pen: str = ""
    signed_at: datetime | None = None
    typed_reason: str = ""
    is_absent: bool = False
    absence_reason: str = ""

    @property
    def is_signed(self) -> bool:
        """Whether the person has signed, by hand or by typing with a reason."""
        return self.signed_at is not None
