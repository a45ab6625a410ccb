"""Small drawn things: pills, ticks, signatures, photos, tiles, the QR code, the mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from auditor_app.documents.boxes import Box, TextBox
from auditor_app.documents.canvas import Corner, Sheet, qr_cells
from auditor_app.documents.jpeg import JpegSize
from auditor_app.documents.paper import Tone
from auditor_app.documents.strokes import bounds, shapes
from auditor_app.documents.style import (
    AMBER,
    BLUE,
    GREEN,
    GREY,
    INK,
    LINE,
    NAVY,
    PANEL,
    PEN,
    RED,
    TEAL,
    WHITE,
)
from auditor_app.domain import Stroke

COLORS: Final = {
    Tone.PLAIN: NAVY,
    Tone.GOOD: GREEN,
    Tone.NOTICE: BLUE,
    Tone.WARNING: AMBER,
    Tone.BAD: RED,
    Tone.MUTED: GREY,
}

_PILL_HEIGHT: Final = 13.6
_PILL_PAD: Final = 6.5
_TICK: Final = 8.6
_QUIET: Final = 2  # cells of white around a QR code, kept by the layout as well


@dataclass(frozen=True, slots=True)
class PillBox(Box):
    """A short word on a round coloured ground, in the middle of `width`."""

    text: TextBox
    color: str
    width: float

    @property
    def height(self) -> float:
        return _PILL_HEIGHT

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        wide = self.text.text_width + 2 * _PILL_PAD
        left = x + (self.width - wide) / 2
        sheet.box((left, top, wide, _PILL_HEIGHT), fill=self.color, radius=_PILL_HEIGHT / 2)
        self.text.draw(sheet, x, top + (_PILL_HEIGHT - self.text.height) / 2)


@dataclass(frozen=True, slots=True)
class TickBox(Box):
    """A box, ticked or not, and its text."""

    text: TextBox
    is_ticked: bool

    @property
    def height(self) -> float:
        return self.text.height

    @property
    def width(self) -> float:
        """Points from the box's left edge to the end of the text."""
        return _TICK + 4 + self.text.text_width

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        y = top + (self.text.style.leading - _TICK) / 2
        sheet.box((x + 0.4, y, _TICK, _TICK), line=NAVY, weight=0.8)
        if self.is_ticked:
            corners = ((x + 2, y + 4.4), (x + 3.9, y + 6.4), (x + 7.4, y + 2.1))
            sheet.polyline(corners, color=NAVY, weight=1.3)
        self.text.draw(sheet, x + _TICK + 4, top)


@dataclass(frozen=True, slots=True)
class InkBox(Box):
    """A signature fitted into `width` and `size`, in the middle or at the left.

    It may reach `bleed` beyond its upper and lower edge, as a pen does on a narrow form.
    """

    strokes: tuple[Stroke, ...]
    width: float
    size: float
    bleed: float = 0.0
    left: bool = False

    @property
    def height(self) -> float:
        return self.size - 2 * self.bleed

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        strokes = [stroke for stroke in self.strokes if stroke]
        if not strokes:
            return
        x0, y0, x1, y1 = bounds(strokes)
        scale = min(self.width / max(x1 - x0, 1), self.size / max(y1 - y0, 1))
        free_x, free_y = self.width - (x1 - x0) * scale, self.size - (y1 - y0) * scale
        origin = (
            x - x0 * scale + (0 if self.left else free_x / 2),
            top - self.bleed - y0 * scale + free_y / 2,
        )
        pen = max(0.9, self.size / 18)
        sheet.polygons(shapes(strokes, scale=scale, origin=origin, pen=pen), fill=PEN)


@dataclass(frozen=True, slots=True)
class PhotoBox(Box):
    """A photo fitted into width and height on a quiet ground, or a note that it is not there."""

    sha256: str
    jpeg: bytes
    pixels: JpegSize
    width: float
    size: float

    @property
    def height(self) -> float:
        return self.size

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        scale = min(self.width / self.pixels.width, self.size / self.pixels.height)
        wide, high = self.pixels.width * scale, self.pixels.height * scale
        if wide < self.width - 1 or high < self.size - 1:
            sheet.box((x, top, self.width, self.size), fill=PANEL)
        place = (x + (self.width - wide) / 2, top + (self.size - high) / 2, wide, high)
        sheet.photo(self.sha256, self.jpeg, place=place)


@dataclass(frozen=True, slots=True)
class GapBox(Box):
    """The place of a photo that cannot be shown, with the reason."""

    note: TextBox
    width: float
    size: float

    @property
    def height(self) -> float:
        return self.size

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        sheet.box((x, top, self.width, self.size), fill=PANEL, line=LINE)
        self.note.draw(sheet, x + 8, top + (self.size - self.note.height) / 2)


@dataclass(frozen=True, slots=True)
class TileBox(Box):
    """A number that matters, with its name below and its colour on the left."""

    value: TextBox
    label: TextBox
    color: str
    width: float

    @property
    def height(self) -> float:
        return 51.0

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        sheet.box((x, top, self.width, self.height), fill=PANEL, radius=3)
        sheet.box((x, top, 3, self.height), fill=self.color)
        self.value.draw(sheet, x + 13, top + 7)
        self.label.draw(sheet, x + 13, top + 33.5)


@dataclass(frozen=True, slots=True)
class QrBox(Box):
    """A QR code as one path."""

    code: str
    size: float

    @property
    def height(self) -> float:
        return self.size

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        cells = qr_cells(self.code)
        unit = self.size / len(cells)
        sheet.polygons(_dark(cells, unit=unit, x=x, top=top), fill=INK)


def _dark(
    cells: Sequence[Sequence[bool]], *, unit: float, x: float, top: float
) -> list[tuple[Corner, ...]]:
    """One rectangle for every run of dark cells in a row."""
    found: list[tuple[Corner, ...]] = []
    for row, line in enumerate(cells):
        start = None
        for column, dark in enumerate((*line, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                left, right = x + start * unit, x + column * unit
                upper, lower = top + row * unit, top + (row + 1) * unit
                found.append(((left, upper), (right, upper), (right, lower), (left, lower)))
                start = None
    return found


def hexagon(middle: tuple[float, float], radius: float) -> tuple[tuple[float, float], ...]:
    """Six corners with one at the top."""
    turns = [pi / 2 + turn * pi / 3 for turn in range(6)]
    return tuple((middle[0] + radius * cos(t), middle[1] - radius * sin(t)) for t in turns)


def draw_mark(sheet: Sheet, middle: tuple[float, float], radius: float, *, light: bool) -> None:
    """The mark: a tick in a hexagon, white on dark paper and dark on white."""
    ground, tick = (WHITE, NAVY) if light else (NAVY, WHITE)
    x, y = middle
    sheet.polygons([hexagon(middle, radius)], fill=ground)
    unit = radius / 20
    arc = [
        (x + 13.2 * unit * cos(angle), y + (3 + 9.5 * sin(angle)) * unit)
        for angle in (step * pi / 24 for step in range(3, 22))
    ]
    sheet.polyline(arc, color=TEAL, weight=2 * unit)
    corners = (
        (x - 7 * unit, y - 0.5 * unit),
        (x - 1.8 * unit, y + 5 * unit),
        (x + 8.5 * unit, y - 6 * unit),
    )
    sheet.polyline(corners, color=tick, weight=3.6 * unit)
