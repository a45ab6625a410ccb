"""The window over one open vault: made from the pages it is given, knowing none by name."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from auditor_app.domain import BEIJING, RecordId, now
from auditor_app.errors import AuditorError
from ui import theme
from ui.ask import Ask
from ui.audit_words import clock, day
from ui.frame import AnyPage, Frame
from ui.pages.base import Section
from ui.settings import CHINESE
from ui.shell.palette import Command, Palette
from ui.shell.settings_menu import SettingsMenu
from ui.shell.shortcuts import ShortcutSheet
from ui.summary import Summary, read_summary
from ui.tasks import Kinds, Pause, Tasks

NEWS_MS = 30
NUMBERED = 9


class MainWindow(QMainWindow):
    """Shows one audit at a time. The frame is built anew for every audit, language and look, so
    that no page has to follow such a change."""

    audit_shown = Signal(str)
    dark_chosen = Signal(bool)
    percent_chosen = Signal(int)
    language_chosen = Signal(str)
    lock_asked = Signal()
    about_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        tasks: Tasks,
        ask: Ask,
        pages: Sequence[type[AnyPage]],
        *,
        audit_id: str = "",
        language: str = CHINESE,
    ) -> None:
        super().__init__()
        self.tasks, self.ask = tasks, ask
        self.frame: Frame | None = None
        self._pages = pages
        self._audit_id, self._language = RecordId(audit_id), language
        self._summary: Summary | None = None
        self._key = ""
        self._kept_at: datetime | None = None
        self._news = Pause(self, self._read_summary, ms=NEWS_MS)
        self._rebuilding = Pause(self, self._build, ms=0)
        self.setWindowTitle(self.tr("现场审核"))
        self.setMinimumSize(900, 600)
        self._add_shortcuts()
        tasks.committed.connect(self._on_committed)
        tasks.failed.connect(self._on_failed)
        tasks.busy.connect(self._on_busy)
        theme.current().changed.connect(self._rebuilding.restart)
        self._read_summary()

    @property
    def audit_id(self) -> RecordId:
        """The audit shown; empty while the vault holds none."""
        return self._audit_id

    def go(self, key: str, target: object = None) -> None:
        """Show a page, and there the target."""
        self._key = key
        if self.frame is not None:
            self.frame.show_page(key, target)

    def open_audit(self, audit_id: str, key: str = "") -> None:
        """Show another audit, on page `key` or on its first page."""
        if self.frame is not None:
            self.frame.flush()
        self._audit_id, self._key = RecordId(audit_id), key
        self._read_summary()

    def search(self) -> None:
        """Open the search box over the window."""
        if self._summary is not None:
            Palette(self, self._commands(self._summary)).show()

    def show_shortcuts(self) -> None:
        """Open the sheet of keys."""
        groups = [(self.tr("到处可用"), self._own_shortcuts())]
        page = self.frame.page() if self.frame else None
        if page is not None and page.shortcuts():
            groups.append((page.title(), list(page.shortcuts())))
        ShortcutSheet(self, groups).show()

    def keep_now(self) -> None:
        """Keep at once what is being typed, and say so (Ctrl+S)."""
        if self.frame is not None:
            self.frame.flush()
        self.tasks.run(self, lambda _: now(), self._say_kept)

    def next_region(self) -> None:
        """Move the focus to the next region of the window (F6)."""
        regions = self.frame.regions() if self.frame else []
        focus = self.focusWidget()
        here = [n for n, region in enumerate(regions) if _holds(region, focus)]
        start = here[-1] + 1 if here else 0
        for region in [*regions[start:], *regions[:start]]:
            entry = _way_in(region)
            if entry is not None:
                entry.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def settings_menu(self) -> SettingsMenu:
        """The gear's menu, wired."""
        menu = SettingsMenu(self, language=self._language)
        menu.dark_chosen.connect(self.dark_chosen)
        menu.percent_chosen.connect(self.percent_chosen)
        menu.language_chosen.connect(self.language_chosen)
        menu.shortcuts_asked.connect(self.show_shortcuts)
        menu.lock_asked.connect(self.lock_asked)
        menu.about_asked.connect(self.about_asked)
        return menu

    def audit_menu(self) -> QMenu:
        """The audits of the vault, the one shown ticked."""
        menu = QMenu(self)
        for line in self._summary.audits if self._summary else ():
            action = menu.addAction(f"{line.client}\t{line.line}")
            action.setCheckable(True)
            action.setChecked(line.id == self._audit_id)
            action.triggered.connect(partial(_press, partial(self.open_audit, line.id)))
        if not menu.isEmpty():
            menu.addSeparator()
        for page in self._pages:
            if page.SECTION is Section.WORKSPACE:
                action = menu.addAction(f"{page.title()}…")
                action.triggered.connect(partial(_press, partial(self.go, page.KEY)))
        return menu

    def use_language(self, language: str) -> None:
        """Know the language of the screen; the words themselves follow by LanguageChange."""
        self._language = language

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("现场审核"))
            self._rebuilding.restart()
            self._news.restart()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.frame is not None:
            self.frame.flush()
        super().closeEvent(event)
        self.closed.emit()

    def _read_summary(self) -> None:
        pages, wanted = self._pages, self._audit_id
        self.tasks.run(self, lambda vault: read_summary(vault, pages, wanted), self._take)

    def _take(self, summary: Summary) -> None:
        self._summary = summary
        shown = summary.shown.id if summary.shown else RecordId("")
        if self.frame is None or self.frame.audit_id != shown:
            self._audit_id = shown
            self._build()
            self.audit_shown.emit(shown)
        else:
            self._show_summary(self.frame, summary)

    def _build(self) -> None:
        if self._summary is None:
            return
        if self.frame is not None:
            self.frame.flush()
        audit_id = self._audit_id
        shown = [p for p in self._pages if audit_id or p.SECTION is Section.WORKSPACE]
        frame = Frame(shown, lambda page: page(self.tasks, self.ask, audit_id), audit_id)
        frame.navigate.connect(self.go)
        frame.audit_chosen.connect(self.open_audit)
        frame.page_shown.connect(self._on_page_shown)
        frame.sidebar.audit_asked.connect(self._pop_audits)
        frame.sidebar.settings_asked.connect(self._pop_settings)
        frame.header.search_asked.connect(self.search)
        self.frame = frame
        self.setCentralWidget(frame)
        self._show_summary(frame, self._summary)
        if self._kept_at is not None:
            self._say_kept(self._kept_at)
        keys = [page.KEY for page in shown]
        if keys:
            frame.show_page(self._key if self._key in keys else keys[0])

    def _show_summary(self, frame: Frame, summary: Summary) -> None:
        if summary.shown is None:
            frame.sidebar.audit.show_audit(self.tr("还没有审核"), self.tr("请先新建一个审核"))
        else:
            frame.sidebar.audit.show_audit(summary.shown.client, summary.shown.line)
        backup = self.tr("还没有备份")
        if summary.backed_up_at is not None:
            backup = self.tr("{when} 已加密备份").format(when=_when(summary.backed_up_at))
        frame.sidebar.show_state(self.tr("离线 · 记录存于本机"), backup)
        frame.sidebar.show_person(summary.person, summary.role)
        frame.show_badges(summary.badges)

    def _commands(self, summary: Summary) -> list[Command]:
        pages = self.frame.classes() if self.frame else []
        shown = self.frame.page() if self.frame else None
        found = [
            Command(
                title=page.title(),
                hint=self.tr("页面"),
                icon=page.ICON,
                keys=f"Ctrl {number}" if number <= NUMBERED else "",
                run=partial(self.go, page.KEY),
            )
            for number, page in enumerate(pages, start=1)
        ]
        if shown is not None:
            found += [_command(action, shown.title()) for action in shown.commands()]
        found += [
            Command(
                title=f"{line.client} {line.number}",
                hint=line.line,
                icon="building-2",
                run=partial(self.open_audit, line.id),
            )
            for line in summary.audits
        ]
        return found + [_command(action, self.tr("程序")) for action in self._plain_actions()]

    def _plain_actions(self) -> list[QAction]:
        return [action for action in self.settings_menu().actions() if _is_plain(action)]

    def _own_shortcuts(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl 1–9", self.tr("切换页面")),
            ("Ctrl K", self.tr("搜索页面、审核、命令")),
            ("F6", self.tr("到下一个区域")),
            ("Ctrl S", self.tr("立即保存")),
            ("Ctrl L", self.tr("锁定")),
            ("F1", self.tr("显示本表")),
            ("Esc", self.tr("收起浮层")),
        ]

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": self.search,
            "F6": self.next_region,
            "F1": self.show_shortcuts,
            "Ctrl+S": self.keep_now,
            "Ctrl+L": self.lock_asked.emit,
        }
        for number in range(1, NUMBERED + 1):
            keys[f"Ctrl+{number}"] = partial(self._go_number, number)
        for sequence, act in keys.items():
            action = QAction(self)
            action.setShortcut(QKeySequence(sequence))
            action.triggered.connect(partial(_press, act))
            self.addAction(action)

    def _go_number(self, number: int) -> None:
        pages = self.frame.classes() if self.frame else []
        if number <= len(pages):
            self.go(pages[number - 1].KEY)

    def _pop_audits(self) -> None:
        if self.frame is not None:
            card = self.frame.sidebar.audit
            self.audit_menu().popup(card.mapToGlobal(card.rect().bottomLeft()))

    def _pop_settings(self) -> None:
        if self.frame is not None:
            gear = self.frame.sidebar.gear()
            menu = self.settings_menu()
            menu.popup(gear.mapToGlobal(gear.rect().topRight()) - menu.rect().bottomLeft())

    def _on_page_shown(self, key: str) -> None:
        self._key = key

    def _on_committed(self, _: Kinds) -> None:
        self._say_kept(now())
        self._news.restart()

    def _on_failed(self, error: AuditorError) -> None:
        if self.frame is not None:
            self.frame.header.show_trouble(self.tr("有操作没有完成"))
        self.ask.tell(error)

    def _on_busy(self, busy: bool) -> None:
        if busy and self.frame is not None:
            self.frame.header.show_busy(self.tr("正在处理…"))
        elif self.frame is not None:
            self.frame.header.end_busy()

    def _say_kept(self, moment: datetime) -> None:
        self._kept_at = moment
        if self.frame is not None:
            self.frame.header.show_kept(self.tr("已自动保存 {time}").format(time=clock(moment)))


def _press(act: Callable[[], object], _checked: bool = False) -> None:
    act()


def _when(moment: datetime) -> str:
    """A time of today, or the day it was."""
    local = moment.astimezone(BEIJING)
    return clock(moment) if local.date() == now().astimezone(BEIJING).date() else day(local.date())


def _command(action: QAction, hint: str) -> Command:
    words, _, keys = action.text().partition("\t")
    keys = keys or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Command(title=words, hint=hint, icon="arrow-right", keys=keys, run=action.trigger)


def _is_plain(action: QAction) -> bool:
    return action.menu() is None and not action.isSeparator()


def _holds(region: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (region is widget or region.isAncestorOf(widget))


def _way_in(region: QWidget) -> QWidget | None:
    """The first widget of a region that the keyboard can reach."""
    for widget in (region, *region.findChildren(QWidget)):
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and widget.isVisible() and widget.isEnabled():
            return widget
    return None
