"""What the machine dies in: an edit, a photo intake, a pack, a receive; and what must hold then."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from auditor_app.domain import Answer, Audit, Evidence, TeamMember, TeamRole, Verdict
from auditor_app.errors import AuditorError
from auditor_app.operations.evidence import Origin
from auditor_app.vault import Vault, open_vault
from tests.core.builders import PASSPHRASE, a_photo, a_vault, an_audit
from tests.crash.traced import Tell

VAULT = "vault"
PACKAGE = "package.age"
PHOTOS = {
    "许可证.jpg": a_photo("red"),
    "冲床.jpg": a_photo("blue", (900, 700)),
    "通道.jpg": a_photo("green"),
}
COLORS = ("navy", "olive", "teal")


@dataclass(slots=True)
class Findings:
    """What a judge found after a crash: work that was acknowledged and is gone, and damage."""

    lost: list[str]
    broken: list[str]


class Scenario(ABC):
    """One thing an auditor does, ready to be struck at any call."""

    name: str

    @abstractmethod
    def prepare(self, folder: Path) -> None:
        """Make everything `act` starts from; the vault lies in `folder / VAULT`."""

    @abstractmethod
    def steps(self, vault: Vault, folder: Path, tell: Tell) -> None:
        """Do it, and tell what is kept as soon as the program says so."""

    @abstractmethod
    def lost(self, vault: Vault, folder: Path, told: list[str]) -> Iterator[str]:
        """What was told and is not there."""

    @abstractmethod
    def broken(self, vault: Vault, folder: Path, *, is_done: bool) -> Iterator[str]:
        """What is neither as before nor as after; once `is_done` only after will do."""

    def act(self, folder: Path, tell: Tell) -> None:
        """Open the vault, do it, close; a refusal is told, and tried once more."""
        for _ in range(2):
            try:
                with opened(folder) as vault:
                    _twice(lambda: self.steps(vault, folder, tell), tell)
            except AuditorError as error:
                tell("refused", type(error).__name__)
            else:
                return

    def judge(self, folder: Path, told: list[str]) -> Findings:
        """Start again as the auditor would, look at everything, then do it to the end."""
        found = Findings([], [])
        try:
            with opened(folder) as vault:
                found.broken += _damage(vault, folder / VAULT)
                found.lost += self.lost(vault, folder, told)
                found.broken += self.broken(vault, folder, is_done=False)
                self.steps(vault, folder, _nobody)
                found.broken += self.broken(vault, folder, is_done=True)
                found.lost += self.lost(vault, folder, told)
            with opened(folder) as vault:
                found.broken += _damage(vault, folder)
        except AuditorError as error:
            found.broken.append(f"{type(error).__name__}: {error}")
        return found


class Edit(Scenario):
    """Three edits of one audit and one answer to its checklist."""

    name = "edit"

    def prepare(self, folder: Path) -> None:
        vault = a_vault(folder / VAULT)
        an_audit(vault)
        vault.close()

    def steps(self, vault: Vault, folder: Path, tell: Tell) -> None:
        for number in range(3):
            scope = f"第 {number} 版 精密零件"
            save_scope(vault, scope)
            tell("edit", scope)
        save_answer(vault, "抽查五份")
        tell("edit", "抽查五份")

    def lost(self, vault: Vault, folder: Path, told: list[str]) -> Iterator[str]:
        audit = vault.audits.all()[0]
        records: list[Audit | Answer] = [audit, *answers(vault, audit)]
        there = [one.value for record in records for one in vault.history.of(record)]
        yield from (text for text in told if text not in there)

    def broken(self, vault: Vault, folder: Path, *, is_done: bool) -> Iterator[str]:
        audits = vault.audits.all()
        if len(audits) != 1 or (is_done and audits[0].scope != "第 2 版 精密零件"):
            yield f"the audit says {[one.scope for one in audits]}"


class EditAfterCrash(Edit):
    """The same, in a vault that died with a write-ahead log almost full: recovery, checkpoint."""

    name = "edit, full log"

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        with opened(folder) as vault:
            log = folder / VAULT / "vault.db-wal"
            while log.stat().st_size < _ALMOST_FULL:
                save_scope(vault, f"前 {log.stat().st_size}")
            # A copy taken while it is open is what a crash leaves: the log is not merged yet.
            left = {path.name: path.read_bytes() for path in (folder / VAULT).glob("vault.db*")}
        for name, data in left.items():
            (folder / VAULT / name).write_bytes(data)


_ALMOST_FULL = 990 * (1024 + 24)
"""Bytes: SQLite merges the log into the database at 1000 pages, each with a head of 24 bytes."""


class Intake(Scenario):
    """Two photos are kept as evidence, the second twice over, with their thumbnails."""

    name = "photo intake"

    def prepare(self, folder: Path) -> None:
        vault = a_vault(folder / VAULT)
        an_audit(vault)
        vault.close()
        for name, data in PHOTOS.items():
            (folder / name).write_bytes(data)

    def steps(self, vault: Vault, folder: Path, tell: Tell) -> None:
        audit = vault.audits.all()[0]
        for name in ("许可证.jpg", "冲床.jpg", "冲床.jpg"):
            kept = vault.evidence.add(folder / name, Origin(audit_id=audit.id, caption=name))
            tell("photo", kept.sha256)
            vault.evidence.thumbnail(kept.sha256)

    def lost(self, vault: Vault, folder: Path, told: list[str]) -> Iterator[str]:
        there = [one.sha256 for one in photos(vault)]
        yield from (text for text in told if there.count(text) < told.count(text))

    def broken(self, vault: Vault, folder: Path, *, is_done: bool) -> Iterator[str]:
        sources = {sha256(data).hexdigest(): data for data in PHOTOS.values()}
        for one in photos(vault):
            if vault.evidence.original(one) != sources[one.sha256]:
                yield f"{one.name} is not what was taken"
        if is_done and len({one.sha256 for one in photos(vault)}) < 2:
            yield "a photo is missing though it was kept again"


class Pack(Scenario):
    """An audit with photos is packed over an earlier package of the same name."""

    name = "pack"

    def prepare(self, folder: Path) -> None:
        office = a_vault(folder / "office", "办公室", role="office")
        vault = a_vault(folder / VAULT)
        fill(vault, PHOTOS.values())
        recipient = office.identity.recipient
        (folder / "recipient").write_text(recipient, encoding="utf-8")
        vault.packages.pack(vault.audits.all()[0], [recipient], folder / PACKAGE)
        save_scope(vault, "打包之后")
        vault.close()
        office.close()

    def steps(self, vault: Vault, folder: Path, tell: Tell) -> None:
        recipient = (folder / "recipient").read_text(encoding="utf-8")
        done = vault.packages.pack(vault.audits.all()[0], [recipient], folder / PACKAGE)
        tell("package", done.sha256)

    def lost(self, vault: Vault, folder: Path, told: list[str]) -> Iterator[str]:
        known = {one.sha256 for one in vault.packages.sent(vault.audits.all()[0].id)}
        yield from (text for text in told if text not in known)

    def broken(self, vault: Vault, folder: Path, *, is_done: bool) -> Iterator[str]:
        whole = vault.packages.verify(folder / PACKAGE)
        if whole.evidence != len(PHOTOS) or not whole.is_trusted:
            yield f"the package holds {whole.evidence} photos"
        if is_done:
            last = vault.packages.sent(vault.audits.all()[0].id)[-1]
            if last.sha256 != sha256((folder / PACKAGE).read_bytes()).hexdigest():
                yield "the record of the package names another file"


class Receive(Scenario):
    """The office takes in a package of two chains and three photos, one chain known in part."""

    name = "receive"

    def prepare(self, folder: Path) -> None:
        office = a_vault(folder / VAULT, "办公室", role="office")
        field = a_vault(folder / "field")
        colleague = a_vault(folder / "colleague", "王强")
        fill(field, [a_photo("white")])
        _join(field, colleague)
        _send(field, colleague, folder / "assignment.age")
        save_answer(colleague, "与班组长访谈")
        _photograph(colleague, [a_photo(COLORS[0])])
        office.devices.trust(field.identity.public_key, "李敏")
        _send(field, office, folder / "first.age")
        _send(colleague, field, folder / "answer.age")
        _photograph(field, [a_photo(color) for color in COLORS[1:]])
        save_scope(field, "与同事合并之后")
        audit = field.audits.all()[0]
        field.packages.pack(audit, [office.identity.recipient], folder / PACKAGE)
        before, after = ("\n".join(vault.seals.heads(audit.id)) for vault in (office, field))
        (folder / "heads").write_text(f"{before}\n\n{after}", encoding="utf-8")
        for vault in (office, field, colleague):
            vault.close()

    def steps(self, vault: Vault, folder: Path, tell: Tell) -> None:
        vault.packages.receive(folder / PACKAGE)
        tell("received", sha256((folder / PACKAGE).read_bytes()).hexdigest())

    def lost(self, vault: Vault, folder: Path, told: list[str]) -> Iterator[str]:
        known = {one.package_sha256 for one in vault.packages.receipts()}
        yield from (text for text in told if text not in known)
        if told and _heads(vault) != _allowed(folder)[1]:
            yield "lines of the package"

    def broken(self, vault: Vault, folder: Path, *, is_done: bool) -> Iterator[str]:
        before, after = _allowed(folder)
        states = {after: 4} if is_done else {before: 1, after: 4}
        heads = _heads(vault)
        if heads not in states:
            yield f"half a merge: {heads}"
        elif len(photos(vault)) != states[heads]:
            yield f"{len(photos(vault))} photos stand beside {heads}"
        has_receipt = len(vault.packages.receipts()) == 2
        if has_receipt != (heads == after):
            yield "lines and receipt don't agree"


SCENARIOS: tuple[Scenario, ...] = (Edit(), EditAfterCrash(), Intake(), Pack(), Receive())


@contextmanager
def opened(folder: Path) -> Iterator[Vault]:
    """The vault of a scenario, closed at the end as the program does."""
    vault = open_vault(folder / VAULT, passphrase=PASSPHRASE)
    try:
        yield vault
    finally:
        vault.close()


def photos(vault: Vault) -> list[Evidence]:
    """All evidence."""
    return [one for audit in vault.audits.all() for one in vault.evidence.of(audit.id)]


def answers(vault: Vault, audit: Audit) -> list[Answer]:
    """All answers of the audit's visit."""
    visit = vault.audits.visits(audit.id)[0]
    return list(vault.checklists.answers(visit.id).values())


