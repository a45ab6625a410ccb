"""The words for an audit's kind, state, visits and team, and how days are written."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import BEIJING, AuditKind, AuditState, TeamRole, Visit, VisitKind

ENDED = frozenset(
    {AuditState.SUBMITTED, AuditState.TERMINATED, AuditState.CERTIFIED, AuditState.REFUSED}
)
"""The states in which nothing is to be done in the field any more."""


def kind_word(kind: AuditKind) -> str:
    """Why the audit is held."""
    translate = QCoreApplication.translate
    return {
        AuditKind.INITIAL: translate("Words", "初次认证"),
        AuditKind.SURVEILLANCE: translate("Words", "监督审核"),
        AuditKind.RECERTIFICATION: translate("Words", "再认证"),
        AuditKind.SPECIAL: translate("Words", "特殊审核"),
    }[kind]


def state_word(state: AuditState) -> str:
    """How far the audit has come."""
    translate = QCoreApplication.translate
    return {
        AuditState.PLANNING: translate("Words", "策划中"),
        AuditState.STAGE1: translate("Words", "一阶段"),
        AuditState.STAGE2: translate("Words", "现场审核"),
        AuditState.FOLLOW_UP: translate("Words", "整改跟踪"),
        AuditState.REPORTING: translate("Words", "编写报告"),
        AuditState.SUBMITTED: translate("Words", "已交办公室"),
        AuditState.TERMINATED: translate("Words", "已终止"),
        AuditState.CERTIFIED: translate("Words", "已发证"),
        AuditState.REFUSED: translate("Words", "不予认证"),
    }[state]


def state_tone(state: AuditState) -> str:
    """The colour family of a state's pill."""
    return {
        AuditState.PLANNING: "na",
        AuditState.SUBMITTED: "ok",
        AuditState.CERTIFIED: "ok",
        AuditState.FOLLOW_UP: "minor",
        AuditState.TERMINATED: "na",
        AuditState.REFUSED: "major",
    }.get(state, "accent")


def visit_word(kind: VisitKind) -> str:
    """What a visit is held for."""
    translate = QCoreApplication.translate
    return {
        VisitKind.STAGE1: translate("Words", "一阶段"),
        VisitKind.STAGE2: translate("Words", "二阶段"),
        VisitKind.SURVEILLANCE: translate("Words", "监督审核"),
        VisitKind.RECERTIFICATION: translate("Words", "再认证"),
        VisitKind.NC_FOLLOW_UP: translate("Words", "不符合跟踪"),
        VisitKind.SPECIAL: translate("Words", "特殊审核"),
    }[kind]


def team_role_word(role: TeamRole) -> str:
    """A person's part in the team."""
    translate = QCoreApplication.translate
    return {
        TeamRole.LEADER: translate("Words", "审核组长"),
        TeamRole.AUDITOR: translate("Words", "审核员"),
        TeamRole.TRAINEE: translate("Words", "实习审核员"),
        TeamRole.EXPERT: translate("Words", "技术专家"),
    }[role]


def clock(moment: datetime) -> str:
    """A time of day in Beijing, such as 14:32."""
    return f"{moment.astimezone(BEIJING):%H:%M}"


def day(moment: date) -> str:
    """A day as the screen writes it: 3 月 12 日."""
    words = QCoreApplication.translate("Words", "{month} 月 {day} 日")
    return words.format(month=moment.month, day=moment.day)


def span(first: date, last: date) -> str:
    """Days from first to last: 2026-03-11 至 03-13; the year once if it is the same."""
    if first == last:
        return first.isoformat()
    until = last.isoformat() if first.year != last.year else f"{last:%m-%d}"
    words = QCoreApplication.translate("Words", "{first} 至 {last}")
    return words.format(first=first.isoformat(), last=until)


def visit_line(visits: Sequence[Visit], today: date) -> str:
    """The visit going on and its day, such as 二阶段 · 第 2/3 天; empty between visits."""
    for visit in visits:
        if visit.first_day <= today <= visit.last_day:
            words = QCoreApplication.translate("Words", "{visit} · 第 {day}/{days} 天")
            return words.format(
                visit=visit_word(visit.kind),
                day=(today - visit.first_day).days + 1,
                days=(visit.last_day - visit.first_day).days + 1,
            )
    return ""
