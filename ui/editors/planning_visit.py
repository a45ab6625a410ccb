"""Dialogs around a visit: its days, the client's word on its plan, a site, a key audit point."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

from auditor_app.domain import (
    BEIJING,
    AuditKind,
    KeyAuditPoint,
    Place,
    PlanConfirmation,
    Site,
    Visit,
    VisitKind,
)
from ui import theme
from ui.audit_words import visit_word
from ui.editors.form import Form
from ui.editors.planning_dates import ClockField, DayField
from ui.editors.planning_words import local_moment

KINDS = {
    AuditKind.INITIAL: (VisitKind.STAGE1, VisitKind.STAGE2, VisitKind.NC_FOLLOW_UP),
    AuditKind.SURVEILLANCE: (VisitKind.SURVEILLANCE, VisitKind.NC_FOLLOW_UP),
    AuditKind.RECERTIFICATION: (
        VisitKind.STAGE1,
        VisitKind.RECERTIFICATION,
        VisitKind.NC_FOLLOW_UP,
    ),
    AuditKind.SPECIAL: (VisitKind.SPECIAL, VisitKind.NC_FOLLOW_UP),
}
"""The visits an audit of each kind can have."""


class VisitEditor(Form):
    """A visit's kind, days and place."""

    def __init__(self, draft: Visit, kind: AuditKind, *, is_new: bool) -> None:
        title = self.tr("安排访问") if is_new else self.tr("修改访问")
        super().__init__(title, icon="calendar-days")
        self._draft = draft
        self.kind = QComboBox()
        kinds = KINDS[kind] if draft.kind in KINDS[kind] else (*KINDS[kind], draft.kind)
        for one in kinds:
            self.kind.addItem(visit_word(one), one)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.first, self.last = DayField(draft.first_day), DayField(draft.last_day)
        self.first.dateChanged.connect(self._push_last)
        self.location = QLineEdit(draft.location)
        self.location.setPlaceholderText(self.tr("审核实施的地址，写入报告"))
        self.off_site = QCheckBox(self.tr("非现场实施"))
        self.off_site.setChecked(draft.place is Place.OFF_SITE)
        self.reason = QLineEdit(draft.off_site_reason)
        self.reason.setPlaceholderText(self.tr("为什么可以不到现场"))
        self.reason.setEnabled(self.off_site.isChecked())
        self.off_site.toggled.connect(self.reason.setEnabled)
        self.add_field(self.tr("类型"), self.kind)
        self.add_field(self.tr("第一天"), self.first)
        self.add_field(self.tr("最后一天"), self.last)
        self.add_field(self.tr("地点"), self.location)
        self.rows.addWidget(self.off_site)
        self.add_field(self.tr("非现场理由"), self.reason)
        self.finish(self.tr("安排") if is_new else self.tr("保存"))

    def record(self) -> Visit:
        """The visit as typed."""
        is_off = self.off_site.isChecked()
        return replace(
            self._draft,
            kind=VisitKind(self.kind.currentData()),
            first_day=self.first.value() or self._draft.first_day,
            last_day=self.last.value() or self._draft.last_day,
            location=self.location.text().strip(),
            place=Place.OFF_SITE if is_off else Place.ON_SITE,
            off_site_reason=self.reason.text().strip() if is_off else "",
        )

    def find_trouble(self) -> str:
        """Days in order; a visit that is not on site has a reason."""
        visit = self.record()
        if visit.last_day < visit.first_day:
            return self.tr("最后一天早于第一天。")
        if visit.last_day - visit.first_day > timedelta(days=60):
            return self.tr("一次访问不会超过 60 天，请检查日期。")
        if visit.place is Place.OFF_SITE and not visit.off_site_reason:
            return self.tr("非现场实施须写明理由。")
        return ""

    def _push_last(self) -> None:
        if self.last.date() < self.first.date():
            self.last.setDate(self.first.date())


