"""Photos: asked for as they are looked at, dropped and pasted without touching the original."""

from pathlib import Path
from statistics import quantiles
from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.gallery import photos, picture
from ui.widgets.photo_grid import KEPT, PhotoGrid, PhotoModel, Thumbnails
from ui.widgets.photo_strip import AddTile, PhotoStrip, PhotoTile
from ui.widgets.photo_view import PhotoView


@pytest.fixture
def strip(qtbot: QtBot, light: None) -> PhotoStrip:
    strip = PhotoStrip()
    qtbot.addWidget(strip)
    strip.resize(700, 140)
    strip.show()
    strip.activateWindow()
    return strip


@pytest.fixture
def grid(qtbot: QtBot, light: None) -> PhotoGrid:
    grid = PhotoGrid()
    qtbot.addWidget(grid)
    grid.resize(760, 600)
    grid.show()
    return grid


def dropped(strip: PhotoStrip, data: QMimeData) -> QDropEvent:
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(strip, QDragEnterEvent(QPoint(5, 5), actions, data, buttons, keys))
    event = QDropEvent(QPointF(5, 5), actions, data, buttons, keys)
    QApplication.sendEvent(strip, event)
    return event


def test_the_strip_shows_four_and_says_how_many_more(strip: PhotoStrip, qtbot: QtBot) -> None:
    strip.show_photos(photos(6), {})
    tiles = strip.findChildren(PhotoTile)
    assert [tile.photo for tile in tiles] == list(photos(4))
    with qtbot.waitSignal(strip.all_asked):
        qtbot.mouseClick(tiles[3], Qt.MouseButton.LeftButton)


def test_a_press_on_a_photo_opens_it(strip: PhotoStrip, qtbot: QtBot) -> None:
    strip.show_photos(photos(2), {})
    with qtbot.waitSignal(strip.opened) as told:
        qtbot.mouseClick(strip.findChildren(PhotoTile)[1], Qt.MouseButton.LeftButton)
    assert told.args == [photos(2)[1].sha256]


def test_missing_thumbnails_are_asked_for_and_shown(strip: PhotoStrip) -> None:
    asked: list[str] = []
    strip.wants_thumbnail.connect(asked.append)
    strip.show_photos(photos(2), {photos(2)[0].sha256: picture(0)})
    assert asked == [photos(2)[1].sha256]
    before = strip.grab().toImage()
    strip.set_thumbnail(asked[0], picture(1))
    assert strip.grab().toImage() != before


def test_dropped_files_are_given_out_as_a_copy(strip: PhotoStrip, tmp_path: Path) -> None:
    file = tmp_path / "照片 一.jpg"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/a.jpg")])
    given: list[object] = []
    strip.dropped.connect(given.append)
    assert dropped(strip, data).dropAction() is Qt.DropAction.CopyAction
    assert given == [(file,)]


