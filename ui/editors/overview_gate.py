"""May the audit go on: what is open before the next step, and the step itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from auditor_app.domain import AuditState
from auditor_app.rules.gates import Point
from ui import theme
from ui.editors.overview_card import TitledCard, dress_anew, quiet_line
from ui.editors.overview_file import AuditFile, gates
from ui.widgets.gate_list import GateList, GateRow

FIRST = 7
"""So many rows are shown at once; the rest on demand."""


class GateCard(TitledCard):
    """`followed` carries the `Point` to be mended, `step_asked` the wish to go on."""

    followed = Signal(object)
    clause_asked = Signal(str)
    step_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, has_line=True)
        self.heading.setText(self.tr("能否进入下一步？"))
        self._points: tuple[Point, ...] = ()
        self._shows_all = False
        self.step = QPushButton(self)
        self.step.clicked.connect(self.step_asked)
        self.first = QPushButton(self.tr("先办第 1 件"), self)
        self.first.setToolTip("F9")
        theme.mark(self.first, kind="primary")
        self.first.clicked.connect(self.follow_first)
        self.act(self.step)
        self.act(self.first)
        self.list = GateList(self)
        self.list.followed.connect(self._follow)
        self.list.clause_asked.connect(self.clause_asked)
        self._more = QPushButton(self)
        theme.mark(self._more, kind="link")
        self._more.clicked.connect(self._toggle)
        self.column.setContentsMargins(theme.px(14), 0, theme.px(14), theme.px(6))
        self.column.addWidget(self.list)
        self._quiet = quiet_line("", self)
        self.column.addWidget(self._quiet)
        self.column.addWidget(self._more)

    def show_file(self, file: AuditFile) -> None:
        """Show what stands between the audit and its next state."""
        self._points = file.points
        stops = len(file.stops)
        self.say(self._state_words(file))
        if file.next_state is None:
            self.show_pill()
        elif stops:
            self.show_pill(self.tr("还不能"), "major", "circle-alert")
        else:
            self.show_pill(self.tr("可以"), "ok", "circle-check")
        self.step.setVisible(bool(self.step_word(file)))
        self.step.setText(self.step_word(file))
        self.step.setEnabled(not stops)
        self.step.setToolTip(self.tr("还有 {count} 件未办").format(count=stops) if stops else "")
        dress_anew(self.step, "lock" if stops else "arrow-right", "ink3" if stops else "on_accent")
        theme.mark(self.step, kind="" if stops else "primary")
        self.first.setVisible(bool(file.points))
        theme.mark(self.first, kind="primary" if stops else "")
        self._show_rows()
        self._quiet.setText(self._quiet_words(file))
        self._quiet.setVisible(not file.points)

    def follow_first(self) -> None:
        """Go and mend the worst (F9)."""
        if self._points:
            self.followed.emit(self._points[0])

    def step_word(self, file: AuditFile) -> str:
        """What the next step is called."""
        return {
            AuditState.STAGE1: self.tr("开始一阶段") if file.has_stage1 else self.tr("策划完成"),
            AuditState.STAGE2: self.tr("开始现场审核"),
            AuditState.FOLLOW_UP: self.tr("结束现场审核"),
            AuditState.REPORTING: self.tr("编写报告"),
            AuditState.SUBMITTED: self.tr("交回办公室"),
            None: self.tr("去打包") if file.audit.state is AuditState.SUBMITTED else "",
        }.get(file.next_state, "")

    def _state_words(self, file: AuditFile) -> str:
        if file.next_state is None:
            return self.tr("全部步骤已走完")
        stops, rest = len(file.stops), len(file.points) - len(file.stops)
        if stops:
            return self.tr("还差 {count} 件").format(count=stops)
        if rest:
            return self.tr("没有必办事项，另有 {count} 件提示").format(count=rest)
        return self.tr("必办事项都已办完")

    def _quiet_words(self, file: AuditFile) -> str:
        if file.next_state is None:
            return self.tr("步骤已走完，记录保持可读。用交接包发给办公室。")
        return self.tr("没有未办事项，可以继续。")

    def _toggle(self) -> None:
        self._shows_all = not self._shows_all
        self._show_rows()

    def _show_rows(self) -> None:
        rows = gates(self._points)
        shown = rows if self._shows_all else rows[:FIRST]
        self.list.show_gates(shown)
        for row in self.list.findChildren(GateRow):
            if layout := row.layout():
                layout.setContentsMargins(theme.px(2), theme.px(5), 0, theme.px(5))
        self.list.setVisible(bool(rows))
        self._more.setVisible(len(rows) > FIRST)
        words = self.tr("收起") if self._shows_all else self.tr("显示全部 {count} 件")
        self._more.setText(words.format(count=len(rows)))

    def _follow(self, key: str) -> None:
        self.followed.emit(self._points[int(key)])
