"""Reads the nonconformities of an audit as their page shows them; runs on the vault's thread."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime

from auditor_app.domain import BEIJING, Audit, Evidence, Nonconformity, RecordId, Verdict
from auditor_app.vault import Conflict, Vault
from ui.audit_words import clock, day
from ui.editors.finding_rows import Candidate, Change, Dispute, FindingView, changes, plain_word
from ui.widgets.photo_rows import Photo

TABLE = "nonconformity"
MOST_CHANGES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwritten:
    """An answer that says not conforming, without a nonconformity written for it."""

    answer_id: RecordId
    visit_id: RecordId
    clause: str
    is_major: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsData:
    """The findings by number; `classes` are pairs of key and words of the rulebook in force."""

    audit: Audit
    visit_id: RecordId | None
    findings: tuple[FindingView, ...]
    classes: tuple[tuple[str, str], ...]
    classes_source: str
    departments: tuple[str, ...]
    photos: tuple[Photo, ...]
    unwritten: tuple[Unwritten, ...]


def read_findings(vault: Vault, audit_id: RecordId) -> FindingsData:
    """Everything in one go."""
    audit = vault.audits.get(audit_id)
    visit = vault.standing.current_visit(audit)
    disputes = defaultdict(list)
    for conflict in vault.conflicts.of(audit_id):
        if conflict.entity == TABLE:
            disputes[conflict.record_id].append(_dispute(conflict))
    found = vault.nonconformities.of(audit_id)
    evidence = vault.evidence.of(audit_id)
    views = tuple(_view(vault, nc, tuple(disputes[nc.id])) for nc in found)
    classes, source = _classes(vault, audit)
    return FindingsData(
        audit=audit,
        visit_id=visit.id if visit else None,
        findings=views,
        classes=classes,
        classes_source=source,
        departments=_departments(vault, audit_id, found),
        photos=tuple(photo_of(one) for one in evidence),
        unwritten=_unwritten(vault, visit.id, found) if visit else (),
    )


def read_history(vault: Vault, nc: Nonconformity) -> tuple[Change, ...]:
    """Who changed what and when, newest first."""
    versions = vault.history.of(nc)
    found = changes([(one.field, one.value, one.by, one.at) for one in versions])
    return found[:MOST_CHANGES]


def count_open(vault: Vault, audit_id: RecordId) -> int:
    """How many somebody has still to act on."""
    return sum(nc.is_open for nc in vault.nonconformities.of(audit_id))


def photo_of(evidence: Evidence) -> Photo:
    """A piece of evidence as the widgets show it."""
    made = evidence.made_at.astimezone(BEIJING)
    facts = " · ".join((evidence.number, f"{day(made.date())} {clock(evidence.made_at)}"))
    try:
        # The camera's own clock, as it wrote it: shown as it stands, never shifted.
        taken = datetime.fromisoformat(evidence.taken_at)
        facts = " · ".join((evidence.number, f"{day(taken.date())} {taken:%H:%M}"))
    except ValueError:
        pass
    caption = evidence.caption or evidence.name
    return Photo(sha256=evidence.sha256, caption=caption, facts=facts)


def _view(vault: Vault, nc: Nonconformity, disputes: tuple[Dispute, ...]) -> FindingView:
    state = vault.nonconformities.next_state(nc)
    return FindingView(
        nc=nc,
        photos=tuple(photo_of(one) for one in vault.nonconformities.evidence(nc)),
        missing=vault.nonconformities.missing_for(nc, state) if state else (),
        next_state=state,
        disputes=disputes,
    )


def _dispute(conflict: Conflict) -> Dispute:
    return Dispute(
        record_id=conflict.record_id,
        field=conflict.field,
        candidates=tuple(
            Candidate(
                version=one.version,
                text=plain_word(conflict.field, one.value),
                value=one.value,
                by=one.by,
                when=_when(one.at_ms),
            )
            for one in conflict.candidates
        ),
    )


def _when(at_ms: int) -> str:
    moment = datetime.fromtimestamp(at_ms / 1000, UTC)
    return f"{day(moment.astimezone(BEIJING).date())} {clock(moment)}"


def _classes(vault: Vault, audit: Audit) -> tuple[tuple[tuple[str, str], ...], str]:
    """The classes with their circled number, and the clause they share."""
    entries = vault.library.rulebook_of(audit).lists.get("decision_classes", ())
    choices = tuple((one.key, f"{one.clause[-1:]} {one.title}") for one in entries)
    source = f"{audit.rulebook} {entries[0].clause[:-1]}" if entries else ""
    return choices, source


def _departments(vault: Vault, audit_id: RecordId, found: list[Nonconformity]) -> tuple[str, ...]:
    visits = vault.audits.visits(audit_id)
    planned = [slot.department for visit in visits for slot in vault.audits.slots(visit.id)]
    names = [*planned, *(nc.department for nc in found)]
    return tuple(dict.fromkeys(name for name in names if name))


def _unwritten(
    vault: Vault, visit_id: RecordId, found: list[Nonconformity]
) -> tuple[Unwritten, ...]:
    written = {nc.answer_id for nc in found}
    return tuple(
        Unwritten(
            answer_id=answer.id,
            visit_id=visit_id,
            clause=answer.clause or answer.item_key,
            is_major=answer.verdict is Verdict.MAJOR,
        )
        for answer in vault.checklists.answers(visit_id).values()
        if answer.verdict in {Verdict.MINOR, Verdict.MAJOR} and answer.id not in written
    )
