"""What the board and the drawer show of a nonconformity: columns, clocks, words, conflicts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import BEIJING, Grade, NcState, Nonconformity, now
from ui.audit_words import day
from ui.widgets.photo_rows import Photo
from ui.widgets.words import grade_word

COLUMNS: tuple[tuple[NcState, ...], ...] = (
    (NcState.DRAFT,),
    (NcState.ISSUED,),
    (NcState.PLAN_SUBMITTED,),
    (NcState.PLAN_ACCEPTED,),
    (NcState.EVIDENCE_SUBMITTED,),
    (NcState.VERIFIED, NcState.CLOSED),
)
"""The columns of the board; the last holds what nobody has to work on any more."""

SOON = 7
"""Days before a deadline from which the clock is orange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One version that stands: its text to read, its plain value, who wrote it and when."""

    version: str
    text: str
    value: object
    by: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A field with several versions standing; the first is the one the record shows."""

    record_id: str
    field: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A nonconformity with what belongs to it; `missing` are words of what the next step lacks."""

    nc: Nonconformity
    photos: tuple[Photo, ...] = ()
    missing: tuple[str, ...] = ()
    next_state: NcState | None = None
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The time that counts now, in words and in the colour of its urgency."""

    words: str
    tone: str


def column_word(states: tuple[NcState, ...]) -> str:
    """A column's head."""
    return column_words()[states[0]]


def column_words() -> dict[NcState, str]:
    """The heads by the first state of a column."""
    translate = QCoreApplication.translate
    return {
        NcState.DRAFT: translate("Findings", "草稿"),
        NcState.ISSUED: translate("Findings", "已开出"),
        NcState.PLAN_SUBMITTED: translate("Findings", "待审计划"),
        NcState.PLAN_ACCEPTED: translate("Findings", "整改中"),
        NcState.EVIDENCE_SUBMITTED: translate("Findings", "待验证"),
        NcState.VERIFIED: translate("Findings", "已关闭"),
    }


def state_word(state: NcState) -> str:
    """A state on its pill."""
    translate = QCoreApplication.translate
    if state is NcState.VERIFIED:
        return translate("Findings", "已验证")
    if state is NcState.CLOSED:
        return translate("Findings", "已关闭")
    return column_words()[state]


def step_word(state: NcState) -> str:
    """The act that leads to a state."""
    translate = QCoreApplication.translate
    return {
        NcState.DRAFT: translate("Findings", "退回草稿"),
        NcState.ISSUED: translate("Findings", "开出"),
        NcState.PLAN_SUBMITTED: translate("Findings", "提交整改计划"),
        NcState.PLAN_ACCEPTED: translate("Findings", "接受整改计划"),
        NcState.EVIDENCE_SUBMITTED: translate("Findings", "提交整改证据"),
        NcState.VERIFIED: translate("Findings", "验证有效"),
        NcState.CLOSED: translate("Findings", "关闭"),
    }[state]


def field_word(field: str) -> str:
    """A field's name, for its label and for the history."""
    translate = QCoreApplication.translate
    return {
        "requirement": translate("Findings", "要求"),
        "facts": translate("Findings", "证据"),
        "gap": translate("Findings", "差距"),
        "clause": translate("Findings", "标准条款"),
        "rulebook_clause": translate("Findings", "规则条款"),
        "department": translate("Findings", "责任部门"),
        "responsible": translate("Findings", "责任人"),
        "due_on": translate("Findings", "整改期限"),
        "grade": translate("Findings", "分级"),
        "grade_reason": translate("Findings", "定级理由"),
        "classes": translate("Findings", "归类"),
        "cause": translate("Findings", "原因分析"),
        "correction": translate("Findings", "纠正"),
        "corrective_action": translate("Findings", "纠正措施"),
        "action_evidence": translate("Findings", "整改证据"),
        "verification": translate("Findings", "验证说明"),
        "verification_method": translate("Findings", "验证方式"),
        "state": translate("Findings", "状态"),
        "number": translate("Findings", "编号"),
        "dispute": translate("Findings", "异议"),
        "acknowledged_by": translate("Findings", "受审核方确认"),
        "auditor": translate("Findings", "审核员"),
    }.get(field, "")


