"""A sender, a receiver and what they exchange, for tests of packages."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from auditor_app.exchange import ustar
from auditor_app.exchange.crypto import Drain, Source
from auditor_app.exchange.guide import IndexRow
from auditor_app.exchange.layout import BAG_INFO, MANIFEST, SIGNATURE, SIGNED_TAGS, TAG_MANIFEST
from auditor_app.exchange.manifest import BagInfo
from auditor_app.exchange.pack import EvidenceSource, JournalSource, Outgoing, pack
from auditor_app.security import age, seal

AUDIT = "a1" * 16
PHOTO = b"\xff\xd8\xff\xe0 a photo of the press brake " * 200
LINES = [b'{"seq":%d,"text":"\xe6\xa0\xa1\xe5\x87\x86"}' % n for n in range(1, 6)]


class Keys:
    """One device: an age identity, a signing key, and the senders it trusts."""

    def __init__(self) -> None:
        self.identity = age.generate_identity()
        self.signing = seal.SigningKey(os.urandom(32))
        self.trusted: set[str] = set()

    @property
    def recipients(self) -> Sequence[str]:
        return (age.recipient_of(self.identity),)

    @property
    def public(self) -> str:
        return self.signing.public_minisign()

    def encrypt_stream(self, reader: Source, writer: Drain, recipients: Sequence[str]) -> None:
        age.encrypt_stream(reader, writer, recipients)

    def decrypt_stream(self, reader: Source, writer: Drain) -> None:
        age.decrypt_stream(reader, writer, [self.identity])

    def sign(self, data: bytes, comment: str) -> str:
        return self.signing.minisign(data, comment)

    def verify(self, sender_key: str, data: bytes, signature: str) -> bool:
        return seal.verify_minisign(sender_key, data, signature)

    def device_of(self, sender_key: str) -> str:
        return seal.device_id_of(seal.public_of_minisign(sender_key))

    def trusts(self, sender_key: str) -> bool:
        return sender_key in self.trusted


@dataclass(slots=True)
class Shelf:
    """A sink that keeps in memory what `finish` confirmed."""

    free: int = 1 << 40
    calls: list[str] = field(default_factory=list)
    info: BagInfo | None = None
    lines: dict[str, list[bytes]] = field(default_factory=dict)
    photos: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def room(self) -> int:
        return self.free

    def begin(self, info: BagInfo) -> None:
        self.calls.append("begin")
        self.info = info

    def journal(self, device: str, lines: Sequence[bytes]) -> None:
        self.calls.append("journal")
        self.lines.setdefault(device, []).extend(lines)

    def evidence(self, sha256: str, extension: str, data: bytes) -> None:
        self.calls.append("evidence")
        self.photos[sha256] = (extension, data)

    def finish(self) -> None:
        self.calls.append("finish")

    def abandon(self) -> None:
        self.calls.append("abandon")
        self.lines.clear()
        self.photos.clear()


def pair() -> tuple[Keys, Keys]:
    """A sender and a receiver who trusts it."""
    sender, receiver = Keys(), Keys()
    receiver.trusted.add(sender.public)
    return sender, receiver


def photo(data: bytes = PHOTO, *, extension: str = "jpg", title: str = "冲床") -> EvidenceSource:
    """A photo that is what its hash says."""
    return EvidenceSource(
        sha256=sha256(data).hexdigest(),
        size=len(data),
        extension=extension,
        title=title,
        load=lambda: data,
    )


def journal(lines: Sequence[bytes] = LINES) -> JournalSource:
    """Lines as they lie in a package."""
    data = b"".join(line + b"\n" for line in lines)
    return JournalSource(size=len(data), sha256=sha256(data).hexdigest(), chunks=lambda: [data])


def outgoing(sender: Keys, receiver: Keys, **changes: Any) -> Outgoing:
    """A small package from one to the other."""
    device = sender.signing.device_id
    row = IndexRow(
        sha256=sha256(PHOTO).hexdigest(),
        original_name="IMG_0001.JPG",
        taken_at="2026-11-20 09:30",
        caption="冲床防护罩缺失",
        links="不符合项 1",
    )
    values: dict[str, Any] = {
        "audit_id": AUDIT,
        "sender_device": device,
        "sender_name": "李工",
        "sender_key": sender.public,
        "recipients": receiver.recipients,
        "number": 3,
        "part": (1, 1),
        "have": {device: len(LINES)},
        "journals": {device: journal()},
        "evidence": [photo()],
        "index": [row],
        "made_at": datetime(2026, 11, 20, 5, 14, 3, tzinfo=UTC),
    }
    return Outgoing(**{**values, **changes})


def packed(sender: Keys, receiver: Keys, folder: Path, **changes: Any) -> Path:
    """Write a small package; return where it lies."""
    return pack(outgoing(sender, receiver, **changes), crypto=sender, out=folder / "p.age").path


Members = list[tuple[str, bytes]]


def members_of(archive: bytes) -> Members:
    """Names and bytes of a plain archive that our own reader accepts."""
    found = _Collector()
    reader = ustar.Reader(found)
    reader.write(archive)
    reader.close()
    return found.members


class _Collector:
    def __init__(self) -> None:
        self.members: Members = []

    def folder(self, name: str) -> None:
        self.members.append((f"{name}/", b""))

    def begin(self, name: str, size: int) -> None:
        self.members.append((name, b""))

    def data(self, piece: memoryview) -> None:
        name, data = self.members.pop()
        self.members.append((name, data + piece))

    def end(self) -> None:
        assert self.members


def archive_of(members: Members) -> bytes:
    """A plain archive of these members."""
    blocks = [
        ustar.header(name, len(data), 0) + data + ustar.padding(len(data)) for name, data in members
    ]
    return b"".join(blocks) + ustar.END


@dataclass(slots=True)
class Forge:
    """Takes a good package apart and puts it together again, changed, in the sender's name."""

    sender: Keys
    receiver: Keys
    folder: Path
    root: str = ""
    members: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        plain = BytesIO()
        with packed(self.sender, self.receiver, self.folder).open("rb") as file:
            self.receiver.decrypt_stream(file, plain)
        for name, data in members_of(plain.getvalue()):
            self.root, _, rest = name.partition("/")
            self.members[rest] = data

    def change(self, name: str, edit: Callable[[bytes], bytes]) -> None:
        """Edit one file; nothing else is brought in line."""
        self.members[name] = edit(self.members[name])

    def add(self, name: str, data: bytes) -> None:
        """Add a payload file as an honest but reckless sender would: in manifest and Oxum."""
        self.members[name] = data
        line = f"{sha256(data).hexdigest()}  {name}\n".encode()
        self.change(MANIFEST, lambda old: old + line)
        self.count()

    def count(self) -> None:
        """Bring Payload-Oxum in line with the payload."""
        payload = [data for name, data in self.members.items() if name.startswith("data/")]
        oxum = f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}"
        old = self.members[BAG_INFO].decode().splitlines()
        kept = [oxum if line.startswith("Payload-Oxum") else line for line in old]
        self.members[BAG_INFO] = "".join(f"{line}\n" for line in kept).encode()

    def sign(self, key: Keys | None = None) -> None:
        """Bring tag manifest and signature in line with the tag files."""
        lines = [f"{sha256(self.members[name]).hexdigest()}  {name}\n" for name in SIGNED_TAGS]
        self.members[TAG_MANIFEST] = "".join(lines).encode()
        signature = (key or self.sender).sign(self.members[TAG_MANIFEST], "forged")
        self.members[SIGNATURE] = signature.encode()

    def listed(self) -> Members:
        """The members with their full names, in order."""
        return [(f"{self.root}/{name}", data) for name, data in self.members.items()]

    def write(self, archive: bytes | None = None) -> Path:
        """Encrypt to the receiver: this archive, or the members as they are now."""
        plain = archive_of(self.listed()) if archive is None else archive
        path = self.folder / "forged.age"
        with path.open("wb") as file:
            age.encrypt_stream(BytesIO(plain), file, self.receiver.recipients)
        return path
