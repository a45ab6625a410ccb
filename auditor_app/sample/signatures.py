"""Signatures for people who do not exist: pen strokes that follow from the name alone."""

import random
from collections.abc import Iterable

from auditor_app.domain import Point, Stroke

_BOX = 520
"""Room of one character, in tenths of a pixel."""
_STEPS = 14
_MILLISECONDS = 8
_PAUSE = 90
_LIGHT, _FIRM = 260, 900
_RUNNING, _WITH_FLOURISH = 0.45, 0.4
"""How often strokes run into each other, and how many people swing under their name."""

Corner = tuple[float, float]

# The strokes of the running hand inside a unit square: start, bend, end.
_HAND: tuple[tuple[Corner, Corner, Corner], ...] = (
    ((0.10, 0.22), (0.50, 0.12), (0.92, 0.17)),  # a level stroke, rising
    ((0.05, 0.52), (0.45, 0.44), (0.95, 0.48)),
    ((0.48, 0.02), (0.52, 0.45), (0.46, 0.98)),  # a hanging stroke
    ((0.50, 0.15), (0.42, 0.62), (0.04, 0.95)),  # a throw to the left
    ((0.46, 0.42), (0.62, 0.72), (0.99, 0.92)),  # a pressing stroke to the right
    ((0.18, 0.30), (0.86, 0.16), (0.74, 0.72)),  # a fold
    ((0.74, 0.72), (0.70, 0.98), (0.55, 0.84)),  # its hook
    ((0.24, 0.06), (0.36, 0.14), (0.34, 0.24)),  # a dot
    ((0.15, 0.66), (0.30, 0.58), (0.62, 0.70)),
    ((0.20, 0.78), (0.66, 0.72), (0.86, 0.90)),
)


def signature(name: str, occasion: str = "") -> tuple[Stroke, ...]:
    """How this person signs: the same hand every time, never quite the same strokes."""
    hand = random.Random(f"hand {name}")  # noqa: S311 - nothing secret hangs on it
    dice = random.Random(f"signature {name} {occasion}")  # noqa: S311 - as above
    pen = _Pen(dice, slant=hand.uniform(-0.10, 0.24), size=hand.uniform(0.85, 1.12))
    written = [one for one in name if one != "·"][:6]
    for index, character in enumerate(written):
        pen.write(character, left=index * _BOX * 0.86, top=dice.uniform(20, 90))
    if hand.random() < _WITH_FLOURISH:
        pen.flourish(len(written))
    return tuple(pen.strokes)


class _Pen:
    def __init__(self, dice: random.Random, *, slant: float, size: float) -> None:
        self.strokes: list[Stroke] = []
        self._dice, self._slant, self._size = dice, slant, size
        self._at = 0

    def write(self, character: str, *, left: float, top: float) -> None:
        shape = random.Random(f"character {character}")  # noqa: S311 - as above
        chosen = sorted(shape.sample(range(len(_HAND)), shape.randint(4, 7)))
        joined: list[Corner] = []
        for number in chosen:
            line = self._line(_HAND[number], left, top)
            if joined and shape.random() < _RUNNING:
                joined += line
                continue
            self._put(joined)
            joined = line
        self._put(joined)

    def flourish(self, characters: int) -> None:
        """The last swing under the name that some people make."""
        width = characters * _BOX * 0.86
        self._put(
            [(x * width, y * _BOX) for x, y in _bent((0.05, 1.12), (0.55, 1.22), (1.05, 1.02))]
        )

    def _line(self, stroke: Iterable[Corner], left: float, top: float) -> list[Corner]:
        start, bend, end = [(x + self._wobble(), y + self._wobble()) for x, y in stroke]
        room = _BOX * self._size * 0.8
        return [
            (left + (x + (1 - y) * self._slant) * room, top + y * room)
            for x, y in _bent(start, bend, end)
        ]

    def _wobble(self) -> float:
        return self._dice.uniform(-0.07, 0.07)

    def _put(self, line: list[Corner]) -> None:
        if not line:
            return
        points: list[Point] = []
        for index, (x, y) in enumerate(line):
            along = index / (len(line) - 1)
            press = _LIGHT + (_FIRM - _LIGHT) * (1 - along**2) * min(1.0, 0.35 + 4 * along)
            press += self._dice.uniform(-40, 40)
            points.append((max(round(x), 0), max(round(y), 0), round(press), self._at))
            self._at += _MILLISECONDS
        self.strokes.append(tuple(points))
        self._at += _PAUSE


def _bent(start: Corner, bend: Corner, end: Corner) -> list[Corner]:
    """Points along a quadratic curve."""
    line = []
    for step in range(_STEPS + 1):
        t = step / _STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        line.append(
            (a * start[0] + b * bend[0] + c * end[0], a * start[1] + b * bend[1] + c * end[1])
        )
    return line
