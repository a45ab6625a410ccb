"""The words the widgets share for the choices of the domain, ready translated."""

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import AttendeeRole, Grade, Verdict
from ui.widgets.checklist_rows import Branch, Row


def verdict_word(verdict: Verdict | None) -> str:
    """符合, 观察项 …; None is 待查."""
    translate = QCoreApplication.translate
    if verdict is None:
        return translate("Words", "待查")
    return {
        Verdict.CONFORMING: translate("Words", "符合"),
        Verdict.OBSERVATION: translate("Words", "观察项"),
        Verdict.MINOR: translate("Words", "轻微不符合"),
        Verdict.MAJOR: translate("Words", "严重不符合"),
        Verdict.NOT_APPLICABLE: translate("Words", "不适用"),
    }[verdict]


def grade_word(grade: Grade) -> str:
    """The short word on a grade's pill."""
    translate = QCoreApplication.translate
    return translate("Words", "严重") if grade is Grade.MAJOR else translate("Words", "轻微")


def role_word(role: AttendeeRole) -> str:
    """The word on an attendee's role chip."""
    translate = QCoreApplication.translate
    return {
        AttendeeRole.TOP_MANAGER: translate("Words", "最高管理者"),
        AttendeeRole.OHS_REPRESENTATIVE: translate("Words", "职业健康安全代表"),
        AttendeeRole.DEPARTMENT_HEAD: translate("Words", "职能部门负责人"),
        AttendeeRole.WORKER: translate("Words", "员工"),
        AttendeeRole.OTHER: translate("Words", "其他人员"),
        AttendeeRole.LEADER: translate("Words", "组长"),
        AttendeeRole.AUDITOR: translate("Words", "审核员"),
        AttendeeRole.EXPERT: translate("Words", "技术专家"),
        AttendeeRole.TRAINEE: translate("Words", "实习审核员"),
    }[role]


def spoken_row(row: Row) -> str:
    """What a screen reader says for a checklist item."""
    parts = [row.label or row.key, row.title, verdict_word(row.verdict)]
    if row.tag:
        parts.append(row.tag)
    if row.photos:
        parts.append(QCoreApplication.translate("Words", "%n 张照片", "", row.photos))
    return "，".join(parts)


def spoken_branch(branch: Branch) -> str:
    """What a screen reader says for a chapter or clause."""
    done = QCoreApplication.translate("Words", "已查 {0} / {1}").format(branch.done, branch.total)
    return f"{branch.number} {branch.title}，{done}".strip()
