"""The tray of a running import: how far, of how many, and a way to stop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui import theme
from ui.widgets import drawing
from ui.widgets.elided import ElidedLabel


class ImportTray(QFrame):
    """`cancelled` when no more files shall be taken in; those already kept stay."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.mark(self, role="active")
        self._words = QLabel(self)
        theme.mark(self._words, role="strong")
        self._name = ElidedLabel(kind=drawing.SECONDARY, parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.px(220))
        self.stop = QPushButton(self.tr("停止导入"), self)
        self.stop.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(12))
        row.addWidget(self._words)
        row.addWidget(self.bar)
        row.addWidget(self._name, 1)
        row.addWidget(self.stop)
        self.hide()

    def show_progress(self, done: int, total: int, name: str) -> None:
        """So many of so many; hidden when all are done."""
        self.setVisible(done < total)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self._words.setText(self.tr("正在导入 {done}/{total}").format(done=done, total=total))
        self._name.setText(name)
