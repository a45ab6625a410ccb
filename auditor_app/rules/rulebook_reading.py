"""A rulebook's tables read into its parts."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from re import fullmatch
from typing import Final

from auditor_app.domain.audit import VisitKind
from auditor_app.domain.meeting import AttendeeRole, MeetingKind
from auditor_app.rules.rulebook_parts import (
    Actor,
    Anomaly,
    ChecklistItem,
    Clause,
    ClauseKind,
    ClauseNumber,
    DayType,
    Entry,
    MeetingRole,
    Parameter,
    ParameterKind,
    Phase,
    Risk,
    RiskCategory,
    Rulebook,
    Start,
    TimeReference,
    TimeRow,
    Unit,
)
from auditor_app.rules.standard import EvidenceKind
from auditor_app.rules.tables import Table

_HEAD: Final = (
    "key", "name", "body", "document_number", "edition", "issued", "valid_from", "valid_to",
    "standard", "seed", "seed_sha256", "note", "checklist_includes", "checklist",
    "report_content", "plan_content", "meeting_role", "list", "parameter", "audit_time",
    "risk_category", "anomaly", "clause",
)  # fmt: skip
_NEVER: Final = date.min  # stands for a date that is missing: the problem is noted already
_WORDS: Final = {
    ParameterKind.CHOICE: "choice",
    ParameterKind.SET: "members",
    ParameterKind.TEXT: "text",
}
_DAY_TYPES: Final = {
    Unit.MONTH: DayType.MONTH,
    Unit.YEAR: DayType.MONTH,
    Unit.WORKING_DAY: DayType.WORKING,
    Unit.CALENDAR_DAY: DayType.CALENDAR,
    Unit.DAY_OF_NEXT_MONTH: DayType.FIXED,
}


class _Compare(StrEnum):
    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"


def read_rulebook(file: Table, sha256: str) -> Rulebook:
    """The rulebook of a file; whatever is wrong with a field is noted in the file's problems."""
    file.knows(*_HEAD)
    audit_time = file.table("audit_time")
    audit_time.knows("source", "printed", "clause", "rows")
    return Rulebook(
        key=file.text("key"),
        name=file.text("name"),
        body=file.text("body"),
        document_number=file.text("document_number"),
        edition=file.text("edition"),
        issued=file.day("issued") or _NEVER,
        valid_from=file.day("valid_from") or _NEVER,
        valid_to=file.day("valid_to", optional=True),
        standard=file.text("standard"),
        seed=file.text("seed"),
        seed_sha256=_sha256(file),
        note=file.text("note", optional=True),
        sha256=sha256,
        audit_time_source=audit_time.text("source"),
        audit_time_clause=audit_time.text("clause"),
        is_audit_time_printed=audit_time.flag("printed"),
        clauses=tuple(_clause(table) for table in file.tables("clause")),
        report_contents=tuple(_entry(table) for table in file.tables("report_content")),
        plan_contents=tuple(_entry(table) for table in file.tables("plan_content")),
        meeting_roles=tuple(_role(table) for table in file.tables("meeting_role")),
        audit_time=tuple(_row(table) for table in audit_time.tables("rows")),
        risk_categories=tuple(_risk(t) for t in file.tables("risk_category", optional=True)),
        anomalies=tuple(_anomaly(table) for table in file.tables("anomaly")),
        checklists=_checklists(file.table("checklist")),
        checklist_includes=_includes(file.table("checklist_includes")),
        lists=_lists(file.table("list")),
        parameters=_parameters(file.table("parameter")),
    )


def _sha256(file: Table) -> str:
    value = file.text("seed_sha256")
    if value and not fullmatch(r"[0-9a-f]{64}", value):
        file.note("seed_sha256", "64 位十六进制数", value)
    return value


