"""Keeps what is typed into the fields of a nonconformity, in order, under its own record."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from auditor_app.domain import Nonconformity, RecordId
from auditor_app.errors import AuditorError
from auditor_app.vault import Vault
from ui.editors.finding_fields import Edit, value_of
from ui.tasks import Tasks


class Keeping(QObject):
    """`kept(edit, is_kept)` follows every save; what failed is tried again by `retry`."""

    kept = Signal(object, bool)

    def __init__(self, owner: QObject, tasks: Tasks) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._unkept: dict[tuple[str, str], Edit] = {}

    def keep(self, edit: Edit) -> None:
        """Save an edit. A field that somebody else has changed since is not overwritten."""
        older = self._unkept.pop((edit.record_id, edit.field), None)
        if older is not None:
            older.shown.pending -= 1
        self._run(edit)

    def retry(self) -> None:
        """Try again what could not be kept, such as after the disk was full."""
        waiting, self._unkept = list(self._unkept.values()), {}
        for edit in waiting:
            self._run(edit)

    def _run(self, edit: Edit) -> None:
        self._tasks.run(
            self, partial(_write, edit), partial(self._on_kept, edit), partial(self._fail, edit)
        )

    def _on_kept(self, edit: Edit, _: Nonconformity) -> None:
        edit.shown.pending -= 1
        self.kept.emit(edit, True)

    def _fail(self, edit: Edit, error: AuditorError) -> None:
        self._unkept[edit.record_id, edit.field] = edit
        self.kept.emit(edit, False)
        self._tasks.failed.emit(error)


def _write(edit: Edit, vault: Vault) -> Nonconformity:
    """Runs on the vault's thread, one after the other: each starts from what the last one kept."""
    standing = vault.nonconformities.get(RecordId(edit.record_id))
    seen = _with(standing, edit.field, edit.shown.text)
    kept = vault.nonconformities.save(_with(standing, edit.field, edit.text), seen=seen)
    edit.shown.text = edit.text
    return kept


def _with(nc: Nonconformity, field: str, text: str) -> Nonconformity:
    values = {field: value_of(field, text)}
    return replace(nc, **values)  # type: ignore[arg-type]  # `value_of` knows each field's kind
