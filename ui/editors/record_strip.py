"""Above the closing meeting: the check code to read out, and who was at one meeting only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.editors.meeting_rows import Difference
from ui.widgets import drawing
from ui.widgets.chips import IconOnly
from ui.widgets.elided import ElidedLabel

GROUP = 4
LINE = 8


class RecordStrip(QFrame):
    """`copy_asked` carries the whole code."""

    copy_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._head = ""
        self.setProperty("role", "header")
        self._title = QLabel(self.tr("审核记录校验码"))
        theme.mark(self._title, role="secondary")
        self._hint = QLabel(self.tr("向双方宣读，并印在签到表上"))
        theme.mark(self._hint, role="meta")
        self._code = QLabel()
        theme.mark(self._code, role="small")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QToolButton()
        copy.setAccessibleName(self.tr("复制校验码"))
        copy.setToolTip(self.tr("复制校验码"))
        theme.dress(copy, "copy", "ink3", 16)
        copy.clicked.connect(self._copy)
        self._against = QLabel(self.tr("与首次会议签到对照"))
        theme.mark(self._against, role="secondary")
        self._found = ElidedLabel(kind=drawing.SECONDARY_STRONG)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(10))
        row.setSpacing(theme.px(14))
        row.addWidget(_disc())
        row.addLayout(_pair(self._title, self._hint))
        row.addWidget(self._code)
        row.addWidget(copy)
        row.addWidget(_line())
        row.addLayout(_pair(self._against, self._found), 1)

    def show_head(self, head: str) -> None:
        """The code in groups of four, eight to a line."""
        self._head = head
        groups = [head[n : n + GROUP] for n in range(0, len(head), GROUP)]
        lines = [" ".join(groups[n : n + LINE]) for n in range(0, len(groups), LINE)]
        self._code.setText("\n".join(lines))
        self._code.setAccessibleName(self.tr("校验码 {0}").format(head))

    def show_difference(self, difference: Difference | None) -> None:
        """Who signed at one of the two meetings only; None without an opening meeting."""
        if difference is None:
            self._found.setText(self.tr("没有首次会议的签到"))
            return
        gone, new = difference.opening_only, difference.closing_only
        parts = []
        if gone:
            parts.append(self.tr("仅首次：{0}").format("、".join(gone)))
        if new:
            parts.append(self.tr("仅末次：{0}").format("、".join(new)))
        self._found.setText("；".join(parts) or self.tr("签到人员一致"))

    def code(self) -> str:
        """The code as shown."""
        return self._code.text()

    def found(self) -> str:
        """The difference as shown."""
        return self._found.text()

    def _copy(self) -> None:
        self.copy_asked.emit(self._head)


def _disc() -> QWidget:
    box = QFrame()
    box.setProperty("role", "active")
    box.setFixedSize(theme.px(40), theme.px(40))
    inside = QHBoxLayout(box)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(IconOnly("file-lock", "accent", 20), 0, Qt.AlignmentFlag.AlignCenter)
    return box


def _pair(upper: QWidget, lower: QWidget) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(theme.px(3))
    pair.addWidget(upper)
    pair.addWidget(lower)
    return pair


def _line() -> QWidget:
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedWidth(1)
    return line
