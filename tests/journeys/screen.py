"""A person before a window: looks for a control by its words, presses it, fills in what opens."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from auditor_app.vault import Vault
from tests.ui.answers import Answers
from ui.editors.form import Form
from ui.main_window import MainWindow
from ui.pages.base import Page

T = TypeVar("T")
P = TypeVar("P", bound=QWidget)
Fill = Callable[[QDialog], object]
PATIENCE = 60_000


class Auditor(Answers):
    """Agrees to what is asked, fills in dialogs as told, presses their own button."""

    def __init__(self) -> None:
        super().__init__()
        self.agrees = True
        self.refused: list[str] = []
        self.fill: Fill = _leave

    def tell(self, error: Exception | str) -> None:
        self.refused.append(str(error))

    def finish(self, dialog: QDialog) -> bool:
        self.asked.append(dialog.windowTitle())
        dialog.show()
        self.fill(dialog)
        self.fill = _leave
        go = next(one for one in dialog.findChildren(QPushButton) if one.isDefault())
        QTest.mouseClick(go, Qt.MouseButton.LeftButton)
        assert dialog.result() == QDialog.DialogCode.Accepted, trouble_in(dialog)
        return True


def trouble_in(dialog: QDialog) -> str:
    """What a form says against being accepted."""
    words = dialog.find_trouble() if isinstance(dialog, Form) else ""
    return f"{dialog.windowTitle()}: {words}"


def _leave(_: QDialog) -> None:
    """Nothing to fill in."""


class Screen:
    """One window over one vault, and the person before it."""

    def __init__(self, qtbot: QtBot, window: MainWindow, ask: Auditor) -> None:
        self.qtbot, self.window, self.ask = qtbot, window, ask

    def page(self, kind: type[P]) -> P:
        """The page shown, which must be of this kind and have its data."""
        frame = self.window.frame
        assert frame is not None
        page = frame.page()
        assert isinstance(page, kind), type(page)
        assert isinstance(page, Page)
        self.shows(lambda: page.has_shown)
        return page

    def go(self, key: str, kind: type[P]) -> P:
        """Press a page's row in the sidebar."""
        frame = self.window.frame
        assert frame is not None
        QTest.mouseClick(frame.sidebar.row(key), Qt.MouseButton.LeftButton)
        self.settle()
        return self.page(kind)

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Press the one visible button with these words; it must not be grey."""
        button = self.button(words, within)
        assert button.isEnabled(), f"{words}: {button.toolTip()}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def button(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        """The visible button with these words."""
        place = within or self.window
        found = [
            one
            for one in place.findChildren(QAbstractButton)
            if one.text() == words and one.isVisible()
        ]
        assert found, f"no button {words}"
        return found[0]

    def fill(self, press: Callable[[], object], fill: Fill) -> None:
        """Press what opens a dialog and fill that in."""
        self.ask.fill = fill
        press()
        self.settle()

    def keep(self) -> None:
        """Ctrl+S: what is being typed is kept."""
        self.window.activateWindow()
        self.shows(self.window.isActiveWindow)
        QTest.keyClick(self.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def vault(self, operation: Callable[[Vault], T]) -> T:
        """What the vault says, once everything asked before is done."""
        found: list[T] = []
        owner = QObject()
        self.window.tasks.run(owner, operation, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
        return found[0]

    def settle(self) -> None:
        """Wait until work and the news it makes have come to rest; nothing may be refused."""
        for _ in range(3):
            self.vault(lambda _: None)
        assert self.ask.refused == []

    def shows(self, fact: Callable[[], bool]) -> None:
        """Wait until it is so on the screen."""
        self.qtbot.waitUntil(fact, timeout=PATIENCE)


def write(field: QWidget, words: str) -> None:
    """Type Chinese the way an input method hands it in, over what stands there."""
    field.setFocus()
    if isinstance(field, QTextEdit):
        field.selectAll()
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def sign(pad: QWidget) -> None:
    """Two strokes with the mouse, long enough to be a name."""
    for top in (40, 70):
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, top))
        for step in range(1, 12):
            spot = QPointF(40 + step * 9, top + (step % 3) * 12)
            QApplication.sendEvent(pad, _move(pad, spot))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(140, top))


def _move(pad: QWidget, spot: QPointF) -> QEvent:
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(pad.mapToGlobal(spot.toPoint()))
    device = QPointingDevice.primaryPointingDevice()
    return QMouseEvent(QEvent.Type.MouseMove, spot, place, button, button, none, device)
