"""Opening, keeping, checking, backing up: each trouble has its own words and changes nothing."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from auditor_app.domain import Answer, Evidence, Verdict
from auditor_app.domain.plain import to_plain
from auditor_app.errors import (
    AuditorError,
    Damaged,
    NewerVersion,
    NotAVault,
    Refused,
    VaultInUse,
    WrongKey,
)
from auditor_app.operations.evidence import Origin
from auditor_app.operations.keeping import unlock
from auditor_app.security.age import generate_identity, recipient_of
from auditor_app.vault import (
    Locks,
    Profile,
    Vault,
    new_vault,
    open_vault,
    recover_vault,
    restore_vault,
)
from tests.core.builders import CHEAP, PASSPHRASE, a_photo, a_vault, an_audit

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed vault with one audit, one answer and one photo."""
    vault = a_vault(tmp_path / "李敏的资料库")
    fill(vault)
    vault.close()
    return vault.folder


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    opened = open_vault(folder, passphrase=PASSPHRASE)
    yield opened
    opened.close()


def fill(vault: Vault) -> Evidence:
    audit, visit = an_audit(vault)
    item = vault.checklists.items(audit, visit)[0]
    blank = vault.checklists.blank(visit, item)
    answer = vault.checklists.save(replace(blank, verdict=Verdict.CONFORMING, note="抽查五份"))
    origin = Origin(audit_id=audit.id, links=(answer.id,), caption="许可证")
    return vault.evidence.add_bytes(a_photo(), "照片.jpg", origin)


