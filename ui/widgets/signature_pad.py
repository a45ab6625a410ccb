"""The frame a person signs in, with pen, finger or mouse."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from auditor_app.domain import Stroke
from ui import theme
from ui.widgets import drawing, ink
from ui.widgets.stroke_recorder import Device, StrokeRecorder

PEN_WIDTH = 3.0
EASY_TO_CLEAR = 3
"""Clearing more strokes than this asks first."""


class SignaturePad(QWidget):
    """Takes strokes as vectors; what is painted here is a picture of them only.

    `signed` carries all strokes at each pen-up, `confirmed` when a real signature is confirmed,
    `clear_asked` when more is to be cleared than should go without a question.
    """

    signed = Signal(object)
    confirmed = Signal(object)
    clear_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recorder = StrokeRecorder()
        self._picture = QPixmap()
        self._is_turned = False
        self._refusal = ""
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("签名框"))
        self.setAccessibleDescription(self.tr("用笔、手指或鼠标签名；不能手写的，用键入姓名"))
        theme.current().changed.connect(self._redraw)

    def strokes(self) -> tuple[Stroke, ...]:
        """The signature so far, upright for the signer."""
        return self._recorder.strokes

    def show_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        """Put a signature back, as after a failed save."""
        self._recorder.load(strokes)
        self._redraw()

    def is_blank(self) -> bool:
        """Whether this is no signature yet: nothing, a dot or an accidental touch."""
        return self._recorder.is_blank

    def device_word(self) -> str:
        """What it was written with, for the line under the signature."""
        return {
            None: "",
            Device.PEN: self.tr("压感笔"),
            Device.TOUCH: self.tr("手指"),
            Device.MOUSE: self.tr("鼠标"),
        }[self._recorder.device]

    def device_key(self) -> str:
        """The same for the record, whatever the language of the screen: pen, touch or mouse."""
        device = self._recorder.device
        return device.name.lower() if device else ""

    def turn(self, *, is_turned: bool) -> None:
        """Show the pad upside down, for a signer who sits opposite."""
        self._is_turned = is_turned
        self._redraw()

    def undo(self) -> None:
        """Take back the last stroke."""
        if self._recorder.undo():
            self._changed()

    def clear(self) -> None:
        """Wipe the pad for a new signature."""
        self._recorder.clear()
        self._changed()

    def ask_to_clear(self) -> None:
        """Clear a few strokes at once; for more, say that it was asked."""
        if len(self.strokes()) > EASY_TO_CLEAR:
            self.clear_asked.emit()
        else:
            self.clear()

    def confirm(self) -> bool:
        """Give the signature out, or refuse a blank one with a red frame."""
        if self.is_blank():
            self.refuse(self.tr("还没有笔迹"))
            return False
        self.confirmed.emit(self.strokes())
        return True

    def refuse(self, reason: str) -> None:
        """Say in red, inside the frame, why this cannot be taken; the strokes stay."""
        self._refusal = reason
        self.setAccessibleDescription(reason)
        self.update()

    def _changed(self) -> None:
        self._refusal = ""
        self._redraw()
        self.signed.emit(self.strokes())

    def _redraw(self) -> None:
        """Paint all strokes anew, as after a clear, a turn, a resize or a switch of the look."""
        ratio = self.devicePixelRatioF()
        self._picture = QPixmap(self.size() * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = self._ink_painter()
        for stroke in self.strokes():
            self._draw_stroke(painter, stroke)
        painter.end()
        self.update()

    def _ink_painter(self) -> QPainter:
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._turn_painter(painter)
        return painter

    def _turn_painter(self, painter: QPainter) -> None:
        if self._is_turned:
            painter.translate(self.width(), self.height())
            painter.rotate(180)

    def _draw_stroke(self, painter: QPainter, stroke: Stroke, since: int = 0) -> None:
        width = PEN_WIDTH * theme.current().scale
        ink.draw_stroke(painter, stroke, color=theme.color("ink"), width=width, since=since)

    def _ink_last(self) -> None:
        """Ink only what came last: this runs at every sample."""
        stroke = self._recorder.current
        if not stroke or self._picture.isNull():
            return
        painter = self._ink_painter()
        self._draw_stroke(painter, stroke, since=len(stroke) - 1)
        painter.end()
        box = ink.bounds((stroke[-3:],)).adjusted(-6, -6, 6, 6)
        if self._is_turned:
            size = self.size()
            box = QRectF(
                size.width() - box.right(), size.height() - box.bottom(), box.width(), box.height()
            )
        self.update(box.toAlignedRect())

    def _place(self, place: QPointF) -> QPointF:
        if self._is_turned:
            return QPointF(self.width() - place.x(), self.height() - place.y())
        return place

    def _press(self, device: Device, place: QPointF, pressure: float | None = None) -> None:
        had_current = bool(self._recorder.current)
        if self._recorder.press(device, self._place(place), pressure):
            self._refusal = ""
            if had_current:
                self._redraw()  # a palm's stroke gave way to the pen
            self._ink_last()
            self.update()

    def _move(self, device: Device, place: QPointF, pressure: float | None = None) -> None:
        if self._recorder.move(device, self._place(place), pressure):
            self._ink_last()

    def _release(self, device: Device) -> None:
        if self._recorder.release(device):
            self.update()
            self.signed.emit(self.strokes())

    def sizeHint(self) -> QSize:
        """Room for a name of three characters."""
        return QSize(theme.px(340), theme.px(280))

    def minimumSizeHint(self) -> QSize:
        """Less is no place to sign."""
        return QSize(theme.px(220), theme.px(140))

    def event(self, event: QEvent) -> bool:
        """Touch comes here, and Ctrl+Z has to be claimed before the window's undo gets it."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        is_claim = event.type() is QEvent.Type.ShortcutOverride
        if is_claim and isinstance(event, QKeyEvent) and _is_undo(event):
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        """One finger writes; a screen's pen without tablet driver comes this way too."""
        kind = event.type()
        if kind is QEvent.Type.TouchCancel:
            self._release(Device.TOUCH)
        elif points := event.points():
            place = points[0].position()
            if kind is QEvent.Type.TouchBegin:
                self._press(Device.TOUCH, place)
            elif kind is QEvent.Type.TouchUpdate:
                self._move(Device.TOUCH, place)
            else:
                self._release(Device.TOUCH)
        event.accept()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen with pressure; accepted, or Qt sends mouse copies."""
        place, pressure = event.position(), event.pressure()
        kind = event.type()
        if kind is QEvent.Type.TabletPress:
            self._press(Device.PEN, place, pressure)
        elif kind is QEvent.Type.TabletMove:
            self._move(Device.PEN, place, pressure)
        elif kind is QEvent.Type.TabletRelease:
            self._release(Device.PEN)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A real mouse's left button; copies of pen and touch are not the mouse's."""
        if event.button() is Qt.MouseButton.LeftButton and _is_real_mouse(event):
            self._press(Device.MOUSE, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton and _is_real_mouse(event):
            self._move(Device.MOUSE, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke is done."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._release(Device.MOUSE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z one stroke, Delete clears, Enter confirms."""
        if _is_undo(event):
            self.undo()
        elif event.key() == Qt.Key.Key_Delete:
            self.ask_to_clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.confirm()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The picture has the size of the pad."""
        self._redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, words, signing line and the ink."""
        painter = QPainter(self)
        drawing.smooth(painter)
        rect = QRectF(self.rect())
        edge = "major" if self._refusal else ("accent" if self.hasFocus() else "control")
        drawing.box(painter, rect, fill="surface", border=edge, radius=10, width=2.0)
        painter.save()
        self._turn_painter(painter)
        self._paint_words(painter, rect.adjusted(*[theme.px(20)] * 2, *[-theme.px(20)] * 2))
        painter.restore()
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        line = room.bottom() - theme.px(32)
        pen = QPen(theme.color("line2"), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5.0, 4.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(room.left(), line), QPointF(room.right(), line))
        top = QRectF(room.left(), room.top() - theme.px(6), room.width(), theme.px(20))
        color = "major" if self._refusal else "ink3"
        icon = "circle-alert" if self._refusal else "pen-line"
        spot = QPointF(top.left() + theme.px(8), top.center().y())
        drawing.glyph(painter, icon, color, spot, size=16)
        words = self._refusal or self.tr("请本人在框内签名")
        drawing.write(
            painter, top.adjusted(theme.px(24), 0, 0, 0), words, drawing.META.colored(color)
        )
        foot = QRectF(room.left(), line + theme.px(8), room.width(), theme.px(20))
        drawing.write(painter, foot, self.tr("签名线"), drawing.META)
        drawing.write(painter, foot, self._facts(), drawing.META, align=drawing.RIGHT)

    def _facts(self) -> str:
        """压感笔 · 12 笔 · 4.6 秒."""
        if not self.strokes():
            return ""
        seconds = f"{self._recorder.milliseconds / 1000:.1f}"
        facts = self.tr("{0} 笔 · {1} 秒").format(len(self.strokes()), seconds)
        return " · ".join(part for part in (self.device_word(), facts) if part)


def _is_undo(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _is_real_mouse(event: QMouseEvent) -> bool:
    kinds = QInputDevice.DeviceType
    return (
        event.source() is Qt.MouseEventSource.MouseEventNotSynthesized
        and event.device().type() in {kinds.Mouse, kinds.TouchPad, kinds.Unknown}
    )
