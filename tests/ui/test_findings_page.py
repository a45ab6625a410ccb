"""不符合项: what is typed is never lost, no step is skipped, both versions stay."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from auditor_app import places
from auditor_app.domain import (
    AuditKind,
    Evidence,
    Grade,
    NcState,
    Nonconformity,
    RecordId,
    Verdict,
    Visit,
    VisitKind,
    now,
)
from auditor_app.vault import NewAudit, Origin, Vault
from tests.core.builders import a_photo
from tests.ui.answers import Answers
from tests.ui.gallery import signature
from ui.editors.acknowledgement import AcknowledgementDialog
from ui.editors.finding_fields import TextField
from ui.editors.finding_parts import DisputeBox
from ui.editors.finding_rows import COLUMNS, clock_of
from ui.editors.line_field import LineField
from ui.editors.pdf_dialog import PdfDialog
from ui.editors.photo_dialogs import PhotoPicker
from ui.language import Language
from ui.pages.findings import FindingsPage
from ui.tasks import Tasks
from ui.theme import Theme

T = TypeVar("T")
READY = {
    "requirement": "作业前 30 分钟内检测",
    "facts": "许可证“气体检测”栏空白",
    "gap": "未检测即进入",
    "clause": "8.1.2",
    "department": "生产部",
}


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

    page: FindingsPage
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

    def all(self) -> list[Nonconformity]:
        """The nonconformities as kept."""
        return self.vault(lambda vault: vault.nonconformities.of(self.visit.audit_id))

    def one(self, number: str = "NC-01") -> Nonconformity:
        """One of them."""
        return next(nc for nc in self.all() if nc.number == number)

    def make(self, **fields: object) -> Nonconformity:
        """Write a draft behind the screen."""

        def make(vault: Vault) -> Nonconformity:
            blank = vault.nonconformities.blank(self.visit.audit_id, self.visit.id)
            return vault.nonconformities.save(replace(blank, **fields))  # type: ignore[arg-type]

        nc = self.vault(make)
        self.shows(lambda: self.page.board.card(nc.id) is not None)
        return nc

    def photograph(self, *links: str, color: str = "red") -> Evidence:
        """Take a photo in behind the screen."""
        origin = Origin(audit_id=self.visit.audit_id, links=links)
        return self.vault(lambda v: v.evidence.add_bytes(a_photo(color), f"{color}.jpg", origin))

    def issued(self, **fields: object) -> Nonconformity:
        """One that has been issued."""
        nc = self.make(**READY, **fields)
        self.photograph(nc.id)
        kept = self.vault(lambda v: v.nonconformities.advance(v.nonconformities.get(nc.id)))
        self.shows(lambda: self.column(nc.id) == NcState.ISSUED)
        return kept

    def open(self, nc: Nonconformity) -> None:
        """Open the drawer."""
        self.page.go_to(nc.id)
        self.shows(self.page.drawer.isVisible)

    def column(self, key: str) -> NcState:
        """In which column a card stands."""
        board = self.page.board
        held = next(n for n, one in enumerate(board._columns) if one.holds(key))
        return COLUMNS[held][0]

    def text(self, name: str) -> QWidget:
        """A field that takes words."""
        field = self.page.drawer.form.field(name)
        assert isinstance(field, TextField | LineField)
        return field

    def shows(self, fact: Callable[[], bool]) -> None:
        """Wait until it is so on the screen."""
        self.qtbot.waitUntil(fact)


def commit(field: QWidget, words: str) -> None:
    """What an input method does when the characters are chosen."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def compose(field: QWidget, letters: str) -> None:
    """What it does before."""
    QApplication.sendEvent(field, QInputMethodEvent(letters, []))


def prepare(vault: Vault) -> Visit:
    """An audit with a visit today."""
    audit = vault.audits.start(
        NewAudit(number="A-1", kind=AuditKind.SURVEILLANCE, rulebook="HCR", client="华东精密")
    )
    day = now().astimezone().date()
    visit = Visit(
        audit_id=audit.id,
        kind=VisitKind.SURVEILLANCE,
        first_day=day,
        last_day=day + timedelta(1),
    )
    return vault.audits.keep(visit)


@pytest.fixture
def scene(qtbot: QtBot, tasks: Tasks, theme: Theme) -> Scene:
    """The page on a fresh audit."""
    kept: list[Visit] = []
    owner = QObject()
    tasks.run(owner, prepare, kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    ask = Person()
    page = FindingsPage(tasks, ask, kept[0].audit_id)
    qtbot.addWidget(page)
    page.resize(1190, 830)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page._data is not None)
    return Scene(page=page, tasks=tasks, visit=kept[0], ask=ask, qtbot=qtbot)


