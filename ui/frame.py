"""The sidebar and the sheet of one audit, with its pages made when they are first shown."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from auditor_app.domain import RecordId
from ui import theme
from ui.pages.base import Badge, Page, Section
from ui.shell.header import Header
from ui.shell.sidebar import Entry, Sidebar

FOLD_BELOW = 1100

AnyPage = Page[Any]


class Frame(QWidget):
    """Made anew for each audit, language and look; `make` builds a page of a class."""

    page_shown = Signal(str)
    navigate = Signal(str, object)
    audit_chosen = Signal(str)

    def __init__(
        self,
        pages: Sequence[type[AnyPage]],
        make: Callable[[type[AnyPage]], AnyPage],
        audit_id: RecordId,
    ) -> None:
        super().__init__()
        self.audit_id = audit_id
        self._classes = {page.KEY: page for page in pages}
        self._make = make
        self._made: dict[str, AnyPage] = {}
        self._is_folded = False
        self.sidebar = Sidebar([_entry(page) for page in pages])
        self.header = Header()
        self._stack = QStackedWidget()
        self.sidebar.page_chosen.connect(self.show_page)
        sheet = QFrame()
        sheet.setProperty("role", "sheet")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.header)
        inside.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        edge = theme.px(8)
        row.setContentsMargins(0, edge, edge, edge)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(sheet, 1)
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def page(self) -> AnyPage | None:
        """The page shown."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def classes(self) -> list[type[AnyPage]]:
        """The pages of the sidebar, in its order."""
        return list(self._classes.values())

    def show_page(self, key: str, target: object = None) -> None:
        """Bring a page to the front, kept text first; `target` is what it shall show."""
        if key not in self._classes:
            return
        before = self.page()
        if before is not None:
            before.flush()
        if key not in self._made:
            self._add(key)
        page = self._made[key]
        self.header.show_page(page.title(), left=page.header_widgets(), right=page.header_actions())
        self.sidebar.choose(key)
        self._stack.setCurrentWidget(page)
        if target is not None:
            page.aim(target)
        self.page_shown.emit(key)

    def show_badges(self, badges: Mapping[str, Badge]) -> None:
        """Put the counts beside the pages' names."""
        for key in self._classes:
            badge = badges.get(key, Badge(text=""))
            self.sidebar.show_badge(key, badge.text, is_alert=badge.is_alert)

    def regions(self) -> list[QWidget]:
        """What F6 walks through: the sidebar, then the page's panes."""
        page = self.page()
        return [self.sidebar, *(page.panes() if page else ())]

    def flush(self) -> None:
        """Have every page keep what is being typed."""
        for page in self._made.values():
            page.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = self.width() < theme.px(FOLD_BELOW)
        if folded != self._is_folded:
            self._is_folded = folded
            self.sidebar.fold(folded)

    def _add(self, key: str) -> None:
        page = self._make(self._classes[key])
        page.navigate.connect(self.navigate)
        page.audit_chosen.connect(self.audit_chosen)
        self._made[key] = page
        self._stack.addWidget(page)


def _entry(page: type[AnyPage]) -> Entry:
    translate = QCoreApplication.translate
    is_audit = page.SECTION is Section.AUDIT
    heading = translate("Frame", "本次审核") if is_audit else translate("Frame", "工作台")
    return Entry(key=page.KEY, title=page.title(), icon=page.ICON, heading=heading)
