"""The left side: how far the visit is, what to show of it, and the tree of items."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from auditor_app.domain import Verdict
from ui import theme
from ui.pages.checklist_parts.data import ChecklistData
from ui.pages.checklist_parts.tree import View
from ui.widgets.checklist_rows import Row
from ui.widgets.checklist_tree import ChecklistTree
from ui.widgets.chips import Chip, FilterChips
from ui.widgets.progress import Legend, Part, StackedBar, verdict_parts
from ui.widgets.words import verdict_word

ALL, OPEN, NEGATIVE, OBSERVED = "all", "open", "nc", "obs"


class ListPane(QWidget):
    """`item_chosen` when the auditor went to an item, `view_chosen` when the grouping changed."""

    item_chosen = Signal(str)
    item_entered = Signal(str)
    view_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._data = ChecklistData(visits=())
        self._sticky = ""
        self.progress, self.left = QLabel(self), QLabel(self)
        theme.mark(self.progress, role="section")
        theme.mark(self.left, role="meta")
        self.bar, self.legend, self.chips = StackedBar(self), Legend(self), FilterChips(self)
        self.search = QLineEdit(self)
        self.tree = ChecklistTree(self)
        self.only_later = QAction(self.tr("只看稍后再查"), self)
        self.views: dict[View, QAction] = {}
        self._menu = self._build_menu()
        self.more = self._build_more()
        self._build()
        self.chips.chosen.connect(self._sift)
        self.search.textChanged.connect(self._sift)
        self.tree.selected.connect(self.item_chosen)
        self.tree.entered_item.connect(self.item_entered)

    def show_data(self, data: ChecklistData) -> None:
        """Show a visit; what is chosen, folded and typed stays."""
        self._data = data
        self.progress.setText(self.tr("已查 {0} / {1} 项").format(data.answered, len(data.items)))
        self.left.setText(self._left_words(data))
        self.bar.show_parts(verdict_parts(dict(data.counts)), len(data.items))
        self.legend.show_parts(self._legend(data.counts))
        self.chips.show_chips(self._chips(data))
        with QSignalBlocker(self):
            self.views[data.view].setChecked(True)
        self.tree.show_groups(data.groups)

    def select(self, key: str) -> None:
        """Go to an item without telling; a filter shows it as long as it is the current one."""
        self._sticky = key
        was_shown = self.tree.shows(key)
        if not self.tree.select(key):
            self._sift()
            self.tree.select(key)
        if not was_shown:
            # In the middle, so that what comes next is seen too.
            middle = QAbstractItemView.ScrollHint.PositionAtCenter
            self.tree.scrollTo(self.tree.currentIndex(), middle)

    def focus_places(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in order."""
        return (self.chips, self.more, self.search, self.tree)

    def _sift(self) -> None:
        is_free = (
            self.chips.chosen_key() in {ALL, ""}
            and not self.search.text().strip()
            and not self.only_later.isChecked()
        )
        self.tree.filter(None if is_free else self._passes)

    def _passes(self, row: Row) -> bool:
        if row.key == self._sticky:
            return True
        wanted = {
            OPEN: frozenset({None}),
            NEGATIVE: frozenset({Verdict.MINOR, Verdict.MAJOR}),
            OBSERVED: frozenset({Verdict.OBSERVATION}),
        }.get(self.chips.chosen_key())
        if wanted is not None and row.verdict not in wanted:
            return False
        if self.only_later.isChecked() and not row.is_postponed:
            return False
        words = self.search.text().casefold().split()
        text = self._data.haystacks.get(row.key, "")
        return all(word in text for word in words)

    def _left_words(self, data: ChecklistData) -> str:
        if data.left_today is not None:
            return self.tr("今日计划还剩 {0} 项").format(data.left_today)
        left = len(data.items) - data.answered
        return self.tr("还剩 {0} 项").format(left) if left else self.tr("全部查完")

    def _legend(self, counts: Mapping[Verdict, int]) -> tuple[Part, ...]:
        negative = counts.get(Verdict.MINOR, 0) + counts.get(Verdict.MAJOR, 0)
        parts = (
            (Verdict.CONFORMING, "ok", counts.get(Verdict.CONFORMING, 0)),
            (Verdict.OBSERVATION, "obs", counts.get(Verdict.OBSERVATION, 0)),
            (None, "minor", negative),
            (Verdict.NOT_APPLICABLE, "na", counts.get(Verdict.NOT_APPLICABLE, 0)),
        )
        return tuple(
            Part(
                amount=amount,
                tone=tone,
                word=verdict_word(verdict) if verdict else self.tr("不符合"),
            )
            for verdict, tone, amount in parts
        )

    def _chips(self, data: ChecklistData) -> tuple[Chip, ...]:
        counts = data.counts
        negative = counts.get(Verdict.MINOR, 0) + counts.get(Verdict.MAJOR, 0)
        return (
            Chip(key=ALL, word=self.tr("全部"), count=len(data.items)),
            Chip(key=OPEN, word=verdict_word(None), count=len(data.items) - data.answered),
            Chip(key=NEGATIVE, word=self.tr("不符合"), count=negative),
            Chip(
                key=OBSERVED,
                word=verdict_word(Verdict.OBSERVATION),
                count=counts.get(Verdict.OBSERVATION, 0),
            ),
        )

    def _build(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.progress, 1)
        first.addWidget(self.left)
        second = QHBoxLayout()
        second.setSpacing(theme.px(6))
        second.addWidget(self.chips, 1)
        second.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(20), theme.px(11), theme.px(18), theme.px(10))
        head.setSpacing(theme.px(6))
        head.addLayout(first)
        head.addWidget(self.bar)
        head.addWidget(self.legend)
        head.addSpacing(theme.px(3))
        head.addLayout(second)
        head.addSpacing(theme.px(2))
        head.addWidget(self.search)
        self._dress_search()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(1)
        column.addWidget(self.tree, 1)

    def _build_more(self) -> QToolButton:
        more = QToolButton(self)
        more.setAccessibleName(self.tr("分组与筛选"))
        more.setToolTip(more.accessibleName())
        theme.dress(more, "list-filter")
        more.setMenu(self._menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return more

    def _dress_search(self) -> None:
        self.search.setPlaceholderText(self.tr("在本检查表中查找"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        glass = theme.icon("search", "ink3", 16)
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(self)
        for view, word in (
            (View.CLAUSE, self.tr("按条款")),
            (View.RULE, self.tr("按规则")),
            (View.DEPARTMENT, self.tr("按部门")),
        ):
            action = QAction(word, self)
            action.setCheckable(True)
            action.setData(view)
            action.triggered.connect(self._choose_view)
            group.addAction(action)
            menu.addAction(action)
            self.views[view] = action
        menu.addSeparator()
        self.only_later.setCheckable(True)
        self.only_later.toggled.connect(self._sift)
        menu.addAction(self.only_later)
        menu.addSeparator()
        menu.addAction(self.tr("全部展开")).triggered.connect(self.tree.expandAll)
        menu.addAction(self.tr("全部收起")).triggered.connect(self.tree.collapseAll)
        return menu

    def _choose_view(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.view_chosen.emit(View(action.data()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines between head and tree and at the right edge."""
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("line"))
        painter.fillRect(0, self.tree.y() - 1, self.width(), 1, theme.color("line"))
        painter.end()
