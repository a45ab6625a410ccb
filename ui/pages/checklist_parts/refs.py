"""Who was asked and which documents were seen: small chips that can be taken off again."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from auditor_app.domain import Answer
from ui import theme
from ui.widgets import drawing
from ui.widgets.flow import FlowLayout
from ui.widgets.painted import PaintedButton

ICONS = {"interviewees": "user", "documents": "file-text"}
MOST = 150


class RefChip(PaintedButton):
    """Icon, word and ×; a press takes it off."""

    focus_radius = 13.0

    def __init__(self, field: str, word: str, parent: QWidget) -> None:
        super().__init__(word, parent)
        self.field = field
        self.setToolTip(self.tr("去掉“{0}”").format(word))
        self.setAccessibleName(self.toolTip())

    def sizeHint(self) -> QSize:
        """As wide as the word, within reason."""
        width = min(drawing.advance(self.text(), drawing.META), theme.px(MOST))
        return QSize(round(width) + theme.px(52), theme.px(26))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        border = "control" if self.is_hot else "line"
        drawing.box(painter, rect, fill="sunken", border=border, radius=13)
        middle = rect.center().y()
        icon = QPointF(rect.left() + theme.px(15), middle)
        drawing.glyph(painter, ICONS[self.field], "ink3", icon, size=14)
        words = rect.adjusted(theme.px(26), 0, -theme.px(24), 0)
        drawing.write(painter, words, self.text(), drawing.META.colored("ink2"))
        cross = QPointF(rect.right() - theme.px(14), middle)
        drawing.glyph(painter, "x", "ink2" if self.is_hot else "ink3", cross, size=12)


class RefChips(QWidget):
    """The interviewees and documents of one answer; `removed` carries the field and the word."""

    removed = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=theme.px(6))
        self._chips: list[RefChip] = []
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_answer(self, answer: Answer) -> None:
        """Show what the answer refers to."""
        wanted = [("interviewees", name) for name in answer.interviewees]
        wanted += [("documents", name) for name in answer.documents]
        if wanted != [(chip.field, chip.text()) for chip in self._chips]:
            self._build(wanted)
        self.setVisible(bool(wanted))

    def _build(self, wanted: Sequence[tuple[str, str]]) -> None:
        for old in self._chips:
            self._flow.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._chips = [RefChip(field, word, self) for field, word in wanted]
        for chip in self._chips:
            chip.clicked.connect(self._remove_sender)
            self._flow.addWidget(chip)
            chip.show()

    def _remove_sender(self) -> None:
        chip = self.sender()
        if isinstance(chip, RefChip):
            self.removed.emit(chip.field, chip.text())
