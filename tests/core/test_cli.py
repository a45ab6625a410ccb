"""The command line: what it says, what it refuses, and with which exit status."""

import json
import runpy
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from auditor_app.cli import answers, main
from auditor_app.domain import Audit
from auditor_app.operations.evidence import Origin
from auditor_app.security.age import generate_identity, recipient_of
from auditor_app.vault import Profile, Vault, new_vault, open_vault
from tests.core.builders import PASSPHRASE, a_photo, a_vault, an_audit, locks
from tests.core.test_keys import PocketKeychain

NUMBER = "HCR-2026-0117"
NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}


class Keyboard(BytesIO):
    """Somebody sits there and types these lines."""

    def isatty(self) -> bool:
        return True


def auditor(*words: object, passphrase: str | None = PASSPHRASE, typed: str = "") -> Result:
    """Run `auditor`; the passphrase stands in the environment, what is typed comes by keyboard."""
    env = {"AUDITOR_PASSPHRASE": passphrase, **NO_KEYRING}
    keys = Keyboard(typed.encode()) if typed else None
    return CliRunner().invoke(main, [str(word) for word in words], env=env, input=keys)


def said(*words: object) -> Any:
    done = auditor(*words, "--json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def lines(*words: object) -> list[str]:
    done = auditor(*words)
    assert done.exit_code == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A closed vault without an audit."""
    vault = a_vault(tmp_path / "leer")
    vault.close()
    return vault.folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A closed vault with an audit and a photo."""
    vault = a_vault(tmp_path / "own")
    audit, _ = an_audit(vault)
    vault.evidence.add_bytes(a_photo(), "许可证.jpg", Origin(audit_id=audit.id, caption="许可证"))
    vault.close()
    return vault.folder


@pytest.fixture
def office(tmp_path: Path, own: Path) -> Path:
    """The office's closed vault, which trusts the leader."""
    vault = a_vault(tmp_path / "office", "办公室", "office")
    vault.close()
    key = said("keys", own)["me"]["public_key"]
    said("keys", vault.folder, "--trust", key, "--name", "李敏")
    return vault.folder


def packed(own: Path, office: Path) -> Path:
    out = own.parent / "HCR.age"
    recipient = said("keys", office)["me"]["recipient"]
    assert said("pack", own, NUMBER, "--to", recipient, "--out", out)["photos"] == 1
    return out


def changed(folder: Path, change: Callable[[Vault], object]) -> None:
    vault = open_vault(folder, passphrase=PASSPHRASE)
    try:
        change(vault)
    finally:
        vault.close()


def rot(folder: Path) -> None:
    """One bit of the only photo turns over."""
    (file,) = (folder / "evidence").glob("*.age")
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)


# --- a vault of one's own ---


@pytest.mark.parametrize(("options", "role"), [((), "审核员"), (("--office",), "办公室")])
def test_a_new_vault_says_its_public_keys(
    tmp_path: Path, options: tuple[str, ...], role: str
) -> None:
    told = lines("init", tmp_path / "v", "--name", "李敏", *options)
    assert told[1] == f"李敏（{role}）"
    me = said("keys", tmp_path / "v")["me"]
    assert [one.split()[-1] for one in told[2:]] == [
        me["device_id"],
        me["public_key"],
        me["recipient"],
    ]


def test_a_new_vault_can_be_opened_by_the_office_that_was_named(tmp_path: Path) -> None:
    recipient = recipient_of(generate_identity())
    made = said("init", tmp_path / "v", "--name", "李敏", "--office-recipient", recipient)
    assert made["role"] == "auditor"
    assert recipient in (tmp_path / "v" / "slots.json").read_text(encoding="utf-8")


def test_a_vault_is_not_made_over_something(own: Path) -> None:
    done = auditor("init", own, "--name", "李敏")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "已有一个资料库" in done.stderr


