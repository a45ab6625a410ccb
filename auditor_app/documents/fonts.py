"""The two bundled faces, and what happens when they lack a character."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from auditor_app.errors import AuditorError

_MOST_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """Where the unpacked static TrueType files of the bundled font lie."""

    regular: Path
    bold: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A character that can't be printed, and where it stands."""

    char: str
    field: str
    text: str

    def __str__(self) -> str:
        return (
            f"“{_shown(self.char)}”（U+{ord(self.char):04X}），在“{self.field}”：{self.text[:40]}"
        )


class MissingGlyph(AuditorError):
    """Characters the bundled font lacks; `misses` holds every one of them."""

    def __init__(self, misses: Iterable[Miss]) -> None:
        self.misses = tuple(misses)
        named = "\n".join(f"· {miss}" for miss in self.misses[:_MOST_NAMED])
        more = len(self.misses) - _MOST_NAMED
        rest = f"\n……另有 {more} 处" if more > 0 else ""
        super().__init__(
            f"有 {len(self.misses)} 处文字用了字体中没有的字，文件没有生成，记录没有改动。"
            f"请把下列字改写后重试：\n{named}{rest}"
        )


def _shown(char: str) -> str:
    """The character itself where a screen may show it, else nothing: its number follows anyway."""
    return char if char.isprintable() else ""
