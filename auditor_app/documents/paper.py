"""What a document says, before anybody decides how it looks: a frozen tree of plain values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar, cast

from auditor_app.domain import Stroke

T = TypeVar("T")


class Tone(StrEnum):
    """What a colour is to say."""

    PLAIN = "plain"
    GOOD = "good"
    NOTICE = "notice"
    WARNING = "warning"
    BAD = "bad"
    MUTED = "muted"


class Side(StrEnum):
    """How the text of a column stands."""

    LEFT = "left"
    CENTER = "center"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph; a newline starts the next one."""

    text: str
    label: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A named value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Named values in rows of one or two."""

    rows: tuple[tuple[Field, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pill:
    """A short word on a coloured ground."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """A signature: pen strokes, or the name as typed with the reason why."""

    strokes: tuple[Stroke, ...] = ()
    typed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """Text with a smaller line of detail below it."""

    text: str
    detail: str


CellValue = str | Pill | Ink | Noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's title and its share of the width."""

    title: str
    share: int
    side: Side = Side.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row across the whole table that names the rows below it."""

    title: str
    clause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under column titles."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[CellValue, ...] | Band, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A number that matters."""

    value: str
    label: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """Numbers side by side."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One photo: `sha256` is that of the untouched original."""

    sha256: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Photos:
    """Photos in a grid of so many columns."""

    photos: tuple[Photo, ...]
    columns: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One box of a list, ticked or not."""

    text: str
    is_ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """A row of boxes, named on the left when `label` is given."""

    checks: tuple[Check, ...]
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs as what, and when."""

    role: str
    name: str
    ink: Ink
    note: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """Signature fields side by side."""

    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Integrity:
    """What proves the record: `code` is what the QR code says."""

    title: str
    lines: tuple[str, ...]
    code: str


Leaf = Text | Fields | Table | Tiles | Photos | Checks | Signatures | Integrity


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed part; `clause` is where the rulebook asks for it."""

    title: str
    clause: str = ""
    number: str = ""
    nodes: tuple["Leaf | Section", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A numbered part of a form, with who fills it in."""

    title: str
    number: str
    note: str = ""
    nodes: tuple[Leaf, ...] = ()


Node = Leaf | Section | Panel


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands at the edges of every page."""

    body_name: str
    body_name_en: str
    title: str
    title_en: str
    number: str
    form: str
    secrecy: str = "保密：未经书面许可不得部分复制"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page of a report."""

    subtitle: str
    client_label: str
    client: str
    fields: Fields
    integrity: Integrity


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole document. `missing` names what the rulebook asks for and the facts do not give."""

    head: Head
    nodes: tuple[Node, ...]
    cover: Cover | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent(Paper):
    """An audit report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigninContent(Paper):
    """The sign-in sheet of a visit's meetings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NonconformityContent(Paper):
    """The report of one nonconformity."""


def strings(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a tree with the name of the place it stands in, in the order it is read."""
    match value:
        case StrEnum():
            return
        case str():
            yield field, value
        case tuple():
            for one in value:
                yield from strings(one, field)
        case Table():
            yield from _table_strings(value, field)
        case _:
            yield from _member_strings(value, field)


def _member_strings(value: object, field: str) -> Iterator[tuple[str, str]]:
    place = _place(value, field)
    for member in _members(value):
        if member not in _UNPRINTED:
            yield from strings(getattr(value, member), place)


def _members(value: object) -> tuple[str, ...]:
    if not is_dataclass(value):
        return ()
    return tuple(field.name for field in fields(value))


def remade(value: T, change: Callable[[str], str]) -> T:
    """The same tree with every printed text changed."""
    made: Any = value
    if isinstance(value, str) and not isinstance(value, StrEnum):
        made = change(value)
    elif isinstance(value, tuple):
        made = tuple(remade(one, change) for one in value)
    elif is_dataclass(value):
        members = (name for name in _members(value) if name not in _UNPRINTED)
        changed = {name: remade(getattr(value, name), change) for name in members}
        made = replace(cast(Any, value), **changed)
    return cast(T, made)


def plain(value: Any) -> Any:
    """The tree as JSON can say it: what is attached to the PDF."""
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case tuple():
            return [plain(one) for one in value]
    named = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return {"kind": type(value).__name__, **named}


def _table_strings(table: Table, field: str) -> Iterator[tuple[str, str]]:
    outer = field.partition(" · ")[0]
    for column in table.columns:
        yield field, column.title
    for row in table.rows:
        if isinstance(row, Band):
            yield from strings(row, field)
            continue
        for column, cell in zip(table.columns, row, strict=True):
            yield from strings(cell, f"{outer} · {column.title}" if outer else column.title)


_UNPRINTED = frozenset({"sha256", "code", "strokes", "missing"})


def _place(value: object, field: str) -> str:
    """`审核组 · 姓名`: section and label, as the user knows them."""
    name = getattr(value, "label", "") or getattr(value, "title", "")
    if not isinstance(name, str) or not name or isinstance(value, Table | Photo | Band):
        return field
    outer = field.partition(" · ")[0] if isinstance(value, Section | Panel) else field
    return f"{outer} · {name}" if outer and not isinstance(value, Section) else name
