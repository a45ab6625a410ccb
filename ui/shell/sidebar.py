"""The sidebar: which audit, which page, who works here, what is kept where."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.shell.buttons import AuditCard, Avatar, NavButton

WIDE, NARROW = 232, 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page's row; `heading` is the word above its group."""

    key: str
    title: str
    icon: str
    heading: str


class Sidebar(QWidget):
    """Rows in groups, in the order given; the first nine answer to Ctrl+1..9."""

    page_chosen = Signal(str)
    audit_asked = Signal()
    settings_asked = Signal()

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.audit = AuditCard()
        self.audit.clicked.connect(self.audit_asked)
        self._rows: dict[str, NavButton] = {}
        self._headings: list[QLabel] = []
        self._group = QButtonGroup(self)
        self._logo = _Logo(self.tr("现场审核"))
        self._state = _StateCard()
        self._person = _PersonRow()
        self._person.gear.clicked.connect(self.settings_asked)
        self._build(entries)

    def choose(self, key: str) -> None:
        """Mark a page's row as the one shown."""
        self._rows[key].setChecked(True)

    def row(self, key: str) -> NavButton:
        """A page's row."""
        return self._rows[key]

    def gear(self) -> QToolButton:
        """The settings button, for its menu to hang from."""
        return self._person.gear

    def show_badge(self, key: str, text: str, *, is_alert: bool) -> None:
        """Put a page's count beside its name; an empty text takes it away."""
        self._rows[key].show_badge(text, is_alert=is_alert)

    def show_person(self, name: str, role: str) -> None:
        """Say whose vault this is."""
        self._person.show_person(name, role)

    def show_state(self, title: str, line: str) -> None:
        """Say where the records are, and how old the backup is."""
        self._state.show_state(title, line)

    def fold(self, folded: bool) -> None:
        """Show icons alone, or names too."""
        self.setFixedWidth(theme.px(NARROW if folded else WIDE))
        for row in self._rows.values():
            row.fold(folded)
        for heading in self._headings:
            heading.setVisible(not folded)
        self.audit.fold(folded)
        self._logo.fold(folded)
        self._state.setVisible(not folded)
        self._person.fold(folded)
        left, right = (theme.px(6), theme.px(6)) if folded else (theme.px(12), theme.px(8))
        for box in (self._top, self._nav, self._bottom):
            margins = box.contentsMargins()
            box.setContentsMargins(left, margins.top(), right, margins.bottom())

    def _build(self, entries: Sequence[Entry]) -> None:
        self._top, self._nav, self._bottom = (_column() for _ in range(3))
        self._top.setContentsMargins(0, theme.px(3), 0, 0)
        self._top.addWidget(self._logo)
        self._top.addSpacing(theme.px(9))
        self._top.addWidget(self.audit)
        heading = ""
        for number, entry in enumerate(entries, start=1):
            if entry.heading != heading:
                heading = entry.heading
                self._add_heading(heading)
            self._add_row(entry, number)
        self._nav.addStretch(1)
        self._bottom.setContentsMargins(0, theme.px(6), 0, theme.px(8))
        self._bottom.addWidget(self._state)
        self._bottom.addSpacing(theme.px(10))
        self._bottom.addWidget(self._person)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._top)
        rows.addWidget(_scrolling(self._nav), 1)
        rows.addLayout(self._bottom)
        self.fold(False)

    def _add_heading(self, words: str) -> None:
        label = QLabel(words)
        label.setProperty("role", "secondary")
        label.setContentsMargins(theme.px(14), theme.px(14), 0, theme.px(6))
        self._headings.append(label)
        self._nav.addWidget(label)

    def _add_row(self, entry: Entry, number: int) -> None:
        keys = f"Ctrl+{number}" if number <= 9 else ""  # noqa: PLR2004
        row = NavButton(key=entry.key, title=entry.title, icon=entry.icon, keys=keys)
        row.clicked.connect(lambda: self.page_chosen.emit(entry.key))
        self._group.addButton(row)
        self._rows[entry.key] = row
        self._nav.addWidget(row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


class _Logo(QWidget):
    def __init__(self, words: str) -> None:
        super().__init__()
        self._words, self._is_folded = words, False
        self.setFixedHeight(theme.px(34))

    def fold(self, folded: bool) -> None:
        self._is_folded = folded
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile, icon = theme.px(28), theme.px(18)
        left = (self.width() - tile) // 2 if self._is_folded else theme.px(4)
        top = (self.height() - tile) // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(left, top, tile, tile, theme.px(8), theme.px(8))
        inset = (tile - icon) // 2
        picture = theme.pixmap("shield-check", "on_accent", 18)
        painter.drawPixmap(left + inset, top + inset, picture)
        if not self._is_folded:
            painter.setPen(theme.color("ink"))
            painter.setFont(theme.font(15, bold=True))
            words = self.rect().adjusted(left + tile + theme.px(10), 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._words)


class _StateCard(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "state")
        self._picture = QLabel(pixmap=theme.pixmap("cloud-off", "ink2", 16))
        self._title, self._line = QLabel(), QLabel()
        self._title.setProperty("role", "small")
        self._line.setProperty("role", "meta")
        grid = QHBoxLayout(self)
        grid.setContentsMargins(theme.px(12), theme.px(9), theme.px(8), theme.px(9))
        grid.setSpacing(theme.px(8))
        grid.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = _column()
        words.setSpacing(theme.px(1))
        words.addWidget(self._title)
        words.addWidget(self._line)
        grid.addLayout(words, 1)

    def show_state(self, title: str, line: str) -> None:
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))


class _PersonRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._disc = Avatar()
        self._name, self._role = QLabel(), QLabel()
        self._name.setProperty("role", "strong")
        self._role.setProperty("role", "meta")
        self.gear = QToolButton()
        self.gear.setAccessibleName(self.tr("设置"))
        self.gear.setToolTip(self.tr("设置"))
        theme.dress(self.gear, "settings")
        self._words = QWidget()
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._role)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(4), 0, 0, 0)
        self._row.setSpacing(theme.px(10))
        self._row.addWidget(self._disc)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.gear)

    def show_person(self, name: str, role: str) -> None:
        self._name.setText(name)
        self._role.setText(role)
        self._disc.setText(name)
        self._disc.setAccessibleName(name)

    def fold(self, folded: bool) -> None:
        self._words.setVisible(not folded)
        self._disc.setVisible(not folded)
        self._row.setContentsMargins(0 if folded else theme.px(4), 0, 0, 0)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(2))
    return column


def _scrolling(rows: QVBoxLayout) -> QScrollArea:
    """The rows in a scroll area, for windows lower than the rows are together."""
    inside = QWidget()
    inside.setProperty("role", "page")
    inside.setLayout(rows)
    area = QScrollArea(widgetResizable=True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area
