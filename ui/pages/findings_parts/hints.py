"""The filter chips of the board, and the hints under it: suggestions only, the leader decides."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import Grade, NcState
from ui.editors.finding_rows import clock_of, passes, today
from ui.pages.findings_parts.reading import FindingsData
from ui.widgets.chips import Chip
from ui.widgets.gate_list import Gate, Weight

CROWD = "clause:"
MOST = 3
TWO = 2


def chips_of(data: FindingsData) -> tuple[Chip, ...]:
    """全部, the grades, and what is disputed or overdue where there is any."""
    translate = QCoreApplication.translate
    chips = [
        ("all", translate("Findings", "全部")),
        (Grade.MAJOR.value, translate("Findings", "严重")),
        (Grade.MINOR.value, translate("Findings", "轻微")),
    ]
    if any(one.disputes for one in data.findings):
        chips.append(("disputed", translate("Findings", "待裁定")))
    if any(clock_of(one.nc, today()).tone == "major" for one in data.findings):
        chips.append(("overdue", translate("Findings", "逾期")))
    return tuple(
        Chip(key=key, word=word, count=sum(passes(one, key) for one in data.findings))
        for key, word in chips
    )


def gates_of(data: FindingsData) -> tuple[Gate, ...]:
    """Answers without a nonconformity, and clauses with several minor ones."""
    return (*_unwritten(data), *_crowded(data))[:MOST]


def clause_of(key: str) -> str:
    """The clause that the key of a hint is about, empty for other hints."""
    return key.removeprefix(CROWD) if key.startswith(CROWD) else ""


def _unwritten(data: FindingsData) -> tuple[Gate, ...]:
    translate = QCoreApplication.translate
    grades = (translate("Findings", "轻微不符合"), translate("Findings", "严重不符合"))
    words = translate("Findings", "检查表 {clause} 判为{grade}，还没有开具")
    return tuple(
        Gate(
            key=one.answer_id,
            weight=Weight.WARN,
            text=words.format(clause=one.clause, grade=grades[one.is_major]),
            link=translate("Findings", "开具草稿"),
        )
        for one in data.unwritten
    )


def _crowded(data: FindingsData) -> tuple[Gate, ...]:
    translate = QCoreApplication.translate
    counts = Counter(
        one.nc.clause
        for one in data.findings
        if one.nc.clause and one.nc.grade is Grade.MINOR and one.nc.state is not NcState.CLOSED
    )
    words = translate("Findings", "{clause} 已有 {count} 条轻微，可能是系统失效，是否合并为严重？")
    return tuple(
        Gate(
            key=f"{CROWD}{clause}",
            weight=Weight.NOTE,
            text=words.format(clause=clause, count=count),
            link=translate("Findings", "查看"),
        )
        for clause, count in counts.items()
        if count >= TWO
    )
