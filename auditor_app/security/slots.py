"""The key slots of a vault: several ways to its one set of secrets, in a file beside it.

`slots.json` is kept twice (`files.write_twins`). Format 1:
`{"format":1,"vault":id,"slots":[{"id","kind",…},…]}`; kinds are `keyring` (the secrets lie in the
system's keychain), `passphrase` (an envelope of `keys.wrap`) and `office` (an age file in hex for
the office's recovery recipient, without the signing seed). Slots of another kind are kept as they
are, so an older program does no harm to a newer one's.
"""

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from auditor_app.errors import (
    AuditorError,
    Damaged,
    NewerVersion,
    NoKeyring,
    NotAVault,
    NotFound,
    Refused,
    WrongKey,
)
from auditor_app.files import mend_twins, read_twins, write_twins
from auditor_app.security.keychain import Keychain
from auditor_app.security.keys import (
    Cost,
    VaultSecrets,
    from_hex,
    pack,
    unpack,
    unwrap,
    wrap,
)

SLOTS_FILE = "slots.json"
FORMAT = 1

Bytes2Bytes = Callable[[bytes], bytes]
_Slot = dict[str, object]


class SlotKind(StrEnum):
    """The ways to open a vault."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind of slot
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotInfo:
    """One slot as the user sees it; `kind` may be one this version doesn't know."""

    id: str
    kind: str
    label: str


