"""首次会议, 末次会议: nobody is forgotten, no signature is lost, nothing changes afterwards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from auditor_app import places
from auditor_app.domain import (
    Attendance,
    Audit,
    AuditKind,
    Meeting,
    Place,
    RecordId,
    TeamMember,
    TeamRole,
    Visit,
    VisitKind,
    now,
)
from auditor_app.vault import NewAudit, Vault
from tests.ui.answers import Answers
from ui.editors import people_panel
from ui.editors.attendee import AttendeeEditor
from ui.editors.meeting_rows import Demand
from ui.editors.pdf_dialog import PdfDialog
from ui.editors.turned_desk import TurnedDesk
from ui.language import Language
from ui.pages.meeting import ClosingPage, MeetingPage, OpeningPage
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.people_rows import Presence

T = TypeVar("T")


class Person(Answers):
    """A user who also fills in the dialogs that an editor opens."""

    def __init__(self) -> None:
        super().__init__()
        self.fill: Callable[[QDialog], None] = _leave
        self.seen: list[QDialog] = []

    def finish(self, dialog: QDialog) -> bool:
        self.seen.append(dialog)
        self.fill(dialog)
        return super().finish(dialog)


def _leave(_: QDialog) -> None:
    """Type nothing."""


@dataclass
class Scene:
    """A page on a real vault, in a window."""

    page: MeetingPage
    tasks: Tasks
    visit: Visit
    ask: Person
    qtbot: QtBot

    def vault(self, operation: Callable[[Vault], T]) -> T:
        """What the vault says, after everything asked of it before."""
        found: list[T] = []
        owner = QObject()
        self.tasks.run(owner, operation, found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def meeting(self) -> Meeting:
        """The meeting as kept."""
        found = self.vault(lambda vault: (vault.meetings.find(self.visit.id, self.page.MEETING),))
        assert found[0] is not None
        return found[0]

    def meeting_id(self) -> RecordId:
        """The meeting's id, as the page has it."""
        room = self.page._data.room if self.page._data else None
        assert room is not None
        return room.meeting.id

    def people(self) -> dict[str, Attendance]:
        """The people as kept, by name."""
        meeting = self.meeting()
        return {one.name: one for one in self.vault(lambda v: v.meetings.people(meeting.id))}

    def open(self, place: str = "三楼会议室") -> None:
        """Press the one button of the empty page."""
        self.ask.words = place
        self.page.empty.wanted.emit()
        self.shows(self.page.room.isVisible)

    def add(self, name: str, role: str, department: str = "生产部") -> None:
        """List a person through the editor."""

        def fill(dialog: QDialog) -> None:
            assert isinstance(dialog, AttendeeEditor)
            dialog.name.setText(name)
            dialog.role.setCurrentIndex(dialog.role.findData(role))
            dialog.department.setText(department)

        self.ask.agrees, self.ask.fill = True, fill
        self.page.room.people.add.click()
        self.shows(lambda: name in self.rows())

    def rows(self) -> dict[str, Presence]:
        """The list as shown: name and state."""
        model = self.page.room.people.people.model()
        rows = [model.index(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(model.rowCount())]
        return {row.name: row.presence for row in rows if not isinstance(row, tuple)}

    def call(self, name: str) -> None:
        """Bring a person to the pad."""
        self.page.go_to(self.people()[name].id)

    def sign(self, name: str) -> None:
        """Write with the mouse and press Enter."""
        self.call(name)
        pad = self.page.room.sign.desk.pad
        write(pad)
        QTest.keyClick(pad, Qt.Key.Key_Return)
        self.shows(lambda: self.rows()[name] is Presence.SIGNED)

    def shows(self, fact: Callable[[], bool]) -> None:
        """Wait until it is so on the screen."""
        self.qtbot.waitUntil(fact)


def write(pad: QWidget) -> None:
    """Two strokes with the mouse, long enough to be a name."""
    for top in (40, 70):
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, top))
        for step in range(1, 12):
            spot = QPointF(40 + step * 9, top + (step % 3) * 12)
            QApplication.sendEvent(pad, _mouse_move(pad, spot))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(140, top))


