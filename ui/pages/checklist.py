"""检查表: what the visit must ask on the left, one item with its answer on the right."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from auditor_app.domain import (
    Answer,
    Attendance,
    Audit,
    Evidence,
    KeyAuditPoint,
    Nonconformity,
    PlanSlot,
    RecordId,
    Visit,
    VisitKind,
)
from auditor_app.rules.standard import is_within
from auditor_app.vault import Vault
from ui import theme
from ui.ask import Ask
from ui.audit_words import visit_word
from ui.pages.base import Badge, Page
from ui.pages.checklist_parts.data import ChecklistData, Wish, badge_visit, read, visit_of
from ui.pages.checklist_parts.detail_pane import DetailPane
from ui.pages.checklist_parts.focus import chain
from ui.pages.checklist_parts.item_desk import ItemDesk
from ui.pages.checklist_parts.list_pane import ListPane
from ui.pages.checklist_parts.photo_overlay import PhotoOverlay
from ui.pages.checklist_parts.tree import View
from ui.tasks import Tasks
from ui.widgets.empty import EmptyState
from ui.widgets.segmented import Segment, Segmented

LOADING, ITEMS, NO_VISIT, NOTHING_ASKED = range(4)
LIST_WIDTH, LIST_LEAST, DETAIL_WISH = 404, 320, 560


class ChecklistPage(Page[ChecklistData]):
    """One visit's checklist; the item shown stays shown through every reload."""

    KEY = "checklist"
    TITLE = QT_TRANSLATE_NOOP("Pages", "检查表")
    ICON = "clipboard-check"
    SHOWS = frozenset(
        {Answer, Attendance, Audit, Evidence, KeyAuditPoint, Nonconformity, PlanSlot, Visit}
    )

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId) -> None:
        super().__init__(tasks, ask, audit_id)
        self._wish = Wish(audit_id=audit_id)
        self._data = ChecklistData(visits=())
        self.list, self.detail = ListPane(self), DetailPane(self)
        self.overlay = PhotoOverlay(self)
        self.desk = ItemDesk(tasks, ask, pane=self.detail, overlay=self.overlay)
        self._visits = Segmented()
        self._visits.setAccessibleName(self.tr("审核阶段"))
        self._import = QPushButton(self.tr("导入照片"))
        theme.mark(self._import, kind="tonal")
        theme.dress(self._import, "camera", "accent", 16)
        self._import.setToolTip(self.tr("为当前检查项导入照片（F8）"))
        self._actions = self._build_actions()
        self._stack = self._build()
        self._connect()

    @classmethod
    def badge(cls, vault: Vault, audit_id: RecordId) -> Badge | None:
        """n/m of the visit going on."""
        if not audit_id:
            return None
        visit = badge_visit(vault, audit_id)
        if visit is None:
            return None
        state = vault.checklists.state(audit_id, visit.id)
        return Badge(text=f"{state.answered}/{len(state.items)}") if state.items else None

    @classmethod
    def shortcuts(cls) -> Sequence[tuple[str, str]]:
        """For the sheet F1 shows."""
        translate = QCoreApplication.translate
        return (
            ("1–5", translate("ChecklistPage", "结论（不在文本框中时）")),
            ("Alt ↑ / Alt ↓", translate("ChecklistPage", "上一项 / 下一项")),
            ("Ctrl ↵", translate("ChecklistPage", "完成，到下一个待查项")),
            ("F8", translate("ChecklistPage", "为当前项导入照片")),
            ("Ctrl F", translate("ChecklistPage", "在检查表中查找")),
        )

    def load(self, vault: Vault) -> ChecklistData:
        """Read the visit wished for."""
        return read(vault, self._wish)

    def show_data(self, data: ChecklistData) -> None:
        """Show it; the current item stays current, also when it passes no filter any more."""
        self.desk.take(data)
        self._data = data
        self._show_visits()
        if not data.items:
            self._stack.setCurrentIndex(NO_VISIT if data.visit is None else NOTHING_ASKED)
            return
        self._stack.setCurrentIndex(ITEMS)
        self.list.show_data(data)
        key = self.desk.key
        if key not in data.items:
            key = self._next_open("") or data.order[0]
        self._show_item(key)

    def header_widgets(self) -> Sequence[QWidget]:
        """The visits."""
        return (self._visits,)

    def header_actions(self) -> Sequence[QWidget]:
        """The way in for photos."""
        return (self._import,)

    def commands(self) -> Sequence[QAction]:
        """For the search box."""
        return self._actions

    def panes(self) -> Sequence[QWidget]:
        """List, then item."""
        return (self.list, self.detail)

    def go_to(self, target: object) -> None:
        """Show an item by its key or its answer's id, or what is next in a clause or department."""
        words = str(target)
        if found := self._find(words):
            self._show_item(found)
        else:
            find = partial(visit_of, audit_id=self.audit_id, name=words)
            self.tasks.run(self, find, partial(self._go_to_visit, words))

    def flush(self) -> None:
        """Keep what is being typed."""
        self.desk.flush()

    def step(self, by: int) -> None:
        """To the neighbour in the list as it is filtered."""
        if not self.list.tree.step(by):
            self.detail.toast.say(
                self.tr("已是最后一项") if by > 0 else self.tr("已是第一项"), last=2_000
            )

    def finish_item(self) -> None:
        """The item is done: on to the next one without a verdict."""
        if not self._data.items or not self.desk.demand_verdict():
            return
        self.desk.finish()
        self._go_on(self.tr("全部查完，没有待查项了"))

    def postpone_item(self) -> None:
        """Leave the item for later, or take that back."""
        if self._data.items and self.desk.postpone():
            self._go_on(self.tr("没有别的待查项了"))

    def import_photos(self) -> None:
        """Choose files for the item shown."""
        if self._data.items:
            self.desk.photos.ask_files()

    def _build(self) -> QStackedWidget:
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.detail, 1)
        stack = QStackedWidget(self)
        stack.addWidget(QWidget())
        stack.addWidget(both)
        stack.addWidget(
            EmptyState(
                "calendar-range",
                self.tr("这次审核还没有安排阶段"),
                help_line=self.tr("有了一阶段或二阶段的日期，检查表会按规则自动列出。"),
            )
        )
        stack.addWidget(
            EmptyState(
                "clipboard-check",
                self.tr("这一阶段没有要查的条款"),
                help_line=self.tr("不符合跟踪在“不符合项”里逐条验证。"),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(stack)
        self.overlay.raise_()
        return stack

    def _build_actions(self) -> tuple[QAction, ...]:
        # Of the window, so that they work from the sidebar too; a hidden page does not hear them.
        context = Qt.ShortcutContext.WindowShortcut
        wanted: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (self.tr("完成，下一项"), "Ctrl+Return", self.finish_item),
            (self.tr("稍后再查"), "", self.postpone_item),
            (self.tr("上一项"), "Alt+Up", partial(self.step, -1)),
            (self.tr("下一项"), "Alt+Down", partial(self.step, 1)),
            (self.tr("为当前项导入照片"), "F8", self.import_photos),
            (self.tr("在检查表中查找"), "Ctrl+F", self.list.search.setFocus),
            (self.tr("检查表按条款分组"), "", partial(self._use_view, View.CLAUSE)),
            (self.tr("检查表按规则分组"), "", partial(self._use_view, View.RULE)),
            (self.tr("检查表按部门分组"), "", partial(self._use_view, View.DEPARTMENT)),
        )
        actions = []
        for word, keys, act in wanted:
            action = QAction(word, self)
            if keys:
                both = [QKeySequence(keys)]
                if keys == "Ctrl+Return":
                    both.append(QKeySequence("Ctrl+Enter"))
                action.setShortcuts(both)
                action.setShortcutContext(context)
                self.addAction(action)
            action.triggered.connect(partial(_press, act))
            actions.append(action)
        for number in range(1, 6):
            # Typing a figure into a text field is no verdict: fields take the key first.
            key = QShortcut(QKeySequence(str(number)), self, context=context)
            key.activated.connect(partial(self._press_verdict, number))
        return tuple(actions)

    def _connect(self) -> None:
        self._visits.chosen.connect(self._use_visit)
        self._import.clicked.connect(self.import_photos)
        self.list.item_chosen.connect(self._show_item)
        self.list.item_entered.connect(self._enter_item)
        self.list.view_chosen.connect(self._use_view)
        self.detail.head.stepped.connect(self.step)
        self.detail.foot.finished.connect(self.finish_item)
        self.detail.foot.postponed.connect(self.postpone_item)
        self.desk.finding_opened.connect(self._open_finding)

    def _show_item(self, key: str) -> None:
        self.list.select(key)
        self.desk.show_item(key)
        chain((*self.list.focus_places(), *self.detail.focus_places()))

    def _enter_item(self, _key: str) -> None:
        self.detail.note.setFocus()

    def _press_verdict(self, number: int) -> None:
        if self._data.items and self.overlay.isHidden():
            self.detail.verdict.press_key(number)

    def _go_on(self, words: str) -> None:
        key = self._next_open(self.desk.key)
        if key:
            self._show_item(key)
        else:
            self.detail.toast.say(words, last=4_000)

    def _next_open(self, after: str) -> str:
        """The next item without a verdict, those left for later last; empty when all are done."""
        order = self._data.order
        start = order.index(after) + 1 if after in order else 0
        waiting = [
            key
            for key in (*order[start:], *order[:start])
            if key != after and self.desk.verdict(key) is None
        ]
        fresh = (key for key in waiting if not self.desk.is_postponed(key))
        return next(fresh, waiting[0] if waiting else "")

    def _find(self, target: str) -> str:
        data = self._data
        if target in data.items:
            return target
        for key, answer in data.answers.items():
            if answer.id == target:
                return key
        under = [
            key
            for key, item in ((key, data.items[key]) for key in data.order)
            if target in {item.number, item.department} or _is_under(item.standard_clause, target)
        ]
        waiting = (key for key in under if self.desk.verdict(key) is None)
        return next(waiting, under[0] if under else "")

    def _go_to_visit(self, target: str, visit_id: RecordId | None) -> None:
        if visit_id is not None:
            self.flush()
            self._wish = replace(self._wish, visit_id=visit_id)
            self.tasks.run(self, self.load, partial(self._show_at, target))

    def _show_at(self, target: str, data: ChecklistData) -> None:
        self.show_data(data)
        if found := self._find(target):
            self._show_item(found)

    def _use_view(self, view: View) -> None:
        self._wish = replace(self._wish, view=view)
        self.refresh()

    def _use_visit(self, visit_id: str) -> None:
        self.flush()
        self._wish = replace(self._wish, visit_id=RecordId(visit_id))
        self.refresh()

    def _show_visits(self) -> None:
        data = self._data
        segments = tuple(
            Segment(
                key=visit.id,
                word=_visit_words(visit, self.tr("{0} · 现场")),
                icon="check" if visit.id in data.over else "",
            )
            for visit in data.visits
        )
        if not segments:
            self._visits.hide()
        self._visits.show_segments(segments, data.visit.id if data.visit else "")

    def _open_finding(self, nc_id: str) -> None:
        self.navigate.emit("findings", nc_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The item keeps its width before the list does."""
        super().resizeEvent(event)
        room = self.width() - theme.px(DETAIL_WISH)
        self.list.setFixedWidth(max(theme.px(LIST_LEAST), min(theme.px(LIST_WIDTH), room)))


def _press(act: Callable[[], object], _checked: bool = False) -> None:
    act()


def _visit_words(visit: Visit, on_site: str) -> str:
    word = visit_word(visit.kind)
    return on_site.format(word) if visit.kind is VisitKind.STAGE2 else word


def _is_under(clause: str, above: str) -> bool:
    return bool(clause and above) and is_within(clause, above)
