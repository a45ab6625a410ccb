"""Fields for days and times of day that speak Python's dates."""

from datetime import date, time

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QDateEdit, QTimeEdit, QWidget

from ui import theme

NEVER = QDate(1900, 1, 1)


class DayField(QDateEdit):
    """A day; with `may_be_empty` the earliest day stands for none."""

    def __init__(
        self, that: date | None, *, may_be_empty: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._may_be_empty = bool(may_be_empty)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        if may_be_empty:
            self.setMinimumDate(NEVER)
            self.setSpecialValueText(may_be_empty)
        self.put(that)

    def put(self, that: date | None) -> None:
        """Show a day."""
        self.setDate(QDate(that.year, that.month, that.day) if that else NEVER)

    def value(self) -> date | None:
        """The day chosen."""
        shown = self.date()
        if self._may_be_empty and shown == NEVER:
            return None
        return date(shown.year(), shown.month(), shown.day())


class ClockField(QTimeEdit):
    """A time of day in steps of five minutes with the arrow keys."""

    def __init__(self, clock: time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        # The style sheet's padding does not reach a field whose arrows are styled.
        self.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
        self.put(clock)

    def put(self, clock: time) -> None:
        """Show a time of day."""
        self.setTime(QTime(clock.hour, clock.minute))

    def value(self) -> time:
        """The time of day chosen."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Five minutes a step."""
        if self.currentSection() is QTimeEdit.Section.MinuteSection:
            self.setTime(self.time().addSecs(300 * steps))
        else:
            super().stepBy(steps)
