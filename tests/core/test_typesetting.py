"""Lines of Chinese text: what may stand at their ends, what stays together, how wide they are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor_app.documents.characters import NO_LINE_END, NO_LINE_START, is_wide, mended
from auditor_app.documents.typeset import Align, Line, Run, Setting, glued, set_lines

SIZE = 10.0

han = st.text("审核组现场记录堃犇䶮㛃𫖯，不符合", min_size=1, max_size=9)
latin = st.sampled_from(
    ["GB/T 45001-2020", "ISO 45001:2018", "QR-6.1-02", "Knowledge", "87.6 dB(A)", "NC-01", "3", "%"]
)
closing = st.sampled_from(["，", "。", "；", "）", "》", "”", "：", "……", "——", "、"])
opening = st.sampled_from(["（", "《", "“"])
text = st.lists(
    st.tuples(han, opening | st.just(""), latin | han, closing | st.just("") | st.just(" ")),
    min_size=1,
    max_size=12,
).map(lambda parts: "".join("".join(part) for part in parts))
widths = st.floats(16 * SIZE, 60 * SIZE)


def advance(char: str, bold: bool) -> float:
    return (1.0 if is_wide(char) else 0.5) + (0.02 if bold and not is_wide(char) else 0.0)


def lines(words: str, width: float, align: Align = Align.JUSTIFY) -> tuple[Line, ...]:
    setting = Setting(advance=advance, size=SIZE, width=width, align=align)
    return set_lines([Run(text=words)], setting)


def solid(words: str) -> str:
    return "".join(words.split())


@given(text, widths)
def test_no_line_starts_or_ends_with_punctuation_that_may_not(words: str, width: float) -> None:
    for before, after in pairwise(lines(words, width)):
        assert after.text[0] not in NO_LINE_START
        assert before.text[-1] not in NO_LINE_END
        assert before.text[-1] != "-"


@given(text, widths)
def test_no_line_is_wider_than_its_frame(words: str, width: float) -> None:
    assert all(line.width <= width + 0.02 for line in lines(words, width))


@given(text, widths, st.sampled_from(Align))
def test_nothing_is_lost_or_added_by_breaking_lines(words: str, width: float, align: Align) -> None:
    assert solid("".join(line.text for line in lines(words, width, align))) == solid(words)


@given(text, st.integers(0, 5))
def test_looks_change_nothing_but_the_looks(words: str, cut: int) -> None:
    setting = Setting(advance=advance, size=SIZE, width=200)
    runs = [Run(text=words[:cut], bold=True), Run(text=words[cut:], tone="#b3261e")]
    assert solid("".join(line.text for line in set_lines(runs, setting))) == solid(words)


@given(st.integers(0, 40))
def test_a_standard_number_is_never_cut(before: int) -> None:
    words = "核" * before + "按 GB/T 45001-2020 的要求" + "审" * 20
    assert any("GB/T\u00a045001-2020" in line.text for line in lines(words, 20 * SIZE))


@pytest.mark.parametrize("pair", ["——", "……"])
@pytest.mark.parametrize("before", range(6, 14))
def test_a_double_sign_stays_whole(before: int, pair: str) -> None:
    words = "核" * before + pair + "审" * 12
    assert sum(pair in line.text for line in lines(words, 10 * SIZE)) == 1


def test_a_word_wider_than_the_line_is_cut_but_not_after_a_hyphen() -> None:
    found = lines("a-" * 40, 10 * SIZE)
    assert len(found) > 1
    assert not any(line.text.endswith("-") for line in found[:-1])


def test_full_lines_reach_the_right_edge() -> None:
    found = lines("本次审核的目的是评价受审核方体系在 3 个场所的符合性和有效性。" * 4, 333)
    assert [line.width for line in found[:-1]] == pytest.approx([333] * (len(found) - 1))


def test_the_last_line_is_not_stretched() -> None:
    assert lines("审核结论", 400)[0].width == pytest.approx(4 * SIZE)


def test_a_line_with_few_gaps_is_left_ragged() -> None:
    first = lines("审 " + "Verantwortungsbewusstsein " * 3, 30 * SIZE)[0]
    assert first.width < 30 * SIZE


def test_adjacent_punctuation_closes_up() -> None:
    assert lines("审（《核", 400)[0].width == pytest.approx(3.5 * SIZE)


def test_closing_punctuation_counts_half_at_the_end_of_a_line() -> None:
    assert len(lines("审核审核。", 4.5 * SIZE)) == 1


def test_a_thin_gap_stands_between_chinese_and_latin() -> None:
    assert lines("共12份", 400)[0].width == pytest.approx((3 + 0.25) * SIZE)


def test_a_newline_starts_a_line_and_an_empty_line_stays() -> None:
    assert [line.text for line in lines("甲\n\n乙", 400)] == ["甲", "", "乙"]


@pytest.mark.parametrize(
    ("align", "start"), [(Align.LEFT, 0), (Align.CENTER, 80), (Align.RIGHT, 160)]
)
def test_lines_stand_where_they_are_told(align: Align, start: float) -> None:
    assert lines("审核审核", 200, align)[0].spans[0].x == pytest.approx(start)


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("按 GB 30871-2022", "按 GB\u00a030871-2022"),
        ("ISO/IEC 17021-1", "ISO/IEC\u00a017021-1"),
        ("隔声 8 h 等效 83.9 dB(A)", "隔声 8\u00a0h 等效 83.9\u00a0dB(A)"),
        ("光明路 128 号", "光明路 128 号"),
        ("", ""),
    ],
)
def test_numbers_hold_on_to_their_names_and_units(words: str, held: str) -> None:
    assert glued(words) == held


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("\ue863", "䶮"),
        ("\ue81e", "龴"),
        ("\ue816", "\U00020087"),
        ("甲\u200b乙\ufeff\ufe0f", "甲乙"),
        ("甲\r\n乙\t丙\x07", "甲\n乙 丙"),
        ("plain", "plain"),
    ],
)
def test_codes_of_old_systems_become_the_character_they_stand_for(words: str, printed: str) -> None:
    assert mended(words) == printed
