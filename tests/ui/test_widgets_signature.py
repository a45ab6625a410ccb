"""The signature pad: the better device wins, and an accident is no signature."""

import json
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QInputDevice, QPainter, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from auditor_app.domain import Stroke
from tests.ui.gallery import signature
from ui import theme
from ui.widgets import ink
from ui.widgets.sign_desk import SignDesk
from ui.widgets.signature_pad import SignaturePad
from ui.widgets.stroke_recorder import Device, StrokeRecorder

TOUCH = QTest.createTouchDevice()
PEN = QPointingDevice(
    "pen",
    7,
    QInputDevice.DeviceType.Stylus,
    QPointingDevice.PointerType.Pen,
    QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
    1,
    1,
)


@pytest.fixture
def pad(qtbot: QtBot, light: None) -> SignaturePad:
    pad = SignaturePad()
    qtbot.addWidget(pad)
    pad.resize(360, 280)
    pad.show()
    pad.activateWindow()
    pad.setFocus()
    return pad


def pen(pad: SignaturePad, kind: QEvent.Type, place: QPointF, pressure: float = 0.5) -> None:
    down = kind is not QEvent.Type.TabletRelease
    event = QTabletEvent(
        kind,
        PEN,
        place,
        place,
        pressure,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton,
    )
    QApplication.sendEvent(pad, event)


def write_with_pen(pad: SignaturePad, points: int = 20) -> None:
    pen(pad, QEvent.Type.TabletPress, QPointF(50, 50))
    for step in range(1, points):
        pen(pad, QEvent.Type.TabletMove, QPointF(50 + step * 5, 50 + step % 7), 0.2 + step / 40)
    pen(pad, QEvent.Type.TabletRelease, QPointF(50 + points * 5, 50))


def write_with_mouse(pad: SignaturePad, qtbot: QtBot, points: int = 20) -> None:
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(pad, button, pos=QPoint(40, 100))
    for step in range(1, points):
        qtbot.mouseMove(pad, QPoint(40 + step * 6, 100 + step % 9))
    qtbot.mouseRelease(pad, button, pos=QPoint(40 + points * 6, 100))


def write_with_finger(pad: SignaturePad) -> None:
    QTest.touchEvent(pad, TOUCH).press(1, QPoint(200, 200), pad)
    for step in range(1, 20):
        QTest.touchEvent(pad, TOUCH).move(1, QPoint(200 + step * 3, 200), pad)
    QTest.touchEvent(pad, TOUCH).release(1, QPoint(260, 200), pad)


def test_the_pen_gives_tenths_of_a_pixel_pressure_and_time(pad: SignaturePad) -> None:
    write_with_pen(pad)
    (stroke,) = pad.strokes()
    assert stroke[0][:3] == (500, 500, 500)
    assert all(isinstance(value, int) for point in stroke for value in point)
    assert [point[3] for point in stroke] == sorted(point[3] for point in stroke)
    assert pad.device_word() == "压感笔"


def test_the_strokes_are_plain_values_ready_for_the_journal(pad: SignaturePad) -> None:
    write_with_pen(pad)
    lists = json.loads(json.dumps(pad.strokes()))
    assert tuple(tuple(map(tuple, stroke)) for stroke in lists) == pad.strokes()


def test_the_mouse_writes_without_pressure(pad: SignaturePad, qtbot: QtBot) -> None:
    write_with_mouse(pad, qtbot)
    assert {point[2] for stroke in pad.strokes() for point in stroke} == {None}
    assert not pad.is_blank()


def test_a_finger_writes(pad: SignaturePad) -> None:
    write_with_finger(pad)
    assert len(pad.strokes()) == 1
    assert pad.device_word() == "手指"


def test_a_palm_on_the_screen_writes_nothing_once_the_pen_has(pad: SignaturePad) -> None:
    write_with_pen(pad)
    write_with_finger(pad)
    assert len(pad.strokes()) == 1


def test_a_palm_that_came_first_gives_way_to_the_pen(pad: SignaturePad) -> None:
    QTest.touchEvent(pad, TOUCH).press(1, QPoint(200, 200), pad)
    QTest.touchEvent(pad, TOUCH).move(1, QPoint(220, 210), pad)
    write_with_pen(pad)
    QTest.touchEvent(pad, TOUCH).release(1, QPoint(230, 210), pad)
    assert len(pad.strokes()) == 1
    assert pad.strokes()[0][0][2] is not None


