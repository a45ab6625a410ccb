"""What a page shows when there is nothing yet: what it is, and the one thing to do."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets import drawing


class _Disc(QWidget):
    """The icon on a quiet disc."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon

    def sizeHint(self) -> QSize:
        """A disc of 64."""
        return QSize(theme.px(64), theme.px(64))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc, then icon."""
        painter = QPainter(self)
        drawing.smooth(painter)
        edge = theme.px(64)
        rect = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge)
        drawing.box(painter, rect, fill="accent_soft", radius=32)
        drawing.glyph(painter, self._icon, "accent", rect.center(), size=28)
        painter.end()


class EmptyState(QWidget):
    """Icon, one sentence, one line of help, at most one primary action (`wanted`)."""

    wanted = Signal()

    def __init__(self, icon: str, sentence: str, *, help_line: str = "", action: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        column.addWidget(_Disc(icon, self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(6))
        for text, role in ((sentence, "heading"), (help_line, "secondary")):
            if text:
                label = QLabel(text, self)
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                label.setWordWrap(True)
                theme.mark(label, role=role)
                column.addWidget(label)
        if action:
            button = QPushButton(action, self)
            theme.mark(button, kind="primary")
            button.clicked.connect(self.wanted)
            column.addSpacing(theme.px(8))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