class ConfirmationEditor(Form):
    """Who of the client agreed to the plan, when and how."""

    def __init__(self, draft: PlanConfirmation, *, visit: str, is_change: bool) -> None:
        super().__init__(self.tr("受审核方确认计划"), icon="calendar-check")
        self._draft = draft
        local = draft.confirmed_at.astimezone(BEIJING)
        self.who = QLineEdit(draft.confirmed_by)
        self.who.setPlaceholderText(self.tr("姓名（职务）"))
        self.day, self.clock = DayField(local.date()), ClockField(local.time())
        self.method = QComboBox()
        self.method.setEditable(True)
        self.method.addItems(
            [self.tr("邮件回复"), self.tr("书面盖章"), self.tr("当场商定"), self.tr("电话，已记录")]
        )
        self.method.setCurrentText(draft.method or self.tr("邮件回复"))
        self.change = QLineEdit(draft.change)
        self.change.setPlaceholderText(self.tr("计划有改动时，写明改了什么"))
        self.add_note(self.tr("{visit}的审核计划").format(visit=visit))
        self.add_field(self.tr("确认人"), self.who)
        self.add_field(self.tr("日期"), self.day)
        self.add_field(self.tr("时间"), self.clock)
        self.add_field(self.tr("方式"), self.method)
        self.add_field(self.tr("变更内容"), self.change)
        if is_change:
            self.add_note(self.tr("计划此前已确认过；这一次记为变更的确认。"))
        self.finish(self.tr("登记"))
        self.who.setFocus()

    def record(self) -> PlanConfirmation:
        """The confirmation as typed."""
        that = self.day.value() or self._draft.confirmed_at.astimezone(BEIJING).date()
        return replace(
            self._draft,
            confirmed_by=self.who.text().strip(),
            confirmed_at=local_moment(that, self.clock.value()),
            method=self.method.currentText().strip(),
            change=self.change.text().strip(),
        )

    def find_trouble(self) -> str:
        """Somebody confirmed it."""
        return "" if self.who.text().strip() else self.tr("请填写确认人。")


class SiteEditor(Form):
    """A place where the client works."""

    def __init__(self, draft: Site, *, is_new: bool) -> None:
        title = self.tr("添加场所") if is_new else self.tr("修改场所")
        super().__init__(title, icon="factory")
        self._draft = draft
        self.name, self.address = QLineEdit(draft.name), QLineEdit(draft.address)
        self.activities, self.shifts = QLineEdit(draft.activities), QLineEdit(draft.shifts)
        self.headcount = QSpinBox()
        # The style sheet's padding does not reach a field whose arrows are styled.
        self.headcount.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
        self.headcount.setRange(0, 1_000_000)
        self.headcount.setValue(draft.headcount)
        self.temporary = QCheckBox(self.tr("临时场所"))
        self.temporary.setChecked(draft.is_temporary)
        self.add_field(self.tr("名称"), self.name)
        self.add_field(self.tr("地址"), self.address)
        self.add_field(self.tr("活动"), self.activities)
        self.add_field(self.tr("人数"), self.headcount)
        self.add_field(self.tr("班次"), self.shifts)
        self.rows.addWidget(self.temporary)
        self.finish(self.tr("添加") if is_new else self.tr("保存"))
        self.name.setFocus()

    def record(self) -> Site:
        """The site as typed."""
        return replace(
            self._draft,
            name=self.name.text().strip(),
            address=self.address.text().strip(),
            activities=self.activities.text().strip(),
            headcount=self.headcount.value(),
            shifts=self.shifts.text().strip(),
            is_temporary=self.temporary.isChecked(),
        )

    def find_trouble(self) -> str:
        """A site has a name and an address."""
        if not self.name.text().strip():
            return self.tr("请填写名称。")
        return "" if self.address.text().strip() else self.tr("请填写地址。")


class KeyPointEditor(Form):
    """What stage 2 must look at, and why."""

    def __init__(self, draft: KeyAuditPoint, *, is_new: bool) -> None:
        title = self.tr("添加重要审核点") if is_new else self.tr("修改重要审核点")
        super().__init__(title, icon="flag")
        self._draft = draft
        self.title = QLineEdit(draft.title)
        self.why = QPlainTextEdit(draft.why)
        self.why.setTabChangesFocus(True)
        self.why.setMinimumHeight(theme.px(84))
        self.clauses = QLineEdit(" ".join(draft.clauses))
        self.clauses.setPlaceholderText(self.tr("例如 8.1.2 8.2"))
        self.department = QLineEdit(draft.department)
        self.add_field(self.tr("看什么"), self.title)
        self.add_field(self.tr("为什么"), self.why)
        self.add_field(self.tr("标准条款"), self.clauses)
        self.add_field(self.tr("部门"), self.department)
        self.finish(self.tr("添加") if is_new else self.tr("保存"))
        self.title.setFocus()

    def record(self) -> KeyAuditPoint:
        """The point as typed."""
        return replace(
            self._draft,
            title=self.title.text().strip(),
            why=self.why.toPlainText().strip(),
            clauses=split_clauses(self.clauses.text()),
            department=self.department.text().strip(),
        )

    def find_trouble(self) -> str:
        """A point says what to look at."""
        return "" if self.title.text().strip() else self.tr("请写明看什么。")


def split_clauses(text: str) -> tuple[str, ...]:
    """`8.1.2、8.2` or `8.1.2 8.2`: each clause once, in the order typed."""
    for sign in "，、；;,/\n\t":
        text = text.replace(sign, " ")
    return tuple(dict.fromkeys(text.split()))
