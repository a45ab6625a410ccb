"""Nonconformities and their life."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from auditor_app.domain.meeting import Stroke
from auditor_app.domain.record import Record, RecordId


class Grade(StrEnum):
    """How grave a nonconformity is."""

    MAJOR = "major"
    MINOR = "minor"


class NcState(StrEnum):
    """N0-N6 of the nonconformity's state machine (matrix c3)."""

    DRAFT = "draft"
    ISSUED = "issued"
    PLAN_SUBMITTED = "plan_submitted"
    PLAN_ACCEPTED = "plan_accepted"
    EVIDENCE_SUBMITTED = "evidence_submitted"
    VERIFIED = "verified"
    CLOSED = "closed"


NC_STEPS: tuple[NcState, ...] = tuple(NcState)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nonconformity(Record):
    """Criterion, evidence and gap; then the client's answer and its verification.

    `requirement` is what should be, `facts` what was seen, `gap` what does not meet what.
    """

    number: str
    visit_id: RecordId
    answer_id: RecordId | None = None
    grade: Grade = Grade.MINOR
    grade_reason: str = ""
    classes: tuple[str, ...] = ()
    clause: str = ""
    rulebook_clause: str = ""
    department: str = ""
    responsible: str = ""
    auditor: str = ""
    requirement: str = ""
    facts: str = ""
    gap: str = ""
    state: NcState = NcState.DRAFT
    issued_at: datetime | None = None
    due_on: date | None = None
    acknowledged_by: str = ""
    acknowledged_at: datetime | None = None
    acknowledged_strokes: tuple[Stroke, ...] = ()
    dispute: str = ""
    cause: str = ""
    correction: str = ""
    corrective_action: str = ""
    plan_submitted_at: datetime | None = None
    plan_accepted_by: str = ""
    plan_accepted_at: datetime | None = None
    action_evidence: str = ""
    evidence_submitted_at: datetime | None = None
    verification: str = ""
    verification_method: str = ""
    verified_by: str = ""
    verified_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act on it."""
        return self.state is not NcState.CLOSED