@pytest.fixture
def english() -> Iterator[None]:
    """The screen in English."""
    app = QApplication.instance()
    assert app is not None
    language = Language(app, places.resources())
    language.use("en")
    yield
    language.use("zh")


def test_an_audit_without_findings_offers_the_first_one(scene: Scene) -> None:
    assert scene.page.empty.isVisible()
    scene.page.empty.wanted.emit()
    scene.shows(scene.page.drawer.isVisible)
    assert [nc.number for nc in scene.all()] == ["NC-01"]


def test_chinese_typed_by_input_method_keeps_itself(scene: Scene) -> None:
    scene.open(scene.make())
    field = scene.text("facts")
    compose(field, "xu ke zheng")
    commit(field, "许可证栏空白")
    scene.shows(lambda: scene.one().facts == "许可证栏空白")


def test_letters_still_being_composed_are_not_kept(scene: Scene) -> None:
    scene.open(scene.make())
    field = scene.text("facts")
    commit(field, "抽 5 份，")
    compose(field, "yi fen")
    scene.page.flush()
    assert scene.one().facts == "抽 5 份，"


def test_composed_letters_are_not_lost_when_another_finding_is_opened(scene: Scene) -> None:
    first, second = scene.make(), scene.make()
    scene.open(first)
    compose(scene.text("facts"), "许可证")
    scene.open(second)
    assert [nc.facts for nc in scene.all()] == ["许可证", ""]


def test_words_go_to_the_finding_they_were_typed_for(scene: Scene) -> None:
    first, second = scene.make(), scene.make()
    scene.open(first)
    commit(scene.text("gap"), "第一项的差距")
    commit(scene.text("responsible"), "王建国")
    scene.open(second)
    commit(scene.text("gap"), "第二项的差距")
    scene.page.flush()
    assert [nc.gap for nc in scene.all()] == ["第一项的差距", "第二项的差距"]
    assert [nc.responsible for nc in scene.all()] == ["王建国", ""]


def test_leaving_the_page_keeps_what_was_typed(scene: Scene) -> None:
    scene.open(scene.make())
    commit(scene.text("requirement"), "应先检测")
    scene.page.hide()
    assert scene.one().requirement == "应先检测"


def test_quick_typing_never_disputes_with_itself(scene: Scene) -> None:
    scene.open(scene.make())
    for words in ("一", "二", "三"):
        commit(scene.text("facts"), words)
        scene.page.flush()
    assert scene.one().facts == "一二三"
    assert scene.vault(lambda v: v.conflicts.of(scene.visit.audit_id)) == []


def test_a_field_changed_elsewhere_meanwhile_becomes_a_dispute_not_a_loss(scene: Scene) -> None:
    nc = scene.make(facts="原来的写法")
    scene.open(nc)
    scene.page.SHOWS = frozenset()  # type: ignore[misc]  # the news does not come through
    other = replace(nc, facts="别人的写法")
    scene.vault(lambda v: v.nonconformities.save(other, seen=nc))
    commit(scene.text("facts"), "我的")
    scene.page.flush()
    found = scene.vault(lambda v: v.conflicts.of(scene.visit.audit_id))
    values = {one.value for one in found[0].candidates}
    assert "别人的写法" in values
    assert any("我的" in str(one) for one in values)


def test_no_date_stays_in_red_and_is_not_kept(scene: Scene) -> None:
    scene.open(scene.make(due_on=date(2026, 4, 1)))
    field = scene.text("due_on")
    assert isinstance(field, LineField)
    field.setText("四月底")
    scene.page.flush()
    assert field.property("invalid") is True
    assert scene.one().due_on == date(2026, 4, 1)
    field.setText("2026-04-30")
    scene.page.flush()
    assert scene.one().due_on == date(2026, 4, 30)


def test_grade_and_classes_are_kept_as_chosen(scene: Scene) -> None:
    scene.open(scene.make())
    form = scene.page.drawer.form
    grade = form.field("grade").findChildren(QWidget)
    next(one for one in grade if getattr(one, "text", str)() == "严重").click()  # type: ignore[attr-defined]
    boxes = form.field("classes").findChildren(QWidget)
    boxes[0].click()  # type: ignore[attr-defined]
    scene.shows(lambda: scene.one().grade is Grade.MAJOR)
    assert scene.one().classes == ("standard",)


