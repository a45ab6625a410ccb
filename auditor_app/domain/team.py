"""The people of the audit team."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from auditor_app.domain.record import Record, RecordId


class TeamRole(StrEnum):
    """A person's part in the team; experts and trainees are never counted as time (HCR 5.3.2)."""

    LEADER = "leader"
    AUDITOR = "auditor"
    TRAINEE = "trainee"
    EXPERT = "expert"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember(Record):
    """A person of the team; the keys are those of the laptop the person works on.

    `public_key` is the device's minisign public key, `recipient` its age recipient.
    """

    name: str
    role: TeamRole
    registration_number: str = ""
    registration_until: date | None = None
    area_codes: tuple[str, ...] = ()
    guided_by: RecordId | None = None
    employer: str = ""
    title: str = ""
    phone: str = ""
    declared_impartial_at: datetime | None = None
    device_id: str = ""
    public_key: str = ""
    recipient: str = ""
