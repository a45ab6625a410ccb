"""The sheet of all keys (F1)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme
from ui.shell.overlay import Overlay


class ShortcutSheet(Overlay):
    """Keys at the left, what they do at the right, in groups of (heading, [(keys, words)])."""

    def __init__(
        self, window: QWidget, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    ) -> None:
        super().__init__(window, width=720)
        head = QHBoxLayout()
        title = QLabel(self.tr("键盘快捷键"))
        title.setProperty("role", "heading")
        close = QPushButton(self.tr("关闭"))
        close.setProperty("kind", "ghost")
        close.clicked.connect(self.put_away)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(close)
        head.setContentsMargins(theme.px(10), theme.px(4), 0, 0)
        self.rows.addLayout(head)
        columns = QHBoxLayout()
        columns.setContentsMargins(theme.px(10), theme.px(4), theme.px(10), theme.px(12))
        columns.setSpacing(theme.px(36))
        for heading, keys in groups:
            columns.addLayout(_group(heading, keys), 1)
        self.rows.addLayout(columns)
        close.setFocus()


def _group(heading: str, keys: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(theme.px(8))
    grid.setHorizontalSpacing(theme.px(12))
    label = QLabel(heading)
    label.setProperty("role", "section")
    grid.addWidget(label, 0, 0, 1, 2)
    for row, (cap, words) in enumerate(keys, start=1):
        keycap = QLabel(cap)
        keycap.setProperty("role", "keycap")
        grid.addWidget(keycap, row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(QLabel(words), row, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(keys) + 1, 1)
    return grid
