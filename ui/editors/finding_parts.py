"""The pieces of the finding's drawer: steps on a rail, the client's word, disputes, the past."""

import html
from difflib import SequenceMatcher
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from auditor_app.domain import BEIJING, NcState, Nonconformity
from ui import theme
from ui.audit_words import clock, day
from ui.editors.finding_rows import Candidate, Change, Dispute, field_word
from ui.widgets import drawing, ink
from ui.widgets.avatars import draw_disc
from ui.widgets.chips import Pill
from ui.widgets.gate_list import Weight, WeightPill

DISC = 24
GUTTER = 34
JOINABLE = {
    "requirement", "facts", "gap", "grade_reason", "cause", "correction", "corrective_action",
    "action_evidence", "verification", "dispute",
}  # fmt: skip
"""Fields in which both versions can stand one below the other."""


class Step(QWidget):
    """A titled piece on the rail: a disc with an icon, and the line to the next one."""

    def __init__(self, icon: str, tone: str, title: str, *, is_last: bool = False) -> None:
        super().__init__()
        self._icon, self._tone, self._is_last = icon, tone, is_last
        head = QHBoxLayout()
        word = QLabel(title)
        theme.mark(word, role="section")
        self.aside = QLabel()
        theme.mark(self.aside, role="meta")
        head.addWidget(word)
        head.addStretch(1)
        head.addWidget(self.aside)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.px(GUTTER), 0, 0, theme.px(10))
        self.body.setSpacing(theme.px(6))
        self.body.addLayout(head)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc and line."""
        painter = QPainter(self)
        drawing.smooth(painter)
        edge = theme.px(DISC)
        disc = QRectF(0, 0, edge, edge)
        if not self._is_last:
            line = QRectF(edge / 2 - 0.5, edge + theme.px(4), 1, self.height() - edge - theme.px(8))
            painter.fillRect(line, theme.color("line2"))
        color, soft = drawing.tones(self._tone)
        drawing.box(painter, disc, fill=soft, radius=DISC / 2)
        drawing.glyph(painter, self._icon, color, disc.center(), size=14)
        painter.end()


class ClientCard(QFrame):
    """Whether the client has signed, and what was said. `sign_asked` opens the pad."""

    sign_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._nc: Nonconformity | None = None
        theme.mark(self, role="sunken")
        self._face = _Face()
        self._name = QLabel()
        theme.mark(self._name, role="strong")
        self._line = QLabel(wordWrap=True)
        theme.mark(self._line, role="meta")
        self._pill = Pill("")
        self._ink = _Ink()
        self.button = QPushButton(self.tr("请其签名"))
        self.button.clicked.connect(self.sign_asked)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self._name)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(12))
        row.addWidget(self._face)
        row.addLayout(words, 1)
        row.addWidget(self._ink)
        row.addWidget(self._pill)
        row.addWidget(self.button)

    def show_nc(self, nc: Nonconformity) -> None:
        """Show how the client stands to it."""
        self._nc = nc
        who = nc.acknowledged_by or nc.responsible
        self._face.show_name(who or "?")
        parts = (who or self.tr("未定责任人"), nc.department)
        self._name.setText(" · ".join(part for part in parts if part))
        self._line.setText(self._say(nc))
        is_signed = bool(nc.acknowledged_by)
        self._ink.show_nc(nc)
        self._pill.setVisible(is_signed)
        if nc.dispute:
            self._pill.show_word(self.tr("有异议"), "minor", icon="message-square-text")
        else:
            self._pill.show_word(self.tr("已确认"), "ok", icon="signature")
        can_sign = not is_signed and nc.state is not NcState.DRAFT
        self.button.setVisible(can_sign)

    def words(self) -> str:
        """What is said under the name."""
        return self._line.text()

    def _say(self, nc: Nonconformity) -> str:
        if nc.acknowledged_at is not None:
            local = nc.acknowledged_at.astimezone(BEIJING)
            when = f"{day(local.date())} {clock(nc.acknowledged_at)}"
            if nc.dispute:
                return self.tr("{when} 异议：{words}").format(when=when, words=nc.dispute)
            return self.tr("{when} 确认，事实已核实").format(when=when)
        if nc.state is NcState.DRAFT:
            return self.tr("开出后请受审核方确认")
        return self.tr("还没有确认")


class DisputeBox(QFrame):
    """Two versions of one field side by side; `settled(dispute, plain value)` ends it."""

    settled = Signal(object, object)

    def __init__(self, dispute: Dispute) -> None:
        super().__init__()
        self._dispute = dispute
        theme.mark(self, role="card")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(WeightPill(Weight.STOP, self))
        words = self.tr("{field}：两人写法不同").format(field=field_word(dispute.field))
        title = QLabel(words)
        theme.mark(title, role="section")
        head.addWidget(title, 1)
        note = QLabel(self.tr("两版都会留存"))
        theme.mark(note, role="meta")
        head.addWidget(note)
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        for number, candidate in enumerate(dispute.candidates):
            grid.addWidget(self._version(number, candidate), number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addLayout(grid)
        column.addLayout(self._buttons())

    def _version(self, number: int, candidate: Candidate) -> QWidget:
        box = QFrame()
        theme.mark(box, role="sunken")
        name = QLabel(candidate.by)
        theme.mark(name, role="strong")
        when = QLabel(candidate.when)
        theme.mark(when, role="meta")
        face = _Face(22)
        face.show_name(candidate.by)
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(face)
        head.addWidget(name, 1)
        head.addWidget(when)
        other = self._dispute.candidates[0 if number else 1]
        text = QLabel(_marked(candidate.text, other.text), wordWrap=True)
        text.setTextFormat(Qt.TextFormat.RichText)
        theme.mark(text, role="secondary")
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(box)
        column.setContentsMargins(*(theme.px(10),) * 4)
        column.addLayout(head)
        column.addWidget(text, 1)
        return box

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        found = self._dispute.candidates
        if len(found) == len(("left", "right")):
            words = [self.tr("采用左"), self.tr("采用右")]
            keys = ["Alt+L", "Alt+R"]
        else:
            words = [self.tr("采用第 {0} 版").format(n) for n in range(1, len(found) + 1)]
            keys = [f"Alt+{n}" for n in range(1, len(found) + 1)]
        for number, (word, key) in enumerate(zip(words, keys, strict=True)):
            button = self._button(word, key, found[number].value)
            theme.mark(button, kind="tonal")
            row.addWidget(button, 1)
        if self._dispute.field in JOINABLE:
            both = CLASS_JOIN.join(str(one.value) for one in reversed(found))
            row.insertWidget(1, self._button(self.tr("两版都写"), "Alt+B", both), 1)
        return row

    def _button(self, word: str, key: str, value: object) -> QPushButton:
        button = QPushButton(word)
        button.setShortcut(key)
        button.setToolTip(key)
        button.clicked.connect(partial(self._settle, value))
        return button

    def _settle(self, value: object, _checked: bool = False) -> None:
        self.settled.emit(self._dispute, value)


CLASS_JOIN = "\n"


class HistoryList(QWidget):
    """谁 何时 改了什么, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(6))

    def show_changes(self, changes: tuple[Change, ...]) -> None:
        """Show these."""
        while (entry := self._rows.takeAt(0)) is not None:
            if old := entry.widget():
                old.setParent(None)
                old.deleteLater()
        for change in changes:
            self._rows.addWidget(self._line(change))

    def lines(self) -> tuple[str, ...]:
        """The lines as shown."""
        found = (self._rows.itemAt(n) for n in range(self._rows.count()))
        widgets = (entry.widget() for entry in found if entry)
        return tuple(one.text() for one in widgets if isinstance(one, QLabel))

    def _line(self, change: Change) -> QLabel:
        when = f"{day(change.at.astimezone(BEIJING).date())} {clock(change.at)}"
        what = "、".join(change.fields)
        if change.detail:
            what += f"（{change.detail}）"
        label = QLabel(f"{change.by} · {when} · {what}", wordWrap=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        theme.mark(label, role="meta")
        return label


class _Face(QWidget):
    """One person's disc."""

    def __init__(self, size: int = 28) -> None:
        super().__init__()
        self._size, self._name = size, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Whose disc it is."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """The disc."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc."""
        painter = QPainter(self)
        drawing.smooth(painter)
        edge = theme.px(self._size)
        draw_disc(painter, self._name, QPointF(edge / 2, edge / 2), edge)
        painter.end()


class _Ink(QWidget):
    """The client's signature in small; takes no room while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._nc: Nonconformity | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_nc(self, nc: Nonconformity) -> None:
        """Show the signature of this one."""
        self._nc = nc
        self.setVisible(bool(nc.acknowledged_strokes))
        self.update()

    def sizeHint(self) -> QSize:
        """As in the sign-in list."""
        return QSize(theme.px(92), theme.px(33))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The strokes."""
        if self._nc is None:
            return
        painter = QPainter(self)
        width = 1.4 * theme.current().scale
        strokes, color = self._nc.acknowledged_strokes, theme.color("ink")
        ink.draw_strokes(painter, strokes, QRectF(self.rect()), color=color, width=width)
        painter.end()


def _marked(text: str, other: str) -> str:
    """The text with what the other version does not have on a coloured ground."""
    tokens = theme.tokens()
    parts = []
    for tag, start, end, _, _ in SequenceMatcher(None, text, other, autojunk=False).get_opcodes():
        words = html.escape(text[start:end]).replace("\n", "<br>")
        if tag == "equal" or not words:
            parts.append(words)
        else:
            style = f"background-color:{tokens.obs_soft};color:{tokens.obs};font-weight:600"
            parts.append(f'<span style="{style}">{words}</span>')
    return "".join(parts)
