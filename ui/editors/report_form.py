"""The leader's part of the report: fields that keep themselves, and what is still missing."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from auditor_app.rules.gates import Weight as PointWeight
from ui import theme
from ui.editors.overview_card import TitledCard, clear, quiet_line
from ui.editors.planning_fields import FieldSet
from ui.editors.planning_words import local_minute
from ui.editors.report_rows import (
    OWN_FIELDS,
    RECOMMENDATION,
    ReportFile,
    recommendation_word,
    recommendations,
)
from ui.widgets.gate_list import Gate, GateList, GateRow, Weight

FIELDS = ("summary", "strengths", "deviations", "uncertainty", "conclusion")


class ReportForm(QScrollArea):
    """`kept(field, value)`, `said(key, text)`, `lack_followed(key)` for what is not here."""

    kept = Signal(str, object)
    said = Signal(str, object)
    lack_followed = Signal(str)
    clause_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = ReportFile()
        self._demanded: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("组长填写的内容"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.state, self.words = TitledCard("", has_line=True), TitledCard("")
        self.gates = GateList()
        self.gates.followed.connect(self._follow)
        self.gates.clause_asked.connect(self.clause_asked)
        self._quiet = quiet_line("", self)
        self.state.column.addWidget(self.gates)
        self.state.column.addWidget(self._quiet)
        self.fields, self.statements = FieldSet(columns=1), FieldSet(columns=1)
        self.fields.kept.connect(self.kept)
        self.choices = QButtonGroup(self)
        self._choice_box = QVBoxLayout()
        self._more = TitledCard("")
        self._more.heading.setText(self.tr("规则要求的其他内容"))
        self._build()

    def show_file(self, file: ReportFile) -> None:
        """Fields being written are left alone."""
        self._file = file
        self._show_state(file)
        self._show_statements(file)
        self._show_choices(file)
        report = file.report
        if report is not None:
            self.fields.show_values({name: getattr(report, name) for name in FIELDS})
        self.statements.show_values(
            {one.key: file.statements.get(one.key, "") for one in file.told}
        )
        for part in (self.fields, self.statements):
            part.lock(is_locked=file.is_signed)

    def focus_key(self, key: str) -> bool:
        """Go to the field that answers a demand; False when it is answered on another page."""
        name = OWN_FIELDS.get(key, key)
        if name == RECOMMENDATION:
            self.choices.buttons()[0].setFocus()
            self.ensureWidgetVisible(self.choices.buttons()[0])
            return True
        for fields in (self.fields, self.statements):
            if fields.focus_field(name):
                self.ensureWidgetVisible(fields.field(name))
                return True
        return False

    def refuse(self, name: str, words: str) -> bool:
        """Say under a field that it could not be kept; its text stays."""
        return self.fields.refuse(name, words) or self.statements.refuse(name, words)

    def flush(self) -> None:
        """Give out now what is being written."""
        self.fields.flush()
        self.statements.flush()

    def _show_state(self, file: ReportFile) -> None:
        report, card = file.report, self.state
        card.heading.setText(self.tr("报告状态"))
        rows = tuple(
            Gate(
                key=str(number),
                weight=Weight(PointWeight.STOP),
                text=lack.title,
                clause=lack.clause,
                link=self.tr("去填写"),
            )
            for number, lack in enumerate(file.lacks)
        )
        self.gates.show_gates(rows)
        for row in self.gates.findChildren(GateRow):
            row.tag.setMinimumWidth(0)
            row.link.setMinimumWidth(theme.px(70))
            if layout := row.layout():
                layout.setContentsMargins(theme.px(2), theme.px(5), 0, theme.px(5))
        self.gates.setVisible(bool(rows))
        self._quiet.setVisible(not rows)
        if report is not None and report.signed_at is not None:
            card.show_pill(self.tr("已签署并锁定"), "ok", "lock")
            words = self.tr("{name} 于 {when} 签署，第 {version} 版。\n文件指纹 {code}")
            self._quiet.setText(
                words.format(
                    name=report.signed_by,
                    when=local_minute(report.signed_at),
                    version=report.version,
                    code=f"{report.pdf_sha256[:16]} …",
                )
            )
        elif rows:
            words = self.tr("缺 {count} 项").format(count=len(rows))
            card.show_pill(words, "major", "circle-alert")
        else:
            card.show_pill(self.tr("内容齐全"), "ok", "circle-check")
            self._quiet.setText(self.tr("规则要求的内容都有了，可以签署。"))

    def _show_statements(self, file: ReportFile) -> None:
        keys = tuple(one.key for one in file.told)
        self._more.setVisible(bool(keys))
        if keys == self._demanded:
            return
        self._demanded = keys
        clear(self._more.column)
        self.statements = FieldSet(columns=1)
        self.statements.kept.connect(self.said)
        for one in file.told:
            hint = one.hint
            if one.may_be_not_applicable:
                hint = self.tr("{hint}；没有时写“不适用”及理由").format(hint=hint)
            name = f"{one.title}  ·  {file.rulebook} {one.clause}"
            self.statements.add_paragraph(one.key, name, lines=3, note=hint)
        self._more.column.addWidget(self.statements)

    def _show_choices(self, file: ReportFile) -> None:
        options = recommendations(file.kind)
        if [one.property("value") for one in self.choices.buttons()] != list(options):
            clear(self._choice_box)
            for old in self.choices.buttons():
                self.choices.removeButton(old)
            for one in options:
                button = QRadioButton(recommendation_word(one))
                button.setProperty("value", one)
                self.choices.addButton(button)
                self._choice_box.addWidget(button)
        chosen = file.report.recommendation if file.report else None
        self.choices.setExclusive(chosen is not None)
        for each in self.choices.buttons():
            with QSignalBlocker(each):
                each.setChecked(each.property("value") == chosen)
            each.setEnabled(not file.is_signed)
        self.choices.setExclusive(True)

    def _follow(self, number: str) -> None:
        key = self._file.lacks[int(number)].key
        if not self.focus_key(key):
            self.lack_followed.emit(key)

    def _choose(self, button: QRadioButton) -> None:
        self.kept.emit(RECOMMENDATION, button.property("value"))

    def _build(self) -> None:
        self.words.heading.setText(self.tr("组长的意见"))
        names = {
            "summary": (self.tr("体系运行的总体评价"), 4),
            "strengths": (self.tr("有效之处"), 3),
            "deviations": (self.tr("与审核计划不一致之处"), 3),
            "uncertainty": (self.tr("影响结论的不确定因素"), 3),
            "conclusion": (self.tr("审核结论"), 3),
        }
        hints = {
            "deviations": self.tr("没有时写“无”；变更和缺席会自动列出"),
            "uncertainty": self.tr("抽样范围、未能看到的过程、证据的局限"),
        }
        for name, (word, lines) in names.items():
            self.fields.add_paragraph(name, word, lines=lines, hint=hints.get(name, ""))
        label = QLabel(self.tr("推荐意见"))
        theme.mark(label, role="secondary")
        self._choice_box.setSpacing(theme.px(4))
        self.choices.buttonClicked.connect(self._choose)
        self.words.column.setSpacing(theme.px(8))
        self.words.column.addWidget(self.fields)
        self.words.column.addWidget(label)
        self.words.column.addLayout(self._choice_box)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(20), theme.px(14), theme.px(14), theme.px(14))
        column.setSpacing(theme.px(12))
        for card in (self.state, self.words, self._more):
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(page)
