"""The fields of a nonconformity in the order it lives: finding, grade, client, action, proof."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from auditor_app.domain import NC_STEPS, NcState
from ui import theme
from ui.editors.finding_fields import (
    AnyField,
    ClassesField,
    DateField,
    Edit,
    FieldSlot,
    GradeField,
    TextField,
)
from ui.editors.finding_parts import ClientCard, DisputeBox, HistoryList, Step
from ui.editors.finding_rows import Change, FindingView, field_word
from ui.editors.line_field import LineField
from ui.editors.thumb_row import ThumbRow

SIGNED = frozenset({"requirement", "facts", "gap", "grade", "grade_reason", "classes"})
"""What the client signed for: it stays as it was signed."""

LACKING = {
    "要求": "requirement", "证据": "facts", "差距": "gap", "标准条款": "clause",
    "责任部门": "department", "原因分析": "cause", "纠正措施": "corrective_action",
    "纠正": "correction", "整改证据": "action_evidence", "验证说明": "verification",
    "验证方式": "verification_method",
}  # fmt: skip
"""How the words of what is missing begin, and the field they mean."""


class FindingForm(QWidget):
    """`edited` carries an `Edit`, `settled` a `Dispute` and the plain value chosen for it."""

    edited = Signal(object)
    settled = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._slots: dict[str, FieldSlot] = {}
        self._boxes: list[DisputeBox] = []
        self._missing: tuple[str, ...] = ()
        self.thumbs = ThumbRow()
        self.client = ClientCard()
        self.history = HistoryList()
        self._departments = QStringListModel(self)
        self._signed_note = QLabel(
            self.tr("受审核方已签认，要求、证据、差距和分级不再改动。"), wordWrap=True
        )
        theme.mark(self._signed_note, role="meta")
        self._classes_head = _caption("")
        self._facts = Step("file-search", "accent", field_word("facts"))
        self._gap = Step("split", "minor", field_word("gap"), is_last=True)
        self._parts: list[tuple[QWidget, NcState]] = []
        self._rows = QVBoxLayout(self)
        edge = theme.px(20)
        self._rows.setContentsMargins(edge, theme.px(14), edge, theme.px(14))
        self._rows.setSpacing(theme.px(8))
        self._build()

    def show_finding(self, view: FindingView) -> None:
        """Show a nonconformity; what is being typed for the same one stays."""
        nc = view.nc
        self._missing = view.missing
        for slot in self._slots.values():
            slot.show(nc)
        self._lock(view)
        self.thumbs.show_photos(view.photos, is_locked=nc.state is NcState.CLOSED)
        self._facts.aside.setText(self.tr("{0} 件照片证据").format(len(view.photos)))
        self._count_gap()
        self.client.show_nc(nc)
        reached = NC_STEPS.index(nc.state)
        for part, state in self._parts:
            part.setVisible(reached >= NC_STEPS.index(state))
        self._show_disputes(view)

    def show_classes(self, choices: tuple[tuple[str, str], ...], source: str) -> None:
        """The classes of the rulebook in force, and the clause they stand in."""
        editor = self._slots["classes"].editor
        if isinstance(editor, ClassesField):
            editor.show_choices(choices)
        self._classes_head.setText(self.tr("归类（{0}）").format(source))
        self._classes_head.setVisible(bool(choices))

    def show_departments(self, names: tuple[str, ...]) -> None:
        """Departments to complete from."""
        self._departments.setStringList(list(names))

    def show_history(self, changes: tuple[Change, ...]) -> None:
        """Who changed what and when."""
        self.history.show_changes(changes)

    def lacking(self) -> AnyField | None:
        """Mark what the next step lacks in red; the first of it."""
        first: AnyField | None = None
        for words in self._missing:
            field = next((name for head, name in LACKING.items() if words.startswith(head)), "")
            if field in self._slots:
                editor = self._slots[field].editor
                editor.show_trouble(is_wrong=True)
                first = first or editor
        return first

    def field(self, name: str) -> AnyField:
        """The editor of a field."""
        return self._slots[name].editor

    def mark(self, edit: Edit, is_kept: bool) -> None:
        """A save has come back."""
        self._slots[edit.field].mark(edit, is_kept=is_kept)

    def flush(self) -> None:
        """Give out everything that is typed."""
        for slot in self._slots.values():
            slot.flush()

    def finish(self) -> None:
        """Give out everything, half-composed characters too: the form goes from the screen."""
        for slot in self._slots.values():
            slot.finish()

    def _lock(self, view: FindingView) -> None:
        """A closed one is read only; what the client signed for stays as signed."""
        is_closed = view.nc.state is NcState.CLOSED
        is_signed = bool(view.nc.acknowledged_by)
        for name, slot in self._slots.items():
            is_locked = is_closed or (is_signed and name in SIGNED)
            if isinstance(slot.editor, LineField):
                slot.editor.setReadOnly(is_locked)
            else:
                slot.editor.lock(is_locked=is_locked)
        self._signed_note.setVisible(is_signed and not is_closed)

    def _show_disputes(self, view: FindingView) -> None:
        for old in self._boxes:
            self._rows.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._boxes = [DisputeBox(one) for one in view.disputes]
        for box in self._boxes:
            box.settled.connect(self.settled)
            self._rows.insertWidget(0, box)

    def _count_gap(self) -> None:
        count = len("".join(self._slots["gap"].editor.value().split()))
        self._gap.aside.setText(self.tr("{0} 字").format(count))

    def _build(self) -> None:
        requirement = Step("book-open", "plain", field_word("requirement"))
        requirement.body.addWidget(self._text("requirement", requirement))
        self._facts.body.addWidget(self._text("facts", self._facts))
        self._facts.body.addWidget(self.thumbs)
        gap = self._text("gap", self._gap)
        gap.textChanged.connect(self._count_gap)
        self._gap.body.addWidget(gap)
        for step in (requirement, self._facts, self._gap):
            self._rows.addWidget(step)
        self._rows.addWidget(self._signed_note)
        self._rows.addLayout(self._build_place())
        self._build_grade()
        self._rows.addWidget(_heading(self.tr("受审核方确认")))
        self._rows.addWidget(self.client)
        self._add_part(
            self.tr("原因与措施"), ("cause", "correction", "corrective_action"), NcState.ISSUED
        )
        self._add_part(self.tr("整改证据"), ("action_evidence",), NcState.PLAN_ACCEPTED)
        part = self._add_part(self.tr("验证"), ("verification",), NcState.EVIDENCE_SUBMITTED)
        part.addWidget(_caption(field_word("verification_method")))
        part.addWidget(self._line("verification_method"))
        self._rows.addWidget(_heading(self.tr("版本历史")))
        self._rows.addWidget(self.history)
        self._rows.addStretch(1)

    def _build_place(self) -> QGridLayout:
        """Clause, department, who, until when: two to a line."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(4))
        names = ("clause", "rulebook_clause", "department", "responsible", "due_on")
        for number, name in enumerate(names):
            row, column = number // 2 * 2, number % 2
            grid.addWidget(_caption(field_word(name)), row, column)
            grid.addWidget(self._line(name), row + 1, column)
            grid.setColumnStretch(column, 1)
        completer = QCompleter(self._departments, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        department = self._slots["department"].editor
        if isinstance(department, LineField):
            department.setCompleter(completer)
        return grid

    def _build_grade(self) -> None:
        grade = GradeField(field_word("grade"))
        self._bind("grade", grade)
        head = QHBoxLayout()
        head.setContentsMargins(0, theme.px(8), 0, 0)
        head.addWidget(_heading(self.tr("定级")))
        head.addStretch(1)
        head.addWidget(grade)
        self._rows.addLayout(head)
        reason = self._text("grade_reason", self)
        reason.setPlaceholderText(self.tr("定级理由：影响范围、是否系统失效、是否重复发生"))
        self._rows.addWidget(reason)
        self._rows.addWidget(self._classes_head)
        classes = ClassesField(field_word("classes"))
        self._bind("classes", classes)
        self._rows.addWidget(classes)

    def _add_part(self, title: str, names: tuple[str, ...], state: NcState) -> QVBoxLayout:
        """Texts that are asked for once a state is reached."""
        part = QWidget()
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, theme.px(8), 0, 0)
        rows.setSpacing(theme.px(4))
        rows.addWidget(_heading(title))
        for name in names:
            if len(names) > 1 or field_word(name) != title:
                rows.addWidget(_caption(field_word(name)))
            rows.addWidget(self._text(name, part))
        self._parts.append((part, state))
        self._rows.addWidget(part)
        return rows

    def _text(self, name: str, parent: QWidget) -> TextField:
        field = TextField(field_word(name), parent)
        self._bind(name, field)
        return field

    def _line(self, name: str) -> LineField:
        word = field_word(name)
        field = DateField(word) if name == "due_on" else LineField(word)
        self._bind(name, field)
        return field

    def _bind(self, name: str, editor: AnyField) -> None:
        slot = FieldSlot(name, editor, self)
        slot.edited.connect(self.edited)
        self._slots[name] = slot


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    theme.mark(label, role="section")
    return label


def _caption(words: str) -> QLabel:
    label = QLabel(words)
    theme.mark(label, role="meta")
    return label
