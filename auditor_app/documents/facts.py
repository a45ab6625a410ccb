"""What an operation hands in to have a document made: records beside facts of the rulebook."""

from dataclasses import dataclass
from datetime import date

from auditor_app.domain import (
    AgendaMark,
    Answer,
    ApplicationFact,
    Attendance,
    Audit,
    AuditReport,
    Client,
    Evidence,
    KeyAuditPoint,
    Meeting,
    Nonconformity,
    PlanConfirmation,
    PlanSlot,
    Site,
    Stage1Report,
    TeamMember,
    Visit,
    VisitKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One thing a rulebook wants in the report; `visits` empty means on every kind of visit."""

    key: str
    clause: str
    title: str
    is_required: bool = True
    may_be_not_applicable: bool = False
    visits: tuple[VisitKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookHead:
    """The rulebook an audit is held under, as a document names it."""

    key: str
    name: str
    body: str
    document_number: str
    edition: str
    standard: str
    body_en: str = ""
    report_contents: tuple[Demand, ...] = ()

    @property
    def form(self) -> str:
        """What stands at the foot of every page."""
        return f"{self.document_number} {self.edition}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A checklist item with its answer; `clause` is printed, `chapter` groups.

    `is_rulebook_item` puts it before the standard's chapters (HCR 5.4.3.4, TCC/OYPX 4.3.3.5).
    """

    key: str
    question: str
    clause: str
    chapter: str
    department: str = ""
    rulebook_clauses: tuple[str, ...] = ()
    is_rulebook_item: bool = False
    answer: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The leader's words on a demand that no record answers, such as TCC's test results."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """Everything an audit report is drawn from. `visit` is the one reported on."""

    rulebook: RulebookHead
    client: Client
    audit: Audit
    visit: Visit
    report: AuditReport
    journal_head: str
    sites: tuple[Site, ...] = ()
    visits: tuple[Visit, ...] = ()
    team: tuple[TeamMember, ...] = ()
    slots: tuple[PlanSlot, ...] = ()
    confirmations: tuple[PlanConfirmation, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    items: tuple[Item, ...] = ()
    nonconformities: tuple[Nonconformity, ...] = ()
    key_points: tuple[KeyAuditPoint, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    application_facts: tuple[ApplicationFact, ...] = ()
    stage1_report: Stage1Report | None = None
    statements: tuple[Statement, ...] = ()

    @property
    def demands(self) -> tuple[Demand, ...]:
        """What the rulebook wants in the report of this kind of visit."""
        return tuple(
            demand
            for demand in self.rulebook.report_contents
            if not demand.visits or self.visit.kind in demand.visits
        )

    def statement(self, key: str) -> str:
        """The leader's words on a demand, or nothing."""
        return next((one.text for one in self.statements if one.key == key), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """An agenda item of a meeting and the mark that it was said, if it was."""

    meeting_id: str
    title: str
    mark: AgendaMark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SigninFacts:
    """Everything a sign-in sheet is drawn from: the meetings of one visit."""

    rulebook: RulebookHead
    client: Client
    audit: Audit
    visit: Visit
    leader: str
    journal_head: str
    meetings: tuple[Meeting, ...]
    attendances: tuple[Attendance, ...]
    agenda: tuple[AgendaLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NonconformityFacts:
    """Everything the report of one nonconformity is drawn from."""

    rulebook: RulebookHead
    client: Client
    audit: Audit
    visit: Visit
    nonconformity: Nonconformity
    leader: str
    journal_head: str
    evidence: tuple[Evidence, ...] = ()
    class_titles: tuple[str, ...] = ()
    answer_within: str = ""
    today: date | None = None
