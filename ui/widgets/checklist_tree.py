"""The checklist as a tree: chapters, clauses and items, 20,000 of them without a stutter."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from ui import theme
from ui.widgets.checklist_delegate import ChecklistDelegate
from ui.widgets.checklist_model import ChecklistModel
from ui.widgets.checklist_rows import Branch, Row, rows_of, sift

MOST_OPEN = 1_500
"""Up to this many items all branches open by themselves; more would be measured one by one."""


class ChecklistTree(QTreeView):
    """Shows groups, filters them by a plain scan, keeps selection and folding by key.

    `selected` carries the key of the item the auditor went to.
    """

    selected = Signal(str)
    entered_item = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Branch | Row, ...] = ()
        self._keep: Callable[[Row], bool] | None = None
        self._folded: dict[str, bool] = {}
        self._model = ChecklistModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ChecklistDelegate(self._model, self))
        self.setAccessibleName(self.tr("检查表"))
        self._set_up_view()
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.collapsed.connect(self._remember_collapsed)
        self.expanded.connect(self._remember_expanded)
        theme.current().changed.connect(self.doItemsLayout)

    def show_groups(self, groups: tuple[Branch | Row, ...]) -> None:
        """Show these; when only contents changed, nothing moves."""
        self._groups = groups
        self._refresh()

    def filter(self, keep: Callable[[Row], bool] | None) -> None:
        """Show only the items `keep` says yes to; None shows all again."""
        self._keep = keep
        self._refresh()

    def shown_keys(self) -> list[str]:
        """Keys of the items that pass the filter, in order."""
        return self._model.keys()

    def selected_key(self) -> str:
        """The key of the current item, empty when none is."""
        item = self._model.item(self.currentIndex())
        return item.key if isinstance(item, Row) else ""

    def select(self, key: str) -> bool:
        """Go to an item without telling; False when the filter hides it."""
        with QSignalBlocker(self):
            return self._go(key)

    def shows(self, key: str) -> bool:
        """Whether the item can be seen without scrolling."""
        rect = self.visualRect(self._model.find(key))
        return rect.isValid() and self.viewport().rect().contains(rect)

    def step(self, by: int) -> bool:
        """Go to the next (1) or the previous (-1) item and tell; False at the ends."""
        keys = self._model.keys()
        here = self.selected_key()
        place = keys.index(here) + by if here in keys else (0 if by > 0 else len(keys) - 1)
        return 0 <= place < len(keys) and self._go(keys[place])

    def _go(self, key: str) -> bool:
        index = self._model.find(key)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if self.isVisible():
            self.scrollTo(index)
        return True

    def _set_up_view(self) -> None:
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(theme.px(20))
        self.header().setStretchLastSection(True)

    def _refresh(self) -> None:
        """Put the groups through the filter; a reset keeps the current item and the folding."""
        key = self.selected_key()
        shown = self._groups if self._keep is None else sift(self._groups, self._keep)
        with QSignalBlocker(self):
            if self._model.put(shown):
                self._unfold(is_small=sum(1 for _ in rows_of(shown)) <= MOST_OPEN)
                self._go(key)

    def _unfold(self, *, is_small: bool) -> None:
        """Open what was open; new branches open when the list is small, else chapters only."""
        self.setUpdatesEnabled(False)
        if is_small and not any(self._folded.values()):
            self.expandAll()
        else:
            for index in self._model.branches():
                default = not is_small
                if not self._folded.get(self._path(index), default):
                    self.expand(index)
        self.setUpdatesEnabled(True)

    def _path(self, index: QModelIndex) -> str:
        """What names a branch among all: the keys from the chapter down."""
        parts: list[str] = []
        while index.isValid():
            item = self._model.item(index)
            parts.append(item.key if item else "")
            index = index.parent()
        return "/".join(reversed(parts))

    def _remember_collapsed(self, index: QModelIndex) -> None:
        self._folded[self._path(index)] = True

    def _remember_expanded(self, index: QModelIndex) -> None:
        self._folded[self._path(index)] = False

    def _tell_current(self, current: QModelIndex) -> None:
        item = self._model.item(current)
        if isinstance(item, Row):
            self.selected.emit(item.key)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the height is known in which the current item has to be seen."""
        super().showEvent(event)
        self.scrollTo(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on a chapter or clause opens or closes it."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and isinstance(
            self._model.item(index), Branch
        ):
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens or closes a branch and goes into an item."""
        index = self.currentIndex()
        item = self._model.item(index)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            if isinstance(item, Row):
                self.entered_item.emit(item.key)
            else:
                self.setExpanded(index, not self.isExpanded(index))
            return
        super().keyPressEvent(event)
