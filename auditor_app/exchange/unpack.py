"""Reading a package as a stream: everything is proven before anything counts.

The order of proof: tag files, signature, trust, room, then each payload file against its hash. age
proves its stream only at the very end, so nothing may be kept before `Sink.finish`.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from auditor_app.errors import (
    Damaged,
    Invalid,
    NotEnoughRoom,
    PackageInvalid,
    PackageNotForUs,
    PackageUntrusted,
)
from auditor_app.exchange.crypto import Crypto, Source
from auditor_app.exchange.layout import (
    BAG_INFO,
    BAGIT,
    FOLDERS,
    LARGEST_TAG,
    MANIFEST,
    SIGNATURE,
    SIGNED_TAGS,
    TAG_MANIFEST,
    MemberName,
    invalid,
    payload_name,
    shown,
)
from auditor_app.exchange.manifest import (
    BagInfo,
    check_bagit,
    read_bag_info,
    read_manifest,
    read_tag_manifest,
)
from auditor_app.exchange.payload import Member, Opened, Payload, Sink
from auditor_app.exchange.ustar import Reader
from auditor_app.files import CHUNK, translated

Watch = Callable[[bytes], object]
"""Sees the bytes of a file as they are read."""


def inspect(path: Path, *, crypto: Crypto) -> Opened:
    """Prove a package without keeping anything; an unknown signer is reported, not refused."""
    return _read(path, _Bag(crypto, _Nowhere(), must_trust=False))


def peek(path: Path, *, crypto: Crypto) -> BagInfo:
    """What the tag files say, proven by their signature; the payload is neither read nor proven."""
    head = _Head()
    with suppress(_Enough):
        _read(path, _Bag(crypto, head, must_trust=False))
    return head.seen[0]


def receive(path: Path, *, crypto: Crypto, sink: Sink, watch: Watch | None = None) -> Opened:
    """Hand a proven package to `sink`, or nothing at all.

    `watch` sees every byte of the file, in order and once, before `sink.finish`. Raises
    PackageInvalid, PackageNotForUs, PackageUntrusted, NotEnoughRoom, NewerVersion, and what the
    sink raises.
    """
    try:
        opened = _read(path, _Bag(crypto, sink, must_trust=True), watch)
        sink.finish()
    except BaseException:
        sink.abandon()
        raise
    return opened


def _read(path: Path, bag: "_Bag", watch: Watch | None = None) -> Opened:
    archive = Reader(bag)
    try:
        with translated(path), path.open("rb", buffering=CHUNK) as file:
            source = _Watched(file, watch) if watch else file
            bag.crypto.decrypt_stream(source, archive)
    except Damaged as error:
        raise PackageInvalid(str(error)) from error
    archive.close()
    return bag.close()


class _Watched:
    """A file whose bytes somebody else sees, too."""

    def __init__(self, file: Source, watch: Watch) -> None:
        self._file = file
        self._watch = watch

    def read(self, size: int = -1, /) -> bytes:
        data = self._file.read(size)
        self._watch(data)
        return data


class _Bag:
    """Takes the members of the archive and knows which may come next."""

    def __init__(self, crypto: Crypto, sink: Sink, *, must_trust: bool) -> None:
        self.crypto = crypto
        self._gate = _Gate(crypto, sink, must_trust=must_trust)
        self._sink = sink
        self._tags: dict[MemberName, bytes] = {}
        self._root = ""
        self._folders: set[str] = set()
        self._payload: Payload | None = None
        self._file: Member | None = None

    def folder(self, name: str) -> None:
        root, _, rest = name.partition("/")
        self._check_root(root)
        if (rest and rest not in FOLDERS) or name in self._folders:
            raise invalid(f"文件夹 {shown(name)} 不合规定")
        self._folders.add(name)

    def begin(self, name: str, size: int) -> None:
        root, _, rest = name.partition("/")
        self._check_root(root)
        tag = MemberName(rest)
        if tag in LARGEST_TAG:
            self._file = self._begin_tag(tag, size)
        else:
            self._file = self._admitted().begin(payload_name(rest), size)

    def data(self, piece: memoryview) -> None:
        if self._file:
            self._file.data(piece)

    def end(self) -> None:
        file, self._file = self._file, None
        if file:
            file.end()

    def close(self) -> Opened:
        """After the last byte: everything that was promised must have come."""
        return self._admitted().close()

    def _check_root(self, root: str) -> None:
        self._root = self._root or root
        if root != self._root:
            raise invalid("归档含有一个以上的根文件夹")

    def _begin_tag(self, name: MemberName, size: int) -> Member:
        if self._payload or name in self._tags:
            raise invalid(f"标签文件 {name} 重复，或排在内容之后")
        if size > LARGEST_TAG[name]:
            raise invalid(f"标签文件 {name} 过大")
        return _Tag(name, self._tags)

    def _admitted(self) -> Payload:
        """The payload, once the tag files have proven who sends it."""
        if not self._payload:
            if len(self._tags) != len(LARGEST_TAG):
                missing = "、".join(name for name in LARGEST_TAG if name not in self._tags)
                raise invalid(f"内容之前缺少标签文件：{missing}")
            info, hashes, is_trusted = self._gate.admit(self._tags, self._root)
            self._payload = Payload(info, hashes, self._sink, is_trusted=is_trusted)
        return self._payload


class _Gate:
    """Decides on the five tag files whether the payload may be read."""

    def __init__(self, crypto: Crypto, sink: Sink, *, must_trust: bool) -> None:
        self._crypto = crypto
        self._sink = sink
        self._must_trust = must_trust

    def admit(
        self, tags: dict[MemberName, bytes], root: str
    ) -> tuple[BagInfo, dict[MemberName, str], bool]:
        """Who sends what, the hash of every payload file, whether the signer is trusted."""
        info = read_bag_info(tags[BAG_INFO])
        self._check_signature(info, tags)
        is_trusted = self._crypto.trusts(info.sender_key)
        if self._must_trust and not is_trusted:
            raise PackageUntrusted(
                f"交接包由不受信任的设备 {info.sender_device} 签名。没有写入任何数据；"
                "请向发件人核对设备公钥，或请办公室更新审核组名单后再接收。"
            )
        check_bagit(tags[BAGIT])
        hashes = read_manifest(tags[MANIFEST])
        if len(hashes) != info.streams:
            raise invalid("清单的文件数与 Payload-Oxum 不符")
        self._check_address(info, root)
        self._check_room(info)
        self._sink.begin(info)
        return info, hashes, is_trusted

    def _check_signature(self, info: BagInfo, tags: dict[MemberName, bytes]) -> None:
        """The signature covers the tag manifest, which covers the other tag files."""
        try:
            signature = tags[SIGNATURE].decode("ascii")
        except UnicodeDecodeError as error:
            raise invalid("签名文件不合格式") from error
        if not self._crypto.verify(info.sender_key, tags[TAG_MANIFEST], signature):
            raise invalid("签名与发件人的公钥或内容不符，包可能被改动过")
        listed = read_tag_manifest(tags[TAG_MANIFEST])
        for name in SIGNED_TAGS:
            if sha256(tags[name]).hexdigest() != listed[name]:
                raise invalid(f"{name} 在签名之后被改动过")
        if self._device_of(info.sender_key) != info.sender_device:
            raise invalid("发件设备编号与其公钥不符")

    def _device_of(self, sender_key: str) -> str:
        try:
            return self._crypto.device_of(sender_key)
        except Invalid as error:
            raise invalid("发件人的公钥不合格式") from error

    def _check_address(self, info: BagInfo, root: str) -> None:
        """Signed for us, too: else someone decrypted it and encrypted it again to us."""
        if not set(info.recipients) & set(self._crypto.recipients):
            raise PackageNotForUs(
                "这个交接包能解密，但发件人签名的收件人中没有本机，可能由他人转加密而来。"
                "没有写入任何数据；请让发件人直接发给本机。"
            )
        if root != info.name:
            raise invalid("根文件夹名称与签名内容不符")

    def _check_room(self, info: BagInfo) -> None:
        room = self._sink.room()
        if info.octets > room:
            raise NotEnoughRoom(
                f"磁盘空间不足：交接包内容需要 {_megabytes(info.octets)} MB，"
                f"可用 {_megabytes(room)} MB。没有写入任何数据；请腾出空间后重新接收。"
            )


class _Tag:
    """A tag file, small enough to be kept whole."""

    def __init__(self, name: MemberName, tags: dict[MemberName, bytes]) -> None:
        self._name = name
        self._tags = tags
        self._buffer = BytesIO()

    def data(self, piece: memoryview) -> None:
        self._buffer.write(piece)

    def end(self) -> None:
        self._tags[self._name] = self._buffer.getvalue()


class _Nowhere:
    """A sink that keeps nothing and has room for everything."""

    def room(self) -> int:
        return 1 << 62

    def begin(self, info: BagInfo) -> None: ...

    def journal(self, device: str, lines: Sequence[bytes]) -> None: ...

    def evidence(self, sha256: str, extension: str, data: bytes) -> None: ...

    def finish(self) -> None: ...

    def abandon(self) -> None: ...


class _Enough(Exception):
    """The tag files are proven: nothing more is wanted."""


class _Head(_Nowhere):
    """A sink that ends the reading before the payload."""

    def __init__(self) -> None:
        self.seen: list[BagInfo] = []

    def begin(self, info: BagInfo) -> None:
        self.seen.append(info)
        raise _Enough


def _megabytes(octets: int) -> int:
    return -(-octets // 1_000_000)
