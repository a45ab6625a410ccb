"""What the checklist page shows, gathered on the vault's thread."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from auditor_app.domain import (
    BEIJING,
    Answer,
    Audit,
    AuditState,
    Evidence,
    Nonconformity,
    PlanSlot,
    RecordId,
    SlotKind,
    Verdict,
    Visit,
    VisitKind,
    VisitState,
    now,
)
from auditor_app.rules.checklist import Item, ItemSource, by_clause, by_department, by_rulebook
from auditor_app.rules.standard import is_within
from auditor_app.vault import Conflict, Vault
from ui.pages.checklist_parts.tree import Spot, View, branches_of, spots_of
from ui.widgets.checklist_rows import Branch, Row

OVER = frozenset({VisitState.CLOSED, VisitState.REPORTED, VisitState.TERMINATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the page wants to see; without a visit, the one going on."""

    audit_id: RecordId
    visit_id: RecordId | None = None
    view: View = View.CLAUSE


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistData:
    """A visit's checklist, arranged; everything about an item goes by the item's key."""

    visits: tuple[Visit, ...]
    over: frozenset[RecordId] = frozenset()
    visit: Visit | None = None
    view: View = View.CLAUSE
    items: Mapping[str, Item] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    photos: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    findings: Mapping[str, tuple[Nonconformity, ...]] = field(default_factory=dict)
    conflicts: Mapping[str, tuple[Conflict, ...]] = field(default_factory=dict)
    groups: tuple[Branch | Row, ...] = ()
    spots: Mapping[str, Spot] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    haystacks: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[Verdict, int] = field(default_factory=dict)
    left_today: int | None = None
    people: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    @property
    def answered(self) -> int:
        """How many items carry a verdict."""
        return sum(self.counts.values())

    def verdict(self, key: str) -> Verdict | None:
        """What was concluded on an item."""
        answer = self.answers.get(key)
        return answer.verdict if answer else None


def _is_past(kind: VisitKind, state: AuditState) -> bool:
    """Whether the audit has left the stage a visit belongs to, whatever the calendar says."""
    before = {AuditState.PLANNING, AuditState.STAGE1}
    return state not in (before if kind is VisitKind.STAGE1 else before | {AuditState.STAGE2})


def read(vault: Vault, wish: Wish) -> ChecklistData:
    """Read and arrange everything; no widgets here."""
    visits = tuple(vault.audits.visits(wish.audit_id))
    today = now().astimezone(BEIJING).date()
    audit = vault.audits.get(wish.audit_id)
    over = frozenset(v.id for v in visits if v.state in OVER or _is_past(v.kind, audit.state))
    visit = choose_visit(visits, wish.visit_id or _going_on(vault, audit), today)
    if visit is None:
        return ChecklistData(visits=visits)
    state = vault.checklists.state(wish.audit_id, visit.id)
    standard = vault.library.standards_of(state.audit)[0]
    arranged = {
        View.CLAUSE: lambda: by_clause(state.items, standard),
        View.RULE: lambda: by_rulebook(state.items),
        View.DEPARTMENT: lambda: by_department(state.items),
    }[wish.view]()
    keys = {answer.id: key for key, answer in state.answers.items()}
    conflicts = _conflicts(vault.conflicts.of(wish.audit_id), keys)
    rows = {
        item.key: _row(
            item,
            state.answers.get(item.key),
            photos=len(state.photos.get(item.key, ())),
            findings=state.nonconformities.get(item.key, ()),
            is_conflict=item.key in conflicts,
        )
        for item in state.items
    }
    spots = spots_of(arranged, wish.view)
    return ChecklistData(
        visits=visits,
        over=over,
        visit=visit,
        view=wish.view,
        items={item.key: item for item in state.items},
        answers=state.answers,
        photos=state.photos,
        findings=state.nonconformities,
        conflicts=conflicts,
        groups=branches_of(arranged, rows, wish.view),
        spots=spots,
        order=tuple(spots),
        haystacks={item.key: _haystack(item, state.answers.get(item.key)) for item in state.items},
        counts=state.counts,
        left_today=_left_today(state.items, state.answers, _todays(vault, visit, today)),
        people=_people(vault, visit, state.answers.values()),
        documents=_distinct(doc for one in state.answers.values() for doc in one.documents),
    )


