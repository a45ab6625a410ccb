"""The three rulebooks say what is printed, and a slip in one of them never passes unseen."""

import re
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from auditor_app import places
from auditor_app.domain.meeting import AttendeeRole
from auditor_app.rules.rulebook import (
    Entry,
    ParameterKind,
    Rulebook,
    Start,
    Unit,
    UnknownClause,
    parent_of,
    parse_rulebook,
)

KEYS = ("HCR", "TCC", "OYPX")
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
RUN = 12  # this many characters in a row are a sentence taken over, fewer are a term


def text_of(key: str) -> str:
    return (places.data() / "rulebooks" / f"{key.lower()}.toml").read_text("utf-8")


@cache
def rulebook(key: str) -> Rulebook:
    return parse_rulebook(text_of(key))


# ------------------------------------------------------------------ what each rulebook holds


@pytest.mark.parametrize(
    ("key", "clauses", "stage1", "stage2", "surveillance"),
    [("HCR", 244, 5, 5, 9), ("TCC", 245, 17, 7, 9), ("OYPX", 209, 5, 5, 9)],
)
def test_every_clause_and_every_item_is_there(
    key: str, clauses: int, stage1: int, stage2: int, surveillance: int
) -> None:
    rules = rulebook(key)
    assert len(rules.clauses) == clauses
    found = [len(rules.items(kind)) for kind in ("stage1", "stage2", "surveillance")]
    assert found == [stage1, stage2, surveillance]


@pytest.mark.parametrize(
    ("key", "edition", "since"),
    [
        ("HCR", "A/1", date(2025, 5, 28)),
        ("TCC", "A/1", date(2025, 4, 1)),
        ("OYPX", "A", date(2021, 5, 11)),
    ],
)
def test_an_edition_is_in_force_from_its_first_day(key: str, edition: str, since: date) -> None:
    rules = rulebook(key)
    assert rules.edition == edition
    assert rules.is_valid_on(since)
    assert rules.is_valid_on(since + timedelta(days=3650))
    assert not rules.is_valid_on(since - timedelta(days=1))


def test_a_withdrawn_edition_is_not_in_force_after_its_last_day() -> None:
    text = text_of("HCR").replace(
        "valid_from = 2025-05-28", "valid_from = 2025-05-28\nvalid_to = 2027-12-31"
    )
    rules = parse_rulebook(text)
    assert rules.is_valid_on(date(2027, 12, 31))
    assert not rules.is_valid_on(date(2028, 1, 1))


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        ("HCR", ("2¶10", "5.2.2(3)⑤", "5.4.3.2(5)", "5.6.3(2)④", "附录A/OHSMS1", "附录A¶12")),
        ("TCC", ("修订说明1", "4.3.3.2(13)d", "4.2.3.1¶1", "8.1(6)¶1", "11¶2", "附录A注3")),
        ("OYPX", ("4.1.5(3)①", "4.3.3.3¶1", "4.6.3(2)③", "7.2.2", "7.3.1(10)", "6.5¶2")),
    ],
)
def test_ids_are_as_printed(key: str, ids: tuple[str, ...]) -> None:
    assert all(rulebook(key).clause(clause_id).gist for clause_id in ids)


def test_the_broken_line_of_oypx_makes_no_item() -> None:
    with pytest.raises(UnknownClause, match=r"7\.2\.2\(4\)"):
        rulebook("OYPX").clause("7.2.2(4)")


@pytest.mark.parametrize(
    ("clause_id", "parent"),
    [
        ("5", ""), ("5.4.3", "5.4"), ("5.4.3.2(5)", "5.4.3.2"), ("5.2.2(3)①", "5.2.2(3)"),
        ("4.3.3.2(13)a", "4.3.3.2(13)"), ("8.1(6)¶1", "8.1(6)"), ("附录A注1", "附录A"),
        ("附录A/OHSMS2", "附录A"), ("2¶10", "2"), ("修订说明1", ""),
    ],
)  # fmt: skip
def test_the_parent_of_a_clause_follows_from_its_id(clause_id: str, parent: str) -> None:
    assert parent_of(clause_id) == parent


@pytest.mark.parametrize("key", KEYS)
def test_going_down_from_the_chapters_meets_every_clause_once(key: str) -> None:
    rules = rulebook(key)
    met, waiting = [], list(rules.children(""))
    while waiting:
        clause = waiting.pop()
        met.append(clause.id)
        waiting += rules.children(clause.id)
    assert sorted(met) == sorted(clause.id for clause in rules.clauses)


