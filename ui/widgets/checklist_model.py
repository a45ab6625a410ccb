"""The checklist as a tree model over plain lists: no object per row beyond the values."""

from enum import IntEnum
from typing import overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets import words
from ui.widgets.checklist_rows import Branch, Row

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
"""The Row or Branch itself."""


class Kind(IntEnum):
    """Which of the three heights a row has."""

    CHAPTER = 0
    CLAUSE = 1
    ITEM = 2


class ChecklistModel(QAbstractItemModel):
    """Branches and rows by number: lists of values, parents and children.

    An index carries the number, so nothing but these lists has to stay alive.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Branch | Row] = []
        self._parents: list[int] = []
        self._places: list[int] = []
        self._children: dict[int, list[int]] = {-1: []}
        self._by_key: dict[str, int] = {}

    def put(self, groups: tuple[Branch | Row, ...]) -> bool:
        """Show these groups; True when the shape changed and the model was reset."""
        if self._has_shape(groups):
            self._replace(groups)
            return False
        self.beginResetModel()
        self._items, self._parents, self._places = [], [], []
        self._children = {-1: []}
        self._by_key = {}
        self._flatten(groups, parent=-1)
        self.endResetModel()
        return True

    def item(self, index: Index) -> Branch | Row | None:
        """The value behind an index."""
        return self._items[index.internalId()] if index.isValid() else None

    def kind(self, index: Index) -> Kind:
        """Chapter, clause or item."""
        number = index.internalId()
        if isinstance(self._items[number], Row):
            return Kind.ITEM
        return Kind.CHAPTER if self._parents[number] < 0 else Kind.CLAUSE

    def find(self, key: str) -> QModelIndex:
        """The index of the item with this key, invalid when it is not shown."""
        number = self._by_key.get(key)
        return QModelIndex() if number is None else self._index_of(number)

    def keys(self) -> list[str]:
        """Keys of the items in the order shown."""
        return list(self._by_key)

    def branches(self) -> list[QModelIndex]:
        """Indexes of all chapters and clauses, outer ones first."""
        return [self._index_of(n) for n, item in enumerate(self._items) if isinstance(item, Branch)]

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """See QAbstractItemModel."""
        children = self._children.get(_number(parent), [])
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, child: Index) -> QModelIndex: ...
    def parent(self, child: Index | None = None) -> QModelIndex | QObject | None:
        """See QAbstractItemModel (and QObject, which has the same name)."""
        if child is None:
            return super().parent()
        if not child.isValid():
            return QModelIndex()
        return self._index_of(self._parents[child.internalId()])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See QAbstractItemModel."""
        return len(self._children.get(_number(parent), ())) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See QAbstractItemModel."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, spoken text, tool tip, or the value itself."""
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.spoken_row(item) if isinstance(item, Row) else words.spoken_branch(item)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only items can be chosen; branches take focus to be opened and closed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if isinstance(self.item(index), Row):
            flags |= Qt.ItemFlag.ItemNeverHasChildren
        return flags

    def _index_of(self, number: int) -> QModelIndex:
        return QModelIndex() if number < 0 else self.createIndex(self._places[number], 0, number)

    def _flatten(self, groups: tuple[Branch | Row, ...], parent: int) -> None:
        siblings = self._children[parent]
        for place, item in enumerate(groups):
            number = len(self._items)
            self._items.append(item)
            self._parents.append(parent)
            self._places.append(place)
            siblings.append(number)
            if isinstance(item, Row):
                self._by_key.setdefault(item.key, number)
            else:
                self._children[number] = []
                self._flatten(item.children, number)

    def _has_shape(self, groups: tuple[Branch | Row, ...], parent: int = -1) -> bool:
        children = self._children[parent]
        return len(children) == len(groups) and all(
            self._items[number].key == item.key
            and type(self._items[number]) is type(item)
            and (isinstance(item, Row) or self._has_shape(item.children, number))
            for number, item in zip(children, groups, strict=True)
        )

    def _replace(self, groups: tuple[Branch | Row, ...], parent: int = -1) -> None:
        for number, item in zip(self._children[parent], groups, strict=True):
            if isinstance(item, Branch):
                self._replace(item.children, number)
            if self._items[number] != item:
                self._items[number] = item
                index = self._index_of(number)
                self.dataChanged.emit(index, index)


def _number(index: Index) -> int:
    """The number an index carries, -1 for the invisible root."""
    return int(index.internalId()) if index.isValid() else -1
