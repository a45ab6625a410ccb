"""This device's keys, and the devices it trusts."""

from dataclasses import dataclass, replace

from auditor_app.domain import TeamMember, TrustedDevice, id_for
from auditor_app.errors import Invalid, NotFound
from auditor_app.operations.seals import Sealer
from auditor_app.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who works here: what others need to encrypt to this device and to check its signature."""

    name: str
    role: str
    device_id: str
    public_key: str
    recipient: str


class Devices:
    """Identity and trust."""

    def __init__(self, database: Database, sealer: Sealer, recipient: str) -> None:
        self._database = database
        self._sealer = sealer
        self._recipient = recipient

    def me(self) -> Identity:
        """The keys of this vault's device; nothing in it is secret."""
        return Identity(
            name=self._database.meta("name"),
            role=self._database.meta("role"),
            device_id=self._database.author.device,
            public_key=self._sealer.public,
            recipient=self._recipient,
        )

    def trust(self, public_key: str, name: str, recipient: str = "") -> TrustedDevice:
        """Accept packages and seals of a device from now on."""
        device_id = self._sealer.device_of(public_key)
        if not device_id:
            raise Invalid("这不是有效的签名公钥（应以 RW 开头）。没有保存；请向对方重新索取。")
        if not name.strip():
            raise Invalid("请写明这把公钥属于谁。没有保存。")
        record = TrustedDevice(
            id=id_for("device", device_id),
            name=name.strip(),
            device_id=device_id,
            public_key=public_key.strip(),
            recipient=recipient.strip(),
        )
        known = self._database.find(TrustedDevice, record.id)
        with self._database.writing() as writer:
            return writer.put(
                replace(record, made_at=known.made_at) if known else record, seen=known
            )

    def revoke(self, device_id: str) -> TrustedDevice:
        """Trust a device no longer. Raises NotFound."""
        known = self._database.find(TrustedDevice, id_for("device", device_id))
        if known is None:
            raise NotFound("没有登记过这台设备。没有改动任何数据。")
        with self._database.writing() as writer:
            return writer.put(replace(known, revoked_at=self._database.clock()), seen=known)

    def trusted(self) -> list[TrustedDevice]:
        """Every device ever trusted, the revoked ones too."""
        return self._database.where(TrustedDevice)

    def is_trusted(self, public_key: str) -> bool:
        """Whether a package signed by this key is accepted here."""
        device_id = self._sealer.device_of(public_key)
        return bool(device_id) and device_id in self.known_ids("")

    def known_ids(self, audit_id: str) -> frozenset[str]:
        """Devices whose chains count: trusted ones, this one, those of the audit's team.

        With an empty `audit_id` the teams of all audits count.
        """
        ids = {one.device_id for one in self.trusted() if one.revoked_at is None}
        ids.add(self._database.author.device)
        members = self._database.where(TeamMember, "? IN ('', audit_id)", audit_id)
        revoked = {one.device_id for one in self.trusted() if one.revoked_at is not None}
        ids |= {member.device_id for member in members if member.device_id} - revoked
        return frozenset(ids)
