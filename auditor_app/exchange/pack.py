"""Writing a package in one pass: hash, archive, encrypt, read back, then give it its name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from auditor_app.errors import AuditorError, Damaged, Invalid, PackageInvalid
from auditor_app.exchange import ustar
from auditor_app.exchange.crypto import Crypto
from auditor_app.exchange.guide import IndexRow, write_guide, write_index
from auditor_app.exchange.layout import (
    BAG_INFO,
    BAGIT,
    GUIDE,
    INDEX,
    MANIFEST,
    MOST_MEMBERS,
    SIGNATURE,
    TAG_MANIFEST,
    MemberName,
    evidence_name,
    journal_name,
    largest,
)
from auditor_app.exchange.manifest import BAGIT_TEXT, BagInfo, write_bag_info, write_manifest
from auditor_app.exchange.unpack import peek
from auditor_app.files import CHUNK, Part, fsync_dir, part_of, translated

_FLOW = 8 << 20
"""Bytes after which the disk may begin to write."""


class SourceChanged(AuditorError):
    """What was to be packed is no longer what the journal says; no package was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalSource:
    """The lines of one device, each ended by a line feed, with their total size and SHA-256."""

    size: int
    sha256: str
    chunks: Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSource:
    """One photo: `load` returns its original bytes, `title` names it to the user."""

    sha256: str
    size: int
    extension: str
    title: str
    load: Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """What is to be sent; fields as in BagInfo. Our own recipient is added when it is missing."""

    audit_id: str
    sender_device: str
    sender_name: str
    sender_key: str
    recipients: Sequence[str]
    number: int
    part: tuple[int, int]
    have: Mapping[str, int]
    journals: Mapping[str, JournalSource]
    evidence: Sequence[EvidenceSource]
    index: Sequence[IndexRow]
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A finished package: size and SHA-256 of the encrypted file, number of files inside."""

    path: Path
    size: int
    sha256: str
    members: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """A payload file before it is written: `title` as the user knows it."""

    name: MemberName
    size: int
    sha256: str
    title: str
    chunks: Callable[[], Iterable[bytes]]
    is_whole: bool
    """Whether one chunk holds everything, so that it can be checked before it is written."""


def pack(outgoing: Outgoing, *, crypto: Crypto, out: Path) -> Packed:
    """Write the package to `out`; it stands there whole, read back and durable, or not at all.

    SourceChanged names the photo or journal whose bytes don't match their hash. Memory: the
    largest photo and a few MB.
    """
    info, payload = _contents(outgoing, own=crypto.recipients[0])
    tags = _tags(info, payload, crypto)
    archive = _Archive(_pieces(info, tags, payload))
    with Part(part_of(out)) as part:
        with translated(out):
            drain = _HashingDrain(part)
            crypto.encrypt_stream(archive, drain, info.recipients)
        part.seal()
        _read_back(part.path, drain, crypto)
        part.publish(out)
    fsync_dir(out.parent)
    return Packed(
        path=out, size=drain.size, sha256=drain.hexdigest(), members=len(tags) + len(payload)
    )


def _read_back(path: Path, written: "_HashingDrain", crypto: Crypto) -> None:
    """What lies on the disk must be what was encrypted, and we must be able to open it.

    Decrypting all of it again would prove little more and double the time: every payload byte was
    held against its hash on the way in, and age made the rest.
    """
    try:
        peek(path, crypto=crypto)
    except PackageInvalid as error:
        raise _unreadable(str(error)) from error
    if not written.lies_in(path):
        raise _unreadable("磁盘上的内容与写入的不同")


def _unreadable(reason: str) -> Damaged:
    return Damaged(
        f"写出的交接包回读核验失败（{reason}）。文件已删除；请换一个位置或磁盘重新打包。"
    )


def _contents(outgoing: Outgoing, *, own: str) -> tuple[BagInfo, list[_Member]]:
    """The signed description and the payload in the order in which it is written."""
    recipients = dict.fromkeys((*outgoing.recipients, own))
    info = BagInfo(
        audit_id=outgoing.audit_id,
        sender_device=outgoing.sender_device,
        sender_name=outgoing.sender_name,
        sender_key=outgoing.sender_key,
        recipients=tuple(recipients),
        number=outgoing.number,
        part=outgoing.part,
        have=outgoing.have,
        made_at=outgoing.made_at,
        octets=0,
        streams=0,
    )
    payload = [
        *(_journal(device, source) for device, source in sorted(outgoing.journals.items())),
        _text(INDEX, write_index(outgoing.index)),
        _text(GUIDE, write_guide(info)),
        *map(_evidence, outgoing.evidence),
    ]
    _check_limits(payload)
    octets = sum(member.size for member in payload)
    return replace(info, octets=octets, streams=len(payload)), payload


def _check_limits(payload: Sequence[_Member]) -> None:
    if len({member.name for member in payload}) != len(payload):
        raise Invalid("同一份照片证据列出了两次，交接包没有生成。请去掉重复的一份后再打包。")
    if len(payload) > MOST_MEMBERS:
        raise Invalid(f"文件超过 {MOST_MEMBERS} 个，交接包没有生成。请分成几个包发送。")
    for member in payload:
        if member.size > largest(member.name):
            raise Invalid(f"“{member.title}”过大，交接包没有生成。请截取需要的部分后再打包。")


def _journal(device: str, source: JournalSource) -> _Member:
    return _Member(
        name=journal_name(device),
        size=source.size,
        sha256=source.sha256,
        title=f"设备 {device} 的记录",
        chunks=source.chunks,
        is_whole=False,
    )


def _evidence(source: EvidenceSource) -> _Member:
    return _Member(
        name=evidence_name(source.sha256, source.extension),
        size=source.size,
        sha256=source.sha256,
        title=source.title,
        chunks=lambda: (source.load(),),
        is_whole=True,
    )


def _text(name: MemberName, data: bytes) -> _Member:
    return _Member(
        name=name,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        title=name,
        chunks=lambda: (data,),
        is_whole=True,
    )


def _tags(info: BagInfo, payload: Sequence[_Member], crypto: Crypto) -> dict[MemberName, bytes]:
    """The five tag files, in the order in which they are written."""
    signed = {
        BAGIT: BAGIT_TEXT,
        BAG_INFO: write_bag_info(info),
        MANIFEST: write_manifest((member.name, member.sha256) for member in payload),
    }
    hashes = write_manifest((name, sha256(data).hexdigest()) for name, data in signed.items())
    signature = crypto.sign(hashes, f"auditor package {info.name}").encode()
    return {**signed, TAG_MANIFEST: hashes, SIGNATURE: signature}


def _pieces(
    info: BagInfo, tags: Mapping[MemberName, bytes], payload: Iterable[_Member]
) -> Iterator[bytes]:
    """The archive, as it is read by the encryption."""
    modified = int(info.made_at.timestamp())
    for name, data in tags.items():
        yield ustar.header(f"{info.name}/{name}", len(data), modified)
        yield data
        yield ustar.padding(len(data))
    for member in payload:
        yield ustar.header(f"{info.name}/{member.name}", member.size, modified)
        yield from _checked(member)
        yield ustar.padding(member.size)
    yield ustar.END


def _checked(member: _Member) -> Iterator[bytes]:
    """The bytes of a member; SourceChanged unless they are what the manifest says."""
    digest, size = sha256(), 0
    for chunk in member.chunks():
        digest.update(chunk)
        size += len(chunk)
        if size > member.size or (member.is_whole and digest.hexdigest() != member.sha256):
            raise _changed(member)
        yield chunk
    if size != member.size or digest.hexdigest() != member.sha256:
        raise _changed(member)


def _changed(member: _Member) -> SourceChanged:
    return SourceChanged(
        f"“{member.title}”的内容与登记时的指纹不一致，交接包没有生成。其他内容不受影响；"
        "请从备份或其他设备取回原件后重新打包。"
    )


class _Archive:
    """A file to read the archive from, a few KB at a time."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = memoryview(b"")

    def read(self, size: int = -1, /) -> bytes:
        while not self._piece:
            # Let go of a photo before the next one is loaded.
            self._piece = memoryview(b"")
            try:
                self._piece = memoryview(next(self._pieces))
            except StopIteration:
                return b""
        cut = len(self._piece) if size < 0 else size
        taken, self._piece = self._piece[:cut], self._piece[cut:]
        return bytes(taken)


class _HashingDrain:
    """Writes on, and notes what a receiver can compare.

    A CRC is enough to find what a disk did, and costs a third of another SHA-256.
    """

    def __init__(self, part: Part) -> None:
        self._part = part
        self._digest = sha256()
        self._crc = 0
        self._waiting = 0
        self.size = 0

    def write(self, data: bytes, /) -> int:
        self._digest.update(data)
        self._crc = crc32(data, self._crc)
        self.size += len(data)
        self._waiting += len(data)
        written = self._part.file.write(data)
        if self._waiting >= _FLOW:
            self._waiting = 0
            self._part.flow()
        return written

    def hexdigest(self) -> str:
        return self._digest.hexdigest()

    def lies_in(self, path: Path) -> bool:
        """Whether this file holds what was written, by size and CRC-32."""
        crc, size = 0, 0
        with translated(path), path.open("rb") as file:
            while chunk := file.read(CHUNK):
                crc = crc32(chunk, crc)
                size += len(chunk)
        return (crc, size) == (self._crc, self.size)
