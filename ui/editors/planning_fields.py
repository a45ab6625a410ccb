"""Fields that keep themselves: a name over each, trouble in words under it."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.editors.line_field import LineField
from ui.widgets.note_edit import NoteText

Check = Callable[[str], object]
"""Text -> value to keep; raises Unreadable with the words to show."""


class Unreadable(ValueError):
    """What was typed is no such value; the text says what is wanted."""


def as_days(text: str) -> Decimal:
    """Person-days in steps of half a day."""
    translate = QCoreApplication.translate
    try:
        value = Decimal(text or "0")
    except InvalidOperation:
        raise Unreadable(translate("Fields", "请填写数字，例如 8.5。")) from None
    if not value.is_finite() or value < 0 or value % Decimal("0.5"):
        raise Unreadable(translate("Fields", "人日以 0.5 为一档，例如 8 或 8.5。"))
    return value


def as_day(text: str) -> date | None:
    """A day as 2026-03-12; nothing is no day."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        words = QCoreApplication.translate("Fields", "请按 2026-03-12 的样子填写日期。")
        raise Unreadable(words) from None


class Paragraph(NoteText):
    """Prose that keeps itself; `given` carries the text when there is something to keep."""

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget, *, lines: int = 3) -> None:
        super().__init__(parent)
        self._lines, self._shown = lines, ""
        self.setAccessibleName(name)
        self.settled.connect(self._give)

    def show_text(self, text: str) -> None:
        """Show what is kept, unless it is being written here."""
        if self.is_busy():
            return
        self._shown = text
        if text != self.toPlainText():
            self.put(text)

    def put_anew(self, text: str) -> None:
        """Show another record's text, whatever stood here."""
        self._shown = text
        self.put(text)

    def is_busy(self) -> bool:
        """Whether a reload must leave it alone."""
        return self.hasFocus() or self.toPlainText() != self._shown

    def sizeHint(self) -> QSize:
        """So many lines."""
        return QSize(theme.px(320), theme.px(23 * self._lines + 20))

    def minimumSizeHint(self) -> QSize:
        """The same: more scrolls."""
        return QSize(theme.px(160), self.sizeHint().height())

    def _give(self) -> None:
        text = self.toPlainText()
        if text != self._shown:
            self._shown = text
            self.given.emit(text)


