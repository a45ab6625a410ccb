"""Width and height of a JPEG, read from its head."""

from dataclasses import dataclass
from typing import Final

_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_PRINTABLE: Final = frozenset({1, 3})  # grey, colour; CMYK is not allowed beside an sRGB intent


@dataclass(frozen=True, slots=True, kw_only=True)
class JpegSize:
    """Pixels across and down."""

    width: int
    height: int


def jpeg_size(data: bytes) -> JpegSize | None:
    """The picture's size, or None when the bytes are no JPEG that may be printed as it is."""
    if not data.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:  # noqa: PLR2004 - every marker starts with it
            return None
        marker = data[at + 1]
        if marker in _FRAMES:
            return _frame(data[at + 4 : at + 10])
        at += 2 if marker in _ALONE else 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _frame(head: bytes) -> JpegSize | None:
    height, width = int.from_bytes(head[1:3]), int.from_bytes(head[3:5])
    if not width or not height or head[5] not in _PRINTABLE:
        return None
    return JpegSize(width=width, height=height)
