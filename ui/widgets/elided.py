"""A label that cuts its one line with an ellipsis and shows all of it as tool tip."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.widgets import drawing


class ElidedLabel(QLabel):
    """For names and titles of unknown length in a place of fixed width."""

    def __init__(
        self, text: str = "", *, kind: drawing.Type = drawing.BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        super().setText(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        """All of the text."""
        width = drawing.advance(self.text(), self._kind)
        return QSize(round(width + 1), round(self._kind.metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """Two or three characters."""
        return QSize(theme.px(40), round(self._kind.metrics.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much as fits."""
        painter = QPainter(self)
        drawing.write(painter, QRectF(self.rect()), self.text(), self._kind)
        painter.end()
