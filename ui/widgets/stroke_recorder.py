"""Collects pen, touch or mouse samples into strokes, the better device winning."""

from enum import IntEnum

from PySide6.QtCore import QElapsedTimer, QPointF

from auditor_app.domain import Point, Stroke
from ui.widgets.ink import FULL_PRESSURE, UNIT, bounds

LEAST_MOVE = 7
"""Moves under 0.7 px (in tenths) are tremor of the digitiser and are dropped."""

LEAST_POINTS = 12
LEAST_SIDE = 12.0
"""A signature smaller than this many pixels on its longer side is an accident."""


class Device(IntEnum):
    """What wrote, the better ones higher: pen beats touch beats mouse."""

    MOUSE = 1
    TOUCH = 2
    PEN = 3


class StrokeRecorder:
    """The strokes of one signature; the best device seen since the last clear holds the pad."""

    def __init__(self) -> None:
        self._strokes: list[Stroke] = []
        self._points: list[Point] = []
        self._device: Device | None = None
        self._clock = QElapsedTimer()
        self._earlier = 0
        self._is_down = False

    def press(self, device: Device, place: QPointF, pressure: float | None) -> bool:
        """Begin a stroke; False when a better device holds the pad (palm, mouse copies)."""
        if self._device is not None and device < self._device:
            return False
        if not self._clock.isValid():
            self._clock.start()
        self._device = device
        self._is_down = True
        self._points = [self._sample(place, pressure)]
        return True

    def move(self, device: Device, place: QPointF, pressure: float | None) -> bool:
        """Add a sample; False when it was dropped."""
        if not self._is_down or device is not self._device:
            return False
        sample = self._sample(place, pressure)
        last = self._points[-1]
        if (sample[0] - last[0]) ** 2 + (sample[1] - last[1]) ** 2 < LEAST_MOVE**2:
            return False
        self._points.append(sample)
        return True

    def release(self, device: Device) -> bool:
        """End the stroke; False when that device had none."""
        if not self._is_down or device is not self._device:
            return False
        self._strokes.append(tuple(self._points))
        self._points = []
        self._is_down = False
        return True

    def undo(self) -> bool:
        """Take back the last whole stroke."""
        if not self._strokes:
            return False
        self._strokes.pop()
        if not self._strokes:
            self.clear()
        return True

    def clear(self) -> None:
        """Forget everything, the device too."""
        self._strokes = []
        self._points = []
        self._device = None
        self._is_down = False
        self._earlier = 0
        self._clock.invalidate()

    def load(self, strokes: tuple[Stroke, ...]) -> None:
        """Show strokes written earlier."""
        self.clear()
        self._strokes = list(strokes)
        self._earlier = self.milliseconds

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The finished strokes."""
        return tuple(self._strokes)

    @property
    def current(self) -> Stroke:
        """The stroke under the pen, empty when it is up."""
        return tuple(self._points)

    @property
    def device(self) -> Device | None:
        """The device that holds the pad."""
        return self._device

    @property
    def is_blank(self) -> bool:
        """Whether this is no signature: too few points, or a dot's worth of room."""
        box = bounds(self.strokes)
        too_few = sum(len(stroke) for stroke in self._strokes) < LEAST_POINTS
        return too_few or max(box.width(), box.height()) < LEAST_SIDE

    @property
    def milliseconds(self) -> int:
        """How long the writing took."""
        return self._strokes[-1][-1][3] if self._strokes else 0

    def _sample(self, place: QPointF, pressure: float | None) -> Point:
        force = None if pressure is None else round(min(max(pressure, 0.0), 1.0) * FULL_PRESSURE)
        time = self._earlier + self._clock.elapsed()
        return (round(place.x() * UNIT), round(place.y() * UNIT), force, time)