def _mouse_move(pad: QWidget, spot: QPointF) -> QEvent:
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(pad.mapToGlobal(spot.toPoint()))
    device = QPointingDevice.primaryPointingDevice()
    return QMouseEvent(QEvent.Type.MouseMove, spot, place, button, button, none, device)


def prepare(vault: Vault, rulebook: str, place: Place) -> tuple[Audit, Visit]:
    """An audit with a leader and a visit today."""
    audit = vault.audits.start(
        NewAudit(number="A-1", kind=AuditKind.SURVEILLANCE, rulebook=rulebook, client="华东精密")
    )
    day = now().astimezone().date()
    visit = Visit(
        audit_id=audit.id,
        kind=VisitKind.SURVEILLANCE,
        first_day=day,
        last_day=day + timedelta(1),
        place=place,
    )
    member = TeamMember(audit_id=audit.id, name="李敏", role=TeamRole.LEADER)
    vault.audits.keep(member)
    return audit, vault.audits.keep(visit)


@pytest.fixture
def make_scene(qtbot: QtBot, tasks: Tasks, theme: Theme) -> Callable[..., Scene]:
    """Open a meeting page on a fresh audit."""

    def make(
        kind: type[MeetingPage] = OpeningPage,
        *,
        rulebook: str = "HCR",
        place: Place = Place.ON_SITE,
        scene: Scene | None = None,
    ) -> Scene:
        ask = Person()
        if scene is None:
            kept: list[tuple[Audit, Visit]] = []
            owner = QObject()
            tasks.run(owner, lambda vault: prepare(vault, rulebook, place), kept.append)
            qtbot.waitUntil(lambda: bool(kept))
            visit = kept[0][1]
        else:
            visit = scene.visit
        page = kind(tasks, ask, visit.audit_id)
        qtbot.addWidget(page)
        page.resize(1190, 830)
        page.show()
        qtbot.waitUntil(lambda: page._data is not None)
        return Scene(page=page, tasks=tasks, visit=visit, ask=ask, qtbot=qtbot)

    return make


@pytest.fixture
def scene(make_scene: Callable[..., Scene]) -> Scene:
    """An opened first meeting under HCR."""
    made = make_scene()
    made.open()
    return made


@pytest.fixture
def english() -> Iterator[None]:
    """The screen in English."""
    app = QApplication.instance()
    assert app is not None
    language = Language(app, places.resources())
    language.use("en")
    yield
    language.use("zh")


def test_a_meeting_begins_with_the_place_and_lists_the_team(
    make_scene: Callable[..., Scene],
) -> None:
    scene = make_scene()
    assert not scene.page.room.isVisible()
    scene.open("三楼会议室")
    assert scene.meeting().location == "三楼会议室"
    assert scene.rows() == {"李敏": Presence.SIGNING}
    assert "三楼会议室 · 李敏 主持" in scene.page.room.facts()


def test_who_thinks_better_of_it_opens_no_meeting(make_scene: Callable[..., Scene]) -> None:
    scene = make_scene()
    scene.page.empty.wanted.emit()
    assert scene.vault(lambda v: v.meetings.of(scene.visit.id)) == []


def test_an_off_site_visit_has_no_meeting_to_open(make_scene: Callable[..., Scene]) -> None:
    scene = make_scene(place=Place.OFF_SITE)
    assert not scene.page.empty.isVisible()
    assert not scene.page.room.isVisible()


def test_a_signature_is_kept_with_its_strokes_and_the_next_person_comes_up(scene: Scene) -> None:
    scene.add("王建国", "department_head")
    scene.add("蒋梅", "department_head")
    scene.sign("王建国")
    kept = scene.people()["王建国"]
    assert kept.is_signed
    assert kept.pen == "mouse"
    assert [len(stroke) > 5 for stroke in kept.strokes] == [True, True]
    assert scene.page.room.sign.key() == scene.people()["蒋梅"].id
    assert scene.page.room.sign.desk.strokes() == ()


def test_a_blank_pad_is_refused_and_nobody_turns_green(scene: Scene) -> None:
    pad = scene.page.room.sign.desk.pad
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert pad.accessibleDescription() == "还没有笔迹"
    assert not scene.people()["李敏"].is_signed


