"""A card with a head: title, pill, a line of facts, and what can be done at the right."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets import drawing
from ui.widgets.cards import Card
from ui.widgets.chips import Pill
from ui.widgets.elided import ElidedLabel


class TitledCard(Card):
    """`column` takes the contents; `act` puts something at the right of the head."""

    def __init__(
        self, title: str, parent: QWidget | None = None, *, has_line: bool = False
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(theme.px(18), theme.px(10), theme.px(14), theme.px(10))
        self._head.setSpacing(theme.px(10))
        self.heading = QLabel(title, self)
        theme.mark(self.heading, role="section")
        self.pill = Pill(parent=self)
        self.pill.hide()
        self._facts = ElidedLabel(kind=drawing.SECONDARY, parent=self)
        self._head.addWidget(self.heading)
        self._head.addWidget(self.pill)
        self._head.addWidget(self._facts, 1)
        self.body.addLayout(self._head)
        if has_line:
            line = QFrame(self)
            theme.mark(line, role="line")
            line.setFixedHeight(1)
            self.body.addWidget(line)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(12))
        self.column.setSpacing(theme.px(2))
        self.body.addLayout(self.column)

    def act(self, widget: QWidget) -> None:
        """One more thing at the right end of the head."""
        self._head.addWidget(widget)

    def say(self, facts: str) -> None:
        """The line of facts beside the title."""
        self._facts.setText(facts)

    def show_pill(self, word: str = "", tone: str = "plain", icon: str = "") -> None:
        """The state in one word; none hides the pill."""
        self.pill.show_word(word, tone, icon=icon)
        self.pill.setVisible(bool(word))


def dress_anew(button: QAbstractButton, name: str, color: str) -> None:
    """Another icon, unless it wears this one: the look is asked for at every reload."""
    wanted = f"{name} {color}"
    if button.property("dress") != wanted:
        button.setProperty("dress", wanted)
        theme.dress(button, name, color)


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a row or column."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def quiet_line(words: str, parent: QWidget) -> QLabel:
    """What a card says while there is nothing in it."""
    label = QLabel(words, parent, wordWrap=True)
    theme.mark(label, role="secondary")
    label.setContentsMargins(theme.px(2), theme.px(4), 0, theme.px(4))
    return label
