"""The agenda prompter: what was said and when, what to say now, what comes."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets import drawing
from ui.widgets.chips import IconOnly, KeyCap
from ui.widgets.painted import PaintedButton
from ui.widgets.progress import Part, StackedBar


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item: `said_at` is the ready time of day (09:01), empty while it is to come.

    `asks` says what the client is to answer.
    """

    key: str
    title: str
    prompt: str = ""
    minutes: int = 0
    said_at: str = ""
    reply: str = ""
    asks: str = ""


class AgendaRow(PaintedButton):
    """An item said or to come; a press makes it the current one."""

    def __init__(self, item: AgendaItem, parent: QWidget) -> None:
        super().__init__(item.title, parent)
        self.item = item
        state = self.tr("已讲 {0}").format(item.said_at) if item.said_at else self.tr("未讲")
        self.setAccessibleDescription(state)
        self.setToolTip(item.title)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(180), theme.px(36))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        if self.is_hot:
            drawing.box(painter, rect, fill="sunken", radius=8)
        is_said = bool(self.item.said_at)
        icon, color = ("circle-check", "ok") if is_said else ("circle", "control")
        spot = QPointF(theme.px(AgendaList.INSET + 9), rect.center().y())
        drawing.glyph(painter, icon, color, spot)
        room = rect.adjusted(theme.px(AgendaList.INSET + 28), 0, -theme.px(AgendaList.INSET), 0)
        right = self.item.said_at or self._minutes()
        drawing.write(painter, room, right, drawing.SECONDARY.colored("ink3"), align=drawing.RIGHT)
        room.setRight(room.right() - theme.px(48))
        color = "ink2" if is_said else "ink"
        drawing.write(painter, room, self.item.title, drawing.SECONDARY.colored(color))

    def _minutes(self) -> str:
        return self.tr("{0} 分").format(self.item.minutes) if self.item.minutes else ""


