"""Lines of the journal: written once, chained by hash, sealed by the device.

A line is canonical JSON: `{"audit","by","dev","hlc","ops","prev","seq","v"}`. Each pair of audit
and device has its own chain: `seq` counts 1, 2, 3 and `prev` is the SHA-256 of the line before.
An op is `[entity, id, field, value, [parents]]`; its version id is `dev.seq.index`. The parents
are the versions the author saw and replaced, so two people who replace the same one are both kept.
A deletion is a version of the field `_gone`: its value lists the versions the deleter had seen, so
that an edit unknown to the deleter keeps the record alive; null takes the deletion back.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from auditor_app.domain.plain import encoded
from auditor_app.errors import Damaged, NewerVersion

VERSION = 1
GONE = "_gone"
SEAL = "seal"
START = ""
LONGEST_LINE = 8 * 1024 * 1024
LARGEST = 2**63 - 1

_FIELDS = {"audit", "by", "dev", "hlc", "ops", "prev", "seq", "v"}
_DEVICE = re.compile(r"[0-9a-f]{24}")
_ID = re.compile(r"[0-9a-f]{1,64}")
_AUDIT = re.compile(r"([0-9a-f]{1,64})?")
_HASH = re.compile(r"([0-9a-f]{64})?")
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,63}")
_VERSION_ID = re.compile(r"[0-9a-f]{24}\.[1-9][0-9]{0,18}\.[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Op:
    """One version of one field of one record; `value` is plain."""

    entity: str
    id: str
    field: str
    value: Any
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A parsed line; `text` are its bytes without the line feed."""

    audit: str
    by: str
    dev: str
    hlc: int
    ops: tuple[Op, ...]
    prev: str
    seq: int
    text: bytes

    @property
    def hash(self) -> str:
        """SHA-256 of the bytes, hex; not noted, since most lines are read without asking it."""
        return sha256(self.text).hexdigest()

    def version(self, index: int) -> str:
        """The version id of the op at `index`."""
        return f"{self.dev}.{self.seq}.{index}"

    @property
    def is_seal(self) -> bool:
        """Whether the line seals the chain before it."""
        return len(self.ops) == 1 and self.ops[0].entity == SEAL


@dataclass(frozen=True, slots=True)
class Tip:
    """Where a chain ends: `seq` 0 and an empty hash before its first line."""

    seq: int = 0
    hash: str = START
    hlc: int = 0


def write_line(*, audit: str, by: str, dev: str, hlc: int, ops: Sequence[Op], tip: Tip) -> Line:
    """The next line of a chain after `tip`."""
    body = {
        "audit": audit,
        "by": by,
        "dev": dev,
        "hlc": hlc,
        "ops": [[op.entity, op.id, op.field, op.value, list(op.parents)] for op in ops],
        "prev": tip.hash,
        "seq": tip.seq + 1,
        "v": VERSION,
    }
    text = encoded(body)
    return Line(
        audit=audit,
        by=by,
        dev=dev,
        hlc=hlc,
        ops=tuple(ops),
        prev=tip.hash,
        seq=tip.seq + 1,
        text=text,
    )


def read_line(text: bytes) -> Line:
    """A line from outside. Raises Damaged for anything that is not exactly one canonical line."""
    body = _parse(text)
    if body.get("v") != VERSION or isinstance(body["v"], bool):
        if isinstance(body.get("v"), int) and body["v"] > VERSION:
            raise NewerVersion(
                "记录由更新版本的程序写成，本程序不能读取，未作任何改动。请先升级程序。"
            )
        raise _bad("版本")
    _check_head(body)
    ops = tuple(_read_op(op) for op in body["ops"])
    if not ops:
        raise _bad("空记录")
    return Line(
        audit=body["audit"],
        by=body["by"],
        dev=body["dev"],
        hlc=body["hlc"],
        ops=ops,
        prev=body["prev"],
        seq=body["seq"],
        text=text,
    )


def load_line(text: bytes) -> Line:
    """A line of our own database, already checked when it came in: only parsed."""
    body = _load(text.decode())
    return Line(
        audit=body["audit"],
        by=body["by"],
        dev=body["dev"],
        hlc=body["hlc"],
        ops=tuple([Op(e, i, f, v, tuple(p)) for e, i, f, v, p in body["ops"]]),
        prev=body["prev"],
        seq=body["seq"],
        text=text,
    )


def _parse(text: bytes) -> dict[str, Any]:
    if len(text) > LONGEST_LINE:
        raise _bad("行过长")
    try:
        body = _load_exactly(text.decode())
        same = isinstance(body, dict) and encoded(body) == text
    except RecursionError as error:
        raise _bad("嵌套过深") from error
    except (ValueError, TypeError) as error:
        raise _bad("不是规范格式") from error
    if not same or b"\\u0000" in text:
        raise _bad("不是规范格式")
    return dict(body)


def _no_float(text: str) -> Any:
    raise ValueError(text)


_load = json.JSONDecoder().decode
_load_exactly = json.JSONDecoder(parse_float=_no_float, parse_constant=_no_float).decode


def _check_head(body: dict[str, Any]) -> None:
    if body.keys() != _FIELDS:
        raise _bad("字段")
    shapes = (
        ("audit", _AUDIT),
        ("dev", _DEVICE),
        ("prev", _HASH),
    )
    for name, shape in shapes:
        if not isinstance(body[name], str) or not shape.fullmatch(body[name]):
            raise _bad(f"字段 {name}")
    for name in ("hlc", "seq"):
        if type(body[name]) is not int or not 0 < body[name] <= LARGEST:
            raise _bad(f"字段 {name}")
    if not isinstance(body["by"], str) or not isinstance(body["ops"], list):
        raise _bad("字段")
    if (body["seq"] == 1) != (body["prev"] == START):
        raise _bad("字段 prev")


def _read_op(op: Any) -> Op:
    match op:
        case [str(entity), str(ident), str(field), value, list(parents)] if (
            _NAME.fullmatch(entity)
            and _ID.fullmatch(ident)
            and _NAME.fullmatch(field)
            and len(parents) <= 1000  # noqa: PLR2004 - more candidates than any conflict has
            and all(isinstance(one, str) and _VERSION_ID.fullmatch(one) for one in parents)
        ):
            return Op(entity, ident, field, value, tuple(parents))
    raise _bad("操作")


def _bad(what: str) -> Damaged:
    return Damaged(f"记录行不符合格式（{what}）。没有写入任何数据；请向发件人索取完好的文件。")
