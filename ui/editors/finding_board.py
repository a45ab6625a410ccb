"""The board of nonconformities: one column a state, folded to a rail where there is no room."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.editors.finding_card import BoardCard
from ui.editors.finding_rows import COLUMNS, FindingView, column_word
from ui.widgets import drawing
from ui.widgets.painted import PaintedButton

LEAST, RAIL, GAP = 152, 38, 8


class Rail(PaintedButton):
    """A folded column: its word from top to bottom and how many cards it holds."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self._count = 0
        self.setToolTip(self.tr("展开这一列"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_count(self, count: int) -> None:
        """How many cards hide here."""
        self._count = count
        self.setAccessibleName(f"{self.text()} {count}")
        self.update()

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(theme.px(RAIL), theme.px(160))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        drawing.box(painter, rect, fill="hover" if self.is_hot else "sunken", radius=10)
        top = QRectF(rect.left(), rect.top() + theme.px(10), rect.width(), theme.px(20))
        drawing.write(painter, top, str(self._count), drawing.SECONDARY, align=drawing.CENTER)
        kind = drawing.STRONG.colored("ink2")
        high = theme.px(20)
        if not self.text().isascii():
            for number, sign in enumerate(self.text()):
                cell = QRectF(rect.left(), top.bottom() + theme.px(8), rect.width(), high)
                cell.translate(0, number * high)
                drawing.write(painter, cell, sign, kind, align=drawing.CENTER)
            return
        painter.save()
        painter.translate(rect.center().x(), top.bottom() + theme.px(8))
        painter.rotate(90)
        room = QRectF(0, -high / 2, rect.height() - top.bottom() - theme.px(16), high)
        drawing.write(painter, room, self.text(), kind)
        painter.restore()


class Column(QWidget):
    """A state's cards under its head, or the rail instead."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.cards: list[BoardCard] = []
        self.rail = Rail(word)
        self._count = QLabel()
        theme.mark(self._count, role="secondary")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(GAP))
        self._list.addStretch(1)
        self._switch = QStackedLayout(self)
        self._switch.addWidget(self._build(word))
        self._switch.addWidget(self.rail)

    @property
    def is_folded(self) -> bool:
        """Whether only the rail is seen."""
        return self._switch.currentIndex() == 1

    def holds(self, key: str) -> bool:
        """Whether the card of a record is here."""
        return any(card.key == key for card in self.cards)

    def fold(self, *, is_folded: bool) -> None:
        """Show the rail or the cards."""
        self._switch.setCurrentIndex(1 if is_folded else 0)
        if is_folded:
            self.setFixedWidth(theme.px(RAIL))
        else:
            self.setMinimumWidth(theme.px(LEAST))
            self.setMaximumWidth(theme.px(400))

    def put(self, cards: list[BoardCard]) -> None:
        """Show these cards in this order."""
        for card in self.cards:
            if card not in cards:
                self._list.removeWidget(card)
        self.cards = cards
        for number, card in enumerate(cards):
            self._list.insertWidget(number, card)
            card.show()
        self._count.setText(str(len(cards)))
        self.rail.show_count(len(cards))

    def _build(self, word: str) -> QWidget:
        full = _Ground()
        title = QLabel(word)
        theme.mark(title, role="section")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(2))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._count)
        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setLayout(self._list)
        edge = theme.px(7)
        self._list.setContentsMargins(edge, theme.px(4), edge, edge)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self._scroll = scroll
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, theme.px(4))
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(scroll, 1)
        return full

    def bring_into_view(self, card: BoardCard) -> None:
        """Scroll to a card."""
        self._scroll.ensureWidgetVisible(card)


class FindingBoard(QWidget):
    """`opened` and `advance_asked` carry the id of a nonconformity."""

    opened = Signal(str)
    advance_asked = Signal(str)
    wants_thumbnail = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("不符合项看板"))
        self._cards: dict[str, BoardCard] = {}
        self._columns = [Column(column_word(states)) for states in COLUMNS]
        self._wanted = -1
        self._opened = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(GAP))
        for number, column in enumerate(self._columns):
            column.rail.clicked.connect(partial(self._unfold, number))
            row.addWidget(column, 1)

    def show_findings(self, views: tuple[FindingView, ...], opened: str) -> None:
        """Show these; `opened` is the id of the one in the drawer. The focus stays on its card."""
        keys = {str(view.nc.id) for view in views}
        for key in [key for key in self._cards if key not in keys]:
            card = self._cards.pop(key)
            card.hide()
            card.deleteLater()
        for view in views:
            self._show(view, opened)
        for states, column in zip(COLUMNS, self._columns, strict=True):
            column.put([self._cards[one.nc.id] for one in views if one.nc.state in states])
        if opened != self._opened:
            self._opened = opened
            self._wanted = next((n for n, one in enumerate(self._columns) if one.holds(opened)), -1)
        self._arrange()

    def card(self, key: str) -> BoardCard | None:
        """A card by the record's id."""
        return self._cards.get(key)

    def focus_card(self, key: str) -> None:
        """Put the keyboard on a card, its column unfolded."""
        card = self._cards.get(key)
        if card is None:
            return
        number = self._column_of(card)
        if self._columns[number].is_folded:
            self._unfold(number)
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._columns[number].bring_into_view(card)

    def set_thumbnail(self, sha256: str, image: QImage) -> None:
        """A picture that was asked for."""
        for card in self._cards.values():
            card.set_thumbnail(sha256, image)

    def neighbour(self, key: str, step: int) -> str:
        """The id before or after one, in the order of the board; empty at the ends."""
        keys = [card.key for column in self._columns for card in column.cards]
        if key not in keys or not 0 <= keys.index(key) + step < len(keys):
            return ""
        return keys[keys.index(key) + step]

    def _show(self, view: FindingView, opened: str) -> None:
        card = self._cards.get(view.nc.id)
        if card is None:
            card = BoardCard(view)
            card.clicked.connect(partial(self._open, view.nc.id))
            card.walked.connect(partial(self._walk, view.nc.id))
            card.advanced.connect(partial(self.advance_asked.emit, view.nc.id))
            card.wants_thumbnail.connect(self.wants_thumbnail)
            self._cards[view.nc.id] = card
        card.show_view(view)
        card.mark_open(is_open=view.nc.id == opened)
        card.ask_for_thumbnails()

    def _open(self, key: str, _checked: bool = False) -> None:
        self.opened.emit(key)

    def _column_of(self, card: BoardCard) -> int:
        return next(n for n, column in enumerate(self._columns) if card in column.cards)

    def _walk(self, key: str, pressed: int) -> None:
        here = self._cards[key]
        number = self._column_of(here)
        cards = self._columns[number].cards
        row = cards.index(here)
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if pressed in steps:
            there = cards[min(max(row + steps[pressed], 0), len(cards) - 1)]
        elif pressed in {int(Qt.Key.Key_Home), int(Qt.Key.Key_End)}:
            there = cards[0 if pressed == int(Qt.Key.Key_Home) else -1]
        else:
            step = 1 if pressed == int(Qt.Key.Key_Right) else -1
            there = self._beside(number, row, step) or here
        self.focus_card(there.key)

    def _beside(self, number: int, row: int, step: int) -> BoardCard | None:
        """The card at the same height in the next column that has any."""
        order = range(number + step, len(self._columns) if step > 0 else -1, step)
        for other in order:
            if cards := self._columns[other].cards:
                return cards[min(row, len(cards) - 1)]
        return None

    def _unfold(self, number: int, _checked: bool = False) -> None:
        self._wanted = number
        self._arrange()

    def _arrange(self) -> None:
        """Fold what fits least: empty columns first, then those at the end, the wanted never."""
        spare = [n for n in range(len(self._columns)) if n != self._wanted]
        spare.sort(key=lambda n: (bool(self._columns[n].cards), -n))
        folded: set[int] = set()
        for number in spare:
            if self._width(len(folded)) <= self.width():
                break
            folded.add(number)
        for number, column in enumerate(self._columns):
            column.fold(is_folded=number in folded)

    def _width(self, folded: int) -> int:
        count = len(self._columns)
        gaps = (count - 1) * theme.px(GAP)
        return gaps + folded * theme.px(RAIL) + (count - folded) * theme.px(LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width folds other columns."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """One column and five rails."""
        return QSize(self._width(len(self._columns) - 1), theme.px(240))


class _Ground(QWidget):
    """The sunken ground of a column."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet box; an empty column says so."""
        painter = QPainter(self)
        drawing.smooth(painter)
        drawing.box(painter, QRectF(QPointF(0, 0), self.size().toSizeF()), fill="sunken", radius=10)
        painter.end()