def _clause(table: Table) -> Clause:
    table.knows("id", "gist", "kind", "phase", "actor", "numbers", "flags")
    return Clause(
        id=table.text("id"),
        gist=table.text("gist"),
        kind=table.choice("kind", ClauseKind) or ClauseKind.INFORMATION,
        phase=table.choice("phase", Phase) or Phase.GENERAL,
        actor=table.choice("actor", Actor) or Actor.OFFICE,
        numbers=tuple(_number(number) for number in table.tables("numbers", optional=True)),
        flags=table.texts("flags"),
    )


def _number(table: Table) -> ClauseNumber:
    table.knows("value", "unit", "compare", "meaning", "from")
    return ClauseNumber(
        value=table.fraction("value"),
        unit=table.choice("unit", Unit) or Unit.ITEM,
        compare=table.choice("compare", _Compare) or "",
        meaning=table.text("meaning"),
        start=table.choice("from", Start) if "from" in table else None,
    )


def _checklists(table: Table) -> dict[str, tuple[ChecklistItem, ...]]:
    table.knows(*VisitKind)
    return {kind: tuple(_item(item) for item in table.tables(kind)) for kind in table.names}


def _includes(table: Table) -> dict[str, str]:
    table.knows(*VisitKind)
    return {kind: table.text(kind) for kind in table.names}


def _item(table: Table) -> ChecklistItem:
    table.knows(
        "key", "prompt", "look_at", "sample", "standard_clauses", "evidence",
        "site_dependent", "flags",
    )  # fmt: skip
    evidence = table.choices("evidence", EvidenceKind)
    if not evidence:
        table.note("evidence", "至少一种证据", evidence)
    return ChecklistItem(
        key=table.text("key"),
        prompt=table.text("prompt"),
        look_at=table.text("look_at"),
        sample=table.text("sample", optional=True),
        standard_clauses=table.texts("standard_clauses"),
        evidence=evidence,
        site_dependent=table.flag("site_dependent"),
        flags=table.texts("flags"),
    )


def _lists(table: Table) -> dict[str, tuple[Entry, ...]]:
    return {name: tuple(_entry(entry) for entry in table.tables(name)) for name in table.names}


def _entry(table: Table) -> Entry:
    table.knows(
        "key", "clause", "title", "hint", "required", "printed", "needs_document",
        "may_be_not_applicable", "visits", "flags",
    )  # fmt: skip
    return Entry(
        key=table.text("key"),
        clause=table.text("clause"),
        title=table.text("title"),
        hint=table.text("hint", optional=True),
        required=table.flag("required", default=True),
        is_printed=table.flag("printed", default=True),
        needs_document=table.flag("needs_document"),
        may_be_not_applicable=table.flag("may_be_not_applicable"),
        visits=table.choices("visits", VisitKind),
        flags=table.texts("flags"),
    )


def _role(table: Table) -> MeetingRole:
    table.knows("role", "title", "clause", "meetings", "required", "flags")
    return MeetingRole(
        role=table.choice("role", AttendeeRole) or AttendeeRole.OTHER,
        title=table.text("title"),
        clause=table.text("clause"),
        meetings=table.choices("meetings", MeetingKind),
        required=table.flag("required", default=True),
        flags=table.texts("flags"),
    )


def _parameters(table: Table) -> dict[str, Parameter]:
    return {code: _parameter(table.table(code), code) for code in table.names}


def _parameter(table: Table, code: str) -> Parameter:
    table.knows(
        "title", "n_p", "kind", "clauses", "value", "unit", "from", "from_printed", "day_type",
        "strict", "choice", "members", "text", "flags",
    )  # fmt: skip
    is_silent = table.flag("n_p")
    kind = None if is_silent else table.choice("kind", ParameterKind)
    unit = table.choice("unit", Unit) if "unit" in table else None
    _check_value(table, kind)
    _check_day_type(table, unit)
    return Parameter(
        code=code,
        title=table.text("title"),
        kind=kind,
        is_printed=not is_silent,
        clauses=table.texts("clauses", some=not is_silent),
        value=_value(table, unit) if "value" in table else None,
        unit=unit,
        start=table.choice("from", Start) if "from" in table else None,
        is_start_printed=table.flag("from_printed", default=True),
        day_type=table.choice("day_type", DayType) if "day_type" in table else None,
        strict=table.flag("strict"),
        choice=table.text("choice", optional=True),
        members=table.texts("members"),
        text=table.text("text", optional=True),
        flags=table.texts("flags"),
    )


