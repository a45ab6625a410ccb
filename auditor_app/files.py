"""The safe file verbs: what stands under a real name is whole and on the disk.

Every write goes to a `.part` beside its goal, is flushed to the disk, then renamed, then the
folder is flushed. A crash leaves the old file or the new one, and at worst a `.part` to sweep.
Raw verbs (`Path.write_bytes`, `shutil.copy`, `os.mkdir`) are for this module only.
"""

import errno
import hashlib
import os
import shutil
import unicodedata
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Self

from auditor_app.errors import Damaged, DiskFull, FileTrouble, Invalid, NotFound

PART = ".part"
CHUNK = 1 << 20
_TWIN_MARK = b"auditor-twin 1 "
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_BAD_IN_NAMES = frozenset('/\\:*?"<>|')
_DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
_LONGEST_NAME = 255


@contextmanager
def translated(path: Path) -> Generator[None, None, None]:
    """Turn the system's errors about `path` into ours, with a sentence the user can act on."""
    try:
        yield
    except OSError as error:
        raise trouble(path, error) from error


def trouble(path: Path, error: OSError) -> DiskFull | FileTrouble | NotFound:
    """Our error for the system's, for loops too tight for `translated`."""
    named = error.filename if isinstance(error.filename, str) else path
    name = Path(named).name.removesuffix(PART) or str(path)
    if error.errno in _NO_ROOM:
        return DiskFull(f"磁盘空间不足,“{name}”没有写入。已保存的内容不受影响;请腾出空间后重试。")
    if error.errno == errno.ENOENT:
        return NotFound(f"找不到“{name}”。请确认它没有被移动或删除。")
    if error.errno in _DENIED:
        return FileTrouble(f"没有权限读写“{name}”。请检查文件夹权限,或换一个位置。")
    if error.errno == errno.EIO:
        return FileTrouble(
            f"磁盘读写“{name}”时出错,磁盘可能有故障。本次内容没有保存;"
            "请尽快把已有数据备份到另一块磁盘。"
        )
    reason = error.strerror or str(error)
    return FileTrouble(f"无法读写“{name}”({reason})。已保存的内容不受影响;请重试或换一个位置。")


class Part:
    """A file on its way: write to `.file`, then `seal`, then `publish`.

    As a context manager it is discarded when the block fails, and left alone when it ends well.
    """

    def __init__(self, path: Path, mode: int = 0o600) -> None:
        self.path = path
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with translated(path):
            # O_EXCL after unlink: a planted link is never followed, old permissions never kept.
            path.unlink(missing_ok=True)
            self.file: BinaryIO = os.fdopen(os.open(path, flags, mode), "w+b")
        self._flowed = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self.discard()

    def flow(self) -> None:
        """Let the disk begin with what was written since the last call; promises nothing.

        Without it all of a large file waits for `seal`: half a second a GB.
        """
        with translated(self.path):
            self.file.flush()
            end = self.file.tell()
            if hasattr(os, "posix_fadvise"):
                # Linux sends off what is dirty; what it still has to write stays in memory.
                length = end - self._flowed
                os.posix_fadvise(self.file.fileno(), self._flowed, length, os.POSIX_FADV_DONTNEED)
        self._flowed = end

    def close(self) -> None:
        """Let the disk go on by itself; `fsync_file` must follow before the file is named."""
        self.flow()
        with translated(self.path):
            self.file.close()

    def seal(self) -> None:
        """Bring every byte to the disk; the name is still temporary."""
        with translated(self.path):
            self.file.flush()
            os.fsync(self.file.fileno())
            self.file.close()

    def publish(self, goal: Path) -> None:
        """Give the sealed file its real name; durable once `fsync_dir(goal.parent)` returned."""
        rename(self.path, goal)

    def discard(self) -> None:
        """Leave nothing behind, whatever happened before."""
        with suppress(OSError):  # a failing flush in close() must not keep the file
            self.file.close()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


@contextmanager
def atomic_writer(path: Path, mode: int = 0o600) -> Generator[BinaryIO, None, None]:
    """Yield a binary file that becomes `path`, whole and durable, when the block ends well."""
    with Part(part_of(path), mode) as part:
        with translated(path):
            yield part.file
        part.seal()
        part.publish(path)
    fsync_dir(path.parent)


def write_atomic(path: Path, data: bytes) -> None:
    """Replace `path` by `data`, all or nothing."""
    with atomic_writer(path) as file:
        file.write(data)


