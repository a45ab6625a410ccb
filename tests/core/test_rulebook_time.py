"""The audit time tables are as printed: misprints stay, flagged (scenarios E01 to E04)."""

from decimal import Decimal
from functools import cache

import pytest

from auditor_app import places
from auditor_app.rules.rulebook import Risk, Rulebook, parse_rulebook

KEYS = ("HCR", "TCC", "OYPX")


@cache
def rulebook(key: str) -> Rulebook:
    return parse_rulebook((places.data() / "rulebooks" / f"{key.lower()}.toml").read_text("utf-8"))


def days(key: str, people: int, risk: Risk) -> list[Decimal | None]:
    """What the rows as printed say, every row that covers so many people."""
    return [row.days_for(risk) for row in rulebook(key).time_rows(people)]


def flags(key: str, people: int) -> set[str]:
    return {flag for row in rulebook(key).time_rows(people) for flag in row.flags}


@pytest.mark.parametrize(
    ("people", "risk", "printed"),
    [
        (1, Risk.LOW, ("2.5", "2.5", "2.5")), (5, Risk.HIGH, ("3", "3", "3")),
        (6, Risk.HIGH, ("3.5", "3.5", "3.5")), (10, Risk.MEDIUM, ("3", "3", "3")),
        (11, Risk.MEDIUM, ("3.5", "3.5", "3.5")), (65, Risk.MEDIUM, ("6", "6", "6")),
        (66, Risk.MEDIUM, ("7", "7", "7")), (85, Risk.HIGH, ("9", "9", "9")),
        (86, Risk.HIGH, ("11", "11", "11")), (125, Risk.LOW, ("5.5", "5.5", "5.5")),
        (126, Risk.LOW, ("6", "6", "6")), (625, Risk.MEDIUM, ("12", "12", "12")),
        (626, Risk.MEDIUM, ("13", "11", "13")), (875, Risk.HIGH, ("17", "17", "17")),
        (876, Risk.HIGH, ("19", "18", "19")), (1550, Risk.HIGH, ("20", "20", "20")),
        (1551, Risk.HIGH, ("21", "23", "21")), (5450, Risk.HIGH, ("28", "28", "28")),
        (5451, Risk.HIGH, ("30", "28", "30")), (5800, Risk.LOW, ("17", "16", "17")),
        (5801, Risk.LOW, ("17", "17", "17")), (10700, Risk.LOW, ("20", "20", "20")),
    ],
)  # fmt: skip
def test_e01_the_ends_of_the_ranges(people: int, risk: Risk, printed: tuple[str, ...]) -> None:
    for key, value in zip(KEYS, printed, strict=True):
        assert days(key, people, risk) == [Decimal(value)], key


@pytest.mark.parametrize("key", KEYS)
def test_e01_nobody_is_no_row(key: str) -> None:
    assert rulebook(key).time_rows(0) == ()


@pytest.mark.parametrize(
    ("people", "both"),
    [
        (3450, ["25"]), (3451, ["27", "28"]), (4000, ["27", "28"]),
        (4350, ["27", "28"]), (4351, ["28"]), (5450, ["28"]),
    ],
)  # fmt: skip
def test_e02_the_overlapping_rows_of_hcr_are_both_kept(people: int, both: list[str]) -> None:
    assert days("HCR", people, Risk.HIGH) == [Decimal(value) for value in both]
    if len(both) > 1:
        assert flags("HCR", people) == {"H01"}


def test_e02_the_others_print_one_row_without_flag() -> None:
    for key in ("TCC", "OYPX"):
        assert days(key, 4000, Risk.HIGH) == [Decimal(27)]
        assert not flags(key, 4000)


@pytest.mark.parametrize(
    ("people", "risk", "printed", "reference", "code"),
    [
        (700, Risk.MEDIUM, "11", "13", "T11"), (1000, Risk.HIGH, "18", "19", "T12"),
        (1800, Risk.HIGH, "23", "21", "T13"), (5600, Risk.HIGH, "28", "30", "T14"),
        (5600, Risk.MEDIUM, "21", "23", "T14"), (5600, Risk.LOW, "16", "17", "T14"),
    ],
)  # fmt: skip
def test_e03_the_misprints_of_tcc_stay_and_show_their_reference(
    people: int, risk: Risk, printed: str, reference: str, code: str
) -> None:
    (row,) = rulebook("TCC").time_rows(people)
    assert row.days_for(risk) == Decimal(printed)
    assert code in row.flags
    (meant,) = [one for one in row.references if one.low <= people <= one.high]
    assert meant.days[tuple(Risk).index(risk)] == Decimal(reference)
    assert days("HCR", people, risk) == days("OYPX", people, risk) == [Decimal(reference)]
    assert not flags("HCR", people) | flags("OYPX", people)


def test_e03_a_sound_row_of_tcc_has_no_flag() -> None:
    assert days("TCC", 600, Risk.MEDIUM) == [Decimal(12)]
    assert not flags("TCC", 600)


@pytest.mark.parametrize("key", KEYS)
def test_over_10700_people_no_number_is_printed(key: str) -> None:
    assert days(key, 10701, Risk.HIGH) == [None]
    assert flags(key, 10701) == {"X06"}


def test_oypx_prints_no_table_and_says_whose_it_uses() -> None:
    assert [rulebook(key).is_audit_time_printed for key in KEYS] == [True, True, False]
    assert rulebook("OYPX").audit_time_source == "CNAS-CC105"


def test_hcr_names_the_usual_risk_of_65_kinds_of_business() -> None:
    categories = rulebook("HCR").risk_categories
    shipyard = next(category for category in categories if "造船" in category.title)
    assert len(categories) == 65
    assert (shipyard.risk, shipyard.may_also_be) == (Risk.HIGH, (Risk.MEDIUM,))


def test_every_flag_on_a_row_can_be_read_up() -> None:
    anomaly = rulebook("TCC").anomaly("T11")
    assert anomaly
    assert anomaly.treatment
    assert rulebook("TCC").anomaly("T99") is None
