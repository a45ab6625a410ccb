"""A slip of the pen in a rulebook's text never passes unseen, and all slips show at once."""

import pytest

from auditor_app import places
from auditor_app.rules.rulebook import RulebookInvalid, parse_rulebook

SOUND = (places.data() / "rulebooks" / "hcr.toml").read_text("utf-8")
ROW = 'days = ["4.5", "3.5", "3"]'

PLANTED = {
    "a clause twice": ('id = "5.4.3.3"', 'id = "5.4.3.4"', "clause 5.4.3.4：应为只出现一次"),
    "an orphan": ('id = "5.4.1¶3"', 'id = "5.9.1¶3"', "clause 5.9.1¶3：应为上级条款已列出"),
    "a binary float": (
        'value = "3/10"',
        "value = 0.3",
        "parameter.P05.value：应为写成文字的精确数",
    ),
    "a ratio over one": ('value = "4/5"', 'value = "5/4"', "parameter.P06.value：应为大于 0"),
    "an unknown unit": (
        'unit = "month"\nfrom = "certificate_issue"',
        'unit = "moon"\nfrom = "certificate_issue"',
        "parameter.P12.unit",
    ),
    "days of another type": (
        'day_type = "working"',
        'day_type = "calendar"',
        "day_type：应为working",
    ),
    "a value where none is printed": (
        "n_p = true",
        'n_p = true\nvalue = "1"',
        "value：应为n_p 不应有此字段",
    ),
    "days as numbers": (ROW, "days = [4.5, 3.5, 3]", "rows[3].days"),
    "quarters of a day": (ROW, 'days = ["4.25", "3.5", "3"]', "rows[3].days：应为以半天为单位"),
    "days that sink unflagged": (
        ROW,
        'days = ["3", "3", "3"]',
        "audit_time 11-15：应为不少于上一行",
    ),
    "low risk above high": (ROW, 'days = ["4.5", "3.5", "5"]', "audit_time 11-15：应为高≥中≥低"),
    "a gap between rows": (
        "people = [11, 15]",
        "people = [12, 15]",
        "audit_time 11-15：应为与上一行相接",
    ),
    "an unflagged overlap": ('flags = ["H01"]', "flags = []", "audit_time 3451-5450"),
    "an item of no clause": (
        'key = "5.4.3.4(1)"',
        'key = "5.4.3.4(9)"',
        "checklist.stage2 5.4.3.4(9)：应为规则中有的条款",
    ),
    "no clause of the standard": (
        '"9.2", "9.3", "10.1"',
        '"9.2", "9.3", "11.1"',
        "标准条款 4～10，实为11.1",
    ),
    "a clause nobody audits": ('"9.2", "9.3", "10.1", "10.3"', '"9.2", "9.3", "10.1"', "缺 10.3"),
    "an unknown anomaly": ('flags = ["H03"]', 'flags = ["H99"]', "应为已列出的异常，实为H99"),
    "an unknown kind of evidence": (
        'evidence = ["document"]',
        'evidence = ["rumour"]',
        "evidence：应为取自",
    ),
    "a field nobody knows": ('sample = "任选', 'sampel = "任选', "sampel：应为已知的字段"),
    "an unknown role": ('role = "ohs_representative"', 'role = "mascot"', "meeting_role[2].role"),
    "an empty prompt": (
        'prompt = "回看整个周期',
        'prompt = ""\nlook_up = "',
        "prompt：应为非空文字",
    ),
    "a list that includes nothing": (
        'recertification = "stage2"',
        'recertification = "stage9"',
        "checklist_includes.recertification",
    ),
    "an end before the beginning": (
        "valid_from = 2025-05-28",
        "valid_from = 2025-05-28\nvalid_to = 2020-01-01",
        "valid_to：应为不早于",
    ),
    "a date in words": ("issued = 2023-12-20", 'issued = "2023-12-20"', "issued：应为日期"),
    "no seed's fingerprint": ('seed_sha256 = "4', 'seed_sha256 = "x', "seed_sha256：应为64"),
}


def planted(*faults: tuple[str, str]) -> list[str]:
    text = SOUND
    for sound, broken in faults:
        assert sound in text
        text = text.replace(sound, broken, 1) if "H01" not in sound else text.replace(sound, broken)
    with pytest.raises(RulebookInvalid) as caught:
        parse_rulebook(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_reported(fault: str) -> None:
    sound, broken, report = PLANTED[fault]
    assert [problem for problem in planted((sound, broken)) if report in problem]


def test_all_faults_are_reported_at_once() -> None:
    names = ("a clause twice", "a binary float", "a gap between rows", "an unknown anomaly")
    problems = "\n".join(planted(*(PLANTED[name][:2] for name in names)))
    assert all(PLANTED[name][2] in problems for name in names)


def test_a_text_that_is_no_toml_is_refused_in_words() -> None:
    with pytest.raises(RulebookInvalid, match=r"审核记录没有改动[\s\S]*TOML"):
        parse_rulebook("key = ")


def test_an_empty_text_is_refused_with_everything_it_lacks() -> None:
    with pytest.raises(RulebookInvalid) as caught:
        parse_rulebook("")
    assert len(caught.value.problems) > 20
