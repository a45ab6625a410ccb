"""The painted buttons of the frame: real buttons for keyboard and screen reader, own looks."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import theme

AlignLeft = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
AlignRight = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PaintedButton(QAbstractButton):
    """A button of a fixed height that paints itself and shows focus and hover."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(32), theme.px(self._height))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def ground(self, painter: QPainter, fill: str, *, line: str = "", radius: int = 8) -> None:
        """Paint the rounded ground, and the focus ring when the keyboard is here."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color(line), 1) if line else Qt.PenStyle.NoPen)
        if fill or line:
            painter.drawRoundedRect(box, theme.px(radius), theme.px(radius))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(radius), theme.px(radius))


def write(painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag = AlignLeft) -> None:
    """Draw one line of text, shortened with … when the box is too narrow."""
    room = QFontMetrics(painter.font())
    short = room.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, int(align), short)


class NavButton(PaintedButton):
    """A page's row in the sidebar: icon, name, count. Folded: the icon and a dot for an alert."""

    def __init__(self, *, key: str, title: str, icon: str, keys: str = "") -> None:
        super().__init__(36)
        self.key = key
        self.icon_name = icon
        self._badge, self._is_alert, self._is_folded = "", False, False
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(title)
        self._hint = f"{title}  {keys}".strip()
        self.setToolTip(self._hint)

    def show_badge(self, text: str, *, is_alert: bool) -> None:
        """Put a count beside the name; it is also read out."""
        self._badge, self._is_alert = text, is_alert
        self.setAccessibleDescription(text)
        self.update()

    def fold(self, folded: bool) -> None:
        """Show the icon alone, or the whole row."""
        self._is_folded = folded
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        if self.isChecked():
            self.ground(painter, "surface", line="line")
        else:
            self.ground(painter, "hover" if self.underMouse() else "")
        size = theme.px(18)
        top = (self.height() - size) // 2
        left = (self.width() - size) // 2 if self._is_folded else theme.px(12)
        tone = "accent" if self.isChecked() else "ink2"
        painter.drawPixmap(left, top, theme.pixmap(self.icon_name, tone, 18))
        if self.isChecked():
            self._paint_mark(painter)
        if not self._is_folded:
            self._paint_words(painter)
        elif self._is_alert:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("minor"))
            painter.drawEllipse(QPointF(left + size, top + 1), theme.px(4), theme.px(4))

    def _paint_mark(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        tall = theme.px(18)
        painter.drawRoundedRect(QRectF(0, (self.height() - tall) / 2, 3, tall), 1.5, 1.5)

    def _paint_words(self, painter: QPainter) -> None:
        right = self._paint_badge(painter) if self._badge else self.width() - theme.px(12)
        painter.setFont(theme.font(14, bold=self.isChecked()))
        painter.setPen(theme.color("ink" if self.isChecked() else "ink2"))
        left = theme.px(40)
        write(painter, QRectF(left, 0, right - left - 4, self.height()), self.text())

    def _paint_badge(self, painter: QPainter) -> int:
        painter.setFont(theme.font(12, bold=self._is_alert))
        wide = QFontMetrics(painter.font()).horizontalAdvance(self._badge)
        box = QRectF(self.width() - theme.px(14) - wide, 0, wide + 1, self.height())
        if self._is_alert:
            tall = theme.px(20)
            span = max(tall, wide + theme.px(12))
            pill = QRectF(self.width() - theme.px(8) - span, (self.height() - tall) / 2, span, tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("minor_soft"))
            painter.drawRoundedRect(pill, tall / 2, tall / 2)
            box = pill
        painter.setPen(theme.color("minor" if self._is_alert else "ink3"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._badge)
        return int(box.left())


class AuditCard(PaintedButton):
    """Which audit the window shows; a click lists the others."""

    def __init__(self) -> None:
        super().__init__(62)
        self._line, self._is_folded = "", False

    def show_audit(self, name: str, line: str) -> None:
        """Put the client's name and where the audit stands."""
        self._line = line
        self.setText(name)
        self.setAccessibleName(self.tr("切换审核：{0}").format(name))
        self.setAccessibleDescription(line)
        self.setToolTip(f"{name}\n{line}" if line else name)
        self.update()

    def fold(self, folded: bool) -> None:
        """Show the icon alone, or the whole card."""
        self._is_folded = folded
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        edge = "control" if self.underMouse() else "line2"
        self.ground(painter, "surface", line=edge, radius=10)
        tile = theme.px(32)
        left = (self.width() - tile) // 2 if self._is_folded else theme.px(12)
        box = QRectF(left, (self.height() - tile) / 2, tile, tile)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft"))
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        inner = theme.px(18)
        corner = box.center() - QPointF(inner / 2, inner / 2)
        painter.drawPixmap(corner.toPoint(), theme.pixmap("building-2", "accent", 18))
        if not self._is_folded:
            self._paint_words(painter, left + tile + theme.px(10))

    def _paint_words(self, painter: QPainter, left: int) -> None:
        arrows = theme.px(16)
        right = self.width() - theme.px(12) - arrows
        middle = self.height() / 2
        painter.drawPixmap(
            right, int(middle - arrows / 2), theme.pixmap("chevrons-up-down", "ink2", 16)
        )
        wide, tall = right - left - 4, theme.px(22)
        top = middle - tall + theme.px(1) if self._line else middle - tall / 2
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font(14, bold=True))
        write(painter, QRectF(left, top, wide, tall), self.text())
        painter.setPen(theme.color("ink2"))
        painter.setFont(theme.font(12))
        write(painter, QRectF(left, middle + theme.px(1), wide, theme.px(18)), self._line)


class SearchButton(PaintedButton):
    """Looks like a search field; opens the palette, which is the search field."""

    def __init__(self, words: str, keys: str) -> None:
        super().__init__(34)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(keys)
        self._keys = keys
        self.setMinimumWidth(theme.px(150))
        self.setMaximumWidth(theme.px(276))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(276), theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        edge = "control" if self.underMouse() else "line2"
        self.ground(painter, "sunken", line=edge)
        icon = theme.px(16)
        painter.drawPixmap(
            theme.px(11), (self.height() - icon) // 2, theme.pixmap("search", "ink2", 16)
        )
        cap = self._paint_keys(painter)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("ink2"))
        left = theme.px(36)
        write(painter, QRectF(left, 0, cap - left - 6, self.height()), self.text())

    def _paint_keys(self, painter: QPainter) -> float:
        painter.setFont(theme.font(11))
        wide = QFontMetrics(painter.font()).horizontalAdvance(self._keys) + theme.px(14)
        tall = theme.px(20)
        box = QRectF(self.width() - theme.px(8) - wide, (self.height() - tall) / 2, wide, tall)
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, theme.px(5), theme.px(5))
        painter.setPen(theme.color("ink3"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._keys)
        return box.left()


class Avatar(PaintedButton):
    """A person's disc with the first character of the name; takes no focus."""

    def __init__(self, size: int = 32) -> None:
        super().__init__(size)
        self._size = size
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        name = self.text()
        painter.setBrush(theme.avatar_color(name) if name else QColor(theme.color("na")))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(theme.color("on_avatar"))
        painter.setFont(theme.font(round(self._size * 0.42), bold=True))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), name[:1])
