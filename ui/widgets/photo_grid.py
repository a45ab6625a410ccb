"""All photos of an audit as a grid, thumbnails coming as they are looked at."""

from collections import OrderedDict

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.widgets import drawing
from ui.widgets.photo_rows import Photo, covering, draw_thumbnail, spoken_photo

Index = QModelIndex | QPersistentModelIndex
PHOTO_ROLE = int(Qt.ItemDataRole.UserRole)
KEPT = 400
"""So many thumbnails stay in memory; the least looked at go first."""
TILE = QSize(176, 168)
PICTURE_HEIGHT = 116
PAD = 6


class Thumbnails(QObject):
    """The pictures at hand, and the asking for those that are not, the newest wish last.

    `wanted` comes once for a hash until its picture is put.
    """

    wanted = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._fitted: dict[tuple[str, int, int], QPixmap] = {}
        self._asked: set[str] = set()
        self._queue: list[str] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._ask)

    def put(self, sha256: str, image: QImage) -> None:
        """A picture has come; an old one may have to go."""
        self._asked.discard(sha256)
        self._forget(sha256)
        self._images[sha256] = image
        while len(self._images) > KEPT:
            oldest = next(iter(self._images))
            self._forget(oldest)

    def fitted(self, sha256: str, width: int, height: int) -> QPixmap:
        """The picture cut to the box; null and asked for when it is not here."""
        image = self._images.get(sha256)
        if image is None:
            if sha256 not in self._asked:
                self._asked.add(sha256)
                self._queue.append(sha256)
                self._pause.start(0)  # never from inside a paint event
            return QPixmap()
        self._images.move_to_end(sha256)
        key = (sha256, width, height)
        if key not in self._fitted:
            self._fitted[key] = covering(image, width, height)
        return self._fitted[key]

    def count(self) -> int:
        """How many are in memory."""
        return len(self._images)

    def _forget(self, sha256: str) -> None:
        self._images.pop(sha256, None)
        for key in [key for key in self._fitted if key[0] == sha256]:
            del self._fitted[key]

    def _ask(self) -> None:
        queue, self._queue = self._queue, []
        for sha256 in queue:
            self.wanted.emit(sha256)


class PhotoModel(QAbstractListModel):
    """Photos in order, found by hash."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: tuple[Photo, ...] = ()
        self._places: dict[str, int] = {}

    def put(self, photos: tuple[Photo, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._photos = photos
        self._places = {photo.sha256: place for place, photo in enumerate(photos)}
        self.endResetModel()

    def photo(self, index: Index) -> Photo | None:
        """The photo behind an index."""
        return self._photos[index.row()] if index.isValid() else None

    def find(self, sha256: str) -> QModelIndex:
        """The index of a hash, invalid when it is not shown."""
        place = self._places.get(sha256)
        return QModelIndex() if place is None else self.index(place)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Caption, spoken text, or the photo itself."""
        photo = self.photo(index)
        if photo is None:
            return None
        if role == PHOTO_ROLE:
            return photo
        if role == Qt.ItemDataRole.DisplayRole:
            return photo.caption
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return spoken_photo(photo)
        return None


class PhotoDelegate(QStyledItemDelegate):
    """Picture, caption, facts."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.width = theme.px(TILE.width())

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All tiles are alike."""
        return QSize(self.width, theme.px(TILE.height()))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one tile."""
        rect = QRectF(option.rect)
        state = option.state
        photo = index.data(PHOTO_ROLE)
        if not isinstance(photo, Photo):
            return
        painter.save()
        drawing.smooth(painter)
        self._ground(painter, rect, state)
        pad = theme.px(PAD)
        frame = QRectF(
            rect.left() + pad, rect.top() + pad, rect.width() - 2 * pad, theme.px(PICTURE_HEIGHT)
        )
        ratio = painter.device().devicePixelRatioF()
        width, height = round(frame.width() * ratio), round(frame.height() * ratio)
        picture = self._thumbnails.fitted(photo.sha256, width, height)
        draw_thumbnail(painter, frame, picture, photo)
        line = QRectF(frame.left() + 1, frame.bottom() + theme.px(3), frame.width(), theme.px(20))
        drawing.write(painter, line, photo.caption, drawing.Type(13, "ink"))
        drawing.write(painter, line.translated(0, theme.px(18)), photo.facts, drawing.META)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        painter.fillRect(rect, theme.color("surface"))
        frame = rect.adjusted(1, 1, -1, -1)
        if state & QStyle.StateFlag.State_Selected:
            drawing.box(painter, frame, fill="accent_soft", border="accent", radius=10, width=1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            drawing.box(painter, frame, fill="sunken", radius=10)


class PhotoGrid(QListView):
    """2,000 photos: only those on screen ask for their thumbnail.

    `opened` and `selected` carry a hash, `delete_asked` a tuple of them.
    """

    opened = Signal(str)
    selected = Signal(str)
    delete_asked = Signal(object)
    wants_thumbnail = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PhotoModel(self)
        self._thumbnails = Thumbnails(self)
        self._thumbnails.wanted.connect(self.wants_thumbnail)
        self.setModel(self._model)
        self._delegate = PhotoDelegate(self._thumbnails, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("照片"))
        self._set_up_view()
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.doubleClicked.connect(self._open)
        theme.current().changed.connect(self._rescale)

    def show_photos(self, photos: tuple[Photo, ...]) -> None:
        """Show these; the current one stays current."""
        current = self._model.photo(self.currentIndex())
        with QSignalBlocker(self):
            self._model.put(photos)
            if current is not None:
                self.select(current.sha256)

    def set_thumbnail(self, sha256: str, image: QImage) -> None:
        """A picture that was asked for by `wants_thumbnail`."""
        self._thumbnails.put(sha256, image)
        index = self._model.find(sha256)
        if index.isValid():
            self.update(index)

    def select(self, sha256: str) -> bool:
        """Go to a photo."""
        index = self._model.find(sha256)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def chosen(self) -> tuple[str, ...]:
        """The hashes selected."""
        photos = (self._model.photo(index) for index in self.selectedIndexes())
        return tuple(photo.sha256 for photo in photos if photo)

    def _set_up_view(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(theme.px(2))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(theme.px(28))

    def _rescale(self) -> None:
        """Let the tiles share the width, so that no gap is left at the right."""
        gap = theme.px(2)
        self.setSpacing(gap)
        room = self.viewport().width() - gap * 2
        columns = max(room // theme.px(TILE.width()), 1)
        self._delegate.width = room // columns - gap * 2
        self.doItemsLayout()

    def _tell_current(self, current: QModelIndex) -> None:
        if photo := self._model.photo(current):
            self.selected.emit(photo.sha256)

    def _open(self, index: QModelIndex) -> None:
        if photo := self._model.photo(index):
            self.opened.emit(photo.sha256)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns."""
        self._rescale()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks to delete all that is selected."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.chosen():
            self.delete_asked.emit(self.chosen())
        else:
            super().keyPressEvent(event)
