"""The chosen photo: what is said of it, what it says itself, what it serves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.editors.evidence_rows import LinkLine, Shot, facts
from ui.editors.overview_card import clear
from ui.editors.planning_fields import FieldSet
from ui.widgets import drawing
from ui.widgets.chips import Pill
from ui.widgets.elided import ElidedLabel
from ui.widgets.gate_list import Link
from ui.widgets.quiet_button import QuietButton

WIDTH = 372


class EvidenceDetail(QFrame):
    """`described(key, caption, location)`, `unlink_asked(key, link id)`, `jumped(link)`."""

    described = Signal(str, str, str)
    unlink_asked = Signal(str, str)
    jumped = Signal(object)
    verify_asked = Signal(str)
    copy_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.px(WIDTH))
        self._shot: Shot | None = None
        self._title = ElidedLabel(kind=drawing.HEADING, parent=self)
        self._state = Pill(parent=self)
        self.fields = FieldSet(columns=1)
        self.caption = self.fields.add_paragraph("caption", self.tr("说明"), lines=3)
        self.location = self.fields.add_line("location", self.tr("地点"))
        self.fields.kept.connect(self._describe)
        self._facts, self._links = QGridLayout(), QVBoxLayout()
        self._heading = QLabel(self.tr("关联的记录"))
        theme.mark(self._heading, role="section")
        self.verify = QPushButton(self.tr("核对原件"))
        theme.dress(self.verify, "shield-check")
        self.verify.clicked.connect(self._ask_verify)
        self.copy = QPushButton(self.tr("另存原件…"))
        theme.dress(self.copy, "download")
        self.copy.clicked.connect(self._ask_copy)
        self._body, self._none = QScrollArea(self), QLabel(self, wordWrap=True)
        self._none.setText(self.tr("选一张照片，这里写说明、看拍摄信息和关联。"))
        self._column = self._make_body()
        self._build()
        self.show_shot(None)

    def shot(self) -> Shot | None:
        """The photo shown."""
        return self._shot

    def show_shot(self, shot: Shot | None, *, state: tuple[str, str, str] | None = None) -> None:
        """Show a photo, or nothing; `state` is word, tone and icon of the last check."""
        is_other = shot is None or self._shot is None or shot.key != self._shot.key
        if is_other:
            self.fields.flush()
        self._shot = shot
        self._body.setVisible(shot is not None)
        self._none.setVisible(shot is None)
        if shot is None:
            return
        one = shot.evidence
        self._title.setText(f"{one.number} {one.caption or one.name}")
        word, tone, icon = state or (self.tr("原件未核对"), "plain", "circle-dashed")
        self._state.show_word(word, tone, icon=icon)
        if is_other:
            self.fields.forget()
            self.caption.put_anew(one.caption)
            self.location.put(one.location)
        self.fields.show_values({"caption": one.caption, "location": one.location})
        self._show_facts(shot)
        self._show_links(shot)

    def refuse(self, words: str) -> bool:
        """What was said could not be kept: the words stay, with the reason beneath."""
        return self.fields.refuse("caption", words)

    def flush(self) -> None:
        """Keep what is being written."""
        self.fields.flush()

    def _show_facts(self, shot: Shot) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for row, (name, value, is_missing) in enumerate(facts(shot)):
            label, fact = QLabel(name), QLabel(value, wordWrap=True)
            theme.mark(label, role="meta")
            theme.mark(fact, role="secondary", tone="obs" if is_missing else "")
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(fact, row, 1)

    def _show_links(self, shot: Shot) -> None:
        clear(self._links)
        if not shot.links:
            none = QLabel(self.tr("还没有关联。在检查表或不符合项里选用这张照片。"), wordWrap=True)
            theme.mark(none, role="secondary")
            self._links.addWidget(none)
        for link in shot.links:
            self._links.addWidget(LinkRow(link, self))

    def ask_unlink(self, link: LinkLine) -> None:
        """A row wants its record taken off."""
        if self._shot is not None:
            self.unlink_asked.emit(self._shot.key, link.id)

    def _describe(self, _field: str, _value: object) -> None:
        if self._shot is not None:
            self.described.emit(
                self._shot.key, self.caption.toPlainText().strip(), self.location.value()
            )

    def _ask_verify(self) -> None:
        if self._shot is not None:
            self.verify_asked.emit(self._shot.key)

    def _ask_copy(self) -> None:
        if self._shot is not None:
            self.copy_asked.emit(self._shot.key)

    def _build(self) -> None:
        self._facts.setHorizontalSpacing(theme.px(12))
        self._facts.setVerticalSpacing(theme.px(6))
        self._facts.setColumnStretch(1, 1)
        self._links.setSpacing(theme.px(2))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.verify, 1)
        buttons.addWidget(self.copy, 1)
        self._column.addWidget(self._title)
        self._column.addWidget(self._state)
        self._column.addWidget(self.fields)
        self._column.addLayout(self._facts)
        self._column.addLayout(buttons)
        self._column.addWidget(self._heading)
        self._column.addLayout(self._links)
        self._column.addStretch(1)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setMargin(theme.px(24))
        theme.mark(self._none, role="secondary")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._body)
        outer.addWidget(self._none)

    def _make_body(self) -> QVBoxLayout:
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(14))
        column.setSpacing(theme.px(12))
        self._body.setAccessibleName(self.tr("照片信息"))
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setWidget(page)
        return column

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line at the left edge."""
        painter = QPainter(self)
        painter.fillRect(0, 0, 1, self.height(), theme.color("line"))
        painter.end()


class LinkRow(QWidget):
    """One record: go there, or take it off."""

    def __init__(self, link: LinkLine, detail: EvidenceDetail) -> None:
        super().__init__(detail)
        self.link, self._detail = link, detail
        word = ElidedLabel(link.word, kind=drawing.SECONDARY.colored("ink"), parent=self)
        self.go = Link(self.tr("打开"), self)
        self.go.setAccessibleName(self.tr("打开 {word}").format(word=link.word))
        self.go.clicked.connect(self._jump)
        self.off = QuietButton(self.tr("移除"), "unlink", self)
        self.off.setAccessibleName(self.tr("移除与 {word} 的关联").format(word=link.word))
        self.off.clicked.connect(self._take_off)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        row.addWidget(word, 1)
        row.addWidget(self.off)
        row.addWidget(self.go)

    def _jump(self) -> None:
        self._detail.jumped.emit(self.link)

    def _take_off(self) -> None:
        self._detail.ask_unlink(self.link)
