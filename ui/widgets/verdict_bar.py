"""Five buttons for the verdict on one item: keys 1-5, one at most is down."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from auditor_app.domain import Verdict
from ui import theme
from ui.widgets import drawing
from ui.widgets.painted import PaintedButton
from ui.widgets.verdicts import ICONS, TONES, VERDICTS
from ui.widgets.words import verdict_word

WORD = drawing.Type(14, "ink2")
WORD_CHOSEN = drawing.Type(14, "ink2", bold=True)


class VerdictButton(PaintedButton):
    """Icon, word and the key that presses it; soft ground and its own colour when chosen."""

    focus_radius = 10.0

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(verdict_word(verdict), parent)
        self.verdict = verdict
        self.key = VERDICTS.index(verdict) + 1
        self.setCheckable(True)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self.tr("结论，按 {0} 选择").format(self.key))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Icon, bold word, and room for the key in the corner."""
        word = drawing.advance(self.text(), WORD_CHOSEN)
        return QSize(round(word) + theme.px(70), theme.px(46))

    def minimumSizeHint(self) -> QSize:
        """The word alone: the icon gives way first."""
        word = drawing.advance(self.text(), WORD_CHOSEN)
        return QSize(round(word) + theme.px(24), theme.px(46))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        tone = TONES[self.verdict]
        color = tone if self.isChecked() else "ink2"
        if not self.isEnabled():
            color = "control"
        self._draw_ground(painter, rect, tone)
        kind = (WORD_CHOSEN if self.isChecked() else WORD).colored(color)
        word = drawing.advance(self.text(), kind)
        icon = theme.px(26) if rect.width() >= word + theme.px(26 + 26) else 0
        # Where it is narrow, the words keep clear of the key in the corner.
        left = min(rect.center().x() - (word + icon) / 2, rect.right() - word - icon - theme.px(16))
        left = max(left, rect.left() + theme.px(6))
        if icon:
            spot = QPointF(left + theme.px(9), rect.center().y())
            drawing.glyph(painter, ICONS[self.verdict], color, spot)
        words = QRectF(left + icon, rect.top(), word + 1, rect.height())
        drawing.write(painter, words, self.text(), kind)
        corner = rect.adjusted(0, theme.px(4), -theme.px(8), 0)
        hint = drawing.META.colored(color if self.isChecked() else "ink3")
        top_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        drawing.write(painter, corner, str(self.key), hint, align=top_right)

    def _draw_ground(self, painter: QPainter, rect: QRectF, tone: str) -> None:
        if self.isChecked():
            drawing.box(painter, rect, fill=f"{tone}_soft", border=tone, radius=10, width=2.0)
        elif self.is_hot:
            drawing.box(painter, rect, fill="sunken", border="control", radius=10)
        else:
            drawing.box(painter, rect, fill="surface", border="line2", radius=10)


class VerdictBar(QWidget):
    """The verdict on one item; pressing the chosen one again takes it back.

    `chosen` carries a Verdict or None and is emitted for the auditor's presses only.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("结论"))
        self._verdict: Verdict | None = None
        self._buttons = {verdict: VerdictButton(verdict, self) for verdict in VERDICTS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for button in self._buttons.values():
            button.clicked.connect(self._press_sender)
            row.addWidget(button, 1)

    def verdict(self) -> Verdict | None:
        """What is chosen."""
        return self._verdict

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show a verdict without saying so."""
        self._verdict = verdict
        for each, button in self._buttons.items():
            button.setChecked(each is verdict)

    def press(self, verdict: Verdict) -> None:
        """Choose it as a click would; a second time takes it back."""
        self.show_verdict(None if self._verdict is verdict else verdict)
        self.chosen.emit(self._verdict)

    def press_key(self, key: int) -> None:
        """The page's shortcut 1-5 (outside text fields)."""
        if self.isEnabled() and 1 <= key <= len(VERDICTS):
            self.press(VERDICTS[key - 1])

    def _press_sender(self) -> None:
        button = self.sender()
        if isinstance(button, VerdictButton):
            self.press(button.verdict)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1-5 while one of the buttons has the focus."""
        key = event.key() - int(Qt.Key.Key_0)
        if 1 <= key <= len(VERDICTS) and not event.modifiers():
            self.press_key(key)
        else:
            super().keyPressEvent(event)
