"""What the planning panels share: a scrolling column of cards, and saying what to keep."""

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from auditor_app.domain import Record
from ui import theme
from ui.ask import Ask
from ui.editors.form import Form
from ui.editors.overview_file import AuditFile
from ui.widgets.cards import Card


class RecordForm(Protocol):
    """A dialog that turns what was typed into a record."""

    def record(self) -> Record: ...


class PlanningPanel(QScrollArea):
    """`kept(record, seen or None)`, `removed(record)`, `field_kept(noun, field, value)`.

    A noun is `audit`, `client` or `stage1`: the page reads it afresh before it changes the field.
    """

    kept = Signal(object, object)
    removed = Signal(object)
    field_kept = Signal(str, str, object)

    def __init__(self, name: str, ask: Ask) -> None:
        super().__init__()
        self.ask = ask
        self.file: AuditFile | None = None
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("role", "page")
        outer = QVBoxLayout(page)
        edge = theme.px(28)
        outer.setContentsMargins(edge, theme.px(16), edge, theme.px(16))
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.px(14))
        outer.addLayout(self.column)
        outer.addStretch(1)
        self.setWidget(page)

    def show_file(self, file: AuditFile) -> None:
        """Show another state of the audit; subclasses add their parts."""
        self.file = file

    def refuse(self, noun: str, field: str, words: str) -> bool:
        """A field could not be kept; whether it could be said beside the field."""
        del noun, field, words
        return False

    def flush(self) -> None:
        """Give out now what is being written."""

    def add_card(self, *widgets: QWidget, title: str = "") -> Card:
        """A card with these under each other."""
        card = Card()
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        card.body.setSpacing(theme.px(10))
        if title:
            heading = QLabel(title)
            theme.mark(heading, role="section")
            card.body.addWidget(heading)
        for widget in widgets:
            card.body.addWidget(widget)
        self.column.addWidget(card)
        return card

    def run(self, editor: RecordForm, seen: Record | None = None) -> None:
        """Show an editor; what it holds is given out when it was accepted."""
        if isinstance(editor, Form) and self.ask.finish(editor):
            self.kept.emit(editor.record(), seen)

    def ask_removal(self, record: Record, name: str) -> None:
        """Delete after a question."""
        question = self.tr("删除“{name}”？").format(name=name)
        detail = self.tr("从列表中去掉；日志中仍留有记录。")
        if self.ask.confirm(question, detail=detail, action=self.tr("删除"), is_risky=True):
            self.removed.emit(record)
