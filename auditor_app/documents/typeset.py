"""Line breaking for Chinese text with Latin words in it.

Lengths are in points. The rules: no line starts with closing or ends with opening punctuation,
`——` and `……` stay whole, Latin words and standard numbers are never cut unless they are wider
than the whole line, adjacent punctuation closes up, a thin gap stands between Chinese and Latin.
A line never ends after `-`: readers that copy text would drop the hyphen and fuse two numbers.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from auditor_app.documents.characters import (
    HALF_BLANK_LEFT,
    HALF_BLANK_RIGHT,
    INSEPARABLE,
    NBSP,
    NO_LINE_END,
    NO_LINE_START,
    is_ideograph_like,
    is_wide,
)

THIN_GAP: Final = 0.125
"""Em between a Chinese character and a Latin letter or digit."""

MOST_STRETCH: Final = 0.3
"""Em per gap beyond which a line is rather left ragged than torn apart."""

_FULL: Final = 0.95
_TOO_WIDE: Final = 0.01

_STANDARD_NUMBER: Final = re.compile(
    r"\b(GB/[TZ]|GBZ/T|GBZ|GB|AQ/T|AQ|HJ|JGJ|TSG|XF|DB\d*/T|ISO/IEC|ISO|IEC|IAF|CNAS|MD)\s(?=[A-Z]*\d)"
)
_NUMBER_WITH_UNIT: Final = re.compile(
    r"(?<=\d)\s(?=(?:mm|cm|km|m|kg|g|t|kPa|MPa|Pa|kV|V|A|kW|W|dB|h|min|s|lx|L|mg|r|ppm)\b)"
)

Advance = Callable[[str, bool], float]
"""Width of one character in em, regular or bold."""


class Align(StrEnum):
    """How lines stand between the edges."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text of one look; `tone` names a colour, empty for the paragraph's own."""

    text: str
    bold: bool = False
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Text of one look on one line; `shifts` are points added after each character."""

    x: float
    text: str
    bold: bool
    tone: str
    shifts: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A finished line: spans from left to right, and the width they were set to."""

    spans: tuple[Span, ...]
    width: float

    @property
    def text(self) -> str:
        """The line as a reader sees it."""
        return "".join(span.text for span in self.spans)


@dataclass(slots=True, kw_only=True)
class _Sign:
    """One character with what it does to its neighbours."""

    char: str
    bold: bool
    tone: str
    width: float
    kern: float = 0.0  # before it, when it does not start a line
    may_break: bool = False  # a line may start here
    may_stretch: bool = False  # justification may widen the gap before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a paragraph is set with: size, line width, alignment, letter spacing."""

    advance: Advance
    size: float
    width: float
    align: Align = Align.JUSTIFY
    tracking: float = 0.0


def set_lines(runs: Iterable[Run], setting: Setting) -> tuple[Line, ...]:
    """Break runs into lines of at most `setting.width`; a newline in a run ends a line."""
    lines: list[Line] = []
    for paragraph in _paragraphs(_signs(runs, setting)):
        _relate(paragraph, setting)
        cuts = [*_cuts(paragraph, setting), len(paragraph)]
        for start, end in pairwise(cuts):
            is_last = end == len(paragraph)
            lines.append(_line(_trimmed(paragraph[start:end]), setting, is_last=is_last))
    return tuple(lines)


def glued(text: str) -> str:
    """Standard numbers and numbers with units held together by no-break spaces."""
    if " " not in text:
        return text
    return _NUMBER_WITH_UNIT.sub(NBSP, _STANDARD_NUMBER.sub(rf"\1{NBSP}", text))


def _signs(runs: Iterable[Run], setting: Setting) -> Iterator[_Sign]:
    for run in runs:
        for char in glued(run.text):
            width = 0.0 if char == "\n" else setting.advance(char, run.bold) * setting.size
            yield _Sign(char=char, bold=run.bold, tone=run.tone, width=width)


def _paragraphs(signs: Iterable[_Sign]) -> list[list[_Sign]]:
    found: list[list[_Sign]] = [[]]
    for sign in signs:
        if sign.char == "\n":
            found.append([])
        else:
            found[-1].append(sign)
    return found


def _relate(signs: list[_Sign], setting: Setting) -> None:
    """Fill in what depends on the neighbour: kerning, break places, stretch places."""
    em = setting.size
    for index, (before, here) in enumerate(pairwise(signs), 1):
        here.kern = setting.tracking + _kern(before, here, em)
        here.may_break = _may_break(signs, index)
        here.may_stretch = before.char == " " or (
            (is_wide(before.char) or is_wide(here.char)) and not _is_pair(before, here)
        )


def _kern(before: _Sign, here: _Sign, em: float) -> float:
    a, b = before.char, here.char
    if _is_full(before, em) and a in HALF_BLANK_RIGHT and b in HALF_BLANK_LEFT | HALF_BLANK_RIGHT:
        return -em / 2
    if _is_full(here, em) and a in HALF_BLANK_LEFT and b in HALF_BLANK_LEFT:
        return -em / 2
    if (is_ideograph_like(a) and _is_word_sign(b)) or (_is_word_sign(a) and is_ideograph_like(b)):
        return em * THIN_GAP
    return 0.0