def test_closing_is_refused_with_the_clause_and_the_way_out(scene: Scene) -> None:
    scene.sign("李敏")
    scene.page.room.close_button.click()
    guard = scene.page.room.people.guard
    scene.shows(lambda: bool(guard.points()))
    assert "HCR 5.4.3.1：最高管理者须签到，或写明缺席原因" in guard.points()
    assert guard.words().startswith("HCR 5.4.3.1：缺最高管理者，须补签或填写缺席理由")
    assert scene.page.window().focusWidget() is guard.sign
    assert scene.meeting().closed_at is None


def test_a_missing_role_is_listed_and_called_to_the_pad_from_the_card(scene: Scene) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, AttendeeEditor)
        assert dialog.role.currentData() == "top_manager"
        dialog.name.setText("沈怀远")

    scene.ask.agrees, scene.ask.fill = True, fill
    scene.page.room.people.guard.sign.click()
    scene.shows(lambda: scene.rows().get("沈怀远") is Presence.SIGNING)


def test_an_explained_absence_satisfies_the_guard(scene: Scene) -> None:
    guard = scene.page.room.people.guard
    scene.add("邱立新", "ohs_representative")
    scene.ask.words = "外地出差"
    guard.reason_asked.emit(_demand(scene, "ohs_representative"))
    scene.shows(lambda: scene.rows()["邱立新"] is Presence.ABSENT)
    assert scene.people()["邱立新"].absence_reason == "外地出差"
    assert "代表" not in guard.words()


def test_an_absence_of_somebody_unlisted_asks_for_the_name_too(scene: Scene) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, AttendeeEditor)
        dialog.name.setText("沈怀远")
        dialog.reason.setText("出国")

    scene.ask.agrees, scene.ask.fill = True, fill
    scene.page.room.people.guard.reason.click()
    scene.shows(lambda: scene.rows().get("沈怀远") is Presence.ABSENT)
    assert scene.people()["沈怀远"].absence_reason == "出国"


def test_tcc_does_not_ask_for_a_safety_representative(make_scene: Callable[..., Scene]) -> None:
    scene = make_scene(rulebook="TCC")
    scene.open()
    room = scene.page._data.room if scene.page._data else None
    assert room is not None
    assert "ohs_representative" not in {one.role for one in room.demands if one.role.value}
    assert all(one.clause.startswith("TCC ") for one in room.demands)


def test_a_closed_meeting_is_read_only(scene: Scene) -> None:
    close_properly(scene)
    assert scene.meeting().closed_at is not None
    assert not scene.page.room.people.add.isVisible()
    assert not scene.page.room.close_button.isVisible()
    assert not scene.page.room.sign.desk.isVisible()
    assert scene.page.room.agenda.current_key() == ""


def test_thinking_better_of_it_leaves_the_meeting_open(scene: Scene) -> None:
    everybody_signs(scene)
    scene.ask.agrees = False
    scene.page.room.close_button.click()
    assert scene.meeting().closed_at is None


def test_an_agenda_item_is_told_with_its_answer_and_taken_back(scene: Scene) -> None:
    agenda = scene.page.room.agenda
    first = agenda.current_key()
    commit(agenda._current.reply, "范围没有变化")  # type: ignore[union-attr]
    agenda.say_current()
    scene.shows(lambda: agenda.current_key() != first)
    state = scene.vault(lambda v: v.meetings.state(scene.meeting_id()))
    assert state.marks[first].reply == "范围没有变化"
    assert state.marks[first].said_at
    agenda.take_back()
    scene.shows(lambda: agenda.current_key() == first)
    state = scene.vault(lambda v: v.meetings.state(scene.meeting_id()))
    assert state.marks[first].said_at is None
    assert state.marks[first].reply == "范围没有变化"


def test_an_answer_being_typed_is_kept_when_the_page_is_left(scene: Scene) -> None:
    agenda = scene.page.room.agenda
    item = agenda.current_key()
    commit(agenda._current.reply, "报警 8119")  # type: ignore[union-attr]
    scene.page.hide()
    state = scene.vault(lambda v: v.meetings.state(scene.meeting_id()))
    assert state.marks[item].reply == "报警 8119"
    assert state.marks[item].said_at is None


