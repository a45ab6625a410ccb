"""What the client declared beside what was confirmed on site."""

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from auditor_app.domain import ApplicationFact
from ui import theme
from ui.editors.overview_card import TitledCard, clear, quiet_line
from ui.widgets import drawing
from ui.widgets.gate_list import Link
from ui.widgets.painted import PaintedButton

EDGES = (0.0, 0.26, 0.47, 0.68)
"""Where the four columns begin, as parts of the width."""


def columns(rect: QRectF) -> tuple[QRectF, QRectF, QRectF, QRectF]:
    """The four cells of a row."""
    starts = [rect.left() + rect.width() * edge for edge in EDGES]
    ends = [*starts[1:], rect.right()]
    gap = theme.px(8)
    one, two, three, four = (
        QRectF(start, rect.top(), max(end - start - gap, 1), rect.height())
        for start, end in zip(starts, ends, strict=True)
    )
    return one, two, three, four


class FactHead(QWidget):
    """The names of the columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Four words over a line."""
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(theme.px(4), 0, 0, 0)
        words = (self.tr("事实"), self.tr("申报"), self.tr("现场确认"), self.tr("差异"))
        for cell, word in zip(columns(rect), words, strict=True):
            drawing.write(painter, cell, word, drawing.META)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()


class FactRow(PaintedButton):
    """A fact; a press asks for what was seen on site."""

    focus_radius = 6.0

    def __init__(self, fact: ApplicationFact, parent: QWidget) -> None:
        super().__init__(fact.label, parent)
        self.fact = fact
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        source = self.tr("依据：{source}").format(source=fact.confirmed_source)
        self.setToolTip("\n".join(filter(None, (fact.consequence, source))).strip())
        if not fact.is_confirmed:
            self.setToolTip(self.tr("点按填写现场确认的值和依据"))
        words = self.tr("申报 {declared}，现场 {confirmed}，{state}")
        self.setAccessibleDescription(
            words.format(declared=self._declared(), confirmed=self._confirmed(), state=self.state())
        )

    def state(self) -> str:
        """一致, what follows from the difference, or that nobody has looked."""
        if not self.fact.is_confirmed:
            return self.tr("待确认")
        if not self.fact.has_drifted:
            return self.tr("一致")
        return self.fact.consequence or self.tr("与申报不同")

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(320), theme.px(34))

    def minimumSizeHint(self) -> QSize:
        """Cells may be cut."""
        return QSize(theme.px(260), theme.px(34))

    def _declared(self) -> str:
        return f"{self.fact.declared}{self.fact.unit}"

    def _confirmed(self) -> str:
        return f"{self.fact.confirmed}{self.fact.unit}" if self.fact.is_confirmed else "—"

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        if self.is_hot:
            drawing.box(painter, rect, fill="sunken", radius=6)
        label, declared, confirmed, result = columns(rect.adjusted(theme.px(4), 0, 0, 0))
        if self.fact.has_drifted:
            tint = QRectF(confirmed.left() - theme.px(8), rect.top() + 2, 0, rect.height() - 5)
            tint.setRight(rect.right())
            drawing.box(painter, tint, fill="obs_soft", radius=6)
        drawing.write(painter, label, self.fact.label, drawing.SECONDARY)
        drawing.write(painter, declared, self._declared(), drawing.SECONDARY)
        known = drawing.Type(13, "ink", bold=self.fact.has_drifted)
        kind = known if self.fact.is_confirmed else drawing.SECONDARY.colored("ink3")
        drawing.write(painter, confirmed, self._confirmed(), kind)
        self._draw_result(painter, result)
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line")
        )

    def _draw_result(self, painter: QPainter, cell: QRectF) -> None:
        icon, tone = ("circle-dashed", "ink3")
        if self.fact.is_confirmed:
            icon, tone = ("triangle-alert", "obs") if self.fact.has_drifted else ("check", "ok")
        spot = QPointF(cell.left() + theme.px(7), cell.center().y())
        drawing.glyph(painter, icon, tone, spot, size=14)
        words = cell.adjusted(theme.px(19), 0, 0, 0)
        drawing.write(painter, words, self.state(), drawing.META.colored(tone))


class FactsCard(TitledCard):
    """`asked` carries the fact to confirm, `add_asked` the wish for one more."""

    asked = Signal(object)
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("申报与现场确认"))
        self._link = Link(self.tr("添加"), self)
        self._link.clicked.connect(self.add_asked)
        self.act(self._link)

    def show_facts(self, facts: tuple[ApplicationFact, ...]) -> None:
        """Show all of them."""
        clear(self.column)
        drifted = sum(1 for one in facts if one.has_drifted)
        if drifted:
            words = self.tr("{count} 处变化").format(count=drifted)
            self.show_pill(words, "obs", "triangle-alert")
        else:
            self.show_pill()
        if not facts:
            words = self.tr("还没有申报的事实。添加人数、班次、场所等，现场逐项确认。")
            self.column.addWidget(quiet_line(words, self))
            return
        self.column.addWidget(FactHead(self))
        for fact in facts:
            row = FactRow(fact, self)
            row.clicked.connect(self._ask_sender)
            self.column.addWidget(row)

    def _ask_sender(self) -> None:
        row = self.sender()
        if isinstance(row, FactRow):
            self.asked.emit(row.fact)
