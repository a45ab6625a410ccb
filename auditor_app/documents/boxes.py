"""What stands on a page: measured boxes that can be drawn and split between pages."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from auditor_app.documents.canvas import Sheet
from auditor_app.documents.style import TextStyle
from auditor_app.documents.typeset import Advance, Line, Run, Setting, set_lines

_OPTICAL_MIDDLE: Final = 0.38
"""Em from the baseline up to the middle of a Chinese character."""

HAIR: Final = 1e-6
"""Points by which sums of the same numbers may differ."""

_FEW_LINES: Final = 2
"""Fewer lines of a paragraph than this never stand alone on a page."""


class Box(ABC):
    """A measured thing of fixed width; y grows downward, `top` is its upper edge."""

    __slots__ = ()

    @property
    @abstractmethod
    def height(self) -> float:
        """Points from top to bottom."""

    @abstractmethod
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Put it on the page with its upper left corner there."""

    @property
    def least(self) -> float:
        """Height of the smallest first part that may stay on a page without the rest."""
        return self.height

    def split(self, room: float) -> "tuple[Box | None, Box]":  # noqa: ARG002 - whole by default
        """What fits into `room` and the rest; None when nothing may stay."""
        return None, self

    @property
    def clings(self) -> bool:
        """Whether it must not be the last thing on a page."""
        return False

    @property
    def is_gap(self) -> bool:
        """Whether it is mere distance, dropped at the top of a page."""
        return False


@dataclass(frozen=True, slots=True)
class Gap(Box):
    """Empty space between two things."""

    size: float
    holds: bool = False

    @property
    def height(self) -> float:
        return self.size

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Nothing to see."""

    @property
    def clings(self) -> bool:
        return self.holds

    @property
    def is_gap(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class TextBox(Box):
    """A set paragraph."""

    lines: tuple[Line, ...]
    style: TextStyle
    holds: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        style = self.style
        baseline = top + style.leading / 2 + style.size * _OPTICAL_MIDDLE
        for line in self.lines:
            sheet.text(line.spans, x=x, y=baseline, size=style.size, color=style.color)
            baseline += style.leading

    @property
    def least(self) -> float:
        return min(len(self.lines), _least_lines(len(self.lines))) * self.style.leading

    def split(self, room: float) -> tuple[Box | None, Box]:
        count = len(self.lines)
        fits = min(int(room / self.style.leading + HAIR), count - _FEW_LINES)
        if fits < _FEW_LINES:
            return None, self
        return replace(self, lines=self.lines[:fits]), replace(self, lines=self.lines[fits:])

    @property
    def clings(self) -> bool:
        return self.holds

    @property
    def text_width(self) -> float:
        """Width of the widest line."""
        return max((line.width for line in self.lines), default=0.0)


def _least_lines(count: int) -> int:
    return _FEW_LINES if count >= 2 * _FEW_LINES else count


@dataclass(frozen=True, slots=True)
class Stack(Box):
    """Boxes one below the other."""

    boxes: tuple[Box, ...]
    whole: bool = False

    @property
    def height(self) -> float:
        return sum(box.height for box in self.boxes)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        for box in self.boxes:
            box.draw(sheet, x, top)
            top += box.height

    @property
    def least(self) -> float:
        return self.height if self.whole else least_of(self.boxes)

    def split(self, room: float) -> tuple[Box | None, Box]:
        if self.whole:
            return None, self
        first, rest = split_boxes(self.boxes, room)
        if not first or not rest:
            return None, self
        return Stack(first), Stack(rest)

    @property
    def clings(self) -> bool:
        return bool(self.boxes) and self.boxes[-1].clings


def least_of(boxes: Sequence[Box]) -> float:
    """Height of the smallest start of a sequence that may stay on a page."""
    height = 0.0
    for index, box in enumerate(boxes):
        is_held = box.clings or box.is_gap
        height += box.height if is_held and index + 1 < len(boxes) else box.least
        if not is_held:
            break
    return height


def split_boxes(boxes: Sequence[Box], room: float) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """What of a sequence fits into `room`, and the rest without a gap at its start."""
    used = 0.0
    for index, box in enumerate(boxes):
        if least_of(boxes[index:]) > room - used + HAIR and not box.is_gap:
            return without_end_gaps(boxes[:index]), tuple(boxes[index:])
        if box.height <= room - used + HAIR:
            used += box.height
            continue
        if box.is_gap:
            return without_end_gaps(boxes[:index]), without_gaps(boxes[index:])
        head, tail = box.split(room - used)
        if head is None:
            return without_end_gaps(boxes[:index]), tuple(boxes[index:])
        return (*boxes[:index], head), (tail, *boxes[index + 1 :])
    return tuple(boxes), ()


def without_gaps(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """The sequence from its first thing that can be seen."""
    start = 0
    while start < len(boxes) and boxes[start].is_gap:
        start += 1
    return tuple(boxes[start:])


def without_end_gaps(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """The sequence up to its last thing that can be seen."""
    end = len(boxes)
    while end and boxes[end - 1].is_gap:
        end -= 1
    return tuple(boxes[:end])


@dataclass(frozen=True, slots=True)
class Row(Box):
    """Boxes side by side, kept on one page; `places` are their left edges."""

    boxes: tuple[Box, ...]
    places: tuple[float, ...]

    @property
    def height(self) -> float:
        return max((box.height for box in self.boxes), default=0.0)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        for box, place in zip(self.boxes, self.places, strict=True):
            box.draw(sheet, x + place, top)


@dataclass(frozen=True, slots=True)
class Inset(Box):
    """A box with room around it; may be split when its content may."""

    inner: Box
    left: float = 0.0
    above: float = 0.0
    below: float = 0.0

    @property
    def height(self) -> float:
        return self.above + self.inner.height + self.below

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        self.inner.draw(sheet, x + self.left, top + self.above)

    @property
    def least(self) -> float:
        return self.above + self.inner.least + self.below

    def split(self, room: float) -> tuple[Box | None, Box]:
        head, tail = self.inner.split(room - self.above - self.below)
        if head is None:
            return None, self
        return replace(self, inner=head), replace(self, inner=tail)

    @property
    def clings(self) -> bool:
        return self.inner.clings


@dataclass(frozen=True, slots=True)
class Drawing(Box):
    """A thing of known size that draws itself by a function of sheet, x and top."""

    size: float
    paint: Callable[[Sheet, float, float], None]
    holds: bool = False

    @property
    def height(self) -> float:
        return self.size

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        self.paint(sheet, x, top)

    @property
    def clings(self) -> bool:
        return self.holds


class Setter:
    """Sets text in the bundled font."""

    def __init__(self, advance: Advance) -> None:
        self._advance = advance

    def text(
        self, text: str | Sequence[Run], style: TextStyle, width: float, *, holds: bool = False
    ) -> TextBox:
        """A paragraph of the given width."""
        runs = (Run(text=text.rstrip()),) if isinstance(text, str) else text
        if style.bold:
            runs = [replace(run, bold=True) for run in runs]
        setting = Setting(
            advance=self._advance,
            size=style.size,
            width=width,
            align=style.align,
            tracking=style.tracking,
        )
        return TextBox(set_lines(runs, setting), style, holds)
