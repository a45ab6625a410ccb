"""The answers as they are on the screen: shown at once, saved field by field, never mixed up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from auditor_app.domain import Answer, RecordId, Visit, now
from auditor_app.errors import AuditorError
from auditor_app.rules.checklist import Item
from auditor_app.vault import Vault
from ui.tasks import Tasks

Changes = Mapping[str, tuple[object, object]]
"""Field -> (the value its author saw, the value it shall have)."""


@dataclass(slots=True)
class Draft:
    """What this screen knows of one answer beyond the vault.

    `values` and `numbers` belong to the Qt thread: fields not known to be saved, and the number of
    the edit that set each. `unsaved` belongs to the vault's thread: what it was told to save and
    could not, kept with the value the author saw first, so that a second try is no second author.
    """

    visit: Visit
    item: Item
    values: dict[str, object] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    trouble: str = ""
    saved_at: datetime | None = None
    unsaved: dict[str, tuple[object, object]] = field(default_factory=dict)

    def save(self, vault: Vault, changes: Changes) -> Answer:
        """Write the changed fields over the answer as it is kept now; on the vault's thread."""
        for name, (before, value) in changes.items():
            first = self.unsaved[name][0] if name in self.unsaved else before
            self.unsaved[name] = (first, value)
        known = vault.checklists.find(self.visit, self.item)
        if known is not None and not self.unsaved:
            return known
        base = known or vault.checklists.blank(self.visit, self.item)
        befores = {name: before for name, (before, _) in self.unsaved.items()}
        values = {name: value for name, (_, value) in self.unsaved.items()}
        kept = vault.checklists.save(
            replace(base, **values),  # type: ignore[arg-type]  # named and typed by `edit`
            seen=replace(base, **befores) if known else None,  # type: ignore[arg-type]
        )
        self.unsaved.clear()
        return kept

    def overlay(self, answer: Answer) -> Answer:
        """The answer with what is not saved yet."""
        return replace(answer, **self.values) if self.values else answer  # type: ignore[arg-type]


class AnswerDesk(QObject):
    """Takes edits of answers by item key and saves each at once, in order.

    An edit is bound to its visit and item when it is made; nothing that happens later can lead it
    to another item. `changed` carries the key of an item whose answer, or whose saving, changed.
    """

    changed = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._visit: Visit | None = None
        self._items: Mapping[str, Item] = {}
        self._answers: dict[str, Answer] = {}
        self._drafts: dict[tuple[RecordId, str], Draft] = {}
        self._number = 0

    def put(self, visit: Visit, items: Mapping[str, Item], answers: Mapping[str, Answer]) -> None:
        """Take what was loaded; what is not saved yet stays on top of it."""
        self._visit, self._items, self._answers = visit, items, dict(answers)

    def answer(self, key: str) -> Answer:
        """The answer as the screen shows it; an empty one when nobody has written any."""
        visit = self._require_visit()
        kept = self._answers.get(key) or Answer(
            audit_id=visit.audit_id, visit_id=visit.id, item_key=key
        )
        draft = self._drafts.get((visit.id, key))
        return draft.overlay(kept) if draft else kept

    def is_written(self, key: str) -> bool:
        """Whether anybody has written an answer to the item."""
        return key in self._answers

    def trouble(self, key: str) -> str:
        """Why the answer could not be saved; empty when it is saved or being saved."""
        draft = self._drafts.get((self._require_visit().id, key))
        return draft.trouble if draft else ""

    def saved_at(self, key: str) -> datetime | None:
        """When this screen last saved the answer."""
        draft = self._drafts.get((self._require_visit().id, key))
        return draft.saved_at if draft else None

    def edit(self, key: str, seen: Mapping[str, object] | None = None, /, **values: object) -> None:
        """Give fields of an answer new values, and save them.

        `seen` are values the author had before the eyes, where they are not those shown now.
        """
        shown, known = self.answer(key), seen or {}
        changes = {
            name: (known.get(name, getattr(shown, name)), value)
            for name, value in values.items()
            if getattr(shown, name) != value
        }
        if not changes:
            return
        draft = self._draft(key)
        self._number += 1
        draft.values.update({name: value for name, (_, value) in changes.items()})
        draft.numbers.update(dict.fromkeys(changes, self._number))
        self._send(draft, changes)
        self.changed.emit(key)

    def secure(self, key: str, then: Callable[[Answer], object]) -> None:
        """Have the answer in the vault, written or not, then go on with it."""
        self._send(self._draft(key), {}, then)

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        for draft in self._drafts.values():
            if draft.trouble:
                self._send(draft, {})

    def _require_visit(self) -> Visit:
        if self._visit is None:
            raise RuntimeError("An answer was asked for before a visit was shown.")
        return self._visit

    def _draft(self, key: str) -> Draft:
        visit = self._require_visit()
        place = (visit.id, key)
        if place not in self._drafts:
            self._drafts[place] = Draft(visit=visit, item=self._items[key])
        return self._drafts[place]

    def _send(
        self, draft: Draft, changes: Changes, then: Callable[[Answer], object] | None = None
    ) -> None:
        self._tasks.run(
            self,
            partial(draft.save, changes=changes),
            partial(self._on_saved, draft, self._number, then),
            partial(self._on_trouble, draft),
        )

    def _on_saved(
        self,
        draft: Draft,
        number: int,
        then: Callable[[Answer], object] | None,
        answer: Answer,
    ) -> None:
        for name in [name for name, given in draft.numbers.items() if given <= number]:
            del draft.values[name], draft.numbers[name]
        draft.trouble, draft.saved_at = "", now()
        if self._visit is not None and self._visit.id == draft.visit.id:
            self._answers[draft.item.key] = answer
        self._tell(draft)
        if then is not None:
            then(answer)

    def _on_trouble(self, draft: Draft, error: AuditorError) -> None:
        draft.trouble = str(error)
        self._tell(draft)

    def _tell(self, draft: Draft) -> None:
        if self._visit is not None and self._visit.id == draft.visit.id:
            self.changed.emit(draft.item.key)