def prints(folder: Path) -> dict[str, str]:
    """What lies in a folder, but for the lock and SQLite's shared memory."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {"lock", "vault.db-shm"}
    }


def test_what_was_kept_is_there_after_reopening(vault: Vault) -> None:
    assert [
        one.note
        for one in vault.checklists.answers(
            vault.audits.visits(vault.audits.all()[0].id)[0].id
        ).values()
    ] == ["抽查五份"]
    assert vault.evidence.original(vault.evidence.of(vault.audits.all()[0].id)[0]) == a_photo()
    assert vault.care.check().problems == ()


def test_a_wrong_passphrase_opens_nothing(folder: Path) -> None:
    before = prints(folder)
    with pytest.raises(WrongKey):
        open_vault(folder, passphrase="wrong horse battery")
    assert prints(folder) == before


def test_an_empty_folder_is_no_vault(tmp_path: Path) -> None:
    with pytest.raises(NotAVault):
        open_vault(tmp_path, passphrase=PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_database_is_named(folder: Path) -> None:
    path = folder / "vault.db"
    data = bytearray(path.read_bytes())
    data[:4096] = os.urandom(4096)
    path.write_bytes(bytes(data))
    before = prints(folder)
    with pytest.raises((WrongKey, Damaged), match="损坏"):
        open_vault(folder, passphrase=PASSPHRASE)
    assert prints(folder) == before


def test_a_page_flipped_deep_inside_is_found_by_the_check(folder: Path) -> None:
    path = folder / "vault.db"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(AuditorError):
        opened = open_vault(folder, passphrase=PASSPHRASE)
        try:
            if opened.care.check().problems:
                raise Damaged("found")
        finally:
            opened.close()


def test_slots_of_another_vault_are_refused(folder: Path, tmp_path: Path) -> None:
    other = a_vault(tmp_path / "other")
    other.close()
    held = unlock(folder, passphrase=PASSPHRASE, keychain=None)
    for name in ("slots.json", "slots.json.twin"):
        (folder / name).write_bytes((other.folder / name).read_bytes())
    with pytest.raises(Damaged, match="不是一套"):
        Vault(folder, held)


def test_a_second_process_is_told(vault: Vault) -> None:
    code = (
        "import sys; from pathlib import Path; from auditor_app.vault import open_vault\n"
        "from auditor_app.errors import VaultInUse\n"
        "try: open_vault(Path(sys.argv[1]), passphrase=sys.argv[2])\n"
        "except VaultInUse: sys.exit(7)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(vault.folder), PASSPHRASE], check=False, cwd=ROOT
    )
    assert done.returncode == 7


def test_the_same_process_is_told_too(vault: Vault) -> None:
    with pytest.raises(VaultInUse):
        open_vault(vault.folder, passphrase=PASSPHRASE)


def test_a_vault_from_a_newer_version_is_refused_unchanged(folder: Path) -> None:
    opened = open_vault(folder, passphrase=PASSPHRASE)
    with opened._database.transaction():
        opened._database.set_meta("format", "99")
    opened.close()
    before = prints(folder)
    with pytest.raises(NewerVersion):
        open_vault(folder, passphrase=PASSPHRASE)
    assert prints(folder) == before


def test_a_full_disk_refuses_the_edit_and_keeps_the_rest(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.core.full_disk", str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    word, *rest = done.stdout.split()
    assert word in {"DiskFull", "FileTrouble"}, done.stderr
    assert rest == ["all", "kept"]


def test_rebuilding_from_the_journal_changes_no_record(vault: Vault) -> None:
    before = [to_plain(one) for one in vault.audits.all()]
    assert vault.care.rebuild() > 0
    assert [to_plain(one) for one in vault.audits.all()] == before
    assert vault.care.check().problems == ()


def test_a_table_changed_behind_the_journal_is_found(vault: Vault) -> None:
    with vault._database.transaction():
        vault._database.execute("UPDATE answer SET verdict = 'major'")
    assert [p.where.split("/")[0] for p in vault.care.check().problems] == ["answer"]
    vault.care.rebuild()
    assert vault.care.check().problems == ()


def test_a_line_changed_in_the_journal_is_found(vault: Vault) -> None:
    database = vault._database
    with database.transaction():
        database.execute(
            "UPDATE entry SET line = CAST(replace(line, ?, ?) AS BLOB)",
            ("抽查五份".encode(), "抽查六份".encode()),
        )
    assert vault.care.check().problems


def test_a_missing_photo_is_found_by_name(vault: Vault) -> None:
    for file in (vault.folder / "evidence").glob("*.age"):
        file.unlink()
    assert [p.found for p in vault.care.check().problems] == ["missing"]


def test_a_rotten_photo_is_found(vault: Vault) -> None:
    file = next((vault.folder / "evidence").glob("*.age"))
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(bytes(data))
    assert [p.found for p in vault.care.check().problems] == ["damaged"]


def test_a_backup_opens_and_restores_as_a_new_device(vault: Vault, tmp_path: Path) -> None:
    done = vault.care.back_up(tmp_path / "stick")
    assert vault.care.on_one_disk_only() == 0
    before = prints(tmp_path / "stick")
    copy = restore_vault(tmp_path / "stick", tmp_path / "copy", passphrase=PASSPHRASE)
    try:
        assert copy.care.check().problems == ()
        assert copy.audits.all() == vault.audits.all()
        assert copy.identity.device_id != vault.identity.device_id
    finally:
        copy.close()
    assert prints(tmp_path / "stick") == before
    assert done.photos == 1


def test_what_was_written_since_the_backup_is_counted(vault: Vault, tmp_path: Path) -> None:
    vault.care.back_up(tmp_path / "stick")
    answer = vault.audits.all()[0]
    vault.audits.keep(replace(answer, scope="精密零件机械加工"), seen=answer)
    assert vault.care.on_one_disk_only() == 1


def test_a_backup_into_the_vault_itself_is_refused(vault: Vault) -> None:
    with pytest.raises(Refused):
        vault.care.back_up(vault.folder / "backup")


def test_restoring_over_something_is_refused(vault: Vault, tmp_path: Path) -> None:
    vault.care.back_up(tmp_path / "stick")
    with pytest.raises(Refused):
        restore_vault(tmp_path / "stick", vault.folder, passphrase=PASSPHRASE)


def test_the_office_recovers_what_a_lost_passphrase_locked(tmp_path: Path) -> None:
    office = generate_identity()
    made = new_vault(
        tmp_path / "v",
        Profile(name="李敏"),
        Locks(passphrase=PASSPHRASE, cost=CHEAP, office_recipient=recipient_of(office)),
    )
    photo = fill(made)
    device = made.identity.device_id
    made.close()
    again = recover_vault(tmp_path / "v", office, passphrase="a new passphrase")
    try:
        assert again.evidence.original(photo) == a_photo()
        assert again.identity.device_id != device
    finally:
        again.close()
    with pytest.raises(WrongKey):
        open_vault(tmp_path / "v", passphrase=PASSPHRASE)


def test_every_change_says_who_and_when(vault: Vault) -> None:
    audit = vault.audits.all()[0]
    answer = vault._database.of_audit(Answer, audit.id)[0]
    history = vault.history.of(answer)
    assert {(one.by, one.device) for one in history} == {("李敏", vault.identity.device_id)}
    assert "note" in {one.field for one in history}


def test_closing_seals_every_chain(folder: Path) -> None:
    opened = open_vault(folder, passphrase=PASSPHRASE)
    rows = opened._database.query("SELECT seq, is_sealed FROM tip")
    opened.close()
    assert rows
    assert all(is_sealed for _, is_sealed in rows)