def _is_word_sign(char: str) -> bool:
    return not is_wide(char) and (char.isalnum() or char in "%‰$#@&")


def _is_full(sign: _Sign, em: float) -> bool:
    return sign.width >= em * _FULL


def _is_pair(before: _Sign, here: _Sign) -> bool:
    return before.char in INSEPARABLE and here.char == before.char


def _may_break(signs: list[_Sign], index: int) -> bool:
    before, here = signs[index - 1].char, signs[index].char
    if here == " " or before == "-" or NBSP in {before, here} or here in NO_LINE_START:
        return False
    if before == " ":
        return _last_solid(signs, index - 1) not in NO_LINE_END
    if before in NO_LINE_END:
        return False
    if before in INSEPARABLE and index > 1 and not is_wide(here):
        # 09:00—09:30 is one word, 会议——Opening is two
        return is_wide(signs[index - 2].char)
    return is_wide(before) or is_wide(here)


def _last_solid(signs: list[_Sign], index: int) -> str:
    while index > 0 and signs[index].char == " ":
        index -= 1
    return signs[index].char


def _cuts(signs: list[_Sign], setting: Setting) -> Iterator[int]:
    """Indices at which lines start: greedy, with a forced cut in words wider than the line."""
    yield 0
    start, last_break, used, index = 0, 0, 0.0, 0
    em, room = setting.size, setting.width + _TOO_WIDE
    while index < len(signs):
        sign = signs[index]
        if index == start:
            used = -_hang_left(sign, em)
        else:
            if sign.may_break:
                last_break = index
            used += sign.kern
        used += sign.width
        if index > start and sign.char != " " and used - _hang_right(sign, em) > room:
            start = last_break if last_break > start else _forced(signs, start, index)
            yield start
            index = last_break = start
            continue
        index += 1


def _forced(signs: list[_Sign], start: int, index: int) -> int:
    """Where to cut a word that fits on no line: not after `-`, not inside a kinsoku pair."""
    for cut in range(index, start + 1, -1):
        before, here = signs[cut - 1].char, signs[cut].char
        if before != "-" and before not in NO_LINE_END and here not in NO_LINE_START:
            return cut
    return index


def _hang_left(sign: _Sign, em: float) -> float:
    return em / 2 if sign.char in HALF_BLANK_LEFT and _is_full(sign, em) else 0.0


def _hang_right(sign: _Sign, em: float) -> float:
    return em / 2 if sign.char in HALF_BLANK_RIGHT and _is_full(sign, em) else 0.0


def _trimmed(signs: list[_Sign]) -> list[_Sign]:
    end = len(signs)
    while end > 0 and signs[end - 1].char == " ":
        end -= 1
    return signs[:end]


def _line(signs: list[_Sign], setting: Setting, *, is_last: bool) -> Line:
    if not signs:
        return Line(spans=(), width=0.0)
    left = _hang_left(signs[0], setting.size)
    right = _hang_right(signs[-1], setting.size)
    natural = sum(s.width for s in signs) + sum(s.kern for s in signs[1:]) - left - right
    stretch = 0.0
    if setting.align is Align.JUSTIFY and not is_last:
        stretch = _stretch(signs, setting, setting.width - natural)
    width = natural + stretch * sum(sign.may_stretch for sign in signs[1:])
    start = _start(setting, width) - left
    return Line(spans=tuple(_spans(signs, start=start, stretch=stretch)), width=width)


def _stretch(signs: list[_Sign], setting: Setting, extra: float) -> float:
    gaps = sum(sign.may_stretch for sign in signs[1:])
    if not gaps or extra <= 0 or extra / gaps > MOST_STRETCH * setting.size:
        return 0.0
    return extra / gaps


def _start(setting: Setting, width: float) -> float:
    match setting.align:
        case Align.CENTER:
            return (setting.width - width) / 2
        case Align.RIGHT:
            return setting.width - width
    return 0.0


def _spans(signs: list[_Sign], *, start: float, stretch: float) -> Iterator[Span]:
    """Group neighbours of one look; the gap before a sign belongs to the sign before it."""
    gaps = [sign.kern + (stretch if sign.may_stretch else 0.0) for sign in signs[1:]] + [0.0]
    x, first = start, 0
    for index, sign in enumerate(signs):
        is_end = index + 1 == len(signs)
        if is_end or (signs[index + 1].bold, signs[index + 1].tone) != (sign.bold, sign.tone):
            part = signs[first : index + 1]
            shifts = tuple(gaps[first : index + 1])
            yield Span(
                x=x,
                text="".join(one.char for one in part),
                bold=sign.bold,
                tone=sign.tone,
                shifts=shifts,
            )
            x += sum(one.width for one in part) + sum(shifts)
            first = index + 1
