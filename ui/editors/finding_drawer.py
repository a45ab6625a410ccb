"""The drawer beside the board: head, form and foot of one nonconformity."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from auditor_app.domain import NcState
from ui import theme
from ui.audit_words import day
from ui.editors.finding_form import FindingForm
from ui.editors.finding_rows import FindingView, state_word, step_word, today
from ui.widgets import drawing
from ui.widgets.chips import IconLine, Pill
from ui.widgets.elided import ElidedLabel


class FindingDrawer(QFrame):
    """Every signal asks for an act on the nonconformity shown; Ctrl+Enter is the next step."""

    closed = Signal()
    stepped = Signal(int)
    advance_asked = Signal()
    back_asked = Signal()
    report_asked = Signal()
    delete_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: FindingView | None = None
        self.form = FindingForm()
        self._number = QLabel()
        theme.mark(self._number, role="heading")
        self._grade, self._state = Pill(""), Pill("")
        self._clause = IconLine("", "file-search")
        self._place = IconLine("", "building-2")
        self._due = IconLine("", "calendar-clock")
        self._open = ElidedLabel(kind=drawing.SECONDARY)
        self.next = QPushButton()
        theme.mark(self.next, kind="primary")
        self.next.clicked.connect(self.advance_asked)
        self.back = QPushButton(self.tr("退回"))
        self.back.clicked.connect(self.back_asked)
        self.delete = self._tool("trash-2", self.tr("删除草稿"), self.delete_asked.emit)
        self._scroll = QScrollArea()
        self._build()
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.advance_asked)

    def show_finding(self, view: FindingView) -> None:
        """Show a nonconformity; what is being typed for the same one stays."""
        is_new = self._view is None or self._view.nc.id != view.nc.id
        self._view = view
        self._show_head(view)
        self.form.show_finding(view)
        self._show_foot(view)
        if is_new:
            self._scroll.verticalScrollBar().setValue(0)

    def show_lacking(self) -> None:
        """Mark what the next step lacks in red and go to the first of it."""
        first = self.form.lacking()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(first)

    def open_words(self) -> str:
        """What is said at the foot."""
        return self._open.text()

    def _show_head(self, view: FindingView) -> None:
        nc = view.nc
        self._number.setText(nc.number)
        self._grade.show_grade(nc.grade)
        self._state.show_word(state_word(nc.state))
        self._clause.show_fact(nc.clause or self.tr("未定条款"))
        who = " · ".join(part for part in (nc.department, nc.responsible) if part)
        self._place.show_fact(who or self.tr("未定部门"))
        due = self.tr("期限 {0}").format(day(nc.due_on)) if nc.due_on else self.tr("未定期限")
        is_late = nc.due_on is not None and nc.due_on < today() and nc.closed_at is None
        self._due.show_fact(due, "", "major" if is_late else "ink2")

    def _show_foot(self, view: FindingView) -> None:
        self._open.setText(self._say_open(view))
        self.next.setVisible(view.next_state is not None)
        if view.next_state is not None:
            words = self.tr("进入下一步：{0}").format(step_word(view.next_state))
            self.next.setText(words)
        self.back.setVisible(view.nc.state is NcState.EVIDENCE_SUBMITTED)
        self.delete.setVisible(view.nc.state is NcState.DRAFT)

    def _say_open(self, view: FindingView) -> str:
        if view.disputes:
            return self.tr("先裁定 {0} 处写法不同").format(len(view.disputes))
        if view.next_state is None:
            return self.tr("已关闭，只能查看")
        if view.missing:
            return self.tr("还缺：{0}").format("、".join(view.missing))
        return self.tr("可以进入下一步")

    def _build(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._build_head())
        column.addWidget(_line())
        column.addWidget(self._scroll, 1)
        column.addWidget(_line())
        column.addLayout(self._build_foot())

    def _build_head(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        for widget in (self._number, self._grade, self._state):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.delete)
        for icon, word, act in (
            ("file-text", self.tr("不符合报告 PDF"), self.report_asked.emit),
            ("arrow-up", self.tr("上一项"), self._up),
            ("arrow-down", self.tr("下一项"), self._down),
            ("x", self.tr("关闭（Esc）"), self.closed.emit),
        ):
            top.addWidget(self._tool(icon, word, act))
        facts = QHBoxLayout()
        facts.setSpacing(theme.px(14))
        for line in (self._clause, self._place, self._due):
            facts.addWidget(line)
        facts.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(20), theme.px(8), theme.px(14), theme.px(8))
        head.setSpacing(theme.px(4))
        head.addLayout(top)
        head.addLayout(facts)
        return head

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(10))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self._open, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        return foot

    def _tool(self, icon: str, word: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(word)
        button.setToolTip(word)
        theme.dress(button, icon)
        button.clicked.connect(act)
        return button

    def _up(self) -> None:
        self.stepped.emit(-1)

    def _down(self) -> None:
        self.stepped.emit(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Alt+↑ and Alt+↓ go to the neighbours."""
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif is_alt and event.key() == Qt.Key.Key_Up:
            self._up()
        elif is_alt and event.key() == Qt.Key.Key_Down:
            self._down()
        else:
            super().keyPressEvent(event)


def _line() -> QWidget:
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line
