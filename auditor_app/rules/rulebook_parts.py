"""What a rulebook is made of, as frozen values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from auditor_app.domain.meeting import AttendeeRole, MeetingKind
from auditor_app.errors import UnknownClause
from auditor_app.rules.standard import EvidenceKind, is_within

_LAST_PART = re.compile(r"(¶\d+|注\d+|/[A-Z]+\d+|[①-⑳]|[a-z]|\(\d+\)|\.\d+)$")


class ClauseKind(StrEnum):
    """What sort of rule a clause is."""

    INFORMATION = "information"
    DOCUMENT = "document"
    GATE = "gate"
    SEPARATION_OF_DUTY = "separation_of_duty"
    CHECKLIST_ITEM = "checklist_item"
    RECORD_CONTENT = "record_content"
    TIME_LIMIT = "time_limit"
    NUMERIC_RULE = "numeric_rule"


class Phase(StrEnum):
    """The part of the cycle a clause speaks of."""

    GENERAL = "general"
    APPLICATION = "application"
    CONTRACT = "contract"
    PLANNING = "planning"
    MEETING = "meeting"
    STAGE1 = "stage1"
    STAGE2 = "stage2"
    REPORT = "report"
    NC = "nc"
    DECISION = "decision"
    CERTIFICATE = "certificate"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"
    SUSPENSION = "suspension"
    WITHDRAWAL = "withdrawal"
    COMBINED = "combined"
    TRANSFER = "transfer"
    SCOPE_CHANGE = "scope_change"
    APPEAL = "appeal"
    RECORDS = "records"


class Actor(StrEnum):
    """Who must act."""

    OFFICE = "office"
    PLANNER = "planner"
    LEADER = "leader"
    AUDITOR = "auditor"
    DECISION_MAKER = "decision_maker"
    CLIENT = "client"
    REGULATOR = "regulator"


class Unit(StrEnum):
    """What a number counts."""

    RATIO = "ratio"
    MONTH = "month"
    YEAR = "year"
    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    DAY_OF_NEXT_MONTH = "day_of_next_month"
    PER_CALENDAR_YEAR = "per_calendar_year"
    PERSON = "person"
    PERSON_DAY = "person_day"
    ITEM = "item"


class Start(StrEnum):
    """Where a clock starts, or what a ratio is a part of."""

    NOT_PRINTED = "not_printed"
    APPLICATION = "application"
    SYSTEM_START = "system_start"
    REVIEW_CONCLUDED = "review_concluded"
    NC_ISSUED = "nc_issued"
    STAGE2_END = "stage2_end"
    CLOSING_MEETING = "closing_meeting"
    VERIFICATION_DONE = "verification_done"
    DECISION = "decision"
    DECISION_RECEIVED = "decision_received"
    RECERTIFICATION_DECISION = "recertification_decision"
    CERTIFICATE_ISSUE = "certificate_issue"
    CERTIFICATE_START = "certificate_start"
    CERTIFICATE_END = "certificate_end"
    PREVIOUS_CERTIFICATE_END = "previous_certificate_end"
    PREVIOUS_SURVEILLANCE = "previous_surveillance"
    FACTS_VERIFIED = "facts_verified"
    SUSPENSION_START = "suspension_start"
    CORRECTION_REQUEST = "correction_request"
    SPOT_CHECK_NOTICE = "spot_check_notice"
    APPEAL_RECEIVED = "appeal_received"
    TABLE_TIME = "table_time"
    TOTAL_TIME = "total_time"
    INITIAL_DAYS = "initial_days"
    COMPUTED_TIME = "computed_time"
    SUM_OF_SINGLE_TIMES = "sum_of_single_times"


class DayType(StrEnum):
    """How days are counted; "month" is the same day number, for months and for years."""

    WORKING = "working"
    CALENDAR = "calendar"
    MONTH = "month"
    FIXED = "fixed"


class ParameterKind(StrEnum):
    """What a parameter says: the last three hold words, the others a number."""

    RATIO_MAX = "ratio_max"
    RATIO_MIN = "ratio_min"
    RATIO_WARN = "ratio_warn"
    PERSON_DAYS_MIN = "person_days_min"
    COUNT_MIN = "count_min"
    FREQUENCY_MIN = "frequency_min"
    DEADLINE = "deadline"
    INTERVAL_MAX = "interval_max"
    DURATION_MIN = "duration_min"
    DURATION_MAX = "duration_max"
    LOOKBACK = "lookback"
    CHOICE = "choice"
    SET = "set"
    TEXT = "text"


class Risk(StrEnum):
    """The three classes of OHS risk, in the order of the audit time table's columns."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseNumber:
    """A number a clause prints; `compare` is how a fact must relate to it (">=", "<" ...)."""

    value: Fraction
    unit: Unit
    compare: str
    meaning: str
    start: Start | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause or item, its id as printed; `parent` follows from the id, "" for a chapter."""

    id: str
    gist: str
    kind: ClauseKind
    phase: Phase
    actor: Actor
    numbers: tuple[ClauseNumber, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def parent(self) -> str:
        """The id one level up."""
        return parent_of(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """What an auditor must answer on a visit; `key` is the clause it comes from.

    `site_dependent`: not answerable off site, so it moves to stage 2 (anomaly T25).
    """

    key: str
    prompt: str
    look_at: str
    evidence: tuple[EvidenceKind, ...]
    standard_clauses: tuple[str, ...] = ()
    sample: str = ""
    site_dependent: bool = False
    flags: tuple[str, ...] = ()

    def touches(self, clause: str) -> bool:
        """Whether a question on this clause of the standard belongs under the item."""
        return any(
            is_within(clause, own) or is_within(own, clause) for own in self.standard_clauses
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a list: a report field, a reason, a document, a condition.

    `is_printed` is False for what the rulebook does not ask; no `visits` means every kind of visit.
    """

    key: str
    clause: str
    title: str
    hint: str = ""
    required: bool = True
    is_printed: bool = True
    needs_document: bool = False
    may_be_not_applicable: bool = False
    visits: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    def applies_to(self, visit_kind: str) -> bool:
        """Whether a visit of this kind needs it."""
        return not self.visits or visit_kind in self.visits


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRole:
    """Somebody who must attend."""

    role: AttendeeRole
    title: str
    clause: str
    meetings: tuple[MeetingKind, ...]
    required: bool = True
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A line of the comparison table: a number, a choice, a set of words or a text.

    `is_printed` is False where the rulebook is silent: then there is no rule and no value.
    `strict`: the limit itself does not count (more than, before). `is_start_printed` is False
    where the start of the clock is our reading.
    """

    code: str
    title: str
    kind: ParameterKind | None = None
    is_printed: bool = True
    clauses: tuple[str, ...] = ()
    value: Fraction | None = None
    unit: Unit | None = None
    start: Start | None = None
    is_start_printed: bool = True
    day_type: DayType | None = None
    strict: bool = False
    choice: str = ""
    members: tuple[str, ...] = ()
    text: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeReference:
    """The row of the reference table (IAF MD 5 / CNAS-CC105) beside a misprinted one."""

    low: int
    high: int
    days: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRow:
    """Person-days for `low` to `high` people, as printed; `days` in the order of `Risk`.

    The last row has no `high` and no days: it prints no number.
    """

    printed: str
    low: int
    high: int | None
    days: tuple[Decimal, ...]
    references: tuple[TimeReference, ...] = ()
    flags: tuple[str, ...] = ()

    def covers(self, people: int) -> bool:
        """Whether this many people fall into the row."""
        return self.low <= people and (self.high is None or people <= self.high)

    def days_for(self, risk: Risk) -> Decimal | None:
        """The printed person-days, None where no number is printed."""
        return self.days[tuple(Risk).index(risk)] if self.days else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskCategory:
    """A business category with its usual risk class and those it may also have."""

    key: str
    title: str
    risk: Risk
    clause: str
    may_also_be: tuple[Risk, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Anomaly:
    """Something odd in print, and how it is treated; `source` names another document's place."""

    code: str
    text: str
    treatment: str
    clauses: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """One edition of one body's rulebook; `sha256` is that of its text, pinned by an audit."""

    key: str
    name: str
    body: str
    document_number: str
    edition: str
    issued: date
    valid_from: date
    valid_to: date | None
    standard: str
    seed: str
    seed_sha256: str
    note: str
    sha256: str
    audit_time_source: str
    audit_time_clause: str
    is_audit_time_printed: bool
    clauses: tuple[Clause, ...]
    report_contents: tuple[Entry, ...]
    plan_contents: tuple[Entry, ...]
    meeting_roles: tuple[MeetingRole, ...]
    audit_time: tuple[TimeRow, ...]
    risk_categories: tuple[RiskCategory, ...]
    anomalies: tuple[Anomaly, ...]
    checklists: Mapping[str, tuple[ChecklistItem, ...]] = field(hash=False)
    checklist_includes: Mapping[str, str] = field(hash=False)
    lists: Mapping[str, tuple[Entry, ...]] = field(hash=False)
    parameters: Mapping[str, Parameter] = field(hash=False)

    def clause(self, clause_id: str) -> Clause:
        """The clause of this id; `UnknownClause` if the rulebook prints none."""
        found = next((clause for clause in self.clauses if clause.id == clause_id), None)
        if found is None:
            raise UnknownClause(
                f"{self.document_number} {self.edition} 中没有条款“{clause_id}”，"
                "资料没有改动。请核对条款号及所选规则。"
            )
        return found

    def children(self, clause_id: str) -> tuple[Clause, ...]:
        """The clauses right below one, in print order; those below "" are the chapters."""
        return tuple(clause for clause in self.clauses if clause.parent == clause_id)

    def items(self, visit_kind: str) -> tuple[ChecklistItem, ...]:
        """The items of a visit, then those of the checklist it includes; may be none."""
        included = self.checklist_includes.get(visit_kind, "")
        return self.checklists.get(visit_kind, ()) + self.checklists.get(included, ())

    def required_roles(self) -> tuple[AttendeeRole, ...]:
        """Who must attend the opening and closing meetings."""
        return tuple(role.role for role in self.meeting_roles if role.required)

    def time_rows(self, people: int) -> tuple[TimeRow, ...]:
        """Every row as printed that covers this many people: two where rows overlap (H01)."""
        return tuple(row for row in self.audit_time if row.covers(people))

    def anomaly(self, code: str) -> Anomaly | None:
        """The anomaly a flag refers to."""
        return next((anomaly for anomaly in self.anomalies if anomaly.code == code), None)

    def is_valid_on(self, day: date) -> bool:
        """Whether the edition is in force on a day; both ends count."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def parent_of(clause_id: str) -> str:
    """The id one level up: 5.4.3.2(5) -> 5.4.3.2, 5.2.2(3)① -> 5.2.2(3), 附录A注1 -> 附录A."""
    return clause_id[: match.start()] if (match := _LAST_PART.search(clause_id)) else ""
