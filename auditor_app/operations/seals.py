"""Sealing the journal: the device vouches for its own chains."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from auditor_app.storage.database import Database
from auditor_app.storage.journal import Line


@dataclass(frozen=True, slots=True)
class Sealer:
    """What sealing needs of the device's key, bound by the vault.

    `sign` takes a head hash and returns a base64 signature; `verify` takes public key text, head
    hash and signature; `device_of` names the device a public key belongs to, or "" for no key.
    """

    public: str
    sign: Callable[[str], str]
    verify: Callable[[str, str, str], bool]
    device_of: Callable[[str], str]


class Seals:
    """Seals of this device's chains, and the judging of others'."""

    def __init__(self, database: Database, sealer: Sealer) -> None:
        self._database = database
        self._sealer = sealer

    def seal(self, audit_id: str) -> str:
        """Seal this device's chain of an audit if something stands unsealed; its head hash."""
        device = self._database.author.device
        tip = self._database.tip(audit_id, device)
        if not tip.seq or self._is_sealed(audit_id, device):
            return tip.hash
        with self._database.writing() as writer:
            writer.seal(audit_id, key=self._sealer.public, signature=self._sealer.sign(tip.hash))
        return self._database.tip(audit_id, device).hash

    def seal_all(self) -> None:
        """Seal every chain of this device: at closing, so that nothing stays unproven."""
        device = self._database.author.device
        sql = "SELECT audit FROM tip WHERE dev = ? AND NOT is_sealed"
        for (audit,) in self._database.query(sql, device):
            self.seal(audit)

    def is_sealed(self, line: Line) -> bool:
        """Whether a seal line is good: its key is the chain's device and signed the line before."""
        value = line.ops[0].value if line.is_seal else None
        match value:
            case {"key": str(key), "sig": str(signature)}:
                return self._sealer.device_of(key) == line.dev and self._sealer.verify(
                    key, line.prev, signature
                )
        return False

    def head(self, audit_id: str) -> str:
        """One hash over the heads of all chains of an audit: what is printed and signed on paper.

        SHA-256 over the lines `device:seq:hash`, sorted, joined by line feeds.
        """
        return sha256("\n".join(self.heads(audit_id)).encode()).hexdigest()

    def heads(self, audit_id: str) -> tuple[str, ...]:
        """`device:seq:hash` of every chain of an audit, sorted."""
        sql = "SELECT dev, seq, hash FROM tip WHERE audit = ? ORDER BY dev"
        return tuple(f"{dev}:{seq}:{one}" for dev, seq, one in self._database.query(sql, audit_id))

    def _is_sealed(self, audit_id: str, device: str) -> bool:
        sql = "SELECT is_sealed FROM tip WHERE audit = ? AND dev = ?"
        return bool(self._database.query(sql, audit_id, device)[0][0])