def test_issuing_is_refused_with_everything_that_is_missing(scene: Scene) -> None:
    nc = scene.make(**{**READY, "gap": ""})
    scene.open(nc)
    assert "差距" in scene.page.drawer.open_words()
    scene.page.drawer.next.click()
    scene.shows(lambda: bool(scene.ask.told))
    assert "差距" in scene.ask.told[0]
    assert "至少一张照片证据" in scene.ask.told[0]
    assert scene.text("gap").property("invalid") is True
    assert scene.one().state is NcState.DRAFT


def test_issuing_without_evidence_is_refused_and_with_it_goes_on(scene: Scene) -> None:
    nc = scene.make(**READY)
    scene.open(nc)
    scene.page.drawer.next.click()
    scene.shows(lambda: bool(scene.ask.told))
    scene.photograph(nc.id)
    scene.page.drawer.next.click()
    scene.shows(lambda: scene.column(nc.id) is NcState.ISSUED)
    assert scene.one().issued_at is not None


def test_words_typed_a_moment_before_count_for_the_step(scene: Scene) -> None:
    nc = scene.make(**{**READY, "gap": ""})
    scene.photograph(nc.id)
    scene.open(nc)
    commit(scene.text("gap"), "未检测即进入")
    scene.page.drawer.next.click()
    scene.shows(lambda: scene.column(nc.id) is NcState.ISSUED)


def test_the_client_signs_and_what_was_signed_is_locked(scene: Scene) -> None:
    nc = scene.issued(responsible="王建国")
    scene.open(nc)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, AcknowledgementDialog)
        dialog.pad.show_strokes(signature(1))

    scene.ask.agrees, scene.ask.fill = True, fill
    scene.page.drawer.form.client.button.click()
    scene.shows(lambda: "确认" in scene.page.drawer.form.client.words())
    kept = scene.one()
    assert kept.acknowledged_by == "王建国"
    assert kept.acknowledged_strokes
    facts = scene.page.drawer.form.field("facts")
    assert isinstance(facts, TextField)
    scene.shows(facts.isReadOnly)


def test_a_dispute_is_kept_in_the_clients_words(scene: Scene) -> None:
    scene.open(scene.issued())

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, AcknowledgementDialog)
        dialog.name.setText("王建国")
        dialog.dispute.setPlainText("检测仪当天送检")

    scene.ask.agrees, scene.ask.fill = True, fill
    scene.page.drawer.form.client.button.click()
    scene.shows(lambda: "异议" in scene.page.drawer.form.client.words())
    assert scene.one().dispute == "检测仪当天送检"


def test_a_confirmation_without_signature_or_words_is_refused(theme: Theme, qtbot: QtBot) -> None:
    dialog = AcknowledgementDialog(Nonconformity(number="NC-01", visit_id=RecordId("v")))
    qtbot.addWidget(dialog)
    assert dialog.find_trouble() == "请填写受审核方确认人的姓名。"
    dialog.name.setText("王建国")
    assert "请其签名" in dialog.find_trouble()
    dialog.pad.show_strokes(signature(1))
    assert dialog.find_trouble() == ""


def test_the_whole_way_to_closure_is_walked_in_the_drawer(scene: Scene) -> None:
    nc = scene.issued(acknowledged_by="王建国")
    scene.open(nc)
    for words in (
        {"cause": "无人顶替", "correction": "补测", "corrective_action": "设 A/B 角"},
        {},
        {"action_evidence": "附检测报告"},
        {"verification": "与现场一致", "verification_method": "文件验证"},
        {},
    ):
        for name, value in words.items():
            commit(scene.text(name), value)
        state = scene.one().state
        scene.page.drawer.next.click()
        scene.shows(lambda state=state: scene.one().state is not state)  # type: ignore[misc]
    assert scene.one().state is NcState.CLOSED
    scene.shows(lambda: not scene.page.drawer.next.isVisible())


