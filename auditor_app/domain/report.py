"""The reports of an audit."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from auditor_app.domain.meeting import Stroke
from auditor_app.domain.record import Record, RecordId


class Readiness(StrEnum):
    """What stage 1 says about stage 2."""

    READY = "ready"
    READY_WITH_POINTS = "ready_with_points"
    NOT_READY = "not_ready"


class Recommendation(StrEnum):
    """What the leader recommends to the body; which are open depends on the audit's kind."""

    GRANT = "grant"
    GRANT_AFTER_CLOSURE = "grant_after_closure"
    REFUSE = "refuse"
    KEEP = "keep"
    SUSPEND = "suspend"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage1Report(Record):
    """The written result of stage 1 to the client (HCR 5.4.3.3, TCC/OYPX 4.3.3.4)."""

    visit_id: RecordId
    readiness: Readiness | None = None
    conclusion: str = ""
    concerns: str = ""
    sent_at: datetime | None = None
    received_by: str = ""
    signed_by: str = ""
    signed_at: datetime | None = None
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport(Record):
    """What the leader adds to the facts of the audit; the rest of the report is drawn from them.

    `journal_head` and `pdf_sha256` are noted when the report is signed, `version` counts up.
    """

    number: str
    visit_id: RecordId
    summary: str = ""
    strengths: str = ""
    deviations: str = ""
    uncertainty: str = ""
    conclusion: str = ""
    recommendation: Recommendation | None = None
    version: int = 1
    signed_by: str = ""
    signed_at: datetime | None = None
    strokes: tuple[Stroke, ...] = ()
    journal_head: str = ""
    pdf_sha256: str = ""

    @property
    def is_signed(self) -> bool:
        """Whether the leader has signed; a signed report is locked."""
        return self.signed_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStatement(Record):
    """The leader's words on a report field that no record answers; its id follows from the key."""

    visit_id: RecordId
    key: str
    text: str = ""
