"""Packages that attack the receiver: one plain sentence, at once, and nothing is kept."""

import gzip
import os
import resource
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pytest

from auditor_app.errors import (
    AuditorError,
    NewerVersion,
    NotEnoughRoom,
    PackageInvalid,
    PackageNotForUs,
    PackageUntrusted,
)
from auditor_app.exchange import ustar
from auditor_app.exchange.layout import (
    BAG_INFO,
    BAGIT,
    GUIDE,
    INDEX,
    MANIFEST,
    SIGNATURE,
    TAG_MANIFEST,
)
from auditor_app.exchange.unpack import inspect, receive
from auditor_app.security import age
from tests.core.packages import Forge, Keys, Shelf, archive_of, pair

LONGEST = 2.0
"""Seconds any refusal may take."""

MOST_MEMORY = 100 << 20
"""Bytes by which a refusal may grow the process."""


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    """A good package from a trusted sender, taken apart."""
    return Forge(*pair(), tmp_path)


def refused(forge: Forge, path: Path, shelf: Shelf | None = None) -> AuditorError:
    """Receive; return the refusal, having checked that it was quick, small and clean."""
    shelf = shelf or Shelf()
    files = set(forge.folder.iterdir())
    start, memory = perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(AuditorError) as caught:
        receive(path, crypto=forge.receiver, sink=shelf)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) << 10
    assert perf_counter() - start < LONGEST
    assert grown < MOST_MEMORY
    assert shelf.calls[-1] == "abandon"
    assert "finish" not in shelf.calls
    assert not shelf.lines
    assert not shelf.photos
    assert set(forge.folder.iterdir()) == files
    return caught.value


def raw(forge: Forge, data: bytes) -> Path:
    """These bytes as the package's file."""
    path = forge.folder / "raw.age"
    path.write_bytes(data)
    return path


def test_the_forge_itself_makes_good_packages(forge: Forge) -> None:
    forge.count()
    forge.sign()
    assert inspect(forge.write(), crypto=forge.receiver).evidence == 1


# 1-3: the encrypted file


@pytest.mark.parametrize("cut", [0.5, -1, 65_736 + 16, -20])
def test_a_package_cut_short_is_refused(forge: Forge, cut: float) -> None:
    forge.add("data/evidence/" + sha256(bytes(200_000)).hexdigest() + ".bin", bytes(200_000))
    forge.sign()
    good = forge.write().read_bytes()
    end = int(len(good) * cut) if 0 < cut < 1 else int(cut)
    assert "不完整或被改动过" in str(refused(forge, raw(forge, good[:end])))


@pytest.mark.parametrize("position", [30, 100, 300, 1_000, -1])
def test_a_package_with_one_flipped_bit_is_refused(forge: Forge, position: int) -> None:
    data = bytearray(forge.write().read_bytes())
    data[position] ^= 4
    assert isinstance(refused(forge, raw(forge, bytes(data))), PackageInvalid | PackageNotForUs)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff\xe0" + bytes(5000),
        gzip.compress(bytes(10_000_000)),
        archive_of([("bag/bagit.txt", b"x")]),
        b"age-encryption.org/v1\n" + b"-> X25519 a\nb\n" * 4_000_000,
    ],
    ids=["empty", "photo", "gzip bomb", "plain tar", "header of 60 MB"],
)
def test_what_is_no_package_is_refused(forge: Forge, data: bytes) -> None:
    assert "age 格式" in str(refused(forge, raw(forge, data)))


@pytest.mark.parametrize("plain", [b"", b"\xff\xd8" * 900, gzip.compress(bytes(10_000_000))])
def test_an_encrypted_file_that_is_no_archive_is_refused(forge: Forge, plain: bytes) -> None:
    assert "归档" in str(refused(forge, forge.write(plain)))


# 4, 6: who it is from and for


def test_a_package_for_somebody_else_is_refused(forge: Forge) -> None:
    out = BytesIO()
    stranger = Keys()
    age.encrypt_stream(BytesIO(archive_of(forge.listed())), out, stranger.recipients)
    assert isinstance(refused(forge, raw(forge, out.getvalue())), PackageNotForUs)


