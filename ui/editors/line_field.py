"""A one-line field that saves itself and never saves a half-composed character."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme
from ui.tasks import Pause


class LineField(QLineEdit):
    """`settled` when there is something to save: after a pause, on Enter, when the focus goes."""

    settled = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._is_composing = False
        self._is_dirty = False
        self._pause = Pause(self, self._settle)
        self.textChanged.connect(self._on_changed)

    def put(self, text: str) -> None:
        """Show a text; that is no edit."""
        if text != self.text():
            with QSignalBlocker(self):
                self.setText(text)
                self.setCursorPosition(0)
        self._is_dirty = False
        self.show_trouble(is_wrong=False)

    def value(self) -> str:
        """The text, without what the input method still composes."""
        return self.text().strip()

    def is_busy(self) -> bool:
        """Whether a reload must leave it alone."""
        return self._is_dirty or self._is_composing or self.hasFocus()

    def flush(self) -> None:
        """Commit what the input method holds and settle now."""
        if self._is_composing:
            QGuiApplication.inputMethod().commit()
            self._is_composing = False
        if self._is_dirty:
            self._settle()

    def show_trouble(self, *, is_wrong: bool) -> None:
        """A red frame while what stands here is not kept."""
        if bool(self.property("invalid")) != is_wrong:
            theme.mark(self, invalid=is_wrong)

    def _on_changed(self) -> None:
        self._is_dirty = True
        self._pause.restart()

    def _settle(self) -> None:
        if self._is_composing:
            self._pause.restart()  # the pre-edit text is not the auditor's word yet
        elif self._is_dirty:
            self._is_dirty = False
            self.settled.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know whether characters are being composed."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays unsaved in a field that was left."""
        self.flush()
        super().focusOutEvent(event)
