"""Answers to the checklist, and the key audit points that stage 1 hands to stage 2."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from auditor_app.domain.record import Record, RecordId


class Verdict(StrEnum):
    """What the auditor concluded on one checklist item, in the order of the keys 1-5."""

    CONFORMING = "conforming"
    OBSERVATION = "observation"
    MINOR = "minor"
    MAJOR = "major"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """The answer to one item of a visit's checklist; its id follows from visit and item.

    `clause` is the clause of the standard, `rulebook_clauses` those of the rulebook it serves.
    """

    visit_id: RecordId
    item_key: str
    clause: str = ""
    rulebook_clauses: tuple[str, ...] = ()
    department: str = ""
    verdict: Verdict | None = None
    note: str = ""
    interviewees: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    answered_at: datetime | None = None
    is_postponed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyAuditPoint(Record):
    """What stage 1 found that stage 2 must look at (HCR 5.4.3.2(4), TCC (10), OYPX (4))."""

    visit_id: RecordId
    title: str
    why: str = ""
    clauses: tuple[str, ...] = ()
    department: str = ""
