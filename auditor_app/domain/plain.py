"""Record <-> plain values: the only codec, for storage and exchange alike.

Plain values are what canonical JSON can say without a float: str, int, bool, None and lists of
these. Decimals, dates and times travel as text, tuples as lists.
"""

import json
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from auditor_app.domain.record import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")

Plain = dict[str, Any]


def _once(function: Callable[[type[Record]], T]) -> Callable[[type[Record]], T]:
    """Answer once per kind of record: kinds never change while the program runs."""
    return lru_cache(maxsize=None)(function)  # type: ignore[return-value]  # a class hashes


_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode

IMPLIED = ("id", "audit_id")
"""Fields the journal says by other means: the op names the id, the line names the audit."""


def canonical(value: Any) -> bytes:
    """The one way a value is written: sorted keys, no spaces, UTF-8, no floats.

    Raises TypeError for a value JSON cannot say exactly, ValueError for a lone surrogate.
    """
    return encoded(_exact(value))


def encoded(value: Any) -> bytes:
    """`canonical` for values that are plain already, as `flat` makes them: not looked at again."""
    return _encode(value).encode()


@_once
def table_of(kind: type[Record]) -> str:
    """`PlanSlot` -> `plan_slot`: the entity's name in journal, schema and packages."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def to_plain(record: Record) -> Plain:
    """Every field, defaults too."""
    return {name: flat(getattr(record, name)) for name in field_names(type(record))}


def from_plain(kind: type[R], plain: Mapping[str, Any]) -> R:
    """A record from plain values; absent fields take their default, unknown ones are ignored.

    Raises KeyError where a field without a default is absent, ValueError or TypeError where a
    value is not of its field's kind.
    """
    lifts = _lifts(kind)
    given = {name: lifts[name](plain[name]) for name in lifts if name in plain}
    missing = required_fields(kind) - given.keys()
    if missing:
        raise KeyError(*sorted(missing))
    return kind(**given)


@_once
def field_names(kind: type[Record]) -> tuple[str, ...]:
    """The record's fields in the order they were declared."""
    return tuple(f.name for f in fields(kind))


@_once
def required_fields(kind: type[Record]) -> frozenset[str]:
    """Fields without a fixed default: a record is whole when these are known."""
    return frozenset(f.name for f in fields(kind) if f.default is MISSING)


@_once
def plain_defaults(kind: type[Record]) -> Plain:
    """Plain values of the defaults that are the same for every record."""
    return {f.name: flat(f.default) for f in fields(kind) if f.default is not MISSING}


@_once
def column_types(kind: type[Record]) -> dict[str, type]:
    """Field -> int or str: how the projection's table keeps it (lists as JSON text)."""
    return {name: int if _bare(hint) in {int, bool} else str for name, hint in _hints(kind).items()}


def to_row(plain: Mapping[str, Any]) -> Plain:
    """Plain values -> a row of the projection's table."""
    return {
        name: _encode(value) if isinstance(value, list) else value for name, value in plain.items()
    }


def from_row(kind: type[R], row: Mapping[str, Any]) -> R:
    """A row of the projection's table -> the record."""
    hints = _hints(kind)
    return from_plain(
        kind,
        {
            name: json.loads(row[name]) if get_origin(_bare(hint)) is tuple else row[name]
            for name, hint in hints.items()
        },
    )


def flat(value: Any) -> Any:
    """One value -> its plain form. Raises TypeError for what has none (floats among them)."""
    match value:
        case None | bool():
            return value
        case StrEnum() | Decimal():
            return str(value)
        case str() | int():
            return value
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return [flat(one) for one in value]
    raise TypeError(f"no plain form: {type(value).__name__}")


def _exact(value: Any) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case list() | tuple():
            return [_exact(one) for one in value]
        case dict():
            return {key: _exact(one) for key, one in value.items()}
    raise TypeError(f"not exact: {type(value).__name__}")


@_once
def _hints(kind: type[Record]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: hints[name] for name in field_names(kind)}


@_once
def _lifts(kind: type[Record]) -> dict[str, Callable[[Any], Any]]:
    return {name: _lift(hint) for name, hint in _hints(kind).items()}


def _bare(hint: Any) -> Any:
    """The hint without `| None` and without its NewType."""
    if get_origin(hint) in {types.UnionType, Union}:
        hint = next(one for one in get_args(hint) if one is not type(None))
    return getattr(hint, "__supertype__", hint)


def _lift(hint: Any) -> Callable[[Any], Any]:
    bare = _bare(hint)
    lift = _lift_bare(bare)
    if bare is hint or getattr(hint, "__supertype__", None) is bare:
        return lift
    return lambda value: None if value is None else lift(value)


def _lift_bare(bare: Any) -> Callable[[Any], Any]:
    if get_origin(bare) is tuple:
        return _lift_tuple(get_args(bare))
    match bare:
        case _ if bare is bool:
            return lambda value: bool(_of(int, value))
        case _ if bare is datetime:
            return datetime.fromisoformat
        case _ if bare is date:
            return date.fromisoformat
        case _ if bare in {int, str}:
            return lambda value: _of(bare, value)
    return lambda value: bare(_of(str, value))


def _lift_tuple(inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(inner) == 2 and inner[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
        each = _lift(inner[0])
        return lambda value: tuple(each(one) for one in _of(list, value))
    lifts = [_lift(one) for one in inner]
    return lambda value: tuple(lift(one) for lift, one in zip(lifts, _of(list, value), strict=True))


def _of(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"{kind.__name__} expected, found {type(value).__name__}")
    return value
