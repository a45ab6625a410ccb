"""What packages need from keys: passed in, so that exchange knows no cryptography."""

from collections.abc import Sequence
from typing import Protocol


class Source(Protocol):
    """A binary file open for reading."""

    def read(self, size: int = -1, /) -> bytes: ...


class Drain(Protocol):
    """A binary file open for writing."""

    def write(self, data: bytes, /) -> int: ...


class Crypto(Protocol):
    """This device's keys, and what it knows about the keys of others.

    Errors raised by a Source or Drain must come out of the stream verbs as they are.
    """

    @property
    def recipients(self) -> Sequence[str]:
        """Recipients (`age1…`) whose packages we can decrypt; the first is this device."""
        ...

    def encrypt_stream(self, reader: Source, writer: Drain, recipients: Sequence[str]) -> None:
        """Encrypt all of `reader`, so that each recipient alone can decrypt."""
        ...

    def decrypt_stream(self, reader: Source, writer: Drain) -> None:
        """Decrypt all of `reader` with our keys; Damaged or PackageNotForUs."""
        ...

    def sign(self, data: bytes, comment: str) -> str:
        """A minisign signature file's text over `data`; `comment` is signed too (ASCII)."""
        ...

    def verify(self, sender_key: str, data: bytes, signature: str) -> bool:
        """Whether `signature` is by the minisign public key `sender_key` over `data`."""
        ...

    def device_of(self, sender_key: str) -> str:
        """The device id that belongs to a minisign public key; Invalid when it is none."""
        ...

    def trusts(self, sender_key: str) -> bool:
        """Whether packages by this key may be received: known and not revoked."""
        ...
