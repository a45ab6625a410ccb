"""What passes between the laptops and the office."""

from dataclasses import dataclass
from datetime import datetime

from auditor_app.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Package(Record):
    """A package that left this vault: to whom, what it held and its fingerprint.

    A workspace record: noting it in the audit would change the audit it has just sealed.
    """

    about_audit: str
    name: str
    sha256: str
    size: int
    recipients: tuple[str, ...] = ()
    records: int = 0
    photos: int = 0
    heads: tuple[str, ...] = ()
    packed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Record):
    """A package that came into this vault and what was proven about it.

    `heads` are "device:seq:hash" of every chain as received; workspace record (no audit).
    """

    package_sha256: str
    name: str
    about_audit: str
    sender: str
    sender_device: str
    records: int = 0
    photos: int = 0
    heads: tuple[str, ...] = ()
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedDevice(Record):
    """A device whose packages and seals this vault accepts; workspace record (no audit)."""

    name: str
    device_id: str
    public_key: str
    recipient: str = ""
    revoked_at: datetime | None = None
