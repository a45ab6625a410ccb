"""The result of stage 1: readiness, conclusion, concerns, and what stage 2 must look at."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QRadioButton, QWidget

from auditor_app.domain import KeyAuditPoint, Readiness, VisitKind, now
from ui import theme
from ui.ask import Ask
from ui.editors.overview_file import AuditFile
from ui.editors.planning_fields import FieldSet
from ui.editors.planning_panel import PlanningPanel
from ui.editors.planning_table import PlanningTable
from ui.editors.planning_visit import KeyPointEditor
from ui.editors.planning_words import local_minute, readiness_word
from ui.models import Column


class Stage1Panel(PlanningPanel):
    """Every field keeps itself; what is not there yet is made with the first word."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(QCoreApplication.translate("Stage1Panel", "一阶段结果"), ask)
        self.choices = QButtonGroup(self)
        self.fields = FieldSet(columns=1)
        self.fields.add_paragraph("conclusion", self.tr("结论"), lines=3)
        self.fields.add_paragraph(
            "concerns", self.tr("须先解决的问题"), lines=3, hint=self.tr("没有就空着")
        )
        self.fields.kept.connect(self._keep)
        self.sent = QLabel(wordWrap=True)
        theme.mark(self.sent, role="secondary")
        self.send = QPushButton(self.tr("登记送达…"))
        self.send.clicked.connect(self._send)
        self._none = QLabel(self.tr("还没有安排一阶段。先在“审核计划”里安排访问。"))
        theme.mark(self._none, role="secondary")
        self.points = self._point_table()
        self.points.add_asked.connect(self._add)
        self.points.edit_asked.connect(self._edit)
        self.points.remove_asked.connect(self._remove)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sent, 1)
        row.addWidget(self.send)
        self._parts = (self._readiness(), self.fields, foot)
        self.add_card(self._none, *self._parts, title=self.tr("一阶段结果"))
        self.add_card(self.points)

    def show_file(self, file: AuditFile) -> None:
        """Fields being written are left alone."""
        super().show_file(file)
        visit, report = self.visit(), file.stage1
        self._none.setVisible(visit is None)
        for part in self._parts:
            part.setVisible(visit is not None)
        for button in self.choices.buttons():
            is_on = report is not None and button.property("value") == report.readiness
            with QSignalBlocker(button):
                button.setChecked(is_on)
            button.setEnabled(not file.is_over)
        self.fields.show_values(
            {
                "conclusion": report.conclusion if report else "",
                "concerns": report.concerns if report else "",
            }
        )
        self.fields.lock(is_locked=file.is_over)
        self.send.setVisible(not file.is_over)
        self.points.lock(is_locked=file.is_over or visit is None)
        self.points.show_records(file.key_points)
        self.sent.setText(self._sent_words(file))

    def visit(self) -> object:
        """The first stage, if it is planned."""
        visits = self.file.visits if self.file else ()
        return next((one for one in visits if one.kind is VisitKind.STAGE1), None)

    def refuse(self, noun: str, field: str, words: str) -> bool:
        """Say it under the field; the text stays."""
        return noun == "stage1" and self.fields.refuse(field, words)

    def flush(self) -> None:
        """Give out now what is being written."""
        self.fields.flush()

    def _readiness(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(18))
        self.choices.setExclusive(True)
        for readiness in Readiness:
            button = QRadioButton(readiness_word(readiness))
            button.setProperty("value", readiness)
            self.choices.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.choices.buttonClicked.connect(self._choose)
        return box

    def _sent_words(self, file: AuditFile) -> str:
        report = file.stage1
        if report is None or report.sent_at is None:
            return self.tr("结果还没有书面送达受审核方。")
        words = self.tr("已于 {when} 送达，接收人 {name}")
        return words.format(when=local_minute(report.sent_at), name=report.received_by or "—")

    def _point_table(self) -> PlanningTable[KeyAuditPoint]:
        columns: list[tuple[Column[KeyAuditPoint], int]] = [
            (Column(title=self.tr("看什么"), text=lambda one: one.title), 0),
            (Column(title=self.tr("为什么"), text=lambda one: one.why), 0),
            (Column(title=self.tr("条款"), text=lambda one: " ".join(one.clauses)), 130),
            (Column(title=self.tr("部门"), text=lambda one: one.department), 150),
        ]
        return PlanningTable(
            self.tr("重要审核点"),
            columns,
            empty=self.tr("还没有。一阶段看到的要害之处记在这里，二阶段逐一现场验证。"),
            add=self.tr("添加审核点"),
        )

    def _choose(self, button: QRadioButton) -> None:
        self.field_kept.emit("stage1", "readiness", button.property("value"))

    def _keep(self, field: str, value: object) -> None:
        self.field_kept.emit("stage1", field, value)

    def _send(self) -> None:
        name = self.ask.text(self.tr("登记送达"), label=self.tr("受审核方接收人"))
        if name:
            self.field_kept.emit("stage1", "received_by", name)
            self.field_kept.emit("stage1", "sent_at", now())

    def _add(self) -> None:
        visits = self.file.visits if self.file else ()
        visit = next((one for one in visits if one.kind is VisitKind.STAGE1), None)
        if visit is not None:
            draft = KeyAuditPoint(audit_id=visit.audit_id, visit_id=visit.id, title="")
            self.run(KeyPointEditor(draft, is_new=True))

    def _edit(self, point: KeyAuditPoint) -> None:
        self.run(KeyPointEditor(point, is_new=False), point)

    def _remove(self, point: KeyAuditPoint) -> None:
        self.ask_removal(point, point.title)
