"""The payload of a package, held against what its tag files promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Protocol

from auditor_app.exchange.layout import (
    LARGEST_TAG,
    LONGEST_LINE,
    MemberName,
    device_in,
    evidence_in,
    invalid,
    largest,
    shown,
)
from auditor_app.exchange.manifest import BagInfo

_LARGEST_BATCH = 1 << 20


class Sink(Protocol):
    """Who keeps what arrives. Nothing may count before `finish`; `abandon` undoes everything.

    Whatever a verb raises ends the reading, calls `abandon` and comes out as it is, but Damaged
    as PackageInvalid.
    """

    def room(self) -> int:
        """Free bytes where the payload would go."""
        ...

    def begin(self, info: BagInfo) -> None:
        """The sender is proven and trusted; no payload byte was read yet."""
        ...

    def journal(self, device: str, lines: Sequence[bytes]) -> None:
        """The next whole lines of a device, without line feeds: about 1 MB at a time.

        Their hash is proven only when the file ends, that is, latest at `finish`.
        """
        ...

    def evidence(self, sha256: str, extension: str, data: bytes) -> None:
        """One photo whose hash is proven."""
        ...

    def finish(self) -> None:
        """Everything was there and proven: keep it."""
        ...

    def abandon(self) -> None:
        """Something was wrong: leave no trace. May come without `begin`, or after `finish`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a proven package held: files in all, lines and photos among them.

    `is_trusted`: whether this device trusts the key that signed it.
    """

    info: BagInfo
    members: int
    journals: int
    lines: int
    evidence: int
    is_trusted: bool


class Member(Protocol):
    """The member that is being read."""

    def data(self, piece: memoryview) -> None: ...

    def end(self) -> None: ...


class Payload:
    """Holds what comes against what was promised."""

    def __init__(
        self, info: BagInfo, hashes: dict[MemberName, str], sink: Sink, *, is_trusted: bool
    ) -> None:
        self._info = info
        self._left = dict(hashes)
        self._sink = sink
        self._is_trusted = is_trusted
        self._octets = 0
        self._journals: list[_Journal] = []
        self._evidence = 0

    def begin(self, name: MemberName, size: int) -> Member:
        if name not in self._left:
            raise invalid(f"{shown(name)} 不在清单中，或出现了两次")
        if size > largest(name):
            raise invalid(f"{shown(name)} 过大")
        self._octets += size
        if self._octets > self._info.octets:
            raise invalid("内容比 Payload-Oxum 声明的多")
        return self._file(name, self._left.pop(name))

    def close(self) -> Opened:
        if self._left:
            raise invalid(
                f"缺少清单中的 {len(self._left)} 个文件，如 {shown(next(iter(self._left)))}"
            )
        if self._octets != self._info.octets:
            raise invalid("内容比 Payload-Oxum 声明的少")
        return Opened(
            info=self._info,
            members=self._info.streams + len(LARGEST_TAG),
            journals=len(self._journals),
            lines=sum(journal.count for journal in self._journals),
            evidence=self._evidence,
            is_trusted=self._is_trusted,
        )

    def _file(self, name: MemberName, digest: str) -> Member:
        device, evidence = device_in(name), evidence_in(name)
        if device:
            journal = _Journal(name, digest, device, self._sink)
            self._journals.append(journal)
            return journal
        if evidence:
            self._evidence += 1
            return _Evidence(name, digest, evidence[1], self._sink)
        return _Hashed(name, digest)


class _Hashed:
    """A payload file of which only the hash matters here."""

    def __init__(self, name: MemberName, digest: str) -> None:
        self._name = name
        self._promised = digest
        self._digest = sha256()

    def data(self, piece: memoryview) -> None:
        self._digest.update(piece)

    def end(self) -> None:
        if self._digest.hexdigest() != self._promised:
            raise invalid(f"{shown(self._name)} 的内容与清单中的指纹不符")


class _Evidence(_Hashed):
    """A photo: handed on once its hash is proven."""

    def __init__(self, name: MemberName, digest: str, extension: str, sink: Sink) -> None:
        super().__init__(name, digest)
        self._extension = extension
        self._sink = sink
        self._buffer = BytesIO()

    def data(self, piece: memoryview) -> None:
        super().data(piece)
        self._buffer.write(piece)

    def end(self) -> None:
        super().end()
        self._sink.evidence(self._promised, self._extension, self._buffer.getvalue())


class _Journal(_Hashed):
    """The lines of a device: handed on in batches as they come."""

    def __init__(self, name: MemberName, digest: str, device: str, sink: Sink) -> None:
        super().__init__(name, digest)
        self._device = device
        self._sink = sink
        self._rest = bytearray()
        self._enough = _LARGEST_BATCH
        self.count = 0

    def data(self, piece: memoryview) -> None:
        super().data(piece)
        self._rest += piece
        if len(self._rest) >= self._enough:
            self._hand_on()

    def end(self) -> None:
        super().end()
        self._hand_on()
        if self._rest:
            raise invalid(f"{shown(self._name)} 的最后一行不完整")

    def _hand_on(self) -> None:
        """Hand on whole lines; wait for as much again before looking for the end of a long one."""
        whole, _, rest = bytes(self._rest).rpartition(b"\n")
        lines = whole.split(b"\n") if len(rest) < len(self._rest) else []
        if max(map(len, (*lines, rest))) > LONGEST_LINE:
            raise invalid(f"{shown(self._name)} 中有一行过长")
        if lines:
            self._sink.journal(self._device, lines)
        self.count += len(lines)
        self._rest = bytearray(rest)
        self._enough = len(rest) + _LARGEST_BATCH
