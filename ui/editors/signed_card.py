"""A signature that is kept: drawn again from its strokes, with time and reason."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets import drawing, ink
from ui.widgets.people_rows import Person, Presence

PEN = 2.6


class SignedCard(QWidget):
    """Nothing can be changed here: a kept signature stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_person(self, person: Person) -> None:
        """Show this person's signature."""
        self._person = person
        self.setAccessibleName(f"{person.name}，{self._words(person)}")
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the pad."""
        return QSize(theme.px(340), theme.px(280))

    def minimumSizeHint(self) -> QSize:
        """Less is not readable."""
        return QSize(theme.px(220), theme.px(140))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Quiet ground, signature, one line."""
        person = self._person
        if person is None:
            return
        painter = QPainter(self)
        drawing.smooth(painter)
        rect = QRectF(self.rect())
        rect.setHeight(min(rect.height(), theme.px(300)))
        drawing.box(painter, rect, fill="sunken", border="line", radius=10)
        inset = theme.px(20)
        line = QRectF(rect.left() + inset, rect.bottom() - theme.px(40), 0, theme.px(24))
        line.setRight(rect.right() - inset)
        room = rect.adjusted(inset, inset, -inset, -theme.px(54))
        if person.strokes:
            width = PEN * theme.current().scale
            ink.draw_strokes(painter, person.strokes, room, color=theme.color("ink"), width=width)
        else:
            kind = drawing.Type(26, "ink")
            drawing.write(painter, room, person.name, kind, align=Qt.AlignmentFlag.AlignCenter)
        icon = "keyboard" if person.presence is Presence.TYPED else "circle-check"
        spot = line.center()
        spot.setX(line.left() + theme.px(9))
        drawing.glyph(painter, icon, "ok", spot, size=18)
        words = line.adjusted(theme.px(26), 0, 0, 0)
        drawing.write(painter, words, self._words(person), drawing.SECONDARY)
        painter.end()

    def _words(self, person: Person) -> str:
        if person.presence is Presence.TYPED:
            words = self.tr("{time} 键入签名 · {reason}")
            return words.format(time=person.time, reason=person.reason)
        return self.tr("{time} 已签名").format(time=person.time)
