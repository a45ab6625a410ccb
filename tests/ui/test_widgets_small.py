"""Chips, segments, steps, gates, bars and the undo line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from auditor_app.domain import Grade, Verdict
from ui import theme
from ui.widgets.cards import Finding, FindingCard
from ui.widgets.chips import Chip, ChipButton, ClauseTag, FilterChips, Pill
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.gate_list import Gate, GateList, Link, Weight
from ui.widgets.progress import Part, StackedBar, verdict_parts
from ui.widgets.segmented import Segment, SegmentButton, Segmented
from ui.widgets.stepper import Progress, Step, StepButton, Stepper
from ui.widgets.toast import Toast

pytestmark = pytest.mark.usefixtures("light")
LEFT = Qt.MouseButton.LeftButton
GATES = tuple(
    Gate(key=key, weight=weight, text=f"还差 {key}", clause=f"HCR 5.4.{key}", link=f"去 {key}")
    for key, weight in zip("123", Weight, strict=True)
)
CHIPS = (
    Chip(key="all", word="全部", count=128),
    Chip(key="open", word="待查", count=82),
    Chip(key="nc", word="不符合", count=3),
)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()


def test_one_filter_is_on_and_new_counts_do_not_turn_it_off(qtbot: QtBot) -> None:
    chips = FilterChips()
    shown(qtbot, chips)
    chips.show_chips(CHIPS)
    assert chips.chosen_key() == "all"
    with qtbot.waitSignal(chips.chosen) as told:
        qtbot.mouseClick(chips.findChildren(ChipButton)[2], LEFT)
    assert told.args == ["nc"]
    chips.show_chips((*CHIPS[:2], Chip(key="nc", word="不符合", count=4)))
    assert chips.chosen_key() == "nc"
    assert chips.findChildren(ChipButton)[2].accessibleName() == "不符合 4"


def test_chips_that_do_not_fit_go_on_the_next_line(qtbot: QtBot) -> None:
    chips = FilterChips()
    shown(qtbot, chips)
    chips.show_chips(CHIPS)
    chips.resize(170, 100)
    buttons = chips.findChildren(ChipButton)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) > 1)
    layout = chips.layout()
    assert isinstance(layout, FlowLayout)
    assert layout.heightForWidth(150) > layout.heightForWidth(600)


def test_the_arrow_keys_change_the_segment(qtbot: QtBot) -> None:
    segmented = Segmented((Segment(key="s1", word="一阶段"), Segment(key="s2", word="二阶段")))
    shown(qtbot, segmented)
    first = segmented.findChildren(SegmentButton)[0]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(segmented.chosen) as told:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert told.args == ["s2"]
    assert not first.isChecked()


def test_a_segment_with_few_views_keeps_what_was_chosen(qtbot: QtBot) -> None:
    segmented = Segmented((Segment(key="a", word="看板"), Segment(key="b", word="列表")))
    shown(qtbot, segmented)
    segmented.show_segments((Segment(key="b", word="列表 2"), Segment(key="c", word="按条款")), "b")
    assert segmented.chosen_key() == "b"
    segmented.show_segments((Segment(key="c", word="按条款"),))
    assert segmented.chosen_key() == "c"


def test_a_step_says_where_it_stands_and_can_be_asked(qtbot: QtBot) -> None:
    stepper = Stepper()
    shown(qtbot, stepper)
    stepper.show_steps(
        (
            Step(key="plan", title="策划", fact="2 月 26 日已确认", progress=Progress.DONE),
            Step(key="stage2", title="二阶段", progress=Progress.NOW),
            Step(key="report", title="报告"),
        )
    )
    buttons = stepper.findChildren(StepButton)
    assert [each.accessibleDescription() for each in buttons] == [
        "已完成，2 月 26 日已确认",
        "进行中",
        "未开始",
    ]
    with qtbot.waitSignal(stepper.asked) as told:
        qtbot.keyClick(buttons[2], Qt.Key.Key_Space)
    assert told.args == ["report"]


def test_the_arrows_walk_the_gates_and_a_link_is_followed(qtbot: QtBot) -> None:
    gates = GateList()
    shown(qtbot, gates)
    gates.show_gates(GATES)
    gates.focus_first()
    links = gates.findChildren(Link)
    qtbot.waitUntil(links[0].hasFocus)
    qtbot.keyClick(links[0], Qt.Key.Key_Down)
    assert links[1].hasFocus()
    with qtbot.waitSignal(gates.followed) as told:
        qtbot.keyClick(links[1], Qt.Key.Key_Space)
    assert told.args == ["2"]


def test_a_clause_tag_asks_for_its_text(qtbot: QtBot) -> None:
    gates = GateList()
    shown(qtbot, gates)
    gates.show_gates(GATES)
    with qtbot.waitSignal(gates.clause_asked) as told:
        qtbot.mouseClick(gates.findChildren(ClauseTag)[0], LEFT)
    assert told.args == ["HCR 5.4.1"]


def test_every_weight_has_its_own_word_beside_its_colour(qtbot: QtBot) -> None:
    gates = GateList()
    shown(qtbot, gates)
    gates.show_gates(GATES)
    assert [pill.text() for pill in gates.findChildren(Pill)] == ["停", "警", "注"]


def test_new_gates_replace_the_old(qtbot: QtBot) -> None:
    gates = GateList()
    shown(qtbot, gates)
    gates.show_gates(GATES)
    gates.show_gates(GATES[:1])
    assert len(gates.findChildren(Link)) == 1


def test_the_bar_says_what_it_shows(qtbot: QtBot) -> None:
    bar = StackedBar()
    shown(qtbot, bar)
    bar.show_parts(verdict_parts({Verdict.CONFORMING: 36, Verdict.MAJOR: 1}), 128)
    assert bar.accessibleName() == "进度 37 / 128，符合 36，严重不符合 1"


def test_the_bar_fills_as_far_as_the_work_is_done(qtbot: QtBot) -> None:
    bar = StackedBar(height=6)
    shown(qtbot, bar)
    bar.resize(200, 6)
    bar.show_parts((Part(amount=5, tone="ok"),), 10)
    image = bar.grab().toImage()
    assert image.pixelColor(50, 3) == theme.color("ok")
    assert image.pixelColor(150, 3) == theme.color("line")


def test_undo_comes_back_once_and_then_the_line_is_gone(qtbot: QtBot) -> None:
    toast = Toast()
    shown(qtbot, toast)
    toast.say("已删除照片", can_undo=True)
    undo = toast.findChild(QPushButton)
    assert undo is not None
    with qtbot.waitSignal(toast.undone), qtbot.assertNotEmitted(toast.gone):
        qtbot.mouseClick(undo, LEFT)
    assert toast.isHidden()


def test_the_line_goes_by_itself_and_says_so(qtbot: QtBot) -> None:
    toast = Toast()
    shown(qtbot, toast)
    with qtbot.waitSignal(toast.gone):
        toast.say("已删除照片", can_undo=True, last=20)
    assert toast.isHidden()


def test_a_second_deletion_makes_the_first_final(qtbot: QtBot) -> None:
    toast = Toast()
    shown(qtbot, toast)
    toast.say("已删除照片 1", can_undo=True)
    with qtbot.waitSignal(toast.gone):
        toast.say("已删除照片 2", can_undo=True)
    assert toast.isVisible()


def test_a_finding_card_opens_by_its_link(qtbot: QtBot) -> None:
    card = FindingCard(
        Finding(key="n2", number="NC-02", text="无检测记录", tone="minor", pill="轻微", link="打开")
    )
    shown(qtbot, card)
    link = card.findChild(Link)
    assert link is not None
    with qtbot.waitSignal(card.opened) as told:
        qtbot.mouseClick(link, LEFT)
    assert told.args == ["n2"]


def test_an_empty_page_offers_one_action(qtbot: QtBot) -> None:
    empty = EmptyState("package", "还没有交接包", action="打包")
    shown(qtbot, empty)
    (button,) = empty.findChildren(QPushButton)
    with qtbot.waitSignal(empty.wanted):
        qtbot.mouseClick(button, LEFT)


def test_an_empty_page_without_an_action_has_no_button(qtbot: QtBot) -> None:
    empty = EmptyState("package", "还没有交接包", help_line="由办公室导入后在这里显示。")
    shown(qtbot, empty)
    assert empty.findChildren(QPushButton) == []
    assert "还没有交接包" in [label.text() for label in empty.findChildren(QLabel)]


def test_a_cut_name_is_whole_in_its_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("华东精密机械制造（无锡）有限公司第二分公司")
    shown(qtbot, label)
    label.resize(80, 20)
    assert label.toolTip() == label.text()
    assert label.minimumSizeHint().width() < label.sizeHint().width()


@pytest.mark.parametrize("grade", list(Grade))
def test_a_grade_pill_has_word_icon_and_colour(qtbot: QtBot, grade: Grade) -> None:
    pill = Pill()
    shown(qtbot, pill)
    pill.show_grade(grade)
    tone = "major" if grade is Grade.MAJOR else "minor"
    colors = {
        pill.grab().toImage().pixelColor(x, y).name()
        for x in range(pill.width())
        for y in range(pill.height())
    }
    assert theme.color(f"{tone}_soft").name() in colors
    assert pill.text() in {"严重", "轻微"}
