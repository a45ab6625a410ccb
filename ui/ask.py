"""The only place that opens a dialog and waits for the answer; tests hand in their own answers."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme

PHOTOS = "*.jpg *.jpeg *.png *.webp"
MIN_PASSPHRASE = 8


class Ask(QObject):
    """Puts questions to the person at the screen. Every method returns when the answer is there.

    `None` (or an empty list) means: thought better of it. Nothing has been changed then.
    """

    def tell(self, error: Exception | str) -> None:
        """Show what went wrong; the text is ready to read."""
        box = _Box(self.tr("没有完成"), icon="triangle-alert", tone="minor")
        box.add(_words(str(error)))
        box.finish(self.tr("知道了"), cancel="")
        box.exec()

    def inform(self, title: str, words: str) -> None:
        """Say that something was done and where the result is."""
        box = _Box(title, icon="circle-check", tone="ok")
        box.add(_words(words))
        box.finish(self.tr("知道了"), cancel="")
        box.exec()

    def confirm(
        self, question: str, *, detail: str = "", action: str = "", is_risky: bool = False
    ) -> bool:
        """Whether to go on. `action` is the word on the button: the act itself, not 确定."""
        icon, tone = ("triangle-alert", "major") if is_risky else ("info", "accent")
        box = _Box(question, icon=icon, tone=tone)
        if detail:
            box.add(_words(detail))
        box.finish(action or self.tr("继续"), cancel=self.tr("取消"), is_risky=is_risky)
        return box.exec() == QDialog.DialogCode.Accepted

    def text(
        self, title: str, *, label: str = "", value: str = "", is_long: bool = False
    ) -> str | None:
        """A line, or with `is_long` a paragraph; blank is no answer."""
        box = _Box(title, icon="pen-line", tone="accent")
        field: QLineEdit | QPlainTextEdit = _paragraph(value) if is_long else QLineEdit(value)
        field.setAccessibleName(label or title)
        if label:
            box.add(_label(label, field))
        box.add(field)
        box.finish(self.tr("确定"), cancel=self.tr("取消"))
        field.setFocus()
        if box.exec() != QDialog.DialogCode.Accepted:
            return None
        words = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
        return words.strip() or None

    def choose(self, title: str, options: Sequence[tuple[str, str]]) -> int | None:
        """Which of the options, each a title and a line that explains it."""
        box = _Box(title, icon="list", tone="accent")
        for index, (name, words) in enumerate(options):
            box.add_choice(index, name, words)
        box.finish("", cancel=self.tr("取消"))
        code = box.exec()
        return box.choice if code == QDialog.DialogCode.Accepted else None

    def passphrase(self, title: str, *, words: str = "", is_new: bool = False) -> str | None:
        """A passphrase; a new one is typed twice and has at least eight characters."""
        box = _Passphrase(title, words=words, is_new=is_new)
        return box.first.text() if box.exec() == QDialog.DialogCode.Accepted else None

    def files(self, title: str, *, kinds: str = PHOTOS) -> list[Path]:
        """Files to take in; `kinds` are patterns with blanks between, such as `*.jpg *.png`."""
        shown = _patterns(self.tr("文件"), kinds)
        names, _ = QFileDialog.getOpenFileNames(_parent(), title, "", shown)
        return [Path(name) for name in names]

    def file(self, title: str, *, kinds: str) -> Path | None:
        """One file to take in."""
        shown = _patterns(self.tr("文件"), kinds)
        name, _ = QFileDialog.getOpenFileName(_parent(), title, "", shown)
        return Path(name) if name else None

    def save_as(self, title: str, *, name: str, kinds: str) -> Path | None:
        """Where to write a file; the system has asked already whether to replace an old one."""
        shown = _patterns(self.tr("文件"), kinds)
        chosen, _ = QFileDialog.getSaveFileName(_parent(), title, name, shown)
        return Path(chosen) if chosen else None

    def folder(self, title: str) -> Path | None:
        """A folder."""
        name = QFileDialog.getExistingDirectory(_parent(), title)
        return Path(name) if name else None

    def finish(self, dialog: QDialog) -> bool:
        """Show an editor's dialog and wait; whether it was accepted."""
        return dialog.exec() == QDialog.DialogCode.Accepted


class _Box(QDialog):
    """A small dialog: icon and title, then what was added, then the buttons."""

    def __init__(self, title: str, *, icon: str, tone: str) -> None:
        super().__init__(_parent())
        self.choice: int | None = None
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(440))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(*(theme.px(24),) * 4)
        self._rows.setSpacing(theme.px(12))
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        picture = QLabel(pixmap=theme.pixmap(icon, tone, 22))
        heading = _words(title)
        heading.setProperty("role", "heading")
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(heading, 1, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(head)

    def add(self, widget: QWidget) -> None:
        self._rows.addWidget(widget)

    def add_choice(self, index: int, name: str, words: str) -> None:
        button = QPushButton(name)
        button.setAccessibleDescription(words)
        button.clicked.connect(lambda: self._choose(index))
        self._rows.addWidget(button)
        if words:
            line = _words(words)
            line.setProperty("role", "meta")
            self._rows.addWidget(line)

    def finish(self, action: str, *, cancel: str, is_risky: bool = False) -> None:
        """Close the dialog's contents with its buttons; an empty word leaves its button out."""
        row = QHBoxLayout()
        row.addStretch(1)
        if cancel:
            back = QPushButton(cancel, autoDefault=False)
            back.clicked.connect(self.reject)
            row.addWidget(back)
        if action:
            go = QPushButton(action, default=True)
            go.setProperty("kind", "danger" if is_risky else "primary")
            go.clicked.connect(self.accept)
            row.addWidget(go)
            go.setFocus()
        self._rows.addSpacing(theme.px(6))
        self._rows.addLayout(row)

    def _choose(self, index: int) -> None:
        self.choice = index
        self.accept()


class _Passphrase(_Box):
    """Asks for a passphrase, and for a new one twice; says at once what is wrong with it."""

    def __init__(self, title: str, *, words: str, is_new: bool) -> None:
        super().__init__(title, icon="key-round", tone="accent")
        self._is_new = is_new
        self.first, self._second = _secret(self.tr("口令")), _secret(self.tr("再输入一次"))
        self._trouble = _words("")
        self._trouble.setProperty("tone", "major")
        if words:
            self.add(_words(words))
        for field in (self.first, self._second) if is_new else (self.first,):
            self.add(_label(field.accessibleName(), field))
            self.add(field)
        self.add(self._trouble)
        self.finish(self.tr("确定"), cancel=self.tr("取消"))
        self.first.setFocus()

    def accept(self) -> None:
        trouble = self._find_trouble()
        self._trouble.setText(trouble)
        if not trouble:
            super().accept()

    def _find_trouble(self) -> str:
        if not self.first.text():
            return self.tr("请输入口令。")
        if not self._is_new:
            return ""
        if len(self.first.text()) < MIN_PASSPHRASE:
            return self.tr("口令至少 8 个字符。")
        if self.first.text() != self._second.text():
            return self.tr("两次输入的口令不一致。")
        return ""


def _parent() -> QWidget | None:
    return QApplication.activeWindow()


def _patterns(word: str, kinds: str) -> str:
    return f"{word} ({kinds})"


def _words(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "secondary")
    label.setBuddy(buddy)
    return label


def _secret(name: str) -> QLineEdit:
    field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field


def _paragraph(value: str) -> QPlainTextEdit:
    field = QPlainTextEdit(value)
    field.setTabChangesFocus(True)
    field.setMinimumHeight(theme.px(110))
    return field
