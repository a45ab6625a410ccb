"""Every control has a name, can be reached by Tab, is large enough, and shows its words whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery import SHEETS
from ui import theme

LEAST_TARGET = 24


@pytest.fixture(params=SHEETS)
def sheet(request: pytest.FixtureRequest, qtbot: QtBot, light: None) -> QWidget:
    sheet = SHEETS[request.param]()
    qtbot.addWidget(sheet)
    sheet.resize(1180, 820)
    sheet.show()
    sheet.activateWindow()
    return sheet


def nameless(interface: QAccessibleInterface) -> list[str]:
    """Focusable things below `interface` without a name."""
    found: list[str] = []
    for number in range(interface.childCount()):
        child = interface.child(number)
        if not child.isValid():
            continue
        if child.state().focusable and not child.text(QAccessible.Text.Name):
            found.append(child.object().metaObject().className())
        found.extend(nameless(child))
    return found


def test_everything_that_takes_the_focus_has_a_name(sheet: QWidget) -> None:
    assert nameless(QAccessible.queryAccessibleInterface(sheet)) == []


def test_no_button_is_smaller_than_a_finger_tip_can_hit(sheet: QWidget) -> None:
    small = [
        (type(button).__name__, button.text(), button.size().toTuple())
        for button in sheet.findChildren(QAbstractButton)
        if button.isVisible() and min(button.width(), button.height()) < LEAST_TARGET
    ]
    assert small == []


def test_no_button_is_cut(sheet: QWidget) -> None:
    cut = [
        (type(button).__name__, button.text())
        for button in sheet.findChildren(QAbstractButton)
        if button.isVisible() and button.minimumSizeHint().width() > button.width()
    ]
    assert cut == []


@pytest.mark.parametrize("name", SHEETS)
def test_no_button_is_cut_in_large_text(name: str, qtbot: QtBot, light: None) -> None:
    theme.use(dark=False, scale=1.5)
    sheet = SHEETS[name]()
    qtbot.addWidget(sheet)
    sheet.resize(1770, 1230)
    sheet.show()
    test_no_button_is_cut(sheet)


def test_tab_reaches_every_button_and_comes_round(sheet: QWidget, qtbot: QtBot) -> None:
    wanted = {
        button
        for button in sheet.findChildren(QAbstractButton)
        if button.isVisible() and button.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    seen: set[QWidget] = set()
    for _ in range(200):
        widget = QApplication.focusWidget()
        if widget is not None:
            seen.add(widget)
        qtbot.keyClick(widget or sheet, Qt.Key.Key_Tab)
    # Of exclusive buttons Qt gives Tab to the chosen one only; arrows reach the others.
    missed = {button for button in wanted - seen if not button.autoExclusive()}
    assert [(type(each).__name__, each.accessibleName()) for each in missed] == []


def test_the_look_can_be_switched_while_all_is_shown(sheet: QWidget) -> None:
    light = sheet.grab().toImage()
    theme.use(dark=True)
    QApplication.processEvents()
    dark = sheet.grab().toImage()
    theme.use(dark=False)
    QApplication.processEvents()
    middle = sheet.rect().center()
    assert dark != light
    assert dark.pixelColor(middle).lightness() < 128 or light.pixelColor(middle).lightness() > 128
