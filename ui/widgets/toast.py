"""A line at the foot that says what was done and lets it be undone for a while."""

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ui import theme
from ui.widgets import drawing
from ui.widgets.chips import IconOnly

UNDO_MILLISECONDS = 10_000


class Toast(QWidget):
    """`say` shows it; `undone` on 撤销, `gone` when the time is over or it was closed.

    Exactly one of the two follows every `say` that offered undo.
    """

    undone = Signal()
    gone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._undo = QPushButton(self.tr("撤销"), self)
        theme.mark(self._undo, kind="link")
        self._undo.clicked.connect(self._take_back)
        close = QToolButton(self)
        close.setAccessibleName(self.tr("关闭提示"))
        close.setToolTip(self.tr("关闭提示"))
        theme.dress(close, "x", "ink3", 16)
        close.clicked.connect(self._go)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._go)
        self._build(close)
        self.hide()

    def say(self, text: str, *, can_undo: bool = False, last: int = UNDO_MILLISECONDS) -> None:
        """Show a line for `last` milliseconds; an earlier one is gone at once."""
        if self._clock.isActive():
            self._go()
        self._words.setText(text)
        self._undo.setVisible(can_undo)
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._clock.start(last)

    def _build(self, close: QToolButton) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(10))
        row.addWidget(IconOnly("info", "accent", 16))
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        row.addWidget(close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _take_back(self) -> None:
        self._clock.stop()
        self.hide()
        self.undone.emit()

    def _go(self) -> None:
        self._clock.stop()
        self.hide()
        self.gone.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A bordered ground that stands off the sheet."""
        painter = QPainter(self)
        drawing.smooth(painter)
        drawing.box(painter, QRectF(self.rect()), fill="surface", border="control", radius=8)
        painter.end()
