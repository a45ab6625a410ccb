"""Cards: a bordered ground, with a bar in the colour of what it is about."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets import drawing
from ui.widgets.chips import IconLine, Pill
from ui.widgets.flow import FlowLayout
from ui.widgets.gate_list import Link

BAR = 4


class Card(QFrame):
    """White ground, thin border, radius 10; `tone` paints a bar along the left edge."""

    def __init__(self, parent: QWidget | None = None, *, tone: str = "") -> None:
        super().__init__(parent)
        self._tone = tone
        self._is_chosen = False
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.px(18), theme.px(12), theme.px(18), theme.px(12))
        self.body.setSpacing(theme.px(6))

    def show_tone(self, tone: str) -> None:
        """Another colour for the bar; empty for none."""
        self._tone = tone
        self.update()

    def choose(self, *, is_chosen: bool) -> None:
        """The accent frame of the card whose details are open."""
        self._is_chosen = is_chosen
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, bar, border."""
        painter = QPainter(self)
        drawing.smooth(painter)
        rect = QRectF(self.rect())
        drawing.box(painter, rect, fill="surface", radius=10)
        if self._tone:
            clip = QPainterPath()
            clip.addRoundedRect(rect, theme.px(10), theme.px(10))
            painter.setClipPath(clip)
            painter.fillRect(QRectF(0, 0, theme.px(BAR), rect.height()), theme.color(self._tone))
            painter.setClipping(False)
        edge = "accent" if self._is_chosen else "line2"
        drawing.box(painter, rect, border=edge, radius=10, width=2.0 if self._is_chosen else 1.0)
        painter.end()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a finding's card says; `facts` are pairs of icon and word."""

    key: str
    number: str
    text: str
    tone: str
    pill: str
    pill_icon: str = ""
    state: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    link: str = ""


class FindingCard(Card):
    """Number, grade, state, the fact in words, and the small facts; `opened` carries the key."""

    opened = Signal(str)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone=finding.tone)
        self._finding = finding
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body.addLayout(self._build_head())
        text = QLabel(finding.text, self)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.body.addWidget(text)
        if finding.facts:
            facts = QWidget(self)
            flow = FlowLayout(facts, gap=theme.px(16))
            for icon, word in finding.facts:
                flow.addWidget(IconLine(word, icon, parent=facts))
            policy = facts.sizePolicy()
            policy.setHeightForWidth(True)
            facts.setSizePolicy(policy)
            self.body.addWidget(facts)

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        number = QLabel(self._finding.number, self)
        theme.mark(number, role="section")
        head.addWidget(number)
        finding = self._finding
        head.addWidget(Pill(finding.pill, finding.tone, icon=finding.pill_icon, parent=self))
        if finding.state:
            head.addWidget(Pill(finding.state, parent=self))
        head.addStretch(1)
        if finding.link:
            link = Link(finding.link, self)
            link.setAccessibleName(f"{finding.link} {finding.number}")
            link.clicked.connect(self._open)
            head.addWidget(link)
        return head

    def _open(self) -> None:
        self.opened.emit(self._finding.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The whole card opens too."""
        self._open()
        event.accept()
