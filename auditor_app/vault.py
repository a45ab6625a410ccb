"""The vault: the one door between a front end and the core."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypedDict

from auditor_app.domain import now
from auditor_app.errors import Invalid
from auditor_app.operations.audits import Audits, NewAudit
from auditor_app.operations.care import Care, Place
from auditor_app.operations.checklists import Checklists
from auditor_app.operations.conflicts import Candidate, Conflict, Conflicts
from auditor_app.operations.devices import Devices, Identity
from auditor_app.operations.envelope import Envelope
from auditor_app.operations.evidence import EvidenceShelf, Intake, Origin
from auditor_app.operations.history import History
from auditor_app.operations.keeping import (
    DATABASE_FILE,
    EVIDENCE_FOLDER,
    Locks,
    Profile,
    as_new_device,
    check_same_vault,
    create,
    recover,
    restore,
    unlock,
)
from auditor_app.operations.library import Library
from auditor_app.operations.meetings import Meetings
from auditor_app.operations.nonconformities import Nonconformities
from auditor_app.operations.packages import Desk, Packages
from auditor_app.operations.reports import Reports, Sources
from auditor_app.operations.seals import Sealer, Seals
from auditor_app.operations.standing import Nouns, Standing
from auditor_app.security.age import decrypt_stream, encrypt_stream, recipient_of
from auditor_app.security.keychain import Keychain, SystemKeychain
from auditor_app.security.keys import VaultSecrets
from auditor_app.security.seal import (
    SigningKey,
    device_id_of,
    public_of_minisign,
    verify_seal,
)
from auditor_app.security.slots import SLOTS_FILE, Slots
from auditor_app.storage.blobs import Blobs
from auditor_app.storage.database import Database, Kinds
from auditor_app.storage.lock import Lock
from auditor_app.storage.writer import Author

__all__ = [
    "Candidate",
    "Conflict",
    "Intake",
    "Keychain",
    "Locks",
    "NewAudit",
    "Origin",
    "Profile",
    "SystemKeychain",
    "Vault",
    "new_vault",
    "open_vault",
    "recover_vault",
    "restore_vault",
]


class Vault:
    """An unlocked vault. Its nouns are its API: `vault.nonconformities.save(...)`.

    One thread at a time. Raises VaultInUse, WrongKey, Damaged, NewerVersion, NotAVault; nothing
    is changed then.
    """

    def __init__(
        self, folder: Path, held: VaultSecrets, *, clock: Callable[[], datetime] = now
    ) -> None:
        self.folder = folder
        self._lock = Lock(folder)
        try:
            self._database = Database(folder / DATABASE_FILE, held.data_key, clock=clock)
        except BaseException:
            self._lock.release()
            raise
        try:
            check_same_vault(folder, self._database)
            self._wire(held if held.seed else as_new_device(held))
        except BaseException:
            self._release()
            raise

    def on_commit(self, tell: Callable[[Kinds], None]) -> None:
        """Have `tell` called with the record kinds of every committed write."""
        self._database.on_commit = tell

    @property
    def identity(self) -> Identity:
        """Who works here and the public keys of this device."""
        return self.devices.me()

    def close(self) -> None:
        """Seal what is unsealed and let go."""
        try:
            self.seals.seal_all()
        finally:
            self._release()

    def _release(self) -> None:
        self._database.close()
        self._lock.release()

    def _wire(self, held: VaultSecrets) -> None:
        key = SigningKey(held.seed or b"")
        recipient = recipient_of(held.identity)
        database = self._database
        database.author = Author(name=database.meta("name"), device=key.device_id)
        sealer = Sealer(
            public=key.public_minisign(),
            sign=key.seal,
            verify=_verify_seal,
            device_of=_device_of,
        )
        blobs = self._open_blobs(held, [recipient, *_office_recipients(self.folder)])
        self.seals = Seals(database, sealer)
        self.devices = Devices(database, sealer, recipient)
        self.library = Library(database)
        self.audits = Audits(database, self.library)
        self.checklists = Checklists(database, self.library, self.audits)
        self.evidence = EvidenceShelf(database, blobs)
        self.meetings = Meetings(database, self.library, self.audits)
        self.conflicts = Conflicts(database)
        self.nonconformities = Nonconformities(database, self.audits, self.conflicts)
        self.history = History(database)
        self.reports = Reports(Sources(database=database, **_nouns(self), seals=self.seals))
        self.standing = Standing(
            Nouns(**_nouns(self), conflicts=self.conflicts, reports=self.reports)
        )
        envelope = Envelope(key, held.identity, self.devices.is_trusted)
        self.packages = Packages(
            database, blobs, Desk(seals=self.seals, devices=self.devices, envelope=envelope)
        )
        self.care = Care(database, blobs, self.seals, _place(self.folder, held.data_key))

    def _open_blobs(self, held: VaultSecrets, recipients: list[str]) -> Blobs:
        blobs = Blobs(
            self.folder / EVIDENCE_FOLDER,
            held.name_key,
            encrypt=lambda source, goal: encrypt_stream(source, goal, recipients),
            decrypt=lambda source, goal: decrypt_stream(source, goal, [held.identity]),
        )
        blobs.sweep()
        return blobs


def new_vault(
    folder: Path, profile: Profile, locks: Locks, *, clock: Callable[[], datetime] = now
) -> Vault:
    """Make and open an empty vault."""
    return Vault(folder, create(folder, profile, locks), clock=clock)


def open_vault(
    folder: Path,
    *,
    passphrase: str | None = None,
    keychain: Keychain | None = None,
    clock: Callable[[], datetime] = now,
) -> Vault:
    """Open a vault by passphrase when given, else by the keychain."""
    return Vault(folder, unlock(folder, passphrase=passphrase, keychain=keychain), clock=clock)


def recover_vault(folder: Path, office_identity: str, *, passphrase: str) -> Vault:
    """Open with the office's recovery key and set a new passphrase."""
    return Vault(folder, recover(folder, office_identity, passphrase=passphrase))


def restore_vault(backup: Path, folder: Path, *, passphrase: str) -> Vault:
    """Restore a backup into a copy and open it."""
    restore(backup, folder, passphrase=passphrase)
    return open_vault(folder, passphrase=passphrase)


class _Shared(TypedDict):
    """The nouns that documents and gates are both drawn from."""

    audits: Audits
    library: Library
    checklists: Checklists
    meetings: Meetings
    nonconformities: Nonconformities
    evidence: EvidenceShelf


def _nouns(vault: Vault) -> _Shared:
    return _Shared(
        audits=vault.audits,
        library=vault.library,
        checklists=vault.checklists,
        meetings=vault.meetings,
        nonconformities=vault.nonconformities,
        evidence=vault.evidence,
    )


def _place(folder: Path, key: bytes) -> Place:
    return Place(
        folder=folder,
        database=folder / DATABASE_FILE,
        evidence=folder / EVIDENCE_FOLDER,
        slots=tuple(sorted(folder.glob(f"{SLOTS_FILE}*"))),
        key=key,
    )


def _office_recipients(folder: Path) -> list[str]:
    return [info.label for info in Slots.read(folder).infos() if info.kind == "office"]


def _verify_seal(public: str, head: str, signature: str) -> bool:
    try:
        return verify_seal(public_of_minisign(public), head, signature)
    except Invalid:
        return False


def _device_of(public: str) -> str:
    try:
        return device_id_of(public_of_minisign(public.strip()))
    except Invalid:
        return ""
