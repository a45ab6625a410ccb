"""Paints one attendee: state icon, name, role, place, and the signature in small."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from auditor_app.domain import Stroke
from ui import theme
from ui.widgets import drawing, ink
from ui.widgets.people_rows import ICONS, Person, Presence, presence_word, role_tone
from ui.widgets.words import role_word

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
CLIENT_HEIGHT = 50
TEAM_HEIGHT = 35
GROUP_HEIGHT = 34
INSET = 12
TEXT_LEFT = 40
SIGNATURE = QSize(116, 33)
TEAM_SIGNATURE = QSize(80, 26)
SIGNATURE_PEN = 1.4


class PeopleDelegate(QStyledItemDelegate):
    """Rows of people and the heads of their groups (a pair of word and count)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures: dict[tuple[object, ...], QPixmap] = {}
        theme.current().changed.connect(self._pictures.clear)

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One height for each kind of row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Person):
            return QSize(1, theme.px(GROUP_HEIGHT))
        return QSize(1, theme.px(TEAM_HEIGHT if row.role.is_team else CLIENT_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        rect = QRectF(option.rect)
        state = option.state
        row = index.data(ROW_ROLE)
        painter.save()
        drawing.smooth(painter)
        painter.fillRect(rect, theme.color("surface"))
        if isinstance(row, Person):
            self._paint_person(painter, rect, row, state)
        else:
            self._paint_group(painter, rect, row)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRectF, row: tuple[str, str]) -> None:
        word, count = row
        room = rect.adjusted(theme.px(INSET), theme.px(4), -theme.px(INSET), 0)
        kind = drawing.META.colored("ink2")
        drawing.write(painter, room, word, kind)
        drawing.write(painter, room, count, kind, align=drawing.RIGHT)
        left = room.left() + drawing.advance(word, kind) + theme.px(10)
        right = room.right() - drawing.advance(count, kind) - theme.px(10)
        line = QRectF(left, room.center().y(), right - left, 1)
        painter.fillRect(line, theme.color("line"))

    def _paint_person(
        self, painter: QPainter, rect: QRectF, person: Person, state: QStyle.StateFlag
    ) -> None:
        is_chosen = self._ground(painter, rect, person, state)
        is_tall = not person.role.is_team
        first = rect.top() + (theme.px(16) if is_tall else rect.height() / 2)
        icon, color = ICONS[person.presence]
        drawing.glyph(painter, icon, color, QPointF(theme.px(INSET + 9), first))
        right = self._paint_state(painter, rect, person)
        left = rect.left() + theme.px(TEXT_LEFT)
        width = min(drawing.advance(person.name, drawing.STRONG), right - left)
        room = QRectF(left, first - theme.px(11), width + 1, theme.px(22))
        drawing.write(painter, room, person.name, drawing.STRONG)
        # Short names keep their chips in one column where the row has no second line.
        chip = room.right() + theme.px(9)
        if not is_tall:
            chip = max(chip, left + theme.px(54))
        self._paint_role(painter, QPointF(chip, first), person, right, is_chosen=is_chosen)
        if is_tall:
            below = QRectF(left, rect.top() + theme.px(26), right - left, theme.px(20))
            drawing.write(painter, below, person.place, drawing.META.colored("ink3"))

    def _ground(
        self, painter: QPainter, rect: QRectF, person: Person, state: QStyle.StateFlag
    ) -> bool:
        frame = rect.adjusted(1, theme.px(1), -1, -theme.px(1))
        is_signing = person.presence is Presence.SIGNING
        if is_signing or state & QStyle.StateFlag.State_Selected:
            border = "accent" if is_signing or state & QStyle.StateFlag.State_Active else "line2"
            width = 1.5 if is_signing else 1.0
            drawing.box(painter, frame, fill="accent_soft", border=border, radius=8, width=width)
            return True
        if state & QStyle.StateFlag.State_MouseOver:
            drawing.box(painter, frame, fill="sunken", radius=8)
        return False

    def _paint_role(
        self, painter: QPainter, place: QPointF, person: Person, right: float, *, is_chosen: bool
    ) -> None:
        word = role_word(person.role)
        if place.x() + drawing.pill_size(word).width() <= right:
            tone = role_tone(person.role)
            ground = "surface" if is_chosen else ""
            drawing.pill(painter, place, word, tone, ground=ground)

    def _paint_state(self, painter: QPainter, rect: QRectF, person: Person) -> float:
        """Signature and time, or words; returns where the text at the left has to end."""
        room = rect.adjusted(0, 0, -theme.px(INSET), 0)
        if person.is_done:
            drawing.write(
                painter, room, person.time, drawing.META.colored("ink2"), align=drawing.RIGHT
            )
            room.setRight(room.right() - theme.px(44))
            return self._paint_signature(painter, room, person)
        tone = {
            Presence.SIGNING: drawing.Type(13, "accent", bold=True),
            Presence.ABSENT_UNEXPLAINED: drawing.Type(13, "major", bold=True),
        }.get(person.presence, drawing.SECONDARY)
        word = presence_word(person.presence)
        reason = self._reason(person)
        if not reason:
            drawing.write(painter, room, word, tone, align=drawing.RIGHT)
            return room.right() - drawing.advance(word, tone) - theme.px(10)
        upper = QRectF(room.left(), room.top() + theme.px(6), room.width(), theme.px(20))
        drawing.write(painter, upper, word, tone, align=drawing.RIGHT)
        half = QRectF(room.center().x(), room.top() + theme.px(26), room.width() / 2, theme.px(20))
        color = tone.color if person.presence is Presence.ABSENT_UNEXPLAINED else "ink3"
        drawing.write(painter, half, reason, drawing.META.colored(color), align=drawing.RIGHT)
        return (
            room.right()
            - min(
                max(drawing.advance(reason, drawing.META), drawing.advance(word, tone)),
                half.width(),
            )
            - theme.px(10)
        )

    def _reason(self, person: Person) -> str:
        if person.presence is Presence.ABSENT_UNEXPLAINED:
            return self.tr("未写理由")
        return person.reason if person.presence is Presence.ABSENT else ""

    def _paint_signature(self, painter: QPainter, room: QRectF, person: Person) -> float:
        if person.presence is Presence.TYPED or not person.strokes:
            drawing.write(painter, room, person.name, drawing.SECONDARY, align=drawing.RIGHT)
            return room.right() - theme.px(60)
        size = TEAM_SIGNATURE if person.role.is_team else SIGNATURE
        ratio = painter.device().devicePixelRatioF()
        picture = self._picture(person.strokes, size, ratio)
        edge = QSizeF(theme.px(size.width()), theme.px(size.height()))
        place = QPointF(room.right() - edge.width(), room.center().y() - edge.height() / 2)
        painter.drawPixmap(place, picture)
        return place.x() - theme.px(6)

    def _picture(self, strokes: tuple[Stroke, ...], size: QSize, ratio: float) -> QPixmap:
        """The signature in small, drawn once: hundreds of curve pieces are slow to repeat."""
        key = (strokes, size.width(), ratio)
        if key not in self._pictures:
            edge = QSize(theme.px(size.width()), theme.px(size.height()))
            picture = QPixmap(edge * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            rect = QRectF(0, 0, edge.width(), edge.height())
            width = SIGNATURE_PEN * theme.current().scale
            ink.draw_strokes(painter, strokes, rect, color=theme.color("ink"), width=width)
            painter.end()
            self._pictures[key] = picture
        return self._pictures[key]
