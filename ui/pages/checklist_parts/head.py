"""The line above an item: number, where it stands, to its neighbours, and what else can be done."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from auditor_app.rules.checklist import Item
from ui import theme
from ui.pages.checklist_parts.data import label_of
from ui.pages.checklist_parts.tree import Spot, View
from ui.widgets import drawing
from ui.widgets.elided import ElidedLabel


class DetailHead(QWidget):
    """`stepped` by -1 or 1; the menu's entries say what was asked."""

    stepped = Signal(int)
    copy_asked = Signal()
    history_asked = Signal()
    clear_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = QLabel(self)
        theme.mark(self.key, role="tag")
        self.key.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.path = ElidedLabel(kind=drawing.SECONDARY, parent=self)
        self.place = QLabel(self)
        theme.mark(self.place, role="meta")
        self.clear = QAction(self.tr("清除结论"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(28), theme.px(9), theme.px(20), theme.px(5))
        row.setSpacing(theme.px(8))
        row.addWidget(self.key)
        row.addWidget(self.path, 1)
        row.addWidget(self.place)
        row.addSpacing(theme.px(4))
        row.addWidget(self._button("arrow-up", self.tr("上一项（Alt+↑）"), self._go_up))
        row.addWidget(self._button("arrow-down", self.tr("下一项（Alt+↓）"), self._go_down))
        more = self._button("ellipsis", self.tr("更多操作"))
        more.setMenu(self._menu())
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row.addWidget(more)

    def show_item(self, item: Item, spot: Spot, view: View) -> None:
        """Name the item and say where it stands."""
        self.key.setText(label_of(item))
        served = "、".join(item.rulebook_clauses)
        self.key.setToolTip(self.tr("所证明的规则条款：{0}").format(served) if served else "")
        self.path.setText("  ›  ".join(spot.path))
        words = self.tr("本条款 {0} / {1}") if view is View.CLAUSE else self.tr("本组 {0} / {1}")
        self.place.setText(words.format(spot.place, spot.total))

    def _button(self, icon: str, word: str, act: object = None) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(word)
        button.setToolTip(word)
        theme.dress(button, icon)
        if callable(act):
            button.clicked.connect(act)
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("复制编号和问题")).triggered.connect(self.copy_asked)
        menu.addAction(self.tr("查看改动记录…")).triggered.connect(self.history_asked)
        menu.addSeparator()
        self.clear.triggered.connect(self.clear_asked)
        menu.addAction(self.clear)
        return menu

    def _go_up(self) -> None:
        self.stepped.emit(-1)

    def _go_down(self) -> None:
        self.stepped.emit(1)
