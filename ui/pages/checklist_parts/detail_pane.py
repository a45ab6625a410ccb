"""The right side: one item, from the question to what was issued from it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from auditor_app.rules.checklist import Item
from ui import theme
from ui.pages.checklist_parts.conflict_box import ConflictBox
from ui.pages.checklist_parts.findings import FindingList
from ui.pages.checklist_parts.foot import DetailFoot
from ui.pages.checklist_parts.head import DetailHead
from ui.pages.checklist_parts.hints import HintCard
from ui.pages.checklist_parts.photo_section import PhotoSection
from ui.pages.checklist_parts.refs import RefChips
from ui.pages.checklist_parts.tree import Spot, View
from ui.widgets.chips import IconOnly
from ui.widgets.note_edit import NoteEdit
from ui.widgets.photo_strip import local_files
from ui.widgets.toast import Toast
from ui.widgets.verdict_bar import VerdictBar

EDGE = 28


class DetailPane(QWidget):
    """Lays the parts out; the page fills and hears them. `retry_asked` after a failed save."""

    retry_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.head, self.foot = DetailHead(self), DetailFoot(self)
        self.question = QLabel(self)
        self.question.setWordWrap(True)
        theme.mark(self.question, role="title")
        self.hints, self.conflicts = HintCard(self), ConflictBox(self)
        self.verdict, self.note, self.refs = VerdictBar(self), NoteEdit(self), RefChips(self)
        self.photos, self.findings = PhotoSection(self), FindingList(self)
        self.toast = Toast(self)
        self._hint = QLabel(self.tr("按 1–5 选择"), self)
        theme.mark(self._hint, role="meta")
        self._issued = self._heading(self.tr("由此开具"))
        self.trouble, self._why = self._build_trouble()
        self._area = self._build_area()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._area, 1)
        column.addWidget(self.foot)
        self.toast.installEventFilter(self)
        self.setAcceptDrops(True)
        # A photo let go over the text is evidence, not a path to be written into the record.
        self.note.text.setAcceptDrops(False)

    def show_item(self, item: Item, spot: Spot, view: View) -> None:
        """Show what is asked."""
        self.head.show_item(item, spot, view)
        self.question.setText(item.question)
        self.hints.show_item(item)

    def show_trouble(self, words: str) -> None:
        """Say why the text is not saved, or that it is."""
        self._why.setText(words)
        self.trouble.setVisible(bool(words))

    def show_demand(self, words: str = "") -> None:
        """Ask for a verdict beside the heading; without words, say which keys choose one."""
        self._hint.setText(words or self.tr("按 1–5 选择"))
        theme.mark(self._hint, tone="major" if words else "")

    def show_issued(self, *, is_shown: bool) -> None:
        """Show or hide the heading over the findings."""
        self._issued.setVisible(is_shown)

    def focus_places(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in order."""
        return (
            self.head,
            self.conflicts,
            self.verdict,
            self.note,
            self.trouble,
            self.refs,
            self.photos,
            self.findings,
            self.toast,
            self.foot,
        )

    def to_top(self) -> None:
        """Back to the question."""
        self._area.verticalScrollBar().setValue(0)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words, self)
        theme.mark(label, role="section")
        return label

    def _build_area(self) -> QScrollArea:
        inside = QWidget()
        theme.mark(inside, role="page")
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(EDGE), theme.px(1), theme.px(EDGE), theme.px(14))
        column.setSpacing(theme.px(12))
        verdict_head = QHBoxLayout()
        verdict_head.addWidget(self._heading(self.tr("结论")))
        verdict_head.addStretch(1)
        verdict_head.addWidget(self._hint)
        column.addWidget(self.question)
        column.addWidget(self.hints)
        column.addWidget(self.conflicts)
        column.addLayout(_stacked(verdict_head, self.verdict))
        words = self._heading(self.tr("审核记录"))
        column.addLayout(_stacked(words, self.note, self.trouble, self.refs))
        column.addWidget(self.photos)
        column.addLayout(_stacked(self._issued, self.findings))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        for ground in (area.viewport(), inside):
            ground.setAutoFillBackground(False)
        area.verticalScrollBar().installEventFilter(self)
        return area

    def _float(self) -> None:
        """Put the toast over the lower end of the item, clear of the foot."""
        edge, height = theme.px(EDGE), self.toast.sizeHint().height()
        top = self.foot.y() - height - theme.px(10)
        self.toast.setGeometry(edge, top, self.width() - 2 * edge, height)

    def _build_trouble(self) -> tuple[QFrame, QLabel]:
        frame = QFrame(self)
        theme.mark(frame, role="danger")
        words = QLabel(frame)
        words.setWordWrap(True)
        theme.mark(words, tone="major")
        again = QPushButton(self.tr("重试"), frame)
        theme.mark(again, kind="danger")
        again.clicked.connect(self.retry_asked)
        row = QHBoxLayout(frame)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(10))
        row.addWidget(IconOnly("circle-alert", "major", 18))
        row.addWidget(words, 1)
        row.addWidget(again)
        frame.hide()
        return frame, words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the contents where they are when the scroll bar comes and goes."""
        is_move = event.type() in {QEvent.Type.Show, QEvent.Type.Hide}
        if watched is self.toast:
            self._float()
        elif is_move:
            bar = self._area.verticalScrollBar()
            free = 0 if event.type() == QEvent.Type.Show else bar.sizeHint().width()
            edge = theme.px(EDGE)
            self._column.setContentsMargins(edge, theme.px(1), edge + free, theme.px(14))
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The toast stays over the foot."""
        super().resizeEvent(event)
        self._float()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Photos may be let go anywhere on the item."""
        if local_files(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """As if let go on the strip."""
        self.photos.strip.dropEvent(event)


def _stacked(*parts: QWidget | QLayout) -> QVBoxLayout:
    """A heading and what belongs to it."""
    column = QVBoxLayout()
    column.setSpacing(theme.px(7))
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return column
