"""A device's signing key: seals over its journal, minisign signatures over its packages."""

import base64
import binascii
from hashlib import blake2b, sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from minisign import Error as MinisignError
from minisign import PublicKey, SecretKey, Signature

from auditor_app.errors import Invalid

_SEAL = b"auditor-seal-v1\n"
_DEVICE_DIGITS = 24
_KEY_ID_BYTES = 8
_KEY_BYTES = 32
_ED, _BLAKE2B, _NO_KDF = b"Ed", b"B2", bytes(2 + 32 + 8 + 8)


def device_id_of(public: bytes) -> str:
    """A device's name everywhere: the first 24 hex digits of SHA-256 of its public key."""
    return sha256(public).hexdigest()[:_DEVICE_DIGITS]


class SigningKey:
    """The private half of a device's Ed25519 key; it never leaves this object."""

    def __init__(self, seed: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self._seed = seed
        self.public = self._private.public_key().public_bytes_raw()
        """32 bytes."""

    @property
    def device_id(self) -> str:
        """Who signs, see `device_id_of`."""
        return device_id_of(self.public)

    def seal(self, head_hash: str) -> str:
        """Sign the head (hex) of this device's chain; base64."""
        return base64.b64encode(self._private.sign(_SEAL + head_hash.encode())).decode()

    def minisign(self, data: bytes, comment: str) -> str:
        """The text of a signature file; `comment` (one line, ASCII) is signed with the data."""
        signed = self._minisign_key().sign(
            data,
            prehash=True,  # the CLI calls the other kind legacy and refuses it with -H
            untrusted_comment=f"signature of device {self.device_id}",
            trusted_comment=comment,
        )
        return f"{bytes(signed).decode()}\n"

    def public_minisign(self) -> str:
        """The public key as `minisign -P` takes it: `RW…`, 56 characters."""
        return base64.b64encode(_ED + _key_id(self.public) + self.public).decode()

    def _minisign_key(self) -> SecretKey:
        # The library offers no way in for a seed but its file format.
        numbers = _key_id(self.public) + self._seed + self.public
        checksum = blake2b(_ED + numbers, digest_size=_KEY_BYTES).digest()
        body = _ED + _NO_KDF[:2] + _BLAKE2B + _NO_KDF[2:] + numbers + checksum
        return SecretKey.from_base64(base64.b64encode(body))


def verify_seal(public: bytes, head_hash: str, signature: str) -> bool:
    """Whether the device of `public` sealed this head; False for anything malformed."""
    try:
        raw = base64.b64decode(signature, validate=True)
        Ed25519PublicKey.from_public_bytes(public).verify(raw, _SEAL + head_hash.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def verify_minisign(public: str | bytes, data: bytes, signature: str) -> bool:
    """Whether `signature` (a signature file's text) is by `public` over `data`.

    `public` is the `RW…` text or the bare 32 bytes. Malformed or legacy signatures are False.
    """
    text = _public_text(public) if isinstance(public, bytes) else public
    try:
        parsed = Signature.from_bytes(signature.encode())
        PublicKey.from_base64(text).verify(data, parsed)
    except (MinisignError, ValueError):
        return False
    return bool(parsed.is_prehashed())


def public_of_minisign(text: str) -> bytes:
    """The bare 32 bytes in an `RW…` text, whatever key id it bears; else Invalid."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise _no_key() from error
    if not raw.startswith(_ED) or len(raw) != len(_ED) + _KEY_ID_BYTES + _KEY_BYTES:
        raise _no_key()
    return raw[-_KEY_BYTES:]


def _no_key() -> Invalid:
    return Invalid("签名公钥格式不正确，没有改动任何内容。请检查是否复制完整（以 RW 开头）。")


def _public_text(public: bytes) -> str:
    return base64.b64encode(_ED + _key_id(public) + public).decode()


def _key_id(public: bytes) -> bytes:
    return sha256(public).digest()[:_KEY_ID_BYTES]