def test_a_device_is_trusted_and_revoked(own: Path, office: Path) -> None:
    key = said("keys", own)["me"]
    assert f"  受信  李敏  {key['public_key']}" in lines("keys", office)
    told = lines("keys", office, "--revoke", key["device_id"])
    assert f"  已撤销  李敏  {key['public_key']}" in told
    assert said("keys", office)["trusted"][0]["revoked_at"]


def test_what_is_no_key_is_refused(own: Path) -> None:
    done = auditor("keys", own, "--trust", "RWnonsense", "--name", "王建国")
    assert (done.exit_code, "没有保存" in done.stderr) == (1, True)


# --- the ways to say the passphrase ---


def test_the_passphrase_is_read_from_a_file(own: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(f"{PASSPHRASE}\r\n", encoding="utf-8")
    done = auditor("audits", own, "--passphrase-file", secret, passphrase="not this one")
    assert done.exit_code == 0


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_passphrase_file_that_cannot_be_read_is_said(
    own: Path, tmp_path: Path, content: bytes | None
) -> None:
    if content:
        (tmp_path / "secret").write_bytes(content)
    done = auditor("audits", own, "--passphrase-file", tmp_path / "secret")
    assert (done.exit_code, "口令文件 secret 读不出来" in done.stderr) == (1, True)


def test_the_passphrase_is_asked_for_where_somebody_can_type(own: Path) -> None:
    done = auditor("audits", own, passphrase=None, typed=f"{PASSPHRASE}\n")
    assert (done.exit_code, NUMBER in done.stdout) == (0, True)
    assert PASSPHRASE not in done.output
    assert "停用" in done.stderr


def test_a_new_passphrase_is_asked_for_twice(tmp_path: Path) -> None:
    typed = f"{PASSPHRASE}\n{PASSPHRASE}\n"
    done = auditor("init", tmp_path / "v", "--name", "李敏", passphrase=None, typed=typed)
    assert done.exit_code == 0
    assert said("audits", tmp_path / "v") == []


def test_a_restored_vault_asks_for_its_passphrase(own: Path, tmp_path: Path) -> None:
    said("backup", own, tmp_path / "stick")
    words = ("restore", tmp_path / "stick", tmp_path / "copy")
    assert auditor(*words, passphrase=None, typed=f"{PASSPHRASE}\n").exit_code == 0
    assert said("audits", tmp_path / "copy")[0]["number"] == NUMBER


def test_without_a_passphrase_and_a_keyboard_it_is_wrong_use(own: Path) -> None:
    done = auditor("audits", own, passphrase=None)
    assert (done.exit_code, "--passphrase-file" in done.stderr) == (2, True)


def test_the_systems_keychain_opens_without_a_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keychain = PocketKeychain()
    vault = a_vault(tmp_path / "v")
    vault.close()
    monkeypatch.setattr(answers, "SystemKeychain", lambda: keychain)
    refused = auditor("audits", tmp_path / "v", passphrase=None, typed=f"{PASSPHRASE}\n")
    assert (refused.exit_code, "没有设置这种打开方式" in refused.stderr) == (0, True)
    new_vault(tmp_path / "k", Profile(name="李敏"), replace(locks(), keychain=keychain)).close()
    done = auditor("audits", tmp_path / "k", passphrase=None)
    assert (done.exit_code, done.stderr) == (0, "")


# --- rules and audits ---


def test_the_rulebooks_are_listed_with_edition_and_size() -> None:
    told = lines("rules")
    assert [line.split()[0] for line in told] == [one["key"] for one in said("rules")]
    assert all("条）" in line for line in told)


def test_a_clause_comes_with_what_stands_below_it() -> None:
    told = lines("rules", "hcr", "--clause", "5.4.3.2")
    assert told[0].startswith("5.4.3.2  ")
    assert all(line.startswith("5.4.3.2") for line in told)
    assert 1 < len(told) < len(lines("rules", "hcr"))


@pytest.mark.parametrize("words", [("iso",), ("hcr", "--clause", "99.9")])
def test_an_unknown_rulebook_or_clause_is_refused(words: tuple[str, ...]) -> None:
    done = auditor("rules", *words)
    assert (done.exit_code, done.stdout) == (1, "")
    assert words[-1] in done.stderr


def test_an_empty_vault_says_so(empty: Path) -> None:
    assert lines("audits", empty) == ["资料库中还没有审核。"]
    assert said("audits", empty) == []


def test_an_audit_is_one_line(own: Path) -> None:
    (line,) = lines("audits", own)
    for word in (
        NUMBER,
        "华东精密机械有限公司",
        "初次认证",
        "HCR",
        "2026-03-11–2026-03-13",
        "照片 1",
    ):
        assert word in line


def test_an_audit_without_visits_has_no_dates_yet(own: Path) -> None:
    def unplan(vault: Vault) -> None:
        for visit in vault.audits.visits(vault.audits.get(NUMBER).id):
            vault.audits.remove(visit)

    changed(own, unplan)
    assert "未排期" in lines("audits", own)[0]


def test_a_report_names_what_it_still_lacks(own: Path, tmp_path: Path) -> None:
    told = lines("report", own, NUMBER, "--out", tmp_path / "r.pdf")
    assert "页，SHA-256" in told[0]
    assert any("审核组长（HCR 5.4.4.2(4)）" in line for line in told[1:])
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")


# --- looking after a vault ---


def test_a_whole_vault_has_no_problems(own: Path) -> None:
    (line,) = lines("check", own)
    assert "照片 1 张，问题 0 处" in line
    assert said("check", own)["rebuilt"] is None
    rebuilt = said("check", own, "--rebuild")
    assert rebuilt["rebuilt"] == rebuilt["entries"] > 1


def test_a_rotten_photo_is_found_and_the_status_says_so(own: Path) -> None:
    rot(own)
    done = auditor("check", own)
    assert (done.exit_code, "问题 1 处" in done.stdout) == (1, True)
    assert "P-0001 许可证.jpg" in done.stdout
    assert "备份" in done.stderr
    assert auditor("check", own, "--no-photos").exit_code == 0


def test_a_check_that_fails_still_answers_in_json(own: Path) -> None:
    rot(own)
    done = auditor("check", own, "--json")
    assert done.exit_code == 1
    assert [one["found"] for one in json.loads(done.stdout)["problems"]] == ["damaged"]


def test_a_photo_without_a_record_is_mentioned(own: Path) -> None:
    def forget(vault: Vault) -> None:
        vault.audits.remove(vault.evidence.of(vault.audits.get(NUMBER).id)[0])

    changed(own, forget)
    told = lines("check", own)
    assert told[1].startswith("另有 1 个照片文件没有对应记录")


def test_a_backup_is_restored_into_a_new_vault(own: Path, tmp_path: Path) -> None:
    assert "照片 1 张" in lines("backup", own, tmp_path / "stick")[0]
    assert "问题 0 处" in lines("restore", tmp_path / "stick", tmp_path / "copy")[0]
    assert said("audits", tmp_path / "copy") == said("audits", own)
    assert said("keys", tmp_path / "copy")["me"] != said("keys", own)["me"]


def test_a_rotten_backup_is_not_passed_off_as_good(own: Path, tmp_path: Path) -> None:
    said("backup", own, tmp_path / "stick")
    rot(tmp_path / "stick")
    done = auditor("restore", tmp_path / "stick", tmp_path / "copy")
    assert (done.exit_code, "问题 1 处" in done.stdout) == (1, True)
    assert "换一份备份" in done.stderr


# --- packages ---


def test_a_package_goes_from_one_vault_to_the_other(own: Path, office: Path) -> None:
    package = packed(own, office)
    assert "受信任的设备" in lines("verify", package, "--vault", office)[1]
    assert said("audits", office) == []
    assert "照片 1 张" in lines("receive", package, "--into", office)[0]
    assert "以前接收过" in lines("receive", package, "--into", office)[0]
    assert said("audits", office) == said("audits", own)


def test_packing_says_size_and_fingerprint(own: Path, office: Path, tmp_path: Path) -> None:
    recipient = said("keys", office)["me"]["recipient"]
    told = lines("pack", own, NUMBER, "--to", recipient, "--out", tmp_path / "p.age")
    assert f"{(tmp_path / 'p.age').stat().st_size} 字节" in told[0]
    assert told[1].startswith("SHA-256 ")


def test_anybody_it_is_for_can_verify_with_an_age_key_alone(own: Path, tmp_path: Path) -> None:
    identity = generate_identity()
    key = tmp_path / "key.txt"
    key.write_text(f"# created\n{identity}\n", encoding="utf-8")
    out = tmp_path / "p.age"
    said("pack", own, NUMBER, "--to", recipient_of(identity), "--out", out)
    told = lines("verify", out, "--identity", key)
    assert "签名有效" in told[0]
    assert "未登记为受信任的设备" in told[1]
    proven = said("verify", out, "--identity", key)
    assert (proven["is_trusted"], proven["photos"]) == (False, 1)


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"age1publickeyonly\n"])
def test_a_key_file_without_a_key_is_refused(
    own: Path, office: Path, tmp_path: Path, content: bytes | None
) -> None:
    if content:
        (tmp_path / "key.txt").write_bytes(content)
    done = auditor("verify", packed(own, office), "--identity", tmp_path / "key.txt")
    assert (done.exit_code, "私钥" in done.stderr) == (1, True)


