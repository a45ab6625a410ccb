"""Sending an audit to the office: all of it arrives, or nothing does and the reason is said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest

from auditor_app.domain import Audit, Evidence, RecordId, TeamMember, TeamRole, Verdict
from auditor_app.errors import (
    AuditorError,
    FileTrouble,
    NotEnoughRoom,
    NotFound,
    PackageInvalid,
    PackageNotForUs,
    PackageUntrusted,
    Refused,
)
from auditor_app.exchange.pack import Outgoing, pack
from auditor_app.exchange.unpack import receive
from auditor_app.operations.evidence import Origin
from auditor_app.operations.packages import _Inbox
from auditor_app.vault import Vault
from tests.core.builders import a_photo, a_vault, an_audit


@dataclass
class Post:
    """A leader, an office that trusts the leader, and the folder between them."""

    leader: Vault
    office: Vault
    audit: Audit
    folder: Path

    def pack(self, name: str = "HCR.age") -> Path:
        out = self.folder / name
        self.leader.packages.pack(self.audit, [self.office.identity.recipient], out)
        return out


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    leader = a_vault(tmp_path / "leader")
    office = a_vault(tmp_path / "office", "办公室", "office")
    office.devices.trust(leader.identity.public_key, "李敏")
    audit, _ = an_audit(leader)
    leader.evidence.add_bytes(a_photo(), "许可证.jpg", Origin(audit_id=audit.id, caption="许可证"))
    (tmp_path / "stick").mkdir()
    yield Post(leader, office, audit, tmp_path / "stick")
    leader.close()
    office.close()


def nothing_arrived(office: Vault) -> bool:
    return (
        office.audits.all() == []
        and office.packages.receipts() == []
        and list((office.folder / "evidence").iterdir()) == []
    )


def without_its_photo(post: Post) -> Path:
    """A package as a careless program would write it: the record is inside, its photo is not."""
    packages, me = post.leader.packages, post.leader.identity
    post.leader.seals.seal(post.audit.id)
    outgoing = Outgoing(
        audit_id=post.audit.id,
        sender_device=me.device_id,
        sender_name=me.name,
        sender_key=me.public_key,
        recipients=(post.office.identity.recipient,),
        number=1,
        part=(1, 1),
        have=packages._have(post.audit.id),
        journals=packages._journals(post.audit.id),
        evidence=(),
        index=(),
        made_at=post.audit.made_at,
    )
    return pack(outgoing, crypto=packages._envelope, out=post.folder / "bare.age").path


# --- sending ---


def test_a_package_is_noted_with_what_it_held(post: Post) -> None:
    out = post.pack()
    (sent,) = post.leader.packages.sent(post.audit.id)
    assert (sent.name, sent.size, sent.photos) == ("HCR.age", out.stat().st_size, 1)
    assert sent.recipients == (post.office.identity.recipient,)
    assert sent.heads == post.leader.seals.heads(post.audit.id)


def test_packing_does_not_change_the_audit_it_sealed(post: Post) -> None:
    post.pack()
    before = post.leader.seals.heads(post.audit.id)
    post.pack("again.age")
    assert post.leader.seals.heads(post.audit.id) == before
    assert [one.name for one in post.leader.packages.sent(post.audit.id)] == [
        "HCR.age",
        "again.age",
    ]


def test_a_package_for_nobody_is_not_made(post: Post) -> None:
    with pytest.raises(Refused, match="收件人"):
        post.leader.packages.pack(post.audit, [], post.folder / "p.age")
    assert list(post.folder.iterdir()) == []


def test_a_photo_missing_here_stops_the_packing_by_its_name(post: Post) -> None:
    for file in (post.leader.folder / "evidence").glob("*.age"):
        file.unlink()
    with pytest.raises(NotFound, match=r"P-0001 许可证\.jpg.*没有生成交接包"):
        post.pack()
    assert list(post.folder.iterdir()) == []
    assert post.leader.packages.sent(post.audit.id) == []


# --- receiving ---


def test_the_office_gets_the_audit_with_its_photo_and_a_receipt(post: Post) -> None:
    done = post.office.packages.receive(post.pack())
    assert (done.audit_id, done.sender, done.photos, done.is_new) == (
        post.audit.id,
        "李敏",
        1,
        True,
    )
    (photo,) = post.office.evidence.of(post.audit.id)
    assert post.office.evidence.original(photo) == a_photo()
    (receipt,) = post.office.packages.receipts()
    assert (receipt.about_audit, receipt.records, receipt.heads) == (
        post.audit.id,
        done.lines,
        post.leader.seals.heads(post.audit.id),
    )


def test_the_same_package_again_changes_nothing(post: Post) -> None:
    package = post.pack()
    first = post.office.packages.receive(package)
    entries = post.office.care.check().entries
    again = post.office.packages.receive(package)
    assert (again.is_new, again.lines, again.known) == (False, 0, first.lines)
    assert post.office.care.check().entries == entries
    assert len(post.office.packages.receipts()) == 1


def test_a_later_package_brings_only_what_is_new(post: Post) -> None:
    first = post.office.packages.receive(post.pack())
    post.leader.audits.keep(replace(post.audit, scope="精密零件机械加工"), seen=post.audit)
    later = post.office.packages.receive(post.pack("later.age"))
    assert (later.is_new, later.known) == (True, first.lines)
    assert post.office.audits.get(post.audit.id).scope == "精密零件机械加工"


def test_a_package_without_its_photo_is_refused_as_a_whole(post: Post) -> None:
    with pytest.raises(PackageInvalid, match=r"P-0001 许可证\.jpg"):
        post.office.packages.receive(without_its_photo(post))
    assert nothing_arrived(post.office)


def test_a_package_without_its_photo_is_good_where_the_photo_is(post: Post) -> None:
    bare = without_its_photo(post)
    post.office.packages.receive(post.pack())
    assert post.office.packages.receive(bare).photos == 0


def test_an_unknown_sender_is_shown_and_not_received(post: Post) -> None:
    post.office.devices.revoke(post.leader.identity.device_id)
    package = post.pack()
    assert not post.office.packages.verify(package).is_trusted
    with pytest.raises(PackageUntrusted, match=post.leader.identity.device_id):
        post.office.packages.receive(package)
    assert nothing_arrived(post.office)


def test_verifying_keeps_nothing(post: Post) -> None:
    proven = post.office.packages.verify(post.pack())
    assert (proven.is_trusted, proven.evidence, proven.info.sender_name) == (True, 1, "李敏")
    assert nothing_arrived(post.office)


def test_a_package_for_somebody_else_is_refused(post: Post) -> None:
    out = post.folder / "own.age"
    post.leader.packages.pack(post.audit, [post.leader.identity.recipient], out)
    with pytest.raises(PackageNotForUs):
        post.office.packages.receive(out)
    assert nothing_arrived(post.office)


@pytest.mark.parametrize("place", [0, 300, -1], ids=["head", "middle", "end"])
def test_a_byte_changed_on_the_way_refuses_the_whole(post: Post, place: int) -> None:
    package = post.pack()
    data = bytearray(package.read_bytes())
    data[place] ^= 1
    package.write_bytes(data)
    with pytest.raises(AuditorError):
        post.office.packages.receive(package)
    assert nothing_arrived(post.office)


def test_half_a_package_refuses_the_whole(post: Post) -> None:
    package = post.pack()
    package.write_bytes(package.read_bytes()[: package.stat().st_size // 2])
    with pytest.raises(AuditorError):
        post.office.packages.receive(package)
    assert nothing_arrived(post.office)


def test_a_package_that_is_not_there_is_trouble_with_a_file(post: Post) -> None:
    with pytest.raises((FileTrouble, NotFound)):
        post.office.packages.receive(post.folder / "lost.age")


class Full(_Inbox):
    """An office whose disk is full."""

    def room(self) -> int:
        return 10


def test_an_office_without_room_is_told_before_anything_is_written(post: Post) -> None:
    inbox = Full(post.office.packages, "HCR.age", lambda: "0" * 64)
    with pytest.raises(NotEnoughRoom):
        receive(post.pack(), crypto=post.office.packages._envelope, sink=inbox)
    assert nothing_arrived(post.office)


def test_an_inbox_says_nothing_before_its_end(post: Post) -> None:
    inbox = _Inbox(post.office.packages, "HCR.age", lambda: "0" * 64)
    with pytest.raises(RuntimeError):
        inbox.finish()
    with pytest.raises(RuntimeError):
        inbox.result()


def test_a_photo_put_aside_is_forgotten_when_the_package_fails(post: Post) -> None:
    inbox = _Inbox(post.office.packages, "HCR.age", lambda: "0" * 64)
    for _ in range(2):
        inbox.evidence(sha256(a_photo()).hexdigest(), "jpg", a_photo())
    inbox.abandon()
    assert nothing_arrived(post.office)


# --- a team of two laptops ---


def test_a_colleague_unknown_to_the_office_waits_until_trusted(post: Post, tmp_path: Path) -> None:
    package, key = both_laptops(post, tmp_path / "colleague")
    first = post.office.packages.receive(package)
    assert {one.why for one in first.held} == {"unknown_device"}
    assert post.office.checklists.answers(visit_of(post.office, post.audit)) == {}
    post.office.devices.trust(key, "王建国")
    second = post.office.packages.receive(package)
    assert (second.is_new, second.held, second.lines > 0) == (False, (), True)
    assert len(post.office.checklists.answers(visit_of(post.office, post.audit))) == 1


def test_a_colleague_named_in_the_team_is_taken_in_at_once(post: Post, tmp_path: Path) -> None:
    package, _ = both_laptops(post, tmp_path / "colleague", is_named=True)
    assert post.office.packages.receive(package).held == ()
    assert len(post.office.checklists.answers(visit_of(post.office, post.audit))) == 1


def visit_of(vault: Vault, audit: Audit) -> RecordId:
    return vault.audits.visits(audit.id)[0].id


def both_laptops(post: Post, folder: Path, *, is_named: bool = False) -> tuple[Path, str]:
    """The leader's package after a colleague answered an item, and the colleague's key."""
    colleague = a_vault(folder, "王建国")
    me = colleague.identity
    if is_named:
        member = TeamMember(
            audit_id=post.audit.id, name=me.name, role=TeamRole.AUDITOR, device_id=me.device_id
        )
        post.leader.audits.keep(member)
    post.leader.devices.trust(me.public_key, me.name)
    colleague.devices.trust(post.leader.identity.public_key, "李敏")
    task = post.folder / "task.age"
    post.leader.packages.pack(post.audit, [me.recipient], task)
    colleague.packages.receive(task)
    visit = colleague.audits.visits(post.audit.id)[0]
    item = colleague.checklists.items(colleague.audits.get(post.audit.id), visit)[0]
    blank = colleague.checklists.blank(visit, item)
    colleague.checklists.save(replace(blank, verdict=Verdict.CONFORMING, note="抽查五份"))
    back = post.folder / "back.age"
    colleague.packages.pack(post.audit, [post.leader.identity.recipient], back)
    colleague.close()
    assert post.leader.packages.receive(back).held == ()
    return post.pack(), me.public_key


def test_the_photos_of_both_laptops_arrive_once(post: Post) -> None:
    twice = Origin(audit_id=post.audit.id, caption="同一张")
    post.leader.evidence.add_bytes(a_photo(), "又一次.jpg", twice)
    done = post.office.packages.receive(post.pack())
    photos: list[Evidence] = post.office.evidence.of(post.audit.id)
    assert (done.photos, len(photos)) == (1, 2)
