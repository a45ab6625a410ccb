"""A signature's pen strokes as filled shapes: width from pressure, or from speed without it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import Final

from auditor_app.documents.canvas import Corner
from auditor_app.domain import Point, Stroke

Shape = tuple[Corner, ...]

_THINNEST: Final = 0.55
_THICKEST: Final = 1.35
_FULL_PRESSURE: Final = 1000
_FAST: Final = 30.0  # tenths of a pixel per millisecond: a quick flourish
_CLOSE: Final = 0.12  # points nearer than this (in drawn points) say nothing new


def bounds(strokes: Sequence[Stroke]) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of all points, in the pen's own unit."""
    xs = [point[0] for stroke in strokes for point in stroke]
    ys = [point[1] for stroke in strokes for point in stroke]
    return min(xs), min(ys), max(xs), max(ys)


def shapes(
    strokes: Sequence[Stroke], *, scale: float, origin: Corner, pen: float
) -> Iterator[Shape]:
    """Closed shapes in points; `origin` is where the pen's (0, 0) goes, `pen` the mean width."""
    for stroke in strokes:
        corners = _placed(stroke, scale=scale, origin=origin)
        widths = _smooth([pen * _factor(before, here) for before, here in _steps(stroke)])
        kept = _kept(corners)
        yield from _dabs([(corners[i], widths[i] / 2) for i in kept])


def _placed(stroke: Stroke, *, scale: float, origin: Corner) -> list[Corner]:
    return [(origin[0] + x * scale, origin[1] + y * scale) for x, y, _, _ in stroke]


def _steps(stroke: Stroke) -> Iterator[tuple[Point, Point]]:
    yield stroke[0], stroke[0]
    yield from pairwise(stroke)


def _factor(before: Point, here: Point) -> float:
    """How thick the line is here beside the mean pen."""
    pressure = here[2]
    if pressure is not None:
        return _THINNEST + (_THICKEST - _THINNEST) * min(pressure, _FULL_PRESSURE) / _FULL_PRESSURE
    elapsed = max(here[3] - before[3], 1)
    speed = hypot(here[0] - before[0], here[1] - before[1]) / elapsed
    return _THICKEST - (_THICKEST - _THINNEST) * min(speed / _FAST, 1.0)


def _smooth(values: list[float]) -> list[float]:
    """Mean with the neighbours: a pen has no sudden steps."""
    return [
        sum(values[max(i - 2, 0) : i + 3]) / len(values[max(i - 2, 0) : i + 3])
        for i in range(len(values))
    ]


def _kept(corners: Sequence[Corner]) -> list[int]:
    """Indices of the points that matter: the first, the last, and those apart from others."""
    kept = [0]
    for index in range(1, len(corners)):
        is_last = index == len(corners) - 1
        if is_last or _distance(corners[kept[-1]], corners[index]) >= _CLOSE:
            kept.append(index)
    return kept


def _dabs(points: Sequence[tuple[Corner, float]]) -> Iterator[Shape]:
    """A round dab at every point and a bar from each to the next; drawn as one filled path."""
    for (corner, radius), (following, its_radius) in pairwise(points):
        bar = _bar(corner, radius, following, its_radius)
        if bar:
            yield bar
    for corner, radius in points:
        yield _round(corner, radius)


def _bar(a: Corner, r: float, b: Corner, s: float) -> Shape:
    length = _distance(a, b)
    if length == 0:
        return ()
    nx, ny = -(b[1] - a[1]) / length, (b[0] - a[0]) / length
    return (
        (a[0] + nx * r, a[1] + ny * r),
        (b[0] + nx * s, b[1] + ny * s),
        (b[0] - nx * s, b[1] - ny * s),
        (a[0] - nx * r, a[1] - ny * r),
    )


def _round(middle: Corner, radius: float) -> Shape:
    """An octagon is round enough at less than a point across."""
    x, y = middle
    d = radius * 0.7071
    return (
        (x + radius, y),
        (x + d, y - d),
        (x, y - radius),
        (x - d, y - d),
        (x - radius, y),
        (x - d, y + d),
        (x, y + radius),
        (x + d, y + d),
    )


def _distance(a: Corner, b: Corner) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])
