"""The verdict bar: one of five, by mouse and by key, and none again."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from auditor_app.domain import Verdict
from ui.widgets.verdict_bar import VerdictBar, VerdictButton


@pytest.fixture
def bar(qtbot: QtBot, light: None) -> VerdictBar:
    bar = VerdictBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def button(bar: VerdictBar, verdict: Verdict) -> VerdictButton:
    return next(each for each in bar.findChildren(VerdictButton) if each.verdict is verdict)


@pytest.mark.parametrize(("key", "verdict"), list(enumerate(Verdict, start=1)))
def test_the_keys_1_to_5_choose_the_verdicts_in_order(
    bar: VerdictBar, qtbot: QtBot, key: int, verdict: Verdict
) -> None:
    bar.activateWindow()
    first = button(bar, Verdict.CONFORMING)
    first.setFocus()
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.keyClick(first, str(key))
    assert told.args == [verdict]


def test_pressing_the_chosen_verdict_again_takes_it_back(bar: VerdictBar, qtbot: QtBot) -> None:
    minor = button(bar, Verdict.MINOR)
    qtbot.mouseClick(minor, Qt.MouseButton.LeftButton)
    assert bar.verdict() is Verdict.MINOR
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(minor, Qt.MouseButton.LeftButton)
    assert told.args == [None]
    assert not minor.isChecked()


def test_one_verdict_lifts_the_other(bar: VerdictBar, qtbot: QtBot) -> None:
    bar.show_verdict(Verdict.MAJOR)
    qtbot.mouseClick(button(bar, Verdict.OBSERVATION), Qt.MouseButton.LeftButton)
    down = [each.verdict for each in bar.findChildren(VerdictButton) if each.isChecked()]
    assert down == [Verdict.OBSERVATION]


def test_showing_a_verdict_is_no_press(bar: VerdictBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.chosen):
        bar.show_verdict(Verdict.CONFORMING)
    assert bar.verdict() is Verdict.CONFORMING


def test_a_closed_audit_takes_no_verdict(bar: VerdictBar, qtbot: QtBot) -> None:
    bar.setEnabled(False)
    with qtbot.assertNotEmitted(bar.chosen):
        bar.press_key(3)
    assert bar.verdict() is None
