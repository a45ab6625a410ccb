"""People as discs with the first character of the name."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets import drawing

DISC = 28
SMALL_DISC = 20
DISC_GAP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A person in a row of discs; `is_covered` is None where coverage is not the question."""

    name: str
    is_covered: bool | None = None


def draw_disc(painter: QPainter, name: str, center: QPointF, diameter: float) -> None:
    """A filled disc in the person's colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.avatar_color(name))
    painter.drawEllipse(center, diameter / 2, diameter / 2)
    _initial(painter, name, center, color="on_avatar", diameter=diameter)


def _initial(painter: QPainter, name: str, center: QPointF, *, color: str, diameter: float) -> None:
    rect = QRectF(0, 0, diameter, diameter)
    rect.moveCenter(center)
    small = diameter < theme.px(24)
    kind = drawing.Type(11 if small else 13, color, bold=True)
    painter.setFont(kind.font)
    painter.setPen(theme.color(color))
    painter.drawText(rect, drawing.CENTER, name[:1])


class Avatars(QWidget):
    """A row of discs; a tick says seen in the photo, amber and dashed says missing."""

    def __init__(self, parent: QWidget | None = None, *, size: int = DISC) -> None:
        super().__init__(parent)
        self._faces: tuple[Face, ...] = ()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_faces(self, faces: tuple[Face, ...]) -> None:
        """Show these people, left to right."""
        self._faces = faces
        names = "、".join(face.name for face in faces)
        self.setToolTip(names)
        self.setAccessibleName(names)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All discs side by side."""
        disc, gap = theme.px(self._size), theme.px(DISC_GAP)
        count = len(self._faces)
        return QSize(max(count * disc + max(count - 1, 0) * gap, 1), disc + theme.px(2))

    def minimumSizeHint(self) -> QSize:
        """Discs are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each disc with its mark."""
        painter = QPainter(self)
        drawing.smooth(painter)
        disc = theme.px(self._size)
        center = QPointF(disc / 2, self.height() / 2)
        for face in self._faces:
            if face.is_covered is None:
                draw_disc(painter, face.name, center, disc)
            else:
                self._draw_covered(painter, face, center)
            center += QPointF(disc + theme.px(DISC_GAP), 0)
        painter.end()

    def _draw_covered(self, painter: QPainter, face: Face, center: QPointF) -> None:
        radius = theme.px(self._size) / 2 - 1
        color = "ink2" if face.is_covered else "obs"
        painter.setBrush(theme.color("na_soft" if face.is_covered else "obs_soft"))
        pen = QPen(theme.color("obs"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(Qt.PenStyle.NoPen if face.is_covered else pen)
        painter.drawEllipse(center, radius, radius)
        _initial(painter, face.name, center, color=color, diameter=radius * 2)
        if face.is_covered:
            spot = center + QPointF(radius * 0.7, radius * 0.7)
            painter.setPen(QPen(theme.color("surface"), 1.5))
            painter.setBrush(theme.color("ok"))
            painter.drawEllipse(spot, radius * 0.42, radius * 0.42)
            drawing.glyph(painter, "check", "surface", spot, size=9)
