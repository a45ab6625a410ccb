"""What a camera wrote into a photo: when, where, with what, which way up.

Our own reader of the few tags an audit needs: it checks every offset and never raises, so that
a broken or hostile block costs its own facts only, never the photo. Tag numbers: CIPA DC-008.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

_MAKE, _MODEL, _ORIENTATION, _EXIF, _GPS = 0x010F, 0x0110, 0x0112, 0x8769, 0x8825
_TIMES = ((0x9003, 0x9011), (0x9004, 0x9012))
"""Taken, else digitized, each with its offset; never 0x0132, which editors rewrite."""

_ASCII, _SHORT, _LONG, _RATIONAL = 2, 3, 4, 5
_TYPE_SIZES = {1: 1, _ASCII: 1, _SHORT: 2, _LONG: 4, _RATIONAL: 8, 7: 1, 9: 4, 10: 8}
_INLINE = 4
_MOST_ENTRIES = 512
_MOST_BYTES = 4096
_LONGEST_TEXT = 64
_UPRIGHT, _LAST_ORIENTATION = 1, 8
_MAGIC = 42
_TIME = re.compile(r"(\d{4})[:/-](\d\d)[:/-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
_LARGEST_OFFSET = timedelta(hours=14)
_SEVEN_PLACES = Decimal("0.0000001")
"""Degrees: one centimetre on the ground."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exif:
    """Empty text stands for what the camera did not write, or wrote wrongly.

    `taken_at` is the camera's own clock, `offset` its distance from UTC (`+08:00`); coordinates
    are WGS 84 degrees as decimal text, south and west negative.
    """

    orientation: int = _UPRIGHT
    taken_at: str = ""
    offset: str = ""
    device: str = ""
    latitude: str = ""
    longitude: str = ""


class _Axis(NamedTuple):
    side: int
    value: int
    positive: str
    negative: str
    most: int


_LATITUDE = _Axis(1, 2, "N", "S", 90)
_LONGITUDE = _Axis(3, 4, "E", "W", 180)


def read_exif(block: bytes) -> Exif:
    """Read an EXIF block, with or without the `Exif` mark in front."""
    tiff = _Tiff(block.removeprefix(b"Exif\0\0"))
    main = tiff.directory(tiff.first)
    taken_at, offset = _taken(tiff.directory(main.number(_EXIF)))
    gps = tiff.directory(main.number(_GPS))
    latitude, longitude = _degrees(gps, _LATITUDE), _degrees(gps, _LONGITUDE)
    turned = main.number(_ORIENTATION)
    return Exif(
        orientation=turned if _UPRIGHT <= turned <= _LAST_ORIENTATION else _UPRIGHT,
        taken_at=taken_at,
        offset=offset,
        device=_device(main.text(_MAKE), main.text(_MODEL)),
        latitude=latitude if longitude else "",
        longitude=longitude if latitude else "",
    )


class _Tiff:
    """The container: byte order, and directories at offsets."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.order: Literal["little", "big"] = "big" if data.startswith(b"MM") else "little"
        known = data[:2] in {b"II", b"MM"} and self.integer(data[2:4]) == _MAGIC
        self.first = self.integer(data[4:8]) if known else 0

    def integer(self, raw: bytes) -> int:
        return int.from_bytes(raw, self.order)

    def directory(self, at: int) -> "_Directory":
        fields: dict[int, tuple[int, bytes]] = {}
        if at > 0:
            count = min(self.integer(self.data[at : at + 2]), _MOST_ENTRIES)
            for entry in range(at + 2, at + 2 + 12 * count, 12):
                self._read(self.data[entry : entry + 12], fields)
        return _Directory(self, fields)

    def _read(self, entry: bytes, fields: dict[int, tuple[int, bytes]]) -> None:
        """Note one entry if all of it lies inside the block."""
        tag, kind = self.integer(entry[0:2]), self.integer(entry[2:4])
        size = _TYPE_SIZES.get(kind, 0) * self.integer(entry[4:8])
        start = self.integer(entry[8:12])
        raw = entry[8 : 8 + size] if size <= _INLINE else self.data[start : start + size]
        if 0 < size == len(raw) <= _MOST_BYTES:
            fields.setdefault(tag, (kind, raw))


class _Directory:
    """The fields of one directory, each read as what it should be."""

    def __init__(self, tiff: _Tiff, fields: dict[int, tuple[int, bytes]]) -> None:
        self._tiff = tiff
        self._fields = fields

    def number(self, tag: int) -> int:
        """A whole number, or 0."""
        kind, raw = self._fields.get(tag, (0, b""))
        sizes = {_SHORT: 2, _LONG: 4}
        return self._tiff.integer(raw[: sizes[kind]]) if kind in sizes else 0

    def text(self, tag: int) -> str:
        """Printable text, or nothing; phones write UTF-8, some older cameras GBK."""
        kind, raw = self._fields.get(tag, (0, b""))
        if kind != _ASCII:
            return ""
        raw = raw.split(b"\0", maxsplit=1)[0]
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            text = raw.decode("gb18030", "replace")
        return "".join(filter(str.isprintable, text)).strip()[:_LONGEST_TEXT]

    def fractions(self, tag: int) -> list[Fraction]:
        """Unsigned rationals; none at all when one of them is divided by zero."""
        kind, raw = self._fields.get(tag, (0, b""))
        if kind != _RATIONAL:
            return []
        pairs = [
            (self._tiff.integer(raw[at : at + 4]), self._tiff.integer(raw[at + 4 : at + 8]))
            for at in range(0, len(raw), 8)
        ]
        return [Fraction(*pair) for pair in pairs] if all(below for _, below in pairs) else []


def _taken(fields: _Directory) -> tuple[str, str]:
    for time_tag, offset_tag in _TIMES:
        taken_at = _time(fields.text(time_tag))
        if taken_at:
            return taken_at, _offset(fields.text(offset_tag))
    return "", ""


def _time(text: str) -> str:
    """`2026:11:20 09:31:05` as `2026-11-20T09:31:05`, or nothing for a time that never was."""
    found = _TIME.match(text)
    if not found:
        return ""
    try:
        # The zone only makes the value aware; the camera's clock is kept as it stands.
        moment = datetime(*_whole(found.groups()), tzinfo=UTC)
    except ValueError:
        return ""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds")


def _whole(digits: Iterable[str]) -> tuple[int, int, int, int, int, int]:
    year, month, day, hour, minute, second = (int(part) for part in digits)
    return year, month, day, hour, minute, second


def _offset(text: str) -> str:
    if text == "Z":
        return "+00:00"
    found = _OFFSET.fullmatch(text)
    if not found or int(found[3]) > 59:  # noqa: PLR2004 - minutes
        return ""
    away = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return text if away <= _LARGEST_OFFSET else ""


def _device(make: str, model: str) -> str:
    if model.casefold().startswith(make.casefold()):
        return model
    return f"{make} {model}".strip()


def _degrees(gps: _Directory, axis: _Axis) -> str:
    """Degrees with sign, or nothing unless the camera gave value and side in full."""
    parts = gps.fractions(axis.value)
    side = gps.text(axis.side)
    if side not in {axis.positive, axis.negative} or not 1 <= len(parts) <= len("dms"):
        return ""
    degrees = sum((part / 60**place for place, part in enumerate(parts)), Fraction())
    if degrees > axis.most:
        return ""
    exact = Decimal(degrees.numerator) / Decimal(degrees.denominator)
    plain = f"{exact.quantize(_SEVEN_PLACES):f}".rstrip("0").rstrip(".")
    return f"-{plain}" if side == axis.negative and plain != "0" else plain
