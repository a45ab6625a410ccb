"""The tag files of a package, BagIt 1.0 (RFC 8493): who sends what to whom, and its hashes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from auditor_app.errors import Invalid, NewerVersion, PackageInvalid
from auditor_app.exchange.layout import (
    AUDIT,
    DEVICE,
    MOST_MEMBERS,
    SIGNED_TAGS,
    MemberName,
    bag_name,
    evidence_in,
    group_name,
    invalid,
    payload_name,
    shown,
)

FORMAT = "1"
BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_ACCEPTED_BAGIT = (BAGIT_TEXT, BAGIT_TEXT.replace(b"1.0", b"0.97"))  # bagit.py writes 0.97

LONGEST_NAME = 80
_MOST_RECIPIENTS = 250
_MOST_DEVICES = 1_000
_OWN_LABEL = "Auditor-"
_ONCE = frozenset(
    f"{_OWN_LABEL}{rest}"
    for rest in ("Format", "Audit", "Sender", "Sender-Name", "Sender-Key", "Number", "Made-At")
)
_SEVERAL = frozenset({"Auditor-Recipient", "Auditor-Have"})
_LINE = re.compile(r"([A-Za-z0-9-]{1,60}): (\S.*)")
_MANIFEST_LINE = re.compile(r"([0-9a-f]{64}) {1,2}(\S+)")
_RECIPIENT = re.compile(r"age1[0-9a-z]{50,120}")
_KEY = re.compile(r"RW[A-Za-z0-9+/=]{54}")
_COUNT = re.compile(r"[1-9][0-9]{0,8}")
_PART = re.compile(r"([1-9][0-9]{0,4}) of ([1-9][0-9]{0,4})")
_OXUM = re.compile(r"(0|[1-9][0-9]{0,17})\.([1-9][0-9]{0,8})")
_HAVE = re.compile(r"([0-9a-f]{24}) (0|[1-9][0-9]{0,18})")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_MOMENT_FORMAT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class BagInfo:
    """What the sender signed about a package.

    `number` counts the sender's packages of this audit; `part` is (3, 7) for the third of seven.
    `have` says how many lines of each device the sender holds. `octets` and `streams` are bytes
    and files of the payload.
    """

    audit_id: str
    sender_device: str
    sender_name: str
    sender_key: str
    recipients: tuple[str, ...]
    number: int
    part: tuple[int, int]
    have: Mapping[str, int]
    made_at: datetime
    octets: int
    streams: int

    @property
    def name(self) -> str:
        """The root folder's name, and without `.age` the package's."""
        return bag_name(self.audit_id, self.sender_device, self.number, self.part)

    @property
    def group(self) -> str:
        """What the parts of one package have in common."""
        return group_name(self.audit_id, self.sender_device, self.number)


def write_bag_info(info: BagInfo) -> bytes:
    """`bag-info.txt`; Invalid when a value does not fit the format."""
    rows = [
        ("Bagging-Date", info.made_at.astimezone(UTC).date().isoformat()),
        ("Payload-Oxum", f"{info.octets}.{info.streams}"),
        ("Bag-Group-Identifier", info.group),
        ("Bag-Count", f"{info.part[0]} of {info.part[1]}"),
        ("Auditor-Format", FORMAT),
        ("Auditor-Audit", info.audit_id),
        ("Auditor-Sender", info.sender_device),
        ("Auditor-Sender-Name", info.sender_name),
        ("Auditor-Sender-Key", info.sender_key),
        *(("Auditor-Recipient", recipient) for recipient in info.recipients),
        ("Auditor-Number", str(info.number)),
        ("Auditor-Made-At", info.made_at.astimezone(UTC).strftime(_MOMENT_FORMAT)),
        *(("Auditor-Have", f"{device} {seq}") for device, seq in sorted(info.have.items())),
    ]
    text = "".join(f"{label}: {value}\n" for label, value in rows).encode()
    try:
        read_bag_info(text)
    except PackageInvalid as error:
        raise Invalid(
            f"交接包没有生成：有一项内容不能写入包中（{error}）。请检查姓名和收件人后重新打包。"
        ) from error
    return text


def read_bag_info(data: bytes) -> BagInfo:
    """`bag-info.txt` as values; PackageInvalid, or NewerVersion for labels not known here."""
    fields = _Fields(data)
    fields.check_version()
    part = fields.one("Bag-Count", _PART)
    oxum = fields.one("Payload-Oxum", _OXUM)
    info = BagInfo(
        audit_id=fields.one("Auditor-Audit", AUDIT)[0],
        sender_device=fields.one("Auditor-Sender", DEVICE)[0],
        sender_name=_name(fields.one("Auditor-Sender-Name", re.compile(".+"))[0]),
        sender_key=fields.one("Auditor-Sender-Key", _KEY)[0],
        recipients=_recipients(fields),
        number=int(fields.one("Auditor-Number", _COUNT)[0]),
        part=(int(part[1]), int(part[2])),
        have=_have(fields),
        made_at=_moment(fields.one("Auditor-Made-At", _MOMENT)[0]),
        octets=int(oxum[1]),
        streams=int(oxum[2]),
    )
    if info.part[0] > info.part[1] or fields.one("Bag-Group-Identifier")[0] != info.group:
        raise _bad_label("Bag-Count / Bag-Group-Identifier")
    return info


def check_bagit(data: bytes) -> None:
    """`bagit.txt` must say that this is a bag in UTF-8."""
    if data not in _ACCEPTED_BAGIT:
        raise invalid("bagit.txt 的内容不合规定")


def write_manifest(hashes: Iterable[tuple[MemberName, str]]) -> bytes:
    """A manifest, as `sha256sum -c` reads it."""
    return "".join(f"{digest}  {name}\n" for name, digest in hashes).encode()


def read_manifest(data: bytes) -> dict[MemberName, str]:
    """SHA-256 (hex) of every payload file; evidence must bear its own hash as its name."""
    hashes: dict[MemberName, str] = {}
    for name, digest in _manifest_lines(data, "manifest-sha256.txt"):
        member = payload_name(name)
        evidence = evidence_in(member)
        if member in hashes or (evidence and evidence[0] != digest):
            raise invalid(f"清单中 {shown(name)} 重复，或与其指纹不符")
        hashes[member] = digest
    return hashes


def read_tag_manifest(data: bytes) -> dict[MemberName, str]:
    """SHA-256 (hex) of the three signed tag files, no more and no less."""
    lines = list(_manifest_lines(data, "tagmanifest-sha256.txt"))
    hashes = {MemberName(name): digest for name, digest in lines}
    if len(lines) != len(SIGNED_TAGS) or set(hashes) != set(SIGNED_TAGS):
        raise invalid("tagmanifest-sha256.txt 列出的文件不合规定")
    return hashes


def _manifest_lines(data: bytes, file: str) -> Iterable[tuple[str, str]]:
    lines = _text(data, file).splitlines()
    if not 0 < len(lines) <= MOST_MEMBERS:
        raise invalid(f"{file} 是空的或行数过多")
    for line in lines:
        match = _MANIFEST_LINE.fullmatch(line)
        if not match:
            raise invalid(f"{file} 中的一行不合规定：{shown(line[66:])}")
        yield match[2], match[1]


def _text(data: bytes, file: str) -> str:
    """UTF-8 lines that end in LF: no byte order mark, no CR, no control characters."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise invalid(f"{file} 不是 UTF-8 文本") from error
    if not text.endswith("\n") or not text.replace("\n", "").isprintable():
        raise invalid(f"{file} 含有不允许的字符，或末尾不完整")
    return text


