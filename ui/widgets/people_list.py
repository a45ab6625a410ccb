"""Who is at the meeting: the client's people and the team, with signatures and states."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui import theme
from ui.widgets.people_delegate import ROW_ROLE, PeopleDelegate
from ui.widgets.people_rows import Person, presence_word
from ui.widgets.words import role_word

Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractListModel):
    """Heads of groups and people, in one flat list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Person | tuple[str, str]] = []

    def put(self, people: tuple[Person, ...]) -> None:
        """Show these people, the client's first."""
        rows: list[Person | tuple[str, str]] = []
        for word, is_team in ((self.tr("受审核方"), False), (self.tr("审核组"), True)):
            group = [person for person in people if person.role.is_team is is_team]
            if group:
                done = sum(1 for person in group if person.is_done)
                rows.append((word, f"{done} / {len(group)}"))
                rows.extend(group)
        if [_identity(row) for row in rows] == [_identity(row) for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def person(self, index: Index) -> Person | None:
        """The person behind an index, None for a head."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Person) else None

    def find(self, key: str) -> QModelIndex:
        """The index of the person with this key."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Person) and row.key == key:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or words for tool tip and screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if isinstance(row, Person) else row[0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Person):
            return row.reason or row.place
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads can't be chosen."""
        flags = super().flags(index)
        return flags if self.person(index) else flags & ~Qt.ItemFlag.ItemIsSelectable


class PeopleList(QListView):
    """↑ ↓ walk, Enter signs, A is absent, Insert adds.

    `selected`, `sign_asked` and `absence_asked` carry the person's key.
    """

    selected = Signal(str)
    sign_asked = Signal(str)
    absence_asked = Signal(str)
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PeopleModel(self)
        self.setModel(self._model)
        self.setItemDelegate(PeopleDelegate(self))
        self.setAccessibleName(self.tr("参会人员"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.doubleClicked.connect(self._ask_to_sign)
        theme.current().changed.connect(self.doItemsLayout)

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Show these; who was selected stays selected."""
        key = self.selected_key()
        with QSignalBlocker(self):
            self._model.put(people)
            self.select(key)

    def selected_key(self) -> str:
        """The key of the current person, empty when none is."""
        person = self._model.person(self.currentIndex())
        return person.key if person else ""

    def select(self, key: str) -> bool:
        """Go to a person without telling."""
        index = self._model.find(key)
        if index.isValid():
            with QSignalBlocker(self):
                self.setCurrentIndex(index)
        return index.isValid()

    def _tell_current(self, current: QModelIndex) -> None:
        if person := self._model.person(current):
            self.selected.emit(person.key)

    def _ask_to_sign(self, index: QModelIndex) -> None:
        if person := self._model.person(index):
            self.sign_asked.emit(person.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list's own keys; letters do not search, they act."""
        key, here = event.key(), self.selected_key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and here:
            self.sign_asked.emit(here)
        elif key == Qt.Key.Key_A and here and not event.modifiers():
            self.absence_asked.emit(here)
        elif key == Qt.Key.Key_Insert:
            self.add_asked.emit()
        else:
            super().keyPressEvent(event)


def _identity(row: Person | tuple[str, str]) -> str:
    return row.key if isinstance(row, Person) else row[0]


def _spoken(row: Person | tuple[str, str]) -> str:
    """What a screen reader says."""
    if not isinstance(row, Person):
        return f"{row[0]} {row[1]}"
    parts = (row.name, role_word(row.role), row.place, presence_word(row.presence), row.time)
    return "，".join(part for part in parts if part)
