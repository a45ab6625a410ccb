"""What stands between an audit and its next step, state by state."""

from dataclasses import replace

import pytest

from auditor_app.domain import AuditState
from auditor_app.operations.library import rulebook
from auditor_app.rules.gates import (
    NEXT,
    Facts,
    OpenNonconformity,
    Unanswered,
    Weight,
    open_points,
    stops,
)

HCR = rulebook("hcr")
DRAFT = OpenNonconformity(
    id="1",
    number="NC-01",
    is_major=False,
    is_issued=False,
    is_plan_accepted=False,
    is_verified=False,
)
READY = {
    AuditState.PLANNING: Facts(
        state=AuditState.PLANNING, has_leader=True, planned_slots=4, is_plan_confirmed=True
    ),
    AuditState.STAGE1: Facts(
        state=AuditState.STAGE1,
        has_stage1_report=True,
        is_ready_for_stage2=True,
        is_plan_confirmed=True,
    ),
    AuditState.STAGE2: Facts(
        state=AuditState.STAGE2,
        opening=(),
        closing=(),
        is_opening_closed=True,
        is_closing_closed=True,
    ),
    AuditState.FOLLOW_UP: Facts(state=AuditState.FOLLOW_UP),
    AuditState.REPORTING: Facts(state=AuditState.REPORTING, is_report_signed=True),
}


def stopping(facts: Facts) -> list[str]:
    return [point.text for point in stops(open_points(facts, HCR))]


@pytest.mark.parametrize("state", READY, ids=str)
def test_with_everything_done_nothing_stands_in_the_way(state: AuditState) -> None:
    assert open_points(READY[state], HCR) == ()


def test_every_step_that_has_a_next_one_is_guarded() -> None:
    assert NEXT.keys() == READY.keys()
    assert all(stopping(Facts(state=state)) for state in NEXT if state is not AuditState.FOLLOW_UP)


@pytest.mark.parametrize("state", sorted(set(AuditState) - NEXT.keys()), ids=str)
def test_an_audit_at_its_end_has_nothing_open(state: AuditState) -> None:
    assert open_points(Facts(state=state, gaps=3), HCR) == ()


@pytest.mark.parametrize(
    ("opening", "closed", "said"),
    [
        (None, False, ["首次会议还没有召开"]),
        (("受审核方还没有人签到",), False, ["首次会议还没有结束"]),
        ((), True, []),
    ],
)
def test_stage_2_wants_the_opening_meeting_held_and_ended(
    opening: tuple[str, ...] | None, *, closed: bool, said: list[str]
) -> None:
    facts = Facts(
        state=AuditState.STAGE2,
        opening=opening,
        is_opening_closed=closed,
        is_closing_closed=True,
    )
    assert stopping(facts) == said


@pytest.mark.parametrize(
    ("missing", "words"), [(("差距（哪里不满足）",), "缺：差距"), ((), "缺：组长确认")]
)
def test_a_draft_nonconformity_says_what_it_lacks(missing: tuple[str, ...], words: str) -> None:
    facts = replace(READY[AuditState.STAGE2], nonconformities=(replace(DRAFT, missing=missing),))
    (point,) = stops(open_points(facts, HCR))
    assert words in point.text
    assert (point.page, point.target) == ("findings", "1")


def test_a_report_says_each_missing_field_and_the_missing_signature() -> None:
    facts = Facts(state=AuditState.REPORTING, missing_report_fields=("审核目的（HCR 5.4.4.2(3)）",))
    assert stopping(facts) == ["报告缺少：审核目的（HCR 5.4.4.2(3)）", "审核报告还没有签署"]


def test_gaps_of_the_plan_warn_while_the_plan_can_be_changed() -> None:
    for state in NEXT:
        warned = [p for p in open_points(Facts(state=state, gaps=3), HCR) if "计划没有" in p.text]
        expected = state in {AuditState.PLANNING, AuditState.STAGE2}
        assert [point.weight for point in warned] == [Weight.WARN] * expected


def test_the_worst_comes_first() -> None:
    facts = Facts(
        state=AuditState.STAGE1,
        unanswered=(
            Unanswered(key="a", question="问题"),
            Unanswered(key="b", question="必查", clause="HCR 5.4.3.2"),
        ),
        conflicts=1,
        drifted_facts=("有效人数 268 → 283人",),
    )
    weights = [point.weight for point in open_points(facts, HCR)]
    assert weights == sorted(weights, key=list(Weight).index)
    assert Weight.WARN in weights


@pytest.mark.parametrize("key", ["hcr", "tcc", "oypx"])
def test_a_point_names_a_clause_its_rulebook_prints_or_none(key: str) -> None:
    book = rulebook(key)
    printed = {one.id for one in book.clauses}
    for state in NEXT:
        facts = Facts(state=state, has_stage1_report=True, nonconformities=(DRAFT,))
        for point in open_points(facts, book):
            prefix, _, clause = point.clause.partition(" ")
            assert point.clause == "" or (prefix == book.key and clause.split("(")[0] in printed)


def test_a_rulebook_that_prints_no_clause_is_not_given_one() -> None:
    facts = replace(READY[AuditState.STAGE1], is_ready_for_stage2=False)
    clauses = {
        key: [point.clause for point in open_points(facts, rulebook(key))]
        for key in ("hcr", "tcc", "oypx")
    }
    assert clauses == {"hcr": ["HCR 5.4.3.2(5)"], "tcc": [""], "oypx": ["OYPX 4.3.3.2(5)"]}
