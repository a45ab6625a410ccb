"""What the core tests build with: cheap keys, a clock one can set, small pictures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image

from auditor_app.domain import Audit, AuditKind, RecordId, Visit, VisitKind
from auditor_app.operations.audits import NewAudit
from auditor_app.security.keys import Cost
from auditor_app.storage.database import Database
from auditor_app.storage.writer import Author
from auditor_app.vault import Locks, Profile, Vault, new_vault

PASSPHRASE = "correct horse battery"
CHEAP = Cost(rounds=1, memory_kib=64, lanes=1)
KEY = bytes(range(32))


@dataclass
class Clock:
    """A clock the test turns."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 3, 12, 1, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def locks() -> Locks:
    """A passphrase that costs nothing to try."""
    return Locks(passphrase=PASSPHRASE, cost=CHEAP)


def a_vault(folder: Path, name: str = "李敏", role: str = "auditor") -> Vault:
    """A real, encrypted, empty vault."""
    return new_vault(folder, Profile(name=name, role=role), locks())


def a_database(path: Path, device: str = "a" * 24, *, clock: Callable[[], datetime]) -> Database:
    """A real, encrypted, empty database whose writer is `device`."""
    database = Database(path, KEY, clock=clock)
    database.author = Author(name=f"审核员{device[0]}", device=device)
    return database


def an_audit(vault: Vault) -> tuple[Audit, Visit]:
    """An initial audit under HCR with a stage 2."""
    audit = vault.audits.start(
        NewAudit(
            number="HCR-2026-0117",
            kind=AuditKind.INITIAL,
            rulebook="hcr",
            client="华东精密机械有限公司",
        )
    )
    visit = vault.audits.keep(
        Visit(
            audit_id=audit.id,
            kind=VisitKind.STAGE2,
            first_day=date(2026, 3, 11),
            last_day=date(2026, 3, 13),
        )
    )
    return audit, visit


def a_photo(color: str = "red", size: tuple[int, int] = (320, 240)) -> bytes:
    """A small JPEG."""
    out = BytesIO()
    Image.new("RGB", size, color).save(out, "JPEG")
    return out.getvalue()


AUDIT = RecordId("ab")
