"""检查表: every click and every word reaches the vault, and only where it belongs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from auditor_app import places
from auditor_app.domain import (
    Answer,
    Evidence,
    Nonconformity,
    RecordId,
    Verdict,
    Visit,
    VisitKind,
    now,
)
from auditor_app.vault import Vault, open_vault
from tests.core.builders import a_photo
from tests.ui.answers import Answers
from tests.ui.conftest import PASSPHRASE
from ui.language import Language
from ui.pages.checklist import ChecklistPage
from ui.pages.checklist_parts.tree import View
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.photo_strip import PhotoTile
from ui.widgets.verdict_bar import VerdictButton

T = TypeVar("T")


@dataclass
class Scene:
    """A page on a real vault, and what is in the vault."""

    page: ChecklistPage
    tasks: Tasks
    visit: Visit
    qtbot: QtBot

    def ask_vault(self, operation: Callable[[Vault], T]) -> T:
        """What the vault says, after everything asked of it before."""
        found: list[T] = []
        owner = QObject()
        self.tasks.run(owner, operation, found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def answers(self) -> dict[str, Answer]:
        """The visit's answers by key."""
        return self.ask_vault(lambda vault: vault.checklists.answers(self.visit.id))

    def answer(self, key: str) -> Answer | None:
        """One of them."""
        return self.answers().get(key)

    def go(self, place: int) -> str:
        """Show an item by its place in the order; returns its key."""
        key = self.page.list.tree.shown_keys()[place]
        self.page.go_to(key)
        return key

    def commit(self, words: str) -> None:
        """What an input method does when the characters are chosen."""
        event = QInputMethodEvent("", [])
        event.setCommitString(words)
        QApplication.sendEvent(self.page.detail.note.text, event)

    def compose(self, letters: str) -> None:
        """What it does before."""
        QApplication.sendEvent(self.page.detail.note.text, QInputMethodEvent(letters, []))

    def shows(self, words: str) -> bool:
        """Whether these words stand on the page."""
        labels = self.page.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisibleTo(self.page))

    def conclude(self, verdict: Verdict) -> None:
        """Click a verdict."""
        buttons = self.page.detail.verdict.findChildren(VerdictButton)
        wanted = next(button for button in buttons if button.verdict is verdict)
        QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)

    def press(self, words: str) -> None:
        """Click the button with this word."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QAbstractButton:
        """The button with this word."""
        buttons = self.page.findChildren(QAbstractButton)
        return next(b for b in buttons if b.text() == words and b.isVisibleTo(self.page))


def _visits(vault: Vault, audit_id: RecordId) -> Visit:
    today = now().astimezone().date()
    first, second = today - timedelta(20), today - timedelta(1)
    vault.audits.keep(
        Visit(audit_id=audit_id, kind=VisitKind.STAGE1, first_day=first, last_day=first)
    )
    return vault.audits.keep(
        Visit(audit_id=audit_id, kind=VisitKind.STAGE2, first_day=second, last_day=today)
    )


@pytest.fixture
def scene(
    qtbot: QtBot, tasks: Tasks, ask: Answers, start_audit: Callable[..., Visit], theme: Theme
) -> Scene:
    """An audit with two visits; the page shows stage 2."""
    audit = start_audit(tasks, "华东精密")
    kept: list[Visit] = []
    owner = QObject()
    tasks.run(owner, lambda vault: _visits(vault, audit.id), kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    page = ChecklistPage(tasks, ask, audit.id)
    qtbot.addWidget(page)
    page.resize(1160, 830)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.has_shown and page.isActiveWindow())
    return Scene(page=page, tasks=tasks, visit=kept[0], qtbot=qtbot)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "现场.jpg"
    path.write_bytes(a_photo())
    return path


def write(scene: Scene, words: str) -> None:
    scene.page.detail.note.setFocus()
    scene.qtbot.waitUntil(scene.page.detail.note.text.hasFocus)
    scene.commit(words)


def test_a_click_on_a_verdict_saves_it(scene: Scene) -> None:
    key = scene.go(3)
    scene.conclude(Verdict.OBSERVATION)
    answer = scene.answer(key)
    assert answer is not None
    assert (answer.verdict, answer.made_by) == (Verdict.OBSERVATION, "李敏")


def test_a_second_click_takes_the_verdict_back(scene: Scene) -> None:
    key = scene.go(3)
    for _ in range(2):
        scene.conclude(Verdict.CONFORMING)
    answer = scene.answer(key)
    assert answer is not None
    assert answer.verdict is None


def test_a_figure_is_a_verdict_in_the_list(scene: Scene) -> None:
    key = scene.go(0)
    scene.page.list.tree.setFocus()
    QTest.keyClick(scene.page.list.tree, Qt.Key.Key_5)
    answer = scene.answer(key)
    assert answer is not None
    assert answer.verdict is Verdict.NOT_APPLICABLE


def test_a_figure_is_a_figure_in_the_record(scene: Scene) -> None:
    key = scene.go(0)
    write(scene, "抽查")
    QTest.keyClick(scene.page.detail.note.text, Qt.Key.Key_5)
    scene.page.flush()
    answer = scene.answer(key)
    assert answer is not None
    assert (answer.note, answer.verdict) == ("抽查5", None)


def test_chinese_words_save_themselves(scene: Scene) -> None:
    key = scene.go(2)
    write(scene, "抽查许可证 5 份。")
    scene.qtbot.waitUntil(lambda: scene.shows("已保存"))
    answer = scene.answer(key)
    assert answer is not None
    assert answer.note == "抽查许可证 5 份。"


def test_words_being_composed_are_not_saved_yet(scene: Scene) -> None:
    key = scene.go(2)
    write(scene, "抽查")
    scene.compose("xukezheng")
    scene.qtbot.wait(600)
    assert scene.answer(key) is None
    scene.commit("许可证")
    scene.qtbot.waitUntil(lambda: key in scene.answers())
    assert scene.answers()[key].note == "抽查许可证"


def test_text_stays_with_the_item_it_was_typed_for(scene: Scene) -> None:
    first = scene.go(2)
    write(scene, "第一项的记录")
    second = scene.go(3)
    scene.commit("第二项的记录")
    third = scene.go(4)
    notes = {key: answer.note for key, answer in scene.answers().items()}
    assert notes == {first: "第一项的记录", second: "第二项的记录"}
    assert (scene.page.desk.key, scene.page.detail.note.note()) == (third, "")


def test_half_composed_words_survive_a_change_of_item(scene: Scene) -> None:
    key = scene.go(2)
    write(scene, "抽查")
    scene.compose("xuke")
    scene.go(3)
    assert scene.answers()[key].note == "抽查xuke"


def test_quick_edits_of_one_answer_are_no_conflict(scene: Scene) -> None:
    key = scene.go(1)
    write(scene, "甲")
    scene.page.flush()
    scene.commit("乙")
    scene.page.flush()
    scene.conclude(Verdict.CONFORMING)
    answer = scene.answer(key)
    assert answer is not None
    assert (answer.note, answer.verdict) == ("甲乙", Verdict.CONFORMING)
    assert scene.ask_vault(lambda v: v.conflicts.of(scene.page.audit_id)) == []


def test_a_reload_leaves_typing_and_cursor_alone(scene: Scene) -> None:
    scene.go(1)
    write(scene, "抽查了五份许可证")
    cursor = scene.page.detail.note.text.textCursor()
    cursor.setPosition(2)
    scene.page.detail.note.text.setTextCursor(cursor)
    scene.commit("并核对")
    scene.page.refresh()
    scene.answers()
    scene.qtbot.wait(50)
    assert scene.page.detail.note.note() == "抽查并核对了五份许可证"
    assert scene.page.detail.note.text.textCursor().position() == 5
    assert scene.page.detail.note.text.hasFocus()


def test_hiding_the_page_saves_what_was_typed(scene: Scene) -> None:
    key = scene.go(1)
    write(scene, "未停下来就切走")
    scene.page.hide()
    assert scene.answers()[key].note == "未停下来就切走"


def test_everything_typed_is_there_after_closing(
    scene: Scene, make_tasks: Callable[[], Tasks], tmp_path: Path
) -> None:
    key = scene.go(1)
    write(scene, "甲")
    scene.page.flush()
    scene.commit("乙")
    scene.page.flush()
    scene.tasks.close()
    vault = open_vault(tmp_path / "vault0", passphrase=PASSPHRASE)
    kept = vault.checklists.answers(scene.visit.id)
    vault.close()
    assert kept[key].note == "甲乙"


def refuse_writing(vault: Vault, is_refusing: int) -> bool:
    """SQLCipher itself says no, as on a disk that became read-only."""
    vault._database.execute(f"PRAGMA query_only = {is_refusing}")
    return True


def test_when_the_disk_refuses_the_text_stays_and_can_be_saved_later(scene: Scene) -> None:
    key = scene.go(1)
    scene.ask_vault(lambda vault: refuse_writing(vault, 1))
    write(scene, "磁盘出错时写的")
    scene.qtbot.waitUntil(lambda: scene.shows("没有保存"))
    scene.go(2)
    assert not scene.shows("没有保存")
    scene.page.go_to(key)
    assert scene.page.detail.note.note() == "磁盘出错时写的"
    scene.ask_vault(lambda vault: refuse_writing(vault, 0))
    scene.press("重试")
    scene.qtbot.waitUntil(lambda: not scene.shows("没有保存"))
    assert scene.answers()[key].note == "磁盘出错时写的"


def test_alt_and_arrows_walk_the_items(scene: Scene) -> None:
    first = scene.go(0)
    QTest.keyClick(scene.page.detail.note.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    second = scene.page.desk.key
    QTest.keyClick(scene.page.detail.note.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert (scene.page.list.tree.shown_keys()[:2]) == [first, second]
    assert scene.page.desk.key == first


def test_an_item_without_a_verdict_is_not_done(scene: Scene) -> None:
    key = scene.go(0)
    QTest.keyClick(scene.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert scene.page.desk.key == key
    assert scene.shows("请先选结论")


def test_done_goes_to_the_next_item_nobody_looked_at(scene: Scene) -> None:
    scene.go(1)
    scene.page.list.tree.setFocus()
    QTest.keyClick(scene.page.list.tree, Qt.Key.Key_1)
    scene.go(0)
    write(scene, "看过")
    scene.conclude(Verdict.CONFORMING)
    QTest.keyClick(
        scene.page.detail.note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert scene.page.desk.key == scene.page.list.tree.shown_keys()[2]


def test_an_item_left_for_later_comes_last(scene: Scene) -> None:
    key = scene.go(0)
    scene.press("稍后再查")
    assert scene.page.desk.key == scene.page.list.tree.shown_keys()[1]
    answer = scene.answer(key)
    assert answer is not None
    assert answer.is_postponed
    scene.page.go_to(key)
    assert scene.button("取消稍后").isVisible()


def photos_of(scene: Scene) -> list[Evidence]:
    return scene.ask_vault(lambda vault: vault.evidence.of(scene.page.audit_id))


def tiles(scene: Scene) -> list[PhotoTile]:
    return scene.page.detail.photos.strip.findChildren(PhotoTile)


def test_an_imported_photo_appears_and_is_linked(scene: Scene, ask: Answers, photo: Path) -> None:
    key = scene.go(2)
    ask.paths = [photo]
    QTest.keyClick(scene.page, Qt.Key.Key_F8)
    scene.qtbot.waitUntil(lambda: len(tiles(scene)) == 1)
    answer = scene.answer(key)
    assert answer is not None
    assert [one.links for one in photos_of(scene)] == [(answer.id,)]


def test_a_bad_file_is_named_and_the_good_one_kept(scene: Scene, ask: Answers, photo: Path) -> None:
    scene.go(2)
    bad = photo.with_name("说明.jpg")
    bad.write_bytes(b"not a photo")
    ask.paths = [bad, photo]
    QTest.keyClick(scene.page, Qt.Key.Key_F8)
    scene.qtbot.waitUntil(lambda: bool(ask.told))
    assert "说明.jpg" in ask.told[0]
    assert [one.name for one in photos_of(scene)] == ["现场.jpg"]


def test_a_photo_dropped_on_the_record_is_evidence_not_text(scene: Scene, photo: Path) -> None:
    scene.go(2)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    over = scene.page.detail.note.text.viewport()
    QApplication.sendEvent(over, QDragEnterEvent(QPoint(9, 9), copy, data, left, plain))
    QApplication.sendEvent(over, QDropEvent(QPointF(9, 9), copy, data, left, plain))
    scene.qtbot.waitUntil(lambda: len(tiles(scene)) == 1)


def test_a_pasted_picture_is_evidence(scene: Scene) -> None:
    scene.go(2)
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    scene.press("粘贴")
    scene.qtbot.waitUntil(lambda: len(tiles(scene)) == 1)
    assert [one.source for one in photos_of(scene)] == ["paste"]


def test_a_photo_opens_in_full_and_can_leave_the_item(
    scene: Scene, ask: Answers, photo: Path
) -> None:
    scene.go(2)
    ask.paths = [photo]
    scene.page.import_photos()
    scene.qtbot.waitUntil(lambda: len(tiles(scene)) == 1)
    QTest.mouseClick(tiles(scene)[0], Qt.MouseButton.LeftButton)
    assert scene.page.overlay.isVisible()
    scene.press("从本项移除")
    scene.qtbot.waitUntil(lambda: not tiles(scene))
    scene.press("撤销")
    scene.qtbot.waitUntil(lambda: len(tiles(scene)) == 1)


def test_the_originals_are_checked(scene: Scene, ask: Answers, photo: Path) -> None:
    scene.go(2)
    ask.paths = [photo]
    scene.page.import_photos()
    scene.qtbot.waitUntil(lambda: scene.shows("1 张 · 原图已校验"))


def test_a_nonconformity_takes_the_record_with_it(scene: Scene) -> None:
    key = scene.go(2)
    write(scene, "SX-0311 的气体检测栏空白")
    scene.conclude(Verdict.MINOR)
    with scene.qtbot.waitSignal(scene.page.navigate) as gone:
        scene.press("开具不符合项")
    nc: Nonconformity = scene.ask_vault(lambda v: v.nonconformities.of(scene.page.audit_id)[0])
    answer = scene.answer(key)
    assert answer is not None
    assert gone.args == ["findings", nc.id]
    assert (nc.facts, nc.answer_id) == ("SX-0311 的气体检测栏空白", answer.id)
    scene.qtbot.waitUntil(lambda: scene.shows("NC-01"))


def test_a_filter_keeps_the_item_one_works_on(scene: Scene) -> None:
    key = scene.go(0)
    chips = scene.page.list.chips
    scene.press("待查")
    scene.conclude(Verdict.CONFORMING)
    scene.qtbot.waitUntil(lambda: scene.shows("已查 1 /"))
    assert chips.chosen_key() == "open"
    assert scene.page.list.tree.selected_key() == key
    other = scene.go(1)
    scene.page.refresh()
    scene.qtbot.waitUntil(lambda: key not in scene.page.list.tree.shown_keys())
    assert scene.page.list.tree.selected_key() == other


def test_the_search_field_looks_into_the_records_too(scene: Scene) -> None:
    key = scene.go(5)
    write(scene, "喷漆房静电接地 0311")
    scene.page.flush()
    scene.answers()
    scene.page.list.search.setText("静电 0311")
    scene.qtbot.waitUntil(lambda: scene.page.list.tree.shown_keys() == [key])


@pytest.mark.parametrize("view", list(View))
def test_every_view_holds_every_item(scene: Scene, view: View) -> None:
    scene.page.list.views[view].trigger()
    scene.answers()
    scene.qtbot.waitUntil(scene.page.list.views[view].isChecked)
    items = scene.ask_vault(lambda v: v.checklists.state(scene.page.audit_id, scene.visit.id).items)
    assert set(scene.page.list.tree.shown_keys()) == {item.key for item in items}


def test_another_stage_has_its_own_answers(scene: Scene) -> None:
    key = scene.go(0)
    write(scene, "二阶段的记录")
    header = scene.page.header_widgets()[0]
    scene.qtbot.addWidget(header)
    first = next(b for b in header.findChildren(QAbstractButton) if b.text() == "一阶段")
    first.click()
    scene.qtbot.waitUntil(lambda: scene.page.desk.key != key)
    assert scene.page.detail.note.note() == ""
    assert [a.note for a in scene.answers().values()] == ["二阶段的记录"]


def test_two_versions_stand_side_by_side_until_one_is_chosen(scene: Scene) -> None:
    key = scene.go(2)

    def disagree(vault: Vault) -> None:
        items = vault.checklists.state(scene.page.audit_id, scene.visit.id).items
        item = next(one for one in items if one.key == key)
        first = vault.checklists.save(replace(vault.checklists.blank(scene.visit, item), note="甲"))
        vault.checklists.save(replace(first, note="乙说合格"), seen=first)
        vault.checklists.save(replace(first, note="丙说不合格"), seen=first)

    scene.ask_vault(disagree)
    scene.qtbot.waitUntil(lambda: scene.shows("丙说不合格") and scene.shows("乙说合格"))
    choices = [b for b in scene.page.findChildren(QPushButton) if b.text() == "采用此版"]
    QTest.mouseClick(choices[0], Qt.MouseButton.LeftButton)
    scene.qtbot.waitUntil(lambda: not scene.page.detail.conflicts.isVisible())
    assert scene.ask_vault(lambda v: v.conflicts.of(scene.page.audit_id)) == []


def test_names_and_documents_are_kept_beside_the_text(scene: Scene, ask: Answers) -> None:
    key = scene.go(2)
    ask.words = "王建国"
    scene.press("受访人")
    ask.words = "作业票 SX-0311"
    scene.press("引用文件")
    scene.page.flush()
    answer = scene.answer(key)
    assert answer is not None
    assert (answer.interviewees, answer.documents) == (("王建国",), ("作业票 SX-0311",))
    assert answer.note == "访谈王建国：《作业票 SX-0311》"


def test_no_name_is_kept_of_an_anonymous_talk(scene: Scene) -> None:
    items = scene.ask_vault(lambda v: v.checklists.state(scene.page.audit_id, scene.visit.id).items)
    anonymous = next((item.key for item in items if item.is_anonymous), None)
    named = next(item.key for item in items if not item.is_anonymous)
    if anonymous is not None:
        scene.page.go_to(anonymous)
        assert not scene.button("受访人").isEnabled()
    scene.page.go_to(named)
    assert scene.button("受访人").isEnabled()


def test_the_past_of_an_answer_can_be_read(scene: Scene, ask: Answers) -> None:
    scene.go(2)
    scene.conclude(Verdict.CONFORMING)
    scene.answers()
    scene.qtbot.waitUntil(lambda: scene.shows("李敏 记录"))
    scene.page.detail.head.history_asked.emit()
    scene.qtbot.waitUntil(lambda: bool(ask.told))
    assert "李敏  结论：符合" in ask.told[0]


def test_a_clause_leads_to_its_first_item(scene: Scene) -> None:
    scene.page.go_to("8.1.2")
    assert scene.page.desk.key.startswith("8.1.2-01")


def test_an_answer_of_another_stage_opens_its_stage(scene: Scene) -> None:
    key = scene.go(0)
    write(scene, "二阶段的记录")
    answer = scene.answer(key)
    assert answer is None  # not saved yet: going away saves it
    first = scene.page.header_widgets()[0].findChildren(QAbstractButton)[0]
    first.click()
    scene.qtbot.waitUntil(lambda: scene.page.desk.key != key)
    scene.page.go_to(scene.answers()[key].id)
    scene.qtbot.waitUntil(lambda: scene.page.desk.key == key)
    assert scene.page.detail.note.note() == "二阶段的记录"


def stops(page: ChecklistPage) -> list[QWidget]:
    """What Tab reaches, from the list's first chip around to it again."""
    start: QWidget = page.list.chips.findChildren(QAbstractButton)[0]
    found, here = [start], start.nextInFocusChain()
    while here is not None and here is not start:
        if here.isVisible() and here.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
            found.append(here)
        here = here.nextInFocusChain()
    return [one for one in found if page.isAncestorOf(one) and one.focusProxy() is None]


