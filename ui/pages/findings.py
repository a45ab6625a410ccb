"""不符合项: the board of all nonconformities, and the drawer in which one is worked on."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from auditor_app.domain import Answer, Audit, Evidence, NcState, Nonconformity, RecordId
from auditor_app.errors import AuditorError
from auditor_app.vault import Vault
from ui import theme
from ui.ask import Ask
from ui.editors.finding_board import FindingBoard
from ui.editors.finding_drawer import FindingDrawer
from ui.editors.finding_rows import Change, FindingView, passes
from ui.pages.base import Badge, Page
from ui.pages.findings_parts.acts import FindingActs
from ui.pages.findings_parts.hints import chips_of, clause_of, gates_of
from ui.pages.findings_parts.keeping import Keeping
from ui.pages.findings_parts.photos import Pictures
from ui.pages.findings_parts.reading import (
    FindingsData,
    count_open,
    read_findings,
    read_history,
)
from ui.tasks import Tasks
from ui.widgets.cards import Card
from ui.widgets.chips import FilterChips, IconLine
from ui.widgets.empty import EmptyState
from ui.widgets.gate_list import GateList

DRAWER = 426
MOST_WIDTH = 16777215
"""What Qt calls no limit."""

NARROW = 1000
"""Below this width the drawer takes the whole page while it is open."""


class FindingsPage(Page[FindingsData]):
    """Arrows walk the cards, Enter opens the drawer, Esc closes it, Ctrl+→ is the next step."""

    KEY = "findings"
    TITLE = QT_TRANSLATE_NOOP("Pages", "不符合项")
    ICON = "triangle-alert"
    SHOWS = frozenset({Nonconformity, Evidence, Answer, Audit})

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId) -> None:
        super().__init__(tasks, ask, audit_id)
        self._data: FindingsData | None = None
        self._open_key = ""
        self.acts = FindingActs(self, tasks, ask)
        self._keeping = Keeping(self, tasks)
        self._pictures = Pictures(self, tasks, ask)
        self.new = QPushButton(self.tr("新建"))
        theme.dress(self.new, "plus")
        self.chips = FilterChips()
        self._stop = IconLine("", "circle-alert")
        self.board = FindingBoard()
        self._hints_card = Card()
        self.hints = GateList()
        self.drawer = FindingDrawer()
        self.empty = EmptyState(
            "triangle-alert",
            self.tr("还没有不符合项"),
            help_line=self.tr("检查表判为不符合时可直接开具；也可以在这里新建。"),
            action=self.tr("新建不符合项"),
        )
        self._stack = QStackedWidget()
        self._rule = QFrame()
        self._rule.setProperty("role", "line")
        self._rule.setFixedWidth(1)
        self._build()
        self._connect()

    @classmethod
    def badge(cls, vault: Vault, audit_id: RecordId) -> Badge | None:
        """How many are open."""
        count = count_open(vault, audit_id)
        return Badge(text=str(count), is_alert=True) if count else None

    def load(self, vault: Vault) -> FindingsData:
        """Every nonconformity of the audit with what belongs to it."""
        return read_findings(vault, self.audit_id)

    def show_data(self, data: FindingsData) -> None:
        """Keep the open drawer, the filter and the focus."""
        self._data = data
        has_any = bool(data.findings or data.unwritten)
        self._stack.setCurrentIndex(1 if has_any else 0)
        self.drawer.form.show_classes(data.classes, data.classes_source)
        self.drawer.form.show_departments(data.departments)
        self.chips.show_chips(chips_of(data))
        self._show_stop(data)
        gates = gates_of(data)
        self.hints.show_gates(gates)
        self._hints_card.setVisible(bool(gates))
        self._show_board()
        if self._view() is None:
            self._close()
        else:
            self._show_drawer()

    def header_actions(self) -> Sequence[QWidget]:
        """新建."""
        return (self.new,)

    def commands(self) -> Sequence[QAction]:
        """A new one, and the report of the open one."""
        new = QAction(self.tr("新建不符合项"), self)
        new.triggered.connect(self._begin)
        report = QAction(self.tr("不符合报告 PDF"), self)
        report.triggered.connect(self._report)
        return (new, report) if self._view() else (new,)

    @classmethod
    def shortcuts(cls) -> Sequence[tuple[str, str]]:
        """The keys of board and drawer."""
        translate = QCoreApplication.translate
        return (
            ("↑ ↓ ← →", translate("FindingsPage", "在看板上移动")),
            ("Enter", translate("FindingsPage", "打开")),
            ("Esc", translate("FindingsPage", "关闭抽屉")),
            ("Ctrl →", translate("FindingsPage", "看板：进入下一步")),
            ("Ctrl Enter", translate("FindingsPage", "抽屉：进入下一步")),
            ("Alt ↑ ↓", translate("FindingsPage", "上一项、下一项")),
            ("Alt L / B / R", translate("FindingsPage", "采用左 / 两版都写 / 采用右")),
        )

    def panes(self) -> Sequence[QWidget]:
        """Chips, board, hints, drawer."""
        found = (self.chips, self.board, self.hints, self.drawer)
        return [one for one in found if one.isVisible()] or (self,)

    def go_to(self, target: object) -> None:
        """Open a nonconformity by id."""
        self._open(str(target))

    def flush(self) -> None:
        """Keep what is typed, and try again what could not be kept."""
        self.drawer.form.flush()
        self._keeping.retry()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.chips, 1)
        line.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignVCenter)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        edge = theme.px(16)
        left.setContentsMargins(edge, theme.px(14), edge, theme.px(14))
        left.setSpacing(theme.px(10))
        left.addLayout(line)
        left.addWidget(self.board, 1)
        margin = theme.px(12)
        self._hints_card.body.setContentsMargins(margin, 0, theme.px(6), 0)
        self._hints_card.body.addWidget(self.hints)
        left.addWidget(self._hints_card)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._build_sides())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._stack)
        self.drawer.hide()
        self._rule.hide()

    def _build_sides(self) -> QWidget:
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._rule)
        row.addWidget(self.drawer)
        return full

    def _connect(self) -> None:
        pictures = self._pictures
        self.new.clicked.connect(self._begin)
        self.empty.wanted.connect(self._begin)
        self.chips.chosen.connect(self._show_board)
        self.board.opened.connect(self._open)
        self.board.advance_asked.connect(self._advance)
        self.board.wants_thumbnail.connect(pictures.want)
        self.hints.followed.connect(self._follow)
        pictures.ready.connect(self.board.set_thumbnail)
        self._keeping.kept.connect(self.drawer.form.mark)
        self.acts.begun.connect(self._on_begun)
        self.acts.refused.connect(self._on_refused)
        drawer, form = self.drawer, self.drawer.form
        drawer.closed.connect(self._leave_drawer)
        drawer.stepped.connect(self._step)
        drawer.advance_asked.connect(self._advance_open)
        drawer.back_asked.connect(self._send_back)
        drawer.report_asked.connect(self._report)
        drawer.delete_asked.connect(self._delete)
        form.edited.connect(self._keeping.keep)
        form.settled.connect(self.acts.settle)
        form.client.sign_asked.connect(self._acknowledge)
        form.thumbs.wants_thumbnail.connect(pictures.want)
        form.thumbs.opened.connect(pictures.look)
        form.thumbs.off_asked.connect(pictures.unlink)
        form.thumbs.import_asked.connect(pictures.import_files)
        form.thumbs.link_asked.connect(pictures.link)
        pictures.ready.connect(form.thumbs.set_thumbnail)
        pictures.damaged.connect(form.thumbs.mark_damaged)

    def _view(self) -> FindingView | None:
        """The one in the drawer."""
        found = self._data.findings if self._data else ()
        return next((one for one in found if one.nc.id == self._open_key), None)

    def _show_stop(self, data: FindingsData) -> None:
        drafts = sum(one.nc.state is NcState.DRAFT for one in data.findings)
        self._stop.setVisible(bool(drafts))
        self._stop.show_fact(self.tr("{0} 项还没有开出").format(drafts), "", "major")

    def _show_board(self, _: str = "") -> None:
        found = self._data.findings if self._data else ()
        chip = self.chips.chosen_key()
        self.board.show_findings(tuple(one for one in found if passes(one, chip)), self._open_key)

    def _show_drawer(self) -> None:
        view = self._view()
        if view is None:
            return
        photos = self._data.photos if self._data else ()
        others = tuple(one for one in photos if one not in view.photos)
        self._pictures.show(view.nc, view.photos, others)
        self.drawer.show_finding(view)
        self.drawer.show()
        self._fit_drawer()
        nc = view.nc
        self.tasks.run(self, lambda vault: (nc.id, read_history(vault, nc)), self._show_history)

    def _show_history(self, found: tuple[str, tuple[Change, ...]]) -> None:
        key, changes = found
        if key == self._open_key:
            self.drawer.form.show_history(changes)

    def _fit_drawer(self) -> None:
        """Beside the board where there is room, else in its place."""
        is_open = self._view() is not None
        is_narrow = self.width() < theme.px(NARROW)
        self._left.setVisible(not (is_open and is_narrow))
        self._rule.setVisible(is_open and not is_narrow)
        if is_narrow:
            self.drawer.setMinimumWidth(theme.px(DRAWER))
            self.drawer.setMaximumWidth(MOST_WIDTH)
        else:
            self.drawer.setFixedWidth(theme.px(DRAWER))

    def _open(self, key: str) -> None:
        self.drawer.form.finish()
        self._open_key = key
        self._show_board()
        self._show_drawer()

    def _close(self) -> None:
        self._open_key = ""
        self.drawer.hide()
        self._fit_drawer()
        self._show_board()

    def _leave_drawer(self) -> None:
        key = self._open_key
        self.drawer.form.finish()
        self._close()
        self.board.focus_card(key)

    def _step(self, by: int) -> None:
        there = self.board.neighbour(self._open_key, by)
        if there:
            self._open(there)

    def _follow(self, key: str) -> None:
        """A hint leads to a draft, or to the first card on a clause."""
        data = self._data
        if data is None:
            return
        for one in data.unwritten:
            if one.answer_id == key:
                self.acts.begin_from(one)
                return
        clause = clause_of(key)
        first = next((one.nc.id for one in data.findings if one.nc.clause == clause), None)
        if first is not None:
            self._open(first)

    def _begin(self) -> None:
        if self._data is not None:
            self.acts.begin(self._data)

    def _on_begun(self, key: str) -> None:
        self.aim(key)
        self.refresh()

    def _advance(self, key: str) -> None:
        self.flush()
        found = self._data.findings if self._data else ()
        if any(one.nc.id == key and one.disputes for one in found):
            self._open(key)
            self.ask.tell(self.tr("两人写法不同，先裁定采用哪一版。没有进入下一步，两版都在。"))
        else:
            self.acts.advance(key)

    def _advance_open(self) -> None:
        if self._open_key:
            self._advance(self._open_key)

    def _on_refused(self, error: AuditorError) -> None:
        self.ask.tell(error)
        self.drawer.show_lacking()

    def _send_back(self) -> None:
        self.flush()
        if view := self._view():
            self.acts.send_back(view.nc)

    def _acknowledge(self) -> None:
        self.flush()
        if view := self._view():
            self.acts.acknowledge(view.nc)

    def _report(self) -> None:
        self.flush()
        if view := self._view():
            self.acts.show_report(view.nc)

    def _delete(self) -> None:
        if view := self._view():
            self.acts.delete(view.nc)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The drawer stands beside the board or in its place."""
        super().resizeEvent(event)
        self._fit_drawer()
