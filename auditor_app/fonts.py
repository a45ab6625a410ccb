"""The bundled font, unpacked once for screen and PDF alike.

It ships compressed (resources/fonts, derived by build_fonts.py). The first start unpacks it into
the user's cache (a third of a second a file); after that only a size is looked at.
"""

import atexit
import hashlib
import lzma
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor_app import files, places
from auditor_app.errors import Damaged, DiskFull, FileTrouble

FAMILY = "NotoSansSC"  # as the files call it; "Noto Sans SC" would be the system's, if it has one


@dataclass(frozen=True, slots=True, kw_only=True)
class _Font:
    """A file as it must come out: its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


_REGULAR = _Font(
    name="NotoSansSC-Regular.ttf",
    size=10_273_984,
    sha256="5a86a66175b599f996e41bef9ca62d49159afa0281c7d707d372caa52f33155c",
)
_BOLD = _Font(
    name="NotoSansSC-Bold.ttf",
    size=10_259_836,
    sha256="96c381249bc544b0c7ab1466957592c2921532076685a57897d172a32851edb8",
)


@cache
def font_files() -> tuple[Path, Path]:
    """The regular and the bold TrueType file, ready to load.

    They lie in the user's cache; where that can't be written (a read-only home), in a private
    folder of the system's temporary place until the program ends. Damaged when the shipped font is
    not what was built.
    """
    try:
        return unpack(places.cache() / "fonts")
    except (FileTrouble, DiskFull):
        folder = Path(tempfile.mkdtemp(prefix="auditor-fonts-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return unpack(folder)


def unpack(folder: Path) -> tuple[Path, Path]:
    """Bring both files to `folder` unless they are there; return regular, bold.

    Safe when several processes do it at once: each writes a file of its own, then renames it.
    """
    return _unpack_one(folder, _REGULAR), _unpack_one(folder, _BOLD)


def _unpack_one(folder: Path, font: _Font) -> Path:
    # The hash in the name: an update of the font never meets the old file.
    goal = folder / f"{font.sha256[:12]}-{font.name}"
    if goal.is_file() and goal.stat().st_size == font.size:
        return goal
    packed = places.resources() / "fonts" / f"{font.name}.xz"
    with files.translated(packed):
        compressed = packed.read_bytes()
    files.make_folder(folder)
    own = goal.with_name(f"{goal.name}.{os.getpid()}")
    files.write_atomic(own, _decompress(compressed, font))
    files.rename(own, goal)
    return goal


def _decompress(compressed: bytes, font: _Font) -> bytes:
    try:
        data = lzma.decompress(compressed)
    except lzma.LZMAError:
        data = b""
    if hashlib.sha256(data).hexdigest() != font.sha256:
        raise Damaged(
            f"程序自带的字体“{font.name}”已损坏,无法显示和输出文件。您的审核数据没有受影响;"
            "请重新安装本程序。"
        )
    return data
