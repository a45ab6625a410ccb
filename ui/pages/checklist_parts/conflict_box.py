"""Two versions of one field of an answer, side by side, until a person has chosen."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from auditor_app.domain import BEIJING, Verdict
from auditor_app.vault import Candidate, Conflict
from ui import theme
from ui.audit_words import clock, day
from ui.widgets.chips import IconOnly
from ui.widgets.words import verdict_word


def field_word(name: str) -> str:
    """What a field of an answer is called on the screen."""
    translate = QCoreApplication.translate
    return {
        "verdict": translate("Checklist", "结论"),
        "note": translate("Checklist", "审核记录"),
        "interviewees": translate("Checklist", "受访人"),
        "documents": translate("Checklist", "引用文件"),
        "is_postponed": translate("Checklist", "稍后再查"),
    }.get(name, name)


def value_words(name: str, value: object) -> str:
    """A plain value of a field as a person reads it."""
    translate = QCoreApplication.translate
    if name == "verdict":
        return verdict_word(Verdict(value) if isinstance(value, str) and value else None)
    if isinstance(value, list | tuple):
        value = "、".join(map(str, value))
    if isinstance(value, bool):
        value = translate("Checklist", "是") if value else translate("Checklist", "否")
    return str(value or "") or translate("Checklist", "（空）")


class ConflictBox(QFrame):
    """`settled` carries the Conflict and the plain value that shall stand."""

    settled = Signal(object, object)

    def __init__(self, parent: Widget) -> None:
        super().__init__(parent)
        self._shown: tuple[Conflict, ...] = ()
        theme.mark(self, role="warning")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(*(theme.px(14),) * 4)
        self._rows.setSpacing(theme.px(10))
        self.hide()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show these; none hides the box."""
        if tuple(conflicts) != self._shown:
            self._shown = tuple(conflicts)
            self._clear()
            for conflict in conflicts:
                self._rows.addWidget(self._part(conflict))
        self.setVisible(bool(conflicts))

    def _part(self, conflict: Conflict) -> Widget:
        part = Widget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(IconOnly("split", "obs", 18))
        words = self.tr("“{0}”有 {1} 个版本，请选定一个；其余的仍留在改动记录里。")
        title = QLabel(words.format(field_word(conflict.field), len(conflict.candidates)), part)
        title.setWordWrap(True)
        theme.mark(title, role="section")
        head.addWidget(title, 1)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(theme.px(10))
        for place, candidate in enumerate(conflict.candidates):
            grid.addWidget(self._card(conflict, candidate), place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        column.addLayout(grid)
        if conflict.field == "note":
            both = QPushButton(self.tr("两版都写"), part)
            both.clicked.connect(partial(self._keep_all, conflict))
            last = QHBoxLayout()
            last.addStretch(1)
            last.addWidget(both)
            column.addLayout(last)
        return part

    def _card(self, conflict: Conflict, candidate: Candidate) -> Widget:
        card = QFrame(self)
        theme.mark(card, role="card")
        column = QVBoxLayout(card)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(theme.px(6))
        moment = datetime.fromtimestamp(candidate.at_ms / 1000, UTC)
        when = f"{day(moment.astimezone(BEIJING).date())} {clock(moment)}"
        author = QLabel(f"{candidate.by} · {when}", card)
        theme.mark(author, role="meta")
        value = QLabel(value_words(conflict.field, candidate.value), card)
        value.setWordWrap(True)
        choose = QPushButton(self.tr("采用此版"), card)
        choose.setAccessibleName(self.tr("采用 {0} 的版本").format(candidate.by))
        choose.clicked.connect(partial(self._choose, conflict, candidate))
        column.addWidget(author)
        column.addWidget(value)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(choose)
        row.addStretch(1)
        column.addLayout(row)
        return card

    def _choose(self, conflict: Conflict, candidate: Candidate, _checked: bool = False) -> None:
        self.settled.emit(conflict, candidate.value)

    def _keep_all(self, conflict: Conflict, _checked: bool = False) -> None:
        texts = [f"{one.value}（{one.by}）" for one in conflict.candidates if one.value]
        self.settled.emit(conflict, "\n".join(texts))

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
