"""Evidence files: one encrypted file per photo, written before the row that names it.

The name on disk is HMAC-SHA256 (store key, SHA-256 of the original bytes), first 40 hex digits: a
plain hash would let a thief confirm that a file he knows is there. Encryption is age and comes
from outside, bound to its recipients, so that `age -d` opens the files without this program.
"""

import hmac
import re
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256 as new_sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from auditor_app.errors import AuditorError, Damaged, DiskFull, FileTrouble, Invalid, NotFound
from auditor_app.files import (
    CHUNK,
    PART,
    Part,
    fsync_dir,
    fsync_file,
    make_folder,
    remove,
    rename,
    sweep_parts,
    translated,
    trouble,
)

Cipher = Callable[[BinaryIO, BinaryIO], object]
"""Reads the first file to its end and writes the second; an error of a file is raised as is."""

LARGEST = 64 << 20
"""Bytes one evidence file may have."""

_SUFFIX = ".age"
_NAME_DIGITS = 40
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the journal notes about a file: SHA-256 (hex) and size of its original bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """An encrypted file that waits under a temporary name for `publish`."""

    part: Path
    goal: Path


class Blobs:
    """The evidence store in one flat folder."""

    def __init__(self, folder: Path, name_key: bytes, *, encrypt: Cipher, decrypt: Cipher) -> None:
        self._folder = folder
        self._name_key = name_key
        self._encrypt = encrypt
        self._decrypt = decrypt

    @property
    def folder(self) -> Path:
        """Where the files lie."""
        return self._folder

    def keep(self, reader: BinaryIO) -> Kept:
        """Encrypt and hash in one read; when this returns, the file survives a power cut.

        Content that is kept already is kept once; a damaged earlier copy is replaced.
        """
        with self._new_part() as part:
            kept = self._fill(part, reader)
            if self.is_whole(kept.sha256):
                part.discard()
            else:
                part.seal()
                part.publish(self._path(kept.sha256))
        # Also for what is here already: an earlier intake may have died or failed just before this.
        fsync_dir(self._folder)
        return kept

    def stage(self, data: bytes, sha256: str, *, is_proven: bool = False) -> Staged:
        """Encrypt received bytes under a temporary name, if they are what `sha256` says.

        `is_proven`: the caller has just hashed these very bytes. The disk writes while the next
        photo comes; `publish` waits for it.
        """
        goal = self._path(sha256)
        with self._new_part() as part:
            if is_proven:
                self._encrypt(BytesIO(data), cast(BinaryIO, _Tap(part.file, part.path)))
            elif self._fill(part, BytesIO(data)).sha256 != sha256:
                raise _damaged(sha256)
            part.close()
        return Staged(part=part.path, goal=goal)

    def publish(self, tokens: Iterable[Staged]) -> None:
        """Give staged files their names and make all of them durable at once."""
        staged = tuple(tokens)
        for token in staged:
            fsync_file(token.part)
        for token in staged:
            rename(token.part, token.goal)
        if self._folder.is_dir():
            fsync_dir(self._folder)

    def discard(self, tokens: Iterable[Staged]) -> None:
        """Forget staged files."""
        for token in tokens:
            remove(token.part)

    def has(self, sha256: str) -> bool:
        """Whether a file is there; says nothing about its state."""
        return self._path(sha256).is_file()

    def is_whole(self, sha256: str) -> bool:
        """Whether a file is there and still decrypts to the bytes once kept."""
        try:
            self.copy_out(sha256, cast(BinaryIO, _Nowhere()))
        except (Damaged, NotFound):
            return False
        return True

    def load(self, sha256: str) -> bytes:
        """The original bytes, verified. NotFound when absent, Damaged when altered."""
        buffer = BytesIO()
        self.copy_out(sha256, buffer)
        return buffer.getvalue()

    def load_unproven(self, sha256: str) -> bytes:
        """What the file decrypts to, for a caller who hashes it himself; errors as in `load`."""
        buffer = BytesIO()
        self._decrypt_to(sha256, _Bounded(buffer, _named(buffer)))
        return buffer.getvalue()

    def copy_out(self, sha256: str, writer: BinaryIO) -> int:
        """Write the original bytes and return their count; errors as in `load`.

        The verdict falls at the end: what `writer` took may count only once this returned.
        """
        out = _HashingTap(writer, _named(writer))
        self._decrypt_to(sha256, out)
        if out.sha256 != sha256:
            raise _damaged(sha256)
        return out.size

    def names(self) -> list[str]:
        """File names of everything kept, sorted."""
        with translated(self._folder):
            return sorted(path.name for path in self._folder.glob(f"*{_SUFFIX}"))

    def orphans(self, known: set[str]) -> list[str]:
        """File names that belong to none of the `known` hashes: a crash before the journal."""
        named = {self._path(sha256).name for sha256 in known}
        return [name for name in self.names() if name not in named]

    def sweep(self) -> int:
        """Delete what interrupted intakes left; return how many files went."""
        return sweep_parts(self._folder)

    def _decrypt_to(self, sha256: str, out: "_Tap") -> None:
        path = self._path(sha256)
        if not path.is_file():
            raise NotFound(
                f"照片证据 {sha256[:12]} 的文件不在本机。记录仍在；请从交接包或备份取回。"
            )
        with translated(path), path.open("rb", buffering=CHUNK) as file:
            source = _Tap(file, path)
            try:
                self._decrypt(cast(BinaryIO, source), cast(BinaryIO, out))
            except (DiskFull, FileTrouble):
                raise
            except AuditorError as error:
                raise _damaged(sha256) from error

    def _new_part(self) -> Part:
        # The name depends on the hash, known only after the one read.
        return Part(make_folder(self._folder) / f"{secrets.token_hex(16)}{PART}")

    def _fill(self, part: Part, reader: BinaryIO) -> Kept:
        source, out = _HashingTap(reader, _named(reader)), _Tap(part.file, part.path)
        self._encrypt(cast(BinaryIO, source), cast(BinaryIO, out))
        return Kept(sha256=source.sha256, size=source.size)

    def _path(self, sha256: str) -> Path:
        if not _HASH.fullmatch(sha256):
            raise Invalid(f"{sha256[:64]!a} 不是照片证据的指纹（SHA-256）。没有改动任何内容。")
        name = hmac.digest(self._name_key, bytes.fromhex(sha256), "sha256").hex()
        return self._folder / f"{name[:_NAME_DIGITS]}{_SUFFIX}"


