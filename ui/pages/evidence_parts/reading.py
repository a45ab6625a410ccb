"""Reading the evidence of an audit with what each photo serves."""

from auditor_app.domain import MeetingKind, RecordId
from auditor_app.vault import Vault
from ui.editors.evidence_rows import LinkLine, Shot

PAGES = {MeetingKind.OPENING: "opening", MeetingKind.CLOSING: "closing"}


def read_shots(vault: Vault, audit_id: RecordId, words: dict[str, str]) -> tuple[Shot, ...]:
    """All of it in the order it was captured; `words` name the meetings by page."""
    lines = {line.id: line for line in _lines(vault, audit_id, words)}
    photos = vault.evidence.of(audit_id)
    same: dict[str, list[str]] = {}
    for one in photos:
        same.setdefault(one.sha256, []).append(one.number)
    return tuple(
        Shot(
            evidence=one,
            links=tuple(lines[link] for link in one.links if link in lines),
            twins=tuple(number for number in same[one.sha256] if number != one.number),
        )
        for one in photos
    )


def _lines(vault: Vault, audit_id: RecordId, words: dict[str, str]) -> list[LinkLine]:
    audit = vault.audits.get(audit_id)
    found: list[LinkLine] = []
    for visit in vault.audits.visits(audit_id):
        answers = vault.checklists.answers(visit.id)
        questions = {}
        if answers:
            questions = {one.key: one.question for one in vault.checklists.items(audit, visit)}
        for key, answer in answers.items():
            clause = answer.clause or " ".join(answer.rulebook_clauses)
            word = f"{clause} {questions.get(key, '')}".strip()
            found.append(LinkLine(id=answer.id, word=word, page="checklist", target=answer.id))
        for meeting in vault.meetings.of(visit.id):
            page = PAGES[meeting.kind]
            found.append(LinkLine(id=meeting.id, word=words[page], page=page, target=""))
    for nc in vault.nonconformities.of(audit_id):
        word = f"{nc.number} {nc.facts}".strip()
        found.append(LinkLine(id=nc.id, word=word, page="findings", target=nc.id))
    return found
