"""The Chinese words of the records: choices, dates, times, places."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from auditor_app.documents.paper import Pill, Tone
from auditor_app.domain import (
    BEIJING,
    AttendeeRole,
    AuditKind,
    Evidence,
    Grade,
    MeetingKind,
    NcState,
    Place,
    Readiness,
    Recommendation,
    TeamRole,
    Verdict,
    Visit,
    VisitKind,
)

"""Documents tell Chinese time; Windows has no zone data of its own."""

NONE: Final = "—"

AUDIT_KINDS: Final = {
    AuditKind.INITIAL: "初次认证",
    AuditKind.SURVEILLANCE: "监督审核",
    AuditKind.RECERTIFICATION: "再认证",
    AuditKind.SPECIAL: "特殊审核",
}
VISIT_KINDS: Final = {
    VisitKind.STAGE1: "一阶段",
    VisitKind.STAGE2: "二阶段",
    VisitKind.SURVEILLANCE: "监督审核",
    VisitKind.RECERTIFICATION: "再认证",
    VisitKind.NC_FOLLOW_UP: "不符合项验证",
    VisitKind.SPECIAL: "特殊审核",
}
PLACES: Final = {Place.ON_SITE: "现场审核", Place.OFF_SITE: "非现场审核"}
TEAM_ROLES: Final = {
    TeamRole.LEADER: "审核组长",
    TeamRole.AUDITOR: "审核员",
    TeamRole.TRAINEE: "实习审核员",
    TeamRole.EXPERT: "技术专家",
}
ATTENDEE_ROLES: Final = {
    AttendeeRole.TOP_MANAGER: "最高管理者",
    AttendeeRole.OHS_REPRESENTATIVE: "职业健康安全代表",
    AttendeeRole.DEPARTMENT_HEAD: "部门负责人",
    AttendeeRole.WORKER: "员工代表",
    AttendeeRole.OTHER: "其他人员",
    AttendeeRole.LEADER: "审核组长",
    AttendeeRole.AUDITOR: "审核员",
    AttendeeRole.EXPERT: "技术专家",
    AttendeeRole.TRAINEE: "实习审核员",
}
MEETINGS: Final = {MeetingKind.OPENING: "首次会议", MeetingKind.CLOSING: "末次会议"}
GRADES: Final = {Grade.MAJOR: "严重不符合", Grade.MINOR: "轻微不符合"}
READINESS: Final = {
    Readiness.READY: "具备实施二阶段审核的条件",
    Readiness.READY_WITH_POINTS: "可以实施二阶段审核，但须先解决所列问题",
    Readiness.NOT_READY: "不具备实施二阶段审核的条件",
}
RECOMMENDATIONS: Final = {
    Recommendation.GRANT: "推荐认证注册",
    Recommendation.GRANT_AFTER_CLOSURE: "不符合项整改并经验证后，推荐认证注册",
    Recommendation.REFUSE: "不推荐认证注册",
    Recommendation.KEEP: "建议保持认证资格",
    Recommendation.SUSPEND: "建议暂停认证资格",
    Recommendation.WITHDRAW: "建议撤销认证资格",
}
NC_STATES: Final = {
    NcState.DRAFT: "草稿",
    NcState.ISSUED: "已开具",
    NcState.PLAN_SUBMITTED: "整改计划已提交",
    NcState.PLAN_ACCEPTED: "整改计划已接受",
    NcState.EVIDENCE_SUBMITTED: "整改证据已提交",
    NcState.VERIFIED: "已验证",
    NcState.CLOSED: "已关闭",
}
_VERDICTS: Final = {
    Verdict.CONFORMING: Pill(text="符合", tone=Tone.GOOD),
    Verdict.OBSERVATION: Pill(text="观察项", tone=Tone.NOTICE),
    Verdict.MINOR: Pill(text="轻微不符合", tone=Tone.WARNING),
    Verdict.MAJOR: Pill(text="严重不符合", tone=Tone.BAD),
    Verdict.NOT_APPLICABLE: Pill(text="不适用", tone=Tone.MUTED),
}
_PENDING: Final = Pill(text="待查", tone=Tone.MUTED)
_RISKS: Final = {"high": "高", "medium": "中", "low": "低"}


def verdict_pill(verdict: Verdict | None) -> Pill:
    """The verdict as a coloured word; none yet is said too."""
    return _PENDING if verdict is None else _VERDICTS[verdict]


def grade_pill(grade: Grade) -> Pill:
    """How grave, in two characters."""
    if grade is Grade.MAJOR:
        return Pill(text="严重", tone=Tone.BAD)
    return Pill(text="轻微", tone=Tone.WARNING)


def risk(risk_class: str) -> str:
    """`high` -> 高; what a body calls otherwise stays as it is."""
    return _RISKS.get(risk_class, risk_class)


def day(moment: date | datetime | None) -> str:
    """2026-11-20, in Chinese time."""
    if isinstance(moment, datetime):
        moment = moment.astimezone(BEIJING).date()
    return moment.isoformat() if moment else NONE


def clock(moment: datetime | None) -> str:
    """09:05, in Chinese time."""
    return moment.astimezone(BEIJING).strftime("%H:%M") if moment else NONE


def minute(moment: datetime | None) -> str:
    """2026-11-20 09:05, in Chinese time."""
    return f"{day(moment)} {clock(moment)}" if moment else NONE


def days(first: date, last: date) -> str:
    """`2026-11-18` or `2026-11-18 至 2026-11-20`."""
    return day(first) if first == last else f"{day(first)} 至 {day(last)}"


def listed(words: Iterable[str]) -> str:
    """`甲、乙、丙`, without empty ones."""
    return "、".join(word for word in words if word) or NONE


def taken(evidence: Evidence) -> str:
    """When a photo says it was taken, as the camera wrote it."""
    return evidence.taken_at.removesuffix("+08:00").replace("T", " ") or "无拍摄时间"


def whereabouts(evidence: Evidence) -> str:
    """Where a photo was taken: position as the camera wrote it, beside the place as told."""
    position = f"{evidence.latitude},\u00a0{evidence.longitude}" if evidence.latitude else ""
    return "  ".join(part for part in (evidence.location, position) if part) or "无位置信息"


def short_hash(sha256: str) -> str:
    """The first and last digits of a fingerprint."""
    return f"{sha256[:8]}…{sha256[-4:]}" if sha256 else NONE


def visit_title(visit: Visit) -> str:
    """What the visit is, and how it is held."""
    return f"{VISIT_KINDS[visit.kind]}（{PLACES[visit.place]}）"