class CurrentItem(QFrame):
    """The only filled card: the prompt at reading size and the client's answer.

    `said` when it is told; `reply_changed` at the end of each edit of the answer.
    """

    said = Signal()
    reply_changed = Signal(str)

    def __init__(self, item: AgendaItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        theme.mark(self, role="active")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._spent = QLabel(self)
        theme.mark(self._spent, role="meta", tone="accent")
        self.reply = QLineEdit(item.reply, self)
        self.reply.setAccessibleName(self.tr("受审核方答复"))
        self.reply.setPlaceholderText(item.asks)
        self.reply.editingFinished.connect(self.give_reply)
        column = QVBoxLayout(self)
        inset = theme.px(AgendaList.INSET)
        column.setContentsMargins(inset, theme.px(10), inset, theme.px(12))
        column.setSpacing(theme.px(6))
        column.addLayout(self._build_head())
        if item.prompt:
            prompt = QLabel(item.prompt, self)
            prompt.setWordWrap(True)
            column.addWidget(prompt)
        caption = QLabel(self.tr("受审核方答复"), self)
        theme.mark(caption, role="meta")
        column.addSpacing(theme.px(2))
        column.addWidget(caption)
        column.addWidget(self.reply)
        column.addLayout(self._build_foot())

    def show_spent(self, text: str) -> None:
        """已讲 1:40."""
        self._spent.setText(text)

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(IconOnly("megaphone", "accent", 18))
        title = QLabel(self.item.title, self)
        title.setWordWrap(True)
        theme.mark(title, role="section")
        head.addWidget(title, 1)
        head.addWidget(self._spent)
        return head

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        done = QPushButton(self.tr("讲完，下一项"), self)
        done.clicked.connect(self._say)
        foot.addWidget(done, 1)
        foot.addWidget(KeyCap(self.tr("空格"), self))
        return foot

    def give_reply(self) -> None:
        """Tell an answer that differs from the one shown."""
        if self.reply.text() != self.item.reply:
            self.reply_changed.emit(self.reply.text())

    def _say(self) -> None:
        self.said.emit()


class AgendaList(QWidget):
    """Header, bar, items; the current one is the first not said or the one pressed.

    `said(key, reply)` when an item is told, `taken_back(key)` when its tick is undone,
    `reply_edited(key, reply)` when only the answer was changed.
    """

    said = Signal(str, str)
    taken_back = Signal(str)
    reply_edited = Signal(str, str)

    INSET = 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("议程"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._items: tuple[AgendaItem, ...] = ()
        self._chosen = ""
        self._is_locked = False
        self._current: CurrentItem | None = None
        self._count = QLabel(self)
        self._bar = StackedBar(self, height=4)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._build_head())
        column.addLayout(self._rows)
        column.addStretch(1)

    def show_agenda(
        self,
        items: tuple[AgendaItem, ...],
        *,
        spent: int = 0,
        planned: int = 0,
        is_locked: bool = False,
    ) -> None:
        """Show these items; `spent` and `planned` in minutes, amber once over the plan.

        `is_locked`: the meeting is over, so nothing can be told or taken back.
        """
        self._items, self._is_locked = items, is_locked
        said = sum(1 for item in items if item.said_at)
        count = f"{said} / {len(items)}"
        if planned:
            count += " · " + self.tr("已用 {0} / {1} 分").format(spent, planned)
        self._count.setText(count)
        theme.mark(self._count, tone="obs" if planned and spent > planned else "")
        self._bar.show_parts((Part(amount=said, tone="ok"),), len(items))
        self._rebuild()

    def show_spent(self, text: str) -> None:
        """How long the current item has been talked about."""
        if self._current is not None:
            self._current.show_spent(text)

    def current_key(self) -> str:
        """The item that is told now, empty when all are."""
        return self._current.item.key if self._current else ""

    def flush(self) -> None:
        """Give out an answer that is being typed."""
        if self._current is not None:
            self._current.give_reply()

    def say_current(self) -> None:
        """The current item is told; the next one comes up when the new agenda is shown."""
        if self._current is not None:
            key, reply = self._current.item.key, self._current.reply.text()
            self._chosen = ""
            self.said.emit(key, reply)

    def take_back(self) -> None:
        """Undo the last tick."""
        told = [item for item in self._items if item.said_at]
        if told and not self._is_locked:
            last = max(told, key=_when)
            self._chosen = last.key
            self.taken_back.emit(last.key)

    def _build_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        inset = theme.px(self.INSET)
        head.setContentsMargins(inset, 0, inset, 0)
        line = QHBoxLayout()
        title = QLabel(self.tr("议程"), self)
        theme.mark(title, role="section")
        theme.mark(self._count, role="meta")
        line.addWidget(title)
        line.addStretch(1)
        line.addWidget(self._count)
        head.addLayout(line)
        head.addWidget(self._bar)
        return head

    def _rebuild(self) -> None:
        draft = self._current.reply.text() if self._current else ""
        held = self._current.item.key if self._current else ""
        had_focus = self._current is not None and self._current.reply.hasFocus()
        while (entry := self._rows.takeAt(0)) is not None:
            if old := entry.widget():
                old.setParent(None)
                old.deleteLater()
        self._current = None
        current = self._pick_current()
        for item in self._items:
            self._rows.addWidget(self._row_for(item, is_current=item.key == current))
        if self._current is not None and held == current:
            self._current.reply.setText(draft)  # what is being typed outlives a reload
            if had_focus:
                self._current.reply.setFocus()

    def _pick_current(self) -> str:
        if self._is_locked:
            return ""
        if any(item.key == self._chosen for item in self._items):
            return self._chosen
        return next((item.key for item in self._items if not item.said_at), "")

    def _row_for(self, item: AgendaItem, *, is_current: bool) -> QWidget:
        if not is_current:
            row = AgendaRow(item, self)
            row.clicked.connect(self._choose_sender)
            return row
        self._current = CurrentItem(item, self)
        self._current.said.connect(self.say_current)
        self._current.reply_changed.connect(self._tell_reply)
        return self._current

    def _tell_reply(self, reply: str) -> None:
        if self._current is not None:
            self.reply_edited.emit(self._current.item.key, reply)

    def _choose_sender(self) -> None:
        row = self.sender()
        if isinstance(row, AgendaRow):
            self._chosen = row.item.key
            self._rebuild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space: said, next (Ctrl+Space inside the answer); Backspace takes the tick back."""
        is_typing = self._current is not None and self._current.reply.hasFocus()
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and (is_control or not is_typing):
            self.say_current()
        elif event.key() == Qt.Key.Key_Backspace and not is_typing:
            self.take_back()
        else:
            super().keyPressEvent(event)


def _when(item: AgendaItem) -> str:
    return item.said_at
