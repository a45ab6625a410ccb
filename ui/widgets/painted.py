"""A button that paints itself and still is a button to keyboard and screen reader."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.widgets import drawing


class PaintedButton(QAbstractButton):
    """Subclasses give `_draw` and `sizeHint`; role, focus and checked state come from Qt."""

    focus_radius = 8.0

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def is_hot(self) -> bool:
        """Whether the mouse is over it and it can be pressed."""
        return self.isEnabled() and self.underMouse()

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the control; the focus ring comes on top by itself."""

    def minimumSizeHint(self) -> QSize:
        """No smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw, then the ring."""
        painter = QPainter(self)
        drawing.smooth(painter)
        rect = QRectF(self.rect())
        self._draw(painter, rect)
        if self.hasFocus():
            drawing.ring(painter, rect, self.focus_radius)
        painter.end()