def test_tab_goes_as_the_eye_does(scene: Scene, ask: Answers, photo: Path) -> None:
    scene.go(2)
    ask.paths = [photo]
    scene.page.import_photos()
    scene.qtbot.waitUntil(lambda: len(tiles(scene)) == 1)
    scene.conclude(Verdict.MINOR)
    scene.qtbot.waitUntil(lambda: scene.shows("还没有开具不符合项"))
    page = scene.page
    wanted: list[QWidget] = [
        page.list.search,
        page.list.tree,
        page.detail.verdict.findChildren(VerdictButton)[0],
        page.detail.note.text,
        scene.button("粘贴"),
        tiles(scene)[0],
        scene.button("开具不符合项"),
        scene.button("稍后再查"),
        scene.button("完成，下一项"),
    ]
    scene.qtbot.waitUntil(lambda: [one for one in stops(page) if one in wanted] == wanted)


def test_everything_tab_reaches_has_a_name(scene: Scene) -> None:
    scene.go(2)
    spoken = [QAccessible.queryAccessibleInterface(one) for one in stops(scene.page)]
    assert [one.object() for one in spoken if not one.text(QAccessible.Text.Name)] == []


def cut(page: QWidget) -> list[str]:
    """Words that have less room than they need."""
    labels = [one for one in page.findChildren(QLabel) if one.isVisible() and one.text()]
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.text()]
    low = [one for one in labels if one.wordWrap()]
    return [
        *(one.text() for one in labels if one.minimumSizeHint().width() > one.width()),
        *(one.text() for one in buttons if one.minimumSizeHint().width() > one.width()),
        *(one.text() for one in low if one.heightForWidth(one.width()) > one.height()),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_in_either_language(
    scene: Scene, qapp: QApplication, theme: Theme, language: str, scale: float
) -> None:
    speaker = Language(qapp, places.resources())
    speaker.use(language)
    theme.use(dark=False, scale=scale)
    try:
        page = ChecklistPage(scene.tasks, Answers(), scene.page.audit_id)
        scene.qtbot.addWidget(page)
        page.resize(1120 if scale == 1.0 else 1270, 660)
        page.show()
        scene.qtbot.waitUntil(lambda: page.has_shown)
        scene.qtbot.wait(100)
        assert cut(page) == []
    finally:
        speaker.use("zh")
