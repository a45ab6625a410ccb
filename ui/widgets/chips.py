"""Small words in boxes: pills, clause tags, key caps, filter chips with counts."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from auditor_app.domain import Grade, Verdict
from ui import theme
from ui.widgets import drawing
from ui.widgets.flow import FlowLayout
from ui.widgets.painted import PaintedButton
from ui.widgets.verdicts import GRADE_ICONS, GRADE_TONES, ICONS, TONES
from ui.widgets.words import grade_word, verdict_word


class Pill(QLabel):
    """A word, with or without an icon, on its soft ground; `tone` is a verdict colour or plain."""

    def __init__(
        self, text: str = "", tone: str = "plain", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_word(text, tone, icon=icon)

    def show_word(self, text: str, tone: str = "plain", *, icon: str = "") -> None:
        """Say something else."""
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def show_verdict(self, verdict: Verdict | None) -> None:
        """The verdict's word, icon and colour."""
        tone = TONES[verdict] if verdict else "plain"
        self.show_word(verdict_word(verdict), tone, icon=ICONS[verdict])

    def show_grade(self, grade: Grade) -> None:
        """严重 or 轻微."""
        self.show_word(grade_word(grade), GRADE_TONES[grade], icon=GRADE_ICONS[grade])

    def sizeHint(self) -> QSize:
        """As wide as the word."""
        kind = drawing.META_STRONG if self._icon else drawing.META
        size = drawing.pill_size(self.text(), self._icon, kind)
        return QSize(round(size.width() + 0.5), round(size.height()))

    def minimumSizeHint(self) -> QSize:
        """A pill is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The same pill the lists paint."""
        painter = QPainter(self)
        drawing.smooth(painter)
        middle = QPointF(0, self.height() / 2)
        drawing.pill(painter, middle, self.text(), self._tone, icon=self._icon)
        painter.end()


class ClauseTag(PaintedButton):
    """The clause something rests on; a click asks for its text."""

    focus_radius = 6.0
    asked = Signal(str)

    def __init__(self, clause: str, parent: QWidget | None = None) -> None:
        super().__init__(clause, parent)
        self.setAccessibleDescription(self.tr("打开条款原文"))
        self.setToolTip(self.tr("打开条款原文"))
        self.clicked.connect(self._ask)

    def sizeHint(self) -> QSize:
        """The clause number with air."""
        width = drawing.advance(self.text(), drawing.META)
        return QSize(round(width) + theme.px(24), theme.px(24))

    def _ask(self) -> None:
        self.asked.emit(self.text())

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        border = "control" if self.is_hot else "line"
        drawing.box(painter, rect, fill="sunken", border=border, radius=6)
        drawing.write(
            painter, rect, self.text(), drawing.META.colored("ink2"), align=drawing.CENTER
        )


class KeyCap(QLabel):
    """The key that does the same as the button beside it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        theme.mark(self, role="keycap")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One filter: what it is called and how many pass it."""

    key: str
    word: str
    count: int | None = None


class ChipButton(PaintedButton):
    """A filter chip: word, lighter count, accent when on."""

    focus_radius = 14.0

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(chip.word, parent)
        self.setCheckable(True)
        self.chip = chip
        self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Take a new count."""
        self.chip = chip
        self.setText(chip.word)
        self.setAccessibleName(chip.word if chip.count is None else f"{chip.word} {chip.count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Bold word and count, so that nothing moves when it is pressed."""
        word = drawing.advance(self.chip.word, drawing.SECONDARY_STRONG)
        count = "" if self.chip.count is None else f"  {self.chip.count}"
        width = word + drawing.advance(count, drawing.META)
        return QSize(round(width) + theme.px(26), theme.px(28))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        is_on = self.isChecked()
        border = "accent" if is_on else ("control" if self.is_hot else "line2")
        fill = "accent_soft" if is_on else "surface"
        drawing.box(painter, rect, fill=fill, border=border, radius=14)
        kind = drawing.SECONDARY_STRONG.colored("accent") if is_on else drawing.SECONDARY
        count = "" if self.chip.count is None else str(self.chip.count)
        gap = theme.px(7) if count else 0
        figures = drawing.META.colored("accent" if is_on else "ink3")
        width = drawing.advance(self.chip.word, kind) + gap + drawing.advance(count, figures)
        room = QRectF(rect)
        room.setLeft(rect.center().x() - width / 2)
        drawing.write(painter, room, self.chip.word, kind)
        room.setLeft(room.left() + drawing.advance(self.chip.word, kind) + gap)
        drawing.write(painter, room, count, figures)


class FilterChips(QWidget):
    """Exclusive filter chips in one or more lines; `chosen` carries the key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("筛选"))
        self._flow = FlowLayout(self, gap=theme.px(6))
        self._buttons: dict[str, ChipButton] = {}
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, chips: tuple[Chip, ...], chosen: str = "") -> None:
        """Show these; `chosen` (else what was chosen, else the first) is on."""
        keep = chosen or self.chosen_key()
        if tuple(self._buttons) != tuple(chip.key for chip in chips):
            self._build(chips)
        for chip in chips:
            self._buttons[chip.key].show_chip(chip)
        if chips:
            self._turn_on(keep if keep in self._buttons else chips[0].key)

    def chosen_key(self) -> str:
        """The key of the chip that is on."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def _build(self, chips: tuple[Chip, ...]) -> None:
        for old in self._buttons.values():
            self._flow.removeWidget(old)
            old.deleteLater()
        self._buttons = {}
        for chip in chips:
            button = ChipButton(chip, self)
            button.clicked.connect(self._press_sender)
            self._buttons[chip.key] = button
            self._flow.addWidget(button)

    def _turn_on(self, key: str) -> None:
        for each, button in self._buttons.items():
            button.setChecked(each == key)

    def _press_sender(self) -> None:
        button = self.sender()
        if isinstance(button, ChipButton):
            self._turn_on(button.chip.key)
            self.chosen.emit(button.chip.key)


class IconLine(QLabel):
    """A small icon and a word in one line of facts: clause, department, deadline."""

    def __init__(
        self,
        text: str,
        icon: str,
        *,
        kind: drawing.Type = drawing.SECONDARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon, self._kind = icon, kind
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_fact(self, text: str, icon: str = "", color: str = "") -> None:
        """Say something else, perhaps in another colour."""
        self._icon = icon or self._icon
        self._kind = self._kind.colored(color) if color else self._kind
        self.setText(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        """Icon and all of the word."""
        width = drawing.advance(self.text(), self._kind)
        return QSize(round(width + 0.5) + theme.px(23), theme.px(22))

    def minimumSizeHint(self) -> QSize:
        """The word may be cut, the icon not."""
        return QSize(theme.px(48), theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, then the word cut to fit."""
        painter = QPainter(self)
        drawing.smooth(painter)
        rect = QRectF(self.rect())
        color = "ink3" if self._kind.color == "ink2" else self._kind.color
        spot = QPointF(theme.px(8), rect.center().y())
        drawing.glyph(painter, self._icon, color, spot, size=16)
        drawing.write(painter, rect.adjusted(theme.px(22), 0, 0, 0), self.text(), self._kind)
        painter.end()


class IconOnly(QLabel):
    """An icon that follows a switch of the look."""

    def __init__(self, name: str, color: str, size: int) -> None:
        super().__init__()
        self._name, self._color, self._size = name, color, size

    def sizeHint(self) -> QSize:
        """The icon's square."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        """The icon's square."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon in the middle."""
        painter = QPainter(self)
        center = QRectF(self.rect()).center()
        drawing.glyph(painter, self._name, self._color, center, size=self._size)
        painter.end()
