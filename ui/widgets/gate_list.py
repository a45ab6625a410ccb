"""What stands in the way: rows of 停, 警 and 注 with clause and the way there."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets import drawing
from ui.widgets.chips import ClauseTag, Pill
from ui.widgets.painted import PaintedButton

TAG_WIDTH = 104


class Weight(StrEnum):
    """Blocks, should be looked at, for information."""

    STOP = "stop"
    WARN = "warn"
    NOTE = "note"


LOOKS = {
    Weight.STOP: ("major", "circle-alert"),
    Weight.WARN: ("obs", "triangle-alert"),
    Weight.NOTE: ("accent", "info"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One thing: how heavy, what, on which clause it rests, and what its link is called."""

    key: str
    weight: Weight
    text: str
    clause: str = ""
    link: str = ""


class WeightPill(Pill):
    """停, 警 or 注."""

    def __init__(self, weight: Weight, parent: QWidget | None = None) -> None:
        word = {Weight.STOP: self.tr("停"), Weight.WARN: self.tr("警"), Weight.NOTE: self.tr("注")}
        tone, icon = LOOKS[weight]
        super().__init__(word[weight], tone, icon=icon, parent=parent)


class Link(PaintedButton):
    """A word in accent with ›: it jumps to the exact place."""

    focus_radius = 6.0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave ↑ and ↓ to the list: a button would walk to any neighbour."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Word and arrow."""
        width = drawing.advance(self.text(), drawing.SECONDARY_STRONG)
        return QSize(round(width) + theme.px(30), theme.px(26))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        if self.is_hot:
            drawing.box(painter, rect, fill="accent_soft", radius=6)
        color = "accent" if self.isEnabled() else "control"
        kind = drawing.SECONDARY_STRONG.colored(color)
        room = rect.adjusted(theme.px(4), 0, -theme.px(22), 0)
        drawing.write(painter, room, self.text(), kind, align=drawing.RIGHT)
        spot = QPointF(rect.right() - theme.px(10), rect.center().y())
        drawing.glyph(painter, "chevron-right", color, spot, size=14)


class GateRow(QWidget):
    """One row; ↑ and ↓ walk the links, Enter follows."""

    def __init__(self, gate: Gate, parent: QWidget, *, is_last: bool) -> None:
        super().__init__(parent)
        self.gate, self.is_last = gate, is_last
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(2), 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(WeightPill(gate.weight, self))
        text = QLabel(gate.text, self)
        text.setWordWrap(True)
        row.addWidget(text, 1)
        self.tag = ClauseTag(gate.clause, self)
        self.tag.setMinimumWidth(theme.px(TAG_WIDTH))
        self.tag.setVisible(bool(gate.clause))
        row.addWidget(self.tag)
        self.link = Link(gate.link, self)
        self.link.setMinimumWidth(theme.px(TAG_WIDTH))
        self.link.setAccessibleName(f"{gate.link}：{gate.text}")
        self.link.setVisible(bool(gate.link))
        row.addWidget(self.link)
        self.setMinimumHeight(theme.px(40))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hair line under every row but the last."""
        if not self.is_last:
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
            painter.end()


class GateList(QWidget):
    """All rows, worst first as given; `followed` carries a gate's key, `clause_asked` a clause."""

    followed = Signal(str)
    clause_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[GateRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_gates(self, gates: tuple[Gate, ...]) -> None:
        """Show these in this order."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._rows = [GateRow(gate, self, is_last=gate is gates[-1]) for gate in gates]
        for row in self._rows:
            row.link.clicked.connect(self._follow_sender)
            row.tag.asked.connect(self.clause_asked)
            self._column.addWidget(row)

    def focus_first(self) -> None:
        """Put the focus on the first link."""
        if self._rows:
            self._rows[0].link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_sender(self) -> None:
        link = self.sender()
        for row in self._rows:
            if row.link is link:
                self.followed.emit(row.gate.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ and ↓ from link to link."""
        steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
        by = steps.get(event.key())
        here = next((n for n, row in enumerate(self._rows) if row.link.hasFocus()), None)
        if by is None or here is None:
            super().keyPressEvent(event)
            return
        there = min(max(here + by, 0), len(self._rows) - 1)
        self._rows[there].link.setFocus(Qt.FocusReason.OtherFocusReason)
