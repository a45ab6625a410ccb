"""The photos of a finding as fingernails in a row, with the two ways to add more."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui import theme
from ui.editors.finding_card import draw_small
from ui.widgets import drawing
from ui.widgets.flow import FlowLayout
from ui.widgets.painted import PaintedButton
from ui.widgets.photo_rows import Photo, covering, spoken_photo
from ui.widgets.quiet_button import QuietButton

TILE = QSize(60, 42)


class Thumb(PaintedButton):
    """One photo; a press opens it, its menu takes it off the finding."""

    focus_radius = 5.0
    off_asked = Signal(str)

    def __init__(self, photo: Photo, parent: QWidget) -> None:
        super().__init__("", parent)
        self.photo = photo
        self._picture = QPixmap()
        self.is_locked = False
        self.setAccessibleName(spoken_photo(photo))
        self.setToolTip(f"{photo.caption}\n{photo.facts}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, image: QImage) -> None:
        """The picture has come."""
        ratio = self.devicePixelRatioF()
        size = self.sizeHint()
        width, height = round(size.width() * ratio), round(size.height() * ratio)
        self._picture = covering(image, width, height)
        self.update()

    def mark_damaged(self) -> None:
        """A red frame, and the words to it."""
        self.photo = replace(self.photo, is_damaged=True)
        self.setAccessibleName(spoken_photo(self.photo))
        self.setToolTip(self.tr("原图不符"))
        self.update()

    def sizeHint(self) -> QSize:
        """A fingernail."""
        return QSize(theme.px(TILE.width()), theme.px(TILE.height()))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        draw_small(painter, rect, self._picture)
        if self.photo.is_damaged:
            drawing.box(painter, rect, border="major", radius=5, width=2.0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to take it off."""
        if not self.is_locked:
            menu = QMenu(self)
            action = QAction(self.tr("从这一项移除（照片仍在审核中）"), menu)
            action.triggered.connect(self._take_off)
            menu.addAction(action)
            menu.popup(event.globalPos())

    def _take_off(self) -> None:
        self.off_asked.emit(self.photo.sha256)


class ThumbRow(QWidget):
    """`opened` and `off_asked` carry a hash; `import_asked`, `link_asked` want more photos."""

    opened = Signal(str)
    off_asked = Signal(str)
    import_asked = Signal()
    link_asked = Signal()
    wants_thumbnail = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbs: list[Thumb] = []
        self._flow = FlowLayout(self, gap=theme.px(6))
        self._import = QuietButton(self.tr("导入"), "import")
        self._import.setToolTip(self.tr("导入照片作为证据"))
        self._import.clicked.connect(self.import_asked)
        self._link = QuietButton(self.tr("关联"), "link")
        self._link.setToolTip(self.tr("关联审核中已有的照片"))
        self._link.clicked.connect(self.link_asked)
        for button in (self._import, self._link):
            button.setFixedHeight(theme.px(TILE.height()))
            self._flow.addWidget(button)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("照片证据"))

    def show_photos(self, photos: tuple[Photo, ...], *, is_locked: bool) -> None:
        """Show these; nothing can be added or taken off when `is_locked`."""
        for button in (self._import, self._link):
            button.setVisible(not is_locked)
        for thumb in self._thumbs:
            thumb.is_locked = is_locked
        if [thumb.photo.sha256 for thumb in self._thumbs] == [one.sha256 for one in photos]:
            return
        for old in self._thumbs:
            self._flow.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        for button in (self._import, self._link):
            self._flow.removeWidget(button)
        self._thumbs = [Thumb(photo, self) for photo in photos]
        for thumb in self._thumbs:
            thumb.is_locked = is_locked
            thumb.clicked.connect(self._open_sender)
            thumb.off_asked.connect(self.off_asked)
            self._flow.addWidget(thumb)
            thumb.show()
            self.wants_thumbnail.emit(thumb.photo.sha256)
        for button in (self._import, self._link):
            self._flow.addWidget(button)
        self.updateGeometry()

    def set_thumbnail(self, sha256: str, image: QImage) -> None:
        """A picture that was asked for."""
        for thumb in self._thumbs:
            if thumb.photo.sha256 == sha256:
                thumb.show_picture(image)

    def mark_damaged(self, sha256: str) -> None:
        """The original of a photo is missing or not what was taken in."""
        for thumb in self._thumbs:
            if thumb.photo.sha256 == sha256:
                thumb.mark_damaged()

    def _open_sender(self) -> None:
        thumb = self.sender()
        if isinstance(thumb, Thumb):
            self.opened.emit(thumb.photo.sha256)