class _Fields:
    """The labels of a bag-info file."""

    def __init__(self, data: bytes) -> None:
        self._values: dict[str, list[str]] = {}
        for line in _text(data, "bag-info.txt").splitlines():
            match = _LINE.fullmatch(line)
            if not match:
                raise invalid(f"bag-info.txt 中的一行不合规定：{shown(line)}")
            self._values.setdefault(match[1], []).append(match[2])

    def check_version(self) -> None:
        """Refuse what a newer program says: it may mean something we must know."""
        own = {label for label in self._values if label.startswith(_OWN_LABEL)}
        if self.one("Auditor-Format", _COUNT)[0] != FORMAT or own - _ONCE - _SEVERAL:
            raise NewerVersion(
                "这个交接包由更新版本的程序制作，本程序不能读取。没有写入任何数据；请先升级程序。"
            )

    def one(self, label: str, shape: re.Pattern[str] = re.compile(".+")) -> re.Match[str]:
        """The match of the only value."""
        values = self.several(label, 1)
        match = shape.fullmatch(values[0]) if values else None
        if not match:
            raise _bad_label(label)
        return match

    def several(self, label: str, most: int) -> list[str]:
        """All values, at most so many."""
        values = self._values.get(label, [])
        if len(values) > most:
            raise _bad_label(label)
        return values


def _recipients(fields: _Fields) -> tuple[str, ...]:
    values = fields.several("Auditor-Recipient", _MOST_RECIPIENTS)
    if not values or not all(_RECIPIENT.fullmatch(value) for value in values):
        raise _bad_label("Auditor-Recipient")
    return tuple(values)


def _have(fields: _Fields) -> dict[str, int]:
    values = fields.several("Auditor-Have", _MOST_DEVICES)
    matches = [_HAVE.fullmatch(value) for value in values]
    have = {match[1]: int(match[2]) for match in matches if match}
    if len(have) != len(values):
        raise _bad_label("Auditor-Have")
    return have


def _name(text: str) -> str:
    if len(text) > LONGEST_NAME:
        raise _bad_label("Auditor-Sender-Name")
    return text


def _moment(text: str) -> datetime:
    try:
        return datetime.strptime(text, _MOMENT_FORMAT).replace(tzinfo=UTC)
    except ValueError as error:
        raise _bad_label("Auditor-Made-At") from error


def _bad_label(label: str) -> Exception:
    return invalid(f"bag-info.txt 中的 {label} 缺失或不合规定")