def test_a_package_encrypted_again_to_us_by_its_recipient_is_refused(forge: Forge) -> None:
    carrier = forge.receiver
    forge.receiver = Keys()
    forge.receiver.trusted = carrier.trusted
    error = refused(forge, forge.write())
    assert isinstance(error, PackageNotForUs)
    assert "转加密" in str(error)


def test_a_package_of_an_unknown_sender_is_refused(forge: Forge) -> None:
    forge.receiver.trusted = {Keys().public}
    shelf = Shelf()
    assert isinstance(refused(forge, forge.write(), shelf), PackageUntrusted)
    assert shelf.calls == ["abandon"]


def test_a_package_signed_by_another_key_than_it_names_is_refused(forge: Forge) -> None:
    forge.sign(Keys())
    assert "签名" in str(refused(forge, forge.write()))


def test_a_sender_may_not_speak_for_another_device(forge: Forge) -> None:
    own, other = forge.sender.signing.device_id, Keys().signing.device_id
    forge.change(BAG_INFO, lambda old: old.replace(own.encode(), other.encode()))
    forge.root = forge.root.replace(own, other)
    forge.sign()
    assert "设备编号" in str(refused(forge, forge.write()))


def test_a_sender_key_that_is_none_is_refused(forge: Forge) -> None:
    class Gullible(Keys):
        def verify(self, sender_key: str, data: bytes, signature: str) -> bool:
            return True

    key = forge.sender.public
    twisted = f"RW{'=' * 54}"
    gullible = Gullible()
    gullible.identity = forge.receiver.identity
    forge.receiver = gullible
    forge.change(BAG_INFO, lambda old: old.replace(key.encode(), twisted.encode()))
    forge.sign()
    assert "公钥不合格式" in str(refused(forge, forge.write()))


@pytest.mark.parametrize(
    "edit",
    [
        lambda _: b"",
        lambda _: b"garbage",
        lambda _: "签名".encode(),
        lambda old: old[:-20],
        lambda old: old.replace(b"forged", b"f0rged"),
        lambda old: old + old,
    ],
    ids=["empty", "garbage", "not ascii", "cut", "comment", "twice"],
)
def test_a_broken_signature_is_refused(forge: Forge, edit: Callable[[bytes], bytes]) -> None:
    forge.sign()
    forge.change(SIGNATURE, edit)
    assert "签名" in str(refused(forge, forge.write()))


@pytest.mark.parametrize("name", [BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, SIGNATURE])
def test_a_package_without_one_of_its_tag_files_is_refused(forge: Forge, name: str) -> None:
    del forge.members[name]
    assert name in str(refused(forge, forge.write()))


# 7, 8: changed after signing


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (BAG_INFO, "李工".encode(), "王工".encode()),
        (BAG_INFO, b"05:14:03Z", b"05:14:04Z"),
        (MANIFEST, b"data/index.csv", b"data/README.txt"),
        (BAGIT, b"1.0", b"0.97"),
        (TAG_MANIFEST, b"bagit.txt", b"bogus.txt"),
    ],
)
def test_tag_files_changed_after_signing_are_refused(
    forge: Forge, name: str, old: bytes, new: bytes
) -> None:
    forge.change(name, lambda data: data.replace(old, new))
    assert "改动过" in str(refused(forge, forge.write()))


def test_a_changed_payload_byte_is_refused(forge: Forge) -> None:
    for name in [name for name in forge.members if name.startswith("data/")]:
        good = forge.members[name]
        forge.change(name, lambda old: old[:-1] + b"?")
        assert "指纹不符" in str(refused(forge, forge.write()))
        forge.members[name] = good


def test_swapped_payloads_are_refused(forge: Forge) -> None:
    forge.members[INDEX], forge.members[GUIDE] = forge.members[GUIDE], forge.members[INDEX]
    assert "指纹不符" in str(refused(forge, forge.write()))


# 9: names, also when a trusted sender lists and signs them


