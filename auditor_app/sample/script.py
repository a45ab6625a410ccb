"""The sample's script: shipped TOML tables, and records made from them."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, TypeVar

from auditor_app import places
from auditor_app.domain import Record, new_id
from auditor_app.domain.plain import from_plain, to_plain
from auditor_app.errors import FileTrouble

R = TypeVar("R", bound=Record)

Table = Mapping[str, Any]
"""One table of a script; its fields are those of a record unless the code reads them itself."""

SCRIPTS = ("hcr_initial", "hcr_initial_findings", "hcr_initial_photos", "hcr_initial_end")


@lru_cache(maxsize=1)
def script() -> Table:
    """The whole script of the sample audit, its files laid together."""
    whole: dict[str, Any] = {}
    for name in SCRIPTS:
        whole |= tomllib.loads(_read(name))
    return whole


def record(kind: type[R], table: Table, **given: object) -> R:
    """A record from the fields of a table that it knows, and from those given."""
    told = {"id": new_id()} | dict(table) | given
    plain = {name: _plain(value) for name, value in told.items()}
    return from_plain(kind, plain)


def revised(known: R, table: Table) -> R:
    """A record with the fields of a table in place of its own."""
    return from_plain(
        type(known), to_plain(known) | {name: _plain(value) for name, value in table.items()}
    )


def moment(table: Table, name: str) -> datetime:
    """A time of a table, in UTC."""
    value: datetime = table[name]
    return value.astimezone(UTC)


def texts(table: Table, name: str) -> tuple[str, ...]:
    """A list of texts of a table; empty where it is absent."""
    return tuple(table.get(name, ()))


def _read(name: str) -> str:
    path = places.data() / "samples" / f"{name}.toml"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileTrouble(f"程序文件缺失：{path.name}。没有建立示例；请重新安装程序。") from error


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case str():
            return str(value)
        case Sequence():
            return [_plain(one) for one in value]
    return value