class FieldSet(QWidget):
    """Named fields in one or two columns; `kept(field, value)` asks to keep one.

    A value that can't be read stays in its field with a red line of words; nothing is kept then.
    """

    kept = Signal(str, object)

    def __init__(self, *, columns: int = 2) -> None:
        super().__init__()
        self._columns, self._place = columns, 0
        self._lines: dict[str, LineField] = {}
        self._checks: dict[str, Check] = {}
        self._paragraphs: dict[str, Paragraph] = {}
        self._choices: dict[str, QComboBox] = {}
        self._troubles: dict[str, QLabel] = {}
        self._refused: set[str] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(10))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add_line(self, field: str, name: str, check: Check = str, hint: str = "") -> LineField:
        """A line; `check` reads it."""
        line = LineField(name)
        line.setPlaceholderText(hint)
        line.settled.connect(lambda: self._settle(field))
        self._lines[field], self._checks[field] = line, check
        self._add(field, name, line)
        return line

    def add_paragraph(
        self, field: str, name: str, *, lines: int = 3, hint: str = "", note: str = ""
    ) -> Paragraph:
        """Prose over the whole width; `hint` stands in the empty field, `note` over it."""
        paragraph = Paragraph(name, self, lines=lines)
        paragraph.setPlaceholderText(hint)
        paragraph.given.connect(lambda text: self._give(field, text))
        self._paragraphs[field] = paragraph
        self._add(field, name, paragraph, note=note, is_wide=True)
        return paragraph

    def add_choice(self, field: str, name: str, options: tuple[tuple[str, str], ...]) -> QComboBox:
        """One of a few: (value, word)."""
        box = QComboBox()
        box.setAccessibleName(name)
        for value, word in options:
            box.addItem(word, value)
        box.activated.connect(lambda _: self.kept.emit(field, str(box.currentData())))
        self._choices[field] = box
        self._add(field, name, box)
        return box

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show what is kept; a field being written is left alone."""
        for field, line in self._lines.items():
            if not line.is_busy() and field in values and not self._troubles[field].text():
                line.put(values[field])
        for field, paragraph in self._paragraphs.items():
            if field in values and not self._troubles[field].text():
                paragraph.show_text(values[field])
        for field, box in self._choices.items():
            if field in values:
                with QSignalBlocker(box):
                    box.setCurrentIndex(box.findData(values[field]))

    def refuse(self, field: str, words: str) -> bool:
        """Say that a field could not be kept: its text stays and is given out again by `flush`.

        False when there is no such field of text on the screen, so that somebody else must say it.
        """
        if field not in self._troubles or field in self._choices:
            return False
        self._refused.add(field)
        self._show_trouble(field, words)
        return self.isVisible()

    def forget(self) -> None:
        """Other records come: what was refused was said, and belongs to the old ones."""
        for field in (*self._lines, *self._paragraphs):
            self._show_trouble(field, "")
        self._refused.clear()

    def lock(self, *, is_locked: bool) -> None:
        """Read only."""
        for line in self._lines.values():
            line.setReadOnly(is_locked)
        for paragraph in self._paragraphs.values():
            paragraph.setReadOnly(is_locked)
        for box in self._choices.values():
            box.setEnabled(not is_locked)

    def focus_field(self, field: str) -> bool:
        """Put the focus on a field; False when there is none of this name."""
        found = self._lines.get(field) or self._paragraphs.get(field) or self._choices.get(field)
        if found is not None:
            found.setFocus()
        return found is not None

    def field(self, field: str) -> QWidget:
        """The widget of a field."""
        found = {**self._lines, **self._paragraphs, **self._choices}
        return found[field]

    def flush(self) -> None:
        """Give out now what is being written."""
        for line in self._lines.values():
            line.flush()
        for paragraph in self._paragraphs.values():
            paragraph.finish()
        for field in tuple(self._refused):
            self._try_again(field)

    def _try_again(self, field: str) -> None:
        if field in self._lines:
            self._settle(field)
        else:
            self._give(field, self._paragraphs[field].toPlainText())

    def _give(self, field: str, text: str) -> None:
        self._refused.discard(field)
        self._show_trouble(field, "")
        self.kept.emit(field, text.strip())

    def _show_trouble(self, field: str, words: str) -> None:
        trouble = self._troubles[field]
        trouble.setText(words)
        trouble.setVisible(bool(words))
        widget = self.field(field)
        if bool(widget.property("invalid")) != bool(words):
            theme.mark(widget, invalid=bool(words))

    def _settle(self, field: str) -> None:
        self._refused.discard(field)
        try:
            value = self._checks[field](self._lines[field].value())
        except Unreadable as error:
            self._show_trouble(field, str(error))
        else:
            self._show_trouble(field, "")
            self.kept.emit(field, value)

    def _add(
        self, field: str, name: str, widget: QWidget, *, note: str = "", is_wide: bool = False
    ) -> None:
        label = QLabel(name)
        theme.mark(label, role="secondary")
        label.setBuddy(widget)
        trouble = QLabel(wordWrap=True)
        theme.mark(trouble, role="meta", tone="major")
        trouble.hide()
        self._troubles[field] = trouble
        cell = QVBoxLayout()
        cell.setSpacing(theme.px(4))
        cell.addWidget(label)
        if note:
            words = QLabel(note, wordWrap=True)
            theme.mark(words, role="meta")
            cell.addWidget(words)
        cell.addWidget(widget)
        cell.addWidget(trouble)
        cell.addStretch(1)
        if is_wide and self._place % self._columns:
            self._place += self._columns - self._place % self._columns
        row, column = divmod(self._place, self._columns)
        span = self._columns if is_wide else 1
        self._grid.addLayout(cell, row, column, 1, span)
        self._place += span
