"""Asking what a visit must ask, and keeping the answers."""

from dataclasses import dataclass, replace

from auditor_app.domain import (
    Answer,
    Audit,
    Evidence,
    Nonconformity,
    RecordId,
    SlotKind,
    Verdict,
    Visit,
    VisitKind,
    id_for,
)
from auditor_app.operations.audits import Audits
from auditor_app.operations.library import Library
from auditor_app.rules.checklist import Item, KeyPoint, Planned, generate
from auditor_app.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistState:
    """A visit's checklist as the page shows it; answers, photos and numbers go by item key."""

    audit: Audit
    visit: Visit
    items: tuple[Item, ...]
    answers: dict[str, Answer]
    photos: dict[str, tuple[Evidence, ...]]
    nonconformities: dict[str, tuple[Nonconformity, ...]]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many items carry each verdict."""
        given = [self.answers[i.key].verdict for i in self.items if i.key in self.answers]
        return {verdict: given.count(verdict) for verdict in Verdict}

    @property
    def answered(self) -> int:
        """How many items carry a verdict."""
        return sum(self.counts.values())


class Checklists:
    """The checklists of the visits."""

    def __init__(self, database: Database, library: Library, audits: Audits) -> None:
        self._database = database
        self._library = library
        self._audits = audits

    def items(self, audit: Audit, visit: Visit) -> tuple[Item, ...]:
        """What the visit asks: rulebook x standard x the plan's departments, and key points."""
        planned = [
            Planned(department=slot.department, clauses=slot.clauses)
            for slot in self._audits.slots(visit.id)
            if slot.kind is SlotKind.AUDIT
        ]
        points = [
            KeyPoint(
                id=point.id, title=point.title, clauses=point.clauses, department=point.department
            )
            for point in self._audits.key_points(audit.id)
            if visit.kind is not VisitKind.STAGE1
        ]
        return generate(
            rulebook=self._library.rulebook_of(audit),
            standards=self._library.standards_of(audit),
            visit_kind=visit.kind,
            slots=planned,
            key_points=points,
            kept=sorted(self.answers(visit.id)),
        )

    def state(self, audit_id: RecordId, visit_id: RecordId) -> ChecklistState:
        """Everything the checklist page shows."""
        audit = self._audits.get(audit_id)
        visit = self._database.get(Visit, visit_id)
        answers = self.answers(visit_id)
        keys = {answer.id: key for key, answer in answers.items()}
        photos: dict[str, tuple[Evidence, ...]] = {}
        for photo in self._database.of_audit(Evidence, audit_id):
            for link in photo.links:
                if key := keys.get(RecordId(link)):
                    photos[key] = (*photos.get(key, ()), photo)
        issued: dict[str, tuple[Nonconformity, ...]] = {}
        for one in self._database.of_audit(Nonconformity, audit_id):
            if one.answer_id and (key := keys.get(one.answer_id)):
                issued[key] = (*issued.get(key, ()), one)
        return ChecklistState(
            audit=audit,
            visit=visit,
            items=self.items(audit, visit),
            answers=answers,
            photos=photos,
            nonconformities=issued,
        )

    def answers(self, visit_id: RecordId) -> dict[str, Answer]:
        """The visit's answers by item key."""
        return {a.item_key: a for a in self._database.where(Answer, "visit_id = ?", visit_id)}

    def find(self, visit: Visit, item: Item) -> Answer | None:
        """The answer as it is kept now, if anybody has written one."""
        return self._database.find(Answer, id_for("answer", visit.id, item.key))

    def blank(self, visit: Visit, item: Item) -> Answer:
        """The answer to an item before anybody wrote one: same id on every device."""
        return Answer(
            id=id_for("answer", visit.id, item.key),
            audit_id=visit.audit_id,
            made_at=self._database.clock(),
            visit_id=visit.id,
            item_key=item.key,
            clause=item.standard_clause,
            rulebook_clauses=item.rulebook_clauses,
            department=item.department,
        )

    def save(self, answer: Answer, *, seen: Answer | None = None) -> Answer:
        """Keep an answer as it stands; `seen` is the answer its author had before the eyes."""
        if answer.verdict is not None and answer.answered_at is None:
            answer = replace(answer, answered_at=self._database.clock())
        return self._audits.keep(answer, seen=seen)
