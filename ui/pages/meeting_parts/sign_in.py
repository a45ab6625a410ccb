"""What can be done with the people of a meeting: sign, type, absent, list, correct, take off."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from auditor_app.domain import Attendance, AttendeeRole, Meeting, Stroke
from auditor_app.errors import AuditorError
from auditor_app.vault import Vault
from ui.ask import Ask
from ui.editors import people_panel
from ui.editors.attendee import AttendeeEditor
from ui.editors.meeting_rows import Demand
from ui.tasks import Tasks


class SignIn(QObject):
    """Acts on a person as the vault has it at that moment, never as the screen had it.

    `signed` carries the person once the signature is kept, `not_signed` the error; `excused` who
    is noted as absent; `called` the id of somebody who shall come to the pad.
    """

    signed = Signal(object)
    excused = Signal(object)
    not_signed = Signal(object)
    called = Signal(str)

    def __init__(self, owner: QObject, tasks: Tasks, ask: Ask) -> None:
        super().__init__(owner)
        self._tasks, self._ask = tasks, ask
        self._meeting: Meeting | None = None
        self._people: tuple[Attendance, ...] = ()

    def show(self, meeting: Meeting, people: tuple[Attendance, ...]) -> None:
        """The meeting the acts are about, and its people as they are on the screen."""
        self._meeting, self._people = meeting, people

    def find(self, key: str) -> Attendance | None:
        """A listed person."""
        return next((one for one in self._people if one.id == key), None)

    def act(self, act: str, key: str) -> None:
        """One of the acts that the list offers."""
        person = self.find(key)
        acts: dict[str, Callable[[Attendance], None]] = {
            people_panel.EDIT: self._edit,
            people_panel.ABSENT: self._explain,
            people_panel.LATER: self._explain_later,
            people_panel.PRESENT: self._present,
            people_panel.REMOVE: self._remove,
        }
        if person is not None:
            acts[act](person)

    def sign(self, key: str, strokes: tuple[Stroke, ...], device: str) -> None:
        """Keep a signature written by hand."""

        def sign(vault: Vault, person: Attendance) -> Attendance:
            return vault.meetings.sign(person, strokes, pen=device)

        self._write(key, sign, self.signed.emit, self.not_signed.emit)

    def type(self, key: str) -> None:
        """Keep a typed name, with the reason why it is not written."""
        person = self.find(key)
        if person is None:
            return
        title = self.tr("{name} 不能手写，键入签名").format(name=person.name)
        reason = self._ask.text(title, label=self.tr("不能手写的原因"))
        if reason is not None:

            def sign(vault: Vault, person: Attendance) -> Attendance:
                return vault.meetings.sign_typed(person, reason)

            self._write(key, sign, self.signed.emit)

    def change_details(self, key: str, details: tuple[str, str, str]) -> None:
        """Put name, department and post right."""
        name, department, post = details

        def change(vault: Vault, person: Attendance) -> Attendance:
            changed = replace(person, name=name, department=department, post=post)
            return vault.meetings.save(changed, seen=person)

        self._write(key, change)

    def add(self) -> None:
        """List somebody else."""
        self._list(AttendeeRole.DEPARTMENT_HEAD)

    def sign_missing(self, demand: Demand) -> None:
        """Call who has the demanded role to the pad; list somebody when nobody has."""
        person = self._with_role(demand.role)
        if person is not None:
            self.called.emit(person.id)
        else:
            self._list(demand.role)

    def explain_missing(self, demand: Demand) -> None:
        """Ask why who has the demanded role is not there."""
        person = self._with_role(demand.role)
        if person is not None:
            self._explain(person)
        else:
            self._list(demand.role, is_absence=True)

    def _with_role(self, role: AttendeeRole) -> Attendance | None:
        return next((one for one in self._people if one.role is role), None)

    def _list(self, role: AttendeeRole, *, is_absence: bool = False) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        draft = Attendance(audit_id=meeting.audit_id, meeting_id=meeting.id, name="", role=role)
        editor = AttendeeEditor(draft, is_absence=is_absence)
        if self._ask.finish(editor):
            person = editor.record()

            def listed(kept: Attendance) -> None:
                if not is_absence:
                    self.called.emit(kept.id)

            self._tasks.run(self, lambda vault: vault.meetings.save(person), listed)

    def _edit(self, person: Attendance) -> None:
        editor = AttendeeEditor(person)
        if self._ask.finish(editor):
            changed = editor.record()
            self._tasks.run(self, lambda vault: vault.meetings.save(changed, seen=person))

    def _explain(self, person: Attendance) -> None:
        title = self.tr("{name} 缺席").format(name=person.name)
        reason = self._ask.text(title, label=self.tr("缺席理由"), value=person.absence_reason)
        if reason is not None:
            self._mark_absent(person, reason)

    def _explain_later(self, person: Attendance) -> None:
        self._mark_absent(person, "")

    def _mark_absent(self, person: Attendance, reason: str) -> None:
        self._write(
            person.id, lambda vault, one: vault.meetings.absent(one, reason), self.excused.emit
        )

    def _present(self, person: Attendance) -> None:
        def present(vault: Vault, one: Attendance) -> Attendance:
            return vault.meetings.save(replace(one, is_absent=False, absence_reason=""), seen=one)

        self._write(person.id, present, lambda kept: self.called.emit(kept.id))

    def _remove(self, person: Attendance) -> None:
        question = self.tr("从名单中删除 {name}？").format(name=person.name)
        if self._ask.confirm(question, action=self.tr("删除"), is_risky=True):
            self._tasks.run(self, lambda vault: vault.meetings.remove(person))

    def _write(
        self,
        key: str,
        act: Callable[[Vault, Attendance], Attendance],
        then: Callable[[Attendance], object] | None = None,
        otherwise: Callable[[AuditorError], object] | None = None,
    ) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        meeting_id = meeting.id

        def operation(vault: Vault) -> Attendance:
            people = vault.meetings.people(meeting_id)
            return act(vault, next(one for one in people if one.id == key))

        self._tasks.run(self, operation, then or _nothing, otherwise)


def _nothing(_: Attendance) -> None:
    """The page reloads by itself."""