def _check_value(table: Table, kind: ParameterKind | None) -> None:
    """Each kind has its own fields and no others: a silent rulebook has no value at all."""
    wanted: set[str] = set()
    if kind is not None:
        wanted = {_WORDS[kind]} if kind in _WORDS else {"value", "unit"}
    for name in sorted(wanted):
        if name not in table:
            table.note(name, f"{kind} 须有此字段", None)
    for name in sorted({"value", "unit", "choice", "members"} - wanted):
        if name in table:
            table.note(name, f"{kind or 'n_p'} 不应有此字段", name)


def _check_day_type(table: Table, unit: Unit | None) -> None:
    """Time is never counted by guess: every unit of time says how its days are counted."""
    wanted = _DAY_TYPES.get(unit) if unit else None
    found = table.text("day_type", optional=True)
    if found != (wanted or ""):
        table.note("day_type", wanted or "无此字段", found or None)


def _value(table: Table, unit: Unit | None) -> Fraction:
    value = table.fraction("value")
    if unit is Unit.RATIO and not 0 < value <= 1:
        table.note("value", "大于 0 且不超过 1 的比例", str(value))
    if unit is not Unit.RATIO and (value.denominator != 1 or value < 1):
        table.note("value", "正整数", str(value))
    return value


def _row(table: Table) -> TimeRow:
    table.knows("printed", "people", "days", "flags", "reference")
    people = _people(table, 1, 2)
    days = _days(table, is_open=len(people) == 1)
    return TimeRow(
        printed=table.text("printed"),
        low=people[0],
        high=people[1] if len(people) > 1 else None,
        days=days,
        references=tuple(_reference(t) for t in table.tables("reference", optional=True)),
        flags=table.texts("flags"),
    )


def _reference(table: Table) -> TimeReference:
    table.knows("people", "days")
    low, high = _people(table, 2)
    return TimeReference(low=low, high=high, days=_days(table))


def _people(table: Table, *lengths: int) -> tuple[int, ...]:
    people = table.wholes("people")
    if len(people) not in lengths or list(people) != sorted(people):
        table.note("people", "人数下限与上限", list(people))
        return (1, 1)
    return people


def _days(table: Table, *, is_open: bool = False) -> tuple[Decimal, ...]:
    """High, medium, low in half days; a row without an upper end prints no number."""
    days = table.decimals("days")
    if len(days) != (0 if is_open else len(Risk)):
        table.note("days", "高、中、低三个人日数，开口行为空", [str(day) for day in days])
        return ()
    if any(day * 2 % 1 or not day for day in days):
        table.note("days", "以半天为单位", [str(day) for day in days])
    return days


def _risk(table: Table) -> RiskCategory:
    table.knows("key", "title", "risk", "clause", "may_also_be", "flags")
    return RiskCategory(
        key=table.text("key"),
        title=table.text("title"),
        risk=table.choice("risk", Risk) or Risk.HIGH,
        clause=table.text("clause"),
        may_also_be=table.choices("may_also_be", Risk),
        flags=table.texts("flags"),
    )


def _anomaly(table: Table) -> Anomaly:
    table.knows("code", "text", "treatment", "clauses", "source")
    return Anomaly(
        code=table.text("code"),
        text=table.text("text"),
        treatment=table.text("treatment"),
        clauses=table.texts("clauses"),
        source=table.text("source", optional=True),
    )
