"""The audit record of one item: text that saves itself, with a row of aids under it."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QTextEdit, QWidget

from ui import theme
from ui.widgets.quiet_button import QuietButton

QUIET_MILLISECONDS = 400
"""This long after the last key the text is given out to be saved."""

LINE_HEIGHT = 23
LEAST, MOST = 128, 300


class NoteText(QTextEdit):
    """Plain text at 23 px a line; Tab leaves it, half-composed characters are not in it.

    `settled` when there is something to save: after a pause, or when the focus goes.
    """

    settled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._preedit = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MILLISECONDS)
        self._pause.timeout.connect(self._settle)
        self.textChanged.connect(self._pause.start)

    def put(self, text: str) -> None:
        """Show a text; that is no edit."""
        with QSignalBlocker(self):
            self.setPlainText(text)
            self.space_lines()
        self._pause.stop()

    def space_lines(self) -> None:
        """Give every line the reading height of the chosen text size."""
        shape = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        shape.setLineHeight(theme.px(LINE_HEIGHT), fixed)
        document = self.document()
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        document.setUndoRedoEnabled(True)

    def leave_room(self, height: int) -> None:
        """Keep the lower end free for the foot."""
        self.setViewportMargins(0, 0, 0, height)

    def flush(self) -> None:
        """Commit what the input method holds and settle now (Ctrl+S, page change, close)."""
        if self._preedit:
            QGuiApplication.inputMethod().commit()
        if self._pause.isActive():
            self._settle()

    def finish(self) -> None:
        """Flush before the text goes from the screen: half-composed characters are kept too."""
        self.flush()
        if self._preedit:
            # An input method that does not answer must not cost the auditor's words.
            kept = QInputMethodEvent()
            kept.setCommitString(self._preedit)
            QGuiApplication.sendEvent(self, kept)
            self.flush()

    def _settle(self) -> None:
        if self._preedit:
            self._pause.start()  # the pre-edit text is not the auditor's word yet
            return
        self._pause.stop()
        self.settled.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know which characters are being composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays unsaved in a field that was left."""
        self.finish()
        super().focusOutEvent(event)


class Foot(QWidget):
    """The row of aids, with the line that parts it from the text."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its own ground, for the text's scroll bar runs on beneath; then the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(0, 0, 0, -theme.px(3)), theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        painter.end()


class NoteEdit(QWidget):
    """The text, 常用语 受访人 时间 引用文件, the count of characters and the saved mark.

    `edited(key, text)` asks to save, with the key the text was shown under, so that a late save
    never meets the next item. `aid_asked(name)` when an aid without a menu is pressed: `phrases`,
    `people`, `time` or `documents`.
    """

    edited = Signal(str, str)
    aid_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._given = ""
        self._mark = ""
        self.text = NoteText(self)
        self.text.setAccessibleName(self.tr("审核记录"))
        self.text.setPlaceholderText(self.tr("看了什么、问了谁、抽了几份、结果如何"))
        self.text.settled.connect(self._give)
        self.text.textChanged.connect(self._show_facts)
        self._foot = Foot(self)
        self._facts = QLabel(self._foot)
        theme.mark(self._facts, role="meta")
        self._aids = self._build_aids()
        self._build_foot()
        self.setFocusProxy(self.text)
        self.text.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.current().changed.connect(self.text.space_lines)

    def show_note(self, key: str, text: str, mark: str = "") -> None:
        """Show the record of an item; a reload never touches what is being typed."""
        if key != self._key:
            self.finish()
        elif self.text.hasFocus() and self.note() != self._given:
            self.show_mark(mark)
            return
        self._key, self._given = key, text
        if self.note() != text:
            self.text.put(text)
        self.show_mark(mark)

    def note(self) -> str:
        """The text without what the input method still composes."""
        return self.text.toPlainText()

    def show_mark(self, mark: str, *, is_trouble: bool = False) -> None:
        """14:32 已保存, or in red why it is not."""
        self._mark = mark
        theme.mark(self._facts, tone="major" if is_trouble else "")
        self._show_facts()

    def insert(self, words: str) -> None:
        """Put a phrase, a name or a time where the cursor is, and go on writing."""
        self.text.insertPlainText(words)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, aid: str, words: tuple[str, ...]) -> None:
        """Give an aid a menu of words; choosing one inserts it. No words: it only asks."""
        self._aids[aid].offer(words)

    def flush(self) -> None:
        """Give out unsaved text now."""
        self.text.flush()

    def finish(self) -> None:
        """Give out unsaved text now, with what the input method still holds."""
        self.text.finish()

    def _build_aids(self) -> dict[str, QuietButton]:
        aids: dict[str, QuietButton] = {}
        for name, icon, word in (
            ("phrases", "message-square-text", self.tr("常用语")),
            ("people", "at-sign", self.tr("受访人")),
            ("time", "clock", self.tr("时间")),
            ("documents", "file-search", self.tr("引用文件")),
        ):
            button = QuietButton(word, icon, self._foot)
            button.setObjectName(name)
            button.clicked.connect(self._ask_sender)
            button.picked.connect(self.insert)
            aids[name] = button
        return aids

    def _build_foot(self) -> None:
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(theme.px(4), theme.px(4), theme.px(12), theme.px(5))
        row.setSpacing(theme.px(2))
        for button in self._aids.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._facts)

    def _ask_sender(self) -> None:
        button = self.sender()
        if isinstance(button, QuietButton) and not button.has_menu:
            self.aid_asked.emit(button.objectName())

    def _give(self) -> None:
        text = self.note()
        if text != self._given:
            self._given = text
            self.edited.emit(self._key, text)

    def _show_facts(self) -> None:
        count = len("".join(self.note().split()))
        facts = self.tr("{0} 字").format(count)
        self._facts.setText(f"{facts} · {self._mark}" if self._mark else facts)

    def sizeHint(self) -> QSize:
        """As tall as the text, within reason; more scrolls."""
        text = round(self.text.document().size().height()) + theme.px(14)
        height = text + self._foot.sizeHint().height()
        return QSize(theme.px(480), min(max(height, theme.px(LEAST)), theme.px(MOST)))

    def minimumSizeHint(self) -> QSize:
        """Three lines and the aids."""
        return QSize(theme.px(320), theme.px(LEAST))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The text's frame goes around the foot too; the foot lies on its lower end."""
        height = self._foot.sizeHint().height()
        self.text.leave_room(height)
        self.text.setGeometry(self.rect())
        self._foot.setGeometry(2, self.height() - height - 2, self.width() - 4, height)
