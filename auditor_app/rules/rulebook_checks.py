"""What must hold between the parts of a rulebook."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from re import fullmatch
from typing import Final

from auditor_app.rules.rulebook_parts import Entry, Rulebook, TimeRow
from auditor_app.rules.standard import is_within
from auditor_app.rules.tables import Problem

_STANDARD_CLAUSE: Final = r"([4-9]|10)(\.[1-9]){0,3}"
_LIST_NAME: Final = r"[a-z][a-z_]*"
_PARAMETER_CODE: Final = r"P\d{2,3}[b-z]?"

LEAVES: Final = (
    "4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "5.4",
    "6.1.1", "6.1.2.1", "6.1.2.2", "6.1.2.3", "6.1.3", "6.1.4", "6.2.1", "6.2.2",
    "7.1", "7.2", "7.3", "7.4.1", "7.4.2", "7.4.3", "7.5.1", "7.5.2", "7.5.3",
    "8.1.1", "8.1.2", "8.1.3", "8.1.4.1", "8.1.4.2", "8.1.4.3", "8.2",
    "9.1.1", "9.1.2", "9.2.1", "9.2.2", "9.3", "10.1", "10.2", "10.3",
)  # fmt: skip
"""The lowest clauses of GB/T 45001-2020: stage 2 leaves none of them out."""


def problems_of(rulebook: Rulebook) -> Iterator[Problem]:
    """Everything wrong between the parts; each part in itself was checked when it was read."""
    yield from _tree_problems(rulebook)
    yield from _checklist_problems(rulebook)
    yield from _coverage_problems(rulebook)
    yield from _name_problems(rulebook)
    yield from _clause_problems(rulebook)
    yield from _flag_problems(rulebook)
    yield from _table_problems(rulebook.audit_time)
    if rulebook.valid_to is not None and rulebook.valid_to < rulebook.valid_from:
        yield Problem("valid_to", f"不早于 {rulebook.valid_from}", str(rulebook.valid_to))


def _tree_problems(rulebook: Rulebook) -> Iterator[Problem]:
    ids = [clause.id for clause in rulebook.clauses]
    yield from _repeated("clause", ids)
    for clause in rulebook.clauses:
        if clause.parent and clause.parent not in ids:
            yield Problem(f"clause {clause.id}", "上级条款已列出", f"缺 {clause.parent}")


def _checklist_problems(rulebook: Rulebook) -> Iterator[Problem]:
    for kind, items in rulebook.checklists.items():
        yield from _repeated(f"checklist.{kind}", (item.key for item in items))
        for item in items:
            for clause in item.standard_clauses:
                if not fullmatch(_STANDARD_CLAUSE, clause):
                    yield Problem(f"checklist.{kind} {item.key}", "标准条款 4～10", clause)
    for kind, included in rulebook.checklist_includes.items():
        if included not in rulebook.checklists or included == kind:
            yield Problem(f"checklist_includes.{kind}", "另一份已有的检查表", included)


def _coverage_problems(rulebook: Rulebook) -> Iterator[Problem]:
    own = [c for item in rulebook.checklists.get("stage2", ()) for c in item.standard_clauses]
    for leaf in LEAVES:
        if not any(is_within(leaf, clause) for clause in own):
            yield Problem("checklist.stage2", "覆盖标准的每个条款", f"缺 {leaf}")


def _name_problems(rulebook: Rulebook) -> Iterator[Problem]:
    for path, entries in _entry_lists(rulebook):
        yield from _repeated(path, (entry.key for entry in entries))
    yield from _repeated("meeting_role", (role.role for role in rulebook.meeting_roles))
    yield from _repeated("risk_category", (category.key for category in rulebook.risk_categories))
    yield from _repeated("anomaly", (anomaly.code for anomaly in rulebook.anomalies))
    for name in rulebook.lists:
        if not fullmatch(_LIST_NAME, name):
            yield Problem(f"list.{name}", "小写字母与下划线", name)
    for code in rulebook.parameters:
        if not fullmatch(_PARAMETER_CODE, code):
            yield Problem(f"parameter.{code}", "如 P05、P06b", code)


def _clause_problems(rulebook: Rulebook) -> Iterator[Problem]:
    known = {clause.id for clause in rulebook.clauses}
    for path, clauses in _clauses_named(rulebook):
        for clause in clauses:
            if clause not in known:
                yield Problem(path, "规则中有的条款", clause)


def _flag_problems(rulebook: Rulebook) -> Iterator[Problem]:
    known = {anomaly.code for anomaly in rulebook.anomalies}
    for path, flags in _flags_used(rulebook):
        for flag in flags:
            if flag not in known:
                yield Problem(path, "已列出的异常", flag)


def _table_problems(rows: tuple[TimeRow, ...]) -> Iterator[Problem]:
    """Misprints stay, but none unflagged: rows join without gap, days never sink."""
    for row in rows:
        is_ordered = list(row.days) == sorted(row.days, reverse=True)
        if not (row.flags or (is_ordered and row.high is not None)):
            yield Problem(f"audit_time {row.printed}", "高≥中≥低，或带异常标记", str(row.days))
    for above, below in pairwise(rows):
        if above.flags or below.flags:
            continue
        path = f"audit_time {below.printed}"
        if not _joins(above, below):
            yield Problem(path, "与上一行相接，或带异常标记", above.printed)
        if not _rises(above, below):
            yield Problem(path, "不少于上一行，或带异常标记", above.printed)


def _joins(above: TimeRow, below: TimeRow) -> bool:
    return above.high is not None and below.low == above.high + 1


def _rises(above: TimeRow, below: TimeRow) -> bool:
    return all(up <= down for up, down in zip(above.days, below.days, strict=False))


def _entry_lists(rulebook: Rulebook) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    yield "report_content", rulebook.report_contents
    yield "plan_content", rulebook.plan_contents
    for name, entries in rulebook.lists.items():
        yield f"list.{name}", entries


def _clauses_named(rulebook: Rulebook) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind, items in rulebook.checklists.items():
        yield from ((f"checklist.{kind} {item.key}", (item.key,)) for item in items)
    for path, entries in _entry_lists(rulebook):
        yield from ((f"{path} {entry.key}", (entry.clause,)) for entry in entries)
    yield "audit_time", (rulebook.audit_time_clause,)
    for role in rulebook.meeting_roles:
        yield f"meeting_role {role.role}", (role.clause,)
    for category in rulebook.risk_categories:
        yield f"risk_category {category.key}", (category.clause,)
    for parameter in rulebook.parameters.values():
        yield f"parameter.{parameter.code}", parameter.clauses
    for anomaly in rulebook.anomalies:
        yield f"anomaly {anomaly.code}", anomaly.clauses


def _flags_used(rulebook: Rulebook) -> Iterator[tuple[str, tuple[str, ...]]]:
    for clause in rulebook.clauses:
        yield f"clause {clause.id}", clause.flags
    for kind, items in rulebook.checklists.items():
        yield from ((f"checklist.{kind} {item.key}", item.flags) for item in items)
    for path, entries in _entry_lists(rulebook):
        yield from ((f"{path} {entry.key}", entry.flags) for entry in entries)
    for role in rulebook.meeting_roles:
        yield f"meeting_role {role.role}", role.flags
    for category in rulebook.risk_categories:
        yield f"risk_category {category.key}", category.flags
    for parameter in rulebook.parameters.values():
        yield f"parameter.{parameter.code}", parameter.flags
    for row in rulebook.audit_time:
        yield f"audit_time {row.printed}", row.flags


def _repeated(path: str, names: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield Problem(f"{path} {name}", "只出现一次", "重复")
        seen.add(name)