def test_dropped_words_are_not_taken(strip: PhotoStrip, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("不是照片")
    with qtbot.assertNotEmitted(strip.dropped), qtbot.assertNotEmitted(strip.pasted):
        dropped(strip, data)


def test_a_copied_picture_can_be_pasted(strip: PhotoStrip, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(picture(1, 40, 30))
    add = strip.findChild(AddTile)
    assert add is not None
    with qtbot.waitSignal(strip.pasted) as told:
        qtbot.keyClick(add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args is not None
    assert told.args[0].size().toTuple() == (40, 30)


def test_delete_on_a_photo_only_asks(strip: PhotoStrip, qtbot: QtBot) -> None:
    strip.show_photos(photos(2), {})
    tile = strip.findChildren(PhotoTile)[0]
    tile.setFocus()
    with qtbot.waitSignal(strip.delete_asked) as told:
        qtbot.keyClick(tile, Qt.Key.Key_Delete)
    assert told.args == [photos(2)[0].sha256]
    assert len(strip.findChildren(PhotoTile)) == 2


def test_the_photo_model_keeps_qts_rules(qtmodeltester: ModelTester, light: None) -> None:
    model = PhotoModel()
    model.put(photos(9))
    qtmodeltester.check(model, force_py=True)


def test_only_the_photos_on_screen_ask_for_thumbnails(grid: PhotoGrid, qtbot: QtBot) -> None:
    asked: list[str] = []
    grid.wants_thumbnail.connect(asked.append)
    grid.show_photos(photos(2_000))
    qtbot.waitUntil(lambda: bool(asked))
    grid.grab()
    assert len(asked) == len(set(asked)) < 40


def test_a_thumbnail_is_asked_for_once_until_it_comes(grid: PhotoGrid, qtbot: QtBot) -> None:
    asked: list[str] = []
    grid.wants_thumbnail.connect(asked.append)
    grid.show_photos(photos(1))
    qtbot.waitUntil(lambda: bool(asked))
    for _ in range(3):
        grid.grab()
        QApplication.processEvents()
    assert asked == [photos(1)[0].sha256]


def test_the_least_looked_at_thumbnails_go(qapp: QApplication, light: None) -> None:
    thumbnails = Thumbnails(qapp)
    small = QImage(8, 6, QImage.Format.Format_RGB32)
    for number in range(KEPT):
        thumbnails.put(f"{number}", small)
    assert not thumbnails.fitted("0", 4, 4).isNull()
    thumbnails.put("new", small)
    assert thumbnails.count() == KEPT
    assert not thumbnails.fitted("0", 4, 4).isNull()
    assert thumbnails.fitted("1", 4, 4).isNull()
    thumbnails.deleteLater()


def test_enter_opens_and_delete_asks_for_all_selected(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.show_photos(photos(3))
    grid.select(photos(3)[1].sha256)
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == [photos(3)[1].sha256]
    grid.selectAll()
    with qtbot.waitSignal(grid.delete_asked) as asked:
        qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert asked.args is not None
    assert sorted(asked.args[0]) == [photo.sha256 for photo in photos(3)]


def test_new_photos_leave_the_current_one_current(grid: PhotoGrid) -> None:
    grid.show_photos(photos(3))
    grid.select(photos(3)[2].sha256)
    grid.show_photos(photos(30))
    assert grid.chosen() == (photos(3)[2].sha256,)


def test_2000_photos_scroll_smoothly(grid: PhotoGrid, qtbot: QtBot) -> None:
    thumbnail = picture(1, 320, 210)
    grid.wants_thumbnail.connect(lambda sha256: grid.set_thumbnail(sha256, thumbnail))
    grid.show_photos(photos(2_000))
    bar = grid.verticalScrollBar()
    frames = []
    for number in range(120):
        bar.setValue(number * 130)
        start = perf_counter()
        grid.viewport().repaint()
        QApplication.processEvents()
        frames.append((perf_counter() - start) * 1000)
    p95 = quantiles(frames, n=20)[-1]
    print(f"grid frame p95 {p95:.1f} ms")
    assert p95 < 32  # twice the budget: the gate's machine is shared


@pytest.fixture
def view(qtbot: QtBot, light: None) -> PhotoView:
    view = PhotoView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    view.activateWindow()
    view.show_photo(photos(3)[1], picture(1, 1600, 1200), "2 / 3")
    view.canvas.setFocus()
    return view


def test_a_photo_opens_fitted_and_a_double_click_shows_every_pixel(
    view: PhotoView, qtbot: QtBot
) -> None:
    fitted = view.canvas.percent
    assert fitted < 100
    qtbot.mouseDClick(view.canvas, Qt.MouseButton.LeftButton)
    assert view.canvas.percent == 100
    qtbot.mouseDClick(view.canvas, Qt.MouseButton.LeftButton)
    assert view.canvas.percent == fitted


def test_a_small_photo_is_not_blown_up(view: PhotoView) -> None:
    view.show_photo(photos(1)[0], picture(0, 100, 80))
    assert view.canvas.percent == 100


def test_the_arrows_ask_for_the_neighbours_and_escape_closes(view: PhotoView, qtbot: QtBot) -> None:
    steps: list[int] = []
    view.stepped.connect(steps.append)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Left)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    assert steps == [-1, 1]
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view.canvas, Qt.Key.Key_Escape)


def test_zooming_keeps_the_middle_in_the_middle(view: PhotoView, qtbot: QtBot) -> None:
    before = view.canvas.grab().toImage().pixelColor(300, 200)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Minus)
    qtbot.keyClick(view.canvas, Qt.Key.Key_0)
    assert view.canvas.grab().toImage().pixelColor(300, 200) == before