def plain_word(field: str, value: object) -> str:
    """A plain value of the journal as a person reads it."""
    if value in (None, ""):
        return QCoreApplication.translate("Findings", "（空）")
    match field:
        case "state":
            return state_word(NcState(str(value)))
        case "grade":
            return grade_word(Grade(str(value)))
        case "due_on":
            return day(date.fromisoformat(str(value)))
    return "；".join(map(str, value)) if isinstance(value, list) else str(value)


def clock_of(nc: Nonconformity, today: date) -> Clock:
    """Until when the client has to act: orange in the last week, red when overdue."""
    translate = QCoreApplication.translate
    if nc.closed_at is not None:
        return Clock(words=day(nc.closed_at.astimezone(BEIJING).date()), tone="ink2")
    if nc.state is NcState.VERIFIED:
        return Clock(words=translate("Findings", "已验证，待关闭"), tone="ok")
    if nc.due_on is None:
        return Clock(words=translate("Findings", "未定期限"), tone="obs")
    left = (nc.due_on - today).days
    if left < 0:
        return Clock(words=translate("Findings", "逾期 {0} 天").format(-left), tone="major")
    words = translate("Findings", "余 {0} 天").format(left)
    return Clock(words=words, tone="minor" if left <= SOON else "ink2")


def flag_of(view: FindingView) -> tuple[str, str, str]:
    """The loudest thing to say of a card: icon, words, colour; empty words for nothing."""
    translate = QCoreApplication.translate
    nc = view.nc
    if view.disputes:
        return "split", translate("Findings", "两人写法不同"), "major"
    if nc.dispute:
        return "message-square-text", translate("Findings", "受审核方有异议"), "minor"
    if nc.state is NcState.DRAFT and view.missing:
        words = translate("Findings", "还缺 {0} 项").format(len(view.missing))
        return "list-checks", words, "obs"
    if nc.state is NcState.ISSUED and not nc.acknowledged_by:
        return "signature", translate("Findings", "待受审核方确认"), "obs"
    if nc.state is NcState.ISSUED:
        words = translate("Findings", "{0} 已签").format(nc.acknowledged_by)
        return "signature", words, "ok"
    waits = {
        NcState.PLAN_SUBMITTED: ("file-check", translate("Findings", "计划已提交"), "ok"),
        NcState.PLAN_ACCEPTED: ("hourglass", translate("Findings", "等整改证据"), "obs"),
        NcState.EVIDENCE_SUBMITTED: ("search", translate("Findings", "等验证"), "obs"),
    }
    return waits.get(nc.state, ("", "", ""))


def headline(nc: Nonconformity) -> str:
    """What a card says: the fact, else the gap, else that nothing is written yet."""
    return nc.facts or nc.gap or QCoreApplication.translate("Findings", "还没有写事实")


def author(nc: Nonconformity) -> str:
    """Whose finding it is."""
    return nc.auditor or nc.made_by


def passes(view: FindingView, chip: str) -> bool:
    """Whether a finding is shown under a filter chip."""
    match chip:
        case "major" | "minor":
            return view.nc.grade.value == chip
        case "disputed":
            return bool(view.disputes)
        case "overdue":
            return clock_of(view.nc, today()).tone == "major"
    return True


def today() -> date:
    """This machine's day."""
    return now().astimezone(BEIJING).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one person changed in one go."""

    by: str
    at: datetime
    fields: tuple[str, ...]
    detail: str = ""


def changes(versions: Sequence[tuple[str, object, str, datetime]]) -> tuple[Change, ...]:
    """(field, plain value, author, time) of every version, gathered by action, newest first."""
    found: list[Change] = []
    for field, value, by, at in versions:
        word = field_word(field)
        if not word:
            continue
        detail = plain_word(field, value) if field in {"state", "grade"} else ""
        last = found[-1] if found else None
        if last and (last.by, last.at) == (by, at):
            words = last.fields if word in last.fields else (*last.fields, word)
            joined = detail or last.detail
            found[-1] = Change(by=by, at=at, fields=words, detail=joined)
        else:
            found.append(Change(by=by, at=at, fields=(word,), detail=detail))
    return tuple(_told(change) for change in reversed(found))


def _told(change: Change) -> Change:
    """The first version of everything is the beginning, not a list of all fields."""
    if field_word("number") in change.fields:
        begun = QCoreApplication.translate("Findings", "建立")
        return replace(change, fields=(begun,), detail="")
    return change
