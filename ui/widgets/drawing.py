"""Draws with the tokens: boxes, icons, words cut to fit, pills, the focus ring."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from ui import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Type:
    """A step of the type scale in a token's colour."""

    size: int
    color: str
    bold: bool = False

    def colored(self, color: str) -> "Type":
        """The same step in another colour."""
        return replace(self, color=color)

    @property
    def font(self) -> QFont:
        """The font in the chosen text size."""
        return theme.font(self.size, bold=self.bold)

    @property
    def metrics(self) -> QFontMetricsF:
        """What the font measures."""
        return QFontMetricsF(self.font)


HEADING = Type(16, "ink", bold=True)
STRONG = Type(14, "ink", bold=True)
BODY = Type(14, "ink")
SECONDARY = Type(13, "ink2")
SECONDARY_STRONG = Type(13, "ink2", bold=True)
META = Type(12, "ink3")
META_STRONG = Type(12, "ink3", bold=True)
KEY = Type(11, "ink3")


def smooth(painter: QPainter) -> None:
    """Turn on what every painted control wants."""
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )


def box(
    painter: QPainter,
    rect: QRectF,
    *,
    fill: str | None = None,
    border: str | None = None,
    radius: float = 8,
    width: float = 1.0,
) -> None:
    """A rounded box whose border lies inside `rect`, so that it stays crisp."""
    inner = rect
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(theme.color(border), width))
        inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    edge = min(theme.px(radius), inner.height() / 2)
    painter.drawRoundedRect(inner, edge, edge)


def dashed_box(painter: QPainter, rect: QRectF, *, border: str, fill: str | None = None) -> None:
    """The box of something that can be put here."""
    pen = QPen(theme.color(border), 1.5, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    edge = theme.px(8)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), edge, edge)


def ring(painter: QPainter, rect: QRectF, radius: float = 8) -> None:
    """The keyboard focus: 2 px of accent along the edge."""
    box(painter, rect, border="accent", radius=radius, width=2.0)


def glyph(painter: QPainter, name: str, color: str, center: QPointF, *, size: int = 18) -> None:
    """An icon around `center`, on whole pixels."""
    pixmap = theme.pixmap(name, color, size)
    edge = theme.px(size)
    painter.drawPixmap(round(center.x() - edge / 2), round(center.y() - edge / 2), pixmap)


def write(
    painter: QPainter, rect: QRectF, text: str, kind: Type, *, align: Qt.AlignmentFlag = LEFT
) -> None:
    """One line of text, cut with an ellipsis where the room ends."""
    painter.setFont(kind.font)
    painter.setPen(theme.color(kind.color))
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, elided(text, kind, rect.width()))


def elided(text: str, kind: Type, width: float) -> str:
    """The text, or as much of it as fits followed by an ellipsis."""
    return kind.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width + 0.5)


def advance(text: str, kind: Type) -> float:
    """How wide the text is."""
    return kind.metrics.horizontalAdvance(text)


def lines(text: str, kind: Type, width: float, most: int = 2) -> tuple[str, ...]:
    """The text broken into at most `most` lines, the last one cut with an ellipsis."""
    layout = QTextLayout(text, kind.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        if len(found) == most - 1:
            found.append(elided(text[line.textStart() :], kind, width))
            break
        found.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
        line = layout.createLine()
    layout.endLayout()
    return tuple(found)


def write_lines(
    painter: QPainter, place: QPointF, texts: tuple[str, ...], kind: Type, *, pitch: float
) -> None:
    """Lines of text `pitch` pixels apart; `place` is the top left of the first."""
    painter.setFont(kind.font)
    painter.setPen(theme.color(kind.color))
    metrics = kind.metrics
    drop = (pitch - metrics.height()) / 2 + metrics.ascent()
    for number, text in enumerate(texts):
        painter.drawText(QPointF(place.x(), place.y() + number * pitch + drop), text)


PILL_TONES = {"plain": ("ink2", "na_soft"), "white": ("ink2", "surface")}
"""Pills that are no verdict; every other tone is `tone` on `tone_soft`."""


def tones(tone: str) -> tuple[str, str]:
    """Word colour and ground of a pill."""
    return PILL_TONES.get(tone, (tone, f"{tone}_soft"))


def pill_size(text: str, icon: str = "", kind: Type = META) -> QSizeF:
    """How large a pill with this word is."""
    width = advance(text, kind) + theme.px(16) + (theme.px(18) if icon else 0)
    return QSizeF(width, theme.px(kind.size + 9))


def pill(
    painter: QPainter, place: QPointF, text: str, tone: str, *, icon: str = "", ground: str = ""
) -> float:
    """A word on its soft ground; `place` is the middle of its left edge. Returns its right end."""
    color, soft = tones(tone)
    kind = Type(12, color, bold=bool(icon))
    size = pill_size(text, icon, kind)
    rect = QRectF(QPointF(place.x(), place.y() - size.height() / 2), size)
    box(painter, rect, fill=ground or soft, radius=12)
    inner = rect.adjusted(theme.px(8), 0, -theme.px(6), 0)
    if icon:
        glyph(painter, icon, color, QPointF(inner.left() + theme.px(7), place.y()), size=14)
        inner.setLeft(inner.left() + theme.px(18))
    write(painter, inner, text, kind)
    return rect.right()
