"""The client and what it said of itself."""

from dataclasses import dataclass
from datetime import datetime

from auditor_app.domain.record import Record, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Client(Record):
    """The audited organization, as one audit knows it."""

    name: str
    credit_code: str = ""
    legal_address: str = ""
    industry: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    top_manager: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Record):
    """A place where the client works."""

    client_id: RecordId
    name: str
    address: str = ""
    activities: str = ""
    headcount: int = 0
    shifts: str = ""
    is_temporary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationFact(Record):
    """One fact of the application beside what was seen on site (HCR 5.4.3.2(3), TCC 4.3.3.2(7))."""

    key: str
    label: str
    declared: str
    unit: str = ""
    confirmed: str = ""
    confirmed_source: str = ""
    confirmed_by: str = ""
    confirmed_at: datetime | None = None
    consequence: str = ""

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody on site has said what is true."""
        return bool(self.confirmed)

    @property
    def has_drifted(self) -> bool:
        """Whether the site showed something else than the application."""
        return self.is_confirmed and self.confirmed != self.declared
