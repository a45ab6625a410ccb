"""Lines of the journal: canonical, chained, and refused when they are anything else."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor_app.domain.plain import canonical
from auditor_app.errors import Damaged, NewerVersion
from auditor_app.storage.journal import Line, Op, Tip, load_line, read_line, write_line

DEV = "a" * 24

plain_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text().filter(lambda text: "\x00" not in text),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=8,
)


def a_line(value: object = "记录", tip: Tip | None = None) -> Line:
    op = Op("answer", "0f", "note", value, ())
    return write_line(audit="ab", by="李敏", dev=DEV, hlc=1 << 20, ops=[op], tip=tip or Tip())


def body(**changes: object) -> bytes:
    return canonical(json.loads(a_line().text) | changes)


@given(plain_values)
def test_a_line_reads_back_as_it_was_written(value: object) -> None:
    line = a_line(value)
    assert read_line(line.text) == line == load_line(line.text)
    assert line.hash == sha256(line.text).hexdigest()


def test_lines_chain_by_hash() -> None:
    first = a_line()
    second = a_line(tip=Tip(1, first.hash, first.hlc))
    assert (second.seq, second.prev) == (2, first.hash)


def test_a_newer_line_is_refused_politely() -> None:
    with pytest.raises(NewerVersion):
        read_line(body(v=2))


OPS = [["answer", "0f", "note", "x", []]]

HOSTILE = {
    "duplicate keys": body().replace(b'"by":', b'"by":"x","by":', 1),
    "a space": body().replace(b":", b": ", 1),
    "an escape": body().replace("李".encode(), b"\\u674e"),
    "NaN": body(hlc=7).replace(b":7,", b":NaN,"),
    "infinity by exponent": body(hlc=7).replace(b":7,", b":1e999,"),
    "a float": body(hlc=7).replace(b":7,", b":7.0,"),
    "a byte order mark": b"\xef\xbb\xbf" + body(),
    "a lone surrogate": body().replace("李".encode(), b"\\ud800"),
    "a raw surrogate": body().replace("李".encode(), b"\xed\xa0\x80"),
    "NUL in text": body(by="a\x00b"),
    "nested brackets": b"[" * 100_000,
    "nested in a value": body().replace('"记录"'.encode(), b"[" * 9_000 + b"]" * 9_000),
    "a million digits": body(hlc=7).replace(b":7,", b":" + b"9" * 1_000_000 + b","),
    "an endless line": b'{"a":"' + b"x" * (9 << 20) + b'"}',
    "100,000 parents": body(ops=[["answer", "0f", "note", "x", [f"{DEV}.1.0"] * 100_000]]),
    "a writer who is a number": body(by=7),
    "operations by name": body(ops={}),
    "seq true": body(seq=True),
    "seq zero": body(seq=0),
    "seq too large": body(seq=2**63),
    "hlc as text": body(hlc="7"),
    "a Cyrillic letter in the device": body(dev="а" + DEV[1:]),
    "quotes in an id": body(ops=[["answer", "0'; DROP TABLE head;--", "note", "x", []]]),
    "a table name with a quote": body(ops=[["answer]", "0f", "note", "x", []]]),
    "a parent that is none": body(ops=[["answer", "0f", "note", "x", ["1.2"]]]),
    "no ops": body(ops=[]),
    "an extra field": body(extra=1),
    "a missing field": canonical({k: v for k, v in json.loads(body()).items() if k != "by"}),
    "a start with a predecessor": body(prev="0" * 64),
    "a later line without one": body(seq=2),
    "a list": canonical([1]),
    "nothing": b"",
    "version true": body(v=True),
    "a dictionary as op": body(ops=[{"entity": "answer"}]),
    "five fields too few": body(ops=[["answer", "0f", "note", "x"]]),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_line_that_is_no_line_is_refused(text: bytes) -> None:
    with pytest.raises(Damaged):
        read_line(text)


def test_the_good_control_passes() -> None:
    assert read_line(body(ops=OPS)).ops == (replace(a_line("x").ops[0]),)
