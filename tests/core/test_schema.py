"""Records, tables and the codec tell the same story."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor_app.domain import RECORD_TYPES, Attendance, Record
from auditor_app.domain.plain import (
    canonical,
    field_names,
    flat,
    from_plain,
    from_row,
    table_of,
    to_plain,
    to_row,
)
from auditor_app.storage.database import Database
from auditor_app.storage.schema import create_statements
from tests.core.builders import Clock, a_database

texts = st.text(max_size=8).filter(lambda text: "\x00" not in text)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = a_database(tmp_path / "v.db", clock=Clock())
    yield database
    database.close()


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_record_has_its_columns(kind: type[Record], database: Database) -> None:
    columns = {column.name for column in database.tables.table(table_of(kind)).columns}
    assert columns == set(field_names(kind))


def test_the_generated_schema_is_current() -> None:
    shipped = Path(__file__).parents[2] / "data" / "schema.sql"
    assert shipped.read_text(encoding="utf-8") == ";\n".join(create_statements()) + ";\n"


def strategies() -> st.SearchStrategy[Record]:
    st.register_type_strategy(str, texts)
    st.register_type_strategy(datetime, moments)
    st.register_type_strategy(date, st.dates())
    st.register_type_strategy(Decimal, st.decimals(0, 100, places=1))
    st.register_type_strategy(int, st.integers(-(2**53), 2**53))
    return st.one_of([st.builds(kind) for kind in RECORD_TYPES])


@given(st.deferred(strategies))
def test_a_record_survives_the_codec(record: Record) -> None:
    plain = to_plain(record)
    assert from_plain(type(record), plain) == record
    assert from_row(type(record), to_row(plain)) == record
    assert canonical(plain)


@pytest.mark.parametrize("value", [1.5, object(), {"a": 1}, [1], b"x"])
def test_what_has_no_exact_form_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        flat(value)


def test_a_float_inside_a_value_is_refused() -> None:
    with pytest.raises(TypeError):
        canonical(["a", 1.5])


@pytest.mark.parametrize(
    "changes",
    [{"role": "nobody"}, {"name": 7}, {"signed_at": "yesterday"}, {"strokes": "x"}],
)
def test_a_value_of_another_kind_is_refused(changes: dict[str, Any]) -> None:
    plain = {"id": "1", "made_at": "2026-01-01T00:00:00+00:00", "meeting_id": "m"}
    good = {**plain, "name": "李敏", "role": "leader"}
    from_plain(Attendance, good)
    with pytest.raises((TypeError, ValueError)):
        from_plain(Attendance, {**good, **changes})


def test_an_absent_required_field_is_named() -> None:
    with pytest.raises(KeyError, match="name"):
        from_plain(Attendance, {"id": "1", "made_at": "2026-01-01T00:00:00+00:00"})


def test_choices_are_words() -> None:
    choices = [v for k in RECORD_TYPES for v in k.__annotations__.values() if isinstance(v, type)]
    enums = [one for one in choices if issubclass(one, StrEnum)]
    assert enums
    assert all(isinstance(member.value, str) for one in enums for member in one)
