"""Encryption to recipients, and what is said when it does not open."""

import subprocess
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from shutil import which
from time import perf_counter

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor_app.errors import AuditorError, Damaged, Invalid, PackageNotForUs
from auditor_app.security import age

ME = age.generate_identity()
OTHER = age.generate_identity()
LONG = bytes(range(256)) * 1024


def encrypted(data: bytes = LONG, *identities: str) -> bytes:
    out = BytesIO()
    keys = [age.recipient_of(identity) for identity in identities or (ME,)]
    age.encrypt_stream(BytesIO(data), out, keys)
    return out.getvalue()


def decrypted(data: bytes, *identities: str) -> bytes:
    out = BytesIO()
    age.decrypt_stream(BytesIO(data), out, identities or (ME,))
    return out.getvalue()


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=200_000))
def test_what_was_encrypted_decrypts_to_the_same_bytes(data: bytes) -> None:
    assert decrypted(encrypted(data)) == data


def test_each_recipient_alone_can_open_it() -> None:
    both = encrypted(b"photo", ME, OTHER)
    assert decrypted(both, ME) == decrypted(both, OTHER) == b"photo"


def test_a_file_for_somebody_else_is_refused_politely() -> None:
    with pytest.raises(PackageNotForUs, match="不是发给本机"):
        decrypted(encrypted(LONG, OTHER))


BORDER = len(encrypted(b"")) - 16 + 65_536 + 16
"""Where the first encrypted chunk of 64 KiB ends."""


# The header's length differs from run to run (age greases it), so cases are named, not numbered.
@pytest.mark.parametrize(
    "cut",
    [len(encrypted()) // 2, -1, BORDER, BORDER + 1, -16],
    ids=["half", "last byte", "chunk border", "behind the border", "tag"],
)
def test_a_file_cut_short_is_said_to_be_incomplete(cut: int) -> None:
    with pytest.raises(Damaged, match="不完整或被改动过"):
        decrypted(encrypted()[:cut])


@pytest.mark.parametrize("position", [400, -1, BORDER + 10], ids=["first", "last", "middle"])
def test_one_flipped_bit_in_the_body_is_noticed(position: int) -> None:
    data = bytearray(encrypted())
    data[position] ^= 1
    with pytest.raises(Damaged, match="不完整或被改动过"):
        decrypted(bytes(data))


@pytest.mark.parametrize("position", [0, 25, 60, 130, 170])
def test_one_flipped_bit_in_the_header_is_noticed(position: int) -> None:
    data = bytearray(encrypted())
    data[position] ^= 1
    with pytest.raises((Damaged, PackageNotForUs)):
        decrypted(bytes(data))


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe0" * 99, b"age-encryption.org/v1\n", b"\0"])
def test_what_is_no_encrypted_file_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(Damaged, match="age 格式"):
        decrypted(data)


def test_a_passphrase_file_that_wants_a_gigabyte_is_refused_at_once() -> None:
    slow = pyrage.passphrase.encrypt(b"hello", "pw").split(b"\n")
    slow[1] = slow[1].rsplit(b" ", 1)[0] + b" 30"
    start = perf_counter()
    with pytest.raises((PackageNotForUs, Damaged)):
        decrypted(b"\n".join(slow))
    assert perf_counter() - start < 1


@pytest.mark.parametrize("count", [1_000, 600_000])
def test_a_header_with_endless_recipients_is_refused_at_once(count: int) -> None:
    body = b64encode(bytes(32)).rstrip(b"=")
    stanza = b"-> X25519 " + body + b"\n" + body + b"\n"
    start = perf_counter()
    with pytest.raises(Damaged, match="age 格式"):
        decrypted(b"age-encryption.org/v1\n" + stanza * count + b"--- " + body + b"\n")
    assert perf_counter() - start < 1


def test_the_most_recipients_a_package_may_have_still_open() -> None:
    assert decrypted(encrypted(b"x", *[OTHER] * 250, ME)) == b"x"


@pytest.mark.parametrize("text", ["", "age1", "李工", "AGE-SECRET-KEY-1"])
def test_what_is_no_key_is_named_before_anything_is_written(text: str) -> None:
    out = BytesIO()
    with pytest.raises(Invalid, match="收件人公钥"):
        age.encrypt_stream(BytesIO(LONG), out, [text])
    with pytest.raises(Invalid, match="解密密钥"):
        age.recipient_of(text)
    assert out.getvalue() == b""


def test_nothing_is_encrypted_to_nobody() -> None:
    with pytest.raises(Invalid, match="收件人"):
        age.encrypt_stream(BytesIO(LONG), BytesIO(), [])


class Broken(BytesIO):
    """A file on a disk that fails in the middle."""

    def __init__(self, data: bytes, error: OSError | AuditorError, *, at: str) -> None:
        super().__init__(data)
        self._error = error
        self._at = at

    def read(self, size: int | None = -1, /) -> bytes:
        if self._at == "read" and self.tell():
            raise self._error
        return super().read(size)

    def write(self, data: object, /) -> int:
        raise self._error


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), Damaged("坏照片")])
def test_an_error_of_a_file_is_not_taken_for_bad_encryption(error: OSError | AuditorError) -> None:
    recipients = [age.recipient_of(ME)]
    for act in (
        lambda: age.encrypt_stream(Broken(LONG, error, at="read"), BytesIO(), recipients),
        lambda: age.encrypt_stream(BytesIO(LONG), Broken(b"", error, at="write"), recipients),
        lambda: age.decrypt_stream(Broken(encrypted(), error, at="read"), BytesIO(), [ME]),
        lambda: age.decrypt_stream(BytesIO(encrypted()), Broken(b"", error, at="write"), [ME]),
    ):
        with pytest.raises(type(error)) as caught:
            act()
        assert caught.value is error


@pytest.mark.skipif(not which("age"), reason="the public tool `age` is not installed")
def test_the_public_tool_opens_our_file_and_we_open_its(tmp_path: Path) -> None:
    (tmp_path / "key.txt").write_text(ME)
    command = ["age", "-d", "-i", str(tmp_path / "key.txt")]
    done = subprocess.run(command, input=encrypted(), capture_output=True, check=True)
    assert done.stdout == LONG
    command = ["age", "-r", age.recipient_of(ME)]
    theirs = subprocess.run(command, input=LONG, capture_output=True, check=True)
    assert decrypted(theirs.stdout) == LONG