def test_after_clearing_any_device_may_write_again(pad: SignaturePad, qtbot: QtBot) -> None:
    write_with_pen(pad)
    pad.clear()
    write_with_mouse(pad, qtbot)
    assert pad.device_word() == "鼠标"


def test_tremor_below_seven_tenths_of_a_pixel_is_dropped() -> None:
    recorder = StrokeRecorder()
    recorder.press(Device.PEN, QPointF(10, 10), 0.5)
    assert not recorder.move(Device.PEN, QPointF(10.4, 10.4), 0.5)
    assert recorder.move(Device.PEN, QPointF(10.7, 10), 0.5)


def test_a_dot_is_no_signature(pad: SignaturePad, qtbot: QtBot) -> None:
    pen(pad, QEvent.Type.TabletPress, QPointF(80, 80))
    pen(pad, QEvent.Type.TabletRelease, QPointF(80, 80))
    with qtbot.assertNotEmitted(pad.confirmed):
        assert not pad.confirm()
    assert len(pad.strokes()) == 1


def test_many_points_in_a_tiny_box_are_no_signature() -> None:
    recorder = StrokeRecorder()
    recorder.press(Device.MOUSE, QPointF(10, 10), None)
    for step in range(40):
        recorder.move(Device.MOUSE, QPointF(10 + step % 2 * 5, 10 + step % 3), None)
    recorder.release(Device.MOUSE)
    assert recorder.is_blank


def test_enter_confirms_and_delete_clears_a_short_attempt(pad: SignaturePad, qtbot: QtBot) -> None:
    write_with_pen(pad)
    with qtbot.waitSignal(pad.confirmed) as told:
        qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert told.args == [pad.strokes()]
    qtbot.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.strokes() == ()


def test_clearing_a_whole_name_asks_first(pad: SignaturePad, qtbot: QtBot) -> None:
    for _ in range(4):
        write_with_pen(pad)
    with qtbot.waitSignal(pad.clear_asked):
        qtbot.keyClick(pad, Qt.Key.Key_Delete)
    assert len(pad.strokes()) == 4


def test_ctrl_z_takes_back_one_stroke(pad: SignaturePad, qtbot: QtBot) -> None:
    write_with_pen(pad)
    write_with_pen(pad)
    qtbot.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(pad.strokes()) == 1


def test_a_signer_opposite_signs_upright(pad: SignaturePad) -> None:
    pad.turn(is_turned=True)
    pen(pad, QEvent.Type.TabletPress, QPointF(10, 20))
    pen(pad, QEvent.Type.TabletRelease, QPointF(10, 20))
    assert pad.strokes()[0][0][:2] == ((360 - 10) * 10, (280 - 20) * 10)


def test_a_failed_save_puts_the_signature_back(pad: SignaturePad) -> None:
    strokes = signature(2)
    pad.show_strokes(strokes)
    pad.refuse("没有写入：磁盘已满。笔迹还在，可以重试。")
    assert pad.strokes() == strokes
    assert "磁盘已满" in pad.accessibleDescription()


def inked(strokes: tuple[Stroke, ...], width: float) -> float:
    """The part of a mini signature's box that is ink."""
    image = QImage(116, 33, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    box = image.rect().toRectF()
    ink.draw_strokes(painter, strokes, box, color=theme.color("ink"), width=width)
    painter.end()
    dark = sum(image.pixelColor(x, y).alpha() > 127 for x in range(116) for y in range(33))
    return dark / (116 * 33)


def test_a_mini_signature_does_not_clot(light: None) -> None:
    assert 0.01 < inked(signature(1), 1.4) < 0.25


def test_inking_keeps_up_with_the_pen(pad: SignaturePad) -> None:
    start = perf_counter()
    for _ in range(30):
        write_with_pen(pad, points=40)
    each = (perf_counter() - start) / (30 * 41) * 1_000_000
    print(f"ink {each:.0f} µs a sample")
    assert sum(map(len, pad.strokes())) == 30 * 40
    assert each < 2_000  # a pen sends at most 300 samples a second


def test_the_desk_gives_out_what_was_signed(qtbot: QtBot, light: None) -> None:
    desk = SignDesk()
    qtbot.addWidget(desk)
    desk.pad.show_strokes(signature(1))
    with qtbot.waitSignal(desk.confirmed) as told:
        desk.pad.confirm()
    assert told.args == [signature(1)]
