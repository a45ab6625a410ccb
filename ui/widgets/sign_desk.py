"""The signature pad with its buttons, and the way out for who cannot write."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from auditor_app.domain import Stroke
from ui import theme
from ui.widgets.chips import IconOnly, KeyCap
from ui.widgets.signature_pad import SignaturePad


class SignDesk(QWidget):
    """Pad, 清除, 撤销一笔, 确认; `typing_asked` when the person cannot write by hand."""

    confirmed = Signal(object)
    typing_asked = Signal()
    clear_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = SignaturePad(self)
        self.pad.confirmed.connect(self.confirmed)
        self.pad.clear_asked.connect(self.clear_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.pad, 1)
        column.addLayout(self._build_buttons())
        column.addLayout(self._build_notes())

    def strokes(self) -> tuple[Stroke, ...]:
        """The signature so far."""
        return self.pad.strokes()

    def clear(self) -> None:
        """Ready for the next person."""
        self.pad.clear()

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for icon, text, action in (
            ("eraser", self.tr("清除"), self.pad.ask_to_clear),
            ("undo-2", self.tr("撤销一笔"), self.pad.undo),
        ):
            button = QPushButton(text, self)
            theme.dress(button, icon)
            button.clicked.connect(action)
            row.addWidget(button)
        row.addStretch(1)
        confirm = QPushButton(self.tr("确认"), self)
        theme.mark(confirm, kind="primary")
        confirm.setMinimumWidth(theme.px(76))
        confirm.clicked.connect(self.pad.confirm)
        row.addWidget(confirm)
        row.addWidget(KeyCap("Enter", self))
        return row

    def _build_notes(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(0)
        lock = IconOnly("lock", "ink3", 16)
        note = QLabel(self.tr("确认后写入签到表，笔迹与时间一并封存"), self)
        theme.mark(note, role="meta")
        link = QPushButton(self.tr("无法手写：键入姓名并说明原因"), self)
        theme.mark(link, kind="link")
        link.clicked.connect(self.typing_asked)
        grid.addWidget(lock, 0, 0)
        grid.addWidget(note, 0, 1)
        grid.addWidget(link, 1, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        return grid
