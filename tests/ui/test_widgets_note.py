"""The record text: saved after a pause, never half a Chinese word, never under the wrong item."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.note_edit import NoteEdit
from ui.widgets.quiet_button import QuietButton


@pytest.fixture
def window(qtbot: QtBot, light: None) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(NoteEdit(window))
    column.addWidget(QLineEdit(window))
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def note(window: QWidget, qtbot: QtBot) -> NoteEdit:
    note = window.findChild(NoteEdit)
    assert note is not None
    note.show_note("8.1.2-03", "抽查 5 份。", "14:32 已保存")
    note.setFocus()
    qtbot.waitUntil(note.text.hasFocus)
    return note


def compose(note: NoteEdit, text: str) -> None:
    """The input method shows `text` but has not committed it."""
    QApplication.sendEvent(note.text, QInputMethodEvent(text, []))


def commit(note: NoteEdit, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(note.text, event)


def test_a_pause_saves_the_text_under_its_item(note: NoteEdit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(note.edited) as told:
        commit(note, "许可证")
    assert told.args == ["8.1.2-03", "许可证抽查 5 份。"]


def test_composing_is_not_saved_until_it_is_committed(note: NoteEdit, qtbot: QtBot) -> None:
    compose(note, "qiti")
    note.flush()
    assert note.note() == "抽查 5 份。"
    with qtbot.waitSignal(note.edited) as told:
        commit(note, "气体")
    assert told.args == ["8.1.2-03", "气体抽查 5 份。"]


def test_committed_words_wait_while_the_next_are_composed(note: NoteEdit, qtbot: QtBot) -> None:
    commit(note, "气体")
    compose(note, "jiance")
    with qtbot.assertNotEmitted(note.edited, wait=600):
        note.flush()
    with qtbot.waitSignal(note.edited) as told:
        commit(note, "检测")
    assert told.args == ["8.1.2-03", "气体检测抽查 5 份。"]


def test_leaving_the_field_saves_at_once(note: NoteEdit, qtbot: QtBot, window: QWidget) -> None:
    commit(note, "许可证")
    field = window.findChild(QLineEdit)
    assert field is not None
    with qtbot.waitSignal(note.edited, timeout=200):
        field.setFocus()


def test_going_to_another_item_saves_the_old_one_first(note: NoteEdit, qtbot: QtBot) -> None:
    commit(note, "许可证")
    with qtbot.waitSignal(note.edited) as told:
        note.show_note("8.1.2-04", "")
    assert told.args == ["8.1.2-03", "许可证抽查 5 份。"]
    assert note.note() == ""


def test_a_reload_never_touches_what_is_being_typed(note: NoteEdit) -> None:
    commit(note, "许可证")
    note.show_note("8.1.2-03", "抽查 5 份。", "14:33 已保存")
    assert note.note() == "许可证抽查 5 份。"


def test_showing_a_record_is_no_edit(note: NoteEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(note.edited, wait=500):
        note.show_note("8.1.2-05", "别的")


def test_tab_leaves_the_text(note: NoteEdit, qtbot: QtBot) -> None:
    qtbot.keyClick(note.text, Qt.Key.Key_Tab)
    assert not note.text.hasFocus()
    assert "\t" not in note.note()


def test_an_aid_without_words_asks_and_with_words_inserts(note: NoteEdit, qtbot: QtBot) -> None:
    aid = note.findChild(QuietButton, "people")
    assert aid is not None
    with qtbot.waitSignal(note.aid_asked) as told:
        qtbot.mouseClick(aid, Qt.MouseButton.LeftButton)
    assert told.args == ["people"]
    note.offer("people", ("赵强", "王建国"))
    aid.picked.emit("赵强")
    assert note.note() == "赵强抽查 5 份。"


def test_undo_after_showing_does_not_bring_the_last_item_back(note: NoteEdit) -> None:
    note.show_note("8.1.2-04", "另一条")
    note.text.undo()
    assert note.note() == "另一条"


def test_trouble_with_saving_is_said_and_the_text_stays(note: NoteEdit) -> None:
    note.show_mark("未保存，5 秒后重试", is_trouble=True)
    assert note.note() == "抽查 5 份。"