class Slots:
    """All slots of one vault; every change is on the disk, twice, when its verb returns."""

    def __init__(self, folder: Path, vault: str, slots: tuple[_Slot, ...] = ()) -> None:
        self._path = folder / SLOTS_FILE
        self.vault = vault
        self._slots = slots

    @classmethod
    def read(cls, folder: Path) -> "Slots":
        """Read the slots of the vault in `folder`.

        NotAVault when there are none, NewerVersion, Damaged; nothing is written.
        """
        try:
            data = read_twins(folder / SLOTS_FILE)
        except NotFound as error:
            raise NotAVault(
                f"“{folder.name}”中没有密钥文件 {SLOTS_FILE},它不是资料库,或密钥文件被移走。"
                "没有改动任何内容;请选择另一个文件夹,或从备份恢复。"
            ) from error
        vault, slots = _parse(data)
        return cls(folder, vault, slots)

    def infos(self) -> list[SlotInfo]:
        """Every slot, in the order they were added."""
        return [
            SlotInfo(
                id=str(slot["id"]), kind=str(slot["kind"]), label=str(slot.get("recipient", ""))
            )
            for slot in self._slots
        ]

    def open_with_keyring(self, keychain: Keychain) -> VaultSecrets:
        """NoKeyring when this machine can't, WrongKey when its keychain has no entry."""
        self._of_kind(SlotKind.KEYRING)
        if not keychain.available:
            raise NoKeyring(keychain.reason)
        text = keychain.get(self.vault)
        if text is None:
            raise WrongKey("系统钥匙串中没有这个资料库的密钥。请改用口令,或请办公室恢复。")
        return unpack(text, self.vault)

    def open_with_passphrase(self, passphrase: str) -> VaultSecrets:
        """WrongKey when no passphrase slot opens."""
        return unpack(self._unwrap(self._passphrase_slot(), passphrase), self.vault)

    def open_with_office_identity(self, decrypt: Bytes2Bytes) -> VaultSecrets:
        """Recover by the office's key: `decrypt` opens an age file or raises AuditorError.

        The seed is None: the vault goes on as a new device.
        """
        refusal: AuditorError | None = None
        for slot in self._of_kind(SlotKind.OFFICE):
            box = from_hex(slot, "box")
            try:
                plain = decrypt(box)
            except AuditorError as error:
                refusal = error
            else:
                return unpack(plain, self.vault)
        raise WrongKey("这把办公室恢复密钥打不开此资料库。没有改动;请换一把密钥。") from refusal

    def add_keyring(self, held: VaultSecrets, keychain: Keychain) -> None:
        """Keep the secrets in the system's keychain; NoKeyring when there is none."""
        if not keychain.available:
            raise NoKeyring(keychain.reason)
        keychain.set(self.vault, pack(held, self.vault, with_seed=True))
        if not self._has(SlotKind.KEYRING):
            self._write((*self._slots, self._new(SlotKind.KEYRING)))

    def add_passphrase(self, held: VaultSecrets, passphrase: str, cost: Cost | None = None) -> None:
        """Let a passphrase open the vault; Refused when one does already."""
        if self._has(SlotKind.PASSPHRASE):
            raise Refused("这个资料库已有口令。没有改动;请使用“更改口令”。")
        self._write((*self._slots, self._wrap(held, passphrase, cost)))

    def add_office(self, held: VaultSecrets, recipient: str, encrypt: Bytes2Bytes) -> None:
        """Let the office's recovery key open the vault, without the signing seed.

        `encrypt` makes an age file for `recipient`, which is kept to tell slots apart.
        """
        box = encrypt(pack(held, self.vault, with_seed=False).encode()).hex()
        slot = self._new(SlotKind.OFFICE) | {"recipient": recipient, "box": box}
        others = (old for old in self._slots if old.get("recipient") != recipient)
        self._write((*others, slot))

    def change_passphrase(self, old: str, new: str, cost: Cost | None = None) -> None:
        """Wrap the same secrets under a new passphrase; the data is not encrypted anew."""
        current = self._passphrase_slot()
        held = unpack(self._unwrap(current, old), self.vault)
        fresh = self._wrap(held, new, cost)
        self._write(tuple(fresh if slot is current else slot for slot in self._slots))

    def renew_passphrase(
        self, held: VaultSecrets, passphrase: str, cost: Cost | None = None
    ) -> None:
        """After a recovery: let this passphrase open the vault instead of a forgotten one.

        One write: a refused passphrase or a crash leaves the old way as it was.
        """
        fresh = self._wrap(held, passphrase, cost)
        others = (slot for slot in self._slots if slot["kind"] != SlotKind.PASSPHRASE)
        self._write((*others, fresh))

    def remove(self, slot_id: str, keychain: Keychain | None = None) -> None:
        """Close one way; Refused when it is the last that this program can open."""
        gone = next((slot for slot in self._slots if slot["id"] == slot_id), None)
        if gone is None:
            raise NotFound("这个资料库没有这种打开方式。没有改动任何内容。")
        rest = tuple(slot for slot in self._slots if slot is not gone)
        if not any(slot["kind"] in set(SlotKind) for slot in rest):
            raise Refused("这是打开资料库的最后一种方式,不能删除。请先添加另一种方式。")
        self._write(rest)
        if gone["kind"] == SlotKind.KEYRING and keychain is not None and keychain.available:
            keychain.delete(self.vault)

    def mend(self) -> bool:
        """Make both copies of the file whole again; True when that was needed."""
        return mend_twins(self._path)

    def _has(self, kind: SlotKind) -> bool:
        return any(slot["kind"] == kind for slot in self._slots)

    def _of_kind(self, kind: SlotKind) -> list[_Slot]:
        found = [slot for slot in self._slots if slot["kind"] == kind]
        if not found:
            raise WrongKey("这个资料库没有设置这种打开方式。没有改动;请换一种方式打开。")
        return found

    def _passphrase_slot(self) -> _Slot:
        return self._of_kind(SlotKind.PASSPHRASE)[0]

    def _new(self, kind: SlotKind) -> _Slot:
        return {"id": secrets.token_hex(8), "kind": kind.value}

    def _wrap(self, held: VaultSecrets, passphrase: str, cost: Cost | None) -> _Slot:
        text = pack(held, self.vault, with_seed=True)
        box = wrap(text, passphrase, bound=self._bound(), cost=cost or Cost())
        return self._new(SlotKind.PASSPHRASE) | box

    def _unwrap(self, slot: _Slot, passphrase: str) -> bytes:
        return unwrap(slot, passphrase, bound=self._bound())

    def _bound(self) -> bytes:
        return f"auditor slot {FORMAT} {self.vault}".encode()

    def _write(self, slots: tuple[_Slot, ...]) -> None:
        content = {"format": FORMAT, "vault": self.vault, "slots": list(slots)}
        write_twins(self._path, json.dumps(content, ensure_ascii=False, indent=1).encode())
        self._slots = slots


def _parse(data: bytes) -> tuple[str, tuple[_Slot, ...]]:
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _damaged() from error
    match content:
        case {"format": int(version)} if version > FORMAT:
            raise NewerVersion(
                "这个资料库由更新版本的程序创建,当前版本不能打开。没有改动任何内容;请升级程序。"
            )
        case {"format": 1, "vault": str(vault), "slots": [*slots]}:
            return vault, tuple(_slot(slot) for slot in slots)
        case _:
            raise _damaged()


def _slot(value: object) -> _Slot:
    if isinstance(value, dict) and all(isinstance(value.get(name), str) for name in ("id", "kind")):
        return value
    raise _damaged()


def _damaged() -> Damaged:
    return Damaged(
        f"密钥文件 {SLOTS_FILE} 已损坏。数据没有改动;请从备份恢复这个文件,其他文件不要动。"
    )
