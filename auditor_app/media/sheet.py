"""What the sample's scenes are drawn on: a picture with the middle as origin."""

import random
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from auditor_app import fonts

Color = tuple[int, int, int]
Spot = tuple[float, float]
Box = tuple[float, float, float, float]

_UNITS = 1000
_PAPER = (246, 244, 238)


class Sheet:
    """A picture under work. Units: the short side is 1000, (0, 0) lies in the middle."""

    def __init__(self, size: tuple[int, int], dice: random.Random) -> None:
        self.image = Image.new("RGB", size, (120, 124, 128))
        self.dice = dice
        self._pen = ImageDraw.Draw(self.image)
        self._scale = min(size) / _UNITS
        self._middle = (size[0] / 2, size[1] / 2)
        self.right = size[0] / 2 / self._scale
        self.bottom = size[1] / 2 / self._scale

    def wall(self, top: Color, bottom: Color) -> None:
        """Fill everything, one colour running into the other."""
        width, height = self.image.size
        shade = Image.linear_gradient("L").resize((width, height))
        self.image.paste(
            Image.composite(
                Image.new("RGB", (width, height), bottom),
                Image.new("RGB", (width, height), top),
                shade,
            )
        )

    def floor(self, color: Color, top: float) -> None:
        """A floor with joints running away."""
        self.box((-self.right, top, self.right, self.bottom), color)
        dark = shaded(color, 0.82)
        for step in range(-6, 7):
            self.line([(step * 90, top), (step * 330, self.bottom)], dark, 3)
        for step in range(1, 5):
            level = top + (self.bottom - top) * step * step / 25
            self.line([(-self.right, level), (self.right, level)], dark, 3)

    def box(self, box: Box, fill: Color, *, round_by: float = 0, edge: Color | None = None) -> None:
        """A rectangle from left, top to right, bottom."""
        corners = (*self._at(box[:2]), *self._at(box[2:]))
        self._pen.rounded_rectangle(
            corners, self._long(round_by), fill=fill, outline=edge, width=self._long(6)
        )

    def oval(self, box: Box, fill: Color, *, edge: Color | None = None, wide: float = 6) -> None:
        """An ellipse in a rectangle."""
        corners = (*self._at(box[:2]), *self._at(box[2:]))
        self._pen.ellipse(corners, fill=fill, outline=edge, width=self._long(wide))

    def shape(self, spots: list[Spot], fill: Color) -> None:
        """A polygon."""
        self._pen.polygon([self._at(spot) for spot in spots], fill=fill)

    def line(self, spots: list[Spot], color: Color, wide: float) -> None:
        """A bent line."""
        self._pen.line(
            [self._at(spot) for spot in spots], fill=color, width=self._long(wide), joint="curve"
        )

    def text(self, spot: Spot, words: str, color: Color, *, size: float, bold: bool = True) -> None:
        """Words, their middle at the spot."""
        font = _font(self._long(size), bold=bold)
        self._pen.text(self._at(spot), words, fill=color, font=font, anchor="mm")

    def stripes(self, box: Box, *, wide: float = 46) -> None:
        """Yellow and black, as on barriers."""
        left, top, right, bottom = box
        self.box(box, (236, 190, 20))
        x = left - (bottom - top)
        while x < right:
            spots = [(x, bottom), (x + wide, bottom), (x + wide + 40, top), (x + 40, top)]
            self.shape([(min(max(a, left), right), b) for a, b in spots], (28, 28, 26))
            x += wide * 2

    def paper(self, size: tuple[int, int], turn: float) -> "Paper":
        """A sheet of paper to be written on and then laid down, turned by degrees."""
        return Paper(self, size, turn)

    def lay(self, picture: Image.Image, turn: float) -> None:
        """Put a picture in the middle with a shadow under it."""
        scaled = picture.rotate(turn, Image.Resampling.BILINEAR, expand=True)
        left = int(self._middle[0] - scaled.width / 2)
        top = int(self._middle[1] - scaled.height / 2)
        mask = scaled.getchannel("A")
        self.image.paste((30, 28, 26), (left + 12, top + 14), mask.point(lambda v: v * 2 // 5))
        self.image.paste(scaled.convert("RGB"), (left, top), mask)

    @property
    def scale(self) -> float:
        """Pixels of one unit."""
        return self._scale

    def _at(self, spot: tuple[float, ...]) -> tuple[float, float]:
        return (
            self._middle[0] + spot[0] * self._scale,
            self._middle[1] + spot[1] * self._scale,
        )

    def _long(self, units: float) -> int:
        return max(round(units * self._scale), 1 if units else 0)


class Paper:
    """A sheet of paper; its units are those of the picture, (0, 0) is its upper left corner."""

    def __init__(self, sheet: Sheet, size: tuple[int, int], turn: float) -> None:
        self._sheet, self._turn = sheet, turn
        self._scale = sheet.scale
        pixels = (round(size[0] * self._scale), round(size[1] * self._scale))
        self._picture = Image.new("RGBA", pixels, (*_PAPER, 255))
        self._pen = ImageDraw.Draw(self._picture)

    def text(self, spot: Spot, words: str, *, size: float, bold: bool = False) -> None:
        """Printed words, starting at the spot."""
        font = _font(round(size * self._scale), bold=bold)
        self._pen.text(self._at(spot), words, fill=(38, 40, 44), font=font, anchor="lm")

    def rule(self, start: Spot, end: Spot) -> None:
        """A printed line."""
        self._pen.line([self._at(start), self._at(end)], fill=(70, 74, 80), width=2)

    def writing(self, spot: Spot, length: float) -> None:
        """Something written by hand that nobody can read."""
        dice, (x, y) = self._sheet.dice, spot
        steps = range(int(length / 9))
        spots = [self._at((x + step * 9, y + dice.uniform(-17, 17))) for step in steps]
        self._pen.line(spots, fill=(32, 52, 132), width=4, joint="curve")

    def stamp(self, spot: Spot) -> None:
        """A round red seal without a name."""
        x, y = self._at(spot)
        far = 70 * self._scale
        self._pen.ellipse((x - far, y - far, x + far, y + far), outline=(196, 40, 40), width=5)
        star = _font(round(60 * self._scale), bold=True)
        self._pen.text((x, y), "★", fill=(196, 40, 40), font=star, anchor="mm")

    def lay(self) -> None:
        """Put it into the picture."""
        self._sheet.lay(self._picture, self._turn)

    def _at(self, spot: Spot) -> tuple[float, float]:
        return spot[0] * self._scale, spot[1] * self._scale


def shaded(color: Color, by: float) -> Color:
    """The colour made darker (below 1) or lighter."""
    red, green, blue = (min(round(part * by), 255) for part in color)
    return red, green, blue


@lru_cache(maxsize=64)
def _font(pixels: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    regular, heavy = fonts.font_files()
    return ImageFont.truetype(str(heavy if bold else regular), pixels)
