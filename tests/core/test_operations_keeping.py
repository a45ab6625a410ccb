"""Making, unlocking, copying and looking after a vault: the ways in, and what is refused."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from auditor_app.domain import Audit
from auditor_app.errors import AuditorError, Damaged, NotAVault, Refused, WrongKey
from auditor_app.operations.evidence import Origin
from auditor_app.operations.keeping import create, recover, restore, unlock
from auditor_app.security.age import generate_identity, recipient_of
from auditor_app.security.slots import SLOTS_FILE, Slots
from auditor_app.vault import Locks, Profile, Vault, new_vault, open_vault, restore_vault
from tests.core.builders import CHEAP, PASSPHRASE, a_photo, a_vault, an_audit, locks
from tests.core.test_keys import PocketKeychain

LI = Profile(name="李敏")


@pytest.fixture
def audit(fresh: Vault) -> Audit:
    audit, _ = an_audit(fresh)
    fresh.evidence.add_bytes(a_photo(), "许可证.jpg", Origin(audit_id=audit.id))
    return audit


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """The folder of a closed, empty vault."""
    vault = a_vault(tmp_path / "closed")
    vault.close()
    return vault.folder


@pytest.fixture
def reopened(closed: Path) -> Iterator[Vault]:
    vault = open_vault(closed, passphrase=PASSPHRASE)
    yield vault
    vault.close()


# --- making ---


def test_a_vault_without_any_lock_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="口令"):
        create(tmp_path / "v", LI, Locks())
    assert list(tmp_path.iterdir()) == []


def test_a_vault_is_not_made_over_another(closed: Path) -> None:
    with pytest.raises(Refused, match="已有一个资料库"):
        create(closed, LI, locks())


def test_a_vault_is_not_made_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "报告.docx").write_bytes(b"")
    with pytest.raises(Refused, match="不是空文件夹"):
        create(tmp_path, LI, locks())
    with pytest.raises(Refused, match="不是空文件夹"):
        create(tmp_path / "报告.docx", LI, locks())
    assert [one.name for one in tmp_path.iterdir()] == ["报告.docx"]


def test_a_vault_says_whose_it_is(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "office", Profile(name="办公室", role="office"), locks())
    me = vault.identity
    vault.close()
    assert (me.name, me.role) == ("办公室", "office")
    assert (len(me.device_id), me.public_key[:2], me.recipient[:4]) == (24, "RW", "age1")


# --- the ways in ---


def test_a_vault_opens_by_the_systems_keychain(tmp_path: Path) -> None:
    keychain = PocketKeychain()
    made = new_vault(tmp_path / "v", LI, Locks(keychain=keychain))
    device = made.identity.device_id
    made.close()
    again = open_vault(tmp_path / "v", keychain=keychain)
    assert again.identity.device_id == device
    again.close()


def test_a_vault_opens_by_nothing_at_all_for_nobody(closed: Path) -> None:
    with pytest.raises(Refused, match="需要口令"):
        open_vault(closed)
    with pytest.raises(WrongKey):
        open_vault(closed, keychain=PocketKeychain())


def recoverable(folder: Path, keychain: PocketKeychain) -> str:
    """A vault that a keychain and the office open; returns the office's identity."""
    office = generate_identity()
    lock = Locks(keychain=keychain, office_recipient=recipient_of(office))
    new_vault(folder, LI, lock).close()
    return office


def test_a_recovery_closes_the_way_of_the_lost_keychain(tmp_path: Path) -> None:
    keychain = PocketKeychain()
    office = recoverable(tmp_path / "v", keychain)
    recover(tmp_path / "v", office, passphrase=PASSPHRASE)
    with pytest.raises(WrongKey):
        unlock(tmp_path / "v", passphrase=None, keychain=keychain)
    assert unlock(tmp_path / "v", passphrase=PASSPHRASE, keychain=None).seed


def test_a_recovery_puts_the_new_device_into_the_new_keychain(tmp_path: Path) -> None:
    lost, new = PocketKeychain(), PocketKeychain()
    office = recoverable(tmp_path / "v", lost)
    held = recover(tmp_path / "v", office, passphrase=PASSPHRASE, keychain=new)
    assert unlock(tmp_path / "v", passphrase=None, keychain=new).seed == held.seed


def test_another_offices_key_recovers_nothing(tmp_path: Path) -> None:
    keychain = PocketKeychain()
    recoverable(tmp_path / "v", keychain)
    with pytest.raises(WrongKey):
        recover(tmp_path / "v", generate_identity(), passphrase=PASSPHRASE)
    assert unlock(tmp_path / "v", passphrase=None, keychain=keychain).seed


def test_a_database_that_is_gone_lets_go_of_the_lock(closed: Path) -> None:
    whole = (closed / "vault.db").read_bytes()
    (closed / "vault.db").write_bytes(b"not a database" * 1000)
    with pytest.raises(AuditorError):
        open_vault(closed, passphrase=PASSPHRASE)
    (closed / "vault.db").write_bytes(whole)
    open_vault(closed, passphrase=PASSPHRASE).close()


def test_a_seal_is_proven_by_a_key_and_by_nothing_else(reopened: Vault) -> None:
    me = reopened.identity
    signature = reopened.seals._sealer.sign("head")
    verify = reopened.seals._sealer.verify
    assert verify(me.public_key, "head", signature)
    assert not verify(me.public_key, "another head", signature)
    assert not verify("no key", "head", signature)


