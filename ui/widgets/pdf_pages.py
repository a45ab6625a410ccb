"""The pages of a PDF, from memory. Imports QtPdf: only `pdf_view` brings it in, when needed."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, QPointF, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from ui import theme

STEP = 1.2
LEAST, MOST = 0.25, 6.0


class PdfPages(QPdfView):
    """All pages under each other, fitted to the width until somebody zooms.

    `turned` carries the page, from 1; `found` the number of places, growing while it searches.
    """

    turned = Signal(int)
    found = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Children of the parent, not of this view: a document that dies with its view tells the
        # half-destroyed view that it closed, and Qt 6.11 crashes.
        self._hits = QPdfSearchModel(parent)
        self._document = QPdfDocument(parent)
        self._hits.setDocument(self._document)
        self._hits.countChanged.connect(self._tell_found)
        self._buffer = QBuffer(self)
        self._hit = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setSearchModel(self._hits)
        self.setDocument(self._document)
        self.setAccessibleName(self.tr("文件页面"))
        self.pageNavigator().currentPageChanged.connect(self._tell_page)
        self._take_look()
        theme.current().changed.connect(self._take_look)

    def load(self, data: bytes) -> bool:
        """Show these bytes at the page that was open; False when they are no readable PDF."""
        place = self.page()
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.go(min(place, self.page_count()))
        return self.page_count() > 0

    def page_count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def page(self) -> int:
        """The page on screen, from 1."""
        return self.pageNavigator().currentPage() + 1

    def go(self, page: int) -> None:
        """Go to a page, from 1."""
        if 1 <= page <= self.page_count():
            self.pageNavigator().jump(page - 1, QPointF(), 0)

    def text_of(self, page: int) -> str:
        """The plain text of a page, from 1, for when it can't be drawn or has to be copied."""
        return self._document.getAllText(page - 1).text()

    def zoom_by(self, factor: float) -> None:
        """Leave the fitted width and zoom."""
        now = self.zoomFactor()
        if self.zoomMode() is QPdfView.ZoomMode.FitToWidth and self.page_count():
            width = self._document.pagePointSize(self.page() - 1).width()
            now = self.viewport().width() * 72 / self.logicalDpiX() / width
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(min(max(now * factor, LEAST), MOST))

    def fit(self) -> None:
        """Back to the width of the view."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def look_for(self, words: str) -> None:
        """Mark every place with these words; `found` follows."""
        self._hit = -1
        self._hits.setSearchString(words)

    def next_hit(self) -> None:
        """Go to the next place found, from the last to the first."""
        count = self._hits.rowCount(QModelIndex())
        if count:
            self._hit = (self._hit + 1) % count
            self.setCurrentSearchResultIndex(self._hit)
            link = self._hits.resultAtIndex(self._hit)
            self.pageNavigator().jump(link.page(), link.location(), 0)

    def _take_look(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme.color("sunken"))
        self.setPalette(palette)

    def _tell_page(self, page: int) -> None:
        self.turned.emit(page + 1)

    def _tell_found(self) -> None:
        self.found.emit(self._hits.rowCount(QModelIndex()))
