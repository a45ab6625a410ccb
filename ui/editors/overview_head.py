"""Whose audit: client, kind, standard, the pinned rulebook, dates, place, team."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from auditor_app.domain import AuditState
from ui import theme
from ui.audit_words import kind_word, span, state_tone, state_word, visit_word
from ui.editors.overview_file import AuditFile
from ui.editors.planning_words import team_line
from ui.widgets import drawing
from ui.widgets.avatars import Avatars, Face
from ui.widgets.chips import IconLine, Pill
from ui.widgets.elided import ElidedLabel

TITLE = drawing.Type(20, "ink", bold=True)
ICONS = ("shield-check", "book-open", "calendar-days", "map-pin")


class OverviewHead(QWidget):
    """Two lines; everything in them is read-only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(kind=TITLE, parent=self)
        self._kind, self._state = Pill(parent=self), Pill(parent=self)
        self._faces = Avatars(self)
        self._team = ElidedLabel(kind=drawing.SECONDARY, parent=self)
        self._facts = [IconLine("", icon, parent=self) for icon in ICONS]
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(theme.px(10))
        upper.addWidget(self._name)
        upper.addWidget(self._kind)
        upper.addWidget(self._state)
        upper.addStretch(1)
        upper.addWidget(self._faces)
        lower.setSpacing(theme.px(20))
        for fact in self._facts:
            lower.addWidget(fact)
        self._facts[-1].setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._facts[-1].setMinimumWidth(theme.px(48))
        self._facts[-2].setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        lower.setStretch(len(self._facts) - 1, 1)
        lower.addWidget(self._team)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(upper)
        column.addLayout(lower)

    def show_file(self, file: AuditFile) -> None:
        """Show another state of the audit."""
        self._name.setText(file.client.name)
        self._kind.show_word(kind_word(file.audit.kind))
        self._state.show_word(self._state_words(file), state_tone(file.audit.state))
        self._faces.show_faces(tuple(Face(name=one.name) for one in file.team))
        self._faces.setVisible(bool(file.team))
        self._team.setText(team_line(file.team) or self.tr("还没有审核组"))
        for label, words in zip(self._facts, self._words(file), strict=True):
            label.show_fact(words)

    def _state_words(self, file: AuditFile) -> str:
        if file.audit.state is AuditState.STAGE2 and file.main_visit is not None:
            return self.tr("{visit} · 现场").format(visit=visit_word(file.main_visit.kind))
        return state_word(file.audit.state)

    def _words(self, file: AuditFile) -> tuple[str, str, str, str]:
        book, visit = file.rulebook, file.current_visit
        edition = self.tr("规则 {number} {edition}（{day} 起）").format(
            number=book.number, edition=book.edition, day=book.valid_from.isoformat()
        )
        dates = span(visit.first_day, visit.last_day) if visit else self.tr("日期未定")
        place = visit.location if visit else ""
        return book.standard, edition, dates, place or self.tr("地点未定")
