"""What can be done with a nonconformity: begin, next step, back, client's word, settle."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Signal

from auditor_app.domain import Nonconformity, RecordId
from auditor_app.errors import AuditorError, Invalid
from auditor_app.vault import Vault
from ui.ask import Ask
from ui.editors.acknowledgement import AcknowledgementDialog
from ui.editors.finding_rows import Dispute
from ui.editors.pdf_dialog import PdfDialog
from ui.pages.findings_parts.reading import TABLE, FindingsData, Unwritten
from ui.tasks import Tasks


class FindingActs(QObject):
    """Acts on the record as the vault has it at that moment, after all that was typed before.

    `begun` carries the id of a new draft, `refused` the error of a step that lacks something.
    """

    begun = Signal(str)
    refused = Signal(object)

    def __init__(self, owner: QObject, tasks: Tasks, ask: Ask) -> None:
        super().__init__(owner)
        self._tasks, self._ask = tasks, ask

    def begin(self, data: FindingsData) -> None:
        """A blank draft."""
        if data.visit_id is None:
            self._ask.tell(
                self.tr(
                    "还没有安排访问，不能开具不符合项。请先在概况中安排访问；没有改动任何数据。"
                )
            )
            return
        audit_id, visit_id = data.audit.id, data.visit_id

        def begin(vault: Vault) -> Nonconformity:
            draft = vault.nonconformities.blank(audit_id, visit_id)
            return vault.nonconformities.save(draft)

        self._tasks.run(self, begin, self._tell_begun)

    def begin_from(self, one: Unwritten) -> None:
        """A draft that takes over what the checklist says."""

        def begin(vault: Vault) -> Nonconformity:
            answers = vault.checklists.answers(one.visit_id).values()
            answer = next(each for each in answers if each.id == one.answer_id)
            return vault.nonconformities.save(vault.nonconformities.draft_from(answer))

        self._tasks.run(self, begin, self._tell_begun)

    def advance(self, key: str) -> None:
        """The next step; refused with everything that is missing."""
        self._act(key, lambda vault, nc: vault.nonconformities.advance(nc), self.refused.emit)

    def send_back(self, nc: Nonconformity) -> None:
        """The evidence does not show that it works: a new plan is asked for."""
        title = self.tr("退回 {number}，重新整改").format(number=nc.number)
        reason = self._ask.text(title, label=self.tr("退回原因"), is_long=True)
        if reason is not None:
            self._act(nc.id, lambda vault, one: vault.nonconformities.send_back(one, reason))

    def acknowledge(self, nc: Nonconformity) -> None:
        """Have the client sign, or say what they dispute."""
        dialog = AcknowledgementDialog(nc)
        if not self._ask.finish(dialog):
            return
        name, strokes, dispute = dialog.person(), dialog.strokes(), dialog.words()

        def acknowledge(vault: Vault, one: Nonconformity) -> Nonconformity:
            return vault.nonconformities.acknowledge(one, name, strokes=strokes, dispute=dispute)

        self._act(nc.id, acknowledge)

    def delete(self, nc: Nonconformity) -> None:
        """Take a draft away; the journal keeps it."""
        question = self.tr("删除草稿 {number}？").format(number=nc.number)
        detail = self.tr("照片留在审核中；已写内容仍在日志里。")
        act = self.tr("删除草稿")
        if self._ask.confirm(question, detail=detail, action=act, is_risky=True):
            key = nc.id
            self._tasks.run(self, lambda vault: vault.audits.remove(vault.nonconformities.get(key)))

    def settle(self, dispute: Dispute, value: object) -> None:
        """Choose a version, or a new text; refused when others have come meanwhile."""
        self._tasks.run(self, partial(_settle, dispute, value))

    def show_report(self, nc: Nonconformity) -> None:
        """Compile its report and show it."""
        key = nc.id
        name = self.tr("{number} 不符合报告").format(number=nc.number)
        self._tasks.run(self, partial(_compile, key), partial(self._show_report, key, name))

    def _show_report(self, key: RecordId, name: str, report: bytes) -> None:
        dialog = PdfDialog(name, report)
        dialog.save_asked.connect(partial(self._save_report, key, name))
        self._ask.finish(dialog)

    def _save_report(self, key: RecordId, name: str) -> None:
        path = self._ask.save_as(self.tr("保存不符合报告"), name=f"{name}.pdf", kinds="*.pdf")
        if path is not None:

            def compile_(vault: Vault) -> None:
                nc = vault.nonconformities.get(key)
                vault.reports.compile_nonconformity(nc, path)

            self._tasks.run(self, compile_)

    def _act(
        self,
        key: str,
        act: Callable[[Vault, Nonconformity], Nonconformity],
        otherwise: Callable[[AuditorError], object] | None = None,
    ) -> None:
        def operation(vault: Vault) -> Nonconformity:
            return act(vault, vault.nonconformities.get(RecordId(key)))

        self._tasks.run(self, operation, otherwise=otherwise)

    def _tell_begun(self, nc: Nonconformity) -> None:
        self.begun.emit(nc.id)


def _settle(dispute: Dispute, value: object, vault: Vault) -> None:
    key = RecordId(dispute.record_id)
    audit_id = vault.nonconformities.get(key).audit_id
    for conflict in vault.conflicts.of(audit_id):
        if (conflict.entity, conflict.record_id, conflict.field) == (TABLE, key, dispute.field):
            if {one.version for one in conflict.candidates} != {
                one.version for one in dispute.candidates
            }:
                break
            vault.conflicts.settle(conflict, value)
            return
    raise Invalid("这一处刚刚又有新的改动。没有保存；请重新查看各个版本后再选择。")


def _compile(key: RecordId, vault: Vault) -> bytes:
    """The report's bytes; the file itself is gone at once, for it is not encrypted."""
    with TemporaryDirectory() as folder:
        nc = vault.nonconformities.get(key)
        done = vault.reports.compile_nonconformity(nc, Path(folder) / "nonconformity.pdf")
        return done.path.read_bytes()
