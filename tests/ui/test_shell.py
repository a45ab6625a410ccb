"""The window around the pages: made from them, following audits, language, look and keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from auditor_app import places
from auditor_app.domain import Audit
from tests.ui.answers import Answers
from tests.ui.sample_pages import ClientPage, ListPage
from ui.frame import Frame
from ui.language import Language
from ui.main_window import MainWindow
from ui.pages.audits import AuditsPage
from ui.shell.palette import Palette
from ui.shell.shortcuts import ShortcutSheet
from ui.tasks import Tasks
from ui.theme import Theme

Open = Callable[..., MainWindow]
Start = Callable[[Tasks, str], Audit]


@pytest.fixture
def open_window(qtbot: QtBot, tasks: Tasks, ask: Answers, theme: Theme) -> Open:
    def open_it(*pages: type, audit_id: str = "") -> MainWindow:
        window = MainWindow(tasks, ask, pages or (ClientPage, ListPage), audit_id=audit_id)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.frame is not None)
        return window

    return open_it


def frame(window: MainWindow) -> Frame:
    assert window.frame is not None
    return window.frame


def client_page(window: MainWindow) -> ClientPage:
    page = frame(window).page()
    assert isinstance(page, ClientPage)
    return page


def press(window: QWidget, key: Qt.Key, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window, key, modifier)


def type_chinese(widget: QWidget, words: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def test_an_empty_vault_shows_the_workspace_alone(open_window: Open) -> None:
    window = open_window()
    assert [page.KEY for page in frame(window).classes()] == ["list"]
    assert "还没有审核" in frame(window).sidebar.audit.text()


def test_the_window_is_made_of_its_pages(
    open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    assert frame(window).sidebar.row("client").text() == "概况与日程"
    assert frame(window).header.title() == "概况与日程"
    assert frame(window).sidebar.audit.text() == "华东精密"


def test_a_page_nobody_opened_is_not_built(
    open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    assert window.findChildren(ListPage) == []
    window.go("list")
    assert len(window.findChildren(ListPage)) == 1


def test_the_sidebar_counts_for_pages_nobody_opened(
    qtbot: QtBot, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    window.go("list")
    assert frame(window).sidebar.row("client").accessibleDescription() == "4"


def test_ctrl_and_a_number_switch_the_page(
    qtbot: QtBot, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    press(window, Qt.Key.Key_2, ctrl=True)
    assert frame(window).header.title() == "全部审核"
    assert frame(window).sidebar.row("list").isChecked()


def test_a_page_reloads_when_its_records_change(
    qtbot: QtBot, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    page = client_page(window)
    qtbot.waitUntil(lambda: page.loads == 1)
    start_audit(tasks, "海川化工")
    qtbot.waitUntil(lambda: page.loads == 2)


def test_a_hidden_page_reloads_when_it_is_shown_again(
    qtbot: QtBot, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    page = client_page(window)
    qtbot.waitUntil(lambda: page.loads == 1)
    window.go("list")
    start_audit(tasks, "海川化工")
    assert page.loads == 1
    window.go("client")
    qtbot.waitUntil(lambda: page.loads == 2)


def test_text_is_kept_when_the_page_is_left(
    qtbot: QtBot, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    page = client_page(window)
    qtbot.waitUntil(lambda: page.loads == 1)
    page.field.setFocus()
    type_chinese(page.field, "新")
    with qtbot.waitSignal(tasks.committed):
        window.go("list")
    qtbot.waitUntil(lambda: frame(window).sidebar.audit.text() == "华东精密新")
    assert "已自动保存" in frame(window).header.mark()


def test_ctrl_s_keeps_at_once_and_says_so(
    qtbot: QtBot, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    press(window, Qt.Key.Key_S, ctrl=True)
    qtbot.waitUntil(lambda: "已自动保存" in frame(window).header.mark())


def test_another_page_can_be_aimed_at_a_thing(
    qtbot: QtBot, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    window.go("list")
    page = frame(window).page()
    assert isinstance(page, ListPage)
    page.navigate.emit("client", "NC-02")
    qtbot.waitUntil(lambda: client_page(window).aimed == ["NC-02"])


def test_switching_the_audit_shows_the_other_client(
    qtbot: QtBot, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    first = start_audit(tasks, "华东精密")
    start_audit(tasks, "海川化工")
    window = open_window()
    assert frame(window).sidebar.audit.text() == "海川化工"
    with qtbot.waitSignal(window.audit_shown):
        window.open_audit(first.id)
    assert frame(window).sidebar.audit.text() == "华东精密"
    qtbot.waitUntil(lambda: client_page(window).field.text() == "华东精密")


def test_the_audit_of_last_time_is_shown_again(
    open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    first = start_audit(tasks, "华东精密")
    start_audit(tasks, "海川化工")
    assert open_window(audit_id=first.id).audit_id == first.id


def test_the_switcher_lists_every_audit(
    open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    start_audit(tasks, "海川化工")
    texts = [action.text() for action in open_window().audit_menu().actions()]
    assert any("华东精密" in text for text in texts)
    assert any("海川化工" in text for text in texts)


def test_a_failure_is_told_and_marked(
    qtbot: QtBot, open_window: Open, tasks: Tasks, ask: Answers
) -> None:
    from auditor_app.errors import DiskFull

    window = open_window()
    tasks.failed.emit(DiskFull("磁盘已满。文字还在屏幕上。"))
    assert ask.told == ["磁盘已满。文字还在屏幕上。"]
    assert "没有完成" in frame(window).header.mark()


def find(window: MainWindow) -> Palette:
    press(window, Qt.Key.Key_K, ctrl=True)
    palette = window.findChild(Palette)
    assert palette is not None
    return palette


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("gk", "概况与日程"),
        ("qbsh", "全部审核"),
        ("hdjm", "华东精密 OHS-0001"),
        ("0001", "华东精密 OHS-0001"),
        ("qkmc", "清空名称"),
        ("ss", "深色外观"),
        ("F1", None),
        ("没有的词", None),
    ],
)
def test_the_search_finds_by_first_letters(
    open_window: Open, tasks: Tasks, start_audit: Start, typed: str, found: str | None
) -> None:
    start_audit(tasks, "华东精密")
    palette = find(open_window())
    palette.field.setText(typed)
    assert palette.found()[:1] == ([found] if found else [])


def test_enter_does_what_the_search_found(
    qtbot: QtBot, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    palette = find(window)
    palette.field.setText("全部")
    press(palette.field, Qt.Key.Key_Return)
    assert frame(window).header.title() == "全部审核"
    qtbot.waitUntil(lambda: window.findChild(Palette) is None)


def test_escape_puts_the_search_away_and_gives_the_focus_back(
    qtbot: QtBot, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    client_page(window).field.setFocus()
    press(find(window).field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Palette) is None)
    assert client_page(window).field.hasFocus()


def test_f1_shows_the_keys(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    press(window, Qt.Key.Key_F1)
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    press(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ShortcutSheet) is None)


def test_f6_walks_from_the_sidebar_to_the_page_and_back(
    open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    frame(window).sidebar.audit.setFocus()
    press(window, Qt.Key.Key_F6)
    assert client_page(window).field.hasFocus()
    press(window, Qt.Key.Key_F6)
    assert frame(window).sidebar.audit.hasFocus()


def test_the_sidebar_folds_in_a_narrow_window(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    assert frame(window).sidebar.width() == 232
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: frame(window).sidebar.width() == 56)


def test_the_dark_look_reaches_the_open_window(
    qtbot: QtBot, open_window: Open, theme: Theme
) -> None:
    window = open_window()
    light = frame(window)
    theme.use(dark=True)
    qtbot.waitUntil(lambda: frame(window) is not light)
    corner = window.grab().toImage().pixelColor(4, 400)
    assert corner.name() == theme.tokens.window.lower()


def test_the_page_stays_when_the_text_grows(
    qtbot: QtBot, open_window: Open, theme: Theme, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    window.go("list")
    before = frame(window)
    theme.use(dark=False, scale=1.5)
    qtbot.waitUntil(lambda: frame(window) is not before)
    assert frame(window).header.title() == "全部审核"


def test_the_screen_speaks_english_and_chinese_again(
    qtbot: QtBot, qapp: QCoreApplication, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    language = Language(qapp, places.resources())
    language.use("en")
    qtbot.waitUntil(lambda: frame(window).sidebar.row("list").text() == "All audits")
    language.use("zh")
    qtbot.waitUntil(lambda: frame(window).sidebar.row("list").text() == "全部审核")


def nameless(widget: QWidget) -> list[str]:
    """Class names of everything the keyboard reaches and a screen reader cannot name."""
    found = []
    todo = [QAccessible.queryAccessibleInterface(widget)]
    while todo:
        one = todo.pop()
        state = one.state()
        if state.focusable and not state.invisible and not one.text(QAccessible.Text.Name):
            found.append(f"{one.object()} in {one.object().parent()}")
        if not state.invisible:
            children = [one.child(index) for index in range(one.childCount())]
            todo += [child for child in children if child.isValid()]
    return found


def test_everything_the_keyboard_reaches_has_a_name(
    qtbot: QtBot, open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window(ClientPage, AuditsPage)
    for page in frame(window).classes():
        window.go(page.KEY)
        assert nameless(window) == []
    find(window)
    assert nameless(window) == []


def test_every_target_of_the_frame_is_large_enough(
    open_window: Open, tasks: Tasks, start_audit: Start
) -> None:
    start_audit(tasks, "华东精密")
    window = open_window()
    small = [
        button.accessibleName() or button.text()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and min(button.width(), button.height()) < 24
    ]
    assert small == []


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1223, 664)])
def test_no_word_of_the_frame_is_cut(
    qtbot: QtBot,
    open_window: Open,
    theme: Theme,
    tasks: Tasks,
    start_audit: Start,
    scale: float,
    size: tuple[int, int],
) -> None:
    theme.use(dark=False, scale=scale)
    start_audit(tasks, "华东精密")
    window = open_window(ClientPage, AuditsPage)
    window.resize(*size)
    for page in frame(window).classes():
        window.go(page.KEY)
        QTest.qWait(1)
        assert cut(window) == []


def cut(window: QWidget) -> list[str]:
    """Labels and buttons with words that are given less room than the words need."""
    labels = [label for label in window.findChildren(QLabel) if not label.wordWrap()]
    found = []
    buttons = window.findChildren(QPushButton)
    named: list[QLabel | QPushButton] = [*labels, *buttons]
    for one in named:
        least = one.minimumSizeHint()
        is_short = one.width() < least.width() or one.height() < least.height()
        if one.isVisible() and one.text() and is_short:
            found.append(f"{one.text()} {one.size().toTuple()} < {least.toTuple()}")
    return found
