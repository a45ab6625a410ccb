"""Fields two people wrote differently: what it is about, both versions, and settling it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.editors.overview_card import TitledCard, clear, quiet_line
from ui.editors.overview_disputes import Dispute, VersionCard
from ui.widgets import drawing
from ui.widgets.elided import ElidedLabel
from ui.widgets.gate_list import Link, Weight, WeightPill


class Unequal(QWidget):
    """The ≠ between two versions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(theme.px(28), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A red sign on its soft disc."""
        painter = QPainter(self)
        drawing.smooth(painter)
        rect = self.rect().toRectF()
        drawing.box(painter, rect, fill="major_soft", radius=14)
        kind = drawing.Type(16, "major", bold=True)
        drawing.write(painter, rect, "≠", kind, align=drawing.CENTER)
        painter.end()


class ConflictsCard(TitledCard):
    """The first with both versions, the others in a line each; `asked` carries a `Dispute`."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, has_line=True)
        self.heading.setText(self.tr("两人记录不同"))
        self.column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(12))
        self.column.setSpacing(theme.px(8))
        self._disputes: tuple[Dispute, ...] = ()

    def show_disputes(self, disputes: tuple[Dispute, ...]) -> None:
        """Show all; none leaves one quiet line."""
        clear(self.column)
        self._disputes = disputes
        if not disputes:
            self.show_pill(self.tr("没有"), "ok", "circle-check")
            self.column.addWidget(quiet_line(self.tr("各人的记录之间没有矛盾之处。"), self))
            return
        self.show_pill(self.tr("停 {count}").format(count=len(disputes)), "major", "circle-alert")
        self.say(self.tr("由组长裁定；其他版本留痕"))
        self.column.addWidget(self._whole(disputes[0]))
        for number, dispute in enumerate(disputes[1:], start=1):
            self.column.addWidget(self._line(number, dispute))

    def focus_first(self) -> None:
        """Put the focus on the first to settle."""
        button = self.findChild(QPushButton, "settle")
        if isinstance(button, QPushButton):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _whole(self, dispute: Dispute) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(WeightPill(Weight.STOP, box))
        title = ElidedLabel(f"{dispute.title} · {dispute.field}", kind=drawing.STRONG, parent=box)
        head.addWidget(title, 1)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        pair = dispute.conflict.candidates[:2]
        for number, candidate in enumerate(pair):
            if number:
                row.addWidget(Unequal(box))
            card = VersionCard(candidate, dispute.conflict.field, pair[1 - number], box)
            row.addWidget(card, 1)
        column.addLayout(row)
        foot = QHBoxLayout()
        button = QPushButton(self.tr("裁定…"), box)
        button.setObjectName("settle")
        button.clicked.connect(self._ask_first)
        note = QLabel(self.tr("改动留痕，原值保留"), box)
        theme.mark(note, role="meta")
        foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(note)
        column.addLayout(foot)
        return box

    def _line(self, number: int, dispute: Dispute) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(WeightPill(Weight.STOP, box))
        row.addWidget(
            ElidedLabel(f"{dispute.title} · {dispute.field}", kind=drawing.BODY, parent=box), 1
        )
        link = Link(self.tr("比较两处"), box)
        link.setProperty("number", number)
        link.clicked.connect(self._ask_sender)
        row.addWidget(link)
        return box

    def _ask_first(self) -> None:
        self.asked.emit(self._disputes[0])

    def _ask_sender(self) -> None:
        link = self.sender()
        if isinstance(link, Link):
            self.asked.emit(self._disputes[int(link.property("number"))])
