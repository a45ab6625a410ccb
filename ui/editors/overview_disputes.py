"""Two versions of one field side by side: in which words they are shown and settled."""

from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from auditor_app.domain import Verdict
from auditor_app.vault import Candidate, Conflict
from ui import theme
from ui.editors.form import Form
from ui.editors.planning_words import local_minute
from ui.widgets.avatars import Avatars, Face
from ui.widgets.words import verdict_word

LONG = frozenset(
    {
        "note",
        "facts",
        "gap",
        "requirement",
        "cause",
        "correction",
        "corrective_action",
        "verification",
        "caption",
        "summary",
        "strengths",
        "deviations",
        "uncertainty",
        "conclusion",
        "concerns",
        "text",
        "reply",
        "why",
    }
)
"""Fields of prose, in which both versions can stand one under the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A conflict in words; `title` names the record, `field` what of it differs."""

    conflict: Conflict
    title: str
    field: str

    @property
    def may_keep_both(self) -> bool:
        """Whether the versions can be written one under the other."""
        values = [one.value for one in self.conflict.candidates]
        return self.conflict.field in LONG and all(isinstance(one, str) for one in values)

    def both(self) -> str:
        """All versions under each other."""
        return "\n".join(str(one.value) for one in self.conflict.candidates)


def entity_word(entity: str) -> str:
    """What kind of record."""
    translate = QCoreApplication.translate
    return {
        "answer": translate("Disputes", "检查表"),
        "nonconformity": translate("Disputes", "不符合项"),
        "evidence": translate("Disputes", "照片证据"),
        "attendance": translate("Disputes", "签到"),
        "agenda_mark": translate("Disputes", "会议议程"),
        "meeting": translate("Disputes", "会议"),
        "plan_slot": translate("Disputes", "审核计划"),
        "visit": translate("Disputes", "访问"),
        "team_member": translate("Disputes", "审核组"),
        "application_fact": translate("Disputes", "申报与现场确认"),
        "key_audit_point": translate("Disputes", "重要审核点"),
        "stage1_report": translate("Disputes", "一阶段结果"),
        "audit_report": translate("Disputes", "审核报告"),
        "report_statement": translate("Disputes", "审核报告"),
        "audit": translate("Disputes", "审核"),
        "client": translate("Disputes", "受审核方"),
        "site": translate("Disputes", "场所"),
    }.get(entity, translate("Disputes", "记录"))


def field_word(field: str) -> str:
    """Which field; one that has no word of its own is 内容."""
    translate = QCoreApplication.translate
    return {
        "verdict": translate("Disputes", "结论"),
        "note": translate("Disputes", "审核记录"),
        "state": translate("Disputes", "状态"),
        "grade": translate("Disputes", "分级"),
        "facts": translate("Disputes", "不符合事实"),
        "gap": translate("Disputes", "差距"),
        "requirement": translate("Disputes", "要求"),
        "clause": translate("Disputes", "条款"),
        "department": translate("Disputes", "部门"),
        "caption": translate("Disputes", "照片说明"),
        "location": translate("Disputes", "地点"),
        "links": translate("Disputes", "关联"),
        "name": translate("Disputes", "姓名或名称"),
        "role": translate("Disputes", "身份"),
        "conclusion": translate("Disputes", "结论"),
        "summary": translate("Disputes", "总体概述"),
        "confirmed": translate("Disputes", "现场确认值"),
        "declared": translate("Disputes", "申报值"),
        "starts_at": translate("Disputes", "开始时间"),
        "ends_at": translate("Disputes", "结束时间"),
        "interviewees": translate("Disputes", "受访人"),
        "documents": translate("Disputes", "查阅的文件"),
        "due_on": translate("Disputes", "整改期限"),
        "scope": translate("Disputes", "认证范围"),
        "strokes": translate("Disputes", "签名"),
        "reply": translate("Disputes", "受审核方答复"),
        "deleted": translate("Disputes", "删除"),
    }.get(field) or _planning_word(field)


def _planning_word(field: str) -> str:
    translate = QCoreApplication.translate
    return {
        "confirmed_source": translate("Disputes", "确认的依据"),
        "consequence": translate("Disputes", "影响"),
        "objective": translate("Disputes", "审核目的"),
        "criteria": translate("Disputes", "审核准则"),
        "planned_days": translate("Disputes", "计划人日"),
        "on_site_days": translate("Disputes", "现场人日"),
        "risk_class": translate("Disputes", "风险等级"),
        "area_code": translate("Disputes", "专业代码"),
        "running_since": translate("Disputes", "体系运行起始日"),
        "first_day": translate("Disputes", "第一天"),
        "last_day": translate("Disputes", "最后一天"),
        "legal_address": translate("Disputes", "注册地址"),
        "credit_code": translate("Disputes", "统一社会信用代码"),
        "contact_name": translate("Disputes", "联系人"),
        "contact_phone": translate("Disputes", "联系电话"),
        "registration_number": translate("Disputes", "注册号"),
        "registration_until": translate("Disputes", "注册有效期"),
        "device_id": translate("Disputes", "设备"),
    }.get(field, translate("Disputes", "内容"))


