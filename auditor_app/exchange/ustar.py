"""Strict ustar, written and read as streams: plain files and folders, nothing else.

`tarfile` is not used for reading: it takes a 3 GB extension header into memory before any check of
ours, and its extraction has a history of path escapes.
"""

import re
from enum import Enum, auto
from typing import NamedTuple, Protocol

from auditor_app.exchange.layout import invalid, shown

BLOCK = 512
END = bytes(2 * BLOCK)
"""Two empty blocks close the archive."""

_MOST_ZEROS = 10_240 + BLOCK
"""GNU tar fills up to 10,240 bytes; the first of the two closing blocks may precede that."""

_NAME_BYTES, _PREFIX_BYTES = 100, 155
_LARGEST = 0o77777777777
_MAGIC = b"ustar\x0000"
_FILE, _FOLDER = b"0", b"5"
_OCTAL = re.compile(rb"[0-7]+[\0 ]*|\0+")
_SIZE = re.compile(rb"[0-7]{11}\0")
_CHECKSUM = re.compile(rb"[0-7]{6}\0 ")
_NUMBERS = ((100, 108), (108, 116), (116, 124), (136, 148), (329, 337), (337, 345))
"""Mode, owner, group, time, device numbers: must be octal, mean nothing to us."""


class Members(Protocol):
    """Who takes what `Reader` finds; any of the verbs may refuse by raising."""

    def folder(self, name: str) -> None: ...

    def begin(self, name: str, size: int) -> None: ...

    def data(self, piece: memoryview) -> None: ...

    def end(self) -> None: ...


class _Expect(Enum):
    HEADER = auto()
    DATA = auto()
    PADDING = auto()
    ZEROS = auto()


class _Header(NamedTuple):
    name: str
    size: int
    is_folder: bool


def header(name: str, size: int, modified: int) -> bytes:
    """The block before a plain file's bytes; `modified` in seconds since 1970.

    ValueError when name or size don't fit.
    """
    prefix, short = _split(name.encode("ascii"))
    if not 0 <= size <= _LARGEST:
        raise ValueError(f"size {size}")
    fields = (
        short.ljust(_NAME_BYTES, b"\0"),
        b"0000644\0" + b"0000000\0" * 2,
        b"%011o\0%011o\0" % (size, modified),
        b" " * 8,
        _FILE,
        bytes(100),
        _MAGIC,
        bytes(64),
        b"0000000\0" * 2,
        prefix.ljust(_PREFIX_BYTES, b"\0"),
        bytes(12),
    )
    block = b"".join(fields)
    return b"%b%06o\0 %b" % (block[:148], sum(block), block[156:])


def padding(size: int) -> bytes:
    """What follows `size` bytes of data up to the next block."""
    return bytes(-size % BLOCK)


def _split(name: bytes) -> tuple[bytes, bytes]:
    """Name as prefix and rest, parted at the first slash that leaves the rest short enough."""
    if len(name) <= _NAME_BYTES:
        return b"", name
    cut = name.find(b"/", len(name) - _NAME_BYTES - 1)
    if not 0 < cut <= _PREFIX_BYTES:
        raise ValueError(f"name {name!r}")
    return name[:cut], name[cut + 1 :]


class Reader:
    """A file to write an archive into: hands its members on as they come.

    Memory is one block. Every byte is accounted for: `close` raises unless the archive ended.
    """

    def __init__(self, members: Members) -> None:
        self._members = members
        self._expect = _Expect.HEADER
        self._block = bytearray()
        self._left = 0
        self._fill = 0
        self._zeros = 0

    def write(self, data: bytes, /) -> int:
        """Take the next bytes, however they are cut."""
        view = memoryview(data)
        while view:
            view = view[self._take(view) :]
        return len(data)

    def close(self) -> None:
        """The archive is over: PackageInvalid when its end is missing."""
        if self._expect is not _Expect.ZEROS or self._zeros < len(END) or self._zeros % BLOCK:
            raise invalid("归档没有结束标记，内容不完整")

    def _take(self, view: memoryview) -> int:
        match self._expect:
            case _Expect.HEADER:
                return self._take_header(view)
            case _Expect.DATA:
                return self._take_data(view)
            case _Expect.PADDING:
                return self._take_padding(view)
            case _:
                return self._take_zeros(view)

    def _take_header(self, view: memoryview) -> int:
        piece = view[: BLOCK - len(self._block)]
        self._block += piece
        if len(self._block) == BLOCK:
            block = bytes(self._block)
            self._block.clear()
            self._open(block)
        return len(piece)

    def _open(self, block: bytes) -> None:
        if not any(block):
            self._zeros = BLOCK
            self._expect = _Expect.ZEROS
            return
        found = _parse(block)
        if found.is_folder:
            self._members.folder(found.name)
            return
        self._members.begin(found.name, found.size)
        self._left, self._fill = found.size, -found.size % BLOCK
        self._expect = _Expect.DATA
        if not found.size:
            self._finish_member()

    def _take_data(self, view: memoryview) -> int:
        piece = view[: self._left]
        self._members.data(piece)
        self._left -= len(piece)
        if not self._left:
            self._finish_member()
        return len(piece)

    def _finish_member(self) -> None:
        self._members.end()
        self._expect = _Expect.PADDING if self._fill else _Expect.HEADER

    def _take_padding(self, view: memoryview) -> int:
        piece = view[: self._fill]
        if any(piece):
            raise invalid("文件之间藏有多余内容")
        self._fill -= len(piece)
        if not self._fill:
            self._expect = _Expect.HEADER
        return len(piece)

    def _take_zeros(self, view: memoryview) -> int:
        self._zeros += len(view)
        if self._zeros > _MOST_ZEROS or any(view):
            raise invalid("归档结束之后还有多余内容")
        return len(view)


def _parse(block: bytes) -> _Header:
    """What a header block says, or PackageInvalid for anything but a plain file or folder."""
    _check_sum(block)
    if block[257:265] != _MAGIC:
        raise invalid("归档不是 ustar 格式")
    kind = block[156:157]
    name = _text(block[345:500], block[0:100])
    if kind not in {_FILE, _FOLDER} or any(block[157:257]):
        raise invalid(f"{shown(name)} 不是普通文件")
    numbers = all(_OCTAL.fullmatch(block[start:end]) for start, end in _NUMBERS)
    if not numbers or not _SIZE.fullmatch(block[124:136]) or any(block[500:]):
        raise invalid("归档文件头中的数字不合规定")
    size = int(block[124:135], 8)
    is_folder = kind == _FOLDER
    if is_folder and (size or not name.endswith("/")):
        raise invalid(f"文件夹 {shown(name)} 不合规定")
    return _Header(name.removesuffix("/") if is_folder else name, size, is_folder)


def _check_sum(block: bytes) -> None:
    field = block[148:156]
    if not _CHECKSUM.fullmatch(field):
        raise invalid("归档文件头不合格式")
    if int(field[:6], 8) != sum(block) - sum(field) + 8 * ord(" "):
        raise invalid("归档文件头的校验和不对")


def _text(prefix: bytes, short: bytes) -> str:
    """The name in its two fields; a NUL may only be followed by NULs."""
    parts = [field.rstrip(b"\0") for field in (prefix, short)]
    try:
        name = "/".join(part.decode("ascii") for part in parts if part)
    except UnicodeDecodeError as error:
        raise invalid("文件名含有不允许的字符") from error
    if not parts[1] or not name.isprintable():
        raise invalid(f"名称 {shown(name)} 不合规定")
    return name
