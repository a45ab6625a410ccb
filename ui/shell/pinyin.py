"""Finding Chinese words by the first letters of their pinyin: `jcb` finds 检查表.

The first level of GB 2312 orders its 3,755 characters by pinyin, so a character's code tells its
first letter. Rarer characters have no letter here and are found by the character itself.
"""

from bisect import bisect_right

_STARTS = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC,
    0xC2E8, 0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9,
    0xD4D1,
)  # fmt: skip
_LETTERS = "abcdefghjklmnopqrstwxyz"
_END = 0xD7FA


def initials(text: str) -> str:
    """The first letters, one a character; what is not Chinese stays, in lower case."""
    return "".join(map(_initial, text.lower()))


def is_match(query: str, text: str) -> bool:
    """Whether every word of the query stands in the text, as typed or by first letters."""
    plain, short = text.lower(), initials(text)
    return all(word in plain or word in short for word in query.lower().split())


def _initial(character: str) -> str:
    try:
        code = int.from_bytes(character.encode("gb2312"))
    except UnicodeEncodeError:
        return character
    if not _STARTS[0] <= code < _END:
        return character
    return _LETTERS[bisect_right(_STARTS, code) - 1]
