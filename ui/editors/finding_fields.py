"""The fields of a nonconformity: each saves itself under the record it was shown for."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from auditor_app.domain import Grade, Nonconformity
from ui import theme
from ui.editors.line_field import LineField
from ui.widgets.note_edit import NoteText
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.verdicts import GRADE_ICONS, GRADE_TONES
from ui.widgets.words import grade_word

LEAST, MOST = 40, 220
CLASS_BREAK = "\n"


@dataclass(slots=True)
class Shown:
    """What a field's author had before the eyes, and how many saves are not kept yet.

    Not frozen: whoever writes moves `text` on once a save is kept, so that the next one, queued
    behind it, starts from there.
    """

    text: str
    pending: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A text to keep in a field of the record it was typed for, whatever is shown by now."""

    record_id: str
    field: str
    text: str
    shown: Shown


class TextField(NoteText):
    """Several lines, as tall as its text; `settled` when there is something to save."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def value(self) -> str:
        """The text, without what the input method still composes."""
        return self.toPlainText()

    def is_busy(self) -> bool:
        """Whether a reload must leave it alone."""
        return self.hasFocus() or self._pause.isActive()

    def flush(self) -> None:
        """Give out what is typed now; half-composed characters stay with the input method."""
        super().flush()
        if self._pause.isActive():
            self._pause.stop()
            self.settled.emit()

    def show_trouble(self, *, is_wrong: bool) -> None:
        """A red frame while what stands here is not kept or is missing."""
        if bool(self.property("invalid")) != is_wrong:
            theme.mark(self, invalid=is_wrong)

    def lock(self, *, is_locked: bool) -> None:
        """Readable only."""
        if self.isReadOnly() != is_locked:
            self.setReadOnly(is_locked)
            theme.mark(self)

    def sizeHint(self) -> QSize:
        """As tall as the text."""
        return QSize(theme.px(300), self._height())

    def minimumSizeHint(self) -> QSize:
        """The same: the drawer scrolls, not the field."""
        return QSize(theme.px(120), self._height())

    def _height(self) -> int:
        text = round(self.document().size().height()) + theme.px(14)
        return min(max(text, theme.px(LEAST)), theme.px(MOST))

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()


class DateField(LineField):
    """A day as 2026-04-12; anything else stays in the field, in red, and is not kept."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setPlaceholderText(self.tr("年-月-日"))

        self._last = ""

    def put(self, text: str) -> None:
        """Show a day; that is no edit."""
        self._last = text
        super().put(text)

    def value(self) -> str:
        """The day, or the last good one while what stands here is none."""
        return super().value() if self._is_day() else self._last

    def show_trouble(self, *, is_wrong: bool) -> None:
        """What is no day stays red whatever else is said."""
        super().show_trouble(is_wrong=is_wrong or not self._is_day())

    def _give(self) -> None:
        super()._give()
        self.show_trouble(is_wrong=False)

    def _is_day(self) -> bool:
        try:
            date.fromisoformat(self.text().strip())
        except ValueError:
            return not self.text().strip()
        return True


class GradeField(QWidget):
    """严重 or 轻微."""

    settled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._choice = Segmented(
            tuple(
                Segment(
                    key=grade,
                    word=grade_word(grade),
                    icon=GRADE_ICONS[grade],
                    tone=GRADE_TONES[grade],
                )
                for grade in (Grade.MINOR, Grade.MAJOR)
            )
        )
        self._choice.setAccessibleName(name)
        self._choice.chosen.connect(self._settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._choice)
        self.setFocusProxy(self._choice)

    def put(self, text: str) -> None:
        """Show a grade."""
        if text != self._choice.chosen_key():
            self._choice.choose(text)

    def value(self) -> str:
        """The grade chosen."""
        return self._choice.chosen_key()

    def is_busy(self) -> bool:
        """A choice is made at once."""
        return False

    def flush(self) -> None:
        """A choice is given out at once."""

    def show_trouble(self, *, is_wrong: bool) -> None:
        """A choice can't be wrong."""

    def lock(self, *, is_locked: bool) -> None:
        """Readable only."""
        self._choice.setEnabled(not is_locked)

    def _settle(self, _key: str) -> None:
        self.settled.emit()


class ClassesField(QWidget):
    """The classes the rulebook tells apart at the decision, several at once."""

    settled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))

    def show_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Pairs of key and words."""
        if [key for key, _ in choices] == list(self._boxes):
            return
        for old in self._boxes.values():
            old.setParent(None)
            old.deleteLater()
        self._boxes = {}
        for key, words in choices:
            box = QCheckBox(words)
            box.toggled.connect(self._settle)
            self._boxes[key] = box
            self._column.addWidget(box)

    def put(self, text: str) -> None:
        """Tick these keys."""
        chosen = text.split(CLASS_BREAK)
        for key, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(key in chosen)

    def value(self) -> str:
        """The keys ticked."""
        return CLASS_BREAK.join(key for key, box in self._boxes.items() if box.isChecked())

    def is_busy(self) -> bool:
        """A tick is given out at once."""
        return False

    def flush(self) -> None:
        """A tick is given out at once."""

    def show_trouble(self, *, is_wrong: bool) -> None:
        """A tick can't be wrong."""

    def lock(self, *, is_locked: bool) -> None:
        """Readable only."""
        self.setEnabled(not is_locked)

    def _settle(self, _is_on: bool) -> None:
        self.settled.emit()


AnyField = TextField | LineField | GradeField | ClassesField


class FieldSlot(QObject):
    """Binds an editor to one field of the record shown. `edited` carries an `Edit`."""

    edited = Signal(object)

    def __init__(self, field: str, editor: AnyField, parent: QObject) -> None:
        super().__init__(parent)
        self.field, self.editor = field, editor
        self._record_id = ""
        self._shown = Shown("")
        self._given = ""
        editor.settled.connect(self._give)

    def show(self, nc: Nonconformity) -> None:
        """Show the record's value; a reload never touches what is typed or on its way."""
        text = text_of(nc, self.field)
        if nc.id != self._record_id:
            self.finish()
            self._record_id = nc.id
        elif self._shown.pending or self.editor.is_busy():
            return
        self._shown, self._given = Shown(text), text
        if self.editor.value() != text:
            self.editor.put(text)
        self.editor.show_trouble(is_wrong=False)

    def flush(self) -> None:
        """Give out what is typed."""
        self.editor.flush()

    def finish(self) -> None:
        """Give out everything, half-composed characters too: the record goes from the screen."""
        if isinstance(self.editor, TextField | LineField):
            self.editor.finish()
        self.editor.flush()

    def mark(self, edit: Edit, *, is_kept: bool) -> None:
        """A save has come back; what was not kept stands in red and no reload replaces it."""
        if edit.shown is self._shown:
            self.editor.show_trouble(is_wrong=not is_kept)

    def _give(self) -> None:
        text = self.editor.value()
        if self._record_id and text != self._given:
            self._given = text
            self._shown.pending += 1
            edit = Edit(record_id=self._record_id, field=self.field, text=text, shown=self._shown)
            self.edited.emit(edit)


def text_of(nc: Nonconformity, field: str) -> str:
    """A field's value as its editor shows it."""
    value = getattr(nc, field)
    if isinstance(value, tuple):
        return CLASS_BREAK.join(value)
    return value.isoformat() if isinstance(value, date) else str(value or "")


def value_of(field: str, text: str) -> object:
    """The value that an editor's text means."""
    match field:
        case "grade":
            return Grade(text)
        case "classes":
            return tuple(one for one in text.split(CLASS_BREAK) if one)
        case "due_on":
            return date.fromisoformat(text) if text else None
    return text
