"""Shipped TOML read table by table: what is wrong is noted, and reading goes on."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from re import fullmatch
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)

_FRACTION = r"(0|[1-9]\d*)(/[1-9]\d*)?"
_DECIMAL = r"(0|[1-9]\d*)(\.\d+)?"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a shipped file: where, what was expected, what was found."""

    path: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.path}：应为{self.expected}，实为{self.found}"


class Table:
    """One TOML table; every `Table` of a file notes into the same list of problems.

    A field that is missing or wrong reads as an empty value, so that one reading finds all faults.
    """

    def __init__(self, content: object, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self._content: dict[str, object] = {}
        if isinstance(content, dict):
            self._content = content
        else:
            self.note("", "表", content)

    def __contains__(self, name: str) -> bool:
        return name in self._content

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of this table, in the order of the file."""
        return tuple(self._content)

    def knows(self, *names: str) -> None:
        """Note every field that is none of these: a slip of the pen must not pass unseen."""
        for name in sorted(self._content.keys() - set(names)):
            self.note(name, "已知的字段", name)

    def text(self, name: str, *, optional: bool = False) -> str:
        """A text, not blank unless optional."""
        value = self._content.get(name, "" if optional else None)
        if not isinstance(value, str) or not (optional or value.strip()):
            self.note(name, "非空文字", value)
            return ""
        return value

    def texts(self, name: str, *, some: bool = False) -> tuple[str, ...]:
        """A list of different texts, at least one if `some`."""
        value = self._content.get(name, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.note(name, "文字列表", value)
            return ()
        if len(set(value)) != len(value) or (some and not value):
            self.note(name, "互不相同且非空的列表", value)
        return tuple(value)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A yes or no."""
        value = self._content.get(name, default)
        if not isinstance(value, bool):
            self.note(name, "true 或 false", value)
        return value is True

    def day(self, name: str, *, optional: bool = False) -> date | None:
        """A date without time."""
        value = self._content.get(name)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None or not optional:
            self.note(name, "日期", value)
        return None

    def choice(self, name: str, of: type[Choice]) -> Choice | None:
        """One of the given choices."""
        value = self._content.get(name)
        if isinstance(value, str) and value in tuple(of):
            return of(value)
        self.note(name, f"取自 {'、'.join(of)}", value)
        return None

    def choices(self, name: str, of: type[Choice]) -> tuple[Choice, ...]:
        """Different ones of the given choices."""
        return tuple(of(v) for v in self.texts(name) if self._is_among(name, v, tuple(of)))

    def fraction(self, name: str) -> Fraction:
        """An exact number, written as text: "3/10" or "12"."""
        value = self._content.get(name)
        if isinstance(value, str) and fullmatch(_FRACTION, value):
            return Fraction(value)
        self.note(name, '写成文字的精确数（如 "3/10"）', value)
        return Fraction(0)

    def decimals(self, name: str) -> tuple[Decimal, ...]:
        """Exact decimals, written as texts: ["2.5", "3"]."""
        value = self._content.get(name)
        if isinstance(value, list) and all(
            isinstance(entry, str) and fullmatch(_DECIMAL, entry) for entry in value
        ):
            return tuple(Decimal(entry) for entry in value)
        self.note(name, '写成文字的精确小数列表（如 "2.5"）', value)
        return ()

    def wholes(self, name: str) -> tuple[int, ...]:
        """Whole numbers above zero."""
        value = self._content.get(name)
        if isinstance(value, list) and all(type(entry) is int and entry > 0 for entry in value):
            return tuple(value)
        self.note(name, "正整数列表", value)
        return ()

    def table(self, name: str) -> "Table":
        """The table of this name below this one."""
        return Table(self._content.get(name), _joined(self.path, name), self.problems)

    def tables(self, name: str, *, optional: bool = False) -> tuple["Table", ...]:
        """The list of tables of this name, at least one unless optional."""
        value = self._content.get(name, [] if optional else None)
        if not isinstance(value, list) or not (value or optional):
            self.note(name, "至少一项的表列表", value)
            return ()
        path = _joined(self.path, name)
        return tuple(
            Table(content, f"{path}[{index}]", self.problems)
            for index, content in enumerate(value, start=1)
        )

    def note(self, name: str, expected: str, found: object) -> None:
        """Note a problem of one field, or of the table itself if the name is ""."""
        shown = "缺失" if found is None else repr(found)
        self.problems.append(Problem(_joined(self.path, name), expected, shown))

    def _is_among(self, name: str, value: str, known: Collection[str]) -> bool:
        if value not in known:
            self.note(name, f"取自 {'、'.join(known)}", value)
        return value in known


def opened(text: str, problems: list[Problem]) -> Table:
    """The whole file as a table; one that is no TOML reads as empty, with that one problem."""
    try:
        return Table(tomllib.loads(text), "", problems)
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem("TOML", "合乎 TOML 语法", str(error)))
        return Table({}, "", problems)


def _joined(path: str, name: str) -> str:
    return ".".join(part for part in (path, name) if part)
