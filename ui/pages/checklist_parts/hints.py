"""What to look at, how many, and which regulation stands behind a question."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from auditor_app.rules.checklist import Item
from ui import theme
from ui.widgets.chips import IconOnly

LINE = '<p style="margin:0; line-height:118%">{0}</p>'


class HintCard(QFrame):
    """A quiet card under the question; gone when there is nothing to hint at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.mark(self, role="sunken")
        self.look = self._label("secondary")
        self.facts = self._label("secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(16), theme.px(11))
        row.setSpacing(theme.px(11))
        bulb = QVBoxLayout()
        bulb.setContentsMargins(0, theme.px(3), 0, 0)
        bulb.addWidget(IconOnly("lightbulb", "accent", 18))
        bulb.addStretch(1)
        row.addLayout(bulb)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(self.look)
        words.addWidget(self.facts)
        row.addLayout(words, 1)

    def show_item(self, item: Item) -> None:
        """Show the hints of an item."""
        head = self.tr("查什么")
        words = f"<b>{escape(head)}</b>&nbsp; {escape(item.look_at)}"
        self.look.setText(LINE.format(words))
        self.look.setVisible(bool(item.look_at))
        facts = self._facts(item)
        self.facts.setText(LINE.format(escape(" · ".join(facts))))
        self.facts.setVisible(bool(facts))
        self.setVisible(bool(item.look_at or facts))

    def _facts(self, item: Item) -> list[str]:
        facts = []
        if item.sample:
            facts.append(self.tr("建议样本：{0}").format(item.sample))
        if item.regulation:
            facts.append(self.tr("关联法规 {0}").format(item.regulation))
        if item.is_anonymous:
            facts.append(self.tr("不记受访人姓名"))
        return facts

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.mark(label, role=role)
        return label
