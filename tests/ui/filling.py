"""A user who fills in the dialogs a page opens, and what every page test must hold."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from pytestqt.qtbot import QtBot

from auditor_app.vault import Vault
from tests.ui.answers import Answers
from ui.tasks import Tasks

T = TypeVar("T")


class Person(Answers):
    """Fills in what is put into `fill`, then presses the dialog's own button."""

    def __init__(self) -> None:
        super().__init__()
        self.fill: Callable[[QDialog], None] = lambda _: None
        self.seen: list[QDialog] = []

    def finish(self, dialog: QDialog) -> bool:
        self.seen.append(dialog)
        self.asked.append(dialog.windowTitle())
        self.fill(dialog)
        dialog.accept()
        return dialog.result() == QDialog.DialogCode.Accepted


def ask_vault(qtbot: QtBot, tasks: Tasks, operation: Callable[[Vault], T]) -> T:
    """What the vault says, once everything asked before is done."""
    found: list[T] = []
    owner = QObject()
    tasks.run(owner, operation, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def nameless(interface: QAccessibleInterface) -> list[str]:
    """Visible things that take the focus without a name."""
    found: list[str] = []
    for number in range(interface.childCount()):
        child = interface.child(number)
        if not child.isValid() or child.state().invisible:
            continue
        is_cell = child.role() == QAccessible.Role.Cell  # a table's cells may be empty
        if child.state().focusable and not is_cell and not child.text(QAccessible.Text.Name):
            found.append(child.object().metaObject().className())
        found.extend(nameless(child))
    return found


def unnamed(widget: QWidget) -> list[str]:
    """What a screen reader could not name on a page."""
    return nameless(QAccessible.queryAccessibleInterface(widget))


def cut(widget: QWidget) -> list[str]:
    """Visible buttons with less room than they need."""
    return [
        f"{type(one).__name__} {one.text()} {one.width()}<{one.minimumSizeHint().width()}"
        for one in widget.findChildren(QAbstractButton)
        if one.isVisible() and one.minimumSizeHint().width() > one.width()
    ]
