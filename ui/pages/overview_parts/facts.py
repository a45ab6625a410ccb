"""Declaring, confirming and removing the facts of the application."""

from dataclasses import replace

from PySide6.QtCore import QObject

from auditor_app.domain import ApplicationFact, RecordId
from auditor_app.vault import Vault
from ui.ask import Ask
from ui.editors.planning_fact import ConfirmFact, FactEditor
from ui.tasks import Tasks


class FactDesk(QObject):
    """Asks, then keeps; the page reloads by the news."""

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._ask, self._audit_id = tasks, ask, audit_id

    def add(self) -> None:
        """One more fact as the client declared it."""
        draft = ApplicationFact(audit_id=self._audit_id, key="", label="", declared="")
        editor = FactEditor(draft, is_new=True)
        if self._ask.finish(editor):
            fact = editor.record()
            self._tasks.run(self, lambda vault: vault.audits.keep(fact))

    def confirm(self, fact: ApplicationFact) -> None:
        """What was seen on site; from the same dialog the declared value can be mended."""
        dialog = ConfirmFact(fact)
        wishes: list[str] = []
        dialog.edit_asked.connect(lambda: wishes.append("edit"))
        dialog.remove_asked.connect(lambda: wishes.append("remove"))
        if self._ask.finish(dialog):
            self._keep(fact, *dialog.result_of())
        elif wishes == ["edit"]:
            self._edit(fact)
        elif wishes == ["remove"]:
            self._remove(fact)

    def _keep(self, fact: ApplicationFact, value: str, source: str, consequence: str) -> None:
        def operation(vault: Vault) -> None:
            kept = vault.audits.confirm_fact(fact, value, source)
            if consequence != kept.consequence:
                vault.audits.keep(replace(kept, consequence=consequence), seen=kept)

        self._tasks.run(self, operation)

    def _edit(self, fact: ApplicationFact) -> None:
        editor = FactEditor(fact, is_new=False)
        if self._ask.finish(editor):
            changed = editor.record()
            self._tasks.run(self, lambda vault: vault.audits.keep(changed, seen=fact))

    def _remove(self, fact: ApplicationFact) -> None:
        question = self.tr("删除“{name}”？").format(name=fact.label)
        if self._ask.confirm(question, action=self.tr("删除"), is_risky=True):
            self._tasks.run(self, lambda vault: vault.audits.remove(fact))
