"""Photos in a window of their own: choosing among those of the audit, looking at one."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from ui import theme
from ui.editors.form import Form
from ui.widgets.photo_grid import PhotoGrid
from ui.widgets.photo_rows import Photo
from ui.widgets.photo_view import PhotoView


class PhotoPicker(Form):
    """Several at once; `chosen` gives their hashes after it was accepted."""

    def __init__(self, photos: tuple[Photo, ...]) -> None:
        super().__init__(_picker_title(), icon="images", width=760)
        self.grid = PhotoGrid()
        self.grid.setMinimumHeight(theme.px(420))
        self.grid.opened.connect(self._take)
        self.grid.show_photos(photos)
        self.rows.addWidget(self.grid, 1)
        self.finish(self.tr("关联所选照片"))

    def chosen(self) -> tuple[str, ...]:
        """The hashes of the photos selected."""
        return self.grid.chosen()

    def find_trouble(self) -> str:
        """At least one."""
        return "" if self.grid.chosen() else self.tr("请先选择照片。")

    def _take(self, _sha256: str) -> None:
        self.accept()


class PhotoDialog(QDialog):
    """One photo in full, and its neighbours. `wanted` carries the hash of a picture not here."""

    wanted = Signal(str)

    def __init__(self, photos: tuple[Photo, ...], sha256: str) -> None:
        super().__init__(QApplication.activeWindow())
        self._photos = photos
        self._at = next((n for n, one in enumerate(photos) if one.sha256 == sha256), 0)
        self.resize(theme.px(980), theme.px(720))
        self.view = PhotoView(self)
        self.view.stepped.connect(self._step)
        self.view.closed.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.addWidget(self.view)

    def show_current(self) -> None:
        """Ask for the picture, with a quiet ground meanwhile."""
        self._show(QImage())
        self.wanted.emit(self._photos[self._at].sha256)

    def set_picture(self, sha256: str, image: QImage) -> None:
        """A picture that was asked for."""
        if self._photos[self._at].sha256 == sha256:
            self._show(image)

    def _show(self, image: QImage) -> None:
        photo = self._photos[self._at]
        self.setWindowTitle(photo.caption)
        self.view.show_photo(photo, image, f"{self._at + 1} / {len(self._photos)}")

    def _step(self, by: int) -> None:
        there = self._at + by
        if 0 <= there < len(self._photos):
            self._at = there
            self.show_current()


def _picker_title() -> str:
    return QApplication.translate("PhotoPicker", "关联审核中已有的照片")
