"""Names and sizes a package may have: everything else is refused before it is read."""

import re
from collections.abc import Sequence
from typing import NewType

from auditor_app.errors import PackageInvalid

MemberName = NewType("MemberName", str)
"""A path inside the root folder that has one of the shapes below: `data/index.csv`."""

BAGIT = MemberName("bagit.txt")
BAG_INFO = MemberName("bag-info.txt")
MANIFEST = MemberName("manifest-sha256.txt")
TAG_MANIFEST = MemberName("tagmanifest-sha256.txt")
SIGNATURE = MemberName("tagmanifest-sha256.txt.minisig")
INDEX = MemberName("data/index.csv")
GUIDE = MemberName("data/README.txt")

SIGNED_TAGS = (BAGIT, BAG_INFO, MANIFEST)
"""Listed in the tag manifest, which the signature covers."""

LARGEST_TAG = {
    BAGIT: 256,
    BAG_INFO: 256 << 10,
    MANIFEST: 4 << 20,
    TAG_MANIFEST: 1 << 10,
    SIGNATURE: 4 << 10,
}
"""Every tag file with the most bytes it may have, in the order in which we write them."""

FOLDERS = frozenset({"data", "data/journal", "data/evidence"})

LARGEST_EVIDENCE = 64 << 20
LARGEST_TEXT = 16 << 20
LARGEST_JOURNAL = 1 << 30
LONGEST_LINE = 8 << 20
MOST_MEMBERS = 20_000

EXTENSIONS = ("jpg", "png", "pdf", "bin")

DEVICE = re.compile(r"[0-9a-f]{24}")
AUDIT = re.compile(r"[0-9a-f]{1,64}")
HASH = re.compile(r"[0-9a-f]{64}")
_JOURNAL = re.compile(r"data/journal/([0-9a-f]{24})\.jsonl")
_EVIDENCE = re.compile(rf"data/evidence/([0-9a-f]{{64}})\.({'|'.join(EXTENSIONS)})")


def invalid(what: str) -> PackageInvalid:
    """`what` is wrong with a package, in the sentence every such error has."""
    return PackageInvalid(
        f"交接包不可用：{what}。没有写入任何数据，已有数据不受影响；请让发件人重新打包并发送。"
    )


def shown(name: str) -> str:
    """A name from outside, harmless on every screen: ASCII, at most 60 characters."""
    return ascii(name[:60])


def journal_name(device: str) -> MemberName:
    """Where the lines of a device lie."""
    return payload_name(f"data/journal/{device}.jsonl")


def evidence_name(sha256: str, extension: str) -> MemberName:
    """Where the bytes of one piece of evidence lie."""
    return payload_name(f"data/evidence/{sha256}.{extension}")


def device_in(name: MemberName) -> str | None:
    """The device whose journal this is, or None when it is no journal."""
    match = _JOURNAL.fullmatch(name)
    return match[1] if match else None


def evidence_in(name: MemberName) -> tuple[str, str] | None:
    """SHA-256 and extension of the evidence this is, or None when it is none."""
    match = _EVIDENCE.fullmatch(name)
    return (match[1], match[2]) if match else None


def payload_name(text: str) -> MemberName:
    """`text` as the name of a payload file, if it has one of the four shapes."""
    name = MemberName(text)
    if text not in {INDEX, GUIDE} and not device_in(name) and not evidence_in(name):
        raise invalid(f"名称 {shown(text)} 不合规定")
    return name


def largest(name: MemberName) -> int:
    """The most bytes a payload file may have."""
    if device_in(name):
        return LARGEST_JOURNAL
    return LARGEST_EVIDENCE if evidence_in(name) else LARGEST_TEXT


def bag_name(audit: str, device: str, number: int, part: Sequence[int]) -> str:
    """The root folder's name, and without `.age` the package's."""
    index, count = part
    ending = "" if count == 1 else f".{index}of{count}"
    return f"{group_name(audit, device, number)}{ending}"


def group_name(audit: str, device: str, number: int) -> str:
    """What the parts of one package have in common."""
    return f"{audit}-{device}-{number}"