def test_a_corrected_name_is_kept_for_the_person_it_was_typed_for(scene: Scene) -> None:
    scene.add("王建国", "department_head")
    scene.add("蒋梅", "department_head")
    scene.call("王建国")
    commit(scene.page.room.sign.post, "部长")
    scene.call("蒋梅")
    assert scene.people()["王建国"].post == "部长"
    assert scene.people()["蒋梅"].post == ""


def test_an_empty_name_is_not_kept(scene: Scene) -> None:
    scene.page.room.sign.name.setText("")
    scene.page.flush()
    assert scene.page.room.sign.name.property("invalid") is True
    assert "李敏" in scene.people()


def test_strokes_stay_with_the_person_who_wrote_them(scene: Scene) -> None:
    scene.add("王建国", "department_head")
    scene.add("蒋梅", "department_head")
    scene.call("王建国")
    write(scene.page.room.sign.desk.pad)
    scene.call("蒋梅")
    assert scene.page.room.sign.desk.strokes() == ()
    scene.call("王建国")
    assert len(scene.page.room.sign.desk.strokes()) == 2


def test_who_cannot_write_is_typed_with_the_reason(scene: Scene) -> None:
    scene.ask.words = "手部受伤"
    scene.page.room.sign.desk.typing_asked.emit()
    scene.shows(lambda: scene.rows()["李敏"] is Presence.TYPED)
    kept = scene.people()["李敏"]
    assert (kept.typed_reason, kept.pen, kept.strokes) == ("手部受伤", "typed", ())


def test_the_turned_window_takes_a_signature_and_gives_the_window_back(scene: Scene) -> None:
    scene.page.room.sign.turn.click()
    desk = scene.page.window().findChild(TurnedDesk)
    assert isinstance(desk, TurnedDesk)
    assert desk.size() == scene.page.window().size()
    write(desk.pad)
    desk.done.click()
    scene.shows(lambda: scene.rows()["李敏"] is Presence.SIGNED)
    scene.shows(lambda: scene.page.window().findChild(TurnedDesk) is None)


def test_esc_leaves_the_turned_window_and_loses_no_stroke(scene: Scene) -> None:
    scene.page.room.sign.turn.click()
    desk = scene.page.window().findChild(TurnedDesk)
    assert isinstance(desk, TurnedDesk)
    write(desk.pad)
    QTest.keyClick(desk, Qt.Key.Key_Escape)
    assert len(scene.page.room.sign.desk.strokes()) == 2
    assert not scene.people()["李敏"].is_signed


def test_a_save_that_fails_leaves_the_signature_on_the_pad(scene: Scene) -> None:
    close_behind_the_screen(scene)
    pad = scene.page.room.sign.desk.pad
    write(pad)
    scene.page.room.sign.desk.confirmed.emit(pad.strokes())
    scene.shows(lambda: bool(scene.ask.told))
    assert "会议已结束" in scene.ask.told[0]
    assert len(pad.strokes()) == 2
    assert "没有保存" in pad.accessibleDescription()
    assert scene.rows()["李敏"] is Presence.SIGNING


@pytest.mark.parametrize(
    ("act", "presence"),
    [(people_panel.LATER, Presence.ABSENT_UNEXPLAINED), (people_panel.ABSENT, Presence.ABSENT)],
)
def test_an_absence_can_be_noted_now_or_explained(
    scene: Scene, act: str, presence: Presence
) -> None:
    scene.add("蒋梅", "worker")
    scene.ask.words = "请假"
    scene.page.room.people.act_asked.emit(act, scene.people()["蒋梅"].id)
    scene.shows(lambda: scene.rows()["蒋梅"] is presence)


def test_who_comes_after_all_signs_in(scene: Scene) -> None:
    scene.add("蒋梅", "worker")
    key = scene.people()["蒋梅"].id
    scene.page.room.people.act_asked.emit(people_panel.LATER, key)
    scene.shows(lambda: scene.rows()["蒋梅"] is Presence.ABSENT_UNEXPLAINED)
    scene.page.room.people.act_asked.emit(people_panel.PRESENT, key)
    scene.shows(lambda: scene.rows()["蒋梅"] is Presence.SIGNING)


