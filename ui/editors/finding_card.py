"""One nonconformity on the board: number, grade, fact, clause, photos, clock, author."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QSizePolicy

from auditor_app.domain import NcState
from ui import theme
from ui.editors.finding_rows import FindingView, author, clock_of, flag_of, headline, today
from ui.widgets import drawing
from ui.widgets.avatars import draw_disc
from ui.widgets.painted import PaintedButton
from ui.widgets.photo_rows import Photo, covering
from ui.widgets.verdicts import GRADE_ICONS, GRADE_TONES
from ui.widgets.words import grade_word

BAR, LEFT, RIGHT, TOP = 4, 14, 12, 10
LINE = 21
THUMB = QSize(36, 27)
SHOWN = 3
WALKS = {
    int(Qt.Key.Key_Up),
    int(Qt.Key.Key_Down),
    int(Qt.Key.Key_Left),
    int(Qt.Key.Key_Right),
    int(Qt.Key.Key_Home),
    int(Qt.Key.Key_End),
}


class BoardCard(PaintedButton):
    """A press opens it; arrows walk on the board, which is told by `walked`.

    `advanced` follows Ctrl+→.
    """

    focus_radius = 9.0
    walked = Signal(int)
    advanced = Signal()
    wants_thumbnail = Signal(str)

    def __init__(self, view: FindingView) -> None:
        super().__init__()
        self.view = view
        self._is_open = False
        self._thumbs: dict[str, QPixmap] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_view(view)

    @property
    def key(self) -> str:
        """The record's id."""
        return self.view.nc.id

    def show_view(self, view: FindingView) -> None:
        """Show the record as it is now."""
        self.view = view
        nc = view.nc
        parts = (nc.number, grade_word(nc.grade), headline(nc), nc.clause, nc.department)
        self.setAccessibleName("，".join(part for part in parts if part))
        self.setToolTip(headline(nc))
        self.updateGeometry()
        self.update()

    def ask_for_thumbnails(self) -> None:
        """Ask for the pictures that are not here yet."""
        for photo in self._photos():
            if photo.sha256 not in self._thumbs:
                self.wants_thumbnail.emit(photo.sha256)

    def set_thumbnail(self, sha256: str, image: QImage) -> None:
        """A picture that was asked for."""
        if any(photo.sha256 == sha256 for photo in self._photos()):
            ratio = self.devicePixelRatioF()
            width, height = theme.px(THUMB.width()), theme.px(THUMB.height())
            self._thumbs[sha256] = covering(image, round(width * ratio), round(height * ratio))
            self.update()

    def mark_open(self, *, is_open: bool) -> None:
        """The accent frame of the card whose drawer is open."""
        if is_open != self._is_open:
            self._is_open = is_open
            self.update()

    @property
    def is_done(self) -> bool:
        """Whether it is closed: then the card is short and quiet."""
        return self.view.nc.state is NcState.CLOSED

    def hasHeightForWidth(self) -> bool:
        """The fact takes one or two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows that the card has."""
        lines = len(self._text(width))
        height = TOP + 24 + lines * LINE + 4 + 26 + 8
        if self._photos():
            height += THUMB.height() + 6
        if flag_of(self.view)[1]:
            height += 24
        return theme.px(height + 24)

    def sizeHint(self) -> QSize:
        """For a column of the usual width."""
        return QSize(theme.px(150), self.heightForWidth(theme.px(150)))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a board with the drawer open."""
        return QSize(theme.px(110), theme.px(90))

    def _photos(self) -> tuple[Photo, ...]:
        return () if self.is_done else self.view.photos[:SHOWN]

    def _text(self, width: int) -> tuple[str, ...]:
        room = width - theme.px(LEFT + RIGHT)
        return drawing.lines(headline(self.view.nc).replace("\n", " "), drawing.BODY, room)

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        self._draw_ground(painter, rect)
        inner = rect.adjusted(theme.px(LEFT), theme.px(TOP), -theme.px(RIGHT), 0)
        y = self._draw_head(painter, inner)
        texts = self._text(round(rect.width()))
        color = "ink2" if self.is_done else "ink"
        place = QPointF(inner.left(), y)
        drawing.write_lines(
            painter, place, texts, drawing.BODY.colored(color), pitch=theme.px(LINE)
        )
        y += theme.px(len(texts) * LINE + 4)
        y = self._draw_clause(painter, inner, y)
        y = self._draw_photos(painter, inner, y)
        icon, words, tone = flag_of(self.view)
        if words:
            y = self._draw_line(painter, inner, y, (icon, words, tone))
        clock = clock_of(self.view.nc, today())
        icon = "calendar-check" if self.view.nc.closed_at else "timer"
        room = inner.adjusted(0, 0, -theme.px(24), 0)
        self._draw_line(painter, room, y, (icon, clock.words, clock.tone))
        disc = theme.px(20)
        spot = QPointF(inner.right() - disc / 2, y + theme.px(12))
        draw_disc(painter, author(self.view.nc), spot, disc)

    def _draw_ground(self, painter: QPainter, rect: QRectF) -> None:
        drawing.box(painter, rect, fill="surface", radius=9)
        clip = QPainterPath()
        clip.addRoundedRect(rect, theme.px(9), theme.px(9))
        painter.save()
        painter.setClipPath(clip)
        tone = "ok" if self.is_done else GRADE_TONES[self.view.nc.grade]
        painter.fillRect(QRectF(0, 0, theme.px(BAR), rect.height()), theme.color(tone))
        painter.restore()
        border = "accent" if self._is_open else ("control" if self.is_hot else "line2")
        width = 2.0 if self._is_open else 1.0
        drawing.box(painter, rect, border=border, radius=9, width=width)

    def _draw_head(self, painter: QPainter, inner: QRectF) -> float:
        line = QRectF(inner.left(), inner.top(), inner.width(), theme.px(20))
        drawing.write(painter, line, self.view.nc.number, drawing.Type(13, "ink", bold=True))
        grade = self.view.nc.grade
        if self.is_done:
            spot = QPointF(line.right() - theme.px(8), line.center().y())
            drawing.glyph(painter, "circle-check", "ok", spot, size=16)
            return line.bottom() + theme.px(4)
        kind = drawing.META_STRONG
        size = drawing.pill_size(grade_word(grade), GRADE_ICONS[grade], kind)
        place = QPointF(line.right() - size.width() + theme.px(2), line.center().y())
        drawing.pill(painter, place, grade_word(grade), GRADE_TONES[grade], icon=GRADE_ICONS[grade])
        return line.bottom() + theme.px(4)

    def _draw_clause(self, painter: QPainter, inner: QRectF, y: float) -> float:
        nc = self.view.nc
        left, high = inner.left(), theme.px(22)
        if nc.clause:
            kind = drawing.META.colored("ink2")
            width = min(drawing.advance(nc.clause, kind) + theme.px(18), inner.width())
            tag = QRectF(left, y, width, high)
            drawing.box(painter, tag, fill="sunken", border="line", radius=6)
            drawing.write(painter, tag, nc.clause, kind, align=drawing.CENTER)
            left += width + theme.px(6)
        room = QRectF(left, y, inner.right() - left, high)
        words = nc.department or self.tr("未定部门")
        drawing.write(painter, room, words, drawing.META)
        return y + theme.px(28)

    def _draw_photos(self, painter: QPainter, inner: QRectF, y: float) -> float:
        photos = self._photos()
        if not photos:
            return y
        left = inner.left()
        for number, photo in enumerate(photos, start=1):
            tile = QRectF(left, y, theme.px(THUMB.width()), theme.px(THUMB.height()))
            more = len(self.view.photos) - SHOWN if number == SHOWN else 0
            draw_small(painter, tile, self._thumbs.get(photo.sha256), more)
            left += tile.width() + theme.px(4)
        return y + theme.px(THUMB.height() + 6)

    def _draw_line(
        self, painter: QPainter, inner: QRectF, y: float, facts: tuple[str, str, str]
    ) -> float:
        icon, words, tone = facts
        line = QRectF(inner.left(), y, inner.width(), theme.px(24))
        spot = QPointF(line.left() + theme.px(8), line.center().y())
        drawing.glyph(painter, icon, tone, spot, size=15)
        room = line.adjusted(theme.px(20), 0, 0, 0)
        drawing.write(painter, room, words, drawing.META.colored(tone))
        return y + theme.px(24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Ctrl+→ is the next step, Enter opens."""
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_control and event.key() == Qt.Key.Key_Right:
            self.advanced.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in WALKS and not is_control:
            self.walked.emit(event.key())
        else:
            super().keyPressEvent(event)


def draw_small(painter: QPainter, tile: QRectF, picture: QPixmap | None, more: int = 0) -> None:
    """A thumbnail no larger than a fingernail; `more` says how many hide behind it."""
    clip = QPainterPath()
    clip.addRoundedRect(tile, theme.px(5), theme.px(5))
    painter.save()
    painter.setClipPath(clip)
    if picture is None or picture.isNull():
        painter.fillRect(tile, theme.color("sunken"))
        drawing.glyph(painter, "image", "control", tile.center(), size=14)
    else:
        painter.drawPixmap(tile.toAlignedRect(), picture)
    painter.restore()
    if more:
        painter.save()
        painter.setOpacity(0.6)
        drawing.box(painter, tile, fill="window" if theme.current().is_dark else "ink", radius=5)
        painter.setOpacity(1.0)
        kind = drawing.META_STRONG.colored("ink" if theme.current().is_dark else "surface")
        drawing.write(painter, tile, f"+{more}", kind, align=drawing.CENTER)
        painter.restore()
    drawing.box(painter, tile, border="line2", radius=5)
