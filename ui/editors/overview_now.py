"""How the audit stands now: head, steps, what is open, the day, the facts, the copies."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.editors.overview_care import CareCard
from ui.editors.overview_conflicts import ConflictsCard
from ui.editors.overview_facts import FactsCard
from ui.editors.overview_file import DISPUTES, FACTS, AuditFile, steps
from ui.editors.overview_gate import GateCard
from ui.editors.overview_head import OverviewHead
from ui.editors.overview_today import TodayCard
from ui.widgets.stepper import Stepper

STACK_BELOW = 900


class NowView(QScrollArea):
    """`step_chosen` carries the state whose record is asked for."""

    step_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("概况"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head, self.stepper = OverviewHead(), Stepper()
        self.stepper.asked.connect(self.step_chosen)
        self.gate, self.conflicts = GateCard(), ConflictsCard()
        self.today, self.facts, self.care = TodayCard(), FactsCard(), CareCard()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()

    def show_file(self, file: AuditFile) -> None:
        """Show another state of the audit."""
        self.head.show_file(file)
        self.stepper.show_steps(steps(file))
        self.gate.show_file(file)
        self.conflicts.show_disputes(file.disputes)
        self.today.show_file(file)
        self.facts.show_facts(file.facts)
        self.care.show_file(file)

    def show_place(self, place: str) -> None:
        """Bring a card into view."""
        card = {FACTS: self.facts, DISPUTES: self.conflicts}.get(place)
        if card is not None:
            self.ensureWidgetVisible(card)
            if place == DISPUTES:
                self.conflicts.focus_first()

    def _build(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self.gate, self.conflicts, self.care)),
            (right, (self.today, self.facts)),
        ):
            column.setSpacing(theme.px(14))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._columns.setSpacing(theme.px(14))
        self._columns.addLayout(left, 60)
        self._columns.addLayout(right, 40)
        page = QWidget()
        page.setProperty("role", "page")
        rows = QVBoxLayout(page)
        edge = theme.px(28)
        rows.setContentsMargins(edge, theme.px(16), edge, theme.px(16))
        rows.setSpacing(theme.px(14))
        rows.addWidget(self.head)
        rows.addWidget(self.stepper)
        rows.addLayout(self._columns)
        rows.addStretch(1)
        self.setWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one under the other where there is no room."""
        super().resizeEvent(event)
        is_narrow = self.viewport().width() < theme.px(STACK_BELOW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if is_narrow else across)
