"""The whole window turned to the signer opposite: name, pad and three large buttons."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTouchEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from auditor_app.domain import Stroke
from ui import theme
from ui.tasks import Pause
from ui.widgets import drawing
from ui.widgets.painted import PaintedButton
from ui.widgets.signature_pad import SignaturePad

BUTTON_HEIGHT = 56
HOLD_MS = 800
TWO = 2


class TurnedLabel(QLabel):
    """A line that is upright for who sits opposite."""

    def __init__(self, text: str, kind: drawing.Type) -> None:
        super().__init__(text)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        width = drawing.advance(self.text(), self._kind)
        return QSize(round(width), round(self._kind.metrics.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Upside down."""
        painter = QPainter(self)
        _turn(painter, self)
        rect = QRectF(self.rect())
        drawing.write(painter, rect, self.text(), self._kind, align=drawing.CENTER)
        painter.end()


class TurnedButton(PaintedButton):
    """A large button, upright for who sits opposite."""

    focus_radius = 10.0

    def __init__(self, word: str, icon: str, *, is_primary: bool = False) -> None:
        super().__init__(word)
        self._icon, self._is_primary = icon, is_primary
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Large enough for any finger."""
        return QSize(theme.px(180), theme.px(BUTTON_HEIGHT))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        painter.save()
        _turn(painter, self)
        fill, border, ink = ("surface", "control", "ink")
        if self._is_primary:
            fill, border, ink = ("accent", "accent", "on_accent")
        drawing.box(painter, rect, fill=fill, border=border, radius=10)
        kind = drawing.Type(16, ink, bold=True)
        width = drawing.advance(self.text(), kind) + theme.px(30)
        room = QRectF(rect)
        room.setLeft(rect.center().x() - width / 2)
        spot = room.center()
        spot.setX(room.left() + theme.px(10))
        drawing.glyph(painter, self._icon, ink, spot, size=20)
        room.setLeft(room.left() + theme.px(30))
        drawing.write(painter, room, self.text(), kind)
        painter.restore()


class TurnedDesk(QFrame):
    """Covers `window`, so that nothing of the audit can be read meanwhile.

    `confirmed` carries strokes; `left` follows Esc or two fingers held down: the strokes so far
    are still on the pad then.
    """

    confirmed = Signal(object)
    left = Signal()

    def __init__(self, window: QWidget, *, name: str, line: str) -> None:
        super().__init__(window)
        theme.mark(self, role="page")
        self.setAutoFillBackground(True)
        self.pad = SignaturePad(self)
        self.pad.turn(is_turned=True)
        self.pad.confirmed.connect(self.confirmed)
        self.pad.clear_asked.connect(self.pad.clear)
        self.pad.installEventFilter(self)
        self._holding = Pause(self, self._leave_if_held, ms=HOLD_MS)
        self._fingers = 0
        self._build(name, line)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.setAccessibleName(self.tr("请签名：{name}").format(name=name))
        self.raise_()
        self.show()
        self.pad.setFocus()

    def strokes(self) -> tuple[Stroke, ...]:
        """What has been written."""
        return self.pad.strokes()

    def put_away(self) -> None:
        """Give the window back to the auditor."""
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _build(self, name: str, line: str) -> None:
        """From the auditor's side the buttons are above and the name is below."""
        self.clear = TurnedButton(self.tr("清除"), "eraser")
        self.clear.clicked.connect(self.pad.clear)
        self.undo = TurnedButton(self.tr("撤销一笔"), "undo-2")
        self.undo.clicked.connect(self.pad.undo)
        self.done = TurnedButton(self.tr("确认"), "check", is_primary=True)
        self.done.clicked.connect(self.pad.confirm)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        for button in (self.done, self.undo, self.clear):
            row.addWidget(button)
        edge = theme.px(40)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px(18))
        column.addLayout(row)
        column.addWidget(self.pad, 1)
        column.addWidget(TurnedLabel(line, drawing.Type(14, "ink2")))
        column.addWidget(TurnedLabel(name, drawing.Type(26, "ink", bold=True)))

    def _leave_if_held(self) -> None:
        if self._fingers >= TWO:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; notice two fingers on the pad."""
        if watched is self.pad:
            return isinstance(event, QTouchEvent) and self._count_fingers(event)
        window = self.parentWidget()
        if event.type() == QEvent.Type.Resize and window is not None:
            self.setGeometry(window.rect())
        return super().eventFilter(watched, event)

    def _count_fingers(self, event: QTouchEvent) -> bool:
        is_over = event.type() in {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
        fingers = 0 if is_over else len(event.points())
        if fingers >= TWO and self._fingers < TWO:
            self._holding.restart()
        was_held, self._fingers = self._fingers >= TWO, fingers
        return fingers >= TWO or was_held

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is the auditor's way back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """An opaque ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("window"))
        painter.end()


def _turn(painter: QPainter, widget: QWidget) -> None:
    painter.translate(widget.width(), widget.height())
    painter.rotate(180)
