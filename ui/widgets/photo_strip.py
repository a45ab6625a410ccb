"""The photos of one item in a row, with a place to drop, paste or take another."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets import drawing
from ui.widgets.painted import PaintedButton
from ui.widgets.photo_rows import Photo, covering, draw_thumbnail, overlay, spoken_photo

SHOWN = 4
TILE_HEIGHT = 98
CAPTION_HEIGHT = 40
ADD_WIDTH = 92
LEAST_WIDTH = 64
GAP = 10


class PhotoTile(PaintedButton):
    """One thumbnail with caption and facts; the last of many says how many more there are."""

    def __init__(self, photo: Photo, more: int, parent: QWidget) -> None:
        super().__init__("", parent)
        self.photo, self._more = photo, more
        self._image = QImage()
        self._picture = QPixmap()
        self.setAccessibleName(spoken_photo(photo))
        self.setToolTip(photo.caption)

    @property
    def has_more(self) -> bool:
        """Whether further photos hide behind this one."""
        return self._more > 0

    def show_thumbnail(self, image: QImage) -> None:
        """The picture has come."""
        self._image = image
        self._picture = QPixmap()
        self.update()

    def sizeHint(self) -> QSize:
        """Picture and two lines."""
        return QSize(theme.px(148), theme.px(TILE_HEIGHT + CAPTION_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The strip gives each tile its share; less than this is no picture."""
        return QSize(theme.px(LEAST_WIDTH), theme.px(TILE_HEIGHT + CAPTION_HEIGHT))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        frame = QRectF(0, 0, rect.width(), theme.px(TILE_HEIGHT))
        draw_thumbnail(painter, frame, self._fitted(frame), self.photo)
        if self._more:
            ground, color = overlay()
            painter.setOpacity(0.6)
            drawing.box(painter, frame, fill=ground, radius=8)
            painter.setOpacity(1.0)
            kind = drawing.Type(20, color, bold=True)
            drawing.write(painter, frame, f"+{self._more}", kind, align=drawing.CENTER)
        line = QRectF(1, frame.bottom() + theme.px(3), rect.width() - 2, theme.px(20))
        caption = drawing.Type(13, "ink")
        words = self.photo.caption or self.tr("没有说明")
        drawing.write(painter, line, words, caption)
        facts = line.translated(0, theme.px(18))
        drawing.write(painter, facts, self.photo.facts, drawing.META)

    def _fitted(self, frame: QRectF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = (round(frame.width() * ratio), round(frame.height() * ratio))
        if (self._picture.width(), self._picture.height()) != size:
            self._picture = covering(self._image, *size)
        return self._picture


class AddTile(PaintedButton):
    """The dashed box: a press asks for files."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.is_target = False
        self.setAccessibleName(self.tr("拖入或导入"))

    def sizeHint(self) -> QSize:
        """As tall as the pictures."""
        return QSize(theme.px(ADD_WIDTH), theme.px(TILE_HEIGHT))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        is_hot = self.is_target or self.is_hot
        fill = "accent_soft" if self.is_target else "sunken"
        border = "accent" if is_hot else "control"
        drawing.dashed_box(painter, rect, border=border, fill=fill)
        color = "accent" if is_hot else "ink2"
        spot = rect.center() - QPointF(0, theme.px(10))
        drawing.glyph(painter, "image-plus", color, spot, size=20)
        words = QRectF(rect.left(), spot.y() + theme.px(14), rect.width(), theme.px(20))
        kind = drawing.META.colored(color)
        for text in drawing.lines(self.accessibleName(), kind, rect.width() - theme.px(10)):
            drawing.write(painter, words, text, kind, align=drawing.CENTER)
            words.translate(0, theme.px(16))


class PhotoStrip(QWidget):
    """Up to four photos and the add tile; more hide behind the last one.

    `opened` and `delete_asked` carry a hash, `all_asked` wants the grid, `add_asked` camera or
    file. `dropped` carries a tuple of paths, `pasted` a QImage.
    """

    opened = Signal(str)
    all_asked = Signal()
    add_asked = Signal()
    delete_asked = Signal(str)
    dropped = Signal(object)
    pasted = Signal(object)
    wants_thumbnail = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[PhotoTile] = []
        self._add = AddTile(self)
        self._add.clicked.connect(self.add_asked)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("照片证据"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_photos(self, photos: tuple[Photo, ...], thumbnails: dict[str, QImage]) -> None:
        """Show these in order; thumbnails that are not given are asked for."""
        for old in self._tiles:
            old.setParent(None)
            old.deleteLater()
        more = max(len(photos) - SHOWN, 0)
        self._tiles = []
        for number, photo in enumerate(photos[:SHOWN], start=1):
            tile = PhotoTile(photo, more if number == SHOWN else 0, self)
            tile.clicked.connect(self._open_sender)
            tile.show()
            self._tiles.append(tile)
        for before, after in pairwise([*self._tiles, self._add]):
            QWidget.setTabOrder(before, after)
        self._arrange()
        self.updateGeometry()
        for photo in photos[:SHOWN]:
            if photo.sha256 in thumbnails:
                self.set_thumbnail(photo.sha256, thumbnails[photo.sha256])
            else:
                self.wants_thumbnail.emit(photo.sha256)

    def set_thumbnail(self, sha256: str, image: QImage) -> None:
        """A thumbnail that was asked for."""
        for tile in self._tiles:
            if tile.photo.sha256 == sha256:
                tile.show_thumbnail(image)

    def _open_sender(self) -> None:
        tile = self.sender()
        if not isinstance(tile, PhotoTile):
            return
        if tile.has_more:
            self.all_asked.emit()
        else:
            self.opened.emit(tile.photo.sha256)

    def _arrange(self) -> None:
        gap, add = theme.px(GAP), theme.px(ADD_WIDTH)
        room = self.width() - add - gap * SHOWN
        width = max(min(room // SHOWN, theme.px(200)), theme.px(LEAST_WIDTH))
        x = 0
        for tile in self._tiles:
            tile.setGeometry(x, 0, width, theme.px(TILE_HEIGHT + CAPTION_HEIGHT))
            x += width + gap
        self._add.setGeometry(x, 0, add, theme.px(TILE_HEIGHT))

    def sizeHint(self) -> QSize:
        """One row; without photos there are no captions."""
        return QSize(theme.px(560), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Narrow pictures are still pictures."""
        least = SHOWN * (LEAST_WIDTH + GAP) + ADD_WIDTH
        return QSize(theme.px(least), theme.px(TILE_HEIGHT + CAPTION_HEIGHT))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The pictures share the width."""
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete on a photo asks to delete it; Ctrl+V pastes a picture or files."""
        tile = next((tile for tile in self._tiles if tile.hasFocus()), None)
        if event.key() == Qt.Key.Key_Delete and tile is not None:
            self.delete_asked.emit(tile.photo.sha256)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.take(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def take(self, data: QMimeData) -> bool:
        """Give out the files or the picture in what was dropped or copied."""
        if paths := local_files(data):
            self.dropped.emit(paths)
            return True
        if data.hasImage():
            self.pasted.emit(QImage(data.imageData()))
            return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up for files and pictures."""
        if local_files(event.mimeData()) or event.mimeData().hasImage():
            self._light(is_on=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Go out again."""
        self._light(is_on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Copy, never move: the original stays where it was."""
        self._light(is_on=False)
        if self.take(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _light(self, *, is_on: bool) -> None:
        self._add.is_target = is_on
        self._add.update()


def local_files(data: QMimeData) -> tuple[Path, ...]:
    """The files on this machine that are dragged or copied."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
