"""One photo in full: zoom, fit, next and previous, with what is known about it."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets import drawing
from ui.widgets.elided import ElidedLabel
from ui.widgets.photo_rows import Photo, draw_badge, spoken_photo

STEP = 1.25
MOST = 8.0


class PhotoCanvas(QWidget):
    """The picture itself; wheel zooms at the mouse, dragging moves it. `zoomed` has percent."""

    zoomed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._photo: Photo | None = None
        self._zoom = 1.0
        self._is_fitted = True
        self._middle = QPointF()
        self._grip: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.px(240), theme.px(180))
        self.setAccessibleName(self.tr("照片"))

    def put(self, photo: Photo, image: QImage) -> None:
        """Show a picture, fitted; a null image is one that is still coming."""
        self._photo, self._image = photo, image
        self.setAccessibleName(spoken_photo(photo))
        self.fit()

    def fit(self) -> None:
        """As large as fits, never larger than it is."""
        self._is_fitted = True
        self._middle = QPointF(self._image.width() / 2, self._image.height() / 2)
        if not self._image.isNull():
            room = QSizeF(self.size()) * self.devicePixelRatioF()
            width, height = self._image.width(), self._image.height()
            self._zoom = min(room.width() / width, room.height() / height, 1.0)
        self._changed()

    def zoom_by(self, factor: float, place: QPointF | None = None) -> None:
        """Zoom around a place (else the middle); 1.0 is one image pixel per screen pixel."""
        if self._image.isNull():
            return
        spot = place or QPointF(self.width() / 2, self.height() / 2)
        before = self._on_image(spot)
        self._zoom = min(max(self._zoom * factor, 0.02), MOST)
        self._is_fitted = False
        self._middle += before - self._on_image(spot)
        self._changed()

    def full_size(self) -> None:
        """One image pixel per screen pixel."""
        self.zoom_by(1.0 / self._zoom)

    @property
    def percent(self) -> int:
        """The zoom."""
        return round(self._zoom * 100)

    def _on_image(self, place: QPointF) -> QPointF:
        half = QPointF(self.width() / 2, self.height() / 2)
        return self._middle + (place - half) * (self.devicePixelRatioF() / self._zoom)

    def _changed(self) -> None:
        self.zoomed.emit(self.percent)
        self.update()

    def _target(self) -> QRectF:
        scale = self._zoom / self.devicePixelRatioF()
        size = QSizeF(self._image.width() * scale, self._image.height() * scale)
        half = QPointF(self.width() / 2, self.height() / 2)
        return QRectF(half - self._middle * scale, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, picture, badge."""
        painter = QPainter(self)
        drawing.smooth(painter)
        rect = QRectF(self.rect())
        drawing.box(painter, rect, fill="sunken", radius=8)
        if self._image.isNull():
            drawing.glyph(painter, "image", "control", rect.center(), size=32)
        else:
            painter.setClipRect(rect)
            painter.drawImage(self._target(), self._image)
        if self._photo:
            draw_badge(painter, rect, self._photo)
        if self.hasFocus():
            drawing.ring(painter, rect)
        painter.end()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """A fitted picture stays fitted."""
        if self._is_fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the mouse."""
        self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._grip is not None:
            self._middle -= self._span(event.position() - self._grip)
            self._grip = event.position()
            self._is_fitted = False
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let it go."""
        self._grip = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Between fitted and full size."""
        if self._is_fitted:
            self.full_size()
        else:
            self.fit()

    def _span(self, on_screen: QPointF) -> QPointF:
        return on_screen * (self.devicePixelRatioF() / self._zoom)


class PhotoView(QWidget):
    """The canvas with its bar and facts. `stepped` (-1, 1) asks for the neighbour, `closed` ends.

    The page answers `stepped` with `show_photo`.
    """

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = PhotoCanvas(self)
        self.canvas.zoomed.connect(self._show_zoom)
        self._caption = ElidedLabel(kind=drawing.HEADING, parent=self)
        self._position = QLabel(self)
        self._zoom = QLabel(self)
        for label in (self._position, self._zoom):
            theme.mark(label, role="meta")
        self._details = QGridLayout()
        self._details.setHorizontalSpacing(theme.px(12))
        self._details.setVerticalSpacing(theme.px(4))
        self._details.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addLayout(self._build_bar())
        column.addWidget(self.canvas, 1)
        column.addLayout(self._details)

    def show_photo(self, photo: Photo, image: QImage, position: str = "") -> None:
        """Show a photo; call again with the same photo when its full picture has come."""
        self._caption.setText(photo.caption or self.tr("没有说明"))
        self._position.setText(position)
        self.canvas.put(photo, image)
        while (item := self._details.takeAt(0)) is not None:
            if old := item.widget():
                old.setParent(None)
                old.deleteLater()
        for row, (word, value) in enumerate(photo.details):
            name = QLabel(word, self)
            theme.mark(name, role="meta")
            fact = QLabel(value, self)
            fact.setWordWrap(True)
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            theme.mark(fact, role="secondary")
            self._details.addWidget(name, row, 0)
            self._details.addWidget(fact, row, 1)

    def _build_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(4))
        bar.addWidget(self._caption, 1)
        bar.addWidget(self._position)
        for icon, word, action in (
            ("chevron-left", self.tr("上一张"), self._previous),
            ("chevron-right", self.tr("下一张"), self._next),
            ("zoom-out", self.tr("缩小"), self._smaller),
            ("zoom-in", self.tr("放大"), self._larger),
            ("maximize-2", self.tr("适合窗口"), self.canvas.fit),
            ("x", self.tr("关闭"), self.closed.emit),
        ):
            button = QToolButton(self)
            button.setAccessibleName(word)
            button.setToolTip(word)
            theme.dress(button, icon)
            button.clicked.connect(action)
            bar.addWidget(button)
            if icon == "zoom-in":
                bar.addWidget(self._zoom)
        return bar

    def _show_zoom(self, percent: int) -> None:
        self._zoom.setText(f"{percent}%")

    def _previous(self) -> None:
        self.stepped.emit(-1)

    def _next(self) -> None:
        self.stepped.emit(1)

    def _smaller(self) -> None:
        self.canvas.zoom_by(1 / STEP)

    def _larger(self) -> None:
        self.canvas.zoom_by(STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← → neighbours, + - zoom, 0 fit, 1 full size, Esc closes."""
        keys = Qt.Key
        actions = {
            keys.Key_Left: self._previous,
            keys.Key_Right: self._next,
            keys.Key_Plus: self._larger,
            keys.Key_Equal: self._larger,
            keys.Key_Minus: self._smaller,
            keys.Key_0: self.canvas.fit,
            keys.Key_1: self.canvas.full_size,
            keys.Key_Escape: self.closed.emit,
        }
        action = actions.get(keys(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            action()