@pytest.mark.parametrize(
    ("key", "conditions", "documents", "certificate", "suspension", "withdrawal"),
    [("HCR", 6, 4, 9, 7, 9), ("TCC", 4, 13, 9, 6, 10), ("OYPX", 2, 6, 9, 6, 10)],
)
def test_the_lists_are_as_long_as_printed(
    key: str, conditions: int, documents: int, certificate: int, suspension: int, withdrawal: int
) -> None:
    lists = rulebook(key).lists
    assert len(lists["application_conditions"]) == conditions
    assert len(lists["application_documents"]) == documents
    assert len(lists["certificate_contents"]) == certificate
    assert len(lists["suspension_reasons"]) == suspension
    assert len(lists["withdrawal_reasons"]) == withdrawal
    assert len(lists["termination_reasons"]) == 3
    assert len(lists["contract_contents"]) == 7


# ------------------------------------------------------------------ who, what, when


def test_only_hcr_wants_the_ohs_representative_at_the_meetings() -> None:
    both = (AttendeeRole.TOP_MANAGER, AttendeeRole.DEPARTMENT_HEAD)
    assert set(rulebook("HCR").required_roles()) == {*both, AttendeeRole.OHS_REPRESENTATIVE}
    assert rulebook("TCC").required_roles() == both
    assert rulebook("OYPX").required_roles() == both


@pytest.mark.parametrize(
    ("key", "field", "clause"),
    [
        ("HCR", "nonconformities", "5.4.4.2(7)"),
        ("TCC", "companions", "4.4.1(3)"),
        ("OYPX", "registration_numbers", "4.4.1(4)"),
    ],
)
def test_a_report_must_hold_what_its_rulebook_prints(key: str, field: str, clause: str) -> None:
    entry = one(rulebook(key).report_contents, field)
    assert entry.clause == clause
    assert entry.required


def test_tcc_prints_no_list_of_nonconformities_but_the_report_offers_one() -> None:
    entry = one(rulebook("TCC").report_contents, "nonconformities")
    assert not entry.required
    assert not entry.is_printed
    assert "T21" in entry.flags


def test_a_stage_1_plan_is_only_asked_for_by_hcr() -> None:
    asked = {k: any(e.applies_to("stage1") for e in rulebook(k).plan_contents) for k in KEYS}
    assert asked == {"HCR": True, "TCC": False, "OYPX": False}


def test_a_recertification_looks_at_everything_stage_2_looks_at() -> None:
    for key in KEYS:
        items = rulebook(key).items("recertification")
        assert items[-len(rulebook(key).items("stage2")) :] == rulebook(key).items("stage2")
        assert len(items) > len(rulebook(key).items("stage2"))


def test_a_visit_without_a_printed_checklist_has_no_items() -> None:
    assert rulebook("HCR").items("nc_follow_up") == ()


@pytest.mark.parametrize("key", KEYS)
def test_an_off_site_stage_1_leaves_items_for_the_site(key: str) -> None:
    left = [item.key for item in rulebook(key).items("stage1") if item.site_dependent]
    assert 0 < len(left) < len(rulebook(key).items("stage1"))


def test_a_question_finds_the_items_it_answers() -> None:
    asked = [item.key for item in rulebook("HCR").items("stage2") if item.touches("6.1.2.1")]
    assert asked == ["5.4.3.4(1)"]
    item = rulebook("HCR").items("stage2")[-1]
    assert item.touches("9.2.2")
    assert item.touches("10.1")
    assert not item.touches("1.1")


# ------------------------------------------------------------------ numbers


