"""What the overview shows of an audit, and the rows it makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import (
    ApplicationFact,
    Audit,
    AuditKind,
    AuditState,
    Client,
    KeyAuditPoint,
    NcState,
    Nonconformity,
    PlanConfirmation,
    PlanSlot,
    RecordId,
    Site,
    Stage1Report,
    TeamMember,
    Visit,
    VisitKind,
)
from auditor_app.rules.gates import Point
from auditor_app.rules.gates import Weight as PointWeight
from ui.audit_words import ENDED, day, visit_line, visit_word
from ui.editors.overview_disputes import Dispute
from ui.editors.planning_words import local_day
from ui.widgets.gate_list import Gate, Weight
from ui.widgets.stepper import Progress, Step

NOW, BASICS, TEAM, PLAN, STAGE1, CHANGES = "now", "basics", "team", "plan", "stage1", "changes"
FACTS, DISPUTES, CONFIRM = "facts", "disputes", "confirm"
STEPS = (
    AuditState.PLANNING,
    AuditState.STAGE1,
    AuditState.STAGE2,
    AuditState.FOLLOW_UP,
    AuditState.REPORTING,
    AuditState.SUBMITTED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookLine:
    """The rulebook's edition an audit was started under."""

    key: str
    name: str
    number: str
    edition: str
    valid_from: date
    standard: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """Who works here, for joining the team with this device's keys."""

    name: str
    device_id: str
    public_key: str
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """The last verified backup."""

    folder: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one field: when, by whom, of what, to what."""

    at: datetime
    by: str
    subject: str
    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFile:
    """Read in one go; `slots` go by visit, `alone` counts what no backup has."""

    audit: Audit
    client: Client
    rulebook: RulebookLine
    moment: datetime
    sites: tuple[Site, ...] = ()
    visits: tuple[Visit, ...] = ()
    current_visit: Visit | None = None
    main_visit: Visit | None = None
    team: tuple[TeamMember, ...] = ()
    slots: Mapping[RecordId, tuple[PlanSlot, ...]]
    confirmations: tuple[PlanConfirmation, ...] = ()
    closed: frozenset[tuple[RecordId, str]] = frozenset()
    """(visit, kind) of the meetings that have ended."""
    facts: tuple[ApplicationFact, ...] = ()
    key_points: tuple[KeyAuditPoint, ...] = ()
    stage1: Stage1Report | None = None
    findings: tuple[Nonconformity, ...] = ()
    answered: int = 0
    items: int = 0
    points: tuple[Point, ...] = ()
    next_state: AuditState | None = None
    disputes: tuple[Dispute, ...] = ()
    changes: tuple[Change, ...] = ()
    alone: int = 0
    backup: Backup | None = None
    head: str = ""
    me: Me

    @property
    def today(self) -> date:
        """The day in China."""
        return local_day(self.moment)

    @property
    def stops(self) -> tuple[Point, ...]:
        """What forbids the next step."""
        return tuple(point for point in self.points if point.weight is PointWeight.STOP)

    @property
    def is_over(self) -> bool:
        """Whether nothing is to be done in the field any more."""
        return self.audit.state in ENDED

    @property
    def has_stage1(self) -> bool:
        """Whether the audit has a first stage at all."""
        kinds = {visit.kind for visit in self.visits}
        return self.audit.kind is AuditKind.INITIAL or VisitKind.STAGE1 in kinds

    def confirmed(self, visit: Visit | None) -> tuple[PlanConfirmation, ...]:
        """The client's words on a visit's plan, oldest first."""
        mine = (one for one in self.confirmations if visit and one.visit_id == visit.id)
        return tuple(sorted(mine, key=lambda one: one.confirmed_at))


def plan_day(file: AuditFile) -> tuple[date | None, tuple[PlanSlot, ...]]:
    """Today's slots; without any those of the next day planned, or of the last."""
    slots = sorted(
        (slot for group in file.slots.values() for slot in group),
        key=lambda slot: (slot.starts_at, slot.ends_at, slot.id),
    )
    days = sorted({local_day(slot.starts_at) for slot in slots})
    if not days:
        return None, ()
    shown = next((one for one in days if one >= file.today), days[-1])
    return shown, tuple(slot for slot in slots if local_day(slot.starts_at) == shown)


def days_left(first: date, today: date) -> int:
    """Whole days until a day."""
    return (first - today) // timedelta(days=1)


def steps(file: AuditFile) -> tuple[Step, ...]:
    """The six states: done, now, later."""
    state = file.audit.state
    here = STEPS.index(state) if state in STEPS else len(STEPS)
    titles, facts = _titles(file), _facts(file)
    return tuple(
        Step(key=step, title=titles[step], fact=facts[step], progress=_progress(place, here))
        for place, step in enumerate(STEPS)
    )


def _progress(place: int, here: int) -> Progress:
    if place == here and STEPS[place] is not AuditState.SUBMITTED:
        return Progress.NOW
    return Progress.DONE if place <= here else Progress.LATER