@pytest.mark.parametrize("both", [False, True])
def test_verifying_wants_one_key_and_not_two(own: Path, tmp_path: Path, *, both: bool) -> None:
    keys = ("--vault", own, "--identity", tmp_path / "key.txt") if both else ()
    assert auditor("verify", tmp_path / "p.age", *keys).exit_code == 2


def test_an_untrusted_sender_is_refused_and_nothing_is_kept(own: Path, office: Path) -> None:
    package = packed(own, office)
    said("keys", office, "--revoke", said("keys", own)["me"]["device_id"])
    done = auditor("receive", package, "--into", office)
    assert (done.exit_code, "不受信任" in done.stderr) == (1, True)
    assert said("audits", office) == []


def test_a_line_held_back_is_shown_with_its_device(own: Path, office: Path, tmp_path: Path) -> None:
    colleague = a_vault(tmp_path / "colleague", "王建国")
    me = colleague.identity

    def exchange(vault: Vault) -> None:
        audit = vault.audits.get(NUMBER)
        vault.devices.trust(me.public_key, me.name)
        colleague.devices.trust(vault.identity.public_key, "李敏")
        vault.packages.pack(audit, [me.recipient], tmp_path / "task.age")
        colleague.packages.receive(tmp_path / "task.age")
        rescoped(colleague, audit)
        back = tmp_path / "back.age"
        colleague.packages.pack(audit, [vault.identity.recipient], back)
        vault.packages.receive(back)

    changed(own, exchange)
    colleague.close()
    told = lines("receive", packed(own, office), "--into", office)
    assert told[1] == f"  隔离：{me.device_id} 第 1 条（unknown_device）"


def rescoped(vault: Vault, audit: Audit) -> None:
    seen = vault.audits.get(audit.id)
    vault.audits.keep(replace(seen, scope="精密零件"), seen=seen)


# --- the sample and the program itself ---


@pytest.mark.parametrize("command", [("sample",), ("journey", "--out")])
def test_the_sample_is_not_made_among_other_files(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "报告.docx").write_bytes(b"")
    done = auditor(*command, tmp_path)
    assert (done.exit_code, "不是空文件夹" in done.stderr) == (1, True)
    assert [one.name for one in tmp_path.iterdir()] == ["报告.docx"]


def test_the_program_runs_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["auditor", "rules", "--json"])
    monkeypatch.delitem(sys.modules, "auditor_app.__main__", raising=False)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("auditor_app", run_name="__main__")
    assert ended.value.code == 0
    assert len(json.loads(capsys.readouterr().out)) == 3
