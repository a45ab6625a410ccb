"""Starting an audit: whose, under which rulebook, of what kind, and the first days on site."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QLineEdit

from auditor_app.domain import BEIJING, AuditKind, RecordId, Visit, VisitKind, now
from auditor_app.vault import NewAudit
from ui import theme
from ui.audit_words import kind_word, visit_word
from ui.editors.form import Form

RULEBOOKS = ("HCR", "TCC", "OYPX")
FIRST_VISIT = {
    AuditKind.INITIAL: VisitKind.STAGE1,
    AuditKind.SURVEILLANCE: VisitKind.SURVEILLANCE,
    AuditKind.RECERTIFICATION: VisitKind.RECERTIFICATION,
    AuditKind.SPECIAL: VisitKind.SPECIAL,
}


class NewAuditEditor(Form):
    """Asks what must be known to begin; the rest is filled in on the pages."""

    def __init__(self) -> None:
        super().__init__(self.tr("新建审核"), icon="file-plus", width=520)
        self.client, self.number = QLineEdit(), QLineEdit()
        self.scope, self.location = QLineEdit(), QLineEdit()
        self.location.setPlaceholderText(self.tr("审核实施的地址，写入报告"))
        self.client.setPlaceholderText(self.tr("营业执照上的全称"))
        self.rulebook, self.kind = QComboBox(), QComboBox()
        self.rulebook.addItems(RULEBOOKS)
        for kind in AuditKind:
            self.kind.addItem(kind_word(kind), kind)
        self.kind.currentIndexChanged.connect(self._name_visit)
        today = now().astimezone(BEIJING).date()
        self.first_day, self.last_day = _day(self.tr("第一天")), _day(self.tr("最后一天"))
        for edge in (self.first_day, self.last_day):
            edge.setDate(QDate(today.year, today.month, today.day))
        self.first_day.dateChanged.connect(self.last_day.setMinimumDate)
        self._visit = QLabel()
        self._visit.setProperty("role", "secondary")
        self.add_field(self.tr("受审核方"), self.client)
        self.add_field(self.tr("审核编号"), self.number)
        pair = QHBoxLayout()
        pair.setSpacing(theme.px(10))
        for name, field in ((self.tr("规则"), self.rulebook), (self.tr("类型"), self.kind)):
            field.setAccessibleName(name)
            pair.addWidget(_word(name))
            pair.addWidget(field, 1)
        self.rows.addSpacing(theme.px(4))
        self.rows.addLayout(pair)
        self.add_field(self.tr("认证范围"), self.scope)
        self._add_days()
        self.add_note(self.tr("规则按现在随程序发布的版次固定，以后换版不影响这次审核。"))
        self.finish(self.tr("新建审核"))
        self._name_visit()
        self.client.setFocus()

    def audit(self) -> NewAudit:
        """The audit as typed."""
        return NewAudit(
            number=self.number.text().strip(),
            kind=AuditKind(self.kind.currentData()),
            rulebook=self.rulebook.currentText(),
            client=self.client.text().strip(),
            scope=self.scope.text().strip(),
        )

    def visit(self, audit_id: RecordId) -> Visit:
        """The first visit of the audit that was started."""
        return Visit(
            audit_id=audit_id,
            kind=FIRST_VISIT[AuditKind(self.kind.currentData())],
            first_day=_date(self.first_day),
            last_day=_date(self.last_day),
            location=self.location.text().strip(),
        )

    def find_trouble(self) -> str:
        """An audit has a client and a number."""
        if not self.client.text().strip():
            return self.tr("请填写受审核方。")
        if not self.number.text().strip():
            return self.tr("请填写审核编号。")
        return ""

    def _add_days(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self._visit)
        row.addWidget(self.first_day, 1)
        row.addWidget(_word(self.tr("至")))
        row.addWidget(self.last_day, 1)
        self.rows.addSpacing(theme.px(4))
        self.rows.addLayout(row)
        self.add_field(self.tr("地点"), self.location)

    def _name_visit(self) -> None:
        visit = FIRST_VISIT[AuditKind(self.kind.currentData())]
        self._visit.setText(self.tr("{visit}日期").format(visit=visit_word(visit)))


def _day(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setAccessibleName(name)
    return field


def _date(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())


def _word(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "secondary")
    return label
