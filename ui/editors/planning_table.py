"""A list of records with 添加 修改 删除: keyboard, double click, and words while it is empty."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.models import Column, Index, RecordTable
from ui.widgets import drawing
from ui.widgets.elided import ElidedLabel
from ui.widgets.quiet_button import QuietButton

R = TypeVar("R")
ROW = 40
MOST_ROWS = 60


class Rows(QTableView):
    """Whole rows; Enter or a double click asks to open, Delete to remove."""

    opened = Signal()
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Delete."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class PlanningTable(QWidget, Generic[R]):
    """`add_asked`, `edit_asked(record)`, `remove_asked(record)`; values come in by `show_records`.

    The table is as high as its rows, so that the page scrolls and not the list.
    """

    add_asked = Signal()
    edit_asked = Signal(object)
    remove_asked = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, title: str, columns: Sequence[tuple[Column[R], int]], *, empty: str, add: str
    ) -> None:
        super().__init__()
        self.model = RecordTable[R]([column for column, _ in columns])
        self.rows = Rows()
        self.rows.setModel(self.model)
        self.rows.setAccessibleName(title)
        self._set_up([width for _, width in columns])
        self.add = QuietButton(add, "plus", self)
        self.edit = QuietButton(self.tr("修改"), "pencil", self)
        self.remove = QuietButton(self.tr("删除"), "trash-2", self)
        self.add.clicked.connect(self.add_asked)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.rows.opened.connect(self._edit)
        self.rows.removed.connect(self._remove)
        self.rows.doubleClicked.connect(self._edit_index)
        self.rows.selectionModel().currentRowChanged.connect(self._choose)
        self._empty = QLabel(empty, wordWrap=True)
        theme.mark(self._empty, role="secondary")
        self._facts = ElidedLabel(kind=drawing.SECONDARY, parent=self)
        self._is_locked = False
        self._build(title)
        self.show_records(())

    def show_records(self, records: Sequence[R]) -> None:
        """Show these; the row chosen stays chosen by its place."""
        place = self.rows.currentIndex().row()
        self.model.show(records)
        count = len(records)
        self.rows.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        if count:
            self.rows.selectRow(min(max(place, 0), count - 1))
        high = self.rows.horizontalHeader().sizeHint().height() + theme.px(2)
        self.rows.setFixedHeight(high + theme.px(ROW) * min(count, MOST_ROWS))
        self._show_buttons()

    def say(self, facts: str) -> None:
        """A line of facts beside the title."""
        self._facts.setText(facts)

    def lock(self, *, is_locked: bool) -> None:
        """Nothing can be changed any more."""
        self._is_locked = is_locked
        self._show_buttons()

    def current(self) -> R | None:
        """The record of the row chosen."""
        index = self.rows.currentIndex()
        return self.model.record(index) if index.isValid() else None

    def choose(self, place: int) -> None:
        """Choose a row by its number."""
        self.rows.selectRow(place)

    def _show_buttons(self) -> None:
        has_rows = self.model.rowCount() > 0
        self.add.setVisible(not self._is_locked)
        for button in (self.edit, self.remove):
            button.setVisible(has_rows and not self._is_locked)

    def _edit(self) -> None:
        record = self.current()
        if record is not None and not self._is_locked:
            self.edit_asked.emit(record)

    def _edit_index(self, index: Index) -> None:
        if index.isValid() and not self._is_locked:
            self.edit_asked.emit(self.model.record(index))

    def _remove(self) -> None:
        record = self.current()
        if record is not None and not self._is_locked:
            self.remove_asked.emit(record)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.model.record(index))

    def _set_up(self, widths: Sequence[int]) -> None:
        rows = self.rows
        rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows.setTabKeyNavigation(False)
        rows.setShowGrid(False)
        rows.setWordWrap(False)
        rows.verticalHeader().hide()
        rows.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        head = rows.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(number, mode)
            if width:
                rows.setColumnWidth(number, theme.px(width))

    def _build(self, title: str) -> None:
        heading = QLabel(title)
        theme.mark(heading, role="section")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(heading)
        head.addWidget(self._facts, 1)
        for button in (self.edit, self.remove, self.add):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.rows)
