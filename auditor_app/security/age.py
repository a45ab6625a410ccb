"""Encryption to recipients as streams: the age format (age-encryption.org/v1), read by `age -d`.

Only `encrypt_io` and `decrypt_io` are used: pyrage's other calls keep the GIL, so the screen would
freeze (345 ms for 100 MB, 2.5 s for one scrypt).
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import pyrage

from auditor_app.errors import AuditorError, Damaged, Invalid, PackageNotForUs

_MAGIC = b"age-encryption.org/v1\n"
_HEADER_END = b"\n--- "
_LONGEST_HEADER = 32 << 10
"""Bytes: about 300 recipients. pyrage needs 20 s for a header of 1 MB (quadratic)."""

_Parsed = TypeVar("_Parsed")


class Source(Protocol):
    """A binary file open for reading."""

    def read(self, size: int = -1, /) -> bytes: ...


class Drain(Protocol):
    """A binary file open for writing."""

    def write(self, data: bytes, /) -> int: ...


def generate_identity() -> str:
    """A new secret key, `AGE-SECRET-KEY-1…`."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """The public half, `age1…`, of a secret key."""
    return str(_identity(identity).to_public())


def encrypt_stream(reader: Source, writer: Drain, recipients: Sequence[str]) -> None:
    """Encrypt everything `reader` has; each of `recipients` (`age1…`) alone can decrypt it.

    Raises Invalid for a recipient that is none. What `reader` or `writer` raise is raised as is.
    """
    if not recipients:
        raise Invalid("没有指定收件人，内容没有加密，也没有写入。请至少选择一个收件人。")
    keys = [_recipient(text) for text in recipients]
    source, drain = _Source(reader), _Drain(writer)
    try:
        pyrage.encrypt_io(source, drain, keys)
    except (pyrage.EncryptError, OSError) as error:
        raise source.failure or drain.failure or error from error


def decrypt_stream(reader: Source, writer: Drain, identities: Sequence[str]) -> None:
    """Decrypt everything `reader` has with whichever of `identities` fits.

    age proves 64 KiB at a time: what `writer` took may count only once this returned. Raises
    Damaged (not age, cut short, altered) or PackageNotForUs (no key fits). What `reader` or
    `writer` raise is raised as is.
    """
    keys = [_identity(text) for text in identities]
    source, drain = _Source(reader), _Drain(writer)
    source.hold_header()
    try:
        pyrage.decrypt_io(source, drain, keys)
    except (pyrage.DecryptError, OSError) as error:
        raise source.failure or drain.failure or _sentence(str(error)) from error


def _sentence(reason: str) -> Damaged | PackageNotForUs:
    """What age said, as something the user can act on."""
    if "No matching keys" in reason:
        return PackageNotForUs(
            "这个加密文件不是发给本机的：没有一把密钥能打开它。没有改动任何内容；"
            "请让发件人把本机加为收件人后重新打包。"
        )
    if "truncated" in reason or "decryption error" in reason:
        return Damaged(
            "这个加密文件不完整或被改动过，解密在中途失败。没有采用其中任何内容；"
            "请重新复制或让发件人重新发送。"
        )
    return _not_age()


def _not_age() -> Damaged:
    return Damaged(
        "这不是本程序能读取的加密文件（age 格式），或者文件开头已损坏。没有改动任何内容；"
        "请检查是否选对了文件。"
    )


def _recipient(text: str) -> object:
    return _parsed(pyrage.x25519.Recipient.from_str, text, "收件人公钥")


def _identity(text: str) -> "pyrage.x25519.Identity":
    return _parsed(pyrage.x25519.Identity.from_str, text, "解密密钥")


def _parsed(parse: Callable[[str], _Parsed], text: str, what: str) -> _Parsed:
    try:
        return parse(text)
    except (pyrage.RecipientError, pyrage.IdentityError) as error:
        raise Invalid(f"{what}格式不正确，没有改动任何内容。请检查是否复制完整。") from error


class _Source:
    """Hands bytes to age and remembers what went wrong: age keeps only an error's text."""

    def __init__(self, reader: Source) -> None:
        self._reader = reader
        self._held = b""
        self.failure: OSError | AuditorError | None = None

    def hold_header(self) -> None:
        """Read ahead to the header's end, before age works on it."""
        while _HEADER_END not in self._held and len(self._held) < _LONGEST_HEADER:
            more = self._reader.read(_LONGEST_HEADER - len(self._held))
            if not more:
                break
            self._held += more
        if not self._held.startswith(_MAGIC) or _HEADER_END not in self._held:
            raise _not_age()

    def read(self, size: int = -1) -> bytes:
        if self._held:
            piece, self._held = self._held[:size], self._held[size:]
            return piece
        try:
            return self._reader.read(size)
        except (OSError, AuditorError) as error:
            self.failure = error
            raise


class _Drain:
    """Takes bytes from age and remembers what went wrong."""

    def __init__(self, writer: Drain) -> None:
        self._writer = writer
        self.failure: OSError | AuditorError | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._writer.write(data)
        except (OSError, AuditorError) as error:
            self.failure = error
            raise
