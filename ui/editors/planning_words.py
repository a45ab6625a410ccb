"""The words of plan and team, and Chinese time, which is what plans are written in."""

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import BEIJING, PlanSlot, Readiness, SlotKind, TeamMember, TeamRole
from ui.audit_words import day


def local_day(moment: datetime) -> date:
    """The day in China."""
    return moment.astimezone(BEIJING).date()


def local_clock(moment: datetime) -> str:
    """09:05 in China."""
    return f"{moment.astimezone(BEIJING):%H:%M}"


def local_minute(moment: datetime) -> str:
    """2026-03-12 09:05 in China."""
    return f"{moment.astimezone(BEIJING):%Y-%m-%d %H:%M}"


def local_when(moment: datetime, today: date) -> str:
    """14:20 for a moment of today, otherwise 3 月 12 日 14:20."""
    that = local_day(moment)
    clock = local_clock(moment)
    return clock if that == today else f"{day(that)} {clock}"


def local_moment(that: date, clock: time) -> datetime:
    """A day and a time of day in China as one moment."""
    return datetime.combine(that, clock, tzinfo=BEIJING)


def weekday(that: date) -> str:
    """周四."""
    translate = QCoreApplication.translate
    return (
        translate("Words", "周一"),
        translate("Words", "周二"),
        translate("Words", "周三"),
        translate("Words", "周四"),
        translate("Words", "周五"),
        translate("Words", "周六"),
        translate("Words", "周日"),
    )[that.weekday()]


def slot_kind_word(kind: SlotKind) -> str:
    """What a slot of the plan is for."""
    translate = QCoreApplication.translate
    return {
        SlotKind.AUDIT: translate("Words", "审核"),
        SlotKind.OPENING: translate("Words", "首次会议"),
        SlotKind.CLOSING: translate("Words", "末次会议"),
        SlotKind.TEAM_MEETING: translate("Words", "审核组会议"),
    }[kind]


def slot_title(slot: PlanSlot) -> str:
    """What a slot is called in the list of a day."""
    if slot.kind is not SlotKind.AUDIT:
        note = slot.note.strip()
        return f"{slot_kind_word(slot.kind)} · {note}" if note else slot_kind_word(slot.kind)
    return " · ".join(part for part in (slot.department, slot.process) if part)


def readiness_word(readiness: Readiness) -> str:
    """What stage 1 says about stage 2."""
    translate = QCoreApplication.translate
    return {
        Readiness.READY: translate("Words", "具备二阶段条件"),
        Readiness.READY_WITH_POINTS: translate("Words", "解决所列问题后可进入二阶段"),
        Readiness.NOT_READY: translate("Words", "尚不具备二阶段条件"),
    }[readiness]


def team_line(team: Sequence[TeamMember]) -> str:
    """李敏（组长）等 3 人 · 专家 吴桐 · 实习 何雨; experts and trainees are not counted."""
    translate = QCoreApplication.translate
    parts = []
    counted = [one for one in team if one.role in {TeamRole.LEADER, TeamRole.AUDITOR}]
    leader = next((one for one in team if one.role is TeamRole.LEADER), None)
    if leader is not None and len(counted) > 1:
        words = translate("Words", "{name}（组长）等 {count} 人")
        parts.append(words.format(name=leader.name, count=len(counted)))
    elif leader is not None:
        parts.append(translate("Words", "{name}（组长）").format(name=leader.name))
    elif counted:
        parts.append("、".join(one.name for one in counted))
    for role, words in (
        (TeamRole.EXPERT, translate("Words", "专家 {names}")),
        (TeamRole.TRAINEE, translate("Words", "实习 {names}")),
    ):
        names = "、".join(one.name for one in team if one.role is role)
        if names:
            parts.append(words.format(names=names))
    return " · ".join(parts)
