"""The line under an item: who recorded it and when, and the way on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from auditor_app.domain import BEIJING, Answer
from ui import theme
from ui.audit_words import clock, day
from ui.widgets import drawing
from ui.widgets.chips import IconOnly, KeyCap
from ui.widgets.elided import ElidedLabel


class DetailFoot(QWidget):
    """`finished` goes on to the next item, `postponed` leaves this one for later."""

    finished = Signal()
    postponed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.facts = ElidedLabel(kind=drawing.META.colored("ink2"), parent=self)
        self.later = QPushButton(self)
        self.next = QPushButton(self.tr("完成，下一项"), self)
        theme.mark(self.next, kind="primary")
        self.later.clicked.connect(self.postponed)
        self.next.clicked.connect(self.finished)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(28), theme.px(10), theme.px(20), theme.px(10))
        row.setSpacing(theme.px(8))
        row.addWidget(IconOnly("user", "ink3", 16))
        row.addWidget(self.facts, 1)
        row.addWidget(self.later)
        row.addWidget(self.next)
        row.addWidget(KeyCap("Ctrl ↵", self))

    def show_answer(self, answer: Answer, *, is_written: bool) -> None:
        """Say who wrote it and since when."""
        self.facts.setText(self._facts(answer) if is_written else self.tr("还没有记录"))
        self.later.setText(self.tr("取消稍后") if answer.is_postponed else self.tr("稍后再查"))

    def _facts(self, answer: Answer) -> str:
        made = answer.made_at.astimezone(BEIJING)
        when = f"{day(made.date())} {clock(answer.made_at)}"
        facts = [self.tr("{0} 记录").format(answer.made_by)] if answer.made_by else []
        facts.append(self.tr("{0} 起").format(when))
        if answer.interviewees:
            facts.append(self.tr("受访 {0}").format("、".join(answer.interviewees)))
        return " · ".join(facts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line that parts it from the item."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        painter.end()
