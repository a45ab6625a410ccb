"""The middle of the meeting page: counts, the guard card, everybody who is listed."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from ui import theme
from ui.editors.guard_card import GuardCard
from ui.editors.meeting_rows import Counts, Demand
from ui.widgets import drawing
from ui.widgets.elided import ElidedLabel
from ui.widgets.people_list import PeopleList
from ui.widgets.people_rows import Person
from ui.widgets.quiet_button import QuietButton

EDIT, ABSENT, LATER, PRESENT, REMOVE = "edit", "absent", "later", "present", "remove"


class PeoplePanel(QWidget):
    """`act_asked(act, person key)` with one of the module's act names; keys F2, A, Del, Ins."""

    act_asked = Signal(str, str)
    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counts = ElidedLabel(kind=drawing.META)
        self.guard = GuardCard()
        self.people = PeopleList()
        self.add = QuietButton(self.tr("添加"), "user-plus")
        self.add.setToolTip(self.tr("添加参会人员（Insert）"))
        self.add.clicked.connect(self.add_asked)
        self.people.add_asked.connect(self.add_asked)
        self.people.absence_asked.connect(self._ask_absence)
        self.people.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.people.customContextMenuRequested.connect(self._pop_up)
        self._is_locked = False
        self._build()
        for key, act in (("F2", self._ask_edit), ("Del", self._ask_remove)):
            shortcut = QShortcut(QKeySequence(key), self.people)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def show_people(self, people: tuple[Person, ...], counts: Counts, *, is_locked: bool) -> None:
        """Show everybody; nothing can be asked for when `is_locked`."""
        self._is_locked = is_locked
        words = self.tr("应到 {expected} · 已签 {signed} · 未签 {unsigned} · 缺席 {absent}")
        self._counts.setText(
            words.format(
                expected=counts.expected,
                signed=counts.signed,
                unsigned=counts.unsigned,
                absent=counts.absent,
            )
        )
        self.add.setVisible(not is_locked)
        self.people.show_people(people)

    def show_demands(self, demands: tuple[Demand, ...]) -> None:
        """Who must still be there."""
        self.guard.show_demands(demands)

    def menu(self, key: str) -> QMenu:
        """What can be done with a person."""
        menu = QMenu(self)
        for act, words in (
            (EDIT, self.tr("修改姓名、身份…\tF2")),
            (ABSENT, self.tr("缺席，写明理由…\tA")),
            (LATER, self.tr("缺席，理由后补")),
            (PRESENT, self.tr("改为到会")),
            (REMOVE, self.tr("从名单中删除\tDel")),
        ):
            action = QAction(words, menu)
            action.setData((act, key))
            action.triggered.connect(self._act_sender)
            menu.addAction(action)
        return menu

    def _build(self) -> None:
        head = QHBoxLayout()
        inset = theme.px(12)
        head.setContentsMargins(inset, 0, inset, 0)
        head.setSpacing(theme.px(12))
        title = QLabel(self.tr("参会人员"))
        theme.mark(title, role="section")
        head.addWidget(title)
        head.addWidget(self._counts, 1)
        head.addWidget(self.add)
        wrap = QHBoxLayout()
        wrap.setContentsMargins(inset, 0, inset, theme.px(2))
        wrap.addWidget(self.guard)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(10), theme.px(8), 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addLayout(wrap)
        column.addWidget(self.people, 1)

    def _ask(self, act: str, key: str) -> None:
        if key and not self._is_locked:
            self.act_asked.emit(act, key)

    def _ask_edit(self) -> None:
        self._ask(EDIT, self.people.selected_key())

    def _ask_remove(self) -> None:
        self._ask(REMOVE, self.people.selected_key())

    def _ask_absence(self, key: str) -> None:
        self._ask(ABSENT, key)

    def _act_sender(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            act, key = action.data()
            self._ask(act, key)

    def _pop_up(self, place: QPoint) -> None:
        key = self.people.selected_key()
        if key and not self._is_locked:
            self.menu(key).popup(self.people.viewport().mapToGlobal(place))
