"""What the package format needs of this device: its keys, and whom it trusts."""

from collections.abc import Callable, Sequence

from auditor_app.exchange.crypto import Drain, Source
from auditor_app.security.age import decrypt_stream, encrypt_stream, recipient_of
from auditor_app.security.seal import (
    SigningKey,
    device_id_of,
    public_of_minisign,
    verify_minisign,
)


class Envelope:
    """`exchange.crypto.Crypto` over this device's keys."""

    def __init__(
        self, key: SigningKey | None, identity: str, trusts: Callable[[str], bool]
    ) -> None:
        self._key = key
        self._identity = identity
        self._trusts = trusts

    @property
    def recipients(self) -> Sequence[str]:
        """Recipients whose packages we can decrypt; the first is this device."""
        return (recipient_of(self._identity),)

    def encrypt_stream(self, reader: Source, writer: Drain, recipients: Sequence[str]) -> None:
        """Encrypt all of `reader`."""
        encrypt_stream(reader, writer, recipients)

    def decrypt_stream(self, reader: Source, writer: Drain) -> None:
        """Decrypt all of `reader` with our key."""
        decrypt_stream(reader, writer, [self._identity])

    def sign(self, data: bytes, comment: str) -> str:
        """A signature file's text; only an unlocked vault can sign."""
        if self._key is None:
            raise RuntimeError("this envelope only reads")
        return self._key.minisign(data, comment)

    def verify(self, sender_key: str, data: bytes, signature: str) -> bool:
        """Whether the signature is by this key over these bytes."""
        return verify_minisign(sender_key, data, signature)

    def device_of(self, sender_key: str) -> str:
        """The device id of a public key. Raises Invalid."""
        return device_id_of(public_of_minisign(sender_key))

    def trusts(self, sender_key: str) -> bool:
        """Whether packages by this key may be received here."""
        return self._trusts(sender_key)
