"""Evidence files: whole, once, hidden, and the same bytes years later."""

import errno
import os
import shutil
import subprocess
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO, UnsupportedOperation
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from auditor_app.errors import Damaged, DiskFull, FileTrouble, Invalid, NotFound
from auditor_app.security.age import (
    decrypt_stream,
    encrypt_stream,
    generate_identity,
    recipient_of,
)
from auditor_app.storage.blobs import LARGEST, Blobs, Cipher, Staged

PHOTO = os.urandom(200_000)
NAME_KEY = bytes(range(32))
MINE, OFFICE, STRANGER = (generate_identity() for _ in range(3))


def encrypt(reader: BinaryIO, writer: BinaryIO) -> None:
    encrypt_stream(reader, writer, [recipient_of(MINE), recipient_of(OFFICE)])


def decrypting(identity: str) -> Cipher:
    def decrypt(reader: BinaryIO, writer: BinaryIO) -> None:
        decrypt_stream(reader, writer, [identity])

    return decrypt


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


@pytest.fixture
def blobs(folder: Path) -> Blobs:
    return Blobs(folder, NAME_KEY, encrypt=encrypt, decrypt=decrypting(MINE))


class Failing(BytesIO):
    """A file that gives up after a while: a stick pulled out, a disk gone full."""

    def __init__(self, number: int, after: int, data: bytes = b"") -> None:
        super().__init__(data)
        self.name = "IMG_0001.jpg"
        self._error = OSError(number, os.strerror(number))
        self._left = after

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self._spend(len(data))
        return data

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # age writes bytes only
        self._spend(len(data))
        return super().write(data)

    def _spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise self._error


def the_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_photo_comes_back_bit_for_bit(blobs: Blobs) -> None:
    kept = blobs.keep(BytesIO(PHOTO))
    assert (kept.sha256, kept.size) == (sha256(PHOTO).hexdigest(), len(PHOTO))
    assert blobs.has(kept.sha256)
    assert blobs.load(kept.sha256) == PHOTO


def test_an_empty_file_is_kept_too(blobs: Blobs) -> None:
    assert blobs.load(blobs.keep(BytesIO()).sha256) == b""


def test_neither_name_nor_content_tell_a_thief_anything(blobs: Blobs, folder: Path) -> None:
    kept = blobs.keep(BytesIO(PHOTO))
    path = the_file(folder)
    assert len(path.stem) == 40
    assert path.stem not in kept.sha256
    assert PHOTO[:16] not in path.read_bytes()
    other = Blobs(folder, bytes(32), encrypt=encrypt, decrypt=decrypting(MINE))
    assert not other.has(kept.sha256)


def test_the_office_key_opens_a_photo_without_the_vault(
    blobs: Blobs, folder: Path, tmp_path: Path
) -> None:
    blobs.keep(BytesIO(PHOTO))
    key = tmp_path / "office.key"
    key.write_text(OFFICE)
    age = shutil.which("age")
    assert age, "the gate needs the public age tool"
    done = subprocess.run([age, "-d", "-i", key, the_file(folder)], capture_output=True, check=True)
    assert done.stdout == PHOTO


def test_the_same_photo_is_kept_once(blobs: Blobs, folder: Path) -> None:
    first = blobs.keep(BytesIO(PHOTO))
    before = the_file(folder).read_bytes()
    assert blobs.keep(BytesIO(PHOTO)) == first
    assert the_file(folder).read_bytes() == before


def test_taking_in_a_damaged_photo_again_heals_it(blobs: Blobs, folder: Path) -> None:
    kept = blobs.keep(BytesIO(PHOTO))
    the_file(folder).write_bytes(b"rot")
    assert not blobs.is_whole(kept.sha256)
    blobs.keep(BytesIO(PHOTO))
    assert blobs.load(kept.sha256) == PHOTO
    assert len(blobs.names()) == 1


@pytest.mark.parametrize("after", [0, 8192, 100_000, len(PHOTO) - 1])
def test_a_stick_pulled_out_in_the_middle_leaves_nothing(
    blobs: Blobs, folder: Path, after: int
) -> None:
    with pytest.raises(FileTrouble, match=r"IMG_0001\.jpg"):
        blobs.keep(Failing(errno.EIO, after, PHOTO))
    assert list(folder.iterdir()) == []


