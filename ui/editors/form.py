"""The frame of every editor's dialog: heading, named fields, trouble in words, two buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme


class Form(QDialog):
    """Subclasses add fields, then call `finish`; `find_trouble` says why it can't be accepted."""

    def __init__(self, title: str, *, icon: str, width: int = 460) -> None:
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(width))
        self._trouble = QLabel(wordWrap=True)
        theme.mark(self._trouble, tone="major", role="secondary")
        self._trouble.hide()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(*(theme.px(24),) * 4)
        self.rows.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(QLabel(pixmap=theme.pixmap(icon, "accent", 22)))
        heading = QLabel(title, wordWrap=True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("role", "heading")
        head.addWidget(heading, 1)
        self.rows.addLayout(head)
        self.rows.addSpacing(theme.px(4))

    def add_field(self, name: str, field: QWidget) -> None:
        """A field under its name."""
        label = QLabel(name)
        label.setProperty("role", "secondary")
        label.setBuddy(field)
        field.setAccessibleName(name)
        self.rows.addWidget(label)
        self.rows.addWidget(field)

    def add_note(self, words: str) -> None:
        """A line of help."""
        label = QLabel(words, wordWrap=True)
        label.setProperty("role", "meta")
        self.rows.addWidget(label)

    def finish(self, action: str) -> None:
        """Close the contents with the buttons; `action` is the act itself."""
        self.rows.addWidget(self._trouble)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        back = QPushButton(self.tr("取消"), autoDefault=False)
        back.clicked.connect(self.reject)
        go = QPushButton(action, default=True)
        go.setProperty("kind", "primary")
        go.clicked.connect(self.accept)
        row.addWidget(back)
        row.addWidget(go)
        self.rows.addSpacing(theme.px(6))
        self.rows.addLayout(row)

    def find_trouble(self) -> str:
        """Why the form can't be taken as it is; empty when it can."""
        return ""

    def accept(self) -> None:
        """Close only when nothing is wrong."""
        trouble = self.find_trouble()
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        if not trouble:
            super().accept()