def value_word(field: str, value: object) -> str:
    """A version's value as a person reads it."""
    translate = QCoreApplication.translate
    if value is None or value in ("", []):
        return translate("Disputes", "（空）")
    if isinstance(value, bool):
        return translate("Disputes", "是") if value else translate("Disputes", "否")
    if field == "verdict":
        return verdict_word(Verdict(str(value)))
    if isinstance(value, list):
        return _listed(value)
    return _moment(str(value))


def _listed(value: list[object]) -> str:
    if any(isinstance(one, list) for one in value):
        words = QCoreApplication.translate("Disputes", "手写笔迹，{count} 笔")
        return words.format(count=len(value))
    return "、".join(str(one) for one in value)


def _moment(text: str) -> str:
    """A time in Chinese time; any other text as it is."""
    if len(text) < len("2026-03-12T09:00") or text[10:11] != "T":
        return text
    try:
        return local_minute(datetime.fromisoformat(text))
    except ValueError:
        return text


def written_at(candidate: Candidate) -> str:
    """When a version was written."""
    return local_minute(datetime.fromtimestamp(candidate.at_ms / 1000, UTC))


def marked(text: str, other: str) -> str:
    """The text as HTML, with what the other version does not have on a soft red ground."""
    ground = theme.color("major_soft").name()
    parts = []
    for kind, start, end, _, _ in SequenceMatcher(None, text, other, autojunk=False).get_opcodes():
        words = escape(text[start:end]).replace("\n", "<br>")
        if kind != "equal" and words:
            words = f'<span style="background-color:{ground}"><b>{words}</b></span>'
        parts.append(words)
    return "".join(parts)


class VersionCard(QFrame):
    """One version: who, when, what; the part that differs from `other` is marked."""

    def __init__(
        self,
        candidate: Candidate,
        field: str,
        other: Candidate | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme.mark(self, role="sunken")
        face = Avatars(self, size=20)
        face.show_faces((Face(name=candidate.by),))
        who = QLabel(candidate.by, self)
        theme.mark(who, role="strong")
        when = QLabel(written_at(candidate), self)
        theme.mark(when, role="meta")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(face)
        head.addWidget(who)
        head.addStretch(1)
        head.addWidget(when)
        value = QLabel(self, wordWrap=True)
        words = value_word(field, candidate.value)
        value.setTextFormat(Qt.TextFormat.RichText)
        value.setText(marked(words, value_word(field, other.value) if other else words))
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(12), theme.px(10)) * 2)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(value)
        column.addStretch(1)


class SettleDialog(Form):
    """Which version holds; `chosen` is the value, once the dialog was accepted."""

    def __init__(self, dispute: Dispute) -> None:
        super().__init__(self.tr("两人记录不同"), icon="git-merge", width=720)
        self.chosen: object = None
        self._dispute = dispute
        self.choices: list[QPushButton] = []
        heading = QLabel(f"{dispute.title} · {dispute.field}", wordWrap=True)
        theme.mark(heading, role="secondary")
        self.rows.addWidget(heading)
        cards = QHBoxLayout()
        cards.setSpacing(theme.px(12))
        for number, candidate in enumerate(dispute.conflict.candidates):
            cards.addLayout(self._column(number, candidate), 1)
        self.rows.addLayout(cards)
        self.add_note(self.tr("选定的版本成为记录的内容；其他版本留在日志中，随时可查。"))
        foot = QHBoxLayout()
        if dispute.may_keep_both:
            both = QPushButton(self.tr("两版都写"), autoDefault=False)
            both.clicked.connect(self._take_both)
            QShortcut(QKeySequence("Alt+B"), self).activated.connect(self._take_both)
            both.setToolTip("Alt+B")
            foot.addWidget(both)
        foot.addStretch(1)
        back = QPushButton(self.tr("暂不裁定"), autoDefault=False)
        back.clicked.connect(self.reject)
        foot.addWidget(back)
        back.setFocus()
        self.rows.addSpacing(theme.px(4))
        self.rows.addLayout(foot)

    def _column(self, number: int, candidate: Candidate) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        all_ = self._dispute.conflict.candidates
        other = all_[1 if number == 0 else 0] if len(all_) > 1 else None
        column.addWidget(VersionCard(candidate, self._dispute.conflict.field, other), 1)
        words = self.tr("采用{name}的版本").format(name=candidate.by)
        button = QPushButton(words, autoDefault=False)
        theme.mark(button, kind="tonal")
        button.clicked.connect(lambda: self._take(number))
        keys = {0: "Alt+L", 1: "Alt+R"}.get(number, "")
        if keys:
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
            button.setToolTip(keys)
        self.choices.append(button)
        column.addWidget(button)
        return column

    def _take(self, number: int) -> None:
        self.chosen = self._dispute.conflict.candidates[number].value
        self.accept()

    def _take_both(self) -> None:
        self.chosen = self._dispute.both()
        self.accept()
