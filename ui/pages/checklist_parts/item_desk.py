"""Fills the right side with one item and turns what the auditor does there into answers."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from auditor_app.domain import Answer, Evidence, Nonconformity, Verdict
from auditor_app.rules.checklist import Item
from auditor_app.vault import Conflict, Vault
from ui.ask import Ask
from ui.audit_words import clock
from ui.pages.checklist_parts.data import ChecklistData, label_of
from ui.pages.checklist_parts.desk import AnswerDesk
from ui.pages.checklist_parts.detail_pane import DetailPane
from ui.pages.checklist_parts.findings import NEGATIVE
from ui.pages.checklist_parts.history import history_words
from ui.pages.checklist_parts.note_aids import NoteAids
from ui.pages.checklist_parts.photo_desk import PhotoDesk, Place
from ui.pages.checklist_parts.photo_overlay import PhotoOverlay
from ui.tasks import Tasks

SEPARATOR = "\x1f"


class ItemDesk(QObject):
    """Shows one item at a time. `finding_opened` carries a nonconformity's id."""

    finding_opened = Signal(str)

    def __init__(self, tasks: Tasks, ask: Ask, *, pane: DetailPane, overlay: PhotoOverlay) -> None:
        super().__init__(pane)
        self._tasks, self._ask, self._pane = tasks, ask, pane
        self._data = ChecklistData(visits=())
        self._key = ""
        self._note_seen = ""
        self._undo: tuple[Evidence, str] | None = None
        self._answers = AnswerDesk(tasks, self)
        self.photos = PhotoDesk(tasks, ask, section=pane.photos, overlay=overlay)
        self._aids = NoteAids(pane.note, ask)
        self._connect()

    @property
    def key(self) -> str:
        """The item shown; empty when none is."""
        return self._key

    def take(self, data: ChecklistData) -> None:
        """Take what was loaded. What is being typed belongs to the visit it was typed in."""
        self._pane.note.finish()
        self._data = data
        if data.visit is not None:
            self._answers.put(data.visit, data.items, data.answers)

    def show_item(self, key: str) -> None:
        """Show an item, or the one shown again."""
        item, visit = self._data.items[key], self._data.visit
        if visit is None:
            return
        is_other = key != self._key
        self._key = key
        self._pane.show_item(item, self._data.spots[key], self._data.view)
        if is_other:
            self._pane.show_demand()
            self._pane.to_top()
        self._pane.conflicts.show_conflicts(self._data.conflicts.get(key, ()))
        self._show_answer()

    def verdict(self, key: str) -> Verdict | None:
        """What was concluded on an item, saved or being saved."""
        return self._answers.answer(key).verdict

    def is_postponed(self, key: str) -> bool:
        """Whether an item was left for later."""
        return self._answers.answer(key).is_postponed

    def demand_verdict(self) -> bool:
        """True when the item has a verdict; otherwise say that one is missing."""
        if self.verdict(self._key) is not None:
            return True
        words = self.tr("请先选结论（按 1–5），或点“稍后再查”")
        self._pane.show_demand(words)
        self._pane.verdict.setFocus()
        return False

    def finish(self) -> None:
        """The item is done: nothing is left for later."""
        self._pane.note.finish()
        self._answers.edit(self._key, is_postponed=False)

    def postpone(self) -> bool:
        """Leave the item for later, or take that back; True when it was left."""
        self._pane.note.finish()
        is_postponed = not self.is_postponed(self._key)
        self._answers.edit(self._key, is_postponed=is_postponed)
        return is_postponed

    def flush(self) -> None:
        """Keep what is being typed, and try again what could not be kept."""
        self._pane.note.finish()
        self._answers.retry()

    def _connect(self) -> None:
        pane = self._pane
        self._answers.changed.connect(self._on_changed)
        self._aids.named.connect(self._add_word)
        self.photos.removed.connect(self._on_photo_removed)
        self.photos.nothing_to_paste.connect(self._say_nothing_to_paste)
        pane.toast.undone.connect(self._restore_photo)
        pane.toast.gone.connect(self._forget_photo)
        pane.verdict.chosen.connect(self._choose)
        pane.note.edited.connect(self._write)
        pane.refs.removed.connect(self._drop_word)
        pane.retry_asked.connect(self._answers.retry)
        pane.conflicts.settled.connect(self._settle)
        pane.findings.opened.connect(self.finding_opened)
        pane.findings.issue_asked.connect(self._issue)
        pane.head.copy_asked.connect(self._copy)
        pane.head.history_asked.connect(self._tell_history)
        pane.head.clear_asked.connect(partial(self._choose, None))

    def _item(self) -> Item:
        return self._data.items[self._key]

    def _show_answer(self) -> None:
        key, pane = self._key, self._pane
        answer, item = self._answers.answer(key), self._item()
        pane.verdict.show_verdict(answer.verdict)
        pane.note.show_note(f"{answer.visit_id}{SEPARATOR}{key}", answer.note)
        if pane.note.note() == answer.note:
            self._note_seen = answer.note
        self._show_saving()
        pane.refs.show_answer(answer)
        pane.foot.show_answer(answer, is_written=self._answers.is_written(key))
        pane.head.clear.setEnabled(answer.verdict is not None)
        if answer.verdict is not None:
            pane.show_demand()
        self._aids.show_known(
            self._data.people, self._data.documents, is_anonymous=item.is_anonymous
        )
        photos = self._data.photos.get(key, ())
        self.photos.show_photos(Place(key=key, secure=partial(self._answers.secure, key)), photos)
        findings = self._data.findings.get(key, ())
        pane.findings.show_findings(
            findings,
            verdict=answer.verdict,
            is_ground=item.is_ground_for_nonconformity,
            photos=len(photos),
        )
        pane.show_issued(is_shown=bool(findings) or answer.verdict in NEGATIVE)

    def _show_saving(self) -> None:
        trouble = self._answers.trouble(self._key)
        self._pane.show_trouble(self.tr("没有保存：{0}").format(trouble) if trouble else "")
        if trouble:
            self._pane.note.show_mark(self.tr("没有保存"), is_trouble=True)
            return
        mark = self.tr("已保存") if self._answers.is_written(self._key) else ""
        if saved := self._answers.saved_at(self._key):
            mark = self.tr("{0} 已保存").format(clock(saved))
        self._pane.note.show_mark(mark)

    def _on_changed(self, key: str) -> None:
        if key == self._key:
            self._show_answer()

    def _choose(self, verdict: Verdict | None, _checked: bool = False) -> None:
        self._answers.edit(self._key, verdict=verdict)

    def _write(self, place: str, text: str) -> None:
        """Save a text under the item it was typed for, over the text it was typed into."""
        key = place.partition(SEPARATOR)[2]
        self._answers.edit(key, {"note": self._note_seen}, note=text)
        self._note_seen = text

    def _add_word(self, field: str, word: str) -> None:
        words = getattr(self._answers.answer(self._key), field)
        if word not in words:
            self._answers.edit(self._key, **{field: (*words, word)})

    def _drop_word(self, field: str, word: str) -> None:
        words = getattr(self._answers.answer(self._key), field)
        self._answers.edit(self._key, **{field: tuple(one for one in words if one != word)})

    def _settle(self, conflict: Conflict, value: object) -> None:
        self._pane.note.finish()
        self._tasks.run(self, lambda vault: vault.conflicts.settle(conflict, value))

    def _issue(self) -> None:
        """Draw up a nonconformity from the answer as it is kept, then go there."""
        self._pane.note.finish()
        self._answers.secure(self._key, self._draw_up)

    def _draw_up(self, answer: Answer) -> None:
        self._tasks.run(self, partial(_draft, answer=answer), self._open_finding)

    def _open_finding(self, nc: Nonconformity) -> None:
        self.finding_opened.emit(nc.id)

    def _copy(self) -> None:
        item = self._item()
        QGuiApplication.clipboard().setText(f"{label_of(item)} {item.question}")
        self._pane.toast.say(self.tr("已复制"), last=2_000)

    def _tell_history(self) -> None:
        if not self._answers.is_written(self._key):
            self._pane.toast.say(self.tr("这一项还没有记录"), last=4_000)
            return
        answer = self._answers.answer(self._key)
        self._tasks.run(self, partial(history_words, answer=answer), self._show_history)

    def _show_history(self, words: str) -> None:
        self._ask.inform(self.tr("改动记录"), words or self.tr("没有改动"))

    def _on_photo_removed(self, evidence: Evidence, answer_id: str) -> None:
        self._undo = (evidence, answer_id)
        words = self.tr("已从本项移除“{0}”，照片仍在本次审核中")
        self._pane.toast.say(words.format(evidence.caption or evidence.name), can_undo=True)

    def _restore_photo(self) -> None:
        if self._undo is not None:
            self.photos.restore(*self._undo)
        self._undo = None

    def _forget_photo(self) -> None:
        self._undo = None

    def _say_nothing_to_paste(self) -> None:
        self._pane.toast.say(self.tr("剪贴板里没有图片或文件"), last=4_000)


def _draft(vault: Vault, *, answer: Answer) -> Nonconformity:
    return vault.nonconformities.save(vault.nonconformities.draft_from(answer))
