"""The shipped standards: complete, in our own words, and refused as a whole when wrong."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor_app.errors import NotFound
from auditor_app.rules.standard import (
    CycleStep,
    EvidenceKind,
    Process,
    Stage,
    Standard,
    StandardInvalid,
    clause_order,
    is_within,
    parse_general,
    parse_standard,
)

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data" / "standards"
SHARED = next((p for p in (ROOT.parent / "shared", ROOT / "shared") if p.is_dir()), None)
needs_shared = pytest.mark.skipif(SHARED is None, reason="the rule documents are not here")


def text_of(name: str) -> str:
    return (FOLDER / f"{name}.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def iso45001() -> Standard:
    return parse_standard(text_of("iso45001"))


@pytest.fixture(scope="module")
def iso45003() -> Standard:
    return parse_standard(text_of("iso45003"))


@pytest.fixture(scope="module")
def cycle() -> tuple[CycleStep, ...]:
    return parse_general(text_of("general"))


def test_the_clause_tree_is_that_of_gb_t_45001(iso45001: Standard) -> None:
    chapters = [clause.id for clause in iso45001.children_of("")]
    assert chapters == ["4", "5", "6", "7", "8", "9", "10"]
    assert [c.id for c in iso45001.children_of("8.1.4")] == ["8.1.4.1", "8.1.4.2", "8.1.4.3"]
    assert [c.id for c in iso45001.children_of("6.1.2")] == ["6.1.2.1", "6.1.2.2", "6.1.2.3"]
    assert len(iso45001.clauses) == 56


def test_an_experienced_auditor_finds_enough_to_ask(iso45001: Standard) -> None:
    assert len(iso45001.questions) >= 180
    assert len(iso45001.questions_of("8")) >= 60
    assert len(iso45001.questions_of("6")) >= 30


def test_every_clause_without_clauses_below_it_has_a_question(iso45001: Standard) -> None:
    leaves = [c.id for c in iso45001.clauses if not iso45001.children_of(c.id)]
    assert [leaf for leaf in leaves if not iso45001.questions_of(leaf)] == []


@pytest.mark.parametrize(
    ("clause", "at_least"),
    [
        ("5.4", 7), ("6.1.2.1", 8), ("6.1.3", 6), ("8.1.1", 20), ("8.1.2", 15), ("8.1.3", 6),
        ("8.1.4", 12), ("8.2", 8), ("9.1.2", 6), ("10.2", 8),
    ],
)  # fmt: skip
def test_the_heavy_clauses_are_asked_in_depth(
    iso45001: Standard, clause: str, at_least: int
) -> None:
    assert len(iso45001.questions_of(clause)) >= at_least


@pytest.mark.parametrize(
    "risk",
    ["动火", "受限空间", "高处", "吊装", "特种设备", "危化", "粉尘", "机械伤害", "用电", "消防",
     "职业病危害", "个体防护", "应急", "事故"],
)  # fmt: skip
def test_every_high_risk_is_looked_at_on_site(iso45001: Standard, risk: str) -> None:
    asked = [q for q in iso45001.questions if risk in q.high_risk]
    assert asked
    assert any(EvidenceKind.OBSERVATION in q.evidence for q in asked)


@pytest.mark.parametrize("kind", EvidenceKind)
def test_no_kind_of_evidence_is_neglected(iso45001: Standard, kind: EvidenceKind) -> None:
    assert sum(kind in q.evidence for q in iso45001.questions) >= 60


def test_stage_1_asks_part_and_stage_2_nearly_all(iso45001: Standard) -> None:
    count = {stage: sum(stage in q.stages for q in iso45001.questions) for stage in Stage}
    assert 30 <= count[Stage.STAGE1] < count[Stage.STAGE2] / 2
    assert count[Stage.STAGE2] >= 190
    assert count[Stage.SURVEILLANCE] >= 180


def test_every_process_has_something_to_answer(iso45001: Standard) -> None:
    for process in iso45001.processes:
        assert any(process.name in q.processes for q in iso45001.questions), process.name


@pytest.mark.parametrize("name", ["iso45001", "iso45003"])
def test_every_question_reads_as_one_and_fits_two_lines(name: str) -> None:
    standard = parse_standard(text_of(name))
    for question in standard.questions:
        assert question.question.endswith("？"), question.id
        assert len(question.question) <= 40, question.id
        assert 20 <= len(question.look_at) <= 120, question.id
    assert len({q.question for q in standard.questions}) == len(standard.questions)


def test_the_psychosocial_add_on_demands_nothing(iso45003: Standard, iso45001: Standard) -> None:
    assert iso45003.guidance_only
    assert not iso45001.guidance_only
    assert "不得单独" in iso45003.note
    assert len(iso45003.questions) >= 20
    assert sum(q.is_anonymous for q in iso45003.questions) >= 8


def test_the_add_on_stands_on_clauses_of_45001(iso45003: Standard, iso45001: Standard) -> None:
    for clause in iso45003.clauses:
        assert iso45001.clause(clause.id) == clause
    assert iso45003.processes == iso45001.processes


def test_question_ids_of_standard_and_add_on_never_meet(
    iso45003: Standard, iso45001: Standard
) -> None:
    assert {q.id for q in iso45001.questions}.isdisjoint(q.id for q in iso45003.questions)


def test_a_clause_is_found_and_a_made_up_one_refused(iso45001: Standard) -> None:
    assert iso45001.clause("10.2").title == "事件、不符合和纠正措施"
    assert iso45001.chapter_of("8.1.4.2").id == "8"
    with pytest.raises(NotFound, match="条款 11"):
        iso45001.clause("11")


def test_questions_come_with_or_without_those_below(iso45001: Standard) -> None:
    assert iso45001.questions_of("8.1.4", descend=False) == ()
    assert {q.clause for q in iso45001.questions_of("8.1.4")} == {"8.1.4.1", "8.1.4.2", "8.1.4.3"}
    assert {q.clause for q in iso45001.questions_of("9.3", descend=False)} == {"9.3"}


@pytest.mark.parametrize(
    ("department", "processes"),
    [
        ("生产部", {"生产"}),
        ("机加工车间", {"生产"}),
        ("安环部", {"安环"}),
        ("EHS部", {"安环"}),
        ("综合管理部", {"行政"}),
        ("管理层", {"管理层"}),
        ("人力资源部", {"人力资源"}),
        ("hr", {"人力资源"}),
        ("危化品库", {"仓储"}),
        ("设备动力部", {"设备"}),
        ("工会", {"工会"}),
        ("门卫", set()),
    ],
)
def test_a_departments_name_tells_its_processes(
    iso45001: Standard, department: str, processes: set[str]
) -> None:
    fitting = {p.name for p in iso45001.processes if p.fits(department)}
    assert fitting == processes | {"全部门"}


def test_the_cycle_runs_from_choosing_a_standard_to_the_next_cycle(
    cycle: tuple[CycleStep, ...],
) -> None:
    keys = [step.key for step in cycle]
    assert keys[0] == "choose-standard"
    assert keys[-1] == "improve"
    assert keys.index("stage1") < keys.index("stage2") < keys.index("decision")
    assert {step.phase for step in cycle} == {"prepare", "apply", "audit", "decide", "keep"}


def test_every_general_step_of_both_documents_is_there(cycle: tuple[CycleStep, ...]) -> None:
    sources = {source for step in cycle for source in step.sources}
    assert {f"GENERAL {n}" for n in range(1, 11)} <= sources
    assert {f"ISO45003 {n:02d}" for n in range(1, 9)} <= sources


def test_the_two_years_of_the_add_on_are_flagged_not_followed(
    cycle: tuple[CycleStep, ...],
) -> None:
    step = next(step for step in cycle if step.key == "surveillance")
    assert "两年" in step.note
    assert {"HCR 9.2", "TCC 8.2", "OYPX 8.2"} <= set(step.rulebook_clauses)


@needs_shared
def test_every_clause_the_cycle_points_to_is_printed(cycle: tuple[CycleStep, ...]) -> None:
    assert SHARED
    read = json.loads((SHARED / "rules" / "clauses.json").read_text(encoding="utf-8"))
    books = ("HCR", "TCC", "OYPX", "ISO45003", "GENERAL")
    printed = {f"{book} {clause['id']}" for book in books for clause in read[book]}
    for step in cycle:
        assert {*step.sources, *step.rulebook_clauses} <= printed, step.key


def runs_of(text: str) -> set[str]:
    """Every 12 characters in a row, spaces and line breaks aside."""
    tight = re.sub(r"\s+", "", text)
    return {tight[i : i + 12] for i in range(len(tight) - 11)}


@needs_shared
def test_no_sentence_is_copied_from_a_rule_document(cycle: tuple[CycleStep, ...]) -> None:
    assert SHARED
    seeds = "".join(p.read_text(encoding="utf-8") for p in (SHARED / "seeds").glob("*.txt"))
    ours = [f"{s.gist}\n{s.note}" for s in cycle]
    for name in ("iso45001", "iso45003"):
        standard = parse_standard(text_of(name))
        ours += [f"{q.question}|{q.look_at}|{q.sample}" for q in standard.questions]
    printed = runs_of(seeds)
    assert [text for text in ours if runs_of(text) & printed] == []


SMALL = """
[standard]
key = "small"
number = "X 1"
title = "小标准"
note = "注"
high_risk = ["动火"]
[[process]]
name = "生产"
keywords = ["车间"]
[[clause]]
id = "8"
title = "运行"
[[clause]]
id = "8.1"
title = "控制"
parent = "8"
[[question]]
id = "8.1-01"
clause = "8.1"
question = "做了吗？"
look_at = "看"
sample = "1 份"
processes = ["生产"]
evidence = ["document"]
stages = ["stage2"]
high_risk = ["动火"]
"""


def problems_of(text: str) -> str:
    with pytest.raises(StandardInvalid) as refused:
        parse_standard(text)
    return str(refused.value)


def test_a_small_standard_is_read_as_written() -> None:
    standard = parse_standard(SMALL)
    assert standard.processes == (Process(name="生产", keywords=("车间",)),)
    assert standard.questions[0].high_risk == ("动火",)
    assert standard.questions[0].stages == (Stage.STAGE2,)


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        ('key = "small"', 'key = " "', "standard.key"),
        ('note = "注"', "note = 3", "standard.note"),
        ('note = "注"', 'note = "注"\nguidance_only = "no"', "standard.guidance_only"),
        ('title = "小标准"', "", "standard.title"),
        ('parent = "8"', 'parent = "7"', "clause 8.1.parent"),
        ('parent = "8"', "", "clause 8.1.parent"),
        ('id = "8"', 'id = "9"', "clause 8.1.parent"),
        ('id = "8"', 'id = "八"', "clause 八"),
        ('id = "8.1"', 'id = "8"', "clause 8：应为只出现一次"),
        ('id = "8.1-01"', 'id = "8.1-02"', "question 8.1-02.id"),
        ('clause = "8.1"', 'clause = "8.2"', "question 8.1-01.clause"),
        ('evidence = ["document"]', 'evidence = ["rumour"]', "question[1].evidence"),
        ('evidence = ["document"]', "evidence = []", "question[1].evidence"),
        ('stages = ["stage2"]', 'stages = "stage2"', "question[1].stages"),
        ('processes = ["生产"]', 'processes = ["梦游"]', "question[1].processes"),
        ('\nhigh_risk = ["动火"]\n[[', "\nhigh_risk = []\n[[", "question[1].high_risk"),
        ('keywords = ["车间"]', "keywords = []", "process[1].keywords"),
        ('keywords = ["车间"]', 'keyword = ["车间"]', "process[1].keyword："),
        ("[[process]]", "[process]", "process"),
        ("[standard]", "[[standard]]", "standard"),
        ('key = "small"', "key = ", "TOML"),
    ],
)
def test_a_slip_is_refused_with_its_place(right: str, wrong: str, named: str) -> None:
    assert right in SMALL
    assert named in problems_of(SMALL.replace(right, wrong, 1))


def test_every_slip_is_named_at_once() -> None:
    wrong = SMALL.replace('"document"', '"rumour"').replace('note = "注"', "").replace('"8"', '"9"')
    text = problems_of(wrong)
    for named in ("standard.note", "clause 8.1.parent", "question[1].evidence"):
        assert named in text
    assert "审核记录没有改动" in text


def test_clauses_and_questions_out_of_order_are_refused() -> None:
    head, first, second = SMALL.partition('[[clause]]\nid = "8.1"')
    parent = '[[clause]]\nid = "8"\ntitle = "运行"\n'
    swapped = head.replace(parent, "") + (first + second).replace("[[q", parent + "[[q", 1)
    assert "clause：应为按条款号排列" in problems_of(swapped)
    question = SMALL[SMALL.index("[[question]]") :].replace("8.1-01", "8-01")
    later = SMALL + question.replace('clause = "8.1"', 'clause = "8"')
    assert "question：应为按条款号排列" in problems_of(later)


def test_a_cycle_with_a_doubled_step_is_refused() -> None:
    text = text_of("general").replace('key = "stage2"', 'key = "stage1"')
    with pytest.raises(StandardInvalid, match="step stage1：应为只出现一次"):
        parse_general(text)


def test_clause_ids_sort_as_printed() -> None:
    printed = ["6.1", "6.1.2.1", "6.1.10", "10.1", "10.2"]
    assert sorted(reversed(printed), key=clause_order) == printed
    assert clause_order("5.6(2)") < clause_order("5.6(10)")


@pytest.mark.parametrize(
    ("clause", "ancestor", "inside"),
    [("6.1.2.1", "6.1", True), ("6.1", "6.1", True), ("10.2", "1", False), ("6.1", "6.1.2", False)],
)
def test_a_clause_lies_within_those_above_it(clause: str, ancestor: str, inside: bool) -> None:
    assert is_within(clause, ancestor) is inside


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_ids_can_be_ordered(one: str, other: str) -> None:
    assert (clause_order(one) < clause_order(other)) or (clause_order(one) >= clause_order(other))


@given(st.text())
def test_any_text_is_parsed_or_refused_with_reasons(text: str) -> None:
    with pytest.raises(StandardInvalid) as refused:
        parse_standard(text)
    assert refused.value.problems
