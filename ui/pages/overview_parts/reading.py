"""Reading everything the overview shows from the vault, in one go."""

from collections.abc import Iterator, Mapping

from auditor_app.domain import (
    Audit,
    AuditState,
    Record,
    RecordId,
    TeamRole,
    Visit,
    now,
)
from auditor_app.vault import Vault
from ui.audit_words import state_word, team_role_word, visit_word
from ui.editors.overview_disputes import Dispute, entity_word, field_word, value_word
from ui.editors.overview_file import AuditFile, Backup, Change, Me, RulebookLine

QUIET = frozenset(
    {"id", "audit_id", "made_at", "made_by", "client_id", "visit_id", "key"}
    | {"confirmed_by", "confirmed_at", "rulebook_sha256", "public_key", "recipient"}
)


def read_file(vault: Vault, audit_id: RecordId, *, with_changes: bool) -> AuditFile:
    """The audit as it stands now; runs on the vault's thread."""
    standing, audits = vault.standing.overview(audit_id), vault.audits
    visits, me = standing.visits, vault.identity
    return AuditFile(
        audit=standing.audit,
        client=standing.client,
        rulebook=_rulebook(vault, standing.audit),
        moment=now(),
        sites=tuple(audits.sites(audit_id)),
        visits=visits,
        current_visit=standing.current_visit,
        main_visit=audits.main_visit(audit_id),
        team=tuple(sorted(standing.team, key=lambda one: list(TeamRole).index(one.role))),
        slots={visit.id: tuple(audits.slots(visit.id)) for visit in visits},
        confirmations=tuple(one for visit in visits for one in audits.confirmations(visit.id)),
        closed=frozenset(
            (visit.id, str(one.kind))
            for visit in visits
            for one in vault.meetings.of(visit.id)
            if one.closed_at is not None
        ),
        facts=standing.facts,
        key_points=tuple(audits.key_points(audit_id)),
        stage1=audits.stage1_report(audit_id),
        findings=tuple(vault.nonconformities.of(audit_id)),
        answered=standing.answered,
        items=standing.items,
        points=standing.points,
        next_state=standing.next_state,
        disputes=_disputes(vault, standing.audit, visits),
        changes=tuple(_changes(vault, standing.audit, visits)) if with_changes else (),
        alone=vault.care.on_one_disk_only(),
        backup=_backup(vault),
        head=vault.seals.head(audit_id),
        me=Me(
            name=me.name,
            device_id=me.device_id,
            public_key=me.public_key,
            recipient=me.recipient,
        ),
    )


def _rulebook(vault: Vault, audit: Audit) -> RulebookLine:
    book = vault.library.rulebook_of(audit)
    return RulebookLine(
        key=book.key,
        name=book.name,
        number=book.document_number,
        edition=book.edition,
        valid_from=book.valid_from,
        standard=book.standard,
    )


def _backup(vault: Vault) -> Backup | None:
    last = vault.care.last_backup()
    return Backup(folder=str(last[0]), at=last[2]) if last else None


def _disputes(vault: Vault, audit: Audit, visits: tuple[Visit, ...]) -> tuple[Dispute, ...]:
    found = vault.conflicts.of(audit.id)
    if not found:
        return ()
    titles = _titles(vault, audit, visits)
    return tuple(
        Dispute(
            conflict=one,
            title=titles.get(one.record_id, entity_word(one.entity)),
            field=field_word(one.field),
        )
        for one in found
    )


def _titles(vault: Vault, audit: Audit, visits: tuple[Visit, ...]) -> Mapping[str, str]:
    """What the records people can differ on are called, by id."""
    titles: dict[str, str] = {}
    for visit in visits:
        questions = {one.key: one.question for one in vault.checklists.items(audit, visit)}
        for key, answer in vault.checklists.answers(visit.id).items():
            words = " ".join(part for part in (answer.clause, questions.get(key, "")) if part)
            titles[answer.id] = f"{entity_word('answer')} · {words}"
        for meeting in vault.meetings.of(visit.id):
            for person in vault.meetings.people(meeting.id):
                titles[person.id] = f"{entity_word('attendance')} · {person.name}"
    for nc in vault.nonconformities.of(audit.id):
        titles[nc.id] = f"{entity_word('nonconformity')} {nc.number}"
    for photo in vault.evidence.of(audit.id):
        titles[photo.id] = f"{entity_word('evidence')} {photo.number} {photo.caption}".strip()
    for fact in vault.audits.facts(audit.id):
        titles[fact.id] = f"{entity_word('application_fact')} · {fact.label}"
    return titles


def _changes(vault: Vault, audit: Audit, visits: tuple[Visit, ...]) -> Iterator[Change]:
    """Everything that was changed after it was first written, newest first."""
    subjects: list[tuple[str, Record]] = [
        (entity_word("audit"), audit),
        (entity_word("client"), vault.audits.client(audit.id)),
        *((visit_word(visit.kind), visit) for visit in visits),
        *((fact.label, fact) for fact in vault.audits.facts(audit.id)),
        *((team_role_word(one.role), one) for one in vault.audits.team(audit.id)),
    ]
    found = [
        change for subject, record in subjects for change in _changes_of(vault, subject, record)
    ]
    yield from sorted(found, key=lambda one: one.at, reverse=True)


def _changes_of(vault: Vault, subject: str, record: Record) -> Iterator[Change]:
    first: set[str] = set()
    began = None
    for version in vault.history.of(record):
        began = began or version.at
        is_first = version.field not in first and version.at == began
        first.add(version.field)
        if not is_first and version.field not in QUIET:
            yield Change(
                at=version.at,
                by=version.by,
                subject=subject,
                field=field_word(version.field),
                value=_value(record, version.field, version.value),
            )


def _value(record: Record, field: str, value: object) -> str:
    if isinstance(record, Audit) and field == "state":
        return state_word(AuditState(str(value)))
    return value_word(field, value)
