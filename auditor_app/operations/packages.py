"""Sending an audit away sealed, and taking one in: all of it or nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from auditor_app.domain import Audit, Evidence, Package, Receipt, RecordId, id_for
from auditor_app.errors import Damaged, NotFound, PackageInvalid, Refused
from auditor_app.exchange.guide import IndexRow
from auditor_app.exchange.manifest import BagInfo
from auditor_app.exchange.pack import EvidenceSource, JournalSource, Outgoing, pack
from auditor_app.exchange.payload import Opened
from auditor_app.exchange.unpack import inspect, receive
from auditor_app.files import free_bytes
from auditor_app.operations.devices import Devices
from auditor_app.operations.envelope import Envelope
from auditor_app.operations.seals import Seals
from auditor_app.storage.blobs import Blobs, Staged
from auditor_app.storage.database import Database
from auditor_app.storage.merge import Chain, Held, Merge, Merged

_EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What a package brought; `is_new` is False when this very package was here before."""

    audit_id: RecordId
    sender: str
    lines: int
    known: int
    photos: int
    held: tuple[Held, ...]
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who packs: seals, identity and keys."""

    seals: Seals
    devices: Devices
    envelope: Envelope


class Packages:
    """Packages that leave and come in."""

    def __init__(self, database: Database, blobs: Blobs, desk: Desk) -> None:
        self._database = database
        self._blobs = blobs
        self._seals = desk.seals
        self._devices = desk.devices
        self._envelope = desk.envelope

    def pack(self, audit: Audit, recipients: Sequence[str], out: Path) -> Package:
        """Write an audit to a file that only the recipients and this device can open.

        The chain is sealed first; the file is read back before this returns. A photo that no
        longer matches its hash stops it, named.
        """
        if not recipients:
            raise Refused("请至少选择一个收件人（age1… 加密公钥）。没有生成交接包。")
        self._seals.seal(audit.id)
        evidence = self._database.of_audit(Evidence, audit.id)
        me = self._devices.me()
        done = pack(
            Outgoing(
                audit_id=audit.id,
                sender_device=me.device_id,
                sender_name=me.name,
                sender_key=me.public_key,
                recipients=tuple(recipients),
                number=len(self.sent(audit.id)) + 1,
                part=(1, 1),
                have=self._have(audit.id),
                journals=self._journals(audit.id),
                evidence=self._sources(evidence),
                index=self._index(evidence),
                made_at=self._database.clock(),
            ),
            crypto=self._envelope,
            out=out,
        )
        record = Package(
            about_audit=audit.id,
            name=out.name,
            sha256=done.sha256,
            size=done.size,
            recipients=tuple(recipients),
            records=sum(self._have(audit.id).values()),
            photos=len({one.sha256 for one in evidence}),
            heads=self._seals.heads(audit.id),
            packed_at=self._database.clock(),
        )
        with self._database.writing() as writer:
            return writer.put(record)

    def sent(self, audit_id: RecordId) -> list[Package]:
        """Packages of an audit that left."""
        return self._database.where(Package, "about_audit = ?", audit_id)

    def receipts(self) -> list[Receipt]:
        """Packages that came in."""
        return self._database.where(Receipt)

    def verify(self, path: Path) -> Opened:
        """Prove a package without keeping anything of it."""
        return inspect(path, crypto=self._envelope)

    def receive(self, path: Path) -> Received:
        """Take a package in: proven as a whole first, then all of it in one transaction."""
        digest = sha256()
        inbox = _Inbox(self, path.name, digest.hexdigest)
        receive(path, crypto=self._envelope, sink=inbox, watch=digest.update)
        return inbox.result()

    # -- for the inbox ---------------------------------------------------------------------

    def room(self) -> int:
        """Free bytes, less what the text of other audits must keep."""
        return free_bytes(self._blobs.folder)

    def stage(self, data: bytes, digest: str) -> Staged | None:
        """Put a proven photo aside; None when it is already here and still good."""
        if self._blobs.is_whole(digest):
            return None
        return self._blobs.stage(data, digest, is_proven=True)

    def discard(self, staged: Sequence[Staged]) -> None:
        """Forget photos put aside."""
        self._blobs.discard(staged)

    def keep(self, arrival: "Arrival", staged: dict[str, Staged]) -> Merged:
        """Photos, then records, then the receipt; nothing counts before the transaction ends."""
        with self._database.writing() as writer:
            merged = self._merge(arrival)
            self._refuse_missing(arrival.info.audit_id, staged)
            self._blobs.publish(staged.values())
            if merged.taken or merged.held or staged or not self._receipt(arrival.digest):
                writer.put(self._new_receipt(arrival, merged, photos=len(arrival.photos)))
        self._database.tell(merged.kinds)
        return merged

    def knows(self, digest: str) -> bool:
        """Whether this very package was received before."""
        return self._receipt(digest) is not None

    # -- privates --------------------------------------------------------------------------

    def _merge(self, arrival: "Arrival") -> Merged:
        """The sender's chain first: it may name the devices of the others."""
        audit, sender = arrival.info.audit_id, arrival.info.sender_device
        total = Merged()
        for devices in ([sender], sorted(arrival.journals.keys() - {sender})):
            known = self._devices.known_ids(audit) | {sender}
            merge = Merge(self._database, is_sealed=self._seals.is_sealed)
            for device in devices:
                chain = Chain(audit, device, arrival.journals.get(device, []))
                merge.take(chain, is_known=device in known)
            part = merge.finish()
            total.taken += part.taken
            total.known += part.known
            total.held += part.held
            total.kinds |= part.kinds
        return total

    def _refuse_missing(self, audit_id: str, staged: dict[str, Staged]) -> None:
        wanted = self._database.of_audit(Evidence, RecordId(audit_id))
        lost = [o for o in wanted if o.sha256 not in staged and not self._blobs.has(o.sha256)]
        if lost:
            names = "、".join(f"{one.number} {one.name}" for one in lost[:10])
            raise PackageInvalid(
                f"交接包缺少 {len(lost)} 张照片：{names}。没有写入任何数据；请让发件人重新打包。"
            )

    def _receipt(self, digest: str) -> Receipt | None:
        return self._database.find(Receipt, id_for("receipt", digest))

    def _new_receipt(self, arrival: "Arrival", merged: Merged, *, photos: int) -> Receipt:
        info = arrival.info
        return Receipt(
            id=id_for("receipt", arrival.digest),
            package_sha256=arrival.digest,
            name=arrival.name,
            about_audit=info.audit_id,
            sender=info.sender_name,
            sender_device=info.sender_device,
            records=merged.taken,
            photos=photos,
            heads=self._seals.heads(info.audit_id),
            received_at=self._database.clock(),
        )

    def _have(self, audit_id: str) -> dict[str, int]:
        return dict(self._database.query("SELECT dev, seq FROM tip WHERE audit = ?", audit_id))

    def _journals(self, audit_id: str) -> dict[str, JournalSource]:
        return {device: self._journal(audit_id, device) for device in self._have(audit_id)}

    def _journal(self, audit_id: str, device: str) -> JournalSource:
        digest, size = sha256(), 0
        for text in self._texts(audit_id, device):
            digest.update(text)
            size += len(text)
        return JournalSource(
            size=size,
            sha256=digest.hexdigest(),
            chunks=lambda: self._texts(audit_id, device),
        )

    def _texts(self, audit_id: str, device: str) -> Iterator[bytes]:
        for line in self._database.lines("audit = ? AND dev = ?", audit_id, device):
            yield line.text + b"\n"

    def _sources(self, evidence: Sequence[Evidence]) -> list[EvidenceSource]:
        unique = {one.sha256: one for one in evidence}
        return [
            EvidenceSource(
                sha256=one.sha256,
                size=one.size,
                extension=_EXTENSIONS.get(one.media_type, "bin"),
                title=f"{one.number} {one.name}",
                load=partial(self._original, one),
            )
            for one in unique.values()
        ]

    def _original(self, one: Evidence) -> bytes:
        """The bytes of a photo, which packing holds against their hash."""
        try:
            return self._blobs.load_unproven(one.sha256)
        except (Damaged, NotFound) as error:
            raise type(error)(f"{one.number} {one.name}：{error}没有生成交接包。") from error

    def _index(self, evidence: Sequence[Evidence]) -> list[IndexRow]:
        return [
            IndexRow(
                sha256=one.sha256,
                original_name=one.name,
                taken_at=one.taken_at,
                caption=f"{one.number} {one.caption}".strip(),
                links=" ".join(one.links),
            )
            for one in evidence
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A package that is proven to its end: chains by device, hashes of its photos."""

    info: BagInfo
    name: str
    digest: str
    journals: dict[str, list[bytes]]
    photos: frozenset[str]


@dataclass(slots=True)
class _Inbox:
    """The sink of one receive: everything aside until `finish`."""

    _packages: Packages
    _name: str
    _digest: Callable[[], str]
    """Of the package's file; only at the end does it say so."""
    _info: BagInfo | None = None
    _journals: dict[str, list[bytes]] = field(default_factory=dict)
    _staged: dict[str, Staged] = field(default_factory=dict)
    _photos: set[str] = field(default_factory=set)
    _merged: Merged | None = None
    _is_new: bool = True

    def room(self) -> int:
        return self._packages.room()

    def begin(self, info: BagInfo) -> None:
        self._info = info

    def journal(self, device: str, lines: Sequence[bytes]) -> None:
        self._journals.setdefault(device, []).extend(lines)

    def evidence(self, sha256: str, extension: str, data: bytes) -> None:  # noqa: ARG002
        self._photos.add(sha256)
        if sha256 not in self._staged and (staged := self._packages.stage(data, sha256)):
            self._staged[sha256] = staged

    def finish(self) -> None:
        if self._info is None:
            raise RuntimeError("finished before it began")
        digest = self._digest()
        self._is_new = not self._packages.knows(digest)
        arrival = Arrival(
            info=self._info,
            name=self._name,
            digest=digest,
            journals=self._journals,
            photos=frozenset(self._photos),
        )
        self._merged = self._packages.keep(arrival, self._staged)

    def abandon(self) -> None:
        self._packages.discard(list(self._staged.values()))

    def result(self) -> Received:
        if self._info is None or self._merged is None:
            raise RuntimeError("asked before the end")
        return Received(
            audit_id=RecordId(self._info.audit_id),
            sender=self._info.sender_name,
            lines=self._merged.taken,
            known=self._merged.known,
            photos=len(self._photos),
            held=tuple(self._merged.held),
            is_new=self._is_new,
        )
