"""The states of an audit in a row: done, now, later."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets import drawing
from ui.widgets.painted import PaintedButton


class Progress(StrEnum):
    """Where a step stands."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One state: its name, one line of facts, and where it stands."""

    key: str
    title: str
    fact: str = ""
    progress: Progress = Progress.LATER


class StepButton(PaintedButton):
    """Enter on a done step shows its record; on a later one what it still needs."""

    focus_radius = 8.0

    def __init__(self, step: Step, number: int, *, is_last: bool) -> None:
        super().__init__(step.title)
        self.step, self._number, self._is_last = step, number, is_last
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(f"{self._state_word()}，{step.fact}".rstrip("，"))
        self.setToolTip(f"{step.title}\n{step.fact}".strip())

    def sizeHint(self) -> QSize:
        """Disc, title and fact."""
        words = max(
            drawing.advance(self.step.title, drawing.STRONG),
            drawing.advance(self.step.fact, drawing.META),
        )
        return QSize(round(words) + theme.px(58), theme.px(50))

    def minimumSizeHint(self) -> QSize:
        """The fact may be cut, the title not."""
        words = drawing.advance(self.step.title, drawing.STRONG)
        return QSize(round(words) + theme.px(52), theme.px(50))

    def _state_word(self) -> str:
        return {
            Progress.DONE: self.tr("已完成"),
            Progress.NOW: self.tr("进行中"),
            Progress.LATER: self.tr("未开始"),
        }[self.step.progress]

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        is_now = self.step.progress is Progress.NOW
        if is_now:
            drawing.box(painter, rect, fill="surface", border="accent", radius=8, width=1.5)
        elif self.is_hot:
            drawing.box(painter, rect, fill="hover", radius=8)
        middle = rect.center().y()
        self._draw_disc(painter, QPointF(theme.px(23), middle))
        left = theme.px(46)
        room = QRectF(left, middle - theme.px(20), rect.width() - left - theme.px(6), theme.px(20))
        is_later = self.step.progress is Progress.LATER
        title = drawing.STRONG.colored("accent") if is_now else drawing.STRONG
        if is_later:
            title = drawing.BODY.colored("ink2")
        drawing.write(painter, room, self.step.title, title)
        if not self._is_last and not is_now:
            start = left + drawing.advance(self.step.title, title) + theme.px(10)
            painter.setPen(QPen(theme.color("line2"), 1.5))
            end = QPointF(rect.right() - theme.px(8), room.center().y())
            if end.x() > start:
                painter.drawLine(QPointF(start, room.center().y()), end)
        fact = drawing.META.colored("ink2")
        drawing.write(painter, room.translated(0, theme.px(20)), self.step.fact, fact)

    def _draw_disc(self, painter: QPainter, center: QPointF) -> None:
        radius = theme.px(13)
        progress = self.step.progress
        fill, edge, word = {
            Progress.DONE: ("ok_soft", None, "ok"),
            Progress.NOW: ("accent", None, "on_accent"),
            Progress.LATER: ("surface", "control", "ink2"),
        }[progress]
        painter.setPen(QPen(theme.color(edge), 1.5) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(fill))
        painter.drawEllipse(center, radius, radius)
        if progress is Progress.DONE:
            drawing.glyph(painter, "check", word, center, size=16)
            return
        rect = QRectF(0, 0, radius * 2, radius * 2)
        rect.moveCenter(center)
        kind = drawing.Type(13, word, bold=progress is Progress.NOW)
        drawing.write(painter, rect, str(self._number), kind, align=drawing.CENTER)


class Stepper(QWidget):
    """The whole row on a sunken ground; `asked` carries the key of the step pressed."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("审核进程"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*[theme.px(8), theme.px(5)] * 2)
        self._row.setSpacing(theme.px(4))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show these states, first to last."""
        while (item := self._row.takeAt(0)) is not None:
            if old := item.widget():
                old.deleteLater()
        for number, step in enumerate(steps, start=1):
            button = StepButton(step, number, is_last=number == len(steps))
            button.clicked.connect(self._ask_sender)
            self._row.addWidget(button, button.sizeHint().width())

    def _ask_sender(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.asked.emit(button.step.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        drawing.smooth(painter)
        drawing.box(painter, QRectF(self.rect()), fill="sunken", radius=10)
        painter.end()
