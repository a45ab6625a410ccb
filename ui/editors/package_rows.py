"""What the packages page shows: keys, devices, what left and what came in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import Audit, Package, Receipt, RecordId, TrustedDevice

KIB = 1024
_KEY = re.compile(r"\bRW[A-Za-z0-9+/=]{54}")
_RECIPIENT = re.compile(r"\bage1[0-9a-z]{50,120}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What others need to know of this device; nothing in it is secret."""

    name: str
    device_id: str
    public_key: str
    recipient: str

    def text(self) -> str:
        """All of it in one block, which the other side pastes as it is."""
        words = QCoreApplication.translate(
            "Packages", "姓名：{name}\n签名公钥：{key}\n加密公钥：{recipient}"
        )
        return words.format(name=self.name, key=self.public_key, recipient=self.recipient)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody a package can be encrypted to."""

    name: str
    key: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditChoice:
    """An audit that can be packed."""

    audit: Audit
    title: str
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageFile:
    """Read in one go; `titles` name audits by id."""

    keys: Keys
    devices: tuple[TrustedDevice, ...] = ()
    audits: tuple[AuditChoice, ...] = ()
    sent: tuple[Package, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    titles: Mapping[str, str]
    names: Mapping[str, str]
    """Names by recipient key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A package that was proven and not yet taken in."""

    path: str
    audit_id: str
    title: str
    sender: str
    device: str
    key: str
    number: int
    made_at: datetime
    lines: int
    photos: int
    size: int
    is_trusted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What taking a package in did; `held` counts lines put aside, by reason."""

    audit_id: RecordId
    title: str
    sender: str
    lines: int
    known: int
    photos: int
    held: Mapping[str, int]
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What could be read from a pasted block."""

    name: str = ""
    public_key: str = ""
    recipient: str = ""


def read_keys(text: str) -> Pasted:
    """Keys and name from whatever was pasted: a block, an e-mail, or one key alone."""
    key, recipient = _KEY.search(text), _RECIPIENT.search(text)
    name = re.search(r"^\s*(?:姓名|Name)\s*[：:]\s*(\S.*?)\s*$", text, re.MULTILINE)
    return Pasted(
        name=name[1] if name else "",
        public_key=key[0] if key else "",
        recipient=recipient[0] if recipient else "",
    )


def held_word(why: str) -> str:
    """Why lines were put aside instead of taken in."""
    translate = QCoreApplication.translate
    return {
        "unsealed": translate("Packages", "没有盖上设备的签名"),
        "unknown_device": translate("Packages", "来自没有登记的设备"),
        "gap": translate("Packages", "前面缺了几行，等补齐后再收"),
        "chain": translate("Packages", "与前一行接不上"),
        "fork": translate("Packages", "与本机已有的记录不一致"),
    }.get(why, translate("Packages", "原因不明"))


def size_word(size: int) -> str:
    """2.7 MB or 312 KB."""
    kib = size / KIB
    return f"{kib / KIB:.1f} MB" if kib >= KIB else f"{max(kib, 1):.0f} KB"


def grouped(key: str) -> str:
    """A device's id in fours, as two people compare it on the telephone."""
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))