class _Nowhere:
    """Takes everything, keeps nothing."""

    def write(self, data: bytes) -> int:
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""


class _Tap:
    """Stands between the cipher and a file, and says in an error which file it was."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._path = path

    # `translated` around these would cost 2 ms on a 5 MB photo.

    def read(self, size: int = -1) -> bytes:
        try:
            return self._seen(self._file.read(size))
        except OSError as error:
            raise trouble(self._path, error) from error

    def write(self, data: bytes) -> int:
        try:
            return self._file.write(self._seen(data))
        except OSError as error:
            raise trouble(self._path, error) from error

    def flush(self) -> None:
        with translated(self._path):
            self._file.flush()

    def _seen(self, data: bytes) -> bytes:
        return data


class _Bounded(_Tap):
    """The side of the original bytes: counts, refuses what is too large."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        super().__init__(file, path)
        self.size = 0

    def _seen(self, data: bytes) -> bytes:
        self.size += len(data)
        if self.size > LARGEST:
            raise Invalid(
                f"这个文件超过 {LARGEST >> 20} MB，不能作为照片证据保存。没有写入任何内容；"
                "请改用较小的照片，或截取需要的部分。"
            )
        return data


class _HashingTap(_Bounded):
    """The same, hashed."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        super().__init__(file, path)
        self._digest = new_sha256()

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def _seen(self, data: bytes) -> bytes:
        self._digest.update(data)
        return super()._seen(data)


def _named(file: BinaryIO) -> Path:
    """What an error should call this file."""
    return Path(str(getattr(file, "name", "照片")))


def _damaged(sha256: str) -> Damaged:
    return Damaged(
        f"照片证据 {sha256[:12]} 的文件已损坏，与拍摄时的内容不一致。其他证据和记录不受影响；"
        "请从交接包或备份取回这一张。"
    )
