"""Paints signature strokes: pressure gives the width, midpoints give the curve."""

from collections.abc import Iterator
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from auditor_app.domain import Point, Stroke

UNIT = 10
"""Points are stored in tenths of a pixel."""

FULL_PRESSURE = 1000


def bounds(strokes: tuple[Stroke, ...]) -> QRectF:
    """The box around all points, in pixels; null when there is no point."""
    points = [point for stroke in strokes for point in stroke]
    if not points:
        return QRectF()
    left = min(point[0] for point in points) / UNIT
    top = min(point[1] for point in points) / UNIT
    right = max(point[0] for point in points) / UNIT
    bottom = max(point[1] for point in points) / UNIT
    return QRectF(left, top, right - left, bottom - top)


def draw_strokes(
    painter: QPainter,
    strokes: tuple[Stroke, ...],
    rect: QRectF,
    *,
    color: QColor,
    width: float,
) -> None:
    """Draw the signature as large as fits into `rect`, right-aligned and centred upright.

    `width` is that of a full-pressure line in pixels after scaling: a mini signature 26-33 px
    high wants 1.25-1.5, or the strokes clot.
    """
    box = bounds(strokes)
    if box.isNull() and not strokes:
        return
    room = rect.adjusted(width, width, -width, -width)
    scale = min(room.width() / max(box.width(), 1.0), room.height() / max(box.height(), 1.0))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = room.right() - box.width() * scale
    top = room.center().y() - box.height() * scale / 2
    painter.translate(left - box.left() * scale, top - box.top() * scale)
    painter.scale(scale, scale)
    for stroke in strokes:
        draw_stroke(painter, stroke, color=color, width=width / scale)
    painter.restore()


def draw_stroke(
    painter: QPainter, stroke: Stroke, *, color: QColor, width: float, since: int = 0
) -> None:
    """Draw one stroke where it was written, from point number `since` on (incremental inking)."""
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if len(stroke) == 1:
        pen.setWidthF(width * _weight(stroke[0], stroke[0]))
        painter.setPen(pen)
        painter.drawPoint(_place(stroke[0]))
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for path, weight in _segments(stroke, since):
        pen.setWidthF(width * weight)
        painter.setPen(pen)
        painter.drawPath(path)


def _segments(stroke: Stroke, since: int) -> Iterator[tuple[QPainterPath, float]]:
    """Curve pieces from midpoint to midpoint, the last one straight to where the pen is."""
    first = max(since - 2, 0)
    points = stroke[first:]
    start = _place(points[0]) if first == 0 else _middle(points[0], points[1])
    for before, after in pairwise(points if first == 0 else points[1:]):
        path = QPainterPath(start)
        start = _middle(before, after)
        path.quadTo(_place(before), start)
        yield path, _weight(before, after)
    path = QPainterPath(start)
    path.lineTo(_place(points[-1]))
    yield path, _weight(points[-2], points[-1])


def _place(point: Point) -> QPointF:
    return QPointF(point[0] / UNIT, point[1] / UNIT)


def _middle(one: Point, other: Point) -> QPointF:
    return (_place(one) + _place(other)) / 2


def _weight(before: Point, after: Point) -> float:
    """0.4 for a hair line to 1.0 for full pressure; without a pen, fast lines are thin."""
    if after[2] is not None:
        return 0.4 + 0.6 * after[2] / FULL_PRESSURE
    span = hypot(after[0] - before[0], after[1] - before[1]) / UNIT
    speed = span / max(after[3] - before[3], 1)
    return max(0.55, 0.95 - 0.18 * speed)