def visit_of(vault: Vault, audit_id: RecordId, name: str) -> RecordId | None:
    """The visit an answer's id or an item's key belongs to: who sent here knows of no visits."""
    audit = vault.audits.get(audit_id)
    for visit in vault.audits.visits(audit_id):
        if any(one.id == name for one in vault.checklists.answers(visit.id).values()):
            return visit.id
        if any(one.key == name for one in vault.checklists.items(audit, visit)):
            return visit.id
    return None


def badge_visit(vault: Vault, audit_id: RecordId) -> Visit | None:
    """The visit whose progress stands beside the page's name: the one first shown."""
    going_on = _going_on(vault, vault.audits.get(audit_id))
    today = now().astimezone(BEIJING).date()
    return choose_visit(vault.audits.visits(audit_id), going_on, today)


def _going_on(vault: Vault, audit: Audit) -> RecordId | None:
    """What the audit's own state is about; the calendar alone would show the wrong stage."""
    visit = vault.standing.current_visit(audit)
    return visit.id if visit and audit.state is not AuditState.PLANNING else None


def label_of(item: Item) -> str:
    """What is printed for an item's key: its number, and the department that is asked."""
    number = "一阶段移交" if item.source is ItemSource.KEY_POINT else item.number
    return f"{number} · {item.department}" if item.department else number


def choose_visit(visits: Sequence[Visit], wanted: RecordId | None, today: date) -> Visit | None:
    """The wanted visit, else the one going on, else the last that has begun, else the first."""
    by_id = {visit.id: visit for visit in visits}
    if wanted in by_id:
        return by_id[wanted]
    going_on = [v for v in visits if v.first_day <= today <= v.last_day]
    begun = [v for v in visits if v.first_day <= today]
    for found in (going_on, begun):
        if found:
            return found[-1]
    return visits[0] if visits else None


def _row(
    item: Item,
    answer: Answer | None,
    *,
    photos: int,
    findings: Sequence[Nonconformity],
    is_conflict: bool,
) -> Row:
    return Row(
        key=item.key,
        title=item.question,
        label=label_of(item),
        verdict=answer.verdict if answer else None,
        tag=findings[0].number if findings else "",
        photos=photos,
        is_postponed=bool(answer and answer.is_postponed),
        is_conflict=is_conflict,
    )


def _haystack(item: Item, answer: Answer | None) -> str:
    """All words of an item, for the search field."""
    parts = [item.number, item.question, item.department, *item.rulebook_clauses]
    if answer:
        parts += [answer.note, *answer.interviewees, *answer.documents]
    return "\n".join(parts).casefold()


def _conflicts(
    found: Iterable[Conflict], keys: Mapping[RecordId, str]
) -> dict[str, tuple[Conflict, ...]]:
    by_key: dict[str, tuple[Conflict, ...]] = {}
    for one in found:
        if one.entity == "answer" and (key := keys.get(one.record_id)):
            by_key[key] = (*by_key.get(key, ()), one)
    return by_key


def _todays(vault: Vault, visit: Visit, today: date) -> list[PlanSlot]:
    return [
        slot
        for slot in vault.audits.slots(visit.id)
        if slot.kind is SlotKind.AUDIT and slot.starts_at.astimezone(BEIJING).date() == today
    ]


def _left_today(
    items: Iterable[Item], answers: Mapping[str, Answer], slots: Sequence[PlanSlot]
) -> int | None:
    """How many items of today's slots carry no verdict; None when today has no slots."""
    if not slots:
        return None
    waiting = (i for i in items if (a := answers.get(i.key)) is None or a.verdict is None)
    return sum(any(_is_asked(item, slot) for slot in slots) for item in waiting)


def _is_asked(item: Item, slot: PlanSlot) -> bool:
    clause = item.standard_clause
    return item.department == slot.department.strip() and any(
        is_within(clause, named) or is_within(named, clause) for named in slot.clauses
    )


def _people(vault: Vault, visit: Visit, answers: Iterable[Answer]) -> tuple[str, ...]:
    """Names to choose an interviewee from: those already asked, then who sat in the meetings."""
    team = {member.name for member in vault.audits.team(visit.audit_id)}
    present = [
        person.name
        for meeting in vault.meetings.of(visit.id)
        for person in vault.meetings.people(meeting.id)
        if person.name not in team and not person.is_absent
    ]
    return _distinct([*(name for one in answers for name in one.interviewees), *present])


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
