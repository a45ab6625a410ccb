"""What photo strip, grid and view show of one photo."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from ui import theme
from ui.widgets import drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One photo: the hash of its original, caption, one line of facts (3 月 12 日 10:21).

    `details` are pairs of word and value for the full view. `is_damaged`: the original's hash
    differs or the file is missing.
    """

    sha256: str
    caption: str = ""
    facts: str = ""
    is_marked: bool = False
    is_damaged: bool = False
    details: tuple[tuple[str, str], ...] = ()


def covering(image: QImage, width: int, height: int) -> QPixmap:
    """The middle of the image, cut to fill the box (device pixels)."""
    if image.isNull():
        return QPixmap()
    scale = max(width / image.width(), height / image.height())
    source_width, source_height = width / scale, height / scale
    left = (image.width() - source_width) / 2
    top = (image.height() - source_height) / 2
    part = image.copy(round(left), round(top), round(source_width), round(source_height))
    aspect = Qt.AspectRatioMode.IgnoreAspectRatio
    smooth = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(part.scaled(width, height, aspect, smooth))


def draw_thumbnail(painter: QPainter, rect: QRectF, picture: QPixmap, photo: Photo) -> None:
    """The picture with round corners and its badges; a quiet ground while it is not here."""
    clip = QPainterPath()
    clip.addRoundedRect(rect, theme.px(8), theme.px(8))
    painter.save()
    painter.setClipPath(clip)
    if picture.isNull():
        painter.fillRect(rect, theme.color("sunken"))
        drawing.glyph(painter, "image", "control", rect.center(), size=24)
    else:
        painter.drawPixmap(rect.toAlignedRect(), picture)
    painter.restore()
    if photo.is_damaged:
        drawing.box(painter, rect, border="major", radius=8, width=2.0)
    draw_badge(painter, rect, photo)


def overlay() -> tuple[str, str]:
    """Ground and word colour of what lies on a photo: dark in both looks, as photos stay as is."""
    return ("window", "ink") if theme.current().is_dark else ("ink", "surface")


def draw_badge(painter: QPainter, rect: QRectF, photo: Photo) -> None:
    """已标注, or 原图不符 in red, on the upper left corner."""
    if not (photo.is_marked or photo.is_damaged):
        return
    translate = QCoreApplication.translate
    word = translate("Photo", "原图不符") if photo.is_damaged else translate("Photo", "已标注")
    icon = "octagon-alert" if photo.is_damaged else "pen-line"
    ground, color = overlay()
    if photo.is_damaged:
        ground, color = "major", "surface"
    kind = drawing.Type(12, color)
    width = drawing.advance(word, kind) + theme.px(30)
    box = QRectF(rect.left() + theme.px(6), rect.top() + theme.px(6), width, theme.px(20))
    painter.save()
    painter.setOpacity(0.86)
    drawing.box(painter, box, fill=ground, radius=10)
    painter.setOpacity(1.0)
    spot = QPointF(box.left() + theme.px(13), box.center().y())
    drawing.glyph(painter, icon, color, spot, size=13)
    drawing.write(painter, box.adjusted(theme.px(23), 0, 0, 0), word, kind)
    painter.restore()


def spoken_photo(photo: Photo) -> str:
    """What a screen reader says."""
    translate = QCoreApplication.translate
    parts = [photo.caption or translate("Photo", "没有说明的照片"), photo.facts]
    if photo.is_damaged:
        parts.append(translate("Photo", "原图不符"))
    elif photo.is_marked:
        parts.append(translate("Photo", "已标注"))
    return "，".join(part for part in parts if part)