def test_a_full_disk_is_told_as_such_not_as_bad_encryption(blobs: Blobs, folder: Path) -> None:
    with pytest.raises(DiskFull):
        blobs.keep(Failing(errno.ENOSPC, 50_000, PHOTO))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("written", [0, 1000])
def test_an_encryption_that_fails_leaves_nothing(folder: Path, written: int) -> None:
    def broken(reader: BinaryIO, writer: BinaryIO) -> None:
        reader.read(10)
        writer.write(bytes(written))
        raise Invalid("no recipient")

    store = Blobs(folder, NAME_KEY, encrypt=broken, decrypt=decrypting(MINE))
    with pytest.raises(Invalid, match="no recipient"):
        store.keep(BytesIO(PHOTO))
    assert list(folder.iterdir()) == []


def test_a_power_cut_before_the_name_leaves_only_what_sweeping_takes(
    blobs: Blobs, folder: Path
) -> None:
    token = blobs.stage(PHOTO, sha256(PHOTO).hexdigest())
    assert [path.suffix for path in folder.iterdir()] == [".part"]
    assert token.part.is_file()
    assert blobs.names() == []
    assert blobs.sweep() == 1
    assert list(folder.iterdir()) == []


class Endless:
    """More bytes than a photo may have, without needing the room."""

    def __init__(self, size: int) -> None:
        self._left = size

    def read(self, size: int = -1) -> bytes:
        count = min(self._left, max(size, 0))
        self._left -= count
        return bytes(count)


def copying(reader: BinaryIO, writer: BinaryIO) -> None:
    while chunk := reader.read(1 << 20):
        writer.write(chunk)


@pytest.fixture
def plain_blobs(folder: Path) -> Blobs:
    """The store with a cipher that only copies: for sizes, where age would take seconds."""
    return Blobs(folder, NAME_KEY, encrypt=copying, decrypt=copying)


def test_the_largest_photo_is_taken(plain_blobs: Blobs) -> None:
    assert plain_blobs.keep(cast(BinaryIO, Endless(LARGEST))).size == 64 << 20


def test_a_file_one_byte_larger_is_refused(plain_blobs: Blobs, folder: Path) -> None:
    with pytest.raises(Invalid, match="64 MB"):
        plain_blobs.keep(cast(BinaryIO, Endless(LARGEST + 1)))
    assert list(folder.iterdir()) == []


def test_a_stored_file_that_unfolds_without_end_is_stopped(
    folder: Path, plain_blobs: Blobs
) -> None:
    def endless(_reader: BinaryIO, writer: BinaryIO) -> None:
        while True:
            writer.write(bytes(1 << 20))

    kept = plain_blobs.keep(BytesIO(PHOTO))
    store = Blobs(folder, NAME_KEY, encrypt=copying, decrypt=endless)
    with pytest.raises(Damaged):
        store.load(kept.sha256)


def flip(data: bytes) -> bytes:
    return data[:-20] + bytes([data[-20] ^ 1]) + data[-19:]


