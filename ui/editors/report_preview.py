"""The report as it would be printed now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.chips import IconOnly
from ui.widgets.empty import EmptyState
from ui.widgets.pdf_view import PdfView


class ReportPreview(QFrame):
    """Pages, a line that says whether they are of now, or why there are none."""

    plan_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PdfView(self)
        self._state = QLabel(self)
        theme.mark(self._state, role="meta")
        self.waiting = EmptyState("file-text", self.tr("正在编制报告…"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.view)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(14), theme.px(4), theme.px(14), theme.px(6))
        foot.setSpacing(theme.px(6))
        foot.addWidget(IconOnly("info", "ink3", 14))
        foot.addWidget(self._state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self.say(self.tr("还没有预览"))

    def show_pdf(self, data: bytes, title: str) -> bool:
        """Show a compiled report; False when it can't be read."""
        is_readable = self.view.show_pdf(data, title)
        self._stack.setCurrentWidget(self.view if is_readable else self.waiting)
        return is_readable

    def show_obstacle(self, words: str, *, may_plan: bool = False) -> None:
        """Say why there is no report."""
        self._stack.removeWidget(self.waiting)
        self.waiting.deleteLater()
        action = self.tr("去编制审核计划") if may_plan else ""
        self.waiting = EmptyState(
            "file-text", self.tr("还不能编制报告"), help_line=words, action=action
        )
        self.waiting.wanted.connect(self.plan_asked)
        self._stack.addWidget(self.waiting)
        self._stack.setCurrentWidget(self.waiting)

    def say(self, words: str) -> None:
        """The line under the pages."""
        self._state.setText(words)
