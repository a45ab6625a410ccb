"""The right of the meeting page: who signs now, the pad, who comes next."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from auditor_app.domain import Stroke
from ui import theme
from ui.editors.line_field import LineField
from ui.editors.signed_card import SignedCard
from ui.widgets import drawing
from ui.widgets.chips import Pill
from ui.widgets.elided import ElidedLabel
from ui.widgets.painted import PaintedButton
from ui.widgets.people_rows import Person, Presence, role_tone
from ui.widgets.sign_desk import SignDesk
from ui.widgets.words import role_word

SHOWN_NEXT = 3
MOST_HEIGHT = 408
"""Pad, buttons and notes; a larger pad makes no better signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What the panel shows: whose turn it is (None: nobody's), and who comes then."""

    person: Person | None
    position: str = ""
    waiting: tuple[Person, ...] = ()
    is_locked: bool = False
    idle: str = ""
    """Why there is nobody to sign, in words."""


class NextRow(PaintedButton):
    """Somebody who is still to sign."""

    focus_radius = 6.0

    def __init__(self, person: Person, word: str, tone: str) -> None:
        super().__init__(person.name)
        self.person, self._word, self._tone = person, word, tone
        self.setAccessibleName(f"{person.name}，{person.place}，{word}")

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(240), theme.px(38))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        if self.is_hot:
            drawing.box(painter, rect, fill="sunken", radius=6)
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        room = rect.adjusted(theme.px(2), 0, -theme.px(26), 0)
        drawing.write(painter, room, self.text(), drawing.Type(13, "ink", bold=True))
        word = drawing.SECONDARY_STRONG.colored(self._tone)
        drawing.write(painter, room, self._word, word, align=drawing.RIGHT)
        spot = QPointF(rect.right() - theme.px(10), rect.center().y())
        drawing.glyph(painter, "chevron-right", "ink2", spot, size=14)
        place = QRectF(room)
        name = drawing.advance(self.text(), drawing.STRONG) + theme.px(12)
        place.setLeft(rect.left() + max(theme.px(58), name))
        place.setRight(room.right() - drawing.advance(self._word, word) - theme.px(8))
        drawing.write(painter, place, self.person.place, drawing.META)


