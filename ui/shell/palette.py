"""The search box: everything one can go to or do, found by a few letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from ui import theme
from ui.shell.overlay import Overlay
from ui.shell.pinyin import is_match

ROWS_SHOWN = 9
ROW = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something to go to or to do. `hint` tells of what kind it is, `keys` its shortcut."""

    title: str
    hint: str
    icon: str
    run: Callable[[], object]
    keys: str = ""


class Palette(Overlay):
    """Typing filters, ↑ ↓ choose, Enter does it."""

    def __init__(self, window: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(window, width=620)
        self._commands = commands
        self.field = QLineEdit(placeholderText=self.tr("搜索页面、审核、命令（可用拼音首字母）"))
        self.field.setAccessibleName(self.tr("搜索"))
        self.field.setProperty("role", "search")
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("搜索结果"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._run)
        self._nothing = QLabel(self.tr("没有找到。可以换个词，或输入拼音首字母。"))
        self._nothing.setProperty("role", "secondary")
        self._nothing.setContentsMargins(theme.px(10), theme.px(8), 0, theme.px(12))
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        for widget in (self.field, line, self.list, self._nothing):
            self.rows.addWidget(widget)
        self._filter("")
        self.field.setFocus()

    def found(self) -> list[str]:
        """The titles shown, best first."""
        return [self._command(self.list.item(row)).title for row in range(self.list.count())]

    def _filter(self, query: str) -> None:
        hits = [command for command in self._commands if is_match(query, command.title)]
        hits.sort(key=lambda command: not command.title.lower().startswith(query.lower()))
        self.list.clear()
        for command in hits:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, command)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{command.title} {command.hint}")
            item.setSizeHint(QSize(0, theme.px(ROW)))
            self.list.addItem(item)
            self.list.setItemWidget(item, _row(command))
        self.list.setCurrentRow(0)
        shown = min(len(hits), ROWS_SHOWN)
        self.list.setFixedHeight(theme.px(ROW) * shown + (2 if shown else 0))
        self.list.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self.panel.adjustSize()

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            command = self._command(item)
            self.put_away()
            command.run()

    def _command(self, item: QListWidgetItem) -> Command:
        command: Command = item.data(Qt.ItemDataRole.UserRole)
        return command

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and self._is_taken(event):
            return True
        return super().eventFilter(watched, event)

    def _is_taken(self, event: QKeyEvent) -> bool:
        """Whether a key typed in the field was for the list; ignored while an IME composes."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        row, last = self.list.currentRow(), self.list.count() - 1
        match event.key():
            case Qt.Key.Key_Down:
                self.list.setCurrentRow(min(row + 1, last))
            case Qt.Key.Key_Up:
                self.list.setCurrentRow(max(row - 1, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run(self.list.currentItem())
            case _:
                return False
        return True


def _row(command: Command) -> QWidget:
    row = QWidget()
    row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    cells = QHBoxLayout(row)
    cells.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
    cells.setSpacing(theme.px(10))
    cells.addWidget(QLabel(pixmap=theme.pixmap(command.icon, "ink2", 18)))
    cells.addWidget(QLabel(command.title))
    hint = QLabel(command.hint)
    hint.setProperty("role", "meta")
    cells.addWidget(hint)
    cells.addStretch(1)
    if command.keys:
        keys = QLabel(command.keys)
        keys.setProperty("role", "keycap")
        cells.addWidget(keys, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
