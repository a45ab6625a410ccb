"""Photos for the sample audit: drawn, lit and grained like a phone's, with a camera's EXIF.

The same shot gives the same picture; no real place or person is shown.
"""

import random
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageChops, ImageFilter
from PIL.TiffImagePlugin import IFDRational

from auditor_app.media.scenes import SCENES
from auditor_app.media.sheet import Sheet

_LONG, _SHORT = 1600, 1200
_QUALITY = 84
_LYING = {6, 8}
_STORED = {
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}
"""How an upright picture lies in a file of this orientation."""

_MAKE, _MODEL, _ORIENTATION, _SOFTWARE, _EXIF, _GPS = 0x010F, 0x0110, 0x0112, 0x0131, 0x8769, 0x8825
_TAKEN, _OFFSET, _EXPOSURE, _SPEED = 0x9003, 0x9011, 0x829A, 0x8827
_SECOND_PARTS = 100
"""Seconds of arc are kept in hundredths: thirty centimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """What is to be seen and what the camera notes; empty `make` stands for no EXIF at all.

    `words` are written on what is shown; `taken_at` is aware, its offset is noted.
    """

    scene: str
    words: tuple[str, ...]
    seed: int
    make: str = ""
    model: str = ""
    taken_at: datetime | None = None
    orientation: int = 1
    latitude: Decimal | None = None
    longitude: Decimal | None = None


def photograph(shot: Shot) -> bytes:
    """A JPEG of 1600x1200 stored pixels. KeyError for a scene nobody can draw."""
    size = (_SHORT, _LONG) if shot.orientation in _LYING else (_LONG, _SHORT)
    dice = random.Random(f"{shot.scene} {shot.seed}")  # noqa: S311 - nothing secret hangs on it
    sheet = Sheet(size, dice)
    SCENES[shot.scene](sheet, shot.words)
    picture = _developed(sheet.image)
    if turn := _STORED.get(shot.orientation):
        picture = picture.transpose(turn)
    out = BytesIO()
    exif = _exif(shot)
    if exif is None:
        picture.save(out, "JPEG", quality=_QUALITY)
    else:
        picture.save(out, "JPEG", quality=_QUALITY, exif=exif)
    return out.getvalue()


def _developed(picture: Image.Image) -> Image.Image:
    """Softened as by a lens, darker towards the corners, with a sensor's grain."""
    return ImageChops.multiply(picture.filter(ImageFilter.BoxBlur(1)), _lens(picture.size))


@lru_cache(maxsize=2)
def _lens(size: tuple[int, int]) -> Image.Image:
    dice = random.Random("grain")  # noqa: S311 - nothing secret hangs on it
    small = (size[0] // 2, size[1] // 2)
    noise = Image.frombytes("L", small, dice.randbytes(small[0] * small[1]))
    grain = noise.point([value // 12 for value in range(256)]).resize(size)
    shade = Image.radial_gradient("L").resize(size, Image.Resampling.BILINEAR)
    corners = shade.point([value * 2 // 5 for value in range(256)])
    return ImageChops.invert(ImageChops.add(corners, grain)).convert("RGB")


def _exif(shot: Shot) -> Image.Exif | None:
    if not shot.make:
        return None
    exif = Image.Exif()
    exif[_MAKE], exif[_MODEL], exif[_ORIENTATION] = shot.make, shot.model, shot.orientation
    camera = exif.get_ifd(_EXIF)
    if shot.taken_at is not None:
        camera[_TAKEN] = shot.taken_at.strftime("%Y:%m:%d %H:%M:%S")
        offset = shot.taken_at.strftime("%z")
        camera[_OFFSET] = f"{offset[:3]}:{offset[3:]}"
    camera[_EXPOSURE] = IFDRational(1, 60 + shot.seed % 5 * 20)
    camera[_SPEED] = 100 + shot.seed % 6 * 50
    if shot.latitude is not None and shot.longitude is not None:
        place = exif.get_ifd(_GPS)
        place[1], place[2] = "N" if shot.latitude >= 0 else "S", _arc(shot.latitude)
        place[3], place[4] = "E" if shot.longitude >= 0 else "W", _arc(shot.longitude)
    return exif


def _arc(degrees: Decimal) -> tuple[IFDRational, IFDRational, IFDRational]:
    """Degrees, minutes, seconds."""
    hundredths = int(abs(degrees) * 3600 * _SECOND_PARTS)
    minutes, rest = divmod(hundredths, 60 * _SECOND_PARTS)
    whole, minutes = divmod(minutes, 60)
    return IFDRational(whole), IFDRational(minutes), IFDRational(rest, _SECOND_PARTS)
