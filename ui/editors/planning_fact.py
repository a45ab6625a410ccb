"""A fact of the application: what was declared, and what is true on site."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from auditor_app.domain import ApplicationFact
from ui import theme
from ui.editors.form import Form


class FactEditor(Form):
    """What the client declared."""

    def __init__(self, draft: ApplicationFact, *, is_new: bool) -> None:
        title = self.tr("添加申报的事实") if is_new else self.tr("修改申报的事实")
        super().__init__(title, icon="clipboard-list")
        self._draft = draft
        self.label = QComboBox()
        self.label.setEditable(True)
        self.label.addItems(
            [
                self.tr("有效人数"),
                self.tr("夜班人数"),
                self.tr("班次"),
                self.tr("固定场所"),
                self.tr("临时场所"),
                self.tr("认证范围"),
                self.tr("体系运行起始日"),
                self.tr("常驻承包商人数"),
                self.tr("在用特种设备"),
            ]
        )
        self.label.setCurrentText(draft.label)
        self.declared, self.unit = QLineEdit(draft.declared), QLineEdit(draft.unit.strip())
        self.unit.setPlaceholderText(self.tr("人、处、台；没有就空着"))
        self.add_field(self.tr("事实"), self.label)
        self.add_field(self.tr("申报值"), self.declared)
        self.add_field(self.tr("单位"), self.unit)
        self.finish(self.tr("添加") if is_new else self.tr("保存"))

    def record(self) -> ApplicationFact:
        """The fact as typed."""
        unit = self.unit.text().strip()
        label = self.label.currentText().strip()
        return replace(
            self._draft,
            key=self._draft.key or label,
            label=label,
            declared=self.declared.text().strip(),
            unit=f" {unit}" if unit else "",
        )

    def find_trouble(self) -> str:
        """A name and a value."""
        if not self.label.currentText().strip():
            return self.tr("请写明是哪一项事实。")
        return "" if self.declared.text().strip() else self.tr("请填写申报值。")


class ConfirmFact(Form):
    """What was seen on site, on what that rests, what follows from it."""

    edit_asked = Signal()
    remove_asked = Signal()

    def __init__(self, fact: ApplicationFact) -> None:
        super().__init__(
            self.tr("现场确认：{fact}").format(fact=fact.label), icon="clipboard-check"
        )
        self._fact = fact
        declared = QLabel(self.tr("申报 {value}").format(value=f"{fact.declared}{fact.unit}"))
        theme.mark(declared, role="secondary")
        self.rows.addWidget(declared)
        self.value = QLineEdit(fact.confirmed or fact.declared)
        self.source = QLineEdit(fact.confirmed_source)
        self.source.setPlaceholderText(self.tr("查了什么文件、问了谁"))
        self.consequence = QLineEdit(fact.consequence)
        self.consequence.setPlaceholderText(self.tr("与申报不同时，写明影响"))
        unit = fact.unit.strip()
        name = self.tr("现场的值（{unit}）").format(unit=unit) if unit else self.tr("现场的值")
        self.add_field(name, self.value)
        self.add_field(self.tr("依据"), self.source)
        self.add_field(self.tr("影响"), self.consequence)
        for word, signal in (
            (self.tr("修改申报值…"), self.edit_asked),
            (self.tr("删除这一项…"), self.remove_asked),
        ):
            link = QPushButton(word, autoDefault=False)
            theme.mark(link, kind="link", align="left")
            link.clicked.connect(self.reject)
            link.clicked.connect(signal)
            self.rows.addWidget(link)
        self.finish(self.tr("确认"))
        self.value.setFocus()
        self.value.selectAll()

    def result_of(self) -> tuple[str, str, str]:
        """Value, source, consequence."""
        return (
            self.value.text().strip(),
            self.source.text().strip(),
            self.consequence.text().strip(),
        )

    def find_trouble(self) -> str:
        """A value rests on something."""
        value, source, _ = self.result_of()
        if not value:
            return self.tr("请填写现场的值。")
        return "" if source else self.tr("请写明依据：看了什么文件，或问了谁。")