class SignPanel(QWidget):
    """Name, department and post can be put right here, for they are often wrong on paper.

    `confirmed(key, strokes, device)`; `details_changed(key, (name, department, post))`;
    `typing_asked`, `turn_asked`, `clear_asked`; `chosen(key)` for one of those who come next.
    """

    confirmed = Signal(str, object, str)
    details_changed = Signal(str, object)
    typing_asked = Signal(str)
    turn_asked = Signal()
    clear_asked = Signal()
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self._drafts: dict[str, tuple[Stroke, ...]] = {}
        self._name = ElidedLabel(kind=drawing.Type(20, "ink", bold=True))
        self._name.setMinimumWidth(theme.px(66))
        self._role = Pill("")
        self._line = QLabel()
        theme.mark(self._line, role="meta")
        self.turn = QPushButton(self.tr("转向签名人"))
        theme.mark(self.turn, kind="tonal")
        theme.dress(self.turn, "refresh-cw", "accent")
        self.turn.clicked.connect(self.turn_asked)
        self.name = LineField(self.tr("姓名"))
        self.department = LineField(self.tr("部门"))
        self.post = LineField(self.tr("职务"))
        self.desk = SignDesk()
        self.desk.confirmed.connect(self._confirm)
        self.desk.typing_asked.connect(self._ask_to_type)
        self.desk.clear_asked.connect(self.clear_asked)
        self._signed = SignedCard()
        self._idle = _Idle()
        self._middle = QStackedWidget()
        for widget in (self.desk, self._signed, self._idle):
            self._middle.addWidget(widget)
        self._next_head = QLabel(self.tr("接着签"))
        theme.mark(self._next_head, role="section")
        self._next = QVBoxLayout()
        self._next.setSpacing(0)
        self._build()

    def show_turn(self, turn: Turn) -> None:
        """Show whose turn it is; what is being typed or written for the same person stays."""
        key = turn.person.key if turn.person else ""
        if key != self._key:
            self._change_to(key)
        person = turn.person
        can_sign = person is not None and not person.is_done and not turn.is_locked
        for widget in (self._name, self._role, self._line):
            widget.setVisible(person is not None)
        self._fields.setVisible(can_sign)
        self.turn.setVisible(can_sign)
        self._show_person(person, turn.position)
        if can_sign:
            self._middle.setCurrentWidget(self.desk)
        elif person is not None and person.is_done:
            self._signed.show_person(person)
            self._middle.setCurrentWidget(self._signed)
        else:
            self._idle.show_words(turn.idle, is_locked=turn.is_locked)
            self._middle.setCurrentWidget(self._idle)
        waiting = () if turn.is_locked else turn.waiting
        self._rule.setVisible(bool(waiting))
        self._show_next(waiting)

    def key(self) -> str:
        """Whose turn it is."""
        return self._key

    def person_line(self) -> str:
        """Department and post as they stand in the fields."""
        return " · ".join(part for part in (self.department.value(), self.post.value()) if part)

    def take_back(self, reason: str) -> None:
        """The save failed: the signature stays on the pad, and the frame says so."""
        self.desk.pad.refuse(reason)

    def forget(self, key: str) -> None:
        """A signature is kept: its strokes are not needed on the pad any more."""
        self._drafts.pop(key, None)
        if key == self._key:
            self.desk.clear()

    def flush(self) -> None:
        """Keep what is being typed into the three fields."""
        for field in self._lines():
            field.flush()

    def _change_to(self, key: str) -> None:
        self.flush()
        if self._key and self.desk.strokes():
            self._drafts[self._key] = self.desk.strokes()
        self._key = key
        self.desk.clear()
        if key in self._drafts:
            self.desk.pad.show_strokes(self._drafts[key])

    def _show_person(self, person: Person | None, position: str) -> None:
        if person is None:
            return
        self._name.setText(person.name)
        self._role.show_word(role_word(person.role), role_tone(person.role))
        self._line.setText(position)
        values = (person.name, person.department, person.post)
        for field, value in zip(self._lines(), values, strict=True):
            if not field.is_busy() or field.property("key") != person.key:
                field.put(value)
            field.setProperty("key", person.key)

    def _show_next(self, waiting: tuple[Person, ...]) -> None:
        while (entry := self._next.takeAt(0)) is not None:
            if old := entry.widget():
                old.setParent(None)
                old.deleteLater()
        self._next_head.setVisible(bool(waiting))
        for number, person in enumerate(waiting[:SHOWN_NEXT]):
            word = self.tr("下一位") if number == 0 else self.tr("未签")
            tone = "accent" if number == 0 else "ink2"
            if person.presence is Presence.ABSENT_UNEXPLAINED:
                word, tone = self.tr("待补签"), "major"
            row = NextRow(person, word, tone)
            row.clicked.connect(self._choose_sender)
            self._next.addWidget(row)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        left = QVBoxLayout()
        left.setSpacing(theme.px(2))
        line = QHBoxLayout()
        line.setSpacing(theme.px(10))
        line.addWidget(self._name)
        line.addWidget(self._role)
        line.addStretch(1)
        left.addLayout(line)
        left.addWidget(self._line)
        head.addLayout(left, 1)
        head.addWidget(self.turn)
        self._fields = QWidget()
        self._build_fields()
        self._rule = QFrame()
        self._rule.setProperty("role", "line")
        self._rule.setFixedHeight(1)
        self._middle.setMaximumHeight(theme.px(MOST_HEIGHT))
        column = QVBoxLayout(self)
        edge = theme.px(20)
        column.setContentsMargins(edge, theme.px(14), edge, theme.px(12))
        column.setSpacing(theme.px(10))
        column.addLayout(head)
        column.addWidget(self._fields)
        column.addWidget(self._middle, 100)
        column.addWidget(self._rule)
        column.addWidget(self._next_head)
        column.addLayout(self._next)
        column.addStretch(1)

    def _build_fields(self) -> None:
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        for column, field in enumerate(self._lines()):
            label = QLabel(field.accessibleName())
            theme.mark(label, role="secondary")
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, (5, 6, 4)[column])
            field.settled.connect(self._tell_details)
        self._fields.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _lines(self) -> tuple[LineField, LineField, LineField]:
        return (self.name, self.department, self.post)

    def _tell_details(self) -> None:
        name = self.name.value()
        self.name.show_trouble(is_wrong=not name)
        if name and self._key:
            details = (name, self.department.value(), self.post.value())
            self.details_changed.emit(self._key, details)

    def _confirm(self, strokes: tuple[Stroke, ...]) -> None:
        self.flush()
        self.confirmed.emit(self._key, strokes, self.desk.pad.device_key())

    def _ask_to_type(self) -> None:
        self.flush()
        self.typing_asked.emit(self._key)

    def _choose_sender(self) -> None:
        row = self.sender()
        if isinstance(row, NextRow):
            self.chosen.emit(row.person.key)


class _Idle(QWidget):
    """Nobody is to sign: an icon and why."""

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignHCenter)
        theme.mark(self._words, role="secondary")
        self._disc = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        column.setSpacing(theme.px(12))
        column.addStretch(1)
        column.addWidget(self._disc)
        column.addWidget(self._words)
        column.addStretch(1)

    def show_words(self, words: str, *, is_locked: bool) -> None:
        """Say why."""
        icon, color = ("lock", "ink3") if is_locked else ("circle-check", "ok")
        self._disc.setPixmap(theme.pixmap(icon, color, 32))
        self._words.setText(words)
