"""The ICC profile of sRGB, built from its numbers: small, free and the same every time.

ICC.1:2004-10 (version 4.2, the newest that PDF 1.7 allows), values of IEC 61966-2.1 adapted to
D50.
"""

from struct import pack
from typing import Final

_HEADER: Final = 128
_FIXED_ONE: Final = 65536
_D50: Final = (0.9642, 1.0, 0.8249)
_WHITE: Final = (0.96420288, 1.0, 0.82490540)
_PRIMARIES: Final = {
    b"rXYZ": (0.43603516, 0.22248840, 0.01391602),
    b"gXYZ": (0.38511658, 0.71690369, 0.09706116),
    b"bXYZ": (0.14305115, 0.06060791, 0.71392822),
}
_ADAPTATION: Final = (
    1.04788208,
    0.02291870,
    -0.05021667,
    0.02958679,
    0.99047852,
    -0.01707458,
    -0.00923157,
    0.01507568,
    0.75167847,
)
_CURVE: Final = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def _fixed(*numbers: float) -> bytes:
    return b"".join(pack(">i", round(number * _FIXED_ONE)) for number in numbers)


def _words(text: str) -> bytes:
    coded = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + pack(">II4sII", 1, 12, b"enUS", len(coded), 28) + coded


def _tags() -> dict[bytes, bytes]:
    curve = b"para" + bytes(4) + pack(">HH", 3, 0) + _fixed(*_CURVE)
    return {
        b"desc": _words("sRGB IEC61966-2.1"),
        b"cprt": _words("No copyright, use freely"),
        b"wtpt": b"XYZ " + bytes(4) + _fixed(*_WHITE),
        b"chad": b"sf32" + bytes(4) + _fixed(*_ADAPTATION),
        **{name: b"XYZ " + bytes(4) + _fixed(*xyz) for name, xyz in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }


def _profile() -> bytes:
    tags = _tags()
    at = _HEADER + 4 + 12 * len(tags)
    table, data = pack(">I", len(tags)), b""
    for name, value in tags.items():
        table += pack(">4sII", name, at + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    made = pack(">6H", 2026, 1, 1, 0, 0, 0)
    size = at + len(data)
    header = pack(">I4sI", size, bytes(4), 0x04200000) + b"mntrRGB XYZ " + made + b"acsp"
    header = header.ljust(64, b"\0") + pack(">I", 1) + _fixed(*_D50)
    return header.ljust(_HEADER, b"\0") + table + data


SRGB_PROFILE: Final = _profile()
