"""The head of the sheet: where one is, whether it is kept, the search, the page's own button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.shell.buttons import SearchButton


class Header(QFrame):
    """Title and the page's widgets at the left; kept mark, search, the page's button at the right.

    A page's widgets are hidden, not deleted, when another page is shown; they live as long as the
    frame, which is made anew for each audit.
    """

    search_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self.setFixedHeight(theme.px(58))
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        self._shown: list[QWidget] = []
        self._kept, self._is_busy = "", False
        self._picture, self._words = QLabel(), QLabel()
        self._words.setProperty("role", "secondary")
        self.search = SearchButton(self.tr("搜索页面、审核、命令"), "Ctrl K")
        self.search.clicked.connect(self.search_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), 0, theme.px(14), 0)
        row.setSpacing(theme.px(14))
        for box in (self._left, self._right):
            box.setSpacing(theme.px(8))
        mark = QHBoxLayout()
        mark.setSpacing(theme.px(6))
        mark.addWidget(self._picture)
        mark.addWidget(self._words)
        row.addWidget(self._title)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addLayout(mark)
        row.addWidget(self.search, 2, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._right)

    def show_page(
        self, title: str, *, left: Sequence[QWidget] = (), right: Sequence[QWidget] = ()
    ) -> None:
        """Name the page and put its own widgets in."""
        self._title.setText(title)
        for widget in self._shown:
            widget.hide()
            self._left.removeWidget(widget)
            self._right.removeWidget(widget)
        self._shown = [*left, *right]
        for box, widgets in ((self._left, left), (self._right, right)):
            for widget in widgets:
                box.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
                widget.show()

    def show_kept(self, words: str) -> None:
        """Say that everything typed is kept."""
        self._kept = words
        self._mark("circle-check", "ok", words)

    def show_busy(self, words: str) -> None:
        """Say that work is going on beside the screen."""
        self._mark("hourglass", "ink3", words)
        self._is_busy = True

    def end_busy(self) -> None:
        """Say again what was said before the work, unless something newer was said."""
        if self._is_busy:
            self._mark("circle-check", "ok", self._kept)

    def show_trouble(self, words: str) -> None:
        """Say that something is not kept."""
        self._mark("triangle-alert", "major", words)

    def title(self) -> str:
        """The page's name as shown."""
        return self._title.text()

    def mark(self) -> str:
        """The words of the kept mark as shown."""
        return self._words.text()

    def _mark(self, icon: str, tone: str, words: str) -> None:
        self._is_busy = False
        self._picture.setPixmap(theme.pixmap(icon, tone, 16))
        self._picture.setVisible(bool(words))
        self._words.setText(words)
        theme.mark(self._words, tone="major" if tone == "major" else "")
