"""A panel over the window with a veil behind it: Esc or a click beside it puts it away."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import theme


class Overlay(QFrame):
    """Covers `window` while it is shown; focus goes back to where it was afterwards."""

    def __init__(self, window: QWidget, *, width: int) -> None:
        super().__init__(window)
        self.setProperty("role", "veil")
        self.panel = QFrame()
        self.panel.setProperty("role", "panel")
        self.panel.setMaximumWidth(theme.px(width))
        self.panel.setMinimumWidth(min(theme.px(width), window.width() - theme.px(40)))
        self.rows = QVBoxLayout(self.panel)
        self.rows.setContentsMargins(*(theme.px(10),) * 4)
        self.rows.setSpacing(theme.px(6))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(20), theme.px(70), theme.px(20), theme.px(40))
        outer.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._before = window.focusWidget()
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def put_away(self) -> None:
        """Close the panel and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            window = self.parentWidget()
            if window is not None:
                self.setGeometry(window.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.put_away()
