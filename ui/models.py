"""One table model for every list of records."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")

TOP = QModelIndex()
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """How one column reads a record; `icon` and `tone` are asked at every paint, so a switch
    of the look shows at once."""

    title: str
    text: Callable[[R], str]
    icon: Callable[[R], QIcon] | None = None
    tone: Callable[[R], QColor] | None = None
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


class RecordTable(QAbstractTableModel, Generic[R]):
    """Records as rows. Sorting and filtering are the vault's work: show the new list."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self._columns = columns
        self._records: list[R] = []

    def show(self, records: Sequence[R]) -> None:
        """Put `records` in place of what was shown."""
        self.beginResetModel()
        self._records = list(records)
        self.endResetModel()

    def record(self, index: Index) -> R:
        """The record of a row."""
        return self._records[index.row()]

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, record = self._columns[index.column()], self._records[index.row()]
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: column.text(record),
            Qt.ItemDataRole.AccessibleTextRole: lambda: column.text(record),
            Qt.ItemDataRole.ToolTipRole: lambda: column.text(record) or None,
            Qt.ItemDataRole.DecorationRole: lambda: column.icon(record) if column.icon else None,
            Qt.ItemDataRole.ForegroundRole: lambda: column.tone(record) if column.tone else None,
            Qt.ItemDataRole.TextAlignmentRole: lambda: column.align | MIDDLE,
            RECORD_ROLE: lambda: record,
        }
        return answers[role]() if role in answers else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[section].align | MIDDLE
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None