NAMES = [
    "data/../../etc/passwd",
    "/etc/passwd",
    "data//evidence/x",
    "data/C:\\x",
    "data/nul",
    "data/evidence/con.txt",
    "data/evidence/x.jpg.",
    "DATA/INDEX.CSV",
    "data/Index.csv",
    "data/readme.txt",
    "data/a/b/c/d/e/f/g/h/i",
    "data/evidence/" + "a" * 64 + ".exe",
    "data/evidence/" + "A" * 64 + ".jpg",
    "data/evidence/" + "a" * 64 + ".jpg",
    "data/journal/" + "a" * 23 + ".jsonl",
    "data/journal/" + "a" * 24 + ".jsonl.exe",
    "data/journal/",
    "fetch.txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_outside_the_layout_is_refused_even_when_signed(forge: Forge, name: str) -> None:
    forge.add(name, b"harm")
    forge.sign()
    assert isinstance(refused(forge, forge.write()), PackageInvalid)


@pytest.mark.parametrize(
    "line",
    ["x", "00  data/index.csv", "{}\tdata/index.csv", "{}   data/index.csv", "{} 数据", "{}  "],
)
def test_a_manifest_line_of_another_shape_is_refused(forge: Forge, line: str) -> None:
    text = f"{line.format('0' * 64)}\n".encode()
    forge.change(MANIFEST, lambda old: old + text)
    forge.sign()
    error = refused(forge, forge.write())
    assert isinstance(error, PackageInvalid)
    assert any(words in str(error) for words in ("一行不合规定", "不允许的字符", "名称"))


@pytest.mark.parametrize("root", ["..", ".", "bag", "C:", "a" * 150, "nul"])
def test_a_root_folder_of_another_name_is_refused(forge: Forge, root: str) -> None:
    forge.root = root
    assert "根文件夹" in str(refused(forge, forge.write()))


# 10-12 are refused by the archive reader (test_ustar.py); here, inside a signed package


@pytest.mark.parametrize("kind", [b"1", b"2", b"3", b"6", b"S", b"x", b"L"])
def test_a_member_that_is_no_file_is_refused(forge: Forge, kind: bytes) -> None:
    block = bytearray(ustar.header(f"{forge.root}/data/link", 3_000_000_000, 0))
    block[156:157] = kind
    block[148:156] = b"%06o\0 " % (sum(block[:148]) + 8 * 32 + sum(block[156:]))
    archive = archive_of(forge.listed())[: -len(ustar.END)] + bytes(block)
    assert "不是普通文件" in str(refused(forge, forge.write(archive)))


# 13: members and manifest don't agree


def test_a_member_that_is_not_listed_is_refused(forge: Forge) -> None:
    forge.members["data/journal/" + "0" * 24 + ".jsonl"] = b"{}\n"
    assert "不在清单中" in str(refused(forge, forge.write()))


def test_a_listed_member_that_does_not_come_is_refused(forge: Forge) -> None:
    forge.members.popitem()
    assert "缺少清单中的 1 个文件" in str(refused(forge, forge.write()))


def test_a_member_that_comes_twice_is_refused(forge: Forge) -> None:
    archive = archive_of([*forge.listed(), forge.listed()[-1]])
    assert "两次" in str(refused(forge, forge.write(archive)))


def test_a_tag_file_that_comes_twice_is_refused(forge: Forge) -> None:
    archive = archive_of([forge.listed()[0], *forge.listed()])
    assert "重复" in str(refused(forge, forge.write(archive)))


def test_a_tag_file_after_the_payload_is_refused(forge: Forge) -> None:
    archive = archive_of([*forge.listed(), forge.listed()[0]])
    assert "排在内容之后" in str(refused(forge, forge.write(archive)))


def test_payload_before_the_tag_files_is_refused(forge: Forge) -> None:
    assert "缺少标签文件" in str(refused(forge, forge.write(archive_of(forge.listed()[::-1]))))


def test_a_second_root_folder_is_refused(forge: Forge) -> None:
    archive = archive_of([*forge.listed(), ("other/data/index.csv", b"")])
    assert "一个以上的根文件夹" in str(refused(forge, forge.write(archive)))


@pytest.mark.parametrize(
    "edit",
    [
        lambda _: b"",
        lambda _: b"\xff\xfe\n",
        lambda old: old[:-1],
        lambda old: b"\xef\xbb\xbf" + old,
        lambda old: old.replace(b"\n", b"\r\n"),
        lambda old: old + old.splitlines(keepends=True)[-1],
        lambda old: old + b"\0\n",
        lambda old: old * 60,
    ],
    ids=["empty", "not utf-8", "no last line feed", "mark", "crlf", "line twice", "NUL", "all x60"],
)
def test_a_manifest_of_another_form_is_refused(
    forge: Forge, edit: Callable[[bytes], bytes]
) -> None:
    forge.change(MANIFEST, edit)
    forge.sign()
    assert isinstance(refused(forge, forge.write()), PackageInvalid)


# 14, 15: floods


@pytest.mark.parametrize("tail", [b"more", bytes(50_000_000), archive_of([("x/y", b"1")])])
def test_bytes_after_the_archive_are_refused(forge: Forge, tail: bytes) -> None:
    path = forge.write(archive_of(forge.listed()) + tail)
    assert "多余内容" in str(refused(forge, path))


def test_sixty_thousand_folders_are_refused(forge: Forge) -> None:
    def folder(name: str) -> bytes:
        block = bytearray(ustar.header(name, 0, 0))
        block[156:157] = b"5"
        block[148:156] = b"%06o\0 " % (sum(block[:148]) + 8 * 32 + sum(block[156:]))
        return bytes(block)

    many = b"".join(folder(f"{forge.root}/d{n}/") for n in range(60_000))
    assert "文件夹" in str(refused(forge, forge.write(many)))
    same = folder(f"{forge.root}/data/") * 60_000
    assert "文件夹" in str(refused(forge, forge.write(same)))


def test_a_manifest_of_seventy_megabytes_is_refused(forge: Forge) -> None:
    forge.change(MANIFEST, lambda old: old * (70_000_000 // len(old)))
    assert "过大" in str(refused(forge, forge.write()))


def test_a_manifest_of_too_many_lines_is_refused(forge: Forge) -> None:
    lines = b"".join(b"%064x  data/evidence/%064x.jpg\n" % (n, n) for n in range(20_001))
    forge.change(MANIFEST, lambda _: lines)
    forge.sign()
    assert "行数过多" in str(refused(forge, forge.write()))


def test_a_photo_larger_than_any_is_refused_before_it_is_read(forge: Forge) -> None:
    name = f"data/evidence/{'0' * 64}.jpg"
    forge.change(MANIFEST, lambda old: old + f"{'0' * 64}  {name}\n".encode())
    forge.count()
    forge.change(BAG_INFO, lambda old: old.replace(b".4\n", b".5\n"))
    forge.sign()
    archive = archive_of(forge.listed())[: -len(ustar.END)]
    archive += ustar.header(f"{forge.root}/{name}", (64 << 20) + 1, 0)
    assert "过大" in str(refused(forge, forge.write(archive)))


def with_oxum(forge: Forge, oxum: str) -> Path:
    """The package with another signed Payload-Oxum."""
    lines = forge.members[BAG_INFO].decode().splitlines()
    kept = [line for line in lines if not line.startswith("Payload-Oxum")]
    text = "".join(f"{line}\n" for line in [*kept, oxum] if line)
    forge.members[BAG_INFO] = text.encode()
    forge.sign()
    return forge.write()


@pytest.mark.parametrize(
    ("oxum", "words"),
    [
        ("", "Payload-Oxum"),
        ("Payload-Oxum: many", "Payload-Oxum"),
        ("Payload-Oxum: -1.4", "Payload-Oxum"),
        ("Payload-Oxum: 10.4\nPayload-Oxum: 10.4", "Payload-Oxum"),
        ("Payload-Oxum: 10.4", "比 Payload-Oxum 声明的多"),
        ("Payload-Oxum: 9999999.4", "比 Payload-Oxum 声明的少"),
        ("Payload-Oxum: 9999999.5", "文件数与 Payload-Oxum 不符"),
    ],
)
def test_a_payload_other_than_its_oxum_is_refused(forge: Forge, oxum: str, words: str) -> None:
    assert words in str(refused(forge, with_oxum(forge, oxum)))


def test_a_claim_of_nine_hundred_terabytes_is_refused_before_the_payload(forge: Forge) -> None:
    shelf = Shelf()
    error = refused(forge, with_oxum(forge, f"Payload-Oxum: {900 * 10**12}.4"), shelf)
    assert isinstance(error, NotEnoughRoom)
    assert shelf.calls == ["abandon"]


# what bag-info may say


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Auditor-Number: 3", "Auditor-Number: 0"),
        ("Auditor-Number: 3", "Auditor-Number: 3\nAuditor-Number: 3"),
        ("Auditor-Number: 3", "Auditor-Number: ３"),
        ("Auditor-Audit: ", "Auditor-Audit: ../"),
        ("李工", "李" * 81),
        ("李工", "李\u202e工"),
        ("李工", "李\x1b[2J工"),
        ("Bag-Count: 1 of 1", "Bag-Count: 2 of 1"),
        ("Bag-Group-Identifier: a1", "Bag-Group-Identifier: b2"),
        ("Auditor-Recipient: age1", "Auditor-Recipient: ssh-"),
        ("Auditor-Have: ", "Auditor-Have: 12 "),
        ("2026-11-20T", "2026-13-20T"),
        ("Auditor-Sender: ", "Auditor-Sender:"),
        ("Auditor-Sender: ", "\tAuditor-Sender: "),
    ],
)
def test_bag_info_of_another_form_is_refused(forge: Forge, old: str, new: str) -> None:
    forge.change(BAG_INFO, lambda data: data.decode().replace(old, new).encode())
    forge.sign()
    assert "bag-info.txt" in str(refused(forge, forge.write()))


def test_too_many_recipients_are_refused(forge: Forge) -> None:
    line = next(line for line in forge.members[BAG_INFO].splitlines() if b"Recipient" in line)
    forge.change(BAG_INFO, lambda old: old + (line + b"\n") * 250)
    forge.sign()
    assert "Auditor-Recipient" in str(refused(forge, forge.write()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Auditor-Format: 1", "Auditor-Format: 2"),
        ("Auditor-Number", "Auditor-Lock: x\nAuditor-Number"),
    ],
)
def test_a_package_of_a_newer_version_is_refused_politely(forge: Forge, old: str, new: str) -> None:
    forge.change(BAG_INFO, lambda data: data.replace(old.encode(), new.encode()))
    forge.sign()
    assert isinstance(refused(forge, forge.write()), NewerVersion)


def test_labels_of_other_bag_tools_are_no_matter(forge: Forge) -> None:
    forge.change(BAG_INFO, lambda old: b"Contact-Name: A\nContact-Name: B\n" + old)
    forge.sign()
    assert inspect(forge.write(), crypto=forge.receiver).members == 9


def test_another_bagit_version_is_refused(forge: Forge) -> None:
    forge.change(BAGIT, lambda old: old.replace(b"1.0", b"2.0"))
    forge.sign()
    assert "bagit.txt" in str(refused(forge, forge.write()))


def test_a_tag_manifest_with_more_than_the_tag_files_is_refused(forge: Forge) -> None:
    forge.change(TAG_MANIFEST, lambda old: old + b"0" * 64 + b"  data/index.csv\n")
    forge.members[SIGNATURE] = forge.sender.sign(forge.members[TAG_MANIFEST], "x").encode()
    assert "tagmanifest" in str(refused(forge, forge.write()))


# journals


JOURNAL = f"data/journal/{'0' * 24}.jsonl"


def test_a_journal_line_without_end_is_refused(forge: Forge) -> None:
    forge.add(JOURNAL, b'{"seq":1}\n{"seq":2}')
    forge.sign()
    assert "最后一行不完整" in str(refused(forge, forge.write()))


def test_a_line_longer_than_any_is_refused(forge: Forge) -> None:
    forge.add(JOURNAL, b"x" * (20 << 20) + b"\n")
    forge.sign()
    assert "一行过长" in str(refused(forge, forge.write()))


def test_no_byte_of_the_archive_may_change(forge: Forge) -> None:
    good = archive_of(forge.listed())
    unsigned = good.index(b"untrusted comment")  # by minisign's own definition
    free = range(unsigned, good.index(b"\n", unsigned))
    for position in set(range(0, len(good), 97)) - set(free):
        changed = bytearray(good)
        changed[position] ^= 1 << position % 8
        assert isinstance(refused(forge, forge.write(bytes(changed))), AuditorError)


def test_random_bytes_are_refused(forge: Forge) -> None:
    for _ in range(20):
        assert isinstance(refused(forge, forge.write(os.urandom(3000))), PackageInvalid)
