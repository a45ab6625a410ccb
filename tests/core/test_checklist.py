"""The checklist of a visit: nothing forgotten, nothing twice, one answer in any view."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor_app.rules.checklist import (
    OTHER,
    TEAM,
    UNPLANNED,
    Group,
    Item,
    ItemSource,
    KeyPoint,
    Planned,
    by_clause,
    by_department,
    by_rulebook,
    generate,
)
from auditor_app.rules.rulebook_parts import ChecklistItem
from auditor_app.rules.standard import EvidenceKind, Standard, clause_order, parse_standard

FOLDER = Path(__file__).parents[2] / "data" / "standards"
ISO45001 = parse_standard((FOLDER / "iso45001.toml").read_text(encoding="utf-8"))
ISO45003 = parse_standard((FOLDER / "iso45003.toml").read_text(encoding="utf-8"))
KINDS = ("stage1", "stage2", "surveillance", "recertification", "special", "nc_follow_up")


@dataclass(frozen=True)
class OneVisitsRules:
    """A rulebook that asks the same few things on every visit."""

    asked: tuple[ChecklistItem, ...]
    key: str = "HCR"

    def items(self, visit_kind: str, /) -> Sequence[ChecklistItem]:
        return self.asked if visit_kind else ()


def asks(key: str, *clauses: str) -> ChecklistItem:
    return ChecklistItem(
        key=key,
        prompt=f"{key} 做到了吗？",
        look_at="看文件；看现场",
        evidence=(EvidenceKind.OBSERVATION,),
        standard_clauses=clauses,
    )


RULES = OneVisitsRules(
    asked=(
        asks("5.4.3.4(1)", "8.1", "8.2"),
        asks("5.4.3.4(2)", "6.2", "9.3"),
        asks("5.4.3.4(3)", "8.1.2", "10.2"),
        asks("5.4.3.4(4)"),
    )
)
PLAN = (
    Planned(department="管理层", clauses=("4", "5.1", "9.3")),
    Planned(department="安环部", clauses=("6", "8.2", "9.1")),
    Planned(department="机加工车间", clauses=("8.1.1", "8.1.2", "7.3")),
    Planned(department="设备部", clauses=("8.1",)),
    Planned(department="门卫", clauses=("7.4.3",)),
)
POINT = KeyPoint(id="k1", title="喷漆房防爆", clauses=("8.1.1", "8.1.2"), department="机加工车间")


def checklist(
    visit_kind: str = "stage2",
    *,
    slots: Sequence[Planned] = PLAN,
    standards: Sequence[Standard] = (ISO45001, ISO45003),
    key_points: Sequence[KeyPoint] = (POINT,),
) -> tuple[Item, ...]:
    return generate(
        rulebook=RULES,
        standards=standards,
        visit_kind=visit_kind,
        slots=slots,
        key_points=key_points,
    )


def departments_of(items: Sequence[Item], question: str) -> list[str]:
    return [item.department for item in items if item.number == question]


def keys(items: Sequence[Item]) -> list[str]:
    return [item.key for item in items]


def shown(groups: Sequence[Group]) -> list[Item]:
    return [item for group in groups for item in group.all_items()]


def headed(groups: Sequence[Group], key: str) -> Group:
    return next(group for group in groups if group.key == key)


def test_each_rulebook_item_is_asked_once_in_the_printed_order() -> None:
    asked = [i for i in checklist() if i.source is ItemSource.RULEBOOK]
    assert keys(asked) == [f"HCR 5.4.3.4({n})" for n in (1, 2, 3, 4)]
    assert asked[0].look_at == "看文件；看现场"
    assert asked[0].rulebook_clauses == ("HCR 5.4.3.4(1)",)
    assert [item.standard_clause for item in asked] == ["8", "6.2", "8.1.2", ""]


def test_a_question_goes_to_every_planned_department_it_fits() -> None:
    assert departments_of(checklist(), "8.1.2-03") == ["机加工车间", "设备部"]


def test_a_question_does_not_go_where_its_process_is_not_run() -> None:
    assert departments_of(checklist(), "8.1.2-22") == ["机加工车间", "设备部"]
    assert departments_of(checklist(), "4.1-01") == ["管理层"]


def test_where_no_department_fits_the_one_planned_closest_answers() -> None:
    wide = Planned(department="仓库", clauses=("7",))
    items = checklist(slots=(wide, Planned(department="门卫", clauses=("7.4.3",))))
    assert departments_of(items, "7.4.3-01") == ["门卫"]


def test_a_question_for_everybody_is_asked_in_every_planned_department() -> None:
    slots = (Planned(department="门卫", clauses=("6.2",)), Planned(department="甲", clauses=("6",)))
    assert departments_of(checklist(slots=slots), "6.2.1-02") == ["甲", "门卫"]


def test_a_clause_nobody_planned_stays_as_a_visible_gap() -> None:
    gap = next(item for item in checklist() if item.number == "10.2-01")
    assert gap.key == "10.2-01@"
    assert gap.is_gap
    assert gap in headed(by_department(checklist()), "@").all_items()


def test_a_plan_line_without_department_covers_nothing() -> None:
    items = checklist(slots=(Planned(department=" ", clauses=("10.2",)),))
    assert departments_of(items, "10.2-01") == [""]


def test_planning_a_part_of_a_clause_or_all_of_its_chapter_covers_it() -> None:
    slots = (Planned(department="安环部", clauses=("10",)),)
    assert departments_of(checklist(slots=slots), "10.2-01") == ["安环部"]
    assert departments_of(checklist(slots=slots), "9.3-01") == [""]


def test_a_standard_item_says_which_rulebook_items_it_serves() -> None:
    item = next(item for item in checklist() if item.number == "8.1.2-03")
    assert item.rulebook_clauses == ("HCR 5.4.3.4(1)", "HCR 5.4.3.4(3)")
    assert item.chapter == "8 运行"
    assert item.high_risk == ("受限空间",)
    assert item.is_ground_for_nonconformity


def test_guidance_serves_no_demand_and_grounds_no_nonconformity() -> None:
    guidance = [item for item in checklist() if item.standard == "iso45003"]
    assert guidance
    for item in guidance:
        assert item.source is ItemSource.GUIDANCE
        assert not item.rulebook_clauses
        assert not item.is_ground_for_nonconformity


def test_key_points_of_stage_1_are_looked_at_in_stage_2() -> None:
    point = next(item for item in checklist() if item.source is ItemSource.KEY_POINT)
    assert (point.key, point.department, point.standard_clause) == ("KP:k1", "机加工车间", "8.1")
    assert point.rulebook_clauses == ("HCR 5.4.3.4(1)", "HCR 5.4.3.4(3)")
    assert "喷漆房防爆" in point.question


def test_stage_1_is_still_looking_for_its_key_points() -> None:
    assert not [item for item in checklist("stage1") if item.source is ItemSource.KEY_POINT]


@pytest.mark.parametrize("kind", KINDS[:3])
def test_only_questions_of_the_stage_are_asked(kind: str) -> None:
    asked = {item.number for item in checklist(kind) if item.source is ItemSource.STANDARD}
    assert asked == {q.id for q in ISO45001.questions if kind in q.stages}


def test_recertification_asks_what_stage_2_asks() -> None:
    assert checklist("recertification") == checklist("stage2")


def test_a_special_visit_asks_what_its_plan_names_and_no_more() -> None:
    items = checklist("special", slots=(Planned(department="安环部", clauses=("10.2",)),))
    asked = {item.standard_clause for item in items if item.standard}
    assert asked == {"10.2"}
    assert not any(item.is_gap for item in items)


def test_a_follow_up_asks_nothing_of_the_standard() -> None:
    assert not [item for item in checklist("nc_follow_up") if item.standard]


def test_by_rulebook_each_demand_gathers_its_witnesses() -> None:
    groups = by_rulebook(checklist())
    assert [group.key for group in groups][:4] == [f"HCR 5.4.3.4({n})" for n in (1, 2, 3, 4)]
    second = headed(groups, "HCR 5.4.3.4(2)").all_items()
    assert second[0].source is ItemSource.RULEBOOK
    assert {item.standard_clause for item in second[1:]} == {"6.2.1", "6.2.2", "9.3"}
    assert groups[-1].title == OTHER


def test_by_clause_follows_the_tree_of_the_standard() -> None:
    groups = by_clause(checklist(), ISO45001)
    assert [group.key for group in groups] == ["4", "5", "6", "7", "8", "9", "10", ""]
    assert groups[4].title == "运行"
    assert [group.key for group in groups[4].groups] == ["8.1", "8.2"]
    assert keys(groups[-1].items) == ["HCR 5.4.3.4(4)"]


def test_by_clause_hides_branches_with_nothing_to_ask() -> None:
    items = [item for item in checklist() if item.standard_clause.startswith("9")]
    assert [group.key for group in by_clause(items, ISO45001)] == ["9"]


def test_by_department_shows_the_team_and_the_gaps_last() -> None:
    titles = [group.title for group in by_department(checklist())]
    assert titles == [*sorted(slot.department for slot in PLAN), TEAM, UNPLANNED]
    workshop = headed(by_department(checklist()), "机加工车间")
    assert [group.title for group in workshop.groups] == ["重要审核点", "7 支持", "8 运行"]


def test_an_empty_checklist_has_no_headings() -> None:
    assert by_rulebook(()) == by_clause((), ISO45001) == by_department(()) == ()


CLAUSES = st.sampled_from([clause.id for clause in ISO45001.clauses])
NAMES = st.sampled_from(["生产部", "机加工车间", "安环部", "综合办公室", "仓库", "门卫", "甲", ""])
SLOTS = st.lists(
    st.builds(Planned, department=NAMES, clauses=st.lists(CLAUSES, max_size=4).map(tuple)),
    max_size=6,
)
POINTS = st.lists(
    st.builds(
        KeyPoint,
        id=st.text("abc", min_size=1, max_size=3),
        title=st.just("点"),
        clauses=st.lists(CLAUSES, max_size=3).map(tuple),
        department=NAMES,
    ),
    max_size=3,
    unique_by=lambda point: point.id,
)


@settings(deadline=None, max_examples=40)
@given(SLOTS, POINTS, st.sampled_from(KINDS))
def test_the_order_of_the_plan_changes_nothing(
    slots: list[Planned], points: list[KeyPoint], kind: str
) -> None:
    once = checklist(kind, slots=slots, key_points=points)
    again = checklist(kind, slots=slots[::-1], key_points=points)
    assert once == again


@settings(deadline=None, max_examples=40)
@given(SLOTS, POINTS, st.sampled_from(KINDS))
def test_no_two_items_share_a_key(slots: list[Planned], points: list[KeyPoint], kind: str) -> None:
    made = keys(checklist(kind, slots=slots, key_points=points))
    assert len(made) == len(set(made))


@settings(deadline=None, max_examples=40)
@given(SLOTS, POINTS, st.sampled_from(KINDS))
def test_every_view_shows_every_item_and_the_very_same(
    slots: list[Planned], points: list[KeyPoint], kind: str
) -> None:
    items = checklist(kind, slots=slots, key_points=points)
    identities = {id(item) for item in items}
    for view in (by_rulebook(items), by_clause(items, ISO45001), by_department(items)):
        assert {id(item) for item in shown(view)} == identities


@settings(deadline=None, max_examples=40)
@given(SLOTS, st.sampled_from(KINDS[:4]))
def test_no_question_of_the_visit_is_lost_whatever_the_plan(
    slots: list[Planned], kind: str
) -> None:
    asked = {item.number for item in checklist(kind, slots=slots) if item.standard == "iso45001"}
    stage = "stage2" if kind == "recertification" else kind
    assert asked == {q.id for q in ISO45001.questions if stage in q.stages}


@settings(deadline=None, max_examples=40)
@given(SLOTS)
def test_a_view_depends_on_the_items_not_on_their_order(slots: list[Planned]) -> None:
    items = checklist(slots=slots)
    mixed = tuple(sorted(items, key=lambda item: clause_order(item.question)))
    assert by_clause(mixed, ISO45001) == by_clause(items, ISO45001)
    assert by_department(mixed) == by_department(items)


def test_an_answer_stays_on_the_list_when_the_plan_changes() -> None:
    answered = checklist()[-1]
    standard_item = next(i for i in checklist() if i.source is ItemSource.STANDARD and i.department)
    later = generate(
        rulebook=RULES,
        standards=(ISO45001, ISO45003),
        visit_kind="stage2",
        slots=(),
        kept=(standard_item.key, answered.key, "9.9.9-99@没有的部门"),
    )
    assert standard_item.key in {item.key for item in later}
    assert len({item.key for item in later}) == len(later)
