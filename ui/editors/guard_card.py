"""Who must still be there: the clause, what is missing, and the two ways out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from ui import theme
from ui.editors.meeting_rows import Demand
from ui.widgets.chips import IconOnly

MOST_LINES = 6


class GuardCard(QFrame):
    """One red card even with several gaps; gone at once when they are closed.

    `sign_asked` and `reason_asked` carry the `Demand` shown.
    """

    sign_asked = Signal(object)
    reason_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._demand: Demand | None = None
        theme.mark(self, role="danger")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = QLabel(wordWrap=True)
        theme.mark(self._words, role="strong", tone="major")
        self._points = QLabel(wordWrap=True)
        theme.mark(self._points, role="small", tone="major")
        self._points.setTextFormat(Qt.TextFormat.PlainText)
        self.sign = _button(self.tr("补签"))
        self.sign.clicked.connect(self._ask_to_sign)
        self.reason = _button(self.tr("填写理由"))
        self.reason.clicked.connect(self._ask_for_reason)
        self._build()
        self.hide()

    def show_demands(self, demands: tuple[Demand, ...]) -> None:
        """Show the first of these; none closes the card unless points stand in it."""
        self._demand = demands[0] if demands else None
        self._words.setText(self._say(demands))
        self._words.setVisible(bool(demands))
        for button in (self.sign, self.reason):
            button.setVisible(bool(demands))
        self.setVisible(bool(demands) or bool(self._points.text()))
        self.setAccessibleName(self._words.text() or self._points.text())

    def show_points(self, points: tuple[str, ...]) -> None:
        """List what stands against closing, the rest in the tool tip; none takes it away."""
        lines = [f"· {one}" for one in points]
        if len(lines) > MOST_LINES:
            rest = len(lines) - MOST_LINES + 1
            lines = [*lines[: MOST_LINES - 1], self.tr("· 另有 {0} 项，见名单").format(rest)]
        self._points.setText("\n".join(lines))
        self._points.setToolTip("\n".join(points))
        self._points.setVisible(bool(points))
        self.setVisible(bool(points) or self._demand is not None)

    def points(self) -> str:
        """What is listed."""
        return self._points.text()

    def words(self) -> str:
        """What is demanded first."""
        return self._words.text()

    def take_focus(self) -> None:
        """Put the keyboard on the first way out."""
        if self._demand is not None:
            self.sign.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(IconOnly("circle-alert", "major", 18), 0, top)
        head.addWidget(self._words, 1)
        head.addWidget(self.sign)
        head.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(self._points)
        self._points.hide()

    def _say(self, demands: tuple[Demand, ...]) -> str:
        if not demands:
            return ""
        first = demands[0]
        words = self.tr("{clause}：缺{who}，须补签或填写缺席理由")
        said = words.format(clause=first.clause, who=first.title)
        if len(demands) > 1:
            said += self.tr("（另有 {0} 项）").format(len(demands) - 1)
        return said

    def _ask_to_sign(self) -> None:
        self.sign_asked.emit(self._demand)

    def _ask_for_reason(self) -> None:
        self.reason_asked.emit(self._demand)


def _button(word: str) -> QPushButton:
    button = QPushButton(word)
    theme.mark(button, kind="danger")
    return button
