"""Seals and signatures of a device."""

import subprocess
from hashlib import sha256
from pathlib import Path
from shutil import which

import pytest

from auditor_app.errors import Invalid
from auditor_app.security.seal import (
    SigningKey,
    device_id_of,
    public_of_minisign,
    verify_minisign,
    verify_seal,
)

KEY, OTHER = SigningKey(bytes(range(32))), SigningKey(bytes(32))
HEAD = sha256(b"line").hexdigest()
DATA = "2026-11-20 清单\n".encode()


def test_a_device_is_named_after_its_public_key() -> None:
    assert KEY.device_id == device_id_of(KEY.public) == sha256(KEY.public).hexdigest()[:24]
    assert SigningKey(bytes(range(32))).public == KEY.public != OTHER.public


def test_a_seal_holds_for_its_device_and_head_only() -> None:
    signature = KEY.seal(HEAD)
    assert verify_seal(KEY.public, HEAD, signature)
    assert not verify_seal(OTHER.public, HEAD, signature)
    assert not verify_seal(KEY.public, HEAD[::-1], signature)


@pytest.mark.parametrize("signature", ["", "AAAA", "no base64!", "封条", KEY.seal(HEAD)[:-4]])
def test_a_malformed_seal_is_no_seal(signature: str) -> None:
    assert not verify_seal(KEY.public, HEAD, signature)


def test_a_seal_under_a_malformed_key_is_no_seal() -> None:
    assert not verify_seal(KEY.public[:-1], HEAD, KEY.seal(HEAD))


def test_a_signature_of_one_kind_is_none_of_the_other() -> None:
    text = KEY.minisign(b"auditor-seal-v1\n" + HEAD.encode(), "x").splitlines()[1]
    assert not verify_seal(KEY.public, HEAD, text)


def test_a_signature_holds_for_its_key_and_data_only() -> None:
    text = KEY.minisign(DATA, "auditor package 1")
    assert verify_minisign(KEY.public_minisign(), DATA, text)
    assert verify_minisign(KEY.public, DATA, text)
    assert not verify_minisign(OTHER.public, DATA, text)
    assert not verify_minisign(KEY.public, DATA + b" ", text)
    assert not verify_minisign(KEY.public, DATA, text.replace("package 1", "package 2"))


@pytest.mark.parametrize("text", ["", "签名", "a\nb\nc\nd\n", KEY.minisign(DATA, "x")[:-9]])
def test_a_malformed_signature_is_no_signature(text: str) -> None:
    assert not verify_minisign(KEY.public, DATA, text)


def test_a_signature_under_a_malformed_key_is_no_signature() -> None:
    assert not verify_minisign("RWnonsense", DATA, KEY.minisign(DATA, "x"))


def test_a_public_key_survives_as_text() -> None:
    text = KEY.public_minisign()
    assert (text[:2], len(text)) == ("RW", 56)
    assert public_of_minisign(text) == KEY.public


@pytest.mark.parametrize(
    "text", ["", "RW==", "签名", "!", KEY.public_minisign()[:-4], "RQ" + KEY.public_minisign()[2:]]
)
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="签名公钥"):
        public_of_minisign(text)


@pytest.mark.skipif(not which("minisign"), reason="the public tool `minisign` is not installed")
def test_the_public_tool_verifies_our_signature(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_bytes(DATA)
    (tmp_path / "m.txt.minisig").write_text(KEY.minisign(DATA, "auditor package 1"))
    command = ["minisign", "-V", "-H", "-P", KEY.public_minisign(), "-m", "m.txt"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, text=True)
    assert "auditor package 1" in done.stdout
    (tmp_path / "m.txt").write_bytes(DATA + b"!")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode


@pytest.mark.skipif(not which("minisign"), reason="the public tool `minisign` is not installed")
@pytest.mark.parametrize(("flag", "is_accepted"), [("-H", True), ("-l", False)])
def test_we_verify_the_public_tools_signature(
    tmp_path: Path, flag: str, *, is_accepted: bool
) -> None:
    (tmp_path / "m.txt").write_bytes(DATA)
    for step in (["-G", "-W", "-p", "k.pub", "-s", "k.key"], ["-S", flag, "-s", "k.key"]):
        named = step if step[0] == "-G" else [*step, "-m", "m.txt"]
        subprocess.run(["minisign", *named], cwd=tmp_path, check=True, capture_output=True)
    public = (tmp_path / "k.pub").read_text().splitlines()[1]
    signature = (tmp_path / "m.txt.minisig").read_text()
    assert verify_minisign(public, DATA, signature) is is_accepted
