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
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(record)
            case Qt.ItemDataRole.ToolTipRole:
                return column.text(record) or None
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(record) if column.icon else None
            case Qt.ItemDataRole.ForegroundRole:
                return column.tone(record) if column.tone else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align | Qt.AlignmentFlag.AlignVCenter
            case _:
                return record if role == RECORD_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[section].align | Qt.AlignmentFlag.AlignVCenter
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None
