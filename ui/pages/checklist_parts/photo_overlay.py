"""One photo over the whole page, with its caption to be written and a way to take it off."""

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets import drawing
from ui.widgets.photo_rows import Photo
from ui.widgets.photo_view import PhotoView


class PhotoOverlay(QWidget):
    """Covers `page` while shown; the focus goes back to where it was."""

    stepped = Signal(int)
    caption_asked = Signal()
    removal_asked = Signal()
    closed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._before: QWidget | None = None
        self.view = PhotoView(self)
        self.view.stepped.connect(self.stepped)
        self.view.closed.connect(self.put_away)
        caption = QPushButton(self.tr("写说明…"), self)
        remove = QPushButton(self.tr("从本项移除"), self)
        theme.mark(remove, kind="ghost")
        caption.clicked.connect(self.caption_asked)
        remove.clicked.connect(self.removal_asked)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(caption)
        row.addWidget(remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        edge = theme.px(20)
        column.setContentsMargins(edge, theme.px(12), edge, theme.px(14))
        column.setSpacing(theme.px(10))
        column.addWidget(self.view, 1)
        column.addLayout(row)
        page.installEventFilter(self)
        self.hide()

    def show_photo(self, photo: Photo, image: QImage, position: str) -> None:
        """Come up with a photo, or show the next one."""
        if self.isHidden():
            self._before = self.window().focusWidget()
            self._cover()
            self.show()
            self.raise_()
            self.view.canvas.setFocus()
        self.view.show_photo(photo, image, position)

    def put_away(self) -> None:
        """Go, and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.closed.emit()

    def _cover(self) -> None:
        page = self.parentWidget()
        if page is not None:
            self.setGeometry(page.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the page."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet's own ground, round where the sheet is round."""
        painter = QPainter(self)
        drawing.smooth(painter)
        drawing.box(painter, QRectF(self.rect()), fill="surface", radius=11)
        painter.end()