@pytest.mark.parametrize(
    "hurt",
    [flip, lambda data: data[:-1], lambda data: data[: len(data) // 2], lambda _: b""],
    ids=["one bit", "one byte short", "half", "empty"],
)
def test_a_damaged_photo_is_named_and_never_handed_out(
    blobs: Blobs, folder: Path, hurt: Callable[[bytes], bytes]
) -> None:
    kept = blobs.keep(BytesIO(PHOTO))
    path = the_file(folder)
    path.write_bytes(hurt(path.read_bytes()))
    with pytest.raises(Damaged, match=kept.sha256[:12]):
        blobs.load(kept.sha256)


def test_two_photos_that_changed_places_are_found_out(blobs: Blobs, folder: Path) -> None:
    kept = [blobs.keep(BytesIO(data)) for data in (PHOTO, PHOTO[1:])]
    first, second = (folder / name for name in blobs.names())
    swapped = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(swapped)
    for one in kept:
        with pytest.raises(Damaged):
            blobs.load(one.sha256)


def test_a_photo_encrypted_to_others_is_not_ours_to_open(blobs: Blobs, folder: Path) -> None:
    kept = blobs.keep(BytesIO(PHOTO))
    stranger = Blobs(folder, NAME_KEY, encrypt=encrypt, decrypt=decrypting(STRANGER))
    with pytest.raises(Damaged):
        stranger.load(kept.sha256)


def test_a_photo_that_is_not_here_is_not_found(blobs: Blobs) -> None:
    absent = "0" * 64
    assert not blobs.has(absent)
    assert not blobs.is_whole(absent)
    with pytest.raises(NotFound, match="0" * 12):
        blobs.load(absent)


@pytest.mark.parametrize("bad", ["", "0" * 63, "0" * 65, "G" * 64, "../x", "０" * 64, "A" * 64])
def test_what_is_no_fingerprint_never_becomes_a_file_name(blobs: Blobs, bad: str) -> None:
    with pytest.raises(Invalid):
        blobs.has(bad)


def test_a_photo_is_copied_out_in_small_pieces(blobs: Blobs) -> None:
    kept = blobs.keep(BytesIO(PHOTO))
    out = BytesIO()
    assert blobs.copy_out(kept.sha256, out) == len(PHOTO)
    assert out.getvalue() == PHOTO


def test_a_full_stick_while_copying_out_is_told_as_such(blobs: Blobs) -> None:
    kept = blobs.keep(BytesIO(PHOTO))
    with pytest.raises(DiskFull):
        blobs.copy_out(kept.sha256, Failing(errno.ENOSPC, 1000))


def test_a_goal_that_cannot_be_flushed_is_told(blobs: Blobs, folder: Path) -> None:
    class Unflushable(BytesIO):
        def flush(self) -> None:
            raise OSError(errno.EIO, "Input/output error")

    def flushing(reader: BinaryIO, writer: BinaryIO) -> None:
        decrypting(MINE)(reader, writer)
        writer.flush()

    kept = blobs.keep(BytesIO(PHOTO))
    store = Blobs(folder, NAME_KEY, encrypt=encrypt, decrypt=flushing)
    assert store.is_whole(kept.sha256)
    with pytest.raises(FileTrouble):
        store.copy_out(kept.sha256, Unflushable())


def test_a_reader_that_cannot_read_is_told(blobs: Blobs, folder: Path) -> None:
    class WriteOnly(BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise UnsupportedOperation("read")

    with pytest.raises(FileTrouble):
        blobs.keep(WriteOnly())
    assert list(folder.iterdir()) == []


def test_photos_without_a_record_are_listed_and_kept(blobs: Blobs) -> None:
    known = blobs.keep(BytesIO(PHOTO)).sha256
    orphan = blobs.keep(BytesIO(b"taken, then the battery died")).sha256
    (name,) = blobs.orphans({known})
    assert name in blobs.names()
    assert blobs.orphans({known, orphan}) == []
    assert blobs.load(orphan)


def test_an_empty_store_has_nothing(blobs: Blobs, folder: Path) -> None:
    assert blobs.names() == []
    assert blobs.orphans(set()) == []
    assert blobs.sweep() == 0
    blobs.publish([])
    assert not folder.exists()


def staged(blobs: Blobs, *photos: bytes) -> list[Staged]:
    return [blobs.stage(data, sha256(data).hexdigest()) for data in photos]


def test_received_photos_appear_together(blobs: Blobs) -> None:
    tokens = staged(blobs, PHOTO, PHOTO[1:])
    assert blobs.names() == []
    blobs.publish(tokens)
    assert len(blobs.names()) == 2
    assert blobs.load(sha256(PHOTO).hexdigest()) == PHOTO
    assert blobs.sweep() == 0


def test_a_refused_package_leaves_no_photo(blobs: Blobs, folder: Path) -> None:
    blobs.discard(staged(blobs, PHOTO, PHOTO[1:]))
    assert list(folder.iterdir()) == []


def test_a_received_photo_that_is_not_what_the_record_says_is_refused(
    blobs: Blobs, folder: Path
) -> None:
    with pytest.raises(Damaged):
        blobs.stage(PHOTO, sha256(b"another").hexdigest())
    assert list(folder.iterdir()) == []


def test_receiving_a_photo_twice_keeps_it_once(blobs: Blobs) -> None:
    for _ in range(2):
        blobs.publish(staged(blobs, PHOTO))
    assert len(blobs.names()) == 1
    assert blobs.load(sha256(PHOTO).hexdigest()) == PHOTO
