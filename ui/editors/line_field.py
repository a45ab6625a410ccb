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
        self._preedit = ""
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
        return self._is_dirty or self.hasFocus()

    def flush(self) -> None:
        """Give out what is typed now; half-composed characters stay with the input method."""
        if self._preedit:
            QGuiApplication.inputMethod().commit()
        self._give()

    def finish(self) -> None:
        """Flush before the text goes from the screen: half-composed characters are kept too."""
        self.flush()
        if self._preedit:
            # An input method that does not answer must not cost the auditor's words.
            kept = QInputMethodEvent()
            kept.setCommitString(self._preedit)
            QGuiApplication.sendEvent(self, kept)
            self.flush()

    def show_trouble(self, *, is_wrong: bool) -> None:
        """A red frame while what stands here is not kept."""
        if bool(self.property("invalid")) != is_wrong:
            theme.mark(self, invalid=is_wrong)

    def _on_changed(self) -> None:
        self._is_dirty = True
        self._pause.restart()

    def _settle(self) -> None:
        if self._preedit:
            self._pause.restart()  # the pre-edit text is not the auditor's word yet
        else:
            self._give()

    def _give(self) -> None:
        if self._is_dirty:
            self._is_dirty = False
            self.settled.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know which characters are being composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays unsaved in a field that was left."""
        self.finish()
        super().focusOutEvent(event)
