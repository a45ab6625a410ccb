"""The archive inside a package: what goes in comes out, however it is cut."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from shutil import which
from tarfile import USTAR_FORMAT, TarFile, TarInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor_app.errors import PackageInvalid
from auditor_app.exchange import ustar
from tests.core.packages import archive_of, members_of

WORD = st.text("abcdefghijklmnopqrstuvwxyz0123456789._-", min_size=1, max_size=60)
NAME = st.lists(WORD, min_size=1, max_size=4).map("/".join)
ARCHIVE = st.lists(st.tuples(NAME, st.binary(max_size=1500)), max_size=6)


class Record:
    """Notes what is read, piece by piece."""

    def __init__(self) -> None:
        self.found: list[tuple[str, int, bytes]] = []
        self.folders: list[str] = []

    def folder(self, name: str) -> None:
        self.folders.append(name)

    def begin(self, name: str, size: int) -> None:
        self.found.append((name, size, b""))

    def data(self, piece: memoryview) -> None:
        name, size, data = self.found[-1]
        self.found[-1] = (name, size, data + piece)

    def end(self) -> None:
        _, size, data = self.found[-1]
        assert len(data) == size


@settings(max_examples=60, deadline=None)
@given(ARCHIVE, st.lists(st.integers(1, 700), min_size=1))
def test_an_archive_reads_the_same_however_it_is_cut(
    members: list[tuple[str, bytes]], cuts: list[int]
) -> None:
    archive, seen, at, turn = archive_of(members), Record(), 0, 0
    reader = ustar.Reader(seen)
    while at < len(archive):
        step = cuts[turn % len(cuts)]
        reader.write(archive[at : at + step])
        at, turn = at + step, turn + 1
    reader.close()
    assert [(name, data) for name, _, data in seen.found] == members


@settings(max_examples=30, deadline=None)
@given(ARCHIVE)
def test_other_programs_read_our_archive(members: list[tuple[str, bytes]]) -> None:
    with TarFile(fileobj=BytesIO(archive_of(members))) as tar:
        files = [(info.name, tar.extractfile(info)) for info in tar]
        assert [(name, file.read()) for name, file in files if file] == members


@settings(max_examples=30, deadline=None)
@given(ARCHIVE)
def test_we_read_the_archive_of_other_programs(members: list[tuple[str, bytes]]) -> None:
    out = BytesIO()
    with TarFile(fileobj=out, mode="w", format=USTAR_FORMAT) as tar:
        for name, data in members:
            info = TarInfo(name)
            info.size, info.mtime = len(data), 1_800_000_000
            tar.addfile(info, BytesIO(data))
    assert members_of(out.getvalue()) == members


@pytest.mark.skipif(not which("tar"), reason="the public tool `tar` is not installed")
def test_we_read_folders_of_gnu_tar(tmp_path: Path) -> None:
    (tmp_path / "bag" / "data").mkdir(parents=True)
    (tmp_path / "bag" / "data" / "x.csv").write_bytes(b"1")
    command = ["tar", "-c", "--format=ustar", "bag"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert members_of(done.stdout) == [("bag/", b""), ("bag/data/", b""), ("bag/data/x.csv", b"1")]


def test_names_up_to_two_fields_fit() -> None:
    name = f"{'r' * 155}/{'n' * 100}"
    assert members_of(archive_of([(name, b"1")])) == [(name, b"1")]


@pytest.mark.parametrize("name", ["n" * 101, f"{'r' * 156}/{'n' * 99}", f"r/{'n' * 101}"])
def test_longer_names_are_not_written(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        ustar.header(name, 0, 0)


@pytest.mark.parametrize("size", [-1, 1 << 33])
def test_sizes_beyond_the_format_are_not_written(size: int) -> None:
    with pytest.raises(ValueError, match="size"):
        ustar.header("x", size, 0)


def resummed(block: bytes) -> bytes:
    """The header with a checksum that fits what it says."""
    total = sum(block[:148]) + 8 * 32 + sum(block[156:])
    return b"%b%06o\0 %b" % (block[:148], total, block[156:])


def at(position: int, value: bytes) -> Callable[[bytes], bytes]:
    """Overwrite a field and mend the checksum."""
    return lambda block: resummed(block[:position] + value + block[position + len(value) :])


HOSTILE = {
    "symbolic link": (at(156, b"2"), "不是普通文件"),
    "hard link": (at(156, b"1"), "不是普通文件"),
    "character device": (at(156, b"3"), "不是普通文件"),
    "block device": (at(156, b"4"), "不是普通文件"),
    "fifo": (at(156, b"6"), "不是普通文件"),
    "contiguous file": (at(156, b"7"), "不是普通文件"),
    "sparse file": (at(156, b"S"), "不是普通文件"),
    "old file": (at(156, b"\0"), "不是普通文件"),
    "pax header": (at(156, b"x"), "不是普通文件"),
    "global pax header": (at(156, b"g"), "不是普通文件"),
    "gnu long name": (at(156, b"L"), "不是普通文件"),
    "file with a link": (at(157, b"/etc/passwd"), "不是普通文件"),
    "folder with content": (at(156, b"5"), "文件夹"),
    "size in base 256": (at(124, b"\x80" + bytes(10) + b"\x40"), "数字"),
    "size 2^62": (at(124, b"\x80\0\0\0\x40\0\0\0\0\0\0\0"), "数字"),
    "negative size": (at(124, b"-0000000001\0"), "数字"),
    "size with a digit 9": (at(124, b"00000000009\0"), "数字"),
    "size with spaces": (at(124, b"         10\0"), "数字"),
    "size with twelve digits": (at(124, b"777777777777"), "数字"),
    "no mode": (at(100, b"rw-r--r-"), "数字"),
    "hidden bytes": (at(505, b"hidden"), "数字"),
    "gnu magic": (at(257, b"ustar  \0"), "ustar"),
    "no magic": (at(257, bytes(8)), "ustar"),
    "wrong checksum": (lambda block: b"y" + block[1:], "校验和"),
    "checksum no number": (lambda block: block[:148] + b"zzzzzz\0 " + block[156:], "文件头"),
    "name with NUL": (at(0, b"a\0b"), "不合规定"),
    "name not ascii": (at(0, "名".encode()), "不允许的字符"),
    "name with control": (at(0, b"a\nb"), "不合规定"),
    "no name": (at(0, bytes(100)), "不合规定"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_header_is_refused(case: str) -> None:
    edit, words = HOSTILE[case]
    archive = archive_of([("x", b"data")])
    with pytest.raises(PackageInvalid, match=words):
        members_of(edit(archive[:512]) + archive[512:])


def test_a_member_may_not_hide_bytes_in_its_padding() -> None:
    archive = archive_of([("x", b"data")])
    with pytest.raises(PackageInvalid, match="多余内容"):
        members_of(archive[:600] + b"!" + archive[601:])


@pytest.mark.parametrize("cut", [0, 100, 512, 514, 1023, 1024, 1536, 1700])
def test_an_archive_without_its_end_is_refused(cut: int) -> None:
    with pytest.raises(PackageInvalid, match="结束标记"):
        members_of(archive_of([("x", b"data")])[:cut])


@pytest.mark.parametrize("tail", [b"x", b"\0" * 511, b"\0" * 512 + b"x", bytes(1 << 20)])
def test_bytes_after_the_archive_are_refused(tail: bytes) -> None:
    with pytest.raises(PackageInvalid, match="归档"):
        members_of(archive_of([("x", b"data")]) + tail)


def test_an_archive_may_be_filled_up_as_gnu_tar_does() -> None:
    archive = archive_of([("x", b"data")])
    assert members_of(archive.ljust(10_240, b"\0")) == [("x", b"data")]
