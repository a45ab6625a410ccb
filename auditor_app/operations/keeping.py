"""Making vaults, unlocking them, and restoring one into a copy."""

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from secrets import token_hex

from auditor_app.errors import Damaged, NotAVault, Refused
from auditor_app.files import copy_file, make_folder
from auditor_app.security.age import decrypt_stream, encrypt_stream, generate_identity
from auditor_app.security.keychain import Keychain
from auditor_app.security.keys import Cost, VaultSecrets, new_secrets
from auditor_app.security.slots import SLOTS_FILE, SlotKind, Slots
from auditor_app.storage.database import Database

DATABASE_FILE = "vault.db"
EVIDENCE_FOLDER = "evidence"

_SEED_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Whose vault it is; `role` is "auditor" or "office"."""

    name: str
    role: str = "auditor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Locks:
    """How a new vault is to be locked: at least one of passphrase and keychain."""

    passphrase: str | None = None
    keychain: Keychain | None = None
    office_recipient: str = ""
    cost: Cost | None = None


def create(folder: Path, profile: Profile, locks: Locks) -> VaultSecrets:
    """Make an empty vault in an empty or new folder, and return what opens it."""
    _refuse_unless_empty(folder)
    if not locks.passphrase and locks.keychain is None:
        raise Refused("新建资料库须设置口令，或使用系统钥匙串。没有建立任何文件。")
    held = new_secrets(generate_identity)
    vault = token_hex(16)
    make_folder(folder)
    make_folder(folder / EVIDENCE_FOLDER)
    _fill(folder, held, vault=vault, profile=profile)
    # The slots come last: a folder without them is no vault, so a crash leaves none half made.
    _write_slots(folder, held, vault=vault, locks=locks)
    return held


def unlock(folder: Path, *, passphrase: str | None, keychain: Keychain | None) -> VaultSecrets:
    """The secrets of a vault, by passphrase when given, else by the keychain."""
    slots = Slots.read(folder)
    if passphrase is not None:
        held = slots.open_with_passphrase(passphrase)
    elif keychain is not None:
        held = slots.open_with_keyring(keychain)
    else:
        raise Refused("打开资料库需要口令。没有改动任何数据。")
    return held


def recover(
    folder: Path, office_identity: str, *, passphrase: str, keychain: Keychain | None = None
) -> VaultSecrets:
    """Open by the office's recovery key after a lost keyring; the vault becomes a new device.

    A keyring slot is renewed with `keychain`, or removed: it would open the old device.
    """

    def decrypt(box: bytes) -> bytes:
        out = BytesIO()
        decrypt_stream(BytesIO(box), out, [office_identity])
        return out.getvalue()

    slots = Slots.read(folder)
    held = as_new_device(slots.open_with_office_identity(decrypt))
    slots.renew_passphrase(held, passphrase)
    if keychain is not None and keychain.available:
        slots.add_keyring(held, keychain)
    else:
        for info in slots.infos():
            if info.kind == SlotKind.KEYRING:
                slots.remove(info.id)
    return held


def restore(backup: Path, folder: Path, *, passphrase: str, cost: Cost | None = None) -> int:
    """Make a working copy of a backup in an empty folder; the backup is only read.

    The copy is a device of its own: two laptops never continue one chain. Returns the number of
    files brought back.
    """
    held = as_new_device(unlock(backup, passphrase=passphrase, keychain=None))
    _refuse_unless_empty(folder)
    if not (backup / DATABASE_FILE).is_file():
        raise NotAVault(
            "这个文件夹里没有备份的资料库文件。没有改动任何数据；请选择备份文件夹本身。"
        )
    make_folder(folder)
    make_folder(folder / EVIDENCE_FOLDER)
    files = sorted((backup / EVIDENCE_FOLDER).glob("*.age"))
    for source in files:
        copy_file(source, folder / EVIDENCE_FOLDER / source.name)
    copy_file(backup / DATABASE_FILE, folder / DATABASE_FILE)
    vault = token_hex(16)
    database = Database(folder / DATABASE_FILE, held.data_key)
    try:
        with database.transaction():
            database.set_meta("vault", vault)
            database.set_meta("backed_up", "")
    finally:
        database.close()
    _write_slots(folder, held, vault=vault, locks=Locks(passphrase=passphrase, cost=cost))
    return len(files) + 1


def as_new_device(held: VaultSecrets) -> VaultSecrets:
    """The same vault under a new signing key."""
    fresh = new_secrets(generate_identity).seed
    return replace(held, seed=fresh)


def check_same_vault(folder: Path, database: Database) -> None:
    """Raise Damaged when slots and database belong to two different vaults."""
    if Slots.read(folder).vault != database.meta("vault"):
        raise Damaged(
            "密钥文件与资料库文件不是一套，可能被人换过。没有改动任何数据；请从备份恢复。"
        )


def _fill(folder: Path, held: VaultSecrets, *, vault: str, profile: Profile) -> None:
    database = Database(folder / DATABASE_FILE, held.data_key)
    try:
        with database.transaction():
            database.set_meta("vault", vault)
            database.set_meta("name", profile.name)
            database.set_meta("role", profile.role)
    finally:
        database.close()


def _write_slots(folder: Path, held: VaultSecrets, *, vault: str, locks: Locks) -> None:
    slots = Slots(folder, vault)
    if locks.passphrase:
        slots.add_passphrase(held, locks.passphrase, locks.cost)
    if locks.keychain is not None:
        slots.add_keyring(held, locks.keychain)
    if locks.office_recipient:
        slots.add_office(
            held, locks.office_recipient, lambda plain: _encrypt(plain, locks.office_recipient)
        )


def _encrypt(plain: bytes, recipient: str) -> bytes:
    out = BytesIO()
    encrypt_stream(BytesIO(plain), out, [recipient])
    return out.getvalue()


def _refuse_unless_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        if (folder / SLOTS_FILE).exists():
            raise Refused(
                f"“{folder.name}”里已有一个资料库。没有改动；请直接打开它，或另选文件夹。"
            )
        raise Refused(f"“{folder.name}”不是空文件夹。没有改动；请选择一个空文件夹或新名称。")