def test_a_signed_person_cannot_be_taken_off_the_list(scene: Scene) -> None:
    scene.sign("李敏")
    scene.ask.agrees = True
    failed: list[Exception] = []
    scene.tasks.failed.connect(failed.append)
    scene.page.room.people.act_asked.emit(people_panel.REMOVE, scene.people()["李敏"].id)
    scene.shows(lambda: bool(failed))
    assert "李敏" in scene.people()


def test_a_person_listed_by_mistake_is_taken_off(scene: Scene) -> None:
    scene.add("蒋梅", "worker")
    scene.ask.agrees = True
    scene.page.room.people.act_asked.emit(people_panel.REMOVE, scene.people()["蒋梅"].id)
    scene.shows(lambda: "蒋梅" not in scene.rows())


def test_the_sign_in_sheet_is_shown_and_saved_where_asked(scene: Scene, tmp_path: Path) -> None:
    scene.ask.paths = [tmp_path / "签到表.pdf"]
    scene.page.room.preview.click()
    scene.shows(lambda: bool(scene.ask.seen))
    dialog = scene.ask.seen[0]
    assert isinstance(dialog, PdfDialog)
    assert dialog.is_readable
    assert dialog.view.page_count() >= 1
    dialog.save_asked.emit()
    scene.shows((tmp_path / "签到表.pdf").exists)


def test_the_closing_meeting_shows_the_record_head_and_who_is_missing(
    make_scene: Callable[..., Scene], scene: Scene
) -> None:
    scene.add("王建国", "department_head")
    scene.sign("王建国")
    closing = make_scene(ClosingPage, scene=scene)
    closing.open()
    closing.shows(lambda: "王建国" in closing.rows())
    head = closing.vault(lambda v: v.seals.head(scene.visit.audit_id))
    closing.shows(
        lambda: closing.page.room.strip.code().replace("\n", " ").replace(" ", "") == head
    )
    assert closing.page.room.strip.found() == "仅首次：王建国"
    closing.sign("王建国")
    assert closing.page.room.strip.found() == "签到人员一致"


def test_in_a_small_window_agenda_and_people_take_turns_and_the_pad_stays(scene: Scene) -> None:
    scene.page.resize(840, 640)
    room = scene.page.room
    scene.shows(lambda: not room.agenda.isVisible())
    assert room.people.isVisible()
    assert room.sign.isVisible()
    next(one for one in room.findChildren(QAbstractButton) if one.text() == "议程").click()
    assert room.agenda.isVisible()
    assert not room.people.isVisible()


def test_the_badge_counts_who_signed_in(scene: Scene) -> None:
    scene.sign("李敏")
    badge = scene.vault(lambda v: OpeningPage.badge(v, scene.visit.audit_id))
    assert badge is not None
    assert badge.text == "已签 1"


def test_the_pages_stand_in_english(english: None, make_scene: Callable[..., Scene]) -> None:
    scene = make_scene()
    scene.open()
    shown = (scene.page.room.close_button.text(), scene.page.room.open_words())
    assert not any("一" <= sign <= "鿿" for words in shown for sign in words)


def commit(field: QWidget, words: str) -> None:
    """What an input method does when the characters are chosen."""
    field.setFocus()
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def everybody_signs(scene: Scene) -> None:
    """All that HCR wants, and the leader."""
    for name, role in (
        ("沈怀远", "top_manager"),
        ("邱立新", "ohs_representative"),
        ("王建国", "department_head"),
    ):
        scene.add(name, role)
        scene.sign(name)
    scene.sign("李敏")


def close_properly(scene: Scene) -> None:
    """Sign, then end the meeting."""
    everybody_signs(scene)
    scene.ask.agrees = True
    scene.page.room.close_button.click()
    scene.shows(lambda: not scene.page.room.close_button.isVisible())


def close_behind_the_screen(scene: Scene) -> None:
    """The meeting ends in the vault, and the page has not heard of it."""
    meeting = scene.meeting()
    scene.page.SHOWS = frozenset()  # type: ignore[misc]  # the news does not come through
    scene.vault(lambda v: v.audits.keep(replace(meeting, closed_at=now()), seen=meeting))


def _demand(scene: Scene, role: str) -> Demand:
    room = scene.page._data.room if scene.page._data else None
    assert room is not None
    return next(one for one in room.demands if one.role.value == role)