def test_ineffective_evidence_is_sent_back_with_the_reason(scene: Scene) -> None:
    nc = scene.issued(acknowledged_by="王", cause="因", correction="纠", corrective_action="措")

    def advance(vault: Vault) -> Nonconformity:
        one = vault.nonconformities.get(nc.id)
        one = vault.nonconformities.advance(vault.nonconformities.advance(one))
        one = vault.nonconformities.save(replace(one, action_evidence="照片"), seen=one)
        return vault.nonconformities.advance(one)

    scene.open(scene.vault(advance))
    scene.shows(scene.page.drawer.back.isVisible)
    scene.ask.words = "未见效果"
    scene.page.drawer.back.click()
    scene.shows(lambda: scene.column(nc.id) is NcState.ISSUED)
    assert scene.one().verification == "未见效果"


def test_two_versions_are_shown_with_their_authors_and_settled(scene: Scene) -> None:
    nc = scene.make(facts="甲的写法")
    stale = replace(nc, facts="更早")
    scene.vault(lambda v: v.nonconformities.save(replace(stale, facts="乙的写法"), seen=stale))
    scene.open(nc)
    scene.shows(lambda: bool(scene.page.drawer.form.findChildren(DisputeBox)))
    box = scene.page.drawer.form.findChildren(DisputeBox)[0]
    assert "先裁定" in scene.page.drawer.open_words()
    press(box, "两版都写")
    scene.shows(lambda: not scene.page.drawer.form.findChildren(DisputeBox))
    assert scene.one().facts == "甲的写法\n乙的写法"


def test_no_step_is_taken_over_an_open_dispute(scene: Scene) -> None:
    nc = scene.make(**READY)
    scene.photograph(nc.id)
    stale = replace(nc, gap="更早")
    scene.vault(lambda v: v.nonconformities.save(replace(stale, gap="另一版"), seen=stale))
    scene.open(nc)
    scene.shows(lambda: bool(scene.page.drawer.form.findChildren(DisputeBox)))
    scene.page.drawer.next.click()
    scene.shows(lambda: bool(scene.ask.told))
    assert scene.one().state is NcState.DRAFT


def test_photos_are_imported_linked_and_taken_off(scene: Scene, tmp_path: Path) -> None:
    nc = scene.make()
    other = scene.photograph(color="blue")
    scene.open(nc)
    (tmp_path / "现场.jpg").write_bytes(a_photo("green"))
    scene.ask.paths = [tmp_path / "现场.jpg"]
    thumbs = scene.page.drawer.form.thumbs
    thumbs.import_asked.emit()
    scene.shows(lambda: count(scene, nc) == 1)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, PhotoPicker)
        dialog.grid.select(other.sha256)

    scene.ask.agrees, scene.ask.fill = True, fill
    scene.shows(lambda: len(scene.page._data.photos) == 2 if scene.page._data else False)
    thumbs.link_asked.emit()
    scene.shows(lambda: count(scene, nc) == 2)
    thumbs.off_asked.emit(other.sha256)
    scene.shows(lambda: count(scene, nc) == 1)


def test_a_broken_file_is_told_and_harms_nothing(scene: Scene, tmp_path: Path) -> None:
    scene.open(scene.make())
    (tmp_path / "坏.jpg").write_bytes(b"not a photo")
    scene.ask.paths = [tmp_path / "坏.jpg"]
    scene.page.drawer.form.thumbs.import_asked.emit()
    scene.shows(lambda: bool(scene.ask.told))
    assert scene.vault(lambda v: v.evidence.of(scene.visit.audit_id)) == []


def test_the_report_of_one_finding_is_compiled_and_shown(scene: Scene) -> None:
    scene.open(scene.issued())
    scene.page.drawer.report_asked.emit()
    scene.shows(lambda: bool(scene.ask.seen))
    dialog = scene.ask.seen[0]
    assert isinstance(dialog, PdfDialog)
    assert dialog.is_readable


def test_the_past_says_who_changed_what(scene: Scene) -> None:
    nc = scene.make()
    scene.open(nc)
    commit(scene.text("facts"), "许可证栏空白")
    scene.page.flush()
    history = scene.page.drawer.form.history
    scene.shows(lambda: len(history.lines()) == 2)
    assert history.lines()[0].startswith("李敏 · ")
    assert history.lines()[0].endswith("证据")
    assert history.lines()[1].endswith("建立")


def test_a_draft_made_by_mistake_is_deleted_after_a_question(scene: Scene) -> None:
    scene.open(scene.make())
    scene.page.drawer.delete.click()
    assert len(scene.all()) == 1
    scene.ask.agrees = True
    scene.page.drawer.delete.click()
    scene.shows(lambda: not scene.page.drawer.isVisible())
    assert scene.all() == []


