"""Agenda and attendees: what was said, who has signed, and nothing typed gets lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from auditor_app.domain import AttendeeRole
from tests.ui.gallery import people
from ui.widgets.agenda import AgendaItem, AgendaList, AgendaRow, CurrentItem
from ui.widgets.people_list import PeopleList, PeopleModel
from ui.widgets.people_rows import Person, Presence

ITEMS = (
    AgendaItem(key="team", title="介绍审核组与参会人员", said_at="09:01"),
    AgendaItem(key="scope", title="目的、范围与准则", said_at="09:04"),
    AgendaItem(key="safety", title="安全、应急与安保", prompt="请说明报警电话和集合点。"),
    AgendaItem(key="channel", title="沟通渠道与陪同人员", minutes=2),
)


@pytest.fixture
def agenda(qtbot: QtBot, light: None) -> AgendaList:
    agenda = AgendaList()
    qtbot.addWidget(agenda)
    agenda.resize(320, 600)
    agenda.show_agenda(ITEMS, spent=18, planned=30)
    agenda.show()
    agenda.activateWindow()
    return agenda


@pytest.fixture
def attendees(qtbot: QtBot, light: None) -> PeopleList:
    attendees = PeopleList()
    qtbot.addWidget(attendees)
    attendees.resize(460, 620)
    attendees.show_people(people())
    attendees.show()
    return attendees


def current(agenda: AgendaList) -> CurrentItem:
    found = [each for each in agenda.findChildren(CurrentItem) if each.parent() is agenda]
    return found[0]


def test_the_first_item_not_said_is_the_current_one(agenda: AgendaList) -> None:
    assert agenda.current_key() == "safety"


def test_space_says_the_current_item_with_the_answer(agenda: AgendaList, qtbot: QtBot) -> None:
    current(agenda).reply.setText("南门停车场集合，报警 8119")
    agenda.setFocus()
    with qtbot.waitSignal(agenda.said) as told:
        qtbot.keyClick(agenda, Qt.Key.Key_Space)
    assert told.args == ["safety", "南门停车场集合，报警 8119"]


def test_space_inside_the_answer_is_a_space(agenda: AgendaList, qtbot: QtBot) -> None:
    reply = current(agenda).reply
    reply.setFocus()
    with qtbot.assertNotEmitted(agenda.said):
        qtbot.keyClick(reply, Qt.Key.Key_Space)
    with qtbot.waitSignal(agenda.said):
        qtbot.keyClick(reply, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)


def test_a_reload_keeps_the_answer_being_typed(agenda: AgendaList) -> None:
    current(agenda).reply.setText("南门")
    agenda.show_agenda(ITEMS, spent=19, planned=30)
    assert current(agenda).reply.text() == "南门"


def test_backspace_takes_the_last_tick_back(agenda: AgendaList, qtbot: QtBot) -> None:
    agenda.setFocus()
    with qtbot.waitSignal(agenda.taken_back) as told:
        qtbot.keyClick(agenda, Qt.Key.Key_Backspace)
    assert told.args == ["scope"]


def test_an_item_may_be_taken_out_of_turn(agenda: AgendaList, qtbot: QtBot) -> None:
    row = next(each for each in agenda.findChildren(AgendaRow) if each.item.key == "channel")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert agenda.current_key() == "channel"
    button = current(agenda).findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(agenda.said) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == ["channel", ""]


def test_leaving_the_answer_saves_it(agenda: AgendaList, qtbot: QtBot) -> None:
    reply = current(agenda).reply
    reply.setFocus()
    reply.setText("报警 8119")
    with qtbot.waitSignal(agenda.reply_edited) as told:
        qtbot.keyClick(reply, Qt.Key.Key_Return)
    assert told.args == ["safety", "报警 8119"]


def test_when_all_is_said_there_is_no_current_item(agenda: AgendaList) -> None:
    agenda.show_agenda(ITEMS[:2])
    assert agenda.current_key() == ""


def test_the_people_model_keeps_qts_rules(qtmodeltester: ModelTester, light: None) -> None:
    model = PeopleModel()
    model.put(people())
    qtmodeltester.check(model, force_py=True)


def test_the_client_comes_first_and_groups_count_who_has_signed(attendees: PeopleList) -> None:
    model = attendees.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names[0] == "受审核方"
    assert names.index("审核组") > names.index("邱立新")
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "受审核方 2 / 6"


def test_enter_asks_the_selected_person_to_sign(attendees: PeopleList, qtbot: QtBot) -> None:
    attendees.select("蒋梅")
    with qtbot.waitSignal(attendees.sign_asked) as told:
        qtbot.keyClick(attendees, Qt.Key.Key_Return)
    assert told.args == ["蒋梅"]


def test_a_marks_absent_and_insert_adds(attendees: PeopleList, qtbot: QtBot) -> None:
    attendees.select("蒋梅")
    with qtbot.waitSignal(attendees.absence_asked) as told:
        qtbot.keyClick(attendees, Qt.Key.Key_A)
    assert told.args == ["蒋梅"]
    with qtbot.waitSignal(attendees.add_asked):
        qtbot.keyClick(attendees, Qt.Key.Key_Insert)


def test_the_selection_survives_a_signature(attendees: PeopleList, qtbot: QtBot) -> None:
    attendees.select("蒋梅")
    with qtbot.assertNotEmitted(attendees.selected):
        attendees.show_people(people()[1:])
    assert attendees.selected_key() == "蒋梅"


def test_a_screen_reader_hears_role_place_and_state(attendees: PeopleList) -> None:
    attendees.select("邱立新")
    said = attendees.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "邱立新，职业健康安全代表，工会 · 副主席，缺席"


def test_a_typed_name_is_never_drawn_as_a_signature(attendees: PeopleList) -> None:
    typed = Person(
        key="t", name="何建新", role=AttendeeRole.EXPERT, presence=Presence.TYPED, time="08:53"
    )
    attendees.show_people((typed,))
    with_strokes = Person(
        key="t",
        name="何建新",
        role=AttendeeRole.EXPERT,
        presence=Presence.TYPED,
        time="08:53",
        strokes=people()[0].strokes,
    )
    before = attendees.viewport().grab().toImage()
    attendees.show_people((with_strokes,))
    assert attendees.viewport().grab().toImage() == before