def test_what_is_read_is_told_to_whoever_listens(reopened: Vault) -> None:
    heard: list[frozenset[type]] = []
    reopened.on_commit(heard.append)
    an_audit(reopened)
    assert {kind.__name__ for kind in heard[0]} == {"Audit", "Client", "Pin"}


# --- copies ---


def test_a_backup_is_remembered_with_its_place_and_size(fresh: Vault, audit: Audit) -> None:
    assert fresh.care.last_backup() is None
    goal = fresh.folder.parent / "stick"
    done = fresh.care.back_up(goal)
    assert fresh.care.last_backup() == (goal, done.entries, done.at)
    assert (done.photos, fresh.care.on_one_disk_only()) == (1, 0)


def test_a_second_backup_copies_only_new_photos(fresh: Vault, audit: Audit) -> None:
    goal = fresh.folder.parent / "stick"
    fresh.care.back_up(goal)
    (old,) = (goal / "evidence").iterdir()
    before = old.stat().st_mtime_ns, old.stat().st_ino
    fresh.evidence.add_bytes(a_photo("blue"), "二.jpg", Origin(audit_id=audit.id))
    assert fresh.care.back_up(goal).photos == 2
    assert (old.stat().st_mtime_ns, old.stat().st_ino) == before


def test_a_photo_cut_off_on_the_stick_is_copied_again(fresh: Vault, audit: Audit) -> None:
    goal = fresh.folder.parent / "stick"
    fresh.care.back_up(goal)
    (copy,) = (goal / "evidence").iterdir()
    whole = copy.read_bytes()
    copy.write_bytes(whole[:100])
    fresh.care.back_up(goal)
    assert copy.read_bytes() == whole


def test_a_backup_into_the_vaults_own_folder_is_refused(fresh: Vault, audit: Audit) -> None:
    for goal in (fresh.folder, fresh.folder / "evidence" / "copy"):
        with pytest.raises(Refused, match="自己的文件夹"):
            fresh.care.back_up(goal)
    assert fresh.care.last_backup() is None


def test_restoring_wants_the_database_in_the_backup(
    fresh: Vault, audit: Audit, tmp_path: Path
) -> None:
    fresh.care.back_up(tmp_path / "stick")
    (tmp_path / "stick" / "vault.db").unlink()
    with pytest.raises(NotAVault, match="备份文件夹"):
        restore(tmp_path / "stick", tmp_path / "copy", passphrase=PASSPHRASE, cost=CHEAP)
    assert not (tmp_path / "copy").exists()


def test_a_restored_vault_does_not_take_the_backup_for_its_own(
    fresh: Vault, audit: Audit, tmp_path: Path
) -> None:
    fresh.care.back_up(tmp_path / "stick")
    copy = restore_vault(tmp_path / "stick", tmp_path / "copy", passphrase=PASSPHRASE)
    assert copy.care.last_backup() is None
    assert copy.audits.get(audit.id) == audit
    copy.close()


# --- checks ---


def test_a_photo_file_that_no_record_names_is_counted_and_harms_nothing(
    fresh: Vault, audit: Audit
) -> None:
    photo = fresh.evidence.of(audit.id)[0]
    fresh.audits.remove(photo)
    checked = fresh.care.check()
    assert (checked.problems, checked.photos, checked.orphans) == ((), 0, 1)


def test_a_quick_check_looks_at_photos_without_decrypting_them(fresh: Vault, audit: Audit) -> None:
    (file,) = (fresh.folder / "evidence").glob("*.age")
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(bytes(data))
    assert fresh.care.check(photos=False).problems == ()
    assert [one.found for one in fresh.care.check().problems] == ["damaged"]


def test_a_check_mends_the_copy_of_the_key_slots(reopened: Vault) -> None:
    twin = reopened.folder / f"{SLOTS_FILE}.twin"
    whole = twin.read_bytes()
    twin.write_bytes(whole[:20])
    assert reopened.care.check().problems == ()
    assert twin.read_bytes() == whole


def test_slots_of_two_vaults_do_not_open_one(closed: Path, tmp_path: Path) -> None:
    held = unlock(closed, passphrase=PASSPHRASE, keychain=None)
    assert Slots.read(closed).vault
    other = a_vault(tmp_path / "other")
    other.close()
    for name in (SLOTS_FILE, f"{SLOTS_FILE}.twin"):
        (closed / name).write_bytes((other.folder / name).read_bytes())
    with pytest.raises(Damaged):
        Vault(closed, held)


def test_a_seal_line_without_a_signature_is_no_seal(fresh: Vault, audit: Audit) -> None:
    fresh.seals.seal(audit.id)
    line = list(fresh._database.lines("audit = ?", audit.id))[-1]
    assert fresh.seals.is_sealed(line)
    for value in (None, "signed", {"key": 7, "sig": "s"}, {"key": fresh.identity.public_key}):
        op = replace(line.ops[0], value=value)
        assert not fresh.seals.is_sealed(replace(line, ops=(op,)))


def test_a_seal_by_another_device_is_no_seal(fresh: Vault, audit: Audit, reopened: Vault) -> None:
    fresh.seals.seal(audit.id)
    line = list(fresh._database.lines("audit = ?", audit.id))[-1]
    forged = {"key": reopened.identity.public_key, "sig": reopened.seals._sealer.sign(line.prev)}
    assert not fresh.seals.is_sealed(replace(line, ops=(replace(line.ops[0], value=forged),)))


def test_sealing_twice_adds_one_seal(fresh: Vault, audit: Audit) -> None:
    first = fresh.seals.seal(audit.id)
    assert fresh.seals.seal(audit.id) == first
    assert fresh.seals.seal("an audit without a line") == ""