def write_twins(path: Path, data: bytes) -> None:
    """Keep `data` twice, each copy with its own checksum; both are on disk before either is named.

    A disk too full for the second copy therefore leaves both old ones untouched.
    """
    framed = _TWIN_MARK + hashlib.sha256(data).hexdigest().encode() + b"\n" + data
    first, second = _twins(path)
    with Part(part_of(first)) as one, Part(part_of(second)) as two:
        for part in (one, two):
            with translated(part.path):
                part.file.write(framed)
            part.seal()
        one.publish(first)
        two.publish(second)
    fsync_dir(path.parent)


def read_twins(path: Path) -> bytes:
    """Return what `write_twins` kept, from whichever copy is whole.

    NotFound when there is neither copy, Damaged when none that is there is whole.
    """
    copies = [_read_twin(twin) for twin in _twins(path) if twin.exists()]
    if not copies:
        raise NotFound(f"找不到“{path.name}”。请确认它没有被移动或删除。")
    for data in copies:
        if data is not None:
            return data
    raise Damaged(f"“{path.name}”和它的副本都已损坏。请从备份恢复这个文件;其他文件没有改动。")


def mend_twins(path: Path) -> bool:
    """Make both copies whole and equal again; True when that was needed."""
    data = read_twins(path)
    if all(twin.exists() and _read_twin(twin) == data for twin in _twins(path)):
        return False
    write_twins(path, data)
    return True


def _twins(path: Path) -> tuple[Path, Path]:
    return path, path.with_name(f"{path.name}.twin")


def _read_twin(path: Path) -> bytes | None:
    """The bytes of one copy, or None when they are not what was written."""
    with translated(path):
        head, _, data = path.read_bytes().partition(b"\n")
    whole = _TWIN_MARK + hashlib.sha256(data).hexdigest().encode()
    return data if head == whole else None


def part_of(path: Path) -> Path:
    """The temporary name beside `path`."""
    return path.with_name(path.name + PART)


def rename(source: Path, goal: Path) -> None:
    """Replace `goal` by `source`; durable once `fsync_dir(goal.parent)` returned."""
    with translated(goal):
        source.replace(goal)


def remove(path: Path) -> None:
    """Delete a file; one that is gone already is fine."""
    with translated(path):
        path.unlink(missing_ok=True)


def fsync_file(path: Path) -> None:
    """Wait until a closed file is on the disk.

    Linux since 4.17, Windows and macOS tell here what went wrong after it was closed, too.
    """
    with translated(path), path.open("r+b") as file:
        os.fsync(file.fileno())


def fsync_dir(folder: Path) -> None:
    """Make renames and new names in `folder` survive a power cut."""
    if os.name == "nt":
        return  # Windows has no such call: NTFS journals its directories
    with translated(folder):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(path: Path) -> Path:
    """Create `path` and missing parents for this user only (0700), durably; return it."""
    if path.is_dir():
        return path
    make_folder(path.parent)
    with translated(path):
        path.mkdir(mode=0o700, exist_ok=True)
    fsync_dir(path.parent)
    return path


def make_private(path: Path) -> None:
    """Make an empty file only this user can read, for a library that would open it to others."""
    with translated(path):
        path.touch(mode=0o600, exist_ok=True)


def sweep_parts(folder: Path) -> int:
    """Delete what interrupted writes left in `folder`; return how many files went."""
    with translated(folder):
        leftovers = [path for path in folder.glob(f"*{PART}") if path.is_file()]
    for path in leftovers:
        remove(path)
    return len(leftovers)


def copy_file(source: Path, goal: Path) -> None:
    """Copy bytes to `goal`, all or nothing, durably."""
    with translated(source), source.open("rb") as reader, atomic_writer(goal) as writer:
        shutil.copyfileobj(reader, writer, CHUNK)


def free_bytes(path: Path) -> int:
    """Room left for this user on the disk that holds `path` or will hold it."""
    while not path.exists() and path != path.parent:
        path = path.parent
    with translated(path):
        return shutil.disk_usage(path).free


def hash_file(path: Path) -> tuple[str, int]:
    """Return SHA-256 (hex) and size in bytes, in one read."""
    digest, size = hashlib.sha256(), 0
    with translated(path), path.open("rb") as reader:
        while chunk := reader.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


def safe_child(folder: Path, name: str) -> Path:
    """Return `folder / name` for a name from outside that is one plain file name on every system.

    Refuses separators, drive letters, device names, dots, control and direction characters.
    """
    refused = (
        not name
        or len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME
        or name != name.strip(" ")
        or name.startswith(".")
        or name.endswith(".")
        or name.split(".", maxsplit=1)[0].rstrip(" ").lower() in _DEVICE_NAMES
        or any(c in _BAD_IN_NAMES or unicodedata.category(c).startswith("C") for c in name)
    )
    if refused:
        raise Invalid(f"文件名 {name[:60]!a} 不能使用:它可能指向别处。没有写入任何内容。")
    return folder / name
