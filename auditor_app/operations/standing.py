"""How an audit stands: its step, what is open before the next, and taking that step."""

from dataclasses import dataclass

from auditor_app.domain import (
    NC_STEPS,
    ApplicationFact,
    Audit,
    AuditKind,
    AuditState,
    Client,
    Grade,
    MeetingKind,
    NcState,
    Nonconformity,
    PlanSlot,
    Readiness,
    RecordId,
    TeamMember,
    TeamRole,
    Visit,
    VisitKind,
)
from auditor_app.errors import Refused
from auditor_app.operations.audits import Audits
from auditor_app.operations.checklists import Checklists
from auditor_app.operations.conflicts import Conflicts
from auditor_app.operations.evidence import EvidenceShelf
from auditor_app.operations.library import Library
from auditor_app.operations.meetings import Meetings
from auditor_app.operations.nonconformities import Nonconformities
from auditor_app.operations.reports import Reports
from auditor_app.rules.checklist import Item, ItemSource
from auditor_app.rules.gates import (
    NEXT,
    Facts,
    OpenNonconformity,
    Point,
    Unanswered,
    open_points,
    stops,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything the overview page shows of an audit."""

    audit: Audit
    client: Client
    visits: tuple[Visit, ...]
    current_visit: Visit | None
    team: tuple[TeamMember, ...]
    slots: tuple[PlanSlot, ...]
    facts: tuple[ApplicationFact, ...]
    answered: int
    items: int
    points: tuple[Point, ...]
    next_state: AuditState | None

    @property
    def may_go_on(self) -> bool:
        """Whether nothing forbids the next step."""
        return self.next_state is not None and not stops(self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """The operations a standing is drawn from."""

    audits: Audits
    library: Library
    checklists: Checklists
    meetings: Meetings
    nonconformities: Nonconformities
    evidence: EvidenceShelf
    conflicts: Conflicts
    reports: Reports


class Standing:
    """Where audits stand."""

    def __init__(self, nouns: Nouns) -> None:
        self._nouns = nouns

    def overview(self, audit_id: RecordId) -> Overview:
        """How the audit stands now."""
        audits = self._nouns.audits
        audit = audits.get(audit_id)
        visit = self.current_visit(audit)
        items: tuple[Item, ...] = ()
        answered = 0
        if visit is not None:
            state = self._nouns.checklists.state(audit_id, visit.id)
            items, answered = state.items, state.answered
        return Overview(
            audit=audit,
            client=audits.client(audit_id),
            visits=tuple(audits.visits(audit_id)),
            current_visit=visit,
            team=tuple(audits.team(audit_id)),
            slots=tuple(audits.slots(visit.id)) if visit else (),
            facts=tuple(audits.facts(audit_id)),
            answered=answered,
            items=len(items),
            points=self.points(audit),
            next_state=self._next(audit),
        )

    def points(self, audit: Audit) -> tuple[Point, ...]:
        """What is open before the next step, worst first."""
        return open_points(self._facts(audit), self._nouns.library.rulebook_of(audit))

    def go_on(self, audit_id: RecordId, reason: str = "") -> Audit:
        """Take the next step; refused with every stop at once."""
        audit = self._nouns.audits.get(audit_id)
        state = self._next(audit)
        if state is None:
            raise Refused("这次审核已走完全部步骤。记录没有改变。")
        against = stops(self.points(audit))
        if against:
            listed = ";".join(f"{p.text}({p.clause})" if p.clause else p.text for p in against)
            raise Refused(f"还不能进入下一步：{listed}。已做的工作都在。")
        return self._nouns.audits.move(audit, state, reason)

    def current_visit(self, audit: Audit) -> Visit | None:
        """The visit the audit's state is about."""
        if audit.state in {AuditState.PLANNING, AuditState.STAGE1}:
            first = self._nouns.audits.visit(audit.id, VisitKind.STAGE1)
            if first is not None:
                return first
        return self._nouns.audits.main_visit(audit.id)

    def _next(self, audit: Audit) -> AuditState | None:
        """The step after the present one; only an initial audit must have a stage 1."""
        state = NEXT.get(audit.state)
        if state is AuditState.STAGE1 and audit.kind is not AuditKind.INITIAL:
            has_stage1 = self._nouns.audits.visit(audit.id, VisitKind.STAGE1) is not None
            return state if has_stage1 else AuditState.STAGE2
        return state

    def _facts(self, audit: Audit) -> Facts:
        nouns, visit = self._nouns, self.current_visit(audit)
        stage1 = nouns.audits.stage1_report(audit.id)
        drifted = [one for one in nouns.audits.facts(audit.id) if one.has_drifted]
        items = nouns.checklists.items(audit, visit) if visit else ()
        return Facts(
            state=audit.state,
            has_leader=any(m.role is TeamRole.LEADER for m in nouns.audits.team(audit.id)),
            planned_slots=len(nouns.audits.slots(visit.id)) if visit else 0,
            is_plan_confirmed=self._is_plan_confirmed(audit),
            unanswered=self._unanswered(items, visit),
            has_stage1_report=stage1 is not None and stage1.readiness is not None,
            is_ready_for_stage2=stage1 is not None and stage1.readiness is not Readiness.NOT_READY,
            opening=self._meeting(visit, MeetingKind.OPENING),
            closing=self._meeting(visit, MeetingKind.CLOSING),
            is_opening_closed=self._is_closed(visit, MeetingKind.OPENING),
            is_closing_closed=self._is_closed(visit, MeetingKind.CLOSING),
            nonconformities=tuple(self._open(nc) for nc in nouns.nonconformities.of(audit.id)),
            conflicts=len(nouns.conflicts.of(audit.id)),
            missing_report_fields=(
                nouns.reports.missing(audit.id) if audit.state is AuditState.REPORTING else ()
            ),
            is_report_signed=nouns.reports.is_signed(audit.id),
            gaps=sum(1 for item in items if item.is_gap),
            drifted_facts=tuple(
                f"{one.label} {one.declared} → {one.confirmed}{one.unit}" for one in drifted
            ),
        )

    def _unanswered(self, items: tuple[Item, ...], visit: Visit | None) -> tuple[Unanswered, ...]:
        if visit is None:
            return ()
        answers = self._nouns.checklists.answers(visit.id)
        return tuple(
            Unanswered(
                key=item.key,
                question=item.question,
                clause=item.number if item.source is ItemSource.RULEBOOK else "",
                is_key_point=item.source is ItemSource.KEY_POINT,
            )
            for item in items
            if item.key not in answers or answers[item.key].verdict is None
        )

    def _is_plan_confirmed(self, audit: Audit) -> bool:
        """The plan of the visit that comes next: stage 2's before stage 2 starts."""
        audits = self._nouns.audits
        if audit.state is AuditState.PLANNING:
            visit = audits.visit(audit.id, VisitKind.STAGE1) or audits.main_visit(audit.id)
        else:
            visit = audits.main_visit(audit.id)
        return visit is not None and bool(audits.confirmations(visit.id))

    def _meeting(self, visit: Visit | None, kind: MeetingKind) -> tuple[str, ...] | None:
        meeting = self._nouns.meetings.find(visit.id, kind) if visit else None
        return self._nouns.meetings.open_points(meeting) if meeting else None

    def _is_closed(self, visit: Visit | None, kind: MeetingKind) -> bool:
        meeting = self._nouns.meetings.find(visit.id, kind) if visit else None
        return meeting is not None and meeting.closed_at is not None

    def _open(self, nc: Nonconformity) -> OpenNonconformity:
        step = NC_STEPS.index(nc.state)
        return OpenNonconformity(
            id=nc.id,
            number=nc.number,
            is_major=nc.grade is Grade.MAJOR,
            is_issued=step >= NC_STEPS.index(NcState.ISSUED),
            is_plan_accepted=step >= NC_STEPS.index(NcState.PLAN_ACCEPTED),
            is_verified=step >= NC_STEPS.index(NcState.VERIFIED),
            missing=(
                self._nouns.nonconformities.missing_for(nc, NcState.ISSUED)
                if nc.state is NcState.DRAFT
                else ()
            ),
        )
