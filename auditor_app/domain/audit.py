"""The audit and its visits."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from auditor_app.domain.record import Record, RecordId


class AuditKind(StrEnum):
    """Why the audit is held."""

    INITIAL = "initial"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"
    SPECIAL = "special"


class AuditState(StrEnum):
    """The six states of the cycle's stepper, and the three ends."""

    PLANNING = "planning"
    STAGE1 = "stage1"
    STAGE2 = "stage2"
    FOLLOW_UP = "follow_up"
    REPORTING = "reporting"
    SUBMITTED = "submitted"
    TERMINATED = "terminated"
    CERTIFIED = "certified"
    REFUSED = "refused"


class VisitKind(StrEnum):
    """What a visit is held for; also the name of its checklist in the rulebook."""

    STAGE1 = "stage1"
    STAGE2 = "stage2"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"
    NC_FOLLOW_UP = "nc_follow_up"
    SPECIAL = "special"


class VisitState(StrEnum):
    """A0-A10 of the visit's state machine (matrix c2)."""

    DRAFT = "draft"
    PLAN_SENT = "plan_sent"
    PLAN_CONFIRMED = "plan_confirmed"
    PREPARED = "prepared"
    OPENED = "opened"
    FINDINGS_AGREED = "findings_agreed"
    CLOSED = "closed"
    REPORTED = "reported"
    TERMINATION_ASKED = "termination_asked"
    TERMINATED = "terminated"


class Place(StrEnum):
    """Where a visit is held."""

    ON_SITE = "on_site"
    OFF_SITE = "off_site"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit(Record):
    """One audit under one edition of one rulebook; its `audit_id` is its own id.

    `rulebook_sha256` pins the very text of the edition the audit was started under.
    Person-days are decimals in steps of half a day.
    """

    number: str
    kind: AuditKind
    client_id: RecordId
    rulebook: str
    rulebook_edition: str
    rulebook_sha256: str
    standards: tuple[str, ...] = ("iso45001",)
    scope: str = ""
    objective: str = ""
    criteria: str = ""
    area_code: str = ""
    risk_class: str = ""
    running_since: date | None = None
    planned_days: Decimal = Decimal(0)
    on_site_days: Decimal = Decimal(0)
    state: AuditState = AuditState.PLANNING


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin(Record):
    """The very text of a rulebook or standard the audit was started under.

    It travels with the audit, so a newer edition on another machine never changes a running
    audit's checklist. `kind` is "rulebook" or "standard".
    """

    kind: str
    key: str
    edition: str
    sha256: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """A stage, surveillance or other visit of one audit."""

    kind: VisitKind
    first_day: date
    last_day: date
    place: Place = Place.ON_SITE
    off_site_reason: str = ""
    location: str = ""
    state: VisitState = VisitState.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange(Record):
    """Who moved what from which state to which, and why; never edited."""

    subject_id: RecordId
    subject_kind: str
    from_state: str
    to_state: str
    reason: str = ""
