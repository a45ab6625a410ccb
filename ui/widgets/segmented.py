"""A segmented control: a few exclusive views of one page."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets import drawing
from ui.widgets.painted import PaintedButton


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One view: `icon` is a mark such as the tick of a finished stage."""

    key: str
    word: str
    icon: str = ""
    tone: str = "ok"


class SegmentButton(PaintedButton):
    """White with a border when on, plain on the track when off."""

    focus_radius = 6.0

    def __init__(self, segment: Segment, parent: QWidget) -> None:
        super().__init__(segment.word, parent)
        self.segment = segment
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        """Bold word, so that nothing moves."""
        width = drawing.advance(self.text(), drawing.SECONDARY_STRONG)
        icon = theme.px(22) if self.segment.icon else 0
        return QSize(round(width) + icon + theme.px(28), theme.px(28))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        is_on = self.isChecked()
        if is_on:
            drawing.box(painter, rect, fill="surface", border="line2", radius=6)
        elif self.is_hot:
            drawing.box(painter, rect, fill="hover", radius=6)
        kind = drawing.SECONDARY_STRONG.colored("ink") if is_on else drawing.SECONDARY
        icon = theme.px(22) if self.segment.icon else 0
        width = drawing.advance(self.text(), kind) + icon
        room = QRectF(rect)
        room.setLeft(rect.center().x() - width / 2)
        if icon:
            spot = QPointF(room.left() + theme.px(8), rect.center().y())
            drawing.glyph(painter, self.segment.icon, self.segment.tone, spot, size=16)
        drawing.write(painter, room.adjusted(icon, 0, 0, 0), self.text(), kind)


class Segmented(QWidget):
    """Exclusive segments on a track; arrows move, `chosen` carries the key."""

    chosen = Signal(str)

    def __init__(self, segments: tuple[Segment, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[SegmentButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*[theme.px(3)] * 4)
        self._row.setSpacing(theme.px(2))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_segments(segments)

    def show_segments(self, segments: tuple[Segment, ...], chosen: str = "") -> None:
        """Show these; `chosen` (else what was chosen, else the first) is on."""
        keep = chosen or self.chosen_key()
        for old in self._buttons:
            self._row.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._buttons = [SegmentButton(segment, self) for segment in segments]
        for button in self._buttons:
            button.clicked.connect(self._tell_sender)
            self._row.addWidget(button)
        keys = [segment.key for segment in segments]
        if keys:
            self._buttons[keys.index(keep) if keep in keys else 0].setChecked(True)

    def choose(self, key: str) -> None:
        """Turn a segment on without telling."""
        for button in self._buttons:
            if button.segment.key == key:
                button.setChecked(True)

    def chosen_key(self) -> str:
        """The key of the segment that is on."""
        return next((each.segment.key for each in self._buttons if each.isChecked()), "")

    def _tell_sender(self) -> None:
        button = self.sender()
        if isinstance(button, SegmentButton):
            self.chosen.emit(button.segment.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → choose the neighbour."""
        steps = {int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Left): -1}
        by = steps.get(event.key())
        here = next((n for n, each in enumerate(self._buttons) if each.hasFocus()), None)
        if by is None or here is None or not 0 <= here + by < len(self._buttons):
            super().keyPressEvent(event)
            return
        self._buttons[here + by].setFocus(Qt.FocusReason.TabFocusReason)
        self._buttons[here + by].click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track."""
        painter = QPainter(self)
        drawing.smooth(painter)
        drawing.box(painter, QRectF(self.rect()), fill="window", border="line", radius=8)
        painter.end()
