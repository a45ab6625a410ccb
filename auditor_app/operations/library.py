"""The knowledge the program ships: rulebooks, standards, the general steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from auditor_app import places
from auditor_app.domain import Audit, Pin, RecordId
from auditor_app.errors import FileTrouble, NotFound
from auditor_app.rules.rulebook import Rulebook, parse_rulebook
from auditor_app.rules.standard import CycleStep, Standard, parse_general, parse_standard
from auditor_app.storage.database import Database

RULEBOOKS = ("hcr", "tcc", "oypx")
STANDARDS = ("iso45001", "iso45003")


@dataclass(frozen=True, slots=True)
class Shipped:
    """A shipped text and its fingerprint."""

    text: str
    sha256: str


class Library:
    """Reads what is shipped, and what an audit has pinned of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rulebooks(self) -> tuple[Rulebook, ...]:
        """The shipped rulebooks."""
        return tuple(rulebook(key) for key in RULEBOOKS)

    def cycle(self) -> tuple[CycleStep, ...]:
        """The general steps of a certification cycle."""
        return parse_general(shipped("standards", "general").text)

    def pins(self, audit_id: RecordId, key: str, standards: Sequence[str]) -> tuple[Pin, ...]:
        """Pins of the shipped editions for a new audit."""
        edition = rulebook(key).edition
        rules = shipped("rulebooks", key)
        pins = [_pin(audit_id, "rulebook", key, (edition, rules))]
        for one in standards:
            text = shipped("standards", one)
            pins.append(_pin(audit_id, "standard", one, (parse_standard(text.text).number, text)))
        return tuple(pins)

    def rulebook_of(self, audit: Audit) -> Rulebook:
        """The rulebook in the edition the audit was started under."""
        return _rulebook(self._pinned(audit, "rulebook", audit.rulebook.lower()))

    def standards_of(self, audit: Audit) -> tuple[Standard, ...]:
        """The standards as pinned by the audit, in its order."""
        return tuple(_standard(self._pinned(audit, "standard", key)) for key in audit.standards)

    def _pinned(self, audit: Audit, kind: str, key: str) -> str:
        pins = self._database.where(
            Pin, "audit_id = ? AND kind = ? AND key = ?", audit.id, kind, key
        )
        if not pins:
            raise NotFound(
                f"这次审核所依据的规则文本（{key}）不在资料库中。记录完好；请重新导入审核任务。"
            )
        return pins[0].text


def shipped(folder: str, key: str) -> Shipped:
    """A text under `data/`. Raises FileTrouble when the installation lacks it."""
    path = Path(places.data()) / folder / f"{key}.toml"
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FileTrouble(
            f"程序文件缺失：{path.name}。资料库没有受影响；请重新安装程序。"
        ) from error
    return Shipped(raw.decode(), sha256(raw).hexdigest())


def rulebook(key: str) -> Rulebook:
    """A shipped rulebook by its key. Raises NotFound."""
    if key.lower() not in RULEBOOKS:
        raise NotFound(f"没有名为 {key} 的规则。可选：{'、'.join(RULEBOOKS)}。")
    return _rulebook(shipped("rulebooks", key.lower()).text)


def _pin(audit_id: RecordId, kind: str, key: str, text: tuple[str, Shipped]) -> Pin:
    edition, body = text
    return Pin(
        audit_id=audit_id,
        kind=kind,
        key=key,
        edition=edition,
        sha256=body.sha256,
        text=body.text,
    )


@lru_cache(maxsize=16)
def _rulebook(text: str) -> Rulebook:
    return parse_rulebook(text)


@lru_cache(maxsize=16)
def _standard(text: str) -> Standard:
    return parse_standard(text)
