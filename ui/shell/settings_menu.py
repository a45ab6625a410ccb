"""The menu behind the gear."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui import theme
from ui.settings import CHINESE, ENGLISH

PERCENTS = (100, 125, 150)
LANGUAGES = ((CHINESE, "中文"), (ENGLISH, "English"))


class SettingsMenu(QMenu):
    """Look, text size and language of the screen; locking; what this program is."""

    dark_chosen = Signal(bool)
    percent_chosen = Signal(int)
    language_chosen = Signal(str)
    shortcuts_asked = Signal()
    lock_asked = Signal()
    about_asked = Signal()

    def __init__(self, parent: QWidget, *, language: str) -> None:
        super().__init__(parent)
        look = theme.current()
        dark = self.addAction(self.tr("深色外观"))
        dark.setCheckable(True)
        dark.setChecked(look.is_dark)
        dark.triggered.connect(self.dark_chosen)
        self._add_sizes(round(look.scale * 100))
        self._add_languages(language)
        self.addSeparator()
        self._add(self.tr("键盘快捷键"), "F1", self.shortcuts_asked)
        self._add(self.tr("锁定"), "Ctrl+L", self.lock_asked)
        self._add(self.tr("关于"), "", self.about_asked)

    def _add(self, words: str, keys: str, signal: object) -> None:
        action = self.addAction(f"{words}\t{keys}" if keys else words)
        action.triggered.connect(signal)

    def _add_sizes(self, percent: int) -> None:
        menu = self.addMenu(self.tr("字号"))
        group = QActionGroup(menu)
        for size in PERCENTS:
            action = menu.addAction(f"{size}%")
            action.setCheckable(True)
            action.setChecked(size == percent)
            action.setData(size)
            group.addAction(action)
        group.triggered.connect(lambda action: self.percent_chosen.emit(action.data()))

    def _add_languages(self, language: str) -> None:
        menu = self.addMenu(self.tr("语言 Language"))
        group = QActionGroup(menu)
        for code, name in LANGUAGES:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == language)
            action.setData(code)
            group.addAction(action)
        group.triggered.connect(lambda action: self.language_chosen.emit(action.data()))