def _titles(file: AuditFile) -> dict[AuditState, str]:
    translate = QCoreApplication.translate
    main = file.main_visit.kind if file.main_visit else VisitKind.STAGE2
    return {
        AuditState.PLANNING: translate("Overview", "策划"),
        AuditState.STAGE1: translate("Overview", "一阶段"),
        AuditState.STAGE2: visit_word(main),
        AuditState.FOLLOW_UP: translate("Overview", "不符合项"),
        AuditState.REPORTING: translate("Overview", "报告"),
        AuditState.SUBMITTED: translate("Overview", "交回"),
    }


def _facts(file: AuditFile) -> dict[AuditState, str]:
    translate = QCoreApplication.translate
    return {
        AuditState.PLANNING: _planning_fact(file),
        AuditState.STAGE1: _stage1_fact(file),
        AuditState.STAGE2: _stage2_fact(file),
        AuditState.FOLLOW_UP: _findings_fact(file),
        AuditState.REPORTING: translate("Overview", "组长签署"),
        AuditState.SUBMITTED: translate("Overview", "封包给办公室"),
    }


def _planning_fact(file: AuditFile) -> str:
    translate = QCoreApplication.translate
    firsts = sorted(one.confirmed_at for one in file.confirmations)
    if firsts:
        words = translate("Overview", "{day}已确认")
        return words.format(day=day(local_day(firsts[0])))
    return translate("Overview", "待受审核方确认")


def _stage1_fact(file: AuditFile) -> str:
    translate = QCoreApplication.translate
    if not file.has_stage1:
        return translate("Overview", "本次不设")
    visit = next((one for one in file.visits if one.kind is VisitKind.STAGE1), None)
    parts = [day(visit.first_day)] if visit else []
    if file.key_points:
        words = translate("Overview", "{count} 个重要审核点")
        parts.append(words.format(count=len(file.key_points)))
    return " · ".join(parts) or translate("Overview", "未安排")


def _stage2_fact(file: AuditFile) -> str:
    translate = QCoreApplication.translate
    visit = file.main_visit
    if visit is None:
        return translate("Overview", "未安排")
    parts = [visit_line([visit], file.today).partition(" · ")[2] or day(visit.first_day)]
    if file.items and file.audit.state is AuditState.STAGE2:
        words = translate("Overview", "已查 {answered}/{items}")
        parts.append(words.format(answered=file.answered, items=file.items))
    return " · ".join(parts)


def _findings_fact(file: AuditFile) -> str:
    translate = QCoreApplication.translate
    if not file.findings:
        return translate("Overview", "末次会议后起算")
    still = sum(1 for one in file.findings if one.state is not NcState.CLOSED)
    words = translate("Overview", "{count} 项，未关闭 {open}")
    return words.format(count=len(file.findings), open=still)


LONGEST = 40
"""So many characters of a question stand in a row."""

PLACES = (
    ("组长", TEAM),
    ("还没有审核计划", PLAN),
    ("受审核方确认", CONFIRM),
    ("一阶段", STAGE1),
    ("现场确认与申报不同", FACTS),
    ("两人记录不同", DISPUTES),
)
"""Where a point of the overview is mended, by words of its text: the gates name only the page.

The first that fits counts; `待组长裁定` of a dispute must not lead to the team, see `place_of`.
"""


def place_of(point: Point) -> str:
    """The part of the overview where a point is mended; empty when it is on another page."""
    if point.page != "overview":
        return ""
    if "裁定" in point.text:
        return DISPUTES
    return next((place for words, place in PLACES if words in point.text), NOW)


def gates(points: tuple[Point, ...]) -> tuple[Gate, ...]:
    """The points as rows; a row's key is the place of its point."""
    return tuple(
        Gate(
            key=str(number),
            weight=Weight(point.weight),
            text=brief(point.text),
            clause=point.clause,
            link=_link(point),
        )
        for number, point in enumerate(points)
    )


def brief(text: str) -> str:
    """A point in a line or two: of a long question its first sentence, cut where it runs on."""
    head, sign, question = text.partition("：")
    question = question.removeprefix(f"{head.removesuffix('未查')}：")
    first = question.partition("？")[0]
    ending = "？" if first != question else ""
    if len(first) > LONGEST:
        first, ending = first[: LONGEST - 1], "…"
    return f"{head}{sign}{first}{ending}"


def _link(point: Point) -> str:
    translate = QCoreApplication.translate
    return {
        "checklist": translate("Overview", "去检查表"),
        "opening": translate("Overview", "去首次会议"),
        "closing": translate("Overview", "去末次会议"),
        "findings": translate("Overview", "去不符合项"),
        "report": translate("Overview", "去报告"),
        TEAM: translate("Overview", "去审核组"),
        PLAN: translate("Overview", "编制计划"),
        CONFIRM: translate("Overview", "登记确认"),
        STAGE1: translate("Overview", "写明结果"),
        FACTS: translate("Overview", "看差异"),
        DISPUTES: translate("Overview", "并排比较"),
    }.get(place_of(point) or point.page, "")