def test_an_answer_not_conforming_without_a_finding_is_offered_as_a_draft(scene: Scene) -> None:
    def answer(vault: Vault) -> str:
        state = vault.checklists.state(scene.visit.audit_id, scene.visit.id)
        blank = vault.checklists.blank(scene.visit, state.items[0])
        return vault.checklists.save(replace(blank, verdict=Verdict.MAJOR, note="无检测记录")).id

    key = scene.vault(answer)
    scene.shows(scene.page.hints.isVisible)
    scene.page.hints.followed.emit(key)
    scene.shows(scene.page.drawer.isVisible)
    assert (scene.one().grade, scene.one().facts) == (Grade.MAJOR, "无检测记录")


def test_the_keyboard_walks_opens_advances_and_leaves(scene: Scene) -> None:
    issued = scene.issued()
    ready = scene.make(**READY)
    scene.photograph(ready.id)
    board, window = scene.page.board, scene.page.window()
    board.focus_card(ready.id)
    QTest.keyClick(_card(scene, ready), Qt.Key.Key_Right)
    assert window.focusWidget() is board.card(issued.id)
    QTest.keyClick(_card(scene, issued), Qt.Key.Key_Return)
    assert scene.page.drawer.isVisible()
    QTest.keyClick(scene.page.drawer, Qt.Key.Key_Escape)
    assert not scene.page.drawer.isVisible()
    assert window.focusWidget() is board.card(issued.id)
    right = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(_card(scene, ready), Qt.Key.Key_Right, right)
    scene.shows(lambda: scene.column(ready.id) is NcState.ISSUED)


def test_the_grade_chips_filter_the_board(scene: Scene) -> None:
    major, minor = scene.make(grade=Grade.MAJOR), scene.make()
    scene.page.chips.show_chips(
        tuple(button.chip for button in scene.page.chips._buttons.values()), "major"
    )
    scene.page.chips.chosen.emit("major")
    assert scene.page.board.card(major.id) is not None
    assert scene.page.board.card(minor.id) is None


@pytest.mark.parametrize(
    ("days", "words", "tone"),
    [(31, "余 31 天", "ink2"), (7, "余 7 天", "minor"), (-2, "逾期 2 天", "major")],
)
def test_the_clock_says_how_urgent_it_is(days: int, words: str, tone: str) -> None:
    today = date(2026, 3, 13)
    nc = Nonconformity(number="NC-01", visit_id=RecordId("v"), due_on=today + timedelta(days))
    clock = clock_of(nc, today)
    assert (clock.words, clock.tone) == (words, tone)


def test_columns_without_room_fold_and_the_open_finding_stays_in_sight(scene: Scene) -> None:
    nc = scene.issued(acknowledged_by="王", cause="因", correction="纠", corrective_action="措")

    def verify(vault: Vault) -> Nonconformity:
        one = vault.nonconformities.get(nc.id)
        changed = replace(one, action_evidence="照", verification="验", verification_method="文件")
        one = vault.nonconformities.save(changed, seen=one)
        while vault.nonconformities.next_state(one):
            one = vault.nonconformities.advance(one)
        return one

    scene.open(scene.vault(verify))
    scene.shows(lambda: scene.column(nc.id) is NcState.VERIFIED)
    card = _card(scene, nc)
    scene.shows(card.isVisible)
    assert any(column.is_folded for column in scene.page.board._columns)


def test_the_badge_counts_what_is_open(scene: Scene) -> None:
    scene.make()
    badge = scene.vault(lambda v: FindingsPage.badge(v, scene.visit.audit_id))
    assert badge is not None
    assert badge.text == "1"
    assert badge.is_alert


def test_the_page_stands_in_english(english: None, scene: Scene) -> None:
    scene.open(scene.make())
    shown = (
        scene.page.drawer.next.text(),
        scene.page.new.text(),
        _card(scene, scene.one()).toolTip(),
    )
    assert not any("一" <= sign <= "鿿" for words in shown for sign in words)


def count(scene: Scene, nc: Nonconformity) -> int:
    """How many photos serve a finding."""
    return len(scene.vault(lambda v: v.nonconformities.evidence(v.nonconformities.get(nc.id))))


def press(box: QWidget, word: str) -> None:
    """Press a button by its word."""
    next(one for one in box.findChildren(QPushButton) if one.text() == word).click()


def _card(scene: Scene, nc: Nonconformity) -> QWidget:
    card = scene.page.board.card(nc.id)
    assert card is not None
    return card
