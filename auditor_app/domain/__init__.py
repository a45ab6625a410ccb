"""What an audit is made of: frozen records, standard library only."""

from auditor_app.domain.answer import Answer, KeyAuditPoint, Verdict
from auditor_app.domain.audit import (
    Audit,
    AuditKind,
    AuditState,
    Pin,
    Place,
    StateChange,
    Visit,
    VisitKind,
    VisitState,
)
from auditor_app.domain.client import ApplicationFact, Client, Site
from auditor_app.domain.evidence import Evidence
from auditor_app.domain.meeting import (
    AgendaMark,
    Attendance,
    AttendeeRole,
    Meeting,
    MeetingKind,
    Point,
    Stroke,
)
from auditor_app.domain.nonconformity import NC_STEPS, Grade, NcState, Nonconformity
from auditor_app.domain.office import Package, Receipt, TrustedDevice
from auditor_app.domain.plan import PlanConfirmation, PlanSlot, SlotKind
from auditor_app.domain.record import BEIJING, Record, RecordId, id_for, new_id, now
from auditor_app.domain.report import (
    AuditReport,
    Readiness,
    Recommendation,
    ReportStatement,
    Stage1Report,
)
from auditor_app.domain.team import TeamMember, TeamRole

RECORD_TYPES: tuple[type[Record], ...] = (
    Client,
    Site,
    ApplicationFact,
    Audit,
    Pin,
    Visit,
    StateChange,
    TeamMember,
    PlanSlot,
    PlanConfirmation,
    Meeting,
    AgendaMark,
    Attendance,
    Answer,
    KeyAuditPoint,
    Evidence,
    Nonconformity,
    Stage1Report,
    AuditReport,
    ReportStatement,
    Package,
    Receipt,
    TrustedDevice,
)
"""The one list of what a vault holds."""

__all__ = [
    "BEIJING",
    "NC_STEPS",
    "RECORD_TYPES",
    "AgendaMark",
    "Answer",
    "ApplicationFact",
    "Attendance",
    "AttendeeRole",
    "Audit",
    "AuditKind",
    "AuditReport",
    "AuditState",
    "Client",
    "Evidence",
    "Grade",
    "KeyAuditPoint",
    "Meeting",
    "MeetingKind",
    "NcState",
    "Nonconformity",
    "Package",
    "Pin",
    "Place",
    "PlanConfirmation",
    "PlanSlot",
    "Point",
    "Readiness",
    "Receipt",
    "Recommendation",
    "Record",
    "RecordId",
    "ReportStatement",
    "Site",
    "SlotKind",
    "Stage1Report",
    "StateChange",
    "Stroke",
    "TeamMember",
    "TeamRole",
    "TrustedDevice",
    "Verdict",
    "Visit",
    "VisitKind",
    "VisitState",
    "id_for",
    "new_id",
    "now",
]
