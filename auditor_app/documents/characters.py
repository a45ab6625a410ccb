"""What Chinese typesetting has to know about single characters."""

from itertools import chain
from typing import Final

NBSP: Final = "\u00a0"

NO_LINE_START: Final = frozenset(
    "，。、；：！？）》〉」』】〕〗｝］”’…—～·‧・％‰℃°′″％／!),.:;?]}%/»›〞ー々ゝヽっゃゅょッャュョ"
)
"""Characters a line may not begin with (GB/T 15834, JLReq 3.1.7)."""

NO_LINE_END: Final = frozenset("（《〈「『【〔〖｛［“‘￥＄￡＃№／([{«‹$£#")
"""Characters a line may not end with."""

HALF_BLANK_RIGHT: Final = frozenset("，。、；：！？）》〉」』】〕〗｝］”’")
"""Full-width punctuation whose right half is empty in the bundled font."""

HALF_BLANK_LEFT: Final = frozenset("（《〈「『【〔〖｛［“‘")
"""Full-width punctuation whose left half is empty in the bundled font."""

INSEPARABLE: Final = frozenset("—…")
"""Two of these in a row are one sign: ——, ……"""

_WIDE_RANGES: Final = (
    (0x1100, 0x11FF),
    (0x2460, 0x24FF),
    (0x2500, 0x27BF),
    (0x2E80, 0xA4CF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x1F000, 0x3FFFF),
)
_WIDE_SIGNS: Final = frozenset("“”‘’—…·‧℃№")
_INVISIBLE: Final = frozenset(
    chain(
        map(chr, range(0x00, 0x0A)),
        map(chr, range(0x0B, 0x20)),
        map(chr, range(0x7F, 0xA0)),
        "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff",
        map(chr, range(0x202A, 0x202F)),
        map(chr, range(0x2066, 0x206A)),
        map(chr, range(0xFE00, 0xFE10)),
        map(chr, range(0xE0100, 0xE01F0)),
    )
)


def is_wide(char: str) -> bool:
    """Whether the character belongs to Chinese text: lines may break around it, gaps may grow."""
    code = ord(char)
    if code < 0x1100:  # noqa: PLR2004 - below every wide range
        return char in _WIDE_SIGNS
    return char in _WIDE_SIGNS or any(low <= code <= high for low, high in _WIDE_RANGES)


def is_ideograph_like(char: str) -> bool:
    """Whether a thin gap belongs between this character and a Latin letter or digit."""
    return is_wide(char) and char not in HALF_BLANK_LEFT | HALF_BLANK_RIGHT | _WIDE_SIGNS


def mended(text: str) -> str:
    """The text as it can be printed: old private codes of GB 18030 replaced, invisible signs gone.

    Old systems deliver private-use codes for rare names; those with a Unicode character of their
    own (GB 18030-2005, GBK) are mapped to it, all others stay and are refused as missing glyphs.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_MEND)


def _gbk_private_row() -> dict[int, int]:
    """U+E815-E864 stand for the row FE50-FEA0 of GBK; the codec knows most of them."""
    trail = chain(range(0x50, 0x7F), range(0x80, 0xA1))
    row = {
        private: ord(bytes([0xFE, low]).decode("gb18030"))
        for private, low in enumerate(trail, 0xE815)
    }
    return {private: code for private, code in row.items() if private != code}


_GB18030_2005: Final = {
    0xE5E5: 0x3000,
    0xE7C7: 0x1E3F,
    0xE816: 0x20087,
    0xE817: 0x20089,
    0xE818: 0x200CC,
    0xE81E: 0x9FB4,
    0xE826: 0x9FB5,
    0xE82B: 0x9FB6,
    0xE82C: 0x9FB7,
    0xE831: 0x215D7,
    0xE832: 0x9FB8,
    0xE83B: 0x2298F,
    0xE843: 0x9FB9,
    0xE854: 0x9FBA,
    0xE855: 0x241FE,
    0xE864: 0x9FBB,
}
_VERTICAL: Final = dict(
    zip(
        range(0xE78D, 0xE797),
        map(ord, "︐︒︑︓︔︕︖︗︘︙"),
        strict=True,
    )
)
_MEND: Final = {
    **{ord(char): None for char in _INVISIBLE},
    **_gbk_private_row(),
    **_GB18030_2005,
    **_VERTICAL,
}
