"""照片证据: nothing is altered, nothing is lost, one bad file stops no other."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from auditor_app.domain import Audit, Evidence, Nonconformity, Verdict, Visit, VisitKind, now
from auditor_app.vault import Origin, Vault
from tests.core.builders import a_photo
from tests.ui.filling import Person, ask_vault, cut, unnamed
from ui.editors.evidence_detail import LinkRow
from ui.editors.evidence_rows import facts
from ui.pages.evidence import EvidencePage
from ui.pages.evidence_parts.intake import incoming
from ui.tasks import Tasks

Start = Callable[[Tasks, str], Audit]
Show = Callable[[], EvidencePage]
COLORS = ("red", "green", "blue", "gray", "black", "white")


@pytest.fixture
def ask() -> Person:
    return Person()


@pytest.fixture
def audit(tasks: Tasks, start_audit: Start) -> Audit:
    return start_audit(tasks, "华东精密机械有限公司")


@pytest.fixture
def show(qtbot: QtBot, tasks: Tasks, ask: Person, audit: Audit) -> Show:
    def show_it() -> EvidencePage:
        page = EvidencePage(tasks, ask, audit.id)
        qtbot.addWidget(page)
        page.resize(1180, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.has_shown)
        return page

    return show_it


def files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"IMG_{number:04}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(a_photo(COLORS[number % len(COLORS)], (320 + number, 240)))
    return paths


def keep(
    qtbot: QtBot, tasks: Tasks, audit: Audit, color: str = "red", links: tuple[str, ...] = ()
) -> Evidence:
    origin = Origin(audit_id=audit.id, links=links)
    return ask_vault(
        qtbot, tasks, lambda vault: vault.evidence.add_bytes(a_photo(color), "罐区.jpg", origin)
    )


def numbers(page: EvidencePage) -> list[str]:
    return [shot.evidence.number for shot in page.shots.values()]


def test_an_audit_without_photos_says_how_to_get_them(show: Show, ask: Person) -> None:
    page = show()
    assert page.nothing.isVisible()
    page.nothing.wanted.emit()
    assert ask.asked == ["选择要导入的照片"]


def test_many_photos_are_taken_in_byte_for_byte(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, tmp_path: Path
) -> None:
    page = show()
    ask.paths = files(tmp_path, 12)
    with qtbot.waitSignal(page.desk.finished, timeout=20_000) as done:
        page.take_in.click()
    assert done.args == [12, ()]
    qtbot.waitUntil(lambda: len(page.shots) == 12)
    kept = {shot.evidence.sha256 for shot in page.shots.values()}
    assert kept == {hashlib.sha256(path.read_bytes()).hexdigest() for path in ask.paths}


def test_one_bad_file_does_not_stop_the_others(
    qtbot: QtBot, show: Show, ask: Person, tmp_path: Path
) -> None:
    page = show()
    good = files(tmp_path, 2)
    bad = tmp_path / "坏.jpg"
    bad.write_bytes(b"no photo")
    with qtbot.waitSignal(page.desk.finished, timeout=20_000):
        page.desk.take(incoming([good[0], bad, good[1]]))
    qtbot.waitUntil(lambda: len(page.shots) == 2)
    assert "坏.jpg" in ask.told[0]
    assert "其余都已入库" in ask.told[0]


def test_an_import_can_be_stopped_and_keeps_what_it_has(
    qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    page = show()
    with qtbot.waitSignal(page.desk.finished, timeout=20_000):
        page.desk.take(incoming(files(tmp_path, 30)))
        assert page.tray.isVisible()
        page.tray.stop.click()
    qtbot.waitUntil(lambda: 1 <= len(page.shots) < 30)
    assert not page.tray.isVisible()


def test_an_import_goes_on_when_the_page_is_left(
    qtbot: QtBot, ask: Person, tasks: Tasks, audit: Audit, tmp_path: Path
) -> None:
    page = EvidencePage(tasks, ask, audit.id)
    desk = page.desk
    with qtbot.waitSignal(desk.finished, timeout=20_000):
        desk.take(incoming(files(tmp_path, 6)))
        page.deleteLater()
    assert len(ask_vault(qtbot, tasks, lambda vault: vault.evidence.of(audit.id))) == 6


def test_dropped_files_are_taken_in(qtbot: QtBot, show: Show, tmp_path: Path) -> None:
    page = show()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files(tmp_path, 3)])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, left, none)
    with qtbot.waitSignal(page.desk.finished, timeout=20_000):
        page.dropEvent(event)
    qtbot.waitUntil(lambda: len(page.shots) == 3)


def test_a_folder_gives_its_photos_only(tmp_path: Path) -> None:
    photos = files(tmp_path, 2)
    (tmp_path / "笔记.txt").write_text("x", encoding="utf-8")
    assert [one.path for one in incoming([tmp_path])] == photos


def test_a_pasted_picture_is_kept_as_a_photo(qtbot: QtBot, show: Show) -> None:
    page = show()
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0xFF0B6375)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(page.desk.finished, timeout=20_000):
        page.paste()
    qtbot.waitUntil(lambda: len(page.shots) == 1)
    one = next(iter(page.shots.values())).evidence
    assert (one.source, one.media_type) == ("paste", "image/png")


def test_caption_and_place_keep_themselves(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    photo = keep(qtbot, tasks, audit)
    page = show()
    page.grid.select(photo.id)
    event = QInputMethodEvent()
    event.setCommitString("2 号罐人孔")
    QApplication.sendEvent(page.detail.caption, event)
    page.flush()
    found = ask_vault(qtbot, tasks, lambda vault: vault.evidence.of(audit.id)[0])
    assert found.caption == "2 号罐人孔"
    assert found.sha256 == photo.sha256


def test_what_is_typed_belongs_to_the_photo_it_was_typed_for(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    first, second = keep(qtbot, tasks, audit), keep(qtbot, tasks, audit, "blue")
    page = show()
    page.grid.select(first.id)
    event = QInputMethodEvent()
    event.setCommitString("人孔")
    QApplication.sendEvent(page.detail.caption, event)
    page.grid.select(second.id)
    found = ask_vault(
        qtbot, tasks, lambda vault: {one.id: one.caption for one in vault.evidence.of(audit.id)}
    )
    assert found == {first.id: "人孔", second.id: ""}
    assert page.detail.caption.toPlainText() == ""


def test_missing_metadata_is_said_plainly(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    photo = keep(qtbot, tasks, audit)
    page = show()
    said = {name: (value, missing) for name, value, missing in facts(page.shots[photo.id])}
    assert said["拍摄"] == ("照片没有拍摄时间", True)
    assert said["定位"] == ("照片没有位置信息", True)


def test_the_same_file_taken_in_twice_is_named(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    first, second = keep(qtbot, tasks, audit), keep(qtbot, tasks, audit)
    page = show()
    assert page.shots[first.id].twins == (second.number,)


@pytest.fixture
def linked(qtbot: QtBot, tasks: Tasks, audit: Audit) -> tuple[Evidence, Evidence, Evidence]:
    """One photo of a finding, one of an answer, one that serves nothing."""

    def operation(vault: Vault) -> tuple[str, str]:
        today = now().date()
        visit = vault.audits.keep(
            Visit(audit_id=audit.id, kind=VisitKind.STAGE2, first_day=today, last_day=today)
        )
        item = vault.checklists.items(audit, visit)[0]
        answer = vault.checklists.save(
            replace(vault.checklists.blank(visit, item), verdict=Verdict.MINOR)
        )
        nc = Nonconformity(audit_id=audit.id, visit_id=visit.id, number="NC-01", facts="未检测")
        return vault.audits.keep(nc).id, answer.id

    nc, answer = ask_vault(qtbot, tasks, operation)
    return (
        keep(qtbot, tasks, audit, "red", (nc,)),
        keep(qtbot, tasks, audit, "green", (answer,)),
        keep(qtbot, tasks, audit, "blue"),
    )


@pytest.mark.parametrize(
    ("key", "count"),
    [("all", 3), ("linked", 2), ("unlinked", 1), ("checklist", 1), ("findings", 1)],
)
def test_photos_are_filtered_by_what_they_serve(
    show: Show, linked: tuple[Evidence, ...], key: str, count: int
) -> None:
    page = show()
    page.chips.show_chips(page._chips(), chosen=key)
    page.chips.chosen.emit(key)
    assert page.grid.model().rowCount() == count


def test_a_link_leads_to_its_finding(
    qtbot: QtBot, show: Show, linked: tuple[Evidence, ...]
) -> None:
    page = show()
    page.grid.select(linked[0].id)
    row = page.detail.findChildren(LinkRow)[0]
    with qtbot.waitSignal(page.navigate) as went:
        row.go.click()
    assert went.args == ["findings", linked[0].links[0]]


def test_a_link_taken_off_can_be_put_back(
    qtbot: QtBot, show: Show, linked: tuple[Evidence, ...]
) -> None:
    page = show()
    key = linked[0].id
    page.grid.select(key)
    page.detail.findChildren(LinkRow)[0].off.click()
    qtbot.waitUntil(lambda: not page.shots[key].links)
    page.toast.undone.emit()
    qtbot.waitUntil(lambda: len(page.shots[key].links) == 1)


def test_a_whole_original_is_said_to_be_whole(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    photo = keep(qtbot, tasks, audit)
    page = show()
    page.grid.select(photo.id)
    page.detail.verify.click()
    qtbot.waitUntil(lambda: page.photos.states.get(photo.id, ("", "", ""))[1] == "ok")


def test_a_damaged_original_is_marked_and_told_once(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, audit: Audit
) -> None:
    photo = keep(qtbot, tasks, audit)

    def spoil(vault: Vault) -> bool:
        blob = next((vault.folder / "evidence").glob("*.age"))
        blob.write_bytes(blob.read_bytes()[:-30])
        return True

    ask_vault(qtbot, tasks, spoil)
    page = show()
    page.grid.select(photo.id)
    page.detail.verify.click()
    page.detail.verify.click()
    qtbot.waitUntil(lambda: page.photos.is_damaged(photo.id))
    ask_vault(qtbot, tasks, lambda _: True)
    assert len(ask.told) == 1


def test_a_copy_of_the_original_is_the_original(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, audit: Audit, tmp_path: Path
) -> None:
    photo = keep(qtbot, tasks, audit)
    page = show()
    page.grid.select(photo.id)
    ask.paths = [tmp_path / "P-0001.jpg"]
    with qtbot.waitSignal(page.photos.told):
        page.detail.copy.click()
    assert hashlib.sha256(ask.paths[0].read_bytes()).hexdigest() == photo.sha256


def test_enter_shows_a_photo_in_full_and_arrows_walk(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    first, second = keep(qtbot, tasks, audit), keep(qtbot, tasks, audit, "blue")
    page = show()
    page.grid.select(first.id)
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.view.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    shown = page.detail.shot()
    assert shown is not None
    assert shown.key == second.id
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.grid.isVisible()


def test_another_page_can_point_at_a_photo(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    keep(qtbot, tasks, audit)
    second = keep(qtbot, tasks, audit, "blue")
    page = show()
    page.aim(second.number)
    shown = page.detail.shot()
    assert shown is not None
    assert shown.evidence.number == second.number


def test_thumbnails_arrive_by_themselves(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    keep(qtbot, tasks, audit)
    page = show()
    qtbot.waitUntil(lambda: page.grid._thumbnails.count() == 1)
    assert numbers(page) == ["P-0001"]


def test_the_page_can_be_read_out_and_nothing_is_cut(
    show: Show, linked: tuple[Evidence, ...]
) -> None:
    page = show()
    page.grid.select(linked[0].id)
    assert unnamed(page) == []
    assert cut(page) == []
