"""May the audit go on? Every open point at once, each with its clause.

Pure: an operation gathers the facts, the same function feeds the screen and guards the step, so
what is shown and what is enforced cannot differ.
"""

from dataclasses import dataclass
from enum import StrEnum

from auditor_app.domain import AuditState
from auditor_app.rules.checklist import KEY_POINTS
from auditor_app.rules.rulebook_parts import Rulebook


class Weight(StrEnum):
    """How heavy a point is: it stops, it should be looked at, it is for information."""

    STOP = "stop"
    WARN = "warn"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One open point; `page` and `target` lead to where it is mended."""

    weight: Weight
    text: str
    clause: str = ""
    page: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """A checklist item without a verdict: its key, question and rulebook clause, if it has one."""

    key: str
    question: str
    clause: str = ""
    is_key_point: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNonconformity:
    """A nonconformity as the gates see it; `missing` are words of what its next step lacks."""

    id: str
    number: str
    is_major: bool
    is_issued: bool
    is_plan_accepted: bool
    is_verified: bool
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the gates must know, gathered by an operation."""

    state: AuditState
    has_leader: bool = False
    planned_slots: int = 0
    is_plan_confirmed: bool = False
    unanswered: tuple[Unanswered, ...] = ()
    has_stage1_report: bool = False
    is_ready_for_stage2: bool = False
    opening: tuple[str, ...] | None = None
    closing: tuple[str, ...] | None = None
    is_opening_closed: bool = False
    is_closing_closed: bool = False
    nonconformities: tuple[OpenNonconformity, ...] = ()
    conflicts: int = 0
    missing_report_fields: tuple[str, ...] = ()
    is_report_signed: bool = False
    gaps: int = 0
    drifted_facts: tuple[str, ...] = ()


NEXT: dict[AuditState, AuditState] = {
    AuditState.PLANNING: AuditState.STAGE1,
    AuditState.STAGE1: AuditState.STAGE2,
    AuditState.STAGE2: AuditState.FOLLOW_UP,
    AuditState.FOLLOW_UP: AuditState.REPORTING,
    AuditState.REPORTING: AuditState.SUBMITTED,
}
"""The stepper's order; the ends of an audit are reached by other ways."""


def open_points(facts: Facts, rulebook: Rulebook) -> tuple[Point, ...]:
    """What stands between the audit and its next state, worst first."""
    steps = {
        AuditState.PLANNING: _planning,
        AuditState.STAGE1: _stage1,
        AuditState.STAGE2: _stage2,
        AuditState.FOLLOW_UP: _follow_up,
        AuditState.REPORTING: _reporting,
    }
    step = steps.get(facts.state)
    points = step(facts, rulebook) if step else []
    if facts.conflicts:
        points.append(
            Point(
                weight=Weight.STOP,
                text=f"{facts.conflicts} 处两人记录不同，待组长裁定",
                page="overview",
            )
        )
    points += _common(facts)
    order = list(Weight)
    return tuple(sorted(points, key=lambda point: order.index(point.weight)))


def stops(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points that forbid the step."""
    return tuple(point for point in points if point.weight is Weight.STOP)


def _planning(facts: Facts, rulebook: Rulebook) -> list[Point]:
    points = []
    if not facts.has_leader:
        points.append(_stop("审核组还没有组长", _clause(rulebook, "P60"), "overview"))
    if not facts.planned_slots:
        points.append(_stop("还没有审核计划", _clause(rulebook, "P69"), "overview"))
    if not facts.is_plan_confirmed:
        points.append(_stop("审核计划还没有经受审核方确认", _clause(rulebook, "P70"), "overview"))
    return points


def _stage1(facts: Facts, rulebook: Rulebook) -> list[Point]:
    points = _unanswered(facts, "一阶段")
    if not facts.has_stage1_report:
        points.append(_stop("一阶段结果还没有写明", _clause(rulebook, "P76"), "overview"))
    elif not facts.is_ready_for_stage2:
        points.append(_stop("一阶段结论为尚不具备二阶段条件", _clause(rulebook, "P77"), "overview"))
    if not facts.is_plan_confirmed:
        points.append(
            _stop("二阶段审核计划还没有经受审核方确认", _clause(rulebook, "P70"), "overview")
        )
    return points


def _stage2(facts: Facts, rulebook: Rulebook) -> list[Point]:
    meeting = _clause(rulebook, "P74")
    points = []
    if facts.opening is None:
        points.append(_stop("首次会议还没有召开", meeting, "opening"))
    elif not facts.is_opening_closed:
        points.append(_stop("首次会议还没有结束", meeting, "opening"))
    points += _unanswered(facts, "二阶段")
    points += [
        _stop(
            f"{nc.number} 还没有开出，缺：{'、'.join(nc.missing) or '组长确认'}",
            "",
            "findings",
            nc.id,
        )
        for nc in facts.nonconformities
        if not nc.is_issued
    ]
    if not facts.is_closing_closed:
        points.append(_stop("末次会议还没有结束", meeting, "closing"))
    return points


def _follow_up(facts: Facts, rulebook: Rulebook) -> list[Point]:
    points = []
    for nc in facts.nonconformities:
        if nc.is_major and not nc.is_verified:
            points.append(
                _stop(
                    f"{nc.number}（严重）的整改还没有验证",
                    _clause(rulebook, "P22"),
                    "findings",
                    nc.id,
                )
            )
        elif not nc.is_major and not nc.is_plan_accepted:
            points.append(
                _stop(
                    f"{nc.number} 的整改计划还没有接受", _clause(rulebook, "P21"), "findings", nc.id
                )
            )
    return points


def _reporting(facts: Facts, _rulebook: Rulebook) -> list[Point]:
    points = [_stop(f"报告缺少：{one}", "", "report") for one in facts.missing_report_fields]
    if not facts.is_report_signed:
        points.append(_stop("审核报告还没有签署", "", "report"))
    return points


def _common(facts: Facts) -> list[Point]:
    points = [
        Point(weight=Weight.WARN, text=f"现场确认与申报不同：{one}", page="overview")
        for one in facts.drifted_facts
    ]
    if facts.gaps and facts.state in {AuditState.PLANNING, AuditState.STAGE2}:
        points.append(
            Point(
                weight=Weight.WARN,
                text=f"计划没有安排到的检查项 {facts.gaps} 项",
                page="checklist",
            )
        )
    return points


def _unanswered(facts: Facts, stage: str) -> list[Point]:
    """Items the rulebook or a key audit point demands stop; a mere question warns."""
    points = [
        _stop(
            f"{KEY_POINTS}未查：{one.question.removeprefix(f'{KEY_POINTS}：')}"
            if one.is_key_point
            else f"{stage}必查项未查：{one.question}",
            one.clause,
            "checklist",
            one.key,
        )
        for one in facts.unanswered
        if one.clause or one.is_key_point
    ]
    rest = sum(1 for one in facts.unanswered if not (one.clause or one.is_key_point))
    if rest:
        points.append(
            Point(weight=Weight.WARN, text=f"另有 {rest} 项检查表问题待查", page="checklist")
        )
    return points


def _stop(text: str, clause: str, page: str, target: str = "") -> Point:
    return Point(weight=Weight.STOP, text=text, clause=clause, page=page, target=target)


def _clause(rulebook: Rulebook, code: str) -> str:
    """The clause a parameter stands in, with the rulebook's key; empty where none is printed."""
    parameter = rulebook.parameters.get(code)
    if parameter is None or not parameter.clauses:
        return ""
    return f"{rulebook.key} {parameter.clauses[0]}"
