"""A PDF on the screen with its bar: title, page, zoom, search."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets import drawing
from ui.widgets.elided import ElidedLabel

if TYPE_CHECKING:
    from ui.widgets.pdf_pages import PdfPages

TYPING_MILLISECONDS = 250
STEP = 1.2


class PdfView(QWidget):
    """Shows bytes, never a file: an open file would block its regeneration on Windows.

    `page_changed` carries the page (from 1) and how many there are.
    """

    page_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._title = ElidedLabel(kind=drawing.STRONG, parent=self)
        self._position = QLabel(self)
        self._found = QLabel(self)
        for label in (self._position, self._found):
            theme.mark(label, role="meta")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._look)
        self._words = self._build_words()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._build_bar())
        self._column.addStretch(1)

    def show_pdf(self, data: bytes, title: str = "") -> bool:
        """Show a PDF, at the page that was open; False when it can't be read as one."""
        self._title.setText(title)
        is_readable = self._ready_pages().load(data)
        self._tell_page()
        return is_readable

    def pages(self) -> "PdfPages | None":
        """The pages themselves, once there is a PDF."""
        return self._pages

    def page_count(self) -> int:
        """How many pages there are; 0 without a PDF."""
        return self._pages.page_count() if self._pages else 0

    def page(self) -> int:
        """The page on screen, from 1; 0 without a PDF."""
        return self._pages.page() if self._pages and self.page_count() else 0

    def go(self, page: int) -> None:
        """Go to a page, from 1."""
        if self._pages:
            self._pages.go(page)

    def text_of(self, page: int) -> str:
        """The plain text of a page, from 1."""
        return self._pages.text_of(page) if self._pages else ""

    def zoom_by(self, factor: float) -> None:
        """Zoom; 1.2 is one step in."""
        if self._pages:
            self._pages.zoom_by(factor)

    def fit(self) -> None:
        """Fit the width."""
        if self._pages:
            self._pages.fit()

    def look_for(self, words: str) -> None:
        """Search as if typed into the bar."""
        self._words.setText(words)

    def _ready_pages(self) -> "PdfPages":
        if self._pages is None:
            from ui.widgets.pdf_pages import PdfPages  # QtPdf costs start-up time

            self._pages = PdfPages(self)
            self._pages.turned.connect(self._tell_page)
            self._pages.found.connect(self._show_found)
            self._column.takeAt(1)
            self._column.addWidget(self._pages, 1)
        return self._pages

    def _build_words(self) -> QLineEdit:
        words = QLineEdit(self)
        words.setPlaceholderText(self.tr("在文件中查找"))
        words.setAccessibleName(self.tr("在文件中查找"))
        words.setMaximumWidth(theme.px(180))
        words.setClearButtonEnabled(True)
        words.textChanged.connect(self._typing.start)
        words.returnPressed.connect(self._next_hit)
        return words

    def _build_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(6))
        bar.setSpacing(theme.px(4))
        bar.addWidget(self._title, 1)
        bar.addWidget(self._found)
        bar.addWidget(self._words)
        bar.addSpacing(theme.px(8))
        bar.addWidget(self._button("chevron-left", self.tr("上一页"), self._back))
        bar.addWidget(self._position)
        bar.addWidget(self._button("chevron-right", self.tr("下一页"), self._forth))
        bar.addSpacing(theme.px(8))
        bar.addWidget(self._button("zoom-out", self.tr("缩小"), self._smaller))
        bar.addWidget(self._button("zoom-in", self.tr("放大"), self._larger))
        bar.addWidget(self._button("maximize-2", self.tr("适合宽度"), self.fit))
        return bar

    def _button(self, icon: str, word: str, action: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(word)
        button.setToolTip(word)
        theme.dress(button, icon)
        button.clicked.connect(action)
        return button

    def _tell_page(self) -> None:
        self._position.setText(f"{self.page()} / {self.page_count()}")
        self.page_changed.emit(self.page(), self.page_count())

    def _look(self) -> None:
        if self._pages:
            self._pages.look_for(self._words.text())
        self._show_found(0)

    def _show_found(self, count: int) -> None:
        self._found.setText(self.tr("{0} 处").format(count) if self._words.text() else "")

    def _next_hit(self) -> None:
        if self._pages:
            self._pages.next_hit()

    def _back(self) -> None:
        self.go(self.page() - 1)

    def _forth(self) -> None:
        self.go(self.page() + 1)

    def _smaller(self) -> None:
        self.zoom_by(1 / STEP)

    def _larger(self) -> None:
        self.zoom_by(STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F searches; Ctrl with + and - zooms."""
        standard = QKeySequence.StandardKey
        if event.matches(standard.Find):
            self._words.setFocus()
            self._words.selectAll()
        elif event.matches(standard.ZoomIn):
            self._larger()
        elif event.matches(standard.ZoomOut):
            self._smaller()
        else:
            super().keyPressEvent(event)
