"""A slot of the plan: when, where, which clauses, who."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from auditor_app.domain import BEIJING, PlanSlot, RecordId, Site, SlotKind, TeamMember, Visit
from ui import theme
from ui.audit_words import span
from ui.editors.form import Form
from ui.editors.planning_dates import ClockField, DayField
from ui.editors.planning_visit import split_clauses
from ui.editors.planning_words import local_moment, slot_kind_word
from ui.widgets.flow import FlowLayout


class SlotEditor(Form):
    """Times are Chinese time; a slot for a meeting needs neither department nor clauses."""

    def __init__(
        self,
        draft: PlanSlot,
        visit: Visit,
        *,
        team: tuple[TeamMember, ...],
        sites: tuple[Site, ...],
        is_new: bool,
    ) -> None:
        title = self.tr("添加日程") if is_new else self.tr("修改日程")
        super().__init__(title, icon="calendar-clock", width=560)
        self._draft, self._visit = draft, visit
        start, end = draft.starts_at.astimezone(BEIJING), draft.ends_at.astimezone(BEIJING)
        self.kind = QComboBox()
        for kind in SlotKind:
            self.kind.addItem(slot_kind_word(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.day = DayField(start.date())
        self.start, self.end = ClockField(start.time()), ClockField(end.time())
        self.department, self.process = QLineEdit(draft.department), QLineEdit(draft.process)
        self.clauses = QLineEdit(" ".join(draft.clauses))
        self.clauses.setPlaceholderText(self.tr("标准条款，例如 8.1.2 8.2"))
        self.site = QComboBox()
        self.site.addItem(self.tr("未指定"), "")
        for one in sites:
            self.site.addItem(one.name, one.id)
        self.site.setCurrentIndex(max(self.site.findData(draft.site_id or ""), 0))
        self.note = QLineEdit(draft.note)
        self.people = {one.id: QCheckBox(one.name) for one in team}
        for ident, box in self.people.items():
            box.setChecked(ident in draft.member_ids)
        self._add_fields()
        self.finish(self.tr("添加") if is_new else self.tr("保存"))
        self.kind.currentIndexChanged.connect(self._show_needs)
        self._show_needs()

    def record(self) -> PlanSlot:
        """The slot as typed."""
        that = self.day.value() or self._visit.first_day
        is_audit = self.kind.currentData() == SlotKind.AUDIT
        site = str(self.site.currentData() or "")
        return replace(
            self._draft,
            kind=SlotKind(self.kind.currentData()),
            starts_at=local_moment(that, self.start.value()),
            ends_at=local_moment(that, self.end.value()),
            department=self.department.text().strip() if is_audit else "",
            process=self.process.text().strip() if is_audit else "",
            clauses=split_clauses(self.clauses.text()) if is_audit else (),
            member_ids=tuple(ident for ident, box in self.people.items() if box.isChecked()),
            site_id=RecordId(site) if site else None,
            note=self.note.text().strip(),
        )

    def find_trouble(self) -> str:
        """Within the visit, ends after it starts, an audit slot names a department."""
        slot = self.record()
        that = self.day.value() or self._visit.first_day
        if not self._visit.first_day <= that <= self._visit.last_day:
            days = span(self._visit.first_day, self._visit.last_day)
            return self.tr("日期不在这次访问之内（{days}）。").format(days=days)
        if slot.ends_at <= slot.starts_at:
            return self.tr("结束时间须晚于开始时间。")
        if slot.kind is SlotKind.AUDIT and not slot.department:
            return self.tr("请填写受审核的部门。")
        return ""

    def _show_needs(self) -> None:
        is_audit = self.kind.currentData() == SlotKind.AUDIT
        for field in (self.department, self.process, self.clauses):
            field.setEnabled(is_audit)

    def _add_fields(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(4))
        times = QWidget()
        row = QHBoxLayout(times)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.start, 1)
        row.addWidget(QLabel("–"))
        row.addWidget(self.end, 1)
        self.end.setAccessibleName(self.tr("结束时间"))
        fields: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("用途"), self.kind, self.kind),
            (self.tr("日期"), self.day, self.day),
            (self.tr("开始和结束时间"), times, self.start),
            (self.tr("场所"), self.site, self.site),
            (self.tr("部门"), self.department, self.department),
            (self.tr("过程或活动"), self.process, self.process),
            (self.tr("条款"), self.clauses, self.clauses),
            (self.tr("备注"), self.note, self.note),
        )
        for place, (word, shown, named) in enumerate(fields):
            line, column = divmod(place, 2)
            label = QLabel(word)
            theme.mark(label, role="secondary")
            named.setAccessibleName(word)
            grid.addWidget(label, line * 2, column)
            grid.addWidget(shown, line * 2 + 1, column)
            grid.setColumnStretch(column, 1)
        self.rows.addLayout(grid)
        self._add_people()

    def _add_people(self) -> None:
        label = QLabel(self.tr("审核员"))
        theme.mark(label, role="secondary")
        self.rows.addWidget(label)
        if not self.people:
            self.add_note(self.tr("审核组还没有人；先在“审核组”里添加。"))
            return
        box = QWidget()
        flow = FlowLayout(box, gap=theme.px(16))
        for each in self.people.values():
            flow.addWidget(each)
        policy = box.sizePolicy()
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        self.rows.addWidget(box)