@pytest.mark.parametrize("key", KEYS)
def test_no_line_of_the_comparison_table_is_missing(key: str) -> None:
    numbers = {*range(1, 39), *range(40, 51), *range(60, 85), 90}
    assert {f"P{number:02d}" for number in numbers} <= rulebook(key).parameters.keys()


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("P05", ("3/10", "3/10", "3/10")), ("P06", ("4/5", "4/5", "4/5")),
        ("P06b", (None, "9/10", None)), ("P07", ("1/3", "1/3", "1/3")),
        ("P07b", (None, None, "1")), ("P08", ("2/3", "2/3", "2/3")),
        ("P10", ("4/5", "4/5", "4/5")), ("P12", ("12", "12", "12")),
        ("P14", ("15", None, "12")), ("P17", ("3", None, None)), ("P20", ("5", None, None)),
        ("P25", (None, "60", None)), ("P25b", (None, "5", None)), ("P26", ("30", "30", "30")),
        ("P27", ("30", "30", "10")), ("P28", ("5", "5", None)), ("P29", ("6", "6", "6")),
        ("P31", ("2", "2", "2")), ("P32", ("3", "3", "3")), ("P35", ("10", None, None)),
        ("P36", ("60", "60", "60")), ("P42", ("4", "13", "6")), ("P46", ("7", "7", "7")),
    ],
)  # fmt: skip
def test_the_numbers_are_those_printed(code: str, values: tuple[str | None, ...]) -> None:
    for key, value in zip(KEYS, values, strict=True):
        parameter = rulebook(key).parameters[code]
        assert parameter.value == (None if value is None else Fraction(value)), key
        assert parameter.is_printed == (value is not None), key


def test_exactly_three_months_is_enough_for_tcc_only() -> None:
    assert [rulebook(key).parameters["P18"].strict for key in KEYS] == [True, False, True]
    assert not rulebook("HCR").parameters["P17"].strict


def test_the_first_surveillance_counts_from_the_printed_day() -> None:
    starts = [rulebook(key).parameters["P12"].start for key in KEYS]
    assert starts == [Start.CERTIFICATE_ISSUE, Start.DECISION, Start.CERTIFICATE_ISSUE]


def test_hcr_measures_surveillance_by_the_initial_audit() -> None:
    starts = [rulebook(key).parameters["P07"].start for key in KEYS]
    assert starts == [Start.INITIAL_DAYS, Start.COMPUTED_TIME, Start.COMPUTED_TIME]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(("code", "unit"), [("P38", Unit.WORKING_DAY), ("P38b", Unit.CALENDAR_DAY)])
def test_the_day_types_agree_with_the_limits(key: str, code: str, unit: Unit) -> None:
    rules = rulebook(key)
    limits = [p for p in rules.parameters.values() if p.unit is unit]
    assert set(rules.parameters[code].members) == {c for p in limits for c in p.clauses}


@pytest.mark.parametrize("key", KEYS)
def test_a_limit_says_from_when_it_runs(key: str) -> None:
    for parameter in rulebook(key).parameters.values():
        if parameter.kind in {ParameterKind.DEADLINE, ParameterKind.INTERVAL_MAX}:
            assert parameter.start, parameter.code
            assert parameter.start is not Start.NOT_PRINTED, parameter.code


# ------------------------------------------------------------------ our own words


def one(entries: tuple[Entry, ...], key: str) -> Entry:
    (entry,) = [entry for entry in entries if entry.key == key]
    return entry


def own_words(rules: Rulebook) -> list[str]:
    """Every text we wrote; only P107 is quoted, word for word because the rulebooks demand it."""
    items = [item for kind in rules.checklists for item in rules.checklists[kind]]
    lists = [rules.report_contents, rules.plan_contents, *rules.lists.values()]
    return [
        *(text for i in items for text in (i.prompt, i.look_at, i.sample)),
        *(text for entries in lists for e in entries for text in (e.title, e.hint)),
        *(
            text
            for p in rules.parameters.values()
            if p.code != "P107"
            for text in (p.title, p.text)
        ),
        *(text for a in rules.anomalies for text in (a.text, a.treatment)),
        *(clause.gist for clause in rules.clauses),
    ]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the rule documents are not on this machine")
@pytest.mark.parametrize("key", KEYS)
def test_no_sentence_is_taken_over(key: str) -> None:
    rules = rulebook(key)
    printed = chinese((SEEDS / rules.seed).read_text("utf-8"))
    copied = [text for text in own_words(rules) if any(run in printed for run in runs(text))]
    assert not copied


def chinese(text: str) -> str:
    """Only the Chinese characters: numbers, names of standards and layout are facts."""
    return re.sub(r"[^\u4e00-\u9fff]", "", text)


def runs(text: str) -> list[str]:
    kept = chinese(text)
    return [kept[start : start + RUN] for start in range(len(kept) - RUN + 1)]