def save_scope(vault: Vault, scope: str) -> None:
    """The smallest edit."""
    audit = vault.audits.all()[0]
    vault.audits.keep(replace(audit, scope=scope), seen=audit)


def save_answer(vault: Vault, note: str) -> None:
    """Answer the first item."""
    audit = vault.audits.all()[0]
    visit = vault.audits.visits(audit.id)[0]
    item = vault.checklists.items(audit, visit)[0]
    known = vault.checklists.find(visit, item)
    answer = replace(
        known or vault.checklists.blank(visit, item), verdict=Verdict.CONFORMING, note=note
    )
    vault.checklists.save(answer, seen=known)


def fill(vault: Vault, pictures: object) -> None:
    """An audit with photos."""
    an_audit(vault)
    _photograph(vault, pictures)


def _photograph(vault: Vault, pictures: object) -> None:
    audit = vault.audits.all()[0]
    for data in pictures:  # type: ignore[attr-defined]
        vault.evidence.add_bytes(data, "照片.jpg", Origin(audit_id=audit.id))


def _join(field: Vault, colleague: Vault) -> None:
    """The colleague is of the team and trusts its leader."""
    me = colleague.identity
    field.audits.keep(
        TeamMember(
            audit_id=field.audits.all()[0].id,
            name=me.name,
            role=TeamRole.AUDITOR,
            device_id=me.device_id,
            public_key=me.public_key,
            recipient=me.recipient,
        )
    )
    colleague.devices.trust(field.identity.public_key, field.identity.name)


def _send(sender: Vault, receiver: Vault, package: Path) -> None:
    sender.packages.pack(sender.audits.all()[0], [receiver.identity.recipient], package)
    receiver.packages.receive(package)


def _heads(vault: Vault) -> str:
    return "\n".join(vault.seals.heads(vault.audits.all()[0].id))


def _allowed(folder: Path) -> tuple[str, str]:
    before, after = (folder / "heads").read_text(encoding="utf-8").split("\n\n")
    return before, after


def _twice(step: Callable[[], None], tell: Tell) -> None:
    try:
        step()
    except AuditorError as error:
        tell("refused", type(error).__name__)
        step()


def _damage(vault: Vault, folder: Path) -> Iterator[str]:
    """Whatever the check finds, photos decrypted, and what no opening should leave."""
    yield from map(str, vault.care.check().problems)
    yield from (f"left behind: {part.name}" for part in folder.rglob("*.part"))


def _nobody(_what: str, _which: str) -> None:
    """Nobody listens."""
