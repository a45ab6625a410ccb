"""Bars: how much of what is done, in the colours of what was found."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from auditor_app.domain import Verdict
from ui import theme
from ui.widgets import drawing
from ui.widgets.avatars import draw_disc
from ui.widgets.verdicts import TONES
from ui.widgets.words import verdict_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One segment of a bar: how much, in which colour, called what."""

    amount: float
    tone: str
    word: str = ""


def verdict_parts(counts: dict[Verdict, int]) -> tuple[Part, ...]:
    """Segments of a checklist's bar, good news first."""
    order = (
        Verdict.CONFORMING,
        Verdict.NOT_APPLICABLE,
        Verdict.OBSERVATION,
        Verdict.MINOR,
        Verdict.MAJOR,
    )
    return tuple(
        Part(amount=counts[verdict], tone=TONES[verdict], word=verdict_word(verdict))
        for verdict in order
        if counts.get(verdict)
    )


class StackedBar(QWidget):
    """Segments side by side on a track; what is left of the whole stays empty.

    A `tick` (in the unit of the amounts) is a black mark: the least that is allowed.
    """

    def __init__(self, parent: QWidget | None = None, *, height: int = 6) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._total = 0.0
        self._tick: float | None = None
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(
        self, parts: tuple[Part, ...], total: float, *, tick: float | None = None
    ) -> None:
        """Show these segments of a whole of `total`."""
        self._parts, self._total, self._tick = parts, total, tick
        words = "，".join(f"{part.word} {part.amount:g}" for part in parts if part.word)
        done = sum(part.amount for part in parts)
        name = self.tr("进度 {0} / {1}").format(f"{done:g}", f"{total:g}")
        self.setAccessibleName(f"{name}，{words}" if words else name)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        rise = 8 if self._tick is not None else 0
        return QSize(theme.px(120), theme.px(self._height + rise))

    def minimumSizeHint(self) -> QSize:
        """Short is still readable."""
        return QSize(theme.px(24), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, segments with a hair of ground between, tick."""
        painter = QPainter(self)
        drawing.smooth(painter)
        height = theme.px(self._height)
        track = QRectF(0, (self.height() - height) / 2, self.width(), height)
        clip = QPainterPath()
        clip.addRoundedRect(track, height / 2, height / 2)
        painter.setClipPath(clip)
        painter.fillRect(track, theme.color("line"))
        x = 0.0
        for part in self._parts if self._total else ():
            width = part.amount / self._total * self.width()
            painter.fillRect(QRectF(x, track.top(), width, height), theme.color(part.tone))
            x += width
            painter.fillRect(QRectF(x - 1, track.top(), 1, height), theme.color("surface"))
        painter.setClipping(False)
        if self._tick is not None and self._total:
            x = self._tick / self._total * self.width()
            painter.fillRect(QRectF(x - 1, 0, 2, self.height()), theme.color("ink"))
        painter.end()


WIDE_GAP, TIGHT_GAP = 17, 9
"""Between two words of a legend, and where the long words of a language need the room."""


class Legend(QWidget):
    """Dots with words and amounts under a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show a word for each segment."""
        self._parts = parts
        self.setAccessibleName("，".join(f"{part.word} {part.amount:g}" for part in parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        width = sum(self._width(part) for part in self._parts)
        return QSize(round(width) + 1, theme.px(20))

    def minimumSizeHint(self) -> QSize:
        """The last words may be cut."""
        return QSize(theme.px(60), theme.px(20))

    def _width(self, part: Part, gap: int = WIDE_GAP) -> float:
        text = f"{part.word} {part.amount:g}"
        return drawing.advance(text, drawing.META.colored("ink2")) + theme.px(13 + gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dot and word, dot and word."""
        painter = QPainter(self)
        drawing.smooth(painter)
        x, middle = 0.0, self.height() / 2
        fits = self.sizeHint().width() - theme.px(WIDE_GAP) <= self.width()
        gap = WIDE_GAP if fits else TIGHT_GAP
        for part in self._parts:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(part.tone))
            painter.drawEllipse(QPointF(x + theme.px(4), middle), theme.px(3.5), theme.px(3.5))
            room = QRectF(x + theme.px(13), 0, self.width() - x - theme.px(13), self.height())
            text = f"{part.word} {part.amount:g}"
            drawing.write(painter, room, text, drawing.META.colored("ink2"))
            x += self._width(part, gap)
        painter.end()


class MemberProgress(QWidget):
    """A team member's disc, name, n/m and bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._done, self._total = "", 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_progress(self, name: str, done: int, total: int) -> None:
        """Show how far this person is."""
        self._name, self._done, self._total = name, done, total
        self.setAccessibleName(self.tr("{0} 已查 {1} / {2}").format(name, done, total))
        self.update()

    def sizeHint(self) -> QSize:
        """Disc and bar."""
        return QSize(theme.px(126), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """It is small already."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc left, words over the bar right."""
        painter = QPainter(self)
        drawing.smooth(painter)
        disc = theme.px(24)
        draw_disc(painter, self._name, QPointF(disc / 2, self.height() / 2), disc)
        left = disc + theme.px(8)
        room = QRectF(left, 0, self.width() - left, theme.px(20))
        is_done = self._total > 0 and self._done >= self._total
        count = drawing.META.colored("ok" if is_done else "ink3")
        drawing.write(painter, room, f"{self._done}/{self._total}", count, align=drawing.RIGHT)
        name = drawing.Type(13, "ink")
        drawing.write(painter, room.adjusted(0, 0, -theme.px(44), 0), self._name, name)
        bar = QRectF(left, theme.px(24), room.width(), theme.px(4))
        drawing.box(painter, bar, fill="line", radius=2)
        if self._done and self._total:
            bar.setWidth(bar.width() * min(self._done / self._total, 1.0))
            drawing.box(painter, bar, fill="ok" if is_done else "accent", radius=2)
        painter.end()
